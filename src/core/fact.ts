/** Derived facts: what checks need and a condition cannot say, as a closed list of pure functions over the answers on the path, and when they were given. */
import { atoms, holds, normalise, ALWAYS, NEVER, type Condition } from "./condition.ts";
import { daysBetween, daysLate } from "./date.ts";
import type { Flow } from "./flow.ts";
import type { ConditionSource, FactSource } from "./formats.ts";
import { fieldScope, listOf, type Item } from "./value.ts";

/** onbekend: something it looks at is absent (off the path, open or skipped). */
export type Truth = "ja" | "nee" | "onbekend";
export const TRUTHS: readonly Truth[] = ["ja", "nee", "onbekend"];

/** What a fact can see: only answers on the path. */
export interface Sight {
  readonly value: (q: string) => unknown;
  /** The entries of a closed list, each with the fields that apply. */
  readonly items: (q: string) => readonly Item[] | undefined;
  /** The field of a list with the day on which an entry happened. */
  readonly happened: (list: string) => string | undefined;
  /** When a question (by id) or an entry (by item id) was first written down. */
  readonly written: (id: string) => string | undefined;
}

/** How many words make a text say something: "-", "nvt" and "zie boven" do not. */
const WORDS = 3;

export function truthOf(fact: FactSource, sight: Sight): Truth {
  const { list = "", by = "", field = "" } = fact;
  switch (fact.is) {
    case "covered":
      if (fact.of !== undefined) return allNamed(sight.value(fact.of), sight.items(by), field);
      return covered(meant(fact.where, sight.items(list)), sight.items(by), field);
    case "one-sided":
      return oneSided(meant(fact.where, sight.items(list)), field);
    case "within":
      return dated(fact, sight, (from, to) => daysBetween(from, to) <= (fact.days ?? 0));
    case "before":
      return dated(fact, sight, (from, to) => from < to);
    case "said":
      return said(fact.of === undefined ? sight.items(list)?.map(({ value }) => value[field]) : [sight.value(fact.of)]);
    case "linked":
      return linked(sight.items(list), naming(fact, sight));
    case "first":
      return first(meant(fact.where, sight.items(list)), sight.items(by)?.filter(naming(fact, sight)), fact, sight);
    case "steady":
      return steady((fact.dates ?? []).flatMap((q) => days(sight, q)).sort(), fact.days ?? 0);
    case "timely":
      return timely(fact, sight);
  }
}

/** The entries of which a condition holds. */
function meant(where: ConditionSource | undefined, items: readonly Item[] | undefined): readonly Item[] | undefined {
  const condition = normalise(where, ALWAYS);
  return items?.filter(({ value }) => holds(condition, fieldScope(value, new Set(Object.keys(value)))));
}

/** Whether an entry names one of which `whom` holds. */
function naming({ field = "", whom }: FactSource, { items }: Sight): (item: Item) => boolean {
  return ({ value }) => {
    const named = value[field];
    if (typeof named !== "string") return false;
    return meant(whom, items(listOf(named)))?.some(({ id }) => id === named) ?? false;
  };
}

/** Whether every entry is named by some entry of another list; of an empty list that is so. */
function covered(list: readonly Item[] | undefined, by: readonly Item[] | undefined, field: string): Truth {
  if (list === undefined || by === undefined) return "onbekend";
  const named = new Set(by.map(({ value }) => value[field]));
  return list.every(({ id }) => named.has(id)) ? "ja" : "nee";
}

/** Whether every option that was chosen stands in some entry of a list. */
function allNamed(chosen: unknown, by: readonly Item[] | undefined, field: string): Truth {
  if (!Array.isArray(chosen) || by === undefined) return "onbekend";
  const there = new Set<unknown>(by.map(({ value }) => value[field]));
  return chosen.every((option) => there.has(option)) ? "ja" : "nee";
}

/** Whether two entries or more all have the same; one entry is no side yet. */
function oneSided(list: readonly Item[] | undefined, field: string): Truth {
  if (list === undefined || list.some(({ value }) => value[field] === undefined)) return "onbekend";
  return list.length > 1 && new Set(list.map(({ value }) => String(value[field]).trim().toLowerCase())).size === 1 ? "ja" : "nee";
}

/** Whether each of these texts has enough words; what was left out is no text. */
function said(texts: readonly unknown[] | undefined): Truth {
  const there = texts?.filter((text) => typeof text === "string");
  if (there === undefined || (there.length === 0 && texts !== undefined && texts.length > 0)) return "onbekend";
  return there.every((text) => (text.match(/[\p{L}\p{N}]+/gu) ?? []).length >= WORDS) ? "ja" : "nee";
}

