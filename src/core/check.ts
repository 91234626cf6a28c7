/** What a definition must hold to beside its schema: names that exist, questions that come earlier, tests that fit the kind. */
import { atoms, normalise, ALWAYS, OPERATORS, type Atom, type Condition } from "./condition.ts";
import { isDate } from "./date.ts";
import type { Edition, FieldSource, QuestionSource } from "./formats.ts";
import { nearest } from "./near.ts";
import { nl } from "./nl.ts";

/** Where: keys from the top of the edition (`flow` or `norms` first). What: plain Dutch. */
export interface Problem {
  readonly at: readonly (string | number)[];
  readonly what: string;
}

type Known = ReadonlyMap<string, QuestionSource | FieldSource>;

/** Finds what is wrong with the meaning of an edition that fits its schema; an empty list when nothing is. */
export function check(edition: Edition): readonly Problem[] {
  const problems: Problem[] = [];
  const report = (at: readonly (string | number)[], what: string): void => void problems.push({ at, what });
  const { flow, norms } = edition;
  const sources = new Set(flow.sources.map(({ id }) => id));
  const earlier = new Map<string, QuestionSource>();
  const later = new Set(flow.steps.flatMap((step) => step.questions.map(({ id }) => id)));
  const normIds = new Set(norms.map(({ id }) => id));
  const rests = new Map(norms.map((norm) => [norm.id, [normalise(norm.when, ALWAYS), normalise(norm.met, ALWAYS)] as const]));

  const cited = (ids: readonly string[] | undefined, at: readonly (string | number)[]): void => {
    for (const id of ids ?? []) if (!sources.has(id)) report(at, nl.flow.unknown(id, nearest(id, sources)));
  };
  const name = (id: string, at: readonly (string | number)[]): boolean => {
    if (earlier.has(id) || flow.uses?.includes(id)) return true;
    report(at, later.has(id) ? nl.flow.later(id) : nl.flow.unknown(id, nearest(id, earlier.keys())));
    return false;
  };
  const condition = (source: Condition, at: readonly (string | number)[], asking: ReadonlySet<string> = new Set()): void => {
    for (const atom of atoms(source)) {
      if (atom.op === "norm") {
        if (!normIds.has(atom.id)) report(at, nl.flow.unknown(atom.id, nearest(atom.id, normIds)));
        else if (!["met", "not-met", "not-reached"].includes(atom.is))
          report(at, nl.flow.unknown(atom.is, nearest(atom.is, ["met", "not-met", "not-reached"])));
        else if (asking.has(atom.id)) report(at, nl.flow.circle(atom.id));
        else for (const part of rests.get(atom.id) ?? []) condition(part, at, new Set([...asking, atom.id]));
      } else if (atom.op === "fact") report(at, nl.flow.fact(atom.id));
      else if (name(atom.q, at)) for (const what of fits(atom, earlier)) report(at, what);
    }
  };

  for (const [s, step] of flow.steps.entries()) {
    const home = ["flow", "steps", s];
    condition(normalise(step.when, ALWAYS), [...home, "when"]);
    for (const [i, question] of step.questions.entries()) {
      const at = [...home, "questions", i];
      if (OPERATORS.has(question.id)) report([...at, "id"], nl.flow.reserved(question.id));
      if (earlier.has(question.id)) report([...at, "id"], nl.flow.twice(question.id));
      condition(normalise(question.when, ALWAYS), [...at, "when"]);
      condition(normalise(question.defer, ALWAYS), [...at, "defer"]);
      cited(question.sources, [...at, "sources"]);
      for (const problem of fields(question, earlier)) report([...at, ...problem.at], problem.what);
      earlier.set(question.id, question);
    }
  }
  for (const [i, norm] of norms.entries()) {
    const at = ["norms", i];
    if (norms.findIndex(({ id }) => id === norm.id) !== i) report([...at, "id"], nl.flow.twice(norm.id));
    condition(normalise(norm.when, ALWAYS), [...at, "when"], new Set([norm.id]));
    condition(normalise(norm.met, ALWAYS), [...at, "met"], new Set([norm.id]));
    cited(norm.sources, [...at, "sources"]);
    for (const key of ["checked", "review"] as const) if (!isDate(norm[key])) report([...at, key], nl.flow.noDate(norm[key]));
  }
  for (const [i, outcome] of flow.outcomes.entries()) condition(normalise(outcome.when, ALWAYS), ["flow", "outcomes", i, "when"]);
  for (const [i, { questions }] of (flow.afwegingen ?? []).entries())
    for (const q of questions) name(q, ["flow", "afwegingen", i, "questions"]);
  if (flow.decision !== undefined) {
    const at = ["flow", "decision"];
    for (const key of ["questions", "departure"] as const) for (const q of flow.decision[key]) name(q, [...at, key]);
    for (const key of ["by", "on"] as const) name(flow.decision[key], [...at, key]);
    for (const key of ["report", "help"] as const) {
      name(flow.decision[key].question, [...at, key, "question"]);
      for (const [i, rule] of flow.decision[key].rules.entries()) condition(normalise(rule.when, ALWAYS), [...at, key, "rules", i, "when"]);
    }
  }
  for (const key of ["checked", "review"] as const) if (!isDate(flow[key])) report(["flow", key], nl.flow.noDate(flow[key]));
  return problems;
}

