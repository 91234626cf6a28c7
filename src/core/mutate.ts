/** Mutants: a definition with one small change, each as somebody could have written it by mistake. */
import { normalise, type Condition } from "./condition.ts";
import { dayFrom } from "./classes.ts";
import type {
  ConditionSource,
  Edition,
  FieldSource,
  OptionSource,
  OutcomeSource,
  QuestionSource,
  StepSource,
  TestSource,
} from "./formats.ts";

export type Path = readonly (string | number)[];

/** What was changed, for `nl.mutant` to put in words. */
export type Change =
  | { readonly code: "becomes"; readonly from: string; readonly to: string }
  | { readonly code: "added" | "left-out"; readonly what: string }
  | { readonly code: "part"; readonly of: Condition }
  | { readonly code: "swapped"; readonly one: string; readonly other: string }
  | { readonly code: "negated" | "always" | "never" };

/** The part of the definition that is other: it decides what must be compared. */
export type Target =
  | { readonly kind: "step"; readonly step: string }
  | { readonly kind: "when" | "defer" | "answer"; readonly q: string }
  | { readonly kind: "field" | "entry"; readonly q: string; readonly field: string }
  | { readonly kind: "norm" | "class"; readonly id: string }
  | { readonly kind: "outcome" | "says"; readonly id: string }
  | { readonly kind: "rules"; readonly of: "report" | "help" }
  | { readonly kind: "deciding" | "departure" };

export interface Mutant {
  /** Keys from the top of the edition, as `check` reports them. */
  readonly at: Path;
  readonly key: string;
  readonly change: Change;
  readonly target: Target;
  readonly edition: () => Edition;
}

interface Turned<T> {
  readonly at: Path;
  readonly change: Change;
  /** undefined: the key is left out. */
  readonly value: T;
}

type Kinds = ReadonlyMap<string, QuestionSource | FieldSource>;

const ALWAYS: ConditionSource = { all: [] };
const NEVER: ConditionSource = { any: [] };
const STATES = ["met", "not-met", "not-reached"] as const;
const RELATIONS = { lt: ["lte", "gt"], lte: ["lt", "gte"], gt: ["gte", "lt"], gte: ["gt", "lte"], is: ["lte", "gte"] } as const;

/** Every mutant of an edition, in the order in which it is written. */
export function* mutants(edition: Edition): Generator<Mutant> {
  const { flow, norms } = edition;
  const kinds: Kinds = new Map(flow.steps.flatMap((step) => step.questions.map((question) => [question.id, question] as const)));
  const make = (at: Path, target: Target, { at: inner, change, value }: Turned<unknown>): Mutant => ({
    at: [...at, ...inner],
    key: [at, ...inner].flat().findLast((part) => typeof part === "string") ?? "",
    change,
    target,
    edition: () => put(edition, [...at, ...inner], value) as Edition,
  });
  for (const [s, step] of flow.steps.entries()) {
    const at = ["flow", "steps", s];
    for (const turned of optional(step, "when", kinds)) yield make(at, { kind: "step", step: step.id }, turned);
    for (const [i, question] of step.questions.entries()) {
      const home = [...at, "questions", i];
      const q = question.id;
      for (const turned of optional(question, "when", kinds)) yield make(home, { kind: "when", q }, turned);
      if (question.when === undefined) yield make(home, { kind: "when", q }, { at: ["when"], change: { code: "never" }, value: NEVER });
      for (const turned of optional(question, "defer", kinds)) yield make(home, { kind: "defer", q }, turned);
      for (const turned of limits(question)) yield make(home, { kind: "answer", q }, turned);
      for (const [j, field] of (question.fields ?? []).entries()) {
        const inside: Kinds = new Map(question.fields?.map((one) => [one.id, one] as const));
        const spot = [...home, "fields", j];
        for (const turned of optional(field, "when", inside)) yield make(spot, { kind: "field", q, field: field.id }, turned);
        for (const turned of limits(field)) yield make(spot, { kind: "entry", q, field: field.id }, turned);
      }
    }
  }
  for (const [i, norm] of norms.entries()) {
    const at = ["norms", i];
    for (const key of ["when", "met"] as const)
      for (const turned of under(key, whole(norm[key], kinds))) yield make(at, { kind: "norm", id: norm.id }, turned);
    yield make(at, { kind: "class", id: norm.id }, becomes(["class"], norm.class, norm.class === "voorzorg" ? "meldnorm" : "voorzorg"));
  }
  for (const [i, outcome] of flow.outcomes.entries()) {
    const at = ["flow", "outcomes", i];
    for (const turned of under("when", whole(outcome.when, kinds))) yield make(at, { kind: "outcome", id: outcome.id }, turned);
    for (const turned of said(outcome)) yield make(at, { kind: "says", id: outcome.id }, turned);
  }
  for (const turned of swapped(flow.outcomes, ({ id }) => id)) yield make(["flow", "outcomes"], { kind: "outcome", id: "" }, turned);
  if (flow.decision === undefined) return;
  const at = ["flow", "decision"];
  for (const [key, kind] of [
    ["questions", "deciding"],
    ["departure", "departure"],
  ] as const) {
    const ids = flow.decision[key];
    for (const [i, id] of ids.entries())
      yield {
        ...make(at, { kind }, { at: [key], change: { code: "left-out", what: id }, value: ids.toSpliced(i, 1) }),
        at: [...at, key, i],
      };
  }
  for (const of of ["report", "help"] as const) {
    const { rules } = flow.decision[of];
    for (const [i, { when, rule }] of rules.entries()) {
      const row = [...at, of, "rules", i];
      for (const turned of under("when", whole(when, kinds))) yield make(row, { kind: "rules", of }, turned);
      const others = ["required", "advised", "allowed", "not-required"].filter((other) => other !== rule);
      for (const other of others.slice(0, 1)) yield make(row, { kind: "rules", of }, becomes(["rule"], rule, other));
    }
    for (const turned of swapped(rules, ({ rule }, i) => `${String(i + 1)} (${rule})`))
      yield make([...at, of, "rules"], { kind: "rules", of }, turned);
  }
}

