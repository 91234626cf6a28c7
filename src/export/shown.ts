/** Answers in words. Nothing here shows the id of an entry: a reference shows who or what is meant. */
import { names } from "../core/condition.ts";
import type { Askable, Field, Question } from "../core/flow.ts";
import { nl } from "../core/nl.ts";
import { optionText, spoken } from "../core/summary.ts";
import { fieldPath, type Item, type Value } from "../core/value.ts";
import { fixed, marked, said, type Line, type Shown } from "./block.ts";
import { answered, itemsOf, type Reading } from "./reading.ts";

/** @param value null means skipped */
export function shown(reading: Reading, askable: Askable | Field, value: Value | null): Shown {
  if (value === null) return marked(nl.record.skipped);
  switch (askable.kind) {
    case "text":
    case "line":
      return said(String(value));
    case "choices":
      return Array.isArray(value) && value.length > 0
        ? fixed(...value.map((id) => optionText(askable, String(id))))
        : marked(nl.record.none);
    case "choice":
    case "date":
    case "number":
      return fixed(spoken(askable, value));
    case "ref":
      return referred(reading, "to" in askable ? (askable.to ?? "") : "", String(value));
    case "notice":
      return marked(nl.record.read);
    case "list":
      return marked(nl.record.entries(0));
  }
}

function referred(reading: Reading, list: string, id: string): Shown {
  const question = reading.chapter.flow.questions.get(list);
  const at = itemsOf(reading, list).findIndex((item) => item.id === id);
  const item = itemsOf(reading, list)[at];
  if (question === undefined || item === undefined) return marked(nl.record.gone);
  const words = described(reading, question, item);
  const whole = nl.record.referred(words, question.item, at + 1);
  // What stands in an earlier chapter is repeated here: a chapter is read by itself.
  const text = question.given ? longest(question, item) : undefined;
  return said(text === undefined ? whole : nl.record.repeated(whole, text));
}

/** The first long text of an entry. */
function longest(list: Question, { value }: Item): string | undefined {
  const field = fieldPath(list, value).find(({ id, kind }) => kind === "text" && value[id] !== undefined);
  return field === undefined ? undefined : String(value[field.id]);
}

/**
 * A short description of an entry: its first two fields that are no long text. A reference or a choice counts only when it comes first,
 * a line not behind a long text: then it is about that text.
 */
export function described(reading: Reading, list: Question, item: Item, leaveOut?: string): string {
  const words: string[] = [];
  let isTold = false;
  for (const field of fieldPath(list, item.value)) {
    const value = item.value[field.id];
    if (value === undefined || field.id === leaveOut) continue;
    if (field.kind === "text") isTold = true;
    if (field.kind === "text" || (isTold && field.kind === "line")) continue;
    if ((field.kind === "ref" || field.kind === "choice") && words.length > 0) continue;
    const short = shown(reading, field, value);
    const said = short.kind === "fixed" ? short.texts.join(", ") : short.text;
    if (words.length === 0) words.push(said);
    // A sentence of its own is set apart from whom it is about.
    else return nl.record.described(words.join(), said, field.kind === "line");
  }
  return words.join();
}

/** The fields of an entry that apply and are filled in, as lines; what was left out in one line at the end. */
export function entryLines(reading: Reading, list: Question, item: Item, leaveOut?: string): readonly Line[] {
  const lines: Line[] = [];
  const missing: string[] = [];
  const path = fieldPath(list, item.value);
  // Who left a reference out to say it in words, left nothing out.
  const instead = new Set(path.filter(({ id }) => item.value[id] !== undefined).flatMap(({ when }) => [...names(when)]));
  for (const field of path) {
    const value = item.value[field.id];
    if (value === undefined && !instead.has(field.id)) missing.push(field.label);
    else if (value === undefined) continue;
    else if (field.id !== leaveOut) lines.push({ label: field.label, shown: shown(reading, field, value) });
  }
  return missing.length === 0 ? lines : [...lines, { label: nl.record.leftOut, shown: fixed(missing.join(", ")) }];
}

/** The answer to one question as a line; undefined while it is not answered. The entries of a list are counted. */
export function answerLine(reading: Reading, question: Question): Line | undefined {
  const answer = reading.chapter.answers.get(question.id);
  if (answer === undefined || !answered(reading, question.id)) return undefined;
  if (answer.kind === "list") return { label: question.label, shown: marked(nl.record.entries(answer.items.length)) };
  return { label: question.label, shown: shown(reading, question, answer.value) };
}

/** A title from the name of an entry: "signaal" -> "Signaal 2". */
export const entryTitle = (list: Question, position: number): string => `${nl.capital(list.item)} ${String(position)}`;
