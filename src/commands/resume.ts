import { chapterOf } from "../core/answers.ts";
import { evolve, fold, further, type Case } from "../core/case.ts";
import { EXIT, JournalDefect, UsageDefect } from "../core/defect.ts";
import { nl } from "../core/nl.ts";
import type { Reply, World } from "../ports.ts";
import { asked, begun, choose, type Goal, type Wanted } from "./chapter.ts";
import { GENERAL } from "./framed.ts";
import { found, interview } from "./interview.ts";

export interface ResumeOptions extends Wanted {
  readonly answers: string | undefined;
  readonly exercise: boolean;
  readonly reason: string | undefined;
}

/** Goes on with a case, where it was or with a next chapter. @param name a path, or the reference of a case. @returns the exit code */
export async function resume(world: World, name: string, options: ResumeOptions): Promise<number> {
  const journal = await world.cases.open(name, options.answers === undefined && world.prompt !== undefined);
  try {
    const state = fold(journal.events);
    if (options.exercise && !state.exercise) throw new UsageDefect(nl.interview.noExercise);
    const goal = await goalOf(world, state, options, journal.prove);
    if (goal.kind !== "answer") return goal.kind === "stop" ? EXIT.interrupt : EXIT.fine;
    const begins = "flow" in goal.value ? await begun(world, state, goal.value.flow, sectorOf(state)) : [];
    const n = "flow" in goal.value ? state.chapters.length + 1 : goal.value.chapter.n;
    // Tried first: an answers file that is refused leaves nothing on the disk.
    const then = begins.length === 0 ? state : further(state, begins);
    const file = options.answers === undefined ? undefined : await world.answers(options.answers, chapterOf(then, n));
    const filed = file && (await import("./taken.ts")).taken(then, n, file, options.reason);
    const now = begins.length === 0 ? state : (await journal.append(begins)).reduce(evolve, state);
    return await interview(world, await found(journal, now), n, filed);
  } finally {
    journal.close();
  }
}

/** The last chapter, unless she asked for another one or chooses one. */
async function goalOf(world: World, state: Case, options: ResumeOptions, prove: () => void): Promise<Reply<Goal>> {
  const chapter = state.chapters.at(-1);
  if (chapter === undefined) throw new JournalDefect(nl.journal.noChapter);
  const wanted = asked(state, options);
  if (wanted !== undefined) return { kind: "answer", value: wanted };
  const chosen = options.answers === undefined ? await choose(world, state, prove) : undefined;
  return chosen ?? { kind: "answer", value: { chapter } };
}

/** A next chapter goes on in the sector of the last one. */
const sectorOf = ({ chapters }: Case): string | undefined => {
  const sector = chapters.at(-1)?.sector;
  return sector === GENERAL ? undefined : sector;
};