/** Whether the test of an atom fits the kind of the question, and the options it names exist. */
function* fits(atom: Atom, known: Known): Generator<string> {
  if (atom.op === "norm" || atom.op === "fact" || atom.op === "asked") return;
  const question = known.get(atom.q);
  if (question === undefined) return;
  const kinds = { in: ["choice"], has: ["choices"], cmp: ["number", "date"], count: ["list"], some: ["list"], every: ["list"] }[atom.op];
  if (!kinds.includes(question.kind)) yield nl.flow.wrongTest(atom.q, nl.kinds[question.kind]);
  const options = question.options?.map(({ id }) => id) ?? [];
  const named = atom.op === "in" ? atom.values : atom.op === "has" ? [atom.option] : [];
  for (const id of named) if (!options.includes(id)) yield nl.flow.unknownOption(id, atom.q, nearest(id, options));
  if (atom.op === "cmp") {
    if (question.kind === "number" ? typeof atom.value !== "number" : !isDate(String(atom.value)))
      yield nl.flow.wrongConstant(atom.q, nl.kinds[question.kind]);
  }
  if ((atom.op === "some" || atom.op === "every") && "fields" in question) {
    yield* fieldCondition(atom.of, new Map((question.fields ?? []).map((field) => [field.id, field])));
  }
}

function* fieldCondition(source: Condition, known: Known): Generator<string> {
  for (const atom of atoms(source)) {
    if (!("q" in atom)) yield nl.flow.wrongTest(atom.id, nl.kinds.list);
    else if (!known.has(atom.q)) yield nl.flow.unknown(atom.q, nearest(atom.q, known.keys()));
    else yield* fits(atom, known);
  }
}

function* fields(question: QuestionSource, earlier: Known): Generator<Problem> {
  const known = new Map<string, FieldSource>();
  for (const [i, field] of (question.fields ?? []).entries()) {
    const at = ["fields", i];
    if (known.has(field.id) || field.id === "id" || OPERATORS.has(field.id)) yield { at: [...at, "id"], what: nl.flow.twice(field.id) };
    if (field.kind === "ref" && earlier.get(field.to ?? "")?.kind !== "list")
      yield { at: [...at, "to"], what: nl.flow.unknown(field.to ?? "", undefined) };
    for (const what of fieldCondition(normalise(field.when, ALWAYS), known)) yield { at: [...at, "when"], what };
    known.set(field.id, field);
  }
  for (const [key, kind] of [
    ["groupBy", "choice"],
    ["happened", "date"],
  ] as const) {
    const id = question[key];
    if (id !== undefined && known.get(id)?.kind !== kind) yield { at: [key], what: nl.flow.unknown(id, nearest(id, known.keys())) };
  }
  const options = question.options?.map(({ id }) => id) ?? [];
  for (const id of options) if (options.indexOf(id) !== options.lastIndexOf(id)) yield { at: ["options"], what: nl.flow.twice(id) };
}
