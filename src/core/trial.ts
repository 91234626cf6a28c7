/** Scenarios tried on their flow, and what to say about it. */
import { goals, invented, KINDS, keyOf, left, reached, type Goal, type Invented, type Left } from "./coverage.ts";
import type { Flow } from "./flow.ts";
import type { Edition, ExpectationSource } from "./formats.ts";
import { mutation, needed, type Mutation, type Survivor } from "./mutation.ts";
import type { Mutant } from "./mutate.ts";
import { nearest } from "./near.ts";
import { nl } from "./nl.ts";
import type { At } from "./parts.ts";
import { scenarioFile, type Written } from "./print.ts";
import { differences, follow, names, unknownNames, type Difference, type Result, type Scenario } from "./scenario.ts";
import { searchIn } from "./search.ts";
import { inWords } from "./words.ts";

export { mutation, scenarioFile };

export interface Tried {
  readonly scenario: Scenario;
  readonly result: Result;
  readonly differences: readonly Difference[];
}

export function tried(flow: Flow, scenarios: readonly Scenario[]): readonly Tried[] {
  return scenarios.map((scenario) => {
    const result = follow(flow, scenario.document, scenario.given, scenario.written);
    return { scenario, result, differences: differences(flow, result, scenario.expect) };
  });
}

/** What scenarios expect of names that the flow does not have, a line each. */
export function strange(flow: Flow, scenarios: readonly Scenario[]): readonly string[] {
  const known = [...names(flow), ...flow.norms.keys(), ...flow.outcomes.map(({ id }) => id)];
  return scenarios.flatMap(({ place, expect }) =>
    unknownNames(flow, expect).map(({ id }) => nl.scenario.unknown(place, id, nearest(id, known))),
  );
}

/** A line for each scenario, and below it what differs. */
export const said = (all: readonly Tried[]): readonly string[] =>
  all.flatMap(({ scenario: { name, place }, differences: found }) =>
    found.length === 0
      ? [nl.scenario.ok(name)]
      : [nl.scenario.differs(name, place), ...found.map((one) => `        ${nl.scenario.difference(one)}`)],
  );

export interface Covered {
  readonly reached: ReadonlySet<string>;
  readonly left: Left;
  /** Which goals count. */
  readonly counts: (goal: Goal) => boolean;
}

/** What the scenarios reach, and what they do not. @param counts which goals count; all when left out */
export function covered(flow: Flow, all: readonly Tried[], counts: Covered["counts"] = () => true): Covered {
  const others = goals(flow).flatMap((goal) => (counts(goal) ? [] : [keyOf(goal)]));
  const there = new Set([...reached(all.map(({ result }) => result)), ...others]);
  return { reached: there, left: left(flow, there, searchIn(flow)), counts };
}

/** The goals that rest on what was changed in an edition: questions, options, norms and outcomes. */
export function changedIn({ flow, norms }: Edition, isChanged: (at: At) => boolean): Covered["counts"] {
  const questions = flow.steps.flatMap(({ questions: all }, s) =>
    all.map((question, i) => ({ id: question.id, is: (key: string) => isChanged(["flow", "steps", s, "questions", i, key]) })),
  );
  const ids = (key: string): ReadonlySet<string> => new Set(questions.flatMap(({ id, is }) => (is(key) ? [id] : [])));
  const changed = { question: new Set([...ids("kind"), ...ids("when")]), option: new Set([...ids("kind"), ...ids("options")]) };
  const others = {
    norm: new Set(norms.flatMap(({ id }, i) => (isChanged(["norms", i, "met"]) ? [id] : []))),
    outcome: new Set(flow.outcomes.flatMap(({ id }, i) => (isChanged(["flow", "outcomes", i, "when"]) ? [id] : []))),
  };
  return ({ kind, id }) => ({ ...changed, ...others })[kind].has(id.split(".")[0] ?? "");
}

