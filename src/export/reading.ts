/** One chapter as it is read for the record: its answers, walked. */
import { walkOf, type Chapter } from "../core/chapter.ts";
import type { Scope } from "../core/condition.ts";
import type { Question } from "../core/flow.ts";
import type { Item } from "../core/value.ts";
import { isAnswered, type Walk } from "../core/walk.ts";

export interface Reading {
  readonly chapter: Chapter;
  readonly walk: Walk;
  readonly onPath: ReadonlySet<string>;
  /** What the conditions of the flow see of these answers. */
  readonly scope: Scope;
}

export function read(chapter: Chapter): Reading {
  const walked = walkOf(chapter);
  const onPath = new Set(walked.path.map(({ id }) => id));
  return { chapter, walk: walked, onPath, scope: walked.scope };
}

/** Whether a question is on the path and answered. */
export const answered = ({ chapter, onPath }: Reading, q: string): boolean => onPath.has(q) && isAnswered(chapter.answers.get(q));

/** Whether an answer was taken over from an earlier chapter, and stands as it was. */
export const asTakenOver = ({ chapter }: Reading, { id, given }: Question): boolean =>
  given && !chapter.corrections.some(({ q }) => q === id);

/** The entries of a list, on the path or not. */
export function itemsOf({ chapter }: Reading, list: string): readonly Item[] {
  const answer = chapter.answers.get(list);
  return answer?.kind === "list" ? answer.items : [];
}

/** The answer to a question on the path as text; undefined when there is none or it is no text. */
export function textOf(reading: Reading, q: string): string | undefined {
  const value = reading.scope.value(q);
  return typeof value === "string" ? value : undefined;
}

/** The parked questions in flow order. */
export function parkedOf({ chapter, walk: { parked } }: Reading): readonly Question[] {
  return [...chapter.flow.questions.values()].filter(({ id }) => parked.includes(id));
}
