/** One entry of a list on one line, for menus and references. */
import type { Askable, Field, Question } from "./flow.ts";
import { nl } from "./nl.ts";
import { fieldPath, type Entry, type Value } from "./value.ts";

const FIELDS = 3;

/** The first few filled fields that say something by themselves; references are left out. */
export function summary(list: Question, entry: Entry): string {
  const said = fieldPath(list, entry).flatMap((field: Field) => {
    const value = entry[field.id];
    // A bare yes or no says nothing without its question.
    return value === undefined || field.kind === "ref" || value === "ja" || value === "nee"
      ? []
      : [spoken(field, value).split("\n")[0] ?? ""];
  });
  return said.slice(0, FIELDS).join(", ") || nl.interview.noWords;
}

/** A value in words: the text of an option, a day written out, a number with its unit. */
export function spoken(askable: Askable, value: Value): string {
  if (Array.isArray(value)) return value.map((id) => optionText(askable, String(id))).join(", ");
  if (askable.kind === "date") return nl.date(String(value));
  if (askable.kind === "number") return askable.unit === undefined ? String(value) : `${String(value)} ${askable.unit}`;
  return askable.kind === "choice" ? optionText(askable, String(value)) : String(value);
}

export const optionText = ({ options }: Askable, id: string): string => options.find((option) => option.id === id)?.text ?? id;
