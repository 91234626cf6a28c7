/** What may stand as an answer. A property test holds `accepts` equal to ajv on the generated schema. */
import { holds, NEVER, normalise, type Scope } from "./condition.ts";
import { isDate } from "./date.ts";
import type { Askable, Field, Question } from "./flow.ts";
import type { Scalar } from "./formats.ts";

export type Value = Scalar;
/** One entry of a list: field id -> value; a field that was left out or skipped is absent. */
export type Entry = Readonly<Record<string, Value>>;
/** An entry with its id, `<list>-<n>`, which is never used again. */
export interface Item {
  readonly id: string;
  readonly value: Entry;
}

/** Why a value is refused, for `nl.refusal` to put in words. `path` leads from the answer to the spot. */
export type Refusal = { readonly path: readonly (string | number)[] } & (
  | { readonly code: "kind"; readonly askable: Askable }
  | { readonly code: "required" | "blank" | "line-break" | "date" | "count" | "bounds" | "too-long"; readonly askable: Askable }
  | { readonly code: "option"; readonly askable: Askable; readonly given: string }
  | { readonly code: "twice" | "exclusive"; readonly askable: Askable; readonly given: string }
  | { readonly code: "unknown-field"; readonly given: string; readonly fields: readonly string[] }
  | { readonly code: "missing-field"; readonly askable: Askable }
  | { readonly code: "item-id"; readonly list: string }
  | { readonly code: "unknown-ref"; readonly given: string; readonly list: string }
  | { readonly code: "item-twice"; readonly given: string }
);

/** A line that stays one line: no line feed, carriage return, line or paragraph separator. */
export const ONE_LINE = "^[^\\n\\r\\u2028\\u2029]*$";
/** Something that can be seen. */
export const NOT_BLANK = "\\S";
const LINE_BREAK = /[\n\r\u2028\u2029]/;

/** The pattern of the item ids of a list. */
export const itemPattern = (list: string): string => `^${list}-[1-9][0-9]{0,5}$`;
/** The list in an item id. */
export const listOf = (item: string): string => item.replace(/-\d+$/, "");
const NUMBER = /^[1-9][0-9]{0,5}$/;
/** Whether a text has that pattern; making the pattern anew for each answer would be felt. */
const isItemId = (list: string, text: string): boolean => text.startsWith(`${list}-`) && NUMBER.test(text.slice(list.length + 1));

/**
 * Whether a value may stand as the answer to a question that is no list.
 * @param value null means: skipped
 * @returns null, or why it is refused
 */
export function accepts(askable: Askable | Field, value: unknown): Refusal | null {
  if (value === null) return askable.required ? { code: "required", path: [], askable } : null;
  switch (askable.kind) {
    case "notice":
      return value === true ? null : { code: "kind", path: [], askable };
    case "number":
      if (typeof value !== "number" || !Number.isInteger(value)) return { code: "kind", path: [], askable };
      return within(value, askable) ? null : { code: "bounds", path: [], askable };
    case "date":
      if (typeof value !== "string") return { code: "kind", path: [], askable };
      return isDate(value) ? null : { code: "date", path: [], askable };
    case "choice":
      if (typeof value !== "string") return { code: "kind", path: [], askable };
      return askable.options.some((option) => option.id === value) ? null : { code: "option", path: [], askable, given: value };
    case "choices":
      return acceptsChoices(askable, value);
    case "ref":
      if (typeof value !== "string") return { code: "kind", path: [], askable };
      return "to" in askable && isItemId(askable.to ?? "", value)
        ? null
        : { code: "item-id", path: [], list: "to" in askable ? (askable.to ?? "") : "" };
    case "text":
    case "line":
      return acceptsText(askable, value);
    case "list":
      return { code: "kind", path: [], askable };
  }
}

function acceptsText(askable: Askable, value: unknown): Refusal | null {
  if (typeof value !== "string") return { code: "kind", path: [], askable };
  if (value.trim() === "") return { code: "blank", path: [], askable };
  if (askable.kind === "line" && LINE_BREAK.test(value)) return { code: "line-break", path: [], askable };
  return value.length > askable.maxLength && Array.from(value).length > askable.maxLength ? { code: "too-long", path: [], askable } : null;
}

function acceptsChoices(askable: Askable, value: unknown): Refusal | null {
  if (!Array.isArray(value)) return { code: "kind", path: [], askable };
  const seen = new Set<string>();
  for (const [i, given] of (value as readonly unknown[]).entries()) {
    if (typeof given !== "string") return { code: "kind", path: [i], askable };
    const option = askable.options.find(({ id }) => id === given);
    if (option === undefined) return { code: "option", path: [i], askable, given };
    if (seen.has(given)) return { code: "twice", path: [i], askable, given };
    if (option.exclusive === true && value.length > 1) return { code: "exclusive", path: [i], askable, given };
    seen.add(given);
  }
  return within(value.length, askable) ? null : { code: "count", path: [], askable };
}

const within = (n: number, { min, max }: Askable): boolean => n >= (min ?? -Infinity) && n <= (max ?? Infinity);

