/** What a definition must hold to beside its schema: names that exist, questions that come earlier, tests that fit the kind. */
import { PROFILE } from "./chapters.ts";
import { circles, normsIn, reached } from "./circle.ts";
import { names, normalise, ALWAYS, OPERATORS, type Atom, type Condition } from "./condition.ts";
import { isDate } from "./date.ts";
import { unfilled } from "./fill.ts";
import type { Code } from "./finding.ts";
import { TRUTHS } from "./fact.ts";
import type { Edition, FactSource, FieldSource, QuestionSource } from "./formats.ts";
import { nearest } from "./near.ts";
import { nl } from "./nl.ts";
import { fieldsOf, parts, spot, type At, type Part } from "./parts.ts";

/** Where: keys from the top of the edition (`flow` or `norms` first). What: plain Dutch. */
export interface Problem {
  readonly at: At;
  readonly what: string;
}

/** A problem by its name. */
export interface Fault extends Problem {
  readonly code: Code;
}

type Known = ReadonlyMap<string, QuestionSource | FieldSource>;

/** Finds what is wrong with the meaning of an edition that fits its schema; an empty list when nothing is. */
export function check(edition: Edition): readonly Fault[] {
  const problems: Fault[] = [];
  const report = (code: Code, at: At, what: string): void => void problems.push({ code, at, what });
  const { flow, norms } = edition;
  const sources = new Set(flow.sources.map(({ id }) => id));
  const earlier = new Map((flow.given ?? []).map((question) => [question.id, question]));
  const later = new Set(flow.steps.flatMap((step) => step.questions.map(({ id }) => id)));
  const normIds = new Set(norms.map(({ id }) => id));
  const restings = new Map(norms.map((norm) => [norm.id, [normalise(norm.when, ALWAYS), normalise(norm.met, ALWAYS)] as const]));

  const cited = (ids: readonly string[] | undefined, at: At): void => {
    for (const [i, id] of (ids ?? []).entries())
      if (!sources.has(id)) report("onbekende-bron", [...at, i], nl.flow.unknown(id, nearest(id, sources)));
  };
  const name = (id: string, at: At): boolean => {
    if (earlier.has(id) || (PROFILE.has(id) && flow.uses?.includes(id))) return true;
    if (later.has(id)) report("latere-vraag", at, nl.flow.later(id));
    else report("onbekende-naam", at, nl.flow.unknown(id, nearest(id, earlier.keys())));
    return false;
  };
  const circle = circles(new Map([...restings].map(([id, conditions]) => [id, conditions.flatMap(normsIn)])));
  const told = new Set<string>();
  /** A circle is told once, in one of its norms. @param self the norm whose condition this is */
  const circular = (id: string, at: At, self: string | undefined): void => {
    const members = circle.get(id) ?? new Set();
    if (self === undefined || told.has(id) || !members.has(self)) return;
    members.forEach((norm) => told.add(norm));
    report("norm-in-kring", at, nl.flow.circle(id));
  };
  const facts = new Map((flow.facts ?? []).map((fact) => [fact.id, fact]));
  const condition = (source: Condition, at: At, self?: string, withFacts = false): void => {
    for (const part of parts({ condition: source, at })) {
      const { condition: atom } = part;
      const place = spot(part);
      if (atom.op === "norm") {
        if (!normIds.has(atom.id)) report("onbekende-naam", place, nl.flow.unknown(atom.id, nearest(atom.id, normIds)));
        else if (!["met", "not-met", "not-reached"].includes(atom.is))
          report("onbekende-naam", place, nl.flow.unknown(atom.is, nearest(atom.is, ["met", "not-met", "not-reached"])));
        else if (circle.has(atom.id)) circular(atom.id, place, self);
        else for (const q of restsOnLater(atom.id)) report("latere-vraag", place, nl.flow.later(q));
      } else if (atom.op === "fact") {
        if (!withFacts) report("afgeleid-feit", place, nl.flow.fact(atom.id));
        else if (!facts.has(atom.id)) report("onbekende-naam", place, nl.flow.unknown(atom.id, nearest(atom.id, facts.keys())));
        else if (!isTruth(atom.is)) report("onbekende-naam", place, nl.flow.unknown(atom.is, nearest(atom.is, TRUTHS)));
      } else if (isAtom(atom) && name(atom.q, place))
        for (const fault of fits({ condition: atom, at: part.at }, earlier)) report(fault.code, fault.at, fault.what);
    }
  };
  /** The questions behind this place that a norm rests on, by itself or through other norms. What else is wrong with it, is told at the norm. */
  const restsOnLater = (id: string): ReadonlySet<string> => {
    const all = [id, ...reached(id, (norm) => (restings.get(norm) ?? []).flatMap(normsIn))];
    const questions = all.flatMap((norm) => (restings.get(norm) ?? []).flatMap((one) => [...names(one)]));
    return new Set(questions.filter((q) => later.has(q) && !earlier.has(q)));
  };

  for (const [i, q] of (flow.uses ?? []).entries())
    if (!earlier.has(q) && !PROFILE.has(q)) report("onbekende-naam", ["flow", "uses", i], nl.flow.unknownUse(q));
  for (const [i, question] of (flow.given ?? []).entries())
    for (const { code, what } of fields(question, earlier)) report(code, ["flow", "uses", i], what);
  condition(normalise(flow.offered, ALWAYS), ["flow", "offered"]);
  for (const [s, step] of flow.steps.entries()) {
    const home = ["flow", "steps", s];
    condition(normalise(step.when, ALWAYS), [...home, "when"]);
    for (const [i, question] of step.questions.entries()) {
      const at = [...home, "questions", i];
      if (OPERATORS.has(question.id)) report("gereserveerd-woord", [...at, "id"], nl.flow.reserved(question.id));
      if (earlier.has(question.id)) report("dubbel", [...at, "id"], nl.flow.twice(question.id));
      condition(normalise(question.when, ALWAYS), [...at, "when"]);
      condition(normalise(question.defer, ALWAYS), [...at, "defer"]);
      cited(question.sources, [...at, "sources"]);
      for (const fault of fields(question, earlier)) report(fault.code, [...at, ...fault.at], fault.what);
      for (const [r, q] of (question.recalls ?? []).entries())
        if (!earlier.has(q) && !later.has(q))
          report("onbekende-naam", [...at, "recalls", r], nl.flow.unknown(q, nearest(q, [...earlier.keys(), ...later])));
      earlier.set(question.id, question);
    }
  }
  for (const [i, norm] of norms.entries()) {
    const at = ["norms", i];
    if (norms.findIndex(({ id }) => id === norm.id) !== i) report("dubbel", [...at, "id"], nl.flow.twice(norm.id));
    condition(normalise(norm.when, ALWAYS), [...at, "when"], norm.id);
    condition(normalise(norm.met, ALWAYS), [...at, "met"], norm.id);
    cited(norm.sources, [...at, "sources"]);
    for (const key of ["checked", "review"] as const) if (!isDate(norm[key])) report("geen-datum", [...at, key], nl.flow.noDate(norm[key]));
  }
  for (const [i, fact] of (flow.facts ?? []).entries()) {
    const at = ["flow", "facts", i];
    if (flow.facts?.findIndex(({ id }) => id === fact.id) !== i) report("dubbel", [...at, "id"], nl.flow.twice(fact.id));
    for (const { key, what } of rests(fact, earlier)) report("onbekende-naam", [...at, key], what);
    for (const [key, list] of [
      ["where", fact.list],
      ["whom", namedBy(fact, earlier)],
    ] as const) {
      const fields = new Map((earlier.get(list ?? "")?.fields ?? []).map((field) => [field.id, field]));
      for (const fault of fieldCondition({ condition: normalise(fact[key], ALWAYS), at: [...at, key] }, fields))
        report(fault.code, fault.at, fault.what);
    }
  }
  for (const [i, one] of (flow.checks ?? []).entries()) {
    const at = ["flow", "checks", i];
    if (flow.checks?.findIndex(({ id }) => id === one.id) !== i) report("dubbel", [...at, "id"], nl.flow.twice(one.id));
    condition(normalise(one.when, ALWAYS), [...at, "when"], undefined, true);
    name(one.question, [...at, "question"]);
    cited(one.sources, [...at, "sources"]);
  }
  for (const [i, deadline] of (flow.deadlines ?? []).entries()) {
    const at = ["flow", "deadlines", i];
    if (flow.deadlines?.findIndex(({ id }) => id === deadline.id) !== i) report("dubbel", [...at, "id"], nl.flow.twice(deadline.id));
    condition(normalise(deadline.when, ALWAYS), [...at, "when"]);
    if (name(deadline.from, [...at, "from"]) && earlier.get(deadline.from)?.kind !== "date")
      report("onbekende-naam", [...at, "from"], nl.flow.noDateQuestion(deadline.from));
    cited(deadline.sources, [...at, "sources"]);
  }
  for (const [i, outcome] of flow.outcomes.entries()) condition(normalise(outcome.when, ALWAYS), ["flow", "outcomes", i, "when"]);
  for (const [i, { questions }] of (flow.afwegingen ?? []).entries())
    for (const [j, q] of questions.entries()) name(q, ["flow", "afwegingen", i, "questions", j]);
  if (flow.decision !== undefined) {
    const at = ["flow", "decision"];
    for (const key of ["questions", "departure"] as const) for (const [i, q] of flow.decision[key].entries()) name(q, [...at, key, i]);
    for (const key of ["by", "on"] as const) name(flow.decision[key], [...at, key]);
    for (const key of ["report", "help"] as const) {
      name(flow.decision[key].question, [...at, key, "question"]);
      for (const [i, rule] of flow.decision[key].rules.entries()) condition(normalise(rule.when, ALWAYS), [...at, key, "rules", i, "when"]);
    }
  }
  // As JSON at once: nearly always there is none.
  if (unfilled(JSON.stringify(flow)).length > 0)
    for (const [at, text] of texts(["flow"], flow)) for (const hole of unfilled(text)) report("onbekende-naam", at, nl.flow.unfilled(hole));
  for (const key of ["checked", "review"] as const) if (!isDate(flow[key])) report("geen-datum", ["flow", key], nl.flow.noDate(flow[key]));
  return problems;
}

