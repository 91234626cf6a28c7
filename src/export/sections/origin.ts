/** Everything that depends on how the record came to be, and not only on what it says. No other section may. */
import type { Case, Chapter, Correction } from "../../core/case.ts";
import { longMoment } from "../../core/date.ts";
import type { Question } from "../../core/flow.ts";
import { nl } from "../../core/nl.ts";
import { fieldPath, same, type Item } from "../../core/value.ts";
import { entry, fixed, lines, marked, said, section, text, type Block, type Line, type Section, type Shown } from "../block.ts";
import { itemsOf, parkedOf, type Reading } from "../reading.ts";
import { entryLines, entryTitle, shown } from "../shown.ts";

/** The version of what makes the record. It changes when the same case gives other bytes. */
export const RENDERER = "1";

const words = nl.record.origin;

export function origin(state: Case, readings: readonly Reading[]): Section {
  const parked = readings.flatMap((reading) => parkedBlocks(reading));
  const corrected = readings.flatMap((reading) => reading.chapter.corrections.map((correction, i) => corrections(reading, correction, i + 1)));
  return section(
    words.title,
    section(words.parked, ...(parked.length === 0 ? [text(words.noParked)] : [text(words.parkedAre), ...parked])),
    section(words.corrections, ...(corrected.length === 0 ? [text(words.noCorrections)] : corrected)),
    ...happened(state),
    section(words.about, ...lines(about(state)), ...replaced(state), text(words.proof)),
  );
}

/** Answers off the path, and fields of entries whose own condition does not hold. */
function parkedBlocks(reading: Reading): readonly Block[] {
  const questions = parkedOf(reading);
  const single = questions.flatMap((question): readonly Line[] => {
    const answer = reading.chapter.answers.get(question.id);
    return answer?.kind === "value" ? [{ label: question.label, shown: shown(reading, question, answer.value) }] : [];
  });
  const entries = questions.flatMap((list) => itemsOf(reading, list.id).map((item, i) => entry(words.inList(list.label, entryTitle(list, i + 1)), entryLines(reading, list, item))));
  const fields = [...reading.chapter.flow.questions.values()].flatMap((list) =>
    itemsOf(reading, list.id).flatMap((item, i) => {
      const off = fieldsOff(list, item).map((field) => ({ label: field.label, shown: shown(reading, field, item.value[field.id] ?? null) }));
      return off.length === 0 ? [] : [entry(words.inList(list.label, entryTitle(list, i + 1)), off)];
    }),
  );
  return [...lines(single), ...entries, ...fields];
}

function fieldsOff(list: Question, item: Item): Question["fields"] {
  const on = new Set(fieldPath(list, item.value).map(({ id }) => id));
  return list.fields.filter(({ id }) => !on.has(id) && item.value[id] !== undefined);
}

function corrections(reading: Reading, correction: Correction, position: number): Block {
  const { flow } = reading.chapter;
  const question = flow.questions.get(correction.q);
  const label = question?.label ?? correction.q;
  const reason: Shown = correction.reason === undefined ? marked(words.noReason) : said(correction.reason);
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
  if (!isEntry) return [{ label: words.was, shown: single(reading, question, before) }, { label: words.became, shown: single(reading, question, after) }];
  const [was, became] = [entryOf(before), entryOf(after)];
  if (was === undefined) return [{ label: words.what, shown: marked(words.added) }];
  if (became === undefined) return [{ label: words.what, shown: marked(words.removed) }, ...entryLines(reading, question, { id: "", value: was })];
  return question.fields
    .filter(({ id }) => !same(was[id] ?? null, became[id] ?? null))
    .flatMap((field): readonly Line[] => [
      { label: words.fieldWas(field.label), shown: was[field.id] === undefined ? marked(nl.record.empty) : shown(reading, field, was[field.id] ?? null) },
      { label: words.fieldBecame(field.label), shown: became[field.id] === undefined ? marked(nl.record.empty) : shown(reading, field, became[field.id] ?? null) },
    ]);
}

const isScalar = (value: Correction["before"]): value is string | number | boolean | readonly string[] => typeof value !== "object" || Array.isArray(value);

function single(reading: Reading, question: Question, value: Correction["before"]): Shown {
  return value === null || value === undefined || !isScalar(value) ? shown(reading, question, null) : shown(reading, question, value);
}

function entryOf(value: Correction["before"]): Item["value"] | undefined {
  return value === null || value === undefined || isScalar(value) ? undefined : value;
}

/** Finishing, erased lines, torn lines, locks that were taken over. */
function happened(state: Case): readonly Section[] {
  const finishes = state.events.flatMap((event) => (event.type === "finished" ? [{ label: words.finished, shown: fixed(longMoment(event.at)) }] : []));
  const erased = state.erased.map((line) => ({ label: words.erased(line.line), shown: said(line.ground), mark: longMoment(line.at) }));
  const incidents = state.incidents.flatMap((event): readonly Line[] => {
    if (event.type === "recovered") return [{ label: words.recovered, shown: fixed(words.bytes(event.body.bytes)), mark: longMoment(event.at) }];
    return event.type === "taken-over" ? [{ label: words.takenOver, shown: said(event.body.host), mark: longMoment(event.at) }] : [];
  });
  const all = [...finishes, ...erased, ...incidents];
  return all.length === 0 ? [] : [section(words.happened, ...lines(all))];
}

function about(state: Case): readonly Line[] {
  return [
    { label: words.id, shown: said(state.id) },
    { label: words.app, shown: said(state.app) },
    { label: words.renderer, shown: fixed(RENDERER) },
    ...state.chapters.map((chapter) => ({ label: words.editionHash(chapter.n), shown: fixed(chapter.editionHash) })),
    { label: words.lines, shown: fixed(String(state.events.length)) },
    { label: words.fingerprint, shown: fixed(state.events.at(-1)?.hash ?? "") },
  ];
}

/** Says so when characters that could not be read were replaced at intake. */
function replaced(state: Case): readonly Block[] {
  return holdsReplacement([state.chapters.map(wordsOf), state.notes]) ? [text(words.replaced)] : [];
}

const wordsOf = ({ answers, corrections: changed }: Chapter): unknown => [[...answers.values()], changed];

function holdsReplacement(value: unknown): boolean {
  if (typeof value === "string") return value.includes("\uFFFD");
  return typeof value === "object" && value !== null && Object.values(value).some(holdsReplacement);
}
