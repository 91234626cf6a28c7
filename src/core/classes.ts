/** The answers to one question, as far as conditions can tell them apart: one example for each way of answering. */
import { atoms, holds, type Atom, type Condition, type Constant, type Scope } from "./condition.ts";
import { dayFrom } from "./date.ts";
import type { Askable, Field, Question } from "./flow.ts";
import { nl } from "./nl.ts";
import { accepts, entryScope, fieldPath, type Entry, type Item, type Value } from "./value.ts";

/** null: skipped. */
export type Sample = Value | null | readonly Item[];

export interface Class {
  readonly sample: Sample;
  /** The atoms that hold for it, by their key. */
  readonly holds: ReadonlySet<string>;
}

/** What conditions ask of one answer, by key. */
export type Asked = ReadonlyMap<string, Atom>;

/** Beyond this the ways to combine options or entries are not all tried, and nothing is proven. */
export const MOST_COMBINED = 8;
const MOST_ENTRY_CLASSES = 6;

/** @returns the classes, and whether they are all there are */
export function classesOf(askable: Askable | Question, asked: Asked): { readonly classes: readonly Class[]; readonly whole: boolean } {
  const { samples, whole } =
    "fields" in askable && askable.kind === "list" ? lists(askable, [...asked.values()]) : plain(askable, [...asked.values()]);
  const seen = new Map<string, Class>();
  for (const sample of samples) {
    const scope = scopeOf(askable, sample);
    const held = new Set([...asked].flatMap(([key, atom]) => (holds(atom, scope) ? [key] : [])));
    const key = [...held].sort().join("\n");
    if (!seen.has(key)) seen.set(key, { sample, holds: held });
  }
  return { classes: [...seen.values()], whole };
}

export const NOTHING: Scope = { value: () => undefined, entries: () => undefined, norm: () => "", fact: () => "" };

function scopeOf(askable: Askable | Question, sample: Sample): Scope {
  if (sample === null) return NOTHING;
  if (!isItems(askable, sample)) return { ...NOTHING, value: () => sample };
  const entries = sample.map(({ value }) => entryScope(askable as Question, value));
  return { ...NOTHING, entries: () => entries };
}

const isItems = (askable: Askable | Question, _sample: Sample): _sample is readonly Item[] => askable.kind === "list";

function plain(askable: Askable | Field, asked: readonly Atom[]): { readonly samples: readonly Sample[]; readonly whole: boolean } {
  const { samples, whole } = values(askable, asked);
  return { samples: [...samples, null].filter((sample) => accepts(askable, sample) === null), whole };
}

function values(askable: Askable | Field, asked: readonly Atom[]): { readonly samples: readonly Sample[]; readonly whole: boolean } {
  const constants = asked.flatMap((atom) => (atom.op === "cmp" ? around(atom.value) : []));
  switch (askable.kind) {
    case "choice":
      return { samples: askable.options.map(({ id }) => id), whole: true };
    case "choices":
      return combined(askable, asked);
    case "number":
      return { samples: [askable.min ?? 1, ...constants, askable.max ?? 1], whole: true };
    case "date":
      return { samples: [nl.scenario.day, ...constants], whole: true };
    case "notice":
      return { samples: [true], whole: true };
    case "ref":
      return { samples: [`${"to" in askable ? (askable.to ?? "") : ""}-1`], whole: true };
    case "text":
    case "line":
      return { samples: [nl.scenario.text], whole: true };
    case "list":
      return { samples: [], whole: false };
  }
}

/** Every legal set of the options that conditions name, filled up with others where the question wants more. */
function combined(askable: Askable, asked: readonly Atom[]): { readonly samples: readonly Sample[]; readonly whole: boolean } {
  const ids = askable.options.map(({ id }) => id);
  const named = ids.filter((id) => asked.some((atom) => atom.op === "has" && atom.option === id));
  const others = askable.options.flatMap(({ id, exclusive }) => (named.includes(id) || exclusive === true ? [] : [id]));
  const sets = named.length <= MOST_COMBINED ? subsets(named) : [[], ...named.map((id) => [id]), named];
  const filled = sets.flatMap((set) => [set, ...others.map((_, i) => [...set, ...others.slice(0, i + 1)])]);
  const legal = [...filled, ...ids.map((id) => [id])].filter((set) => accepts(askable, set) === null);
  return { samples: legal.toSorted((a, b) => Number(a.length === 0) - Number(b.length === 0)), whole: named.length <= MOST_COMBINED };
}

