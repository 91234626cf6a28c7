/** One entry of a list on one line, for menus and references. */
import type { Askable, Field, Flow, Question } from "./flow.ts";
import { nl } from "./nl.ts";
import { fieldPath, type Entry, type Value } from "./value.ts";
import type { Answers } from "./walk.ts";

/** Where the entries that a reference points to are found. */
export interface Known {
  readonly flow: Flow;
  readonly answers: Answers;
}

const FIELDS = 4;
/** How many characters of a text are enough to know an entry by. */
const SHORT = 60;

/** The first few filled fields that say something by themselves. */
export function summary(list: Question, entry: Entry, known: Known): string {
  return joined(list, entry, (field, value) => (isBare(field, value) ? [] : part(field, value, known)));
}

/** The same with what was answered yes or no, under its label. */
export function retold(list: Question, entry: Entry, known: Known): string {
  return joined(list, entry, (field, value) =>
    isBare(field, value) ? [`${nl.prompt.colon(field.label)}${spoken(field, value)}`] : part(field, value, known),
  );
}

/** All that is filled in, whole, each under its label. */
export function whole(list: Question, entry: Entry, known: Known): readonly string[] {
  return fieldPath(list, entry).flatMap((field) => {
    const value = entry[field.id];
    if (value === undefined) return [];
    const words = field.kind === "ref" ? named(field, value, known).join("") : spoken(field, value);
    return [`${nl.prompt.colon(field.label)}${words}`];
  });
}

/** What says nothing without its question: "Nee, niet nodig", "Geen van beide", "Weet ik niet". */
const isBare = (field: Field, value: Value): boolean =>
  (field.kind === "choice" || field.kind === "choices") && nl.bare.test(spoken(field, value));

function joined(list: Question, entry: Entry, words: (field: Field, value: Value) => readonly string[]): string {
  const said = fieldPath(list, entry).flatMap((field) => {
    const value = entry[field.id];
    return value === undefined ? [] : words(field, value);
  });
  return said.slice(0, FIELDS).join(", ") || nl.interview.noWords;
}

function part(field: Field, value: Value, known: Known): readonly string[] {
  if (field.kind === "ref") return named(field, value, known);
  const [first = ""] = spoken(field, value).split("\n");
  // No full stop before a comma.
  return [short(first.trim()).replace(/[.,;:]+$/u, "")];
}

/** What an entry of another list is known by: what was told in it, else the first thing that was typed. */
function named({ to = "" }: Field, id: Value, known: Known): readonly string[] {
  const list = known.flow.questions.get(to);
  const answer = known.answers.get(to);
  const item = answer?.kind === "list" ? answer.items.find((one) => one.id === id) : undefined;
  if (list === undefined || item === undefined) return [];
  const filled = fieldPath(list, item.value).filter((field) => item.value[field.id] !== undefined);
  const field = filled.find(({ kind }) => kind === "text") ?? filled.find(({ kind }) => kind === "line");
  return field === undefined ? [] : part(field, item.value[field.id] ?? "", known);
}

/** As many whole words as fit. */
function short(text: string): string {
  const all = Array.from(text);
  if (all.length <= SHORT) return text;
  const start = all.slice(0, SHORT).join("");
  const space = start.lastIndexOf(" ");
  return `${space > 0 ? start.slice(0, space) : start}…`;
}

/** A value in words: the text of an option, a day written out, a number with its unit. */
export function spoken(askable: Askable, value: Value): string {
  if (Array.isArray(value)) return value.map((id) => optionText(askable, String(id))).join(", ");
  if (askable.kind === "date") return nl.date(String(value));
  if (askable.kind === "number") return askable.unit === undefined ? String(value) : `${String(value)} ${askable.unit}`;
  return askable.kind === "choice" ? optionText(askable, String(value)) : String(value);
}

export const optionText = ({ options }: Askable, id: string): string => options.find((option) => option.id === id)?.text ?? id;
