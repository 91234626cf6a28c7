import { whyAsked } from "../core/because.ts";
import type { Case, Chapter } from "../core/case.ts";
import type { Askable, Field, Option, Question } from "../core/flow.ts";
import { nl } from "../core/nl.ts";
import { left } from "../core/position.ts";
import { recalled } from "../core/recall.ts";
import { summary } from "../core/summary.ts";
import type { Value } from "../core/value.ts";
import type { Walk } from "../core/walk.ts";
import type { Asking } from "../ports.ts";

/** A question of the walk as it is put to the user. */
export function askingOf(state: Case, chapter: Chapter, question: Question, now: Walk): Asking {
  const answer = chapter.answers.get(question.id);
  return asking(state, chapter, question, question, now, answer?.kind === "value" ? answer.value : undefined);
}

/** A field of one entry as it is put to the user. */
export function askingField(
  state: Case,
  chapter: Chapter,
  list: Question,
  field: Field,
  now: Walk,
  current: Value | null | undefined,
): Asking {
  return asking(state, chapter, list, field, now, current);
}

function asking(
  state: Case,
  chapter: Chapter,
  question: Question,
  askable: Askable | Field,
  now: Walk,
  current: Value | null | undefined,
): Asking {
  return {
    askable,
    options: "to" in askable && askable.to !== undefined ? entriesOf(chapter, askable.to) : askable.options,
    place: placeOf(state, chapter, question, now),
    current,
    note: noteOn(state, chapter, question, now, askable === question),
    urgent: question.urgent,
    why: askable === question ? whyAsked(chapter.flow, chapter.answers, now, question) : undefined,
    overview: true,
    draft: undefined,
    keep: undefined,
    sources: question.sources.flatMap((id) => chapter.flow.sources.get(id) ?? []),
  };
}

/** Where she is, and that it is an exercise. */
export function placeOf({ exercise }: Case, { flow: { steps: all, title } }: Chapter, { step, item, kind }: Question, now: Walk): string {
  const steps = all.filter(({ number }) => number !== undefined).length;
  const { open, deferred } = left(now, step);
  return (
    (exercise ? nl.interview.exerciseMark : "") +
    (steps === 0 ? nl.interview.chapter(title) : "") +
    nl.interview.place(step.number, steps, step.title, Math.max(open > 0 ? open : deferred, 1)) +
    (kind === "list" ? nl.interview.entry(item) : "")
  );
}

/** What was said earlier, and what the norms say before the decision about them is asked. The fields of an entry are asked below that of their list. */
export function noteOn(state: Case, chapter: Chapter, question: Question, now: Walk, isWhole = true): string | undefined {
  const { decision } = chapter.flow;
  const about = decision?.report.question === question.id ? now.report : decision?.help.question === question.id ? now.help : undefined;
  const lines = [...(isWhole ? recalled(state, chapter, question) : []), ...(about === undefined ? [] : [about.text.trim()])];
  return lines.length === 0 ? undefined : lines.join("\n");
}

function entriesOf(chapter: Chapter, list: string): readonly Option[] {
  const { flow, answers } = chapter;
  const question = flow.questions.get(list);
  const answer = answers.get(list);
  if (question === undefined || answer?.kind !== "list") return [];
  return answer.items.map(({ id, value }) => ({ id, text: summary(question, value, chapter) }));
}
