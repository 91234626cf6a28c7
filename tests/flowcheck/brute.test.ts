/** What is proven, against every way to answer a small flow, tried one by one through the real walk. */
import fc, { type GeneratorValue } from "fast-check";
import { expect, test } from "vitest";
import { atoms, holds, normalise, ALWAYS, type Atom, type Condition, type Scope } from "../../src/core/condition.ts";
import type { Finding } from "../../src/core/finding.ts";
import { build } from "../../src/core/flow.ts";
import type { ConditionSource, Edition } from "../../src/core/formats.ts";
import { parts, type At, type Part } from "../../src/core/parts.ts";
import { FALSE, type Node } from "../../src/core/proof/diagram.ts";
import { proof } from "../../src/core/proof/proof.ts";
import { prove } from "../../src/core/proof/prove.ts";
import type { Walk } from "../../src/core/walk.ts";
import { allWalks } from "./brute.ts";
import { anyEdition, anyProbe } from "./random.ts";
import { replayed } from "./replay.ts";

const RUNS = Number(process.env["FLOWCHECK_RUNS"] ?? 100);
const STATES = ["met", "not-met", "not-reached"] as const;
const taste = { number: 1, date: "2026-11-21" };

/** Runs a property on random flows; it says whether a flow was small enough to try. */
function onFlows(property: (g: GeneratorValue) => boolean): void {
  let tried = 0;
  fc.assert(
    fc.property(fc.gen(), (g) => {
      if (property(g)) tried++;
    }),
    { numRuns: RUNS },
  );
  expect(tried).toBeGreaterThan(RUNS / 2);
}

test("reachability, norms and any condition: in complete states, and in those the interview comes by", () => {
  onFlows((g) => {
    const edition = anyEdition(g, false);
    if (isDead(edition)) return false;
    const probes = [anyProbe(g, edition), anyProbe(g, edition)].map((source) => normalise(source, ALWAYS));
    const flow = build(edition);
    // A probe is asked of the space as an outcome is.
    const probing = {
      ...flow,
      outcomes: [...flow.outcomes, ...probes.map((when, i) => ({ id: `p${String(i)}`, when, title: "", text: "" }))],
    };
    const proven = proof(probing, taste, new Set());
    for (const [openness, { truth }] of [["complete", proven.whole] as const, ["walking", proven.came] as const]) {
      const walks = allWalks(flow, openness);
      if (walks === undefined) return false;
      const can = (node: Node): boolean => truth.within(node) !== FALSE;
      const { not } = truth.space.diagram;
      for (const { id } of flow.questions.values())
        expect([openness, id, can(truth.on(id))]).toEqual([openness, id, walks.some(({ path }) => path.some((one) => one.id === id))]);
      for (const id of flow.norms.keys())
        for (const state of STATES)
          expect([openness, id, state, can(truth.norm(id, state))]).toEqual([
            openness,
            id,
            state,
            walks.some(({ norms }) => norms.get(id) === state),
          ]);
      for (const probe of probes)
        expect([openness, can(truth.holds(probe)), can(not(truth.holds(probe)))]).toEqual([
          openness,
          walks.some(({ scope }) => holds(probe, scope)),
          walks.some(({ scope }) => !holds(probe, scope)),
        ]);
    }
    return true;
  });
});

