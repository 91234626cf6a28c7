/** When a case closes: what was written beside it for the user alone can go too. Nothing goes by itself. */
import { isPrivate } from "../core/chapters.ts";
import { fold, type Case } from "../core/case.ts";
import { Defect } from "../core/defect.ts";
import { nl } from "../core/nl.ts";
import { dueOn } from "../core/retention.ts";
import type { Prompt, World } from "../ports.ts";
import { askEach, type Past } from "./purge.ts";

/**
 * Offers to take away finished files for the user alone in the folder of the case, of the days since it was opened. Those that are
 * encrypted are not looked at: nobody is asked for a passphrase here.
 * @param open a prompt to ask with; undefined: it is only said
 */
export async function closing(world: World, state: Case, open: (() => Promise<Prompt>) | undefined): Promise<void> {
  const since = world.cases.list().filter((path) => dayOf(path) >= state.at.slice(0, 10) && !path.includes(state.id));
  const locked = since.filter((path) => world.cases.isEncrypted(path));
  const mine: Past[] = [];
  for (const path of since.filter((one) => !locked.includes(one))) mine.push(...(await finished(world, path)));
  const command = nl.interview.command(world.program, "purge --dir", world.cases.folder);
  if (mine.length > 0) world.tell(nl.purge.beside(mine.length));
  if (locked.length > 0) world.tell(nl.purge.locked(command));
  if (mine.length === 0) return;
  if (open === undefined) world.tell(nl.purge.how(command));
  else await askEach(world, await open(), mine);
}

/** The name of a file begins with the day it was made on. */
const dayOf = (path: string): string => /(\d{4}-\d{2}-\d{2})-[^/\\]*$/.exec(path)?.[1] ?? "";

/** A file that cannot be read is left alone: `list` says why. */
async function finished(world: World, path: string): Promise<readonly Past[]> {
  try {
    const state = fold((await world.cases.read(path)).events);
    const since = isPrivate(state) ? dueOn(state, 0) : undefined;
    return since === undefined ? [] : [{ path, state, since }];
  } catch (error) {
    if ((await world.cases.blamed(error)) instanceof Defect) return [];
    throw error;
  }
}
