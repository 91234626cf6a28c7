/** When a case closes: what still waits in it, and what was written beside it for the user alone and can go too. Nothing goes by itself. */
import { isPrivate } from "../core/chapters.ts";
import { fold, type Case } from "../core/case.ts";
import { walkOf } from "../core/chapter.ts";
import { Defect, EXIT } from "../core/defect.ts";
import { nl } from "../core/nl.ts";
import { dueOn } from "../core/retention.ts";
import type { Prompt, World } from "../ports.ts";
import { askEach, type Past } from "./purge.ts";

/**
 * Says which chapters still wait, such as a handover that nobody confirmed. Offers to take away finished files for the user alone in
 * the folder of the case, of the days since it was opened. Those that are encrypted are not looked at: nobody is asked for a passphrase here.
 * @param path where the case stands
 * @param open a prompt to ask with; undefined: it is only said
 * @returns the exit code
 */
export async function closing(world: World, path: string, state: Case, open: (() => Promise<Prompt>) | undefined): Promise<number> {
  const waits = waiting(state);
  if (waits.length > 0) world.tell(nl.chapter.stillWaits, ...waits);
  const folder = world.cases.folderOf(path);
  const since = world.cases.list(folder).filter((one) => dayOf(one) >= state.at.slice(0, 10) && !one.includes(state.id));
  const locked = since.filter((path) => world.cases.isEncrypted(path));
  const mine: Past[] = [];
  for (const one of since.filter((name) => !locked.includes(name))) mine.push(...(await finished(world, one)));
  const command = nl.interview.command(world.program, "purge --dir", folder);
  if (mine.length > 0) world.tell(nl.purge.beside(mine.length));
  if (locked.length > 0) world.tell(nl.purge.locked(command));
  if (mine.length > 0 && open !== undefined) return askEach(world, await open(), mine);
  if (mine.length > 0) world.tell(nl.purge.how(command));
  return EXIT.fine;
}

/** A line for each chapter in which something is not answered, with the first question that waits. */
const waiting = ({ chapters }: Case): readonly string[] =>
  chapters.flatMap((chapter) => {
    const { next } = walkOf(chapter);
    return next === undefined ? [] : [nl.chapter.waits(chapter.n, chapter.flow.title, next.label)];
  });

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
