/** What was answered and does not count now. */
import type { Question } from "../../core/flow.ts";
import { nl } from "../../core/nl.ts";
import { fieldPath, type Item } from "../../core/value.ts";
import { entry, lines, marked, section, text, type Block, type Line, type Section } from "../block.ts";
import { itemsOf, parkedOf, type Reading } from "../reading.ts";
import { entryLines, entryTitle, shown } from "../shown.ts";

const words = nl.record.origin;

export function parked(readings: readonly Reading[]): Section {
  const blocks = readings.flatMap(parkedBlocks);
  return section(words.parked, ...(blocks.length === 0 ? [text(words.noParked)] : [text(words.parkedAre), ...blocks]));
}

/** Answers off the path, and fields of entries whose own condition does not hold. A notice is no answer. */
function parkedBlocks(reading: Reading): readonly Block[] {
  const questions = parkedOf(reading).filter(({ kind }) => kind !== "notice");
  const single = questions.flatMap((question): readonly Line[] => {
    const answer = reading.chapter.answers.get(question.id);
    if (answer === undefined || (answer.kind === "list" && answer.items.length > 0)) return [];
    return [
      { label: question.label, shown: answer.kind === "value" ? shown(reading, question, answer.value) : marked(nl.record.entries(0)) },
    ];
  });
  const entries = questions.flatMap((list) =>
    itemsOf(reading, list.id).map((item, i) => entry(words.inList(list.label, entryTitle(list, i + 1)), entryLines(reading, list, item))),
  );
  const fields = [...reading.chapter.flow.questions.values()].flatMap((list) =>
    itemsOf(reading, list.id).flatMap((item, i) => {
      const off = fieldsOff(list, item).map((field) => ({
        label: field.label,
        shown: shown(reading, field, item.value[field.id] ?? null),
      }));
      return off.length === 0 ? [] : [entry(words.inList(list.label, entryTitle(list, i + 1)), off)];
    }),
  );
  return [...lines(single), ...entries, ...fields];
}

function fieldsOff(list: Question, item: Item): Question["fields"] {
  const on = new Set(fieldPath(list, item.value).map(({ id }) => id));
  return list.fields.filter(({ id }) => !on.has(id) && item.value[id] !== undefined);
}
