/** Mutants: a definition with one small change, each as somebody could have written it by mistake. */
import { becomes, NEVER, put, under, whole, type Change, type Kinds, type Path, type Turned } from "./flip.ts";
import type { Edition, FactSource, FieldSource, OptionSource, OutcomeSource, QuestionSource, StepSource } from "./formats.ts";
import { fieldsOf } from "./parts.ts";

/** The part of the definition that is other: it decides what must be compared. */
export type Target =
  | { readonly kind: "step"; readonly step: string }
  | { readonly kind: "when" | "defer" | "answer"; readonly q: string }
  | { readonly kind: "field" | "entry"; readonly q: string; readonly field: string }
  | { readonly kind: "norm" | "class"; readonly id: string }
  | { readonly kind: "outcome" | "says" | "check" | "fact"; readonly id: string }
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

/** Every mutant of an edition, in the order in which it is written. */
export function* mutants(edition: Edition): Generator<Mutant> {
  const { flow, norms } = edition;
  const kinds: Kinds = new Map(
    [...(flow.given ?? []), ...flow.steps.flatMap(({ questions }) => questions)].map((question) => [question.id, question] as const),
  );
  const make = (at: Path, target: Target, { at: inner, change, value }: Turned): Mutant => ({
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
        if (field.except !== undefined)
          for (const turned of under("except", whole(field.except, fieldsOf(kinds.get(field.to ?? "")))))
            yield make(spot, { kind: "fact", id: field.id }, turned);
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
  for (const [i, check] of (flow.checks ?? []).entries())
    for (const turned of under("when", whole(check.when, kinds)))
      yield make(["flow", "checks", i], { kind: "check", id: check.id }, turned);
  for (const [i, fact] of (flow.facts ?? []).entries())
    for (const turned of argumentsOf(fact, kinds)) yield make(["flow", "facts", i], { kind: "fact", id: fact.id }, turned);
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

/** A condition that may be left out. */
function optional(of: StepSource | QuestionSource | FieldSource, key: "when" | "defer", kinds: Kinds): readonly Turned[] {
  const condition = key === "when" ? of.when : "defer" in of ? of.defer : undefined;
  return condition === undefined ? [] : under(key, whole(condition, kinds));
}

/** What a derived fact looks at. */
function* argumentsOf(fact: FactSource, kinds: Kinds): Generator<Turned> {
  const { days, dates = [] } = fact;
  const own = fieldsOf(kinds.get(fact.by ?? fact.list ?? ""));
  const field = own.get(fact.field ?? "");
  for (const [key, list] of [
    ["where", fact.list],
    ["whom", field?.to],
  ] as const) {
    const condition = fact[key];
    if (condition !== undefined) yield* under(key, whole(condition, fieldsOf(kinds.get(list ?? ""))));
  }
  for (const { id, kind, to } of own.values())
    if (field !== undefined && id !== field.id && kind === field.kind && to === field.to) yield becomes(["field"], field.id, id);
  for (const by of days === undefined ? [] : [-1, 1]) yield becomes(["days"], days, (days ?? 0) + by);
  if (dates.length > 1)
    for (const [i, q] of dates.entries()) yield { at: ["dates"], change: { code: "left-out", what: q }, value: dates.toSpliced(i, 1) };
  if (fact.from !== undefined && fact.to !== undefined)
    yield { at: [], change: { code: "swapped", one: fact.from, other: fact.to }, value: { ...fact, from: fact.to, to: fact.from } };
}

/** What may stand as an answer: required or not, how much, how many, which options. */
function* limits(source: QuestionSource | FieldSource): Generator<Turned> {
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

function* said(outcome: OutcomeSource): Generator<Turned> {
  for (const key of ["report", "help"] as const) {
    const is = outcome[key];
    if (is !== undefined) yield becomes([key], is, is === null ? true : !is);
  }
}

/** Rows in another order, each with the one below it. */
function* swapped<T>(rows: readonly T[], name: (row: T, i: number) => string): Generator<Turned> {
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
