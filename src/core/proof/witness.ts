/** An example: answers that bring the walk into the states of a node. */
import type { Document } from "../answers.ts";
import { ALWAYS } from "../condition.ts";
import type { Flow, Question } from "../flow.ts";
import type { Scalar } from "../formats.ts";
import type { Entry } from "../value.ts";
import { trail, walk, type Answer, type Walk } from "../walk.ts";
import type { Model, Node } from "./diagram.ts";
import type { Lists } from "./lists.ts";
import { concrete } from "./space.ts";
import type { Taste } from "./split.ts";
import type { Truth } from "./truth.ts";

export interface Example {
  /** As an answers file holds it, questions in flow order; what is open is left out. */
  readonly document: Document;
  /** What earlier chapters answered. */
  readonly given: Readonly<Record<string, Scalar>>;
  /** The walk through it; its outcome is not worked out. */
  readonly walk: Walk;
}

export interface WitnessOptions {
  readonly lists: Lists;
  readonly taste: Taste;
  /** Whether a question may be left open. */
  readonly waits: (question: Question, isDeferred: boolean) => boolean;
  /** Entries that a list has in any case. */
  readonly entries?: ReadonlyMap<string, readonly Entry[]>;
  /** The first question that is not answered any more. */
  readonly until?: string;
}

/** @returns undefined when the node has no states, or none that can be typed */
export function witness(
  flow: Flow,
  truth: Truth,
  node: Node,
  { lists, taste, waits, entries, until }: WitnessOptions,
): Example | undefined {
  const found = modelOf(truth, node);
  if (found === undefined) return undefined;
  const { domains } = truth.space;
  const quiet: Flow = { ...flow, decision: undefined, outcomes: [{ id: "", when: ALWAYS, title: "", text: "" }] };
  const answers = new Map<string, Answer>();
  const given: Record<string, Scalar> = {};
  for (const [id, { variable, states }] of domains) {
    const state = states[found.get(variable) ?? 0] ?? null;
    if (!flow.questions.has(id) && state !== null) given[id] = state;
  }
  const itemsOf = (list: Question, values: readonly Entry[]): Answer => ({
    kind: "list",
    closed: true,
    items: values.map((value, i) => ({ id: `${list.id}-${String(i + 1)}`, value })),
  });
  for (const { question, waits: isDeferred } of trail(quiet, answers, given).steps()) {
    if (question.id === until) break;
    const domain = domains.get(question.id);
    const state = domain === undefined ? 0 : domain.states[found.get(domain.variable) ?? 0];
    if (state === undefined && waits(question, isDeferred)) continue;
    if (question.kind !== "list") {
      // Open where it may not be, stands for the first answer.
      const value = concrete(question, domain, state === undefined ? new Map([...found, [domain?.variable ?? 0, 0]]) : found, taste);
      if (value === undefined) return undefined;
      answers.set(question.id, { kind: "value", value });
      continue;
    }
    const values = entries?.get(question.id) ?? lists.entries(question, domain?.list, found);
    if (values === undefined) return undefined;
    answers.set(question.id, itemsOf(question, values));
  }
  const { path } = walk(quiet, answers, given);
  for (const list of pointedTo(flow, answers)) {
    const there = answers.get(list.id);
    if (there?.kind === "list" && there.items.length > 0) continue;
    // What is off the path can be pointed to: it is parked. What is on it and has no entries, cannot.
    const values = path.includes(list) ? undefined : lists.entries({ ...list, min: Math.max(1, list.min ?? 0) }, undefined, found);
    if (values === undefined) return undefined;
    answers.set(list.id, itemsOf(list, values));
  }
  const document = Object.fromEntries([...flow.questions.values()].flatMap((question) => written(question, answers.get(question.id))));
  return { document, given, walk: walk(quiet, answers, given) };
}

/** A model in which every question has answers that can stand together. */
function modelOf(truth: Truth, node: Node): Model | undefined {
  const { and, test, model, support } = truth.space.diagram;
  const first = model(truth.within(node));
  if (first === undefined) return undefined;
  const all = new Map(first);
  for (const q of truth.space.domains.keys()) {
    const rule = truth.legal(q);
    const rest = [...support(rule)].reduce((part, variable) => {
      const value = all.get(variable);
      return value === undefined
        ? part
        : and(
            part,
            test(variable, (one) => one === value),
          );
    }, rule);
    for (const [variable, value] of model(rest) ?? []) all.set(variable, value);
  }
  return all;
}

/** The lists that entries of other lists point to. */
function pointedTo(flow: Flow, answers: ReadonlyMap<string, Answer>): readonly Question[] {
  const targets = [...flow.questions.values()].flatMap((list) => {
    const answer = answers.get(list.id);
    const items = answer?.kind === "list" ? answer.items : [];
    return list.fields.flatMap(({ id, to }) => (to !== undefined && items.some(({ value }) => value[id] !== undefined) ? [to] : []));
  });
  return [...new Set(targets)].flatMap((id) => flow.questions.get(id) ?? []);
}

function written({ id, min = 0 }: Question, answer: Answer | undefined): readonly (readonly [string, unknown])[] {
  if (answer === undefined) return [];
  if (answer.kind === "value") return [[id, answer.value]];
  const items = answer.items.map(({ value }) => value);
  // An optional list with a least number may be skipped, but not be empty.
  return [[id, items.length === 0 && min > 0 ? null : items]];
}