function linked(list: readonly Item[] | undefined, names: (item: Item) => boolean): Truth {
  if (list === undefined) return "onbekend";
  return list.some(names) ? "ja" : "nee";
}

/** Whether something in the list was as early as the earliest of the others; unknown while there are no others. */
function first(
  own: readonly Item[] | undefined,
  others: readonly Item[] | undefined,
  { list = "", by = "" }: FactSource,
  sight: Sight,
): Truth {
  if (own === undefined || others === undefined) return "onbekend";
  const [day, other] = [daysOf(own, list, sight)[0], daysOf(others, by, sight)[0]];
  if (other === undefined) return "onbekend";
  return day !== undefined && day <= other ? "ja" : "nee";
}

function steady(days: readonly string[], most: number): Truth {
  if (days.length < 2) return "onbekend";
  return days.every((day, i) => daysBetween(days[i - 1] ?? day, day) <= most) ? "ja" : "nee";
}

/** Whether none was written down more than so many days after it happened, as far as both are known. */
function timely({ list, where, dates, days = 0 }: FactSource, sight: Sight): Truth {
  const late = (dates ?? [list ?? ""]).flatMap((q) => {
    const value = sight.value(q);
    const field = sight.happened(q) ?? "";
    const each = meant(where, sight.items(q))?.map((item) => [item.id, item.value[field]] as const);
    return (each ?? [[q, value] as const]).flatMap(([id, day]) => {
      const at = sight.written(id);
      const by = typeof day === "string" && at !== undefined ? daysLate(day, at) : NaN;
      return Number.isNaN(by) ? [] : [by];
    });
  });
  if (late.length === 0) return "onbekend";
  return late.every((by) => by <= days) ? "ja" : "nee";
}

function dated({ from = "", to = "" }: FactSource, sight: Sight, holds: (from: string, to: string) => boolean): Truth {
  const [first, second] = [days(sight, from).at(-1), days(sight, to).at(-1)];
  return first === undefined || second === undefined ? "onbekend" : holds(first, second) ? "ja" : "nee";
}

/** The day that a question has as its answer, or the days of the entries of a list, the first one first. */
function days(sight: Sight, q: string): readonly string[] {
  const value = sight.value(q);
  return typeof value === "string" ? [value] : daysOf(sight.items(q) ?? [], q, sight);
}

const daysOf = (items: readonly Item[], list: string, { happened }: Sight): readonly string[] =>
  items
    .map(({ value }) => value[happened(list) ?? ""])
    .filter((day) => typeof day === "string")
    .sort();

/** The questions that a fact looks at. */
export function lookedAt({ facts, questions }: Flow, id: string): readonly string[] {
  const { list, by, field, whom, of, from, to, dates = [] } = facts.get(id) ?? {};
  const named = whom === undefined ? undefined : questions.get(by ?? list ?? "")?.fields.find((one) => one.id === field)?.to;
  return [list, by, named, of, from, to, ...dates].filter((q) => q !== undefined);
}

/** What must hold of the questions for facts to be so: while one that a fact cannot do without is absent, it is onbekend. */
export function needed(flow: Flow, facts: ReadonlyMap<string, Truth>): Condition {
  const without = (id: string): readonly string[] => {
    const fact = flow.facts.get(id);
    if (fact?.dates !== undefined) return [];
    return fact?.is === "linked" && fact.list !== undefined ? [fact.list] : lookedAt(flow, id);
  };
  const asked = [...facts].flatMap(([id, is]) => (is === "onbekend" ? [] : without(id)));
  return { op: "all", of: asked.map((q) => ({ op: "asked", q })) };
}

/** Every way in which the facts that a condition names can be. */
export function assignments(...conditions: readonly Condition[]): readonly ReadonlyMap<string, Truth>[] {
  const facts = new Set(conditions.flatMap((condition) => [...atoms(condition)].flatMap((atom) => (atom.op === "fact" ? [atom.id] : []))));
  return [...facts].reduce<readonly ReadonlyMap<string, Truth>[]>(
    (all, fact) => all.flatMap((one) => TRUTHS.map((truth) => new Map([...one, [fact, truth]]))),
    [new Map()],
  );
}

/** A condition with each fact replaced by what it is. */
export function settled(condition: Condition, facts: ReadonlyMap<string, Truth>): Condition {
  switch (condition.op) {
    case "all":
    case "any":
      return { op: condition.op, of: condition.of.map((part) => settled(part, facts)) };
    case "not":
      return { op: "not", of: settled(condition.of, facts) };
    case "fact":
      return facts.get(condition.id) === condition.is ? ALWAYS : NEVER;
    default:
      return condition;
  }
}
