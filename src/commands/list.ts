import { fold } from "../core/case.ts";
import { Defect, EXIT, Stopped } from "../core/defect.ts";
import { nl } from "../core/nl.ts";
import { statusOf, waiting } from "../core/chapters.ts";
import type { World } from "../ports.ts";

/** All cases in the folder, a line each: reference and status, never content. @returns the exit code */
export async function list(world: World): Promise<number> {
  const paths = world.cases.list();
  if (paths.length === 0) world.tell(nl.list.none(world.cases.folder));
  for (const path of paths) world.out(`${await line(world, path)}\n`);
  return EXIT.fine;
}

async function line(world: World, path: string): Promise<string> {
  try {
    const state = fold((await world.cases.read(path)).events);
    if (state.chapters.length === 0) return nl.list.line(state.id, nl.list.empty, state.exercise, path);
    return nl.list.line(state.id, nl.list.status(statusOf(state), waiting(state)), state.exercise, path);
  } catch (error) {
    const why = await world.cases.blamed(error);
    // She stopped at the passphrase: she is not asked it again for the next case.
    if (!(why instanceof Defect) || why instanceof Stopped) throw why;
    return nl.list.unreadable(path, why.message);
  }
}
