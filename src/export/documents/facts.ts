/** Signals and facts, what was seen and said apart from what somebody thinks of it. */
import type { Question } from "../../core/flow.ts";
import type { Item } from "../../core/value.ts";
import { words } from "../../core/nl-documents.ts";
import type { Block } from "../block.ts";
import type { Reading } from "../reading.ts";
import { entriesOf, part, type Choice } from "./answers.ts";

/** What was seen, and what was said, by whom. */
const FACTS: readonly string[] = ["waarneming", "uitspraak"];

/**
 * The entries of lists that are kept apart by kind.
 * @param ids lists with the same kinds, all told together @param facts whether facts are wanted, or judgements
 */
export function apart(
  reading: Reading,
  ids: readonly string[],
  facts: boolean,
  choose: (list: Question) => Choice = () => ({}),
): readonly Block[] {
  const lists = ids.flatMap((id) => reading.chapter.flow.questions.get(id) ?? []);
  const kinds = [...new Map(lists.flatMap((list) => options(list).map(({ id, text }) => [id, text] as const)))];
  return kinds
    .filter(([kind]) => FACTS.includes(kind) === facts)
    .flatMap(([kind, title]) => part(words.kinds[kind] ?? title, ...lists.flatMap((list) => ofKind(reading, list, kind, choose(list)))));
}

const options = ({ fields, groupBy }: Question): Question["options"] => fields.find(({ id }) => id === groupBy)?.options ?? [];

function ofKind(reading: Reading, list: Question, kind: string, { item, field, title }: Choice): readonly Block[] {
  const group = list.groupBy ?? "";
  return entriesOf(reading, list, {
    item: (one: Item) => one.value[group] === kind && (item?.(one) ?? true),
    field: (one) => one.id !== group && (field?.(one) ?? true),
    ...(title === undefined ? {} : { title }),
  });
}
