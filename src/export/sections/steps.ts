/** Per step the facts: what was answered first, the lists with their entries kept apart, then what else was answered. */
import { atoms } from "../../core/condition.ts";
import { longDate } from "../../core/date.ts";
import type { Question, Step } from "../../core/flow.ts";
import { nl } from "../../core/nl.ts";
import type { Item } from "../../core/value.ts";
import { entry, lines, mark, marked, section, type Block, type Line, type Section } from "../block.ts";
import { answered, asTakenOver, itemsOf, type Reading } from "../reading.ts";
import { answerLine, entryLines, entryTitle } from "../shown.ts";
import { late } from "./opening.ts";

const words = nl.record.steps;

/** The steps in which anything was answered. */
export function steps(reading: Reading): readonly Section[] {
  return reading.chapter.flow.steps.flatMap((step) => {
    // What was taken over stands above, unless it was changed here.
    const asked = reading.walk.path.filter(
      (question) => question.step.id === step.id && !asTakenOver(reading, question) && !isForEverybody(question),
    );
    const blocks = stepBlocks(reading, asked);
    return blocks.length === 0 ? [] : [section(stepTitle(step), mark(writtenWhen(reading, asked)), ...blocks)];
  });
}

/** What is shown in every case says nothing about this one. */
const isForEverybody = ({ kind, when }: Question): boolean => kind === "notice" && [...atoms(when)].length === 0;

export const stepTitle = ({ number, title }: Step): string => (number === undefined ? title : words.numbered(number, title));

function stepBlocks(reading: Reading, asked: readonly Question[]): readonly Block[] {
  const isList = ({ id, kind }: Question): boolean => kind === "list" && itemsOf(reading, id).length > 0;
  const first = asked.findIndex(isList);
  const before = first === -1 ? asked : asked.slice(0, first);
  const after = first === -1 ? [] : asked.slice(first).filter((question) => !isList(question));
  const rest = answerLines(reading, after);
  return [
    ...lines(answerLines(reading, before)),
    ...asked.filter(isList).map((question) => list(reading, question)),
    ...(rest.length === 0 ? [] : [section(words.further, ...lines(rest))]),
  ];
}

function answerLines(reading: Reading, questions: readonly Question[]): readonly Line[] {
  const departure = new Set(reading.chapter.flow.decision?.departure);
  return questions.flatMap((question) => {
    const line = answerLine(reading, question);
    if (line === undefined) return [];
    return [departure.has(question.id) ? { ...line, shown: marked(words.above) } : line];
  });
}

function list(reading: Reading, question: Question): Section {
  const items = itemsOf(reading, question.id);
  const unfinished = answered(reading, question.id) ? [] : [mark(words.unfinished)];
  const groupBy = question.fields.find(({ id }) => id === question.groupBy);
  const at = (item: Item): Block => listEntry(reading, question, item, items.indexOf(item) + 1);
  if (groupBy === undefined) return section(question.label, ...unfinished, ...items.map(at));
  const groups = groupBy.options.flatMap((option) => {
    const members = items.filter((item) => item.value[groupBy.id] === option.id);
    return members.length === 0 ? [] : [section(option.text, ...members.map(at))];
  });
  const others = items.filter((item) => !groupBy.options.some(({ id }) => id === item.value[groupBy.id]));
  return section(question.label, ...unfinished, ...groups, ...(others.length === 0 ? [] : [section(words.ungrouped, ...others.map(at))]));
}

function listEntry(reading: Reading, question: Question, item: Item, position: number): Block {
  const happened = question.happened === undefined ? undefined : item.value[question.happened];
  const written = typeof happened === "string" ? late(happened, reading.chapter.written.get(item.id)) : undefined;
  return entry(entryTitle(question, position), entryLines(reading, question, item, question.groupBy), written);
}

/** On which day, or from which day to which, what stands in a step was written down. */
function writtenWhen(reading: Reading, asked: readonly Question[]): string {
  const ids = asked.flatMap(({ id, kind }) => (kind === "list" ? [id, ...itemsOf(reading, id).map((item) => item.id)] : [id]));
  const days = ids.flatMap((id) => reading.chapter.written.get(id)?.slice(0, 10) ?? []).sort();
  const [first = "", last = first] = [days[0], days.at(-1)];
  return first === last ? words.writtenOn(longDate(first)) : words.writtenFrom(longDate(first), longDate(last));
}
