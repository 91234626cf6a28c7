import { EXIT, JournalDefect, UsageDefect } from "../core/defect.ts";
import { nl } from "../core/nl.ts";
import type { World } from "../ports.ts";
import { stopped } from "./erase.ts";

/**
 * Takes away a lock whose process cannot be seen from here, once the user says so; the case then says whose it was.
 * @returns the exit code
 * @throws UsageDefect without a terminal, JournalDefect when that process lives on this machine
 */
export async function unlock(world: World, name: string): Promise<number> {
  const words = nl.trust.unlock;
  if (world.prompt === undefined) throw new UsageDefect(words.needsTerminal);
  // Read first: who cannot read the case has no business with its lock.
  await world.cases.read(name);
  const holding = world.cases.holding(name);
  if (holding === undefined || holding.fate === "dead") {
    world.tell(holding === undefined ? words.none : words.dead);
    return EXIT.fine;
  }
  if (holding.fate === "lives") throw new JournalDefect(words.lives(holding.pid, holding.since));
  const prompt = await world.prompt();
  try {
    const reply = await prompt.choose({ ...words.menu(holding.host, holding.pid, holding.since), outside: true });
    if (reply.kind !== "answer") return stopped(world, prompt, reply);
    if (reply.value !== "weghalen") {
      prompt.tell(words.left);
      return EXIT.fine;
    }
  } finally {
    prompt.close();
  }
  world.cases.giveUp(name, holding);
  const journal = await world.cases.open(name);
  journal.close();
  world.tell(words.done(journal.events.findLast(({ type }) => type === "taken-over")?.n ?? journal.events.length));
  return EXIT.fine;
}
