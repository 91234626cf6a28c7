import { EXIT, Stopped, UsageDefect } from "../core/defect.ts";
import { nl } from "../core/nl.ts";
import type { World } from "../ports.ts";

/** How long a passphrase is at least: short ones are guessed by machine. */
const LEAST = 12;
const TRIES = 3;

/** Makes the user's key, or what is missing of it. @throws UsageDefect when there is one already. @returns the exit code */
export async function keyNew(world: World): Promise<number> {
  if (world.keys.recipient() !== undefined) throw new UsageDefect(nl.age.keyExists(world.keys.folder));
  const restored = await world.keys.restore();
  if (restored === undefined) await makeKey(world, world.secret);
  else world.tell(...nl.key.restored(world.keys.folder, restored));
  return EXIT.fine;
}

/**
 * Asks a passphrase twice and makes a key behind it.
 * @param secret asks one; throws when she stops
 */
export async function makeKey({ keys, tell }: Pick<World, "keys" | "tell">, secret: World["secret"]): Promise<void> {
  tell(nl.key.about);
  for (let attempt = 1; ; attempt++) {
    const passphrase = await secret(nl.key.choose);
    const why = passphrase.length < LEAST ? nl.key.short(LEAST) : passphrase === (await secret(nl.key.again)) ? undefined : nl.key.differs;
    if (why === undefined) {
      const recipient = await keys.make(passphrase);
      tell(...nl.key.made(keys.folder, recipient));
      return;
    }
    tell(why);
    if (attempt === TRIES) throw new Stopped(nl.key.notMade, EXIT.usage);
  }
}
