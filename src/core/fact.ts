/** Derived facts: what checks need and a condition cannot say, as a closed list of pure functions over the answers on the path. */
import { atoms, holds, normalise, ALWAYS, NEVER, type Condition } from "./condition.ts";
import { daysBetween } from "./date.ts";
import type { FactSource } from "./formats.ts";
import { fieldScope, type Item } from "./value.ts";

/** onbekend: something it looks at is absent (off the path, open or skipped). */
export type Truth = "ja" | "nee" | "onbekend";
export const TRUTHS: readonly Truth[] = ["ja", "nee", "onbekend"];

/** What a fact can see: only answers on the path. */
export interface Sight {
  readonly value: (q: string) => unknown;
  /** The entries of a closed list, each with the fields that apply. */
  readonly items: (q: string) => readonly Item[] | undefined;
}

export function truthOf(fact: FactSource, sight: Sight): Truth {
  switch (fact.is) {
    case "covered":
      return covered(meant(fact, sight.items(fact.list ?? "")), sight.items(fact.by ?? ""), fact.field ?? "");
    case "one-sided":
      return oneSided(sight.items(fact.list ?? ""), fact.field ?? "");
    case "within":
      return dated(fact, sight, (from, to) => daysBetween(from, to) <= (fact.days ?? 0));
    case "before":
      return dated(fact, sight, (from, to) => from < to);
  }
}

/** The entries of which the fact speaks. */
function meant({ where }: FactSource, items: readonly Item[] | undefined): readonly Item[] | undefined {
  const condition = normalise(where, ALWAYS);
  return items?.filter(({ value }) => holds(condition, fieldScope(value, new Set(Object.keys(value)))));
}

/** Whether every entry is named by some entry of another list; of an empty list that is so. */
function covered(list: readonly Item[] | undefined, by: readonly Item[] | undefined, field: string): Truth {
  if (list === undefined || by === undefined) return "onbekend";
  const named = new Set(by.map(({ value }) => value[field]));
  return list.every(({ id }) => named.has(id)) ? "ja" : "nee";
}

/** Whether two entries or more all name the same; one entry is no side yet. */
function oneSided(list: readonly Item[] | undefined, field: string): Truth {
  if (list === undefined || list.some(({ value }) => value[field] === undefined)) return "onbekend";
  return list.length > 1 && new Set(list.map(({ value }) => value[field])).size === 1 ? "ja" : "nee";
}

function dated({ from = "", to = "" }: FactSource, { value }: Sight, holds: (from: string, to: string) => boolean): Truth {
  const [first, second] = [value(from), value(to)];
  if (typeof first !== "string" || typeof second !== "string") return "onbekend";
  return holds(first, second) ? "ja" : "nee";
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