export function subsets<T>(of: readonly T[]): readonly (readonly T[])[] {
  let all: readonly (readonly T[])[] = [[]];
  for (const one of of) all = [...all, ...all.map((set) => [...set, one])];
  return all.toSorted((a, b) => a.length - b.length);
}

/** The constant and what lies just beside it. */
export function around(value: Constant): readonly Constant[] {
  return typeof value === "number" ? [value, value - 1, value + 1] : [value, dayFrom(value, -1), dayFrom(value, 1)];
}

/** Lists: which kinds of entries are in them, and how many entries. */
function lists(list: Question, asked: readonly Atom[]): { readonly samples: readonly Sample[]; readonly whole: boolean } {
  const parts = asked.flatMap((atom) => (atom.op === "some" || atom.op === "every" ? [atom.of] : []));
  const counts = asked.flatMap((atom) => (atom.op === "count" ? [atom.value - 1, atom.value, atom.value + 1] : []));
  const kinds = entries(list, parts);
  const most = kinds.slice(0, MOST_ENTRY_CLASSES);
  const samples = subsets(most).flatMap((set) => {
    const sizes = new Set([set.length, list.min ?? 0, ...counts].filter((n) => n >= set.length && (set.length > 0 || n === 0)));
    return [...sizes]
      .filter((n) => n >= (list.min ?? 0) && n <= (list.max ?? Infinity))
      .map((n) =>
        Array.from({ length: n }, (_, i) => ({ id: `${list.id}-${String(i + 1)}`, value: set[Math.min(i, set.length - 1)] ?? {} })),
      );
  });
  return { samples: list.required ? samples : [...samples, null], whole: kinds.length <= MOST_ENTRY_CLASSES };
}

/** One whole entry for each way in which these conditions can hold together. */
export function entries(list: Question, parts: readonly Condition[]): readonly Entry[] {
  const asked = new Map<string, Map<string, Atom>>();
  const note = (condition: Condition): void => {
    for (const atom of atoms(condition)) {
      if (!("q" in atom)) continue;
      const known = asked.get(atom.q) ?? new Map<string, Atom>();
      const fresh = !asked.has(atom.q);
      asked.set(atom.q, known.set(JSON.stringify(atom), atom));
      if (fresh) note(list.fields.find(({ id }) => id === atom.q)?.when ?? { op: "all", of: [] });
    }
  };
  for (const part of parts) note(part);
  const found = new Map<string, Entry>();
  const grow = (entry: Entry, at: number): void => {
    const field = list.fields[at];
    if (field === undefined) {
      const scope = entryScope(list, entry);
      const key = parts.map((part) => (holds(part, scope) ? "1" : "0")).join("");
      if (!found.has(key)) found.set(key, entry);
      return;
    }
    const applies = fieldPath(list, entry).some(({ id }) => id === field.id);
    if (!applies) {
      grow(entry, at + 1);
      return;
    }
    const { classes } = classesOf(field, asked.get(field.id) ?? new Map());
    // A field that no condition looks at is left out where it may be.
    const wanted = asked.has(field.id) ? classes : field.required ? classes.slice(0, 1) : [];
    if (wanted.length === 0) grow(entry, at + 1);
    for (const { sample } of wanted) grow(sample === null ? entry : { ...entry, [field.id]: sample as Value }, at + 1);
  };
  grow({}, 0);
  return [...found.values()];
}

/** An entry with the required fields it lacks. */
export function filled(list: Question, entry: Entry): Entry {
  const field = fieldPath(list, entry).find(({ id, required }) => required && !Object.hasOwn(entry, id));
  const sample = field === undefined ? undefined : classesOf(field, new Map()).classes[0]?.sample;
  return field === undefined || sample === undefined || sample === null ? entry : filled(list, { ...entry, [field.id]: sample as Value });
}
