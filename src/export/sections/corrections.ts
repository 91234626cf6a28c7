/** Corrections: what it was, what it became, when, why, and whether the chapter had been finished. */
import type { Correction } from "../../core/chapter.ts";
import { longMoment } from "../../core/date.ts";
import type { Question } from "../../core/flow.ts";
import { nl } from "../../core/nl.ts";
import { same, type Item } from "../../core/value.ts";
import { entry, fixed, marked, said, section, text, type Block, type Line, type Section, type Shown } from "../block.ts";
import { itemsOf, type Reading } from "../reading.ts";
import { entryLines, entryTitle, shown } from "../shown.ts";

const words = nl.record.origin;

/** In the order in which they were made, chapter by chapter. */
export function corrections(readings: readonly Reading[]): Section {
  const all = readings.flatMap((reading) => reading.chapter.corrections.map((correction, i) => corrected(reading, correction, i + 1)));
  return section(words.corrections, ...(all.length === 0 ? [text(words.noCorrections)] : all));
}

function corrected(reading: Reading, correction: Correction, position: number): Block {
  const { flow } = reading.chapter;
  const question = flow.questions.get(correction.q);
  const label = question?.label ?? correction.q;
  const without = correction.afterFinish ? words.noReasonAfter : words.noReason;
  const reason: Shown = correction.reason === undefined ? marked(without) : said(correction.reason);
  return entry(
    words.correction(position, correction.item === undefined ? label : words.inList(label, named(reading, question, correction.item))),
    [
      ...(question === undefined ? [] : changes(reading, question, correction)),
      { label: words.when, shown: fixed(longMoment(correction.at)) },
      { label: words.why, shown: reason },
    ],
    correction.afterFinish ? words.afterFinish : undefined,
  );
}

/** With the id as the case file has it: positions move when an entry is taken away. */
function named(reading: Reading, list: Question | undefined, id: string): string {
  const at = list === undefined ? -1 : itemsOf(reading, list.id).findIndex((item) => item.id === id);
  return list === undefined || at === -1 ? id : words.numbered(entryTitle(list, at + 1), id);
}

function changes(reading: Reading, question: Question, { before, after }: Correction): readonly Line[] {
  const isEntry = question.kind === "list";
  if (!isEntry)
    return [
      { label: words.was, shown: single(reading, question, before) },
      { label: words.became, shown: single(reading, question, after) },
    ];
  const [was, became] = [entryOf(before), entryOf(after)];
  if (was === undefined) return [{ label: words.what, shown: marked(words.added) }];
  if (became === undefined)
    return [{ label: words.what, shown: marked(words.removed) }, ...entryLines(reading, question, { id: "", value: was })];
  return question.fields
    .filter(({ id }) => !same(was[id] ?? null, became[id] ?? null))
    .flatMap((field): readonly Line[] => [
      {
        label: words.fieldWas(field.label),
        shown: was[field.id] === undefined ? marked(nl.record.empty) : shown(reading, field, was[field.id] ?? null),
      },
      {
        label: words.fieldBecame(field.label),
        shown: became[field.id] === undefined ? marked(nl.record.empty) : shown(reading, field, became[field.id] ?? null),
      },
    ]);
}

const isScalar = (value: Correction["before"]): value is string | number | boolean | readonly string[] =>
  typeof value !== "object" || Array.isArray(value);

function single(reading: Reading, question: Question, value: Correction["before"]): Shown {
  return value === null || value === undefined || !isScalar(value) ? shown(reading, question, null) : shown(reading, question, value);
}

function entryOf(value: Correction["before"]): Item["value"] | undefined {
  return value === null || value === undefined || isScalar(value) ? undefined : value;
}