const becomes = (at: Path, from: unknown, to: unknown): Turned<unknown> => ({
  at,
  change: { code: "becomes", from: String(from), to: String(to) },
  value: to,
});

const under = <T>(key: string | number, turned: Iterable<Turned<T>>): Turned<T>[] =>
  [...turned].map((one) => ({ ...one, at: [key, ...one.at] }));

/** A condition that may be left out. */
function optional(of: StepSource | QuestionSource | FieldSource, key: "when" | "defer", kinds: Kinds): readonly Turned<ConditionSource>[] {
  const condition = key === "when" ? of.when : "defer" in of ? of.defer : undefined;
  return condition === undefined ? [] : under(key, whole(condition, kinds));
}

/** A condition as a whole, and each of its parts. */
function* whole(condition: ConditionSource, kinds: Kinds): Generator<Turned<ConditionSource>> {
  const seen = new Set([JSON.stringify(condition)]);
  for (const turned of every(condition, kinds)) {
    const made = JSON.stringify(put(condition, turned.at, turned.value));
    if (!seen.has(made)) yield turned;
    seen.add(made);
  }
}

function* every(condition: ConditionSource, kinds: Kinds): Generator<Turned<ConditionSource>> {
  if (condition.all?.length !== 0) yield { at: [], change: { code: "always" }, value: ALWAYS };
  if (condition.any?.length !== 0) yield { at: [], change: { code: "never" }, value: NEVER };
  yield { at: [], change: { code: "negated" }, value: { not: condition } };
  yield* parts(condition, kinds);
}

function* parts(condition: ConditionSource, kinds: Kinds): Generator<Turned<ConditionSource>> {
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
    for (const [id, is] of Object.entries(norm))
      for (const state of STATES)
        if (state !== is) yield { ...becomes(["norm", id], is, state), value: state as unknown as ConditionSource };
  } else if (all === undefined && any === undefined && condition.asked === undefined && condition.fact === undefined) {
    const [q = "", test] = Object.entries(condition)[0] ?? [];
    for (const turned of tests(test as TestSource, kinds.get(q), condition, q)) yield turned as Turned<ConditionSource>;
  }
}

/** What is asked of one answer: each option flipped, each relation and each constant beside its own. */
function* tests(
  test: TestSource,
  about: QuestionSource | FieldSource | undefined,
  condition: ConditionSource,
  q: string,
): Generator<Turned<unknown>> {
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
  const inside: Kinds = new Map((about !== undefined && "fields" in about ? (about.fields ?? []) : []).map((field) => [field.id, field]));
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

function* relations(test: Readonly<Record<string, number | string | undefined>>): Generator<Turned<unknown>> {
  for (const [rel, value] of Object.entries(test)) {
    if (value === undefined || !(rel in RELATIONS)) continue;
    for (const other of RELATIONS[rel as keyof typeof RELATIONS])
      yield { at: [], change: { code: "becomes", from: rel, to: other }, value: { [other]: value } };
    for (const by of [-1, 1]) yield becomes([rel], value, typeof value === "number" ? value + by : dayFrom(value, by));
  }
}

/** What may stand as an answer: required or not, how much, how many, which options. */
function* limits(source: QuestionSource | FieldSource): Generator<Turned<unknown>> {
  if (source.kind !== "notice") yield becomes(["required"], source.required ?? true, !(source.required ?? true));
  for (const key of ["min", "max", "maxLength"] as const) {
    const bound = source[key];
    if (bound === undefined) continue;
    for (const by of [-1, 1]) yield becomes([key], bound, bound + by);
    yield { at: [key], change: { code: "left-out", what: String(bound) }, value: undefined };
  }
  const options: readonly OptionSource[] = source.options ?? [];
  for (const [i, option] of options.entries()) {
    yield { at: ["options", i], change: { code: "left-out", what: option.id }, value: undefined };
    if (source.kind === "choices") yield becomes(["options", i, "exclusive"], option.exclusive ?? false, option.exclusive !== true);
  }
}

function* said(outcome: OutcomeSource): Generator<Turned<unknown>> {
  for (const key of ["report", "help"] as const) {
    const is = outcome[key];
    if (is !== undefined) yield becomes([key], is, is === null ? true : !is);
  }
}

/** Rows in another order, each with the one below it. */
function* swapped<T>(rows: readonly T[], name: (row: T, i: number) => string): Generator<Turned<readonly T[]>> {
  for (const [i, row] of rows.entries()) {
    const next = rows[i + 1];
    if (next === undefined) return;
    yield {
      at: [],
      change: { code: "swapped", one: name(row, i), other: name(next, i + 1) },
      value: rows.with(i, next).with(i + 1, row),
    };
  }
}

/** A copy in which the value at the end of a path is another; undefined takes the key or the list entry away. */
function put(source: unknown, [key, ...rest]: Path, value: unknown): unknown {
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