/** Every text in a definition, with its place. */
function* texts(at: At, value: unknown): Generator<readonly [At, string]> {
  if (typeof value === "string") yield [at, value];
  else if (typeof value === "object" && value !== null)
    for (const [key, part] of Array.isArray(value) ? value.entries() : Object.entries(value)) yield* texts([...at, key], part);
}

type Test = Exclude<Atom, { readonly op: "norm" | "fact" }>;
const isAtom = (condition: Condition): condition is Test => "q" in condition;

/** Whether the test of an atom fits the kind of the question, and the options it names exist. */
function* fits({ condition: atom, at }: { readonly condition: Test; readonly at: At }, known: Known): Generator<Fault> {
  if (atom.op === "asked") return;
  const question = known.get(atom.q);
  if (question === undefined) return;
  const home = [...at, atom.q];
  const kinds = { in: ["choice"], has: ["choices"], cmp: ["number", "date"], count: ["list"], some: ["list"], every: ["list"] }[atom.op];
  if (!kinds.includes(question.kind)) yield { code: "toets-past-niet", at: home, what: nl.flow.wrongTest(atom.q, nl.kinds[question.kind]) };
  const options = question.options?.map(({ id }) => id) ?? [];
  const named = atom.op === "in" ? atom.values : atom.op === "has" ? [atom.option] : [];
  for (const [i, id] of named.entries())
    if (!options.includes(id))
      yield {
        code: "onbekende-keuze",
        at: [...home, atom.op === "in" ? i : "includes"],
        what: nl.flow.unknownOption(id, atom.q, nearest(id, options)),
      };
  if (atom.op === "cmp") {
    if (question.kind === "number" ? typeof atom.value !== "number" : !isDate(String(atom.value)))
      yield { code: "waarde-past-niet", at: [...home, atom.rel], what: nl.flow.wrongConstant(atom.q, nl.kinds[question.kind]) };
  }
  if ((atom.op === "some" || atom.op === "every") && "fields" in question) {
    const inner = { condition: atom.of, at: [...home, atom.op] };
    yield* fieldCondition(inner, new Map((question.fields ?? []).map((field) => [field.id, field])));
  }
}

