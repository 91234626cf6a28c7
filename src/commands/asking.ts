import { whyAsked, whyFilled } from "../core/because.ts";
import type { Case } from "../core/case.ts";
import type { Chapter } from "../core/chapter.ts";
import type { Askable, Field, Flow, Option, Question } from "../core/flow.ts";
import { nl } from "../core/nl.ts";
import { left } from "../core/position.ts";
import { recalled } from "../core/recall.ts";
import { summary } from "../core/summary.ts";
import { offered, type Entry, type Value } from "../core/value.ts";
import type { Walk } from "../core/walk.ts";
import type { Asking, Menu } from "../ports.ts";

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
  entry: Entry,
  current: Value | null | undefined,
): Asking {
  return { ...asking(state, chapter, list, field, now, current), why: whyFilled(chapter.flow, chapter.answers, now, list, field, entry) };
}

/** Whether nothing can be chosen, and nothing has to be: then there is nothing to ask. */
export const isVain = (chapter: Chapter, field: Field, entry: Entry): boolean =>
  field.to !== undefined && !field.required && entriesOf(chapter, field, entry[field.id]).length === 0;

/** What a list says of itself beside its help. */
export const aboutList = ({ flow, answers }: Chapter, list: Question, now: Walk): NonNullable<Menu["about"]> => ({
  weak: list.weak,
  strong: list.strong,
  why: whyAsked(flow, answers, now, list),
  sources: sourcesOf(flow, list),
});

/** A question that belongs to no walk, and has nothing to keep. */
export const aside = (askable: Askable): Asking => ({
  askable,
  options: [],
  place: "",
  current: undefined,
  note: undefined,
  urgent: false,
  sources: [],
  draft: undefined,
  keep: undefined,
});

const sourcesOf = (flow: Flow, { sources }: Question): Asking["sources"] => sources.flatMap((id) => flow.sources.get(id) ?? []);

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
    options: "to" in askable && askable.to !== undefined ? entriesOf(chapter, askable, current) : askable.options,
    place: placeOf(state, chapter, question, now),
    current,
    note: noteOn(state, chapter, question, now, askable === question),
    urgent: question.urgent,
    why: whyAsked(chapter.flow, chapter.answers, now, question),
    overview: true,
    draft: undefined,
    keep: undefined,
    sources: sourcesOf(chapter.flow, question),
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

/** The entries that a field can name. @param current what it names already */
function entriesOf(chapter: Chapter, field: Field, current: unknown): readonly Option[] {
  const { flow, answers } = chapter;
  const question = flow.questions.get(field.to ?? "");
  const answer = answers.get(field.to ?? "");
  if (question === undefined || answer?.kind !== "list") return [];
  return offered(question, field, answer.items, current).map(({ id, value }) => ({ id, text: summary(question, value, chapter) }));
}