/** A line for each kind of thing to reach, and what is not. */
export function coverageLines(flow: Flow, { reached: there, left: { never, unknown }, counts }: Covered): readonly string[] {
  const words = nl.scenario;
  const out = new Set([...never, ...unknown].map(keyOf));
  const lines = KINDS.flatMap((kind) => {
    const all = goals(flow).filter((goal) => goal.kind === kind && counts(goal));
    if (all.length === 0) return [];
    const unreached = all.filter((goal) => !there.has(keyOf(goal)));
    const list = (say: (what: readonly string[]) => string, some: readonly Goal[]): readonly string[] =>
      some.length === 0 ? [] : [say(some.map(words.goal))];
    const ofKind = (some: readonly Goal[]): readonly Goal[] => some.filter((goal) => goal.kind === kind);
    return [
      words.reached(words.kinds[kind], all.length - unreached.length, all.length - ofKind(never).length),
      ...list(
        words.notReached,
        unreached.filter((goal) => !out.has(keyOf(goal))),
      ),
      ...list(words.never, ofKind(never)),
      ...list(words.unsettled, ofKind(unknown)),
    ];
  });
  return [words.coverage(flow.title, flow.version), ...lines];
}

/** The scenarios that are missing, ready to be written down. */
export function written(
  flow: Flow,
  coverage: Covered,
  survivors: readonly Survivor[],
  place: (mutant: Mutant) => string,
): readonly Written[] {
  const words = nl.scenario;
  const used = new Map<string, number>();
  const own = (name: string): string => {
    const n = (used.get(name) ?? 0) + 1;
    used.set(name, n);
    return n === 1 ? name : `${name} (${String(n)})`;
  };
  const reaching = invented(flow, coverage.reached, coverage.left).map((one) => ({
    name: own(words.reaches(one.goals.map(words.goal))),
    document: one.document,
    expect: expected(flow, one),
  }));
  const noticing = needed(survivors, reaching).map(({ mutant, shows }) => ({
    name: own(words.notices(changed(mutant), place(mutant).replace(/^.*[\\/]/, ""))),
    ...shows,
  }));
  return [...reaching, ...noticing];
}

/** What the flow says of invented answers, as far as they are there for it. */
function expected(flow: Flow, { result: { walk }, goals: won }: Invented): ExpectationSource {
  const of = (kind: Goal["kind"]): readonly string[] => won.flatMap((goal) => (goal.kind === kind ? [goal.id] : []));
  const states = (isPrecaution: boolean): Readonly<Record<string, "met" | "not-met" | "not-reached">> =>
    Object.fromEntries(
      [...(walk?.norms ?? [])].filter(([id]) => of("norm").includes(id) && (flow.norms.get(id)?.class === "voorzorg") === isPrecaution),
    );
  const asked = of("question");
  const [norms, precautions] = [states(false), states(true)];
  return {
    ...(walk === undefined ? {} : { status: walk.status }),
    ...(walk?.outcome === undefined ? {} : { outcome: walk.outcome.id }),
    ...(Object.keys(norms).length === 0 ? {} : { norms }),
    ...(Object.keys(precautions).length === 0 ? {} : { precautions }),
    ...(asked.length === 0 ? {} : { asked }),
  };
}

const changed = ({ key, change }: Mutant): string =>
  `${key}: ${nl.scenario.change(change, change.code === "part" ? inWords(change.of) : "")}`;

/** What scenarios notice of changes in the definition, and what they do not. */
export function mutationLines(told: Mutation, place: (mutant: Mutant) => string): readonly string[] {
  const words = nl.scenario.mutation;
  const line = (mutant: Mutant): string => words.line(place(mutant), changed(mutant));
  return [
    words.score(told.noticed, told.made - told.equivalent.length),
    ...(told.equivalent.length === 0 ? [] : [words.equivalent(told.equivalent.length)]),
    ...(told.unnoticed.length === 0 ? [] : [words.unnoticed, ...told.unnoticed.map(({ mutant }) => line(mutant)), words.generate]),
    ...(told.unproven.length === 0 ? [] : [words.unproven, ...told.unproven.map(line)]),
  ];
}
