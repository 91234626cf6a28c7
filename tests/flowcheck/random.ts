/**
 * Small flows at random: questions of every kind, optional and deferred ones, lists, a second step, answers of an earlier chapter, norms,
 * outcomes. Names that exist, and only earlier ones.
 */
import fc, { type GeneratorValue } from "fast-check";
import type {
  ConditionSource,
  Edition,
  FieldSource,
  NormSource,
  OutcomeSource,
  QuestionSource,
  RulesSource,
} from "../../src/core/formats.ts";
import { norm, tiny, yesNo } from "../tiny.ts";

type Gen = GeneratorValue;
const upTo = (g: Gen, max: number): number => g(fc.nat, { max });
const chance = (g: Gen, oneIn: number): boolean => upTo(g, oneIn - 1) === 0;
function pick<T>(g: Gen, from: readonly T[]): T {
  const found = from[upTo(g, from.length - 1)];
  if (found === undefined) throw new Error("nothing to pick from");
  return found;
}

const RELATIONS = ["lt", "lte", "gt", "gte", "is"] as const;
const THREE = [...yesNo, { id: "misschien", text: "Misschien" }];

/** What an earlier chapter may have answered. */
const EARLIER: QuestionSource = { id: "eerder", kind: "choice", text: "eerder", options: yesNo };

/** A test of one question, or of one field of an entry. */
function test(g: Gen, about: QuestionSource | FieldSource): ConditionSource {
  if (chance(g, 5)) return { asked: about.id };
  switch (about.kind) {
    case "choice": {
      const options = about.options?.map(({ id }) => id) ?? [];
      return { [about.id]: g(fc.subarray, options, { minLength: 1 }) };
    }
    case "choices":
      return { [about.id]: { includes: pick(g, about.options ?? []).id } };
    case "number":
      return { [about.id]: { [pick(g, RELATIONS)]: chance(g, 8) ? pick(g, [-1, 1.5, 6]) : upTo(g, 5) } };
    case "date":
      return { [about.id]: { [pick(g, RELATIONS)]: pick(g, ["2026-01-01", "2026-01-02", "2026-01-04"]) } };
    case "list": {
      const kind = upTo(g, 2);
      if (kind === 0) return { [about.id]: { count: { [pick(g, RELATIONS)]: upTo(g, 3) } } };
      const fields = "fields" in about ? (about.fields ?? []) : [];
      return { [about.id]: { [kind === 1 ? "some" : "every"]: condition(g, fields, [], 1) } };
    }
    default:
      return { asked: about.id };
  }
}

function condition(g: Gen, earlier: readonly (QuestionSource | FieldSource)[], norms: readonly string[], depth = 2): ConditionSource {
  if (earlier.length === 0) return chance(g, 8) ? { any: [] } : { all: [] };
  if (norms.length > 0 && chance(g, 4)) return { norm: { [pick(g, norms)]: pick(g, ["met", "not-met", "not-reached"]) } };
  const kind = depth === 0 ? 3 : upTo(g, 5);
  if (kind === 0 || kind === 1)
    return { [kind === 0 ? "all" : "any"]: Array.from({ length: upTo(g, 3) }, () => condition(g, earlier, norms, depth - 1)) };
  if (kind === 2) return { not: condition(g, earlier, norms, depth - 1) };
  return test(g, pick(g, earlier));
}

function field(g: Gen, id: string, earlier: readonly FieldSource[], lists: readonly string[]): FieldSource {
  const more = { ...(chance(g, 3) ? { when: condition(g, earlier, [], 1) } : {}), ...(chance(g, 3) ? { required: false } : {}) };
  if (chance(g, 3)) return { id, kind: "number", text: id, min: 0, max: 1 + upTo(g, 1), ...more };
  if (lists.length > 0 && chance(g, 2)) return { id, kind: "ref", to: pick(g, lists), text: id, ...more };
  if (chance(g, 4)) return { id, kind: pick(g, ["line", "date"]), text: id, ...more };
  if (chance(g, 4)) return { id, kind: "choices", text: id, options: yesNo, ...more };
  return { id, kind: "choice", text: id, options: yesNo, ...more };
}