test.each([false, true])("outcomes and rules; with a decision: %s", (decides) => {
  onFlows((g) => {
    const edition = anyEdition(g, decides);
    if (isDead(edition)) return false;
    const flow = build(edition);
    const walks = allWalks(flow, decides ? "any" : "complete");
    const came = allWalks(flow, "walking");
    const whole = allWalks(flow, "complete");
    if (walks === undefined || came === undefined || whole === undefined) return false;
    const ends = walks.filter(({ status }) => status !== "open");
    const rows = ({ scope }: Walk): string[] => flow.outcomes.flatMap(({ id, when }) => (holds(when, scope) ? [id] : []));
    const found = prove(edition);
    const has = (code: Finding["code"], ...at: At): boolean =>
      found.some((one) => one.code === code && at.every((key, i) => one.at[i] === key));
    expect(["none", has("geen-uitkomst")]).toEqual(["none", ends.some((end) => rows(end).length === 0)]);
    expect(["two", has("twee-uitkomsten")]).toEqual(["two", ends.some((end) => rows(end).length > 1)]);
    for (const [i, { id, when }] of flow.outcomes.entries())
      if (!isLiteral(when)) {
        const said = found.some(
          ({ at, code }) => ["uitkomst-nooit", "buiten-grenzen", "nooit-waar"].includes(code) && at[1] === "outcomes" && at[2] === i,
        );
        if (!ends.some((end) => rows(end).includes(id))) expect(["never", id, said]).toEqual(["never", id, true]);
        else expect(["never", id, has("uitkomst-nooit", "flow", "outcomes", i)]).toEqual(["never", id, false]);
      }
    for (const key of decides ? (["report", "help"] as const) : []) {
      const { question, rules } = flow.decision?.[key] ?? { question: "", rules: [] };
      const first = ({ scope }: Walk): number => rules.findIndex(({ when }) => holds(when, scope));
      expect([key, has("geen-regel", "flow", "decision", key)]).toEqual([
        key,
        whole.some((end) => end.path.some(({ id }) => id === question) && first(end) < 0),
      ]);
      for (const i of rules.keys())
        expect([key, i, has("regel-nooit", "flow", "decision", key, "rules", i)]).toEqual([
          key,
          i,
          ![...came, ...ends].some((end) => first(end) === i),
        ]);
    }
    for (const [i, { id }] of edition.norms.entries())
      expect([id, has("norm-zonder-regel", "norms", i)]).toEqual([
        id,
        [...came, ...ends, ...whole].some(({ norms, report }) => decides && norms.get(id) === "met" && report?.rule !== "required"),
      ]);
    for (const { code, example } of found) {
      if (example === undefined || (code !== "geen-uitkomst" && code !== "twee-uitkomsten")) continue;
      expect(replayed(edition, example).message).toMatch(/^Bij deze antwoorden past (geen enkele|meer dan één) uitkomst/);
    }
    return true;
  });
});

test("never, always and needless parts of conditions; a question that is never asked; not over what is absent", () => {
  onFlows((g) => {
    const edition = anyEdition(g, false);
    if (isDead(edition)) return false;
    const flow = build(edition);
    const walks = allWalks(flow, "walking");
    if (walks === undefined) return false;
    const found = prove(edition);
    const unreachable = [...flow.questions.values()].filter(({ id }) => !walks.some(({ path }) => path.some((one) => one.id === id)));
    const firstGone = unreachable[0]?.order ?? Infinity;
    const judged = (id: string, when: ConditionSource, home: At, seen: readonly Walk[], isGone: boolean): void => {
      const about = found
        .filter(({ at }) => home.every((key, k) => at[k] === key))
        .map((one) => ({ ...one, at: one.at.slice(home.length) }));
      const whole = { condition: normalise(when, ALWAYS), at: [] };
      const isSaidSo = isLiteral(whole.condition) || about.some(isBelow);
      expect([id, about.some(({ code }) => code === "onbereikbaar") || isSaidSo]).toEqual([id, isGone || isSaidSo]);
      idleIsIdle(when, whole, about, seen);
      silenceIsTold(whole, about, seen);
    };
    for (const [s, step] of edition.flow.steps.entries()) {
      const home = ["flow", "steps", s];
      const order = (id: string): number => flow.questions.get(id)?.order ?? 0;
      // What rests on a question that is never asked, is not reported again.
      if (order(step.questions[0]?.id ?? "") > firstGone) break;
      const inStep = walks.filter(({ scope }) => holds(normalise(step.when, ALWAYS), scope));
      if (step.when !== undefined) judged(step.id, step.when, [...home, "when"], walks, inStep.length === 0);
      if (inStep.length === 0) break;
      for (const [i, { id, when }] of step.questions.entries())
        if (when !== undefined && order(id) <= firstGone)
          judged(id, when, [...home, "questions", i, "when"], inStep, order(id) === firstGone);
    }
    return true;
  });
});

/** A walk that ends in the middle has no end to compare. */
const isDead = (edition: Edition): boolean =>
  edition.flow.steps.some(({ questions }) => questions.some(({ fields }) => fields?.some(({ kind }) => kind === "ref"))) &&
  prove(edition).some(({ code }) => code === "doodlopend");

const isBelow = ({ code }: Finding): boolean => code === "buiten-grenzen" || code === "nooit-waar";
const isLiteral = (condition: Condition): boolean => (condition.op === "all" || condition.op === "any") && condition.of.length === 0;