/**
 * Whether a mapping may stand as one entry of a list. Fields whose own condition does not hold are kept but need nothing.
 * @param entry field id -> value; null counts as left out. `id` is the item's and is not looked at here
 */
export function acceptsEntry(list: Question, entry: unknown): Refusal | null {
  if (!isMapping(entry)) return { code: "kind", path: [], askable: list };
  for (const [id, value] of Object.entries(entry)) {
    if (id === "id") continue;
    const field = list.fields.find((one) => one.id === id);
    if (field === undefined) return { code: "unknown-field", path: [id], given: id, fields: list.fields.map((one) => one.id) };
    if (value === null) continue;
    const refusal = accepts(field, value);
    if (refusal !== null) return { ...refusal, path: [id, ...refusal.path] };
  }
  const missing = fieldPath(list, entry).find((field) => field.required && (own(entry, field.id) ?? null) === null);
  return missing === undefined ? null : { code: "missing-field", path: [], askable: missing };
}

/** Whether an array may stand as the whole of a list: its entries, how many, and each item id at most once. */
export function acceptsList(list: Question, value: unknown): Refusal | null {
  if (value === null) return list.required ? { code: "required", path: [], askable: list } : null;
  if (!Array.isArray(value)) return { code: "kind", path: [], askable: list };
  if (!within(value.length, list)) return { code: "count", path: [], askable: list };
  for (const [i, entry] of (value as readonly unknown[]).entries()) {
    const refusal = acceptsEntry(list, entry) ?? acceptsId(list, entry);
    if (refusal !== null) return { ...refusal, path: [i, ...refusal.path] };
  }
  return null;
}

function acceptsId(list: Question, entry: unknown): Refusal | null {
  const id = isMapping(entry) ? entry["id"] : undefined;
  if (id === undefined) return null;
  return typeof id === "string" && isItemId(list.id, id) ? null : { code: "item-id", path: ["id"], list: list.id };
}

/** The fields of an entry that apply, given the answers in fields before them. */
export function fieldPath(list: Question, entry: Readonly<Record<string, unknown>>): readonly Field[] {
  const seen = new Set<string>();
  const scope = fieldScope(entry, seen);
  return list.fields.filter((field) => {
    if (!holds(field.when, scope)) return false;
    seen.add(field.id);
    return true;
  });
}

/** An entry without the fields that do not apply. */
export function onPath(list: Question, entry: Entry): Entry {
  const fields = new Set(fieldPath(list, entry).map(({ id }) => id));
  return Object.fromEntries(Object.entries(entry).filter(([id]) => fields.has(id)));
}

/** What a condition inside some / every, or of a later field, can see of one entry. */
export function entryScope(list: Question, entry: Entry): Scope {
  return fieldScope(entry, new Set(fieldPath(list, entry).map((field) => field.id)));
}

/**
 * The entries that a field of kind ref offers. One of which it is not known that it is left out, is offered.
 * @param list to which the field points @param current what was chosen before: it stays to choose, whatever became of it
 */
export function offered(list: Question, { except }: Pick<Field, "except">, items: readonly Item[], current?: unknown): readonly Item[] {
  const out = normalise(except, NEVER);
  return items.filter(({ id, value }) => id === current || !holds(out, entryScope(list, value)));
}

/** What a condition over the fields of one entry sees. @param seen the fields that apply */
export function fieldScope(entry: Readonly<Record<string, unknown>>, seen: ReadonlySet<string>): Scope {
  return {
    value: (id) => (seen.has(id) ? (own(entry, id) ?? undefined) : undefined),
    entries: () => undefined,
    norm: () => "",
    fact: () => "",
  };
}

/** A field of an entry, and never what every object inherits: a field may be named constructor. */
export const own = <T>(entry: Readonly<Record<string, T>>, id: string): T | undefined => (Object.hasOwn(entry, id) ? entry[id] : undefined);

export const isMapping = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Whether two answers say the same; the options of `choices` in any order. */
export function same(a: unknown, b: unknown): boolean {
  if (Array.isArray(a) && Array.isArray(b)) return a.length === b.length && a.every((part) => b.includes(part));
  if (isMapping(a) && isMapping(b)) {
    const keys = new Set([...Object.keys(a), ...Object.keys(b)]);
    return [...keys].every((key) => same(a[key] ?? null, b[key] ?? null));
  }
  return a === b;
}

/** The same answer in one form: options in the order of the question. */
export function canonical(askable: Askable, value: Value | null): Value | null {
  if (askable.kind !== "choices" || !Array.isArray(value)) return value;
  return askable.options.flatMap(({ id }) => (value.includes(id) ? [id] : []));
}

/** An entry in one form: its fields in the order of the list. */
export function canonicalEntry(list: Question, entry: Entry): Entry {
  const said: [string, Value][] = [];
  for (const field of list.fields) {
    const value = canonical(field, own(entry, field.id) ?? null);
    if (value !== null) said.push([field.id, value]);
  }
  return Object.fromEntries(said);
}

/** Text as it may be kept: line ends are one line feed; NUL and lone surrogates become U+FFFD. */
export function clean(text: string): string {
  return text.replace(/\r\n?/g, "\n").replaceAll("\0", "\uFFFD").toWellFormed();
}