function question(g: Gen, id: string, earlier: readonly QuestionSource[], norms: readonly string[]): QuestionSource {
  const more = {
    ...(chance(g, 2) ? { when: condition(g, earlier, norms) } : {}),
    ...(chance(g, 4) ? { required: false } : {}),
    ...(chance(g, 4) ? { defer: condition(g, earlier, norms, 1) } : {}),
  };
  switch (upTo(g, 7)) {
    case 0: {
      const options = THREE.map((option, i) => ({ ...option, ...(i === 2 && chance(g, 2) ? { exclusive: true } : {}) }));
      return {
        id,
        kind: "choices",
        text: id,
        options,
        ...(chance(g, 2) ? { min: 1 + upTo(g, 1) } : {}),
        ...(chance(g, 3) ? { max: 2 } : {}),
        ...more,
      };
    }
    case 1:
      return { id, kind: "number", text: id, min: upTo(g, 1), max: 2 + upTo(g, 3), ...more };
    case 2: {
      const fields: FieldSource[] = [];
      const lists = earlier.flatMap((one) => (one.kind === "list" ? [one.id] : []));
      for (let i = 0; i <= upTo(g, 1); i++) fields.push(field(g, `f${String(i)}`, fields, lists));
      return { id, kind: "list", item: "ding", text: id, fields, ...(chance(g, 3) ? { min: 1 } : {}), max: 1 + upTo(g, 2), ...more };
    }
    case 3:
      return { id, kind: pick(g, ["line", "notice"]), text: id, ...more };
    case 4:
      return { id, kind: "date", text: id, ...more };
    default:
      return { id, kind: "choice", text: id, options: chance(g, 3) ? THREE : yesNo, ...more };
  }
}

/** @param decides whether the flow has a decision, after which questions may stay open */
export function anyEdition(g: Gen, decides: boolean): Edition {
  const questions: QuestionSource[] = [];
  const norms: NormSource[] = [];
  const before = chance(g, 4) ? [EARLIER] : [];
  const earlier = (): QuestionSource[] => [...before, ...questions];
  const names = (): string[] => norms.map(({ id }) => id);
  const count = 2 + upTo(g, 2);
  const cut = chance(g, 3) ? 1 + upTo(g, count - 2) : count;
  let second: ConditionSource = { all: [] };
  for (let i = 0; i < count; i++) {
    if (i === cut) second = condition(g, earlier(), names());
    questions.push(question(g, `q${String(i)}`, earlier(), names()));
    if (chance(g, 2)) norms.push(norm(`n${String(i)}`, condition(g, earlier(), names(), 1), condition(g, earlier(), names(), 1)));
  }
  const outcomes = Array.from({ length: 1 + upTo(g, 2) }, (_, i): OutcomeSource => {
    return { id: `u${String(i)}`, when: condition(g, earlier(), names()), title: "U", text: "U" };
  });
  const ids = questions.map(({ id }) => id);
  const rows = (): RulesSource["rules"] =>
    Array.from({ length: 1 + upTo(g, 1) }, () => ({
      rule: pick(g, ["allowed", "required"] as const),
      when: condition(g, earlier(), names(), 1),
      text: "R",
    }));
  const decision = {
    questions: g(fc.subarray, ids, { minLength: 1 }),
    by: "q0",
    on: "q0",
    departure: ["q0"],
    report: { question: pick(g, ids), rules: rows() },
    help: { question: pick(g, ids), rules: rows() },
  };
  const steps = [
    { id: "een", title: "Een", questions: questions.slice(0, cut) },
    ...(cut < count ? [{ id: "twee", title: "Twee", when: second, questions: questions.slice(cut) }] : []),
  ];
  const uses = before.map(({ id }) => id);
  return tiny([], { steps, outcomes, ...(uses.length > 0 ? { uses } : {}), ...(decides ? { decision } : {}) }, norms);
}

/** A condition to ask of the whole flow. */
export const anyProbe = (g: Gen, { flow, norms }: Edition): ConditionSource =>
  condition(
    g,
    [...(flow.uses?.length === 1 ? [EARLIER] : []), ...flow.steps.flatMap(({ questions }) => questions)],
    norms.map(({ id }) => id),
    3,
  );
