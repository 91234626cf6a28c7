import { fold } from "../core/case.ts";
import { JournalDefect, UsageDefect } from "../core/defect.ts";
import { nl } from "../core/nl.ts";
import type { World } from "../ports.ts";
import { interview } from "./interview.ts";
import { taken } from "./taken.ts";

export interface ResumeOptions {
  readonly answers: string | undefined;
  readonly exercise: boolean;
  readonly reason: string | undefined;
}

/** Goes on with a case, where it was. @param name a path, or the reference of a case. @returns the exit code */
export async function resume(world: World, name: string, { answers, exercise, reason }: ResumeOptions): Promise<number> {
  const journal = await world.cases.open(name);
  try {
    const state = fold(journal.events);
    const chapter = state.chapters.at(-1);
    if (chapter === undefined) throw new JournalDefect(nl.journal.noChapter);
    if (exercise && !state.exercise) throw new UsageDefect(nl.interview.noExercise);
    const file = answers === undefined ? undefined : await world.answers(answers, chapter.flow);
    const filed = file && { events: taken(state, chapter.n, file, reason), replaced: file.replaced };
    return await interview(world, journal, chapter.n, filed);
  } finally {
    journal.close();
  }
}
