/** The picture of a flow: for each step a tree. Questions with the same condition stand together, below the answer that leads to them. */
import { names, type Condition } from "./condition.ts";
import type { Field, Flow, Norm, Outcome, Question, Step } from "./flow.ts";
import { nl } from "./nl.ts";

/** Questions that are asked one after another under one condition. */
export interface Block {
  readonly id: string;
  readonly questions: readonly Question[];
  /** The answers that lead here, in words; "" when it is always asked in this step. */
  readonly label: string;
  readonly below: readonly Block[];
}

export interface Group {
  readonly step: Step;
  /** When the step is walked at all, in words; "" for always. */
  readonly label: string;
  readonly blocks: readonly Block[];
}

/** How a question, outcome or norm value is marked in an overlay. */
export type Mark = "answered" | "open" | "parked" | "off" | "reached" | "unreached";

export interface Overlay {
  readonly kind: "case" | "coverage";
  readonly question: (id: string) => Mark;
  readonly outcome: (id: string) => Mark;
  /** What stands behind a norm: its value, or the values that were reached. */
  readonly norm: (id: string) => string;
}

export interface Graph {
  readonly flow: Flow;
  readonly groups: readonly Group[];
  /** What brings a norm up, and what makes it apply: each of the alternatives. */
  readonly norms: readonly { readonly norm: Norm; readonly when: readonly string[]; readonly met: readonly string[] }[];
  readonly outcomes: readonly { readonly outcome: Outcome; readonly when: string }[];
  readonly overlay: Overlay | undefined;
}

export function graph(flow: Flow, overlay?: Overlay): Graph {
  const say = (condition: Condition, about?: string): string => phrase(condition, flow, about);
  return {
    flow,
    groups: flow.steps.map((step) => ({
      step,
      label: isAlways(step.when) ? "" : say(step.when),
      blocks: tree(flow, step),
    })),
    norms: [...flow.norms.values()].map((norm) => ({
      norm,
      when: ways(norm.when).map((way) => say(way)),
      met: ways(norm.met).map((way) => say(way)),
    })),
    outcomes: flow.outcomes.map((outcome) => ({ outcome, when: say(outcome.when) })),
    overlay,
  };
}

/** The alternatives of a condition. */
const ways = (condition: Condition): readonly Condition[] =>
  condition.op === "any" && condition.of.length > 0 ? together(condition.of) : [condition];

interface Run {
  readonly questions: Question[];
  readonly own: Condition;
}

/** A block hangs below the last block of its step that must be answered for it to be asked. */
function tree(flow: Flow, step: Step): readonly Block[] {
  const runs: Run[] = [];
  const parents = new Map<Run, Run>();
  for (const question of flow.questions.values()) {
    if (question.step !== step) continue;
    const own = ownCondition(question);
    // With nothing in between but what hangs below it, it is the same block still.
    const before = runs.findLast((run) => JSON.stringify(run.own) === JSON.stringify(own));
    if (before !== undefined && runs.slice(runs.indexOf(before) + 1).every((run) => isBelow(run, before, parents))) {
      before.questions.push(question);
      continue;
    }
    const run = { questions: [question], own };
    const parent = runs.findLast((one) => needs(own, new Set(one.questions.map(({ id }) => id))));
    if (parent !== undefined) parents.set(run, parent);
    runs.push(run);
  }
  const asBlock = (run: Run): Block => {
    const parent = parents.get(run);
    const [about, second] = names(run.own);
    const goesWithoutSaying = parent?.questions.length === 1 && second === undefined ? about : undefined;
    return {
      id: run.questions[0]?.id ?? "",
      questions: run.questions,
      label: isAlways(run.own) ? "" : phrase(run.own, flow, goesWithoutSaying),
      below: runs.filter((one) => parents.get(one) === run).map(asBlock),
    };
  };
  return runs.filter((run) => !parents.has(run)).map(asBlock);
}

function isBelow(run: Run, upper: Run, parents: ReadonlyMap<Run, Run>): boolean {
  const parent = parents.get(run);
  return parent !== undefined && (parent === upper || isBelow(parent, upper, parents));
}

/** Whether a condition can only hold when one of these questions is answered. */
function needs(condition: Condition, questions: ReadonlySet<string>): boolean {
  switch (condition.op) {
    case "all":
      return condition.of.some((part) => needs(part, questions));
    case "any":
      return condition.of.length > 0 && condition.of.every((part) => needs(part, questions));
    case "not":
    case "norm":
    case "fact":
      return false;
    default:
      return questions.has(condition.q);
  }
}

/** The condition of a question without that of its step: `build` puts the two side by side. */
function ownCondition({ when, step }: Question): Condition {
  if (when === step.when) return { op: "all", of: [] };
  return (when.op === "all" ? when.of[1] : undefined) ?? when;
}

const isAlways = (condition: Condition): boolean => condition.op === "all" && condition.of.length === 0;

/** The names of what a condition speaks of: questions, or the fields of one. */
interface Named {
  readonly questions: ReadonlyMap<string, { readonly label: string; readonly fields?: readonly Field[] }>;
  readonly norms: Flow["norms"];
}

/** A condition in few words, with the labels of questions. @param about the question that goes without saying */
export function phrase(condition: Condition, flow: Named, about?: string): string {
  const words = nl.condition;
  const label = (q: string): string => flow.questions.get(q)?.label ?? q;
  const say = (part: Condition): string => phrase(part, flow, about);
  switch (condition.op) {
    case "all":
    case "any": {
      const parts = (condition.op === "any" ? together(condition.of) : condition.of).filter((part) => !isAlways(part));
      if (parts.length === 0) return condition.op === "all" ? words.always : words.never;
      const [only, second] = parts;
      if (only !== undefined && second === undefined) return say(only);
      const between = ` ${condition.op === "all" ? words.and : words.or} `;
      return parts
        .map((part) => ((part.op === "all" || part.op === "any") && part.of.length > 1 ? `(${say(part)})` : say(part)))
        .join(between);
    }
    case "not":
      return words.not(say(condition.of));
    case "in":
      return nl.graph.is(condition.q === about ? "" : label(condition.q), condition.values);
    case "has":
      return nl.graph.is(condition.q === about ? "" : label(condition.q), [condition.option]);
    case "asked":
      return words.asked(label(condition.q));
    case "cmp":
      return nl.graph.compare(label(condition.q), condition.rel, String(condition.value));
    case "count":
      return nl.graph.compare(label(condition.q), condition.rel, nl.graph.entries(condition.value));
    case "some":
    case "every": {
      const fields = new Map(flow.questions.get(condition.q)?.fields?.map((field) => [field.id, field]));
      const inner = phrase(condition.of, { norms: flow.norms, questions: fields });
      return nl.graph[condition.op](label(condition.q), inner);
    }
    case "norm":
      return words.norm(flow.norms.get(condition.id)?.title ?? condition.id, condition.is);
    case "fact":
      return words.norm(condition.id, condition.is);
  }
}

/** Several options of one question, any of which will do, as one. */
function together(parts: readonly Condition[]): readonly Condition[] {
  const joined = new Map<string, Condition>();
  for (const [i, part] of parts.entries()) {
    const q = part.op === "in" || part.op === "has" ? part.q : `${String(i)}.`;
    const before = joined.get(q);
    const values = [before, part].flatMap((one) => (one?.op === "in" ? one.values : one?.op === "has" ? [one.option] : []));
    joined.set(q, before === undefined ? part : { op: "in", q, values });
  }
  return [...joined.values()];
}
