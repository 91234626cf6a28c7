import { fold } from "../core/case.ts";
import { EXIT, UsageDefect } from "../core/defect.ts";
import { nl } from "../core/nl.ts";
import type { World } from "../ports.ts";

/**
 * Keeps a case encrypted from now on; one that is already so, is encrypted anew, to who may open it now.
 * @param extra recipients besides the user and those of the organisation
 * @returns the exit code
 */
export async function encrypt(world: World, name: string, extra: readonly string[]): Promise<number> {
  if (world.keys.recipient() === undefined) throw new UsageDefect(nl.key.makeFirst(`${world.program} key new`));
  const recipients = await recipientsOf(world, extra);
  return keep(world, name, true, recipients);
}

/** Keeps a case readable from now on. Whoever can open the folder can then read it. @returns the exit code */
export const decrypt = (world: World, name: string): Promise<number> => keep(world, name, false, []);

async function keep(world: World, name: string, encrypted: boolean, recipients: readonly string[]): Promise<number> {
  const journal = await world.cases.open(name);
  try {
    const { exercise } = fold(journal.events);
    if (!encrypted && !world.cases.isEncrypted(journal.path)) {
      world.tell(nl.key.alreadyReadable);
      return EXIT.fine;
    }
    await journal.keepAs(encrypted, recipients);
    world.tell(encrypted ? nl.key.encrypted(recipients.length) : nl.key.readable(exercise));
    return EXIT.fine;
  } finally {
    journal.close();
    world.out(`${journal.path}\n`);
  }
}

/** Who can open a new case besides the user: those of the organisation, and those named now. @throws UsageDefect for a wrong key */
export async function recipientsOf(world: World, extra: readonly string[]): Promise<readonly string[]> {
  const ours = (await world.organisation())?.recipients ?? [];
  for (const [i, one] of extra.entries()) if (!(await world.keys.isRecipient(one))) throw new UsageDefect(nl.key.wrongRecipient(i + 1));
  for (const { role, key } of ours) if (!(await world.keys.isRecipient(key))) throw new UsageDefect(nl.key.wrongOrganisation(role));
  return [...new Set([...ours.map(({ key }) => key), ...extra])];
}
