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

/** Questions in the order in which they are given: lists as sections of their own, everything between them as lines. */
export function told(
  reading: Reading,
  ids: readonly string[],
  choose: (question: Question) => Choice | undefined = () => ({}),
): readonly Block[] {
  const blocks: Block[] = [];
  let open: Line[] = [];
  const flush = (): void => {
    blocks.push(...lines(open));
    open = [];
  };
  for (const id of ids) {
    const question = reading.chapter.flow.questions.get(id);
    const choice = question && choose(question);
    if (question === undefined || choice === undefined || question.kind === "notice") continue;
    if (question.kind === "list") {
      const entries = entriesOf(reading, question, choice);
      if (entries.length === 0) continue;
      flush();
      blocks.push(section(question.label, ...entries));
    } else open.push(...line(reading, question));
  }
  flush();
  return blocks;
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
export function byStep(reading: Reading, leaveOut: ReadonlySet<string>): readonly Block[] {
  return reading.chapter.flow.steps.flatMap((step) => {
    const asked = reading.walk.path.filter((question) => question.step.id === step.id && !question.given && !leaveOut.has(question.id));
    return part(
      step.title,
      ...told(
        reading,
        asked.map(({ id }) => id),
      ),
    );
  });
}
