/**
 * Conditions: a closed union over earlier answers. Data, never code, and small enough that a program can reason about it.
 */
import type { ConditionSource, TestSource } from "./formats.ts";

export type Relation = "lt" | "lte" | "gt" | "gte" | "is";
export type Constant = number | string;

export type Condition =
  | { readonly op: "all" | "any"; readonly of: readonly Condition[] }
  | { readonly op: "not"; readonly of: Condition }
  | { readonly op: "asked"; readonly q: string }
  | { readonly op: "in"; readonly q: string; readonly values: readonly string[] }
  | { readonly op: "has"; readonly q: string; readonly option: string }
  | { readonly op: "cmp"; readonly q: string; readonly rel: Relation; readonly value: Constant }
  | { readonly op: "count"; readonly q: string; readonly rel: Relation; readonly value: number }
  | { readonly op: "some" | "every"; readonly q: string; readonly of: Condition }
  | { readonly op: "norm"; readonly id: string; readonly is: string }
  | { readonly op: "fact"; readonly id: string; readonly is: string };

/** A condition without parts. */
export type Atom = Exclude<Condition, { readonly op: "all" | "any" | "not" }>;

export const OPERATORS: ReadonlySet<string> = new Set(["all", "any", "not", "asked", "norm", "fact"]);
export const ALWAYS: Condition = { op: "all", of: [] };
export const NEVER: Condition = { op: "any", of: [] };

/** What a condition can see. Absent (off the path, open, skipped, a list that is not closed) is `undefined`. */
export interface Scope {
  readonly value: (q: string) => unknown;
  /** One scope for each entry of a closed list. */
  readonly entries: (q: string) => readonly Scope[] | undefined;
  readonly norm: (id: string) => string;
  readonly fact: (id: string) => string;
}

/**
 * Writes an authored condition in its normal form. The source must already fit condition.schema.json.
 * @param source the mapping from the YAML file; absent means `fallback`
 */
export function normalise(source: ConditionSource | undefined, fallback: Condition): Condition {
  return source === undefined ? fallback : normal(source);
}

function normal(source: ConditionSource): Condition {
  const { all, any, not, asked, norm, fact } = source;
  if (all !== undefined) return { op: "all", of: all.map(normal) };
  if (any !== undefined) return { op: "any", of: any.map(normal) };
  if (not !== undefined) return { op: "not", of: normal(not) };
  if (asked !== undefined) return { op: "asked", q: asked };
  if (norm !== undefined) return named("norm", norm);
  if (fact !== undefined) return named("fact", fact);
  const [q = "", test] = Object.entries(source)[0] ?? [];
  return atom(q, test as TestSource);
}

function named(op: "norm" | "fact", source: Readonly<Record<string, string>>): Condition {
  const [id = "", is = ""] = Object.entries(source)[0] ?? [];
  return { op, id, is };
}

function atom(q: string, test: TestSource): Condition {
  if (isValues(test)) return { op: "in", q, values: test };
  const [key, value] = Object.entries(test)[0] ?? [];
  if (test.includes !== undefined) return { op: "has", q, option: test.includes };
  if (test.some !== undefined) return { op: "some", q, of: normal(test.some) };
  if (test.every !== undefined) return { op: "every", q, of: normal(test.every) };
  if (test.count !== undefined) {
    const [rel, n] = Object.entries(test.count)[0] ?? [];
    return { op: "count", q, rel: rel as Relation, value: n ?? 0 };
  }
  return { op: "cmp", q, rel: key as Relation, value: value as Constant };
}

const isValues = (test: TestSource): test is readonly string[] => Array.isArray(test);

/** Two-valued: an atom over something absent is false. */
export function holds(condition: Condition, scope: Scope): boolean {
  switch (condition.op) {
    case "all":
      return condition.of.every((part) => holds(part, scope));
    case "any":
      return condition.of.some((part) => holds(part, scope));
    case "not":
      return !holds(condition.of, scope);
    case "asked":
      return scope.value(condition.q) !== undefined || scope.entries(condition.q) !== undefined;
    case "in": {
      const value = scope.value(condition.q);
      return typeof value === "string" && condition.values.includes(value);
    }
    case "has": {
      const value = scope.value(condition.q);
      return Array.isArray(value) && value.includes(condition.option);
    }
    case "cmp":
      return compare(scope.value(condition.q), condition.rel, condition.value);
    case "count":
      return compare(scope.entries(condition.q)?.length, condition.rel, condition.value);
    case "some":
      return scope.entries(condition.q)?.some((entry) => holds(condition.of, entry)) ?? false;
    case "every": {
      const entries = scope.entries(condition.q) ?? [];
      return entries.length > 0 && entries.every((entry) => holds(condition.of, entry));
    }
    case "norm":
      return scope.norm(condition.id) === condition.is;
    case "fact":
      return scope.fact(condition.id) === condition.is;
  }
}

function compare(left: unknown, rel: Relation, right: Constant): boolean {
  if (typeof left === "number" && typeof right === "number") return related(left - right, rel);
  if (typeof left === "string" && typeof right === "string") return related(left < right ? -1 : left > right ? 1 : 0, rel);
  return false;
}

function related(difference: number, rel: Relation): boolean {
  switch (rel) {
    case "lt":
      return difference < 0;
    case "lte":
      return difference <= 0;
    case "gt":
      return difference > 0;
    case "gte":
      return difference >= 0;
    case "is":
      return difference === 0;
  }
}

/** Every atom in a condition, from left to right. The conditions inside some / every are not entered: they speak of fields. */
export function* atoms(condition: Condition): Generator<Atom> {
  switch (condition.op) {
    case "all":
    case "any":
      for (const part of condition.of) yield* atoms(part);
      return;
    case "not":
      yield* atoms(condition.of);
      return;
    default:
      yield condition;
  }
}

/** The ids of the questions that a condition names. */
export function names(condition: Condition): ReadonlySet<string> {
  const found = new Set<string>();
  for (const atom of atoms(condition)) if ("q" in atom) found.add(atom.q);
  return found;
}
