/** What was said earlier in the case, to show while a question is asked. Only shown: nothing rests on it. */
import type { Case } from "./case.ts";
import type { Chapter } from "./chapter.ts";
import { counting } from "./chapters.ts";
import { longDate } from "./date.ts";
import type { Question } from "./flow.ts";
import { nl } from "./nl.ts";
import { retold, spoken } from "./summary.ts";
import { isAnswered } from "./walk.ts";

/** Lines for the questions it recalls that were answered: of this flow in an earlier chapter, of another flow as taken over here. */
export function recalled(state: Case, chapter: Chapter, { recalls }: Question): readonly string[] {
  return recalls.flatMap((q) => {
    const isGiven = chapter.flow.questions.get(q)?.given === true;
    const from = isGiven ? chapter : state.chapters.slice(0, chapter.n - 1).findLast((one) => one.flow.id === chapter.flow.id);
    return from === undefined ? [] : told(from, q, isGiven ? undefined : from.written.get(q));
  });
}

function told(from: Chapter, q: string, at: string | undefined): readonly string[] {
  const question = from.flow.questions.get(q);
  const answer = counting(from, q);
  if (question === undefined || !isAnswered(answer) || answer === undefined) return [];
  const label = nl.recall.earlier(question.label, at === undefined ? undefined : longDate(at));
  if (answer.kind === "value") return answer.value === null ? [] : [nl.recall.one(label, spoken(question, answer.value))];
  return answer.items.length === 0 ? [] : [label, ...answer.items.map(({ value }) => nl.recall.entry(retold(question, value, from)))];
}
