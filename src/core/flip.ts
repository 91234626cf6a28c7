/** Conditions with one small change, each as somebody could have written it by mistake. */
import { normalise, type Condition } from "./condition.ts";
import { dayFrom } from "./date.ts";
import type { ConditionSource, FieldSource, QuestionSource, TestSource } from "./formats.ts";
import { fieldsOf } from "./parts.ts";

export type Path = readonly (string | number)[];

/** What was changed, for `nl.mutant` to put in words. */
export type Change =
  | { readonly code: "becomes"; readonly from: string; readonly to: string }
  | { readonly code: "added" | "left-out"; readonly what: string }
  | { readonly code: "part"; readonly of: Condition }
  | { readonly code: "swapped"; readonly one: string; readonly other: string }
  | { readonly code: "negated" | "always" | "never" };

export interface Turned {
  readonly at: Path;
  readonly change: Change;
  /** undefined: the key is left out. */
  readonly value: unknown;
}

/** What conditions can look at, by id. */
export type Kinds = ReadonlyMap<string, QuestionSource | FieldSource>;

const ALWAYS: ConditionSource = { all: [] };
export const NEVER: ConditionSource = { any: [] };
const STATES = ["met", "not-met", "not-reached"] as const;
const RELATIONS = { lt: ["lte", "gt"], lte: ["lt", "gte"], gt: ["gte", "lt"], gte: ["gt", "lte"], is: ["lte", "gte"] } as const;

/** A condition as a whole, and each of its parts. */
export function* whole(condition: ConditionSource, kinds: Kinds): Generator<Turned> {
  const seen = new Set([JSON.stringify(condition)]);
  for (const turned of every(condition, kinds)) {
    const made = JSON.stringify(put(condition, turned.at, turned.value));
    if (!seen.has(made)) yield turned;
    seen.add(made);
  }
}

function* every(condition: ConditionSource, kinds: Kinds): Generator<Turned> {
  if (condition.all?.length !== 0) yield { at: [], change: { code: "always" }, value: ALWAYS };
  if (condition.any?.length !== 0) yield { at: [], change: { code: "never" }, value: NEVER };
  yield { at: [], change: { code: "negated" }, value: { not: condition } };
  yield* parts(condition, kinds);
}

function* parts(condition: ConditionSource, kinds: Kinds): Generator<Turned> {
  const { all, any, not, norm } = condition;
  for (const [op, other, list] of [
    ["all", "any", all],
    ["any", "all", any],
  ] as const) {
    if (list === undefined) continue;
    if (list.length > 1) yield { at: [], change: { code: "becomes", from: op, to: other }, value: { [other]: list } };
    for (const [i, part] of list.entries()) {
      yield {
        at: [op, i],
        change: { code: "part", of: normalise(part, { op: "all", of: [] }) },
        value: op === "all" ? ALWAYS : NEVER,
      };
      yield* under(op, under(i, parts(part, kinds)));
    }
  }
  if (not !== undefined) {
    yield { at: [], change: { code: "negated" }, value: not };
    yield* under("not", parts(not, kinds));
  } else if (norm !== undefined) {
    for (const [id, is] of Object.entries(norm)) for (const state of STATES) if (state !== is) yield becomes(["norm", id], is, state);
  } else if (all === undefined && any === undefined && condition.asked === undefined && condition.fact === undefined) {
    const [q = "", test] = Object.entries(condition)[0] ?? [];
    yield* tests(test as TestSource, kinds.get(q), condition, q);
  }
}

/** What is asked of one answer: each option flipped, each relation and each constant beside its own. */
function* tests(
  test: TestSource,
  about: QuestionSource | FieldSource | undefined,
  condition: ConditionSource,
  q: string,
): Generator<Turned> {
  const options = about?.options?.map(({ id }) => id) ?? [];
  if (isValues(test)) {
    for (const option of options) {
      const has = test.includes(option);
      const left = has ? test.filter((id) => id !== option) : [...test, option];
      if (left.length === 0) yield { at: [], change: { code: "left-out", what: option }, value: NEVER };
      else yield { at: [q], change: { code: has ? "left-out" : "added", what: option }, value: left };
    }
    return;
  }
  if (test.includes !== undefined) {
    for (const option of options) if (option !== test.includes) yield becomes([q, "includes"], test.includes, option);
    return;
  }
  if (test.count !== undefined) {
    yield* under(q, under("count", relations(test.count)));
    return;
  }
  const inside = fieldsOf(about);
  for (const [op, other] of [
    ["some", "every"],
    ["every", "some"],
  ] as const) {
    const inner = test[op];
    if (inner === undefined) continue;
    yield { at: [q], change: { code: "becomes", from: op, to: other }, value: { [other]: inner } };
    yield* under(q, under(op, parts(inner, inside)));
    return;
  }
  yield* under(q, relations(test as Readonly<Record<string, number | string>>));
}

const isValues = (test: TestSource): test is readonly string[] => Array.isArray(test);

function* relations(test: Readonly<Record<string, number | string | undefined>>): Generator<Turned> {
  for (const [rel, value] of Object.entries(test)) {
    if (value === undefined || !(rel in RELATIONS)) continue;
    for (const other of RELATIONS[rel as keyof typeof RELATIONS])
      yield { at: [], change: { code: "becomes", from: rel, to: other }, value: { [other]: value } };
    for (const by of [-1, 1]) yield becomes([rel], value, typeof value === "number" ? value + by : dayFrom(value, by));
  }
}

export const becomes = (at: Path, from: unknown, to: unknown): Turned => ({
  at,
  change: { code: "becomes", from: String(from), to: String(to) },
  value: to,
});

export const under = (key: string | number, turned: Iterable<Turned>): Turned[] =>
  [...turned].map((one) => ({ ...one, at: [key, ...one.at] }));

/** A copy in which the value at the end of a path is another; undefined takes the key or the list entry away. */
export function put(source: unknown, [key, ...rest]: Path, value: unknown): unknown {
  if (key === undefined) return value;
  if (Array.isArray(source)) {
    const list = source as readonly unknown[];
    const at = Number(key);
    return rest.length === 0 && value === undefined ? list.toSpliced(at, 1) : list.with(at, put(list[at], rest, value));
  }
  const { [String(key)]: old, ...others } = source as Readonly<Record<string, unknown>>;
  const made = put(old, rest, value);
  return made === undefined
    ? others
    : Object.fromEntries([
        ...Object.entries(source as object).map(([k, v]): [string, unknown] => [k, k === key ? made : v]),
        [String(key), made],
      ]);
}
