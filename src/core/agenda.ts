/** The days on which something waits in a case. What a flow says of its dates (`agenda`, `reminder`, `deadlines`) is all there is to it. */
import { dutchDay } from "./amsterdam.ts";
import type { Case } from "./case.ts";
import { walkOf, type Chapter } from "./chapter.ts";
import { holds } from "./condition.ts";
import type { Askable, Deadline, Question } from "./flow.ts";
import type { DueSource } from "./formats.ts";
import { fieldPath } from "./value.ts";
import { isAnswered } from "./walk.ts";
import { weeksAfter, workdaysAfter } from "./workday.ts";

/** A day on which something is due. */
export interface Due {
  /** yyyy-mm-dd */
  readonly date: string;
  readonly kind: DueSource;
  /** Which date of the case it is: the same as long as that is there. */
  readonly key: string;
  /** How often it was changed. */
  readonly revision: number;
  /** How the day was counted from another one; left out for a day that somebody chose. */
  readonly term?: { readonly count: number; readonly unit: "workdays" | "weeks" };
}

/** A date in a chapter, and what ends its waiting. */
interface Waiting extends Due {
  /** Where it is asked; its own chapter counts from there on. */
  readonly from: Question;
  readonly done: readonly string[];
  readonly checked: readonly string[];
}

/** A chapter with what its answers are worth. */
interface Walked {
  readonly chapter: Chapter;
  readonly path: readonly Question[];
}

/**
 * What still waits in a case, overdue or to come. Only answers on the path count. A day no longer waits once a question in its `done`
 * is answered, or one in its `checked` on that day or later: further on in its chapter, or anywhere in a later one.
 */
export function dues({ chapters }: Pick<Case, "chapters">): readonly Due[] {
  const walked = chapters.map((chapter) => ({ chapter, ...walkOf(chapter) }));
  return walked.flatMap((one) => {
    const all = [
      ...one.path.filter(({ given }) => !given).flatMap((question) => dated(one, question)),
      ...one.chapter.flow.deadlines.filter(({ when }) => holds(when, one.scope)).flatMap((deadline) => counted(one, deadline)),
    ];
    return all
      .filter((due) => !isOver(due, one, walked))
      .map(({ date, kind, key, revision, term }) => ({ date, kind, key, revision, ...(term === undefined ? {} : { term }) }));
  });
}

/** The dates that a question holds. */
function dated(one: Walked, question: Question): readonly Waiting[] {
  const answer = one.chapter.answers.get(question.id);
  if (answer?.kind === "value") return isForAgenda(question) ? waiting(one, question, question, answer.value, question.id) : [];
  return (answer?.items ?? []).flatMap(({ id, value }) =>
    fieldPath(question, value)
      .filter(isForAgenda)
      .flatMap((field) => waiting(one, question, field, value[field.id], id, `.${field.id}`)),
  );
}

const isForAgenda = ({ kind, agenda }: Askable): boolean => kind === "date" && agenda !== undefined;

function waiting(
  { chapter }: Walked,
  from: Question,
  { reminder }: Askable,
  date: unknown,
  written: string,
  field = "",
): readonly Waiting[] {
  if (typeof date !== "string") return [];
  const { kind = "afspraak", done = [], checked = [] } = reminder ?? {};
  return [{ date, kind, key: `${String(chapter.n)}.${written}${field}`, revision: revisions(chapter, written), from, done, checked }];
}

/** How often an answer, or an entry by its id, was corrected. */
const revisions = ({ corrections }: Chapter, written: string): number =>
  corrections.filter(({ q, item }) => (item ?? q) === written).length;

function counted({ chapter, path }: Walked, deadline: Deadline): readonly Waiting[] {
  const { id, from: q, workdays, weeks = 0, kind, done = [], checked = [] } = deadline;
  const from = path.find((question) => question.id === q);
  const answer = chapter.answers.get(q);
  if (from === undefined || answer?.kind !== "value" || typeof answer.value !== "string" || answer.value >= LAST) return [];
  const date = workdays === undefined ? weeksAfter(answer.value, weeks) : workdaysAfter(answer.value, workdays);
  const term = workdays === undefined ? ({ count: weeks, unit: "weeks" } as const) : ({ count: workdays, unit: "workdays" } as const);
  return [{ date, kind, key: `${String(chapter.n)}.${id}.${q}`, revision: revisions(chapter, q), term, from, done, checked }];
}

/** From here on the calendar ends too soon to count further. */
const LAST = "9990";

function isOver({ date, from, done, checked }: Waiting, { chapter }: Walked, walked: readonly Walked[]): boolean {
  return walked.slice(chapter.n - 1).some(({ chapter: later, path }) =>
    path.some(({ id, order, given }) => {
      if (given || (later === chapter && order <= from.order) || !says(later, id)) return false;
      return done.includes(id) || (checked.includes(id) && dutchDay(later.written.get(id) ?? "") >= date);
    }),
  );
}

/** Whether something was answered: what was skipped says nothing. */
function says({ answers }: Chapter, q: string): boolean {
  const answer = answers.get(q);
  return isAnswered(answer) && !(answer?.kind === "value" && answer.value === null);
}