function* fieldCondition(whole: Part, known: Known): Generator<Fault> {
  for (const part of parts(whole)) {
    const { condition, at } = part;
    if (condition.op === "norm" || condition.op === "fact")
      yield { code: "toets-past-niet", at: spot(part), what: nl.flow.wrongTest(condition.id, nl.kinds.list) };
    else if (!isAtom(condition)) continue;
    else if (known.has(condition.q)) yield* fits({ condition, at }, known);
    else yield { code: "onbekende-naam", at: spot(part), what: nl.flow.unknown(condition.q, nearest(condition.q, known.keys())) };
  }
}

const isTruth = (is: string): boolean => (TRUTHS as readonly string[]).includes(is);

/** The list whose entries the field of a fact names. */
const namedBy = ({ list, by, field }: FactSource, known: ReadonlyMap<string, QuestionSource>): string | undefined =>
  known.get(by ?? list ?? "")?.fields?.find(({ id }) => id === field)?.to;

/** What a fact names and is not there, or is of another kind. */
function* rests(fact: FactSource, known: ReadonlyMap<string, QuestionSource>): Generator<{ readonly key: string; readonly what: string }> {
  const of = (fits: (question: QuestionSource) => boolean): readonly string[] => [...known.values()].filter(fits).map(({ id }) => id);
  const isDated = ({ kind, happened }: QuestionSource): boolean => kind === "date" || (kind === "list" && happened !== undefined);
  const isText = ({ kind }: QuestionSource | FieldSource): boolean => kind === "text" || kind === "line";
  const isChoices = ({ kind }: QuestionSource): boolean => kind === "choices";
  const isList = ({ kind, happened }: QuestionSource): boolean =>
    kind === "list" && ((fact.is !== "first" && fact.is !== "timely") || happened !== undefined);
  const named = [
    ...(["list", "by"] as const).map((key) => ({ key, id: fact[key], names: of(isList) })),
    { key: "of", id: fact.of, names: of(fact.is === "covered" ? isChoices : isText) },
    ...(["from", "to"] as const).map((key) => ({ key, id: fact[key], names: of(isDated) })),
    ...(fact.dates ?? []).map((id) => ({ key: "dates", id, names: of(isDated) })),
  ];
  for (const { key, id, names } of named)
    if (id !== undefined && !names.includes(id)) yield { key, what: nl.flow.unknown(id, nearest(id, names)) };
  if (fact.field === undefined) return;
  const kinds: Partial<Record<FactSource["is"], (field: FieldSource) => boolean>> = {
    covered: (field) => (fact.of === undefined ? field.kind === "ref" && field.to === fact.list : hasAll(field, known.get(fact.of))),
    linked: ({ kind, except }) => kind === "ref" && (fact.whom !== undefined || except !== undefined),
    "one-sided": ({ kind }) => kind === "ref" || kind === "choice" || kind === "line",
    said: isText,
  };
  const fits = (known.get(fact.by ?? fact.list ?? "")?.fields ?? []).filter(kinds[fact.is] ?? (({ kind }) => kind === "ref"));
  const names = fits.map(({ id }) => id);
  if (!names.includes(fact.field)) yield { key: "field", what: nl.flow.unknown(fact.field, nearest(fact.field, names)) };
}

