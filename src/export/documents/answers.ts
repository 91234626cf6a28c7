/** Answers of a chapter as blocks of a document: only what is filled in, and nothing about how the case came to be. */
import type { Field, Question } from "../../core/flow.ts";
import { fieldPath, type Item, type Value } from "../../core/value.ts";
import { entry, lines, section, type Block, type Line } from "../block.ts";
import { answered, itemsOf, type Reading } from "../reading.ts";
import { entryTitle, shown } from "../shown.ts";

/** Which entries of a list are told, and which fields of them; all when left out. */
export interface Choice {
  readonly item?: (item: Item) => boolean;
  readonly field?: (field: Field) => boolean;
  /** How an entry is called; its place in the list when left out. */
  readonly title?: (item: Item) => string;
}

/** The answers to these questions: first what is one line, then each list as a section of its own, both in the order given. */
export function told(
  reading: Reading,
  ids: readonly string[],
  choose: (question: Question) => Choice | undefined = () => ({}),
): readonly Block[] {
  const questions = ids.flatMap((id) => reading.chapter.flow.questions.get(id) ?? []);
  const chosen = questions.flatMap((question) => {
    const choice = choose(question);
    return choice === undefined || question.kind === "notice" ? [] : [{ question, choice }];
  });
  return [
    ...lines(chosen.flatMap(({ question }) => (question.kind === "list" ? [] : line(reading, question)))),
    ...chosen.flatMap(({ question, choice }) =>
      question.kind === "list" ? part(question.label, ...entriesOf(reading, question, choice)) : [],
    ),
  ];
}

/** The answer to one question as a line; nothing when there is none, or it was skipped. */
export function line(reading: Reading, question: Question): readonly Line[] {
  const answer = reading.chapter.answers.get(question.id);
  if (!answered(reading, question.id) || answer?.kind !== "value" || answer.value === null) return [];
  return [{ label: question.label, shown: shown(reading, question, answer.value) }];
}

/** The entries of a list that is on the path. */
export function entriesOf(
  reading: Reading,
  list: Question,
  { item: wanted = () => true, field = () => true, title }: Choice,
): readonly Block[] {
  if (!reading.onPath.has(list.id)) return [];
  return itemsOf(reading, list.id).flatMap((item, i) => {
    if (!wanted(item)) return [];
    const all = fieldLines(reading, list, item, field);
    return all.length === 0 ? [] : [entry(title?.(item) ?? entryTitle(list, i + 1), all)];
  });
}

/** The fields of an entry that are filled in. */
export const fieldLines = (reading: Reading, list: Question, { value }: Item, isWanted: (field: Field) => boolean): readonly Line[] =>
  fieldPath(list, value).flatMap((field) => {
    const given: Value | undefined = value[field.id];
    return given === undefined || !isWanted(field) ? [] : [{ label: field.label, shown: shown(reading, field, given) }];
  });

/** A section, when there is anything in it. */
export const part = (title: string, ...blocks: readonly Block[]): readonly Block[] =>
  blocks.length === 0 ? [] : [section(title, ...blocks)];

/** The questions of a chapter that are asked there and now, a step at a time. */
export function byStep(reading: Reading, leaveOut: ReadonlySet<string>, titles: Readonly<Record<string, string>>): readonly Block[] {
  return reading.chapter.flow.steps.flatMap((step) => {
    const asked = reading.walk.path.filter((question) => question.step.id === step.id && !question.given && !leaveOut.has(question.id));
    return part(
      titles[step.id] ?? step.title,
      ...told(
        reading,
        asked.map(({ id }) => id),
      ),
    );
  });
}