/** What is said to be idle can be left out; and when nothing is said, no part can. */
function idleIsIdle(source: ConditionSource, whole: Part, about: readonly Finding[], walks: readonly Walk[]): void {
  const idle = about.filter(({ code }) => ["nooit-waar", "altijd-waar", "overbodig", "onbereikbaar", "buiten-grenzen"].includes(code));
  const same = (other: Condition): boolean => walks.every(({ scope }) => holds(whole.condition, scope) === holds(other, scope));
  let left: unknown = source;
  for (const { at, code, severity } of idle) {
    // A comparison that is true within its bounds, is so of what is answered only: it says no less than `asked`.
    if (code === "buiten-grenzen" && severity === "warning") continue;
    const constants = code === "overbodig" ? [{ any: [] }, { all: [] }] : [code === "altijd-waar" ? { all: [] } : { any: [] }];
    const kept: unknown = constants
      .map((constant) => without(left, at, constant))
      .find((other) => same(normalise(other as ConditionSource, ALWAYS)));
    expect([JSON.stringify(source), at, code, kept !== undefined]).toEqual([JSON.stringify(source), at, code, true]);
    left = kept;
  }
  if (idle.length > 0 || [...parts(whole)].some(({ condition }) => isLiteral(condition))) return;
  for (const { at, condition } of parts(whole))
    for (const constant of [{ any: [] }, { all: [] }]) {
      const other = normalise(without(source, [...at, ...("q" in condition ? [condition.q] : [])], constant) as ConditionSource, ALWAYS);
      expect([JSON.stringify(source), at, constant, same(other)]).toEqual([JSON.stringify(source), at, constant, false]);
    }
}

/** The source with a part replaced by a constant; of a list of options, with one option taken out. */
function without(source: unknown, [key, ...rest]: At, constant: ConditionSource): unknown {
  if (key === undefined || key === "asked" || key === "norm" || typeof source !== "object" || source === null) return constant;
  const here = source as Readonly<Record<string, unknown>>;
  const inner = here[key];
  const [next] = rest;
  if (key === "not") return { not: without(inner, rest, constant) };
  if (Array.isArray(inner) && (key === "all" || key === "any"))
    return { [key]: inner.map((part: unknown, i) => (i === next ? without(part, rest.slice(1), constant) : part)) };
  if (next === "some" || next === "every") {
    const list = inner as Readonly<Record<string, unknown>>;
    return { [key]: { [next]: without(list[next], rest.slice(1), constant) } };
  }
  if (Array.isArray(inner) && typeof next === "number") return { [key]: inner.map((option: unknown, i) => (i === next ? "-" : option)) };
  return constant;
}

/** A `not` is reported exactly when some walk has it true by silence, in a place where it matters; those over fields aside. */
function silenceIsTold(whole: Part, about: readonly Finding[], walks: readonly Walk[]): void {
  const said = new Set(
    about.flatMap(({ code, at, text }) =>
      code === "niet-zonder-asked" && !at.includes("some") && !at.includes("every")
        ? [`${at.join(".")} ${/als ‘([^’]+)’/.exec(text)?.[1] ?? ""}`]
        : [],
    ),
  );
  if (about.some(({ code }) => code !== "niet-zonder-asked") || [...parts(whole)].some(({ condition }) => isLiteral(condition))) return;
  const shown = new Set<string>();
  for (const part of parts(whole)) {
    const { condition } = part;
    if (condition.op !== "not") continue;
    const named = [...atoms(condition.of)];
    for (const q of new Set(
      named.flatMap((atom) => ("q" in atom && !named.some((other) => other.op === "asked" && other.q === atom.q) ? [atom.q] : [])),
    )) {
      const shows = walks.some(({ scope }) => {
        const answered = (atom: Atom): boolean | undefined => ("q" in atom && atom.q === q ? true : undefined);
        const matters =
          value(whole.condition, scope, undefined, [condition, true]) !== value(whole.condition, scope, undefined, [condition, false]);
        return matters && !holds({ op: "asked", q }, scope) && holds(condition, scope) && value(condition.of, scope, answered);
      });
      if (shows) shown.add(`${[...part.at, "not"].join(".")} ${q}`);
    }
  }
  expect(said).toEqual(shown);
}

/** What a condition comes to when some atoms, or one part of it, are taken to be something else. */
function value(
  condition: Condition,
  scope: Scope,
  atom?: (atom: Atom) => boolean | undefined,
  fixed?: readonly [Condition, boolean],
): boolean {
  if (condition === fixed?.[0]) return fixed[1];
  switch (condition.op) {
    case "all":
      return condition.of.every((part) => value(part, scope, atom, fixed));
    case "any":
      return condition.of.some((part) => value(part, scope, atom, fixed));
    case "not":
      return !value(condition.of, scope, atom, fixed);
    default:
      return atom?.(condition) ?? holds(condition, scope);
  }
}