/** Whether every option that can be chosen beside another is one of a field, too. */
const hasAll = ({ kind, options = [] }: FieldSource, chosen: QuestionSource | undefined): boolean =>
  kind === "choice" && (chosen?.options ?? []).every(({ id, exclusive }) => exclusive === true || options.some((one) => one.id === id));

function* fields(question: QuestionSource, earlier: Known): Generator<Fault> {
  const known = new Map<string, FieldSource>();
  for (const [i, field] of (question.fields ?? []).entries()) {
    const at = ["fields", i];
    if (known.has(field.id) || field.id === "id" || OPERATORS.has(field.id))
      yield { code: known.has(field.id) ? "dubbel" : "gereserveerd-woord", at: [...at, "id"], what: nl.flow.twice(field.id) };
    if (field.kind === "ref" && earlier.get(field.to ?? "")?.kind !== "list") {
      const lists = [...earlier.values()].flatMap(({ id, kind }) => (kind === "list" ? [id] : []));
      yield { code: "onbekende-naam", at: [...at, "to"], what: nl.flow.unknown(field.to ?? "", nearest(field.to ?? "", lists)) };
    } else if (field.except !== undefined) {
      yield* fieldCondition({ condition: normalise(field.except, ALWAYS), at: [...at, "except"] }, fieldsOf(earlier.get(field.to ?? "")));
    }
    yield* fieldCondition({ condition: normalise(field.when, ALWAYS), at: [...at, "when"] }, known);
    known.set(field.id, field);
  }
  for (const [key, kind] of [
    ["groupBy", "choice"],
    ["happened", "date"],
    ["whose", "ref"],
  ] as const) {
    const id = question[key];
    if (id !== undefined && known.get(id)?.kind !== kind)
      yield { code: "onbekende-naam", at: [key], what: nl.flow.unknown(id, nearest(id, known.keys())) };
  }
  yield* options(question, []);
  for (const [i, field] of (question.fields ?? []).entries()) yield* options(field, ["fields", i]);
}

function* options(askable: QuestionSource | FieldSource, at: At): Generator<Fault> {
  const ids = askable.options?.map(({ id }) => id) ?? [];
  for (const [i, id] of ids.entries())
    if (ids.indexOf(id) !== i) yield { code: "dubbel", at: [...at, "options", i, "id"], what: nl.flow.twice(id) };
}
