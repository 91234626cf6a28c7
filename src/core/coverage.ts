/** What scenarios reach of a flow, and answers that reach the rest. */
import type { Document } from "./answers.ts";
import { entries } from "./classes.ts";
import type { Askable, Flow, Question } from "./flow.ts";
import { complete, documentOf, without } from "./invent.ts";
import { fieldsOnPath, follow, type Result } from "./scenario.ts";
import type { Pair, Search } from "./search.ts";
import type { Entry } from "./value.ts";
import type { NormState } from "./walk.ts";

export const KINDS = ["question", "option", "norm", "outcome"] as const;

/** Something that a scenario can reach; `id` is a question or list.field, a norm or an outcome, `of` the option or value. */
export interface Goal {
  readonly kind: (typeof KINDS)[number];
  readonly id: string;
  readonly of: string;
}

const STATES: readonly NormState[] = ["met", "not-met", "not-reached"];

/** All there is to reach, in flow order. */
export function goals(flow: Flow): readonly Goal[] {
  const options = (askable: Askable, id: string): readonly Goal[] =>
    askable.options.map((option) => ({ kind: "option", id, of: option.id }));
  const questions = [...flow.questions.values()].filter(({ given }) => !given);
  return [
    ...questions.map(({ id }): Goal => ({ kind: "question", id, of: "" })),
    ...questions.flatMap((question) => [
      ...options(question, question.id),
      ...question.fields.flatMap((field) => options(field, `${question.id}.${field.id}`)),
    ]),
    ...[...flow.norms.keys()].flatMap((id) => STATES.map((of): Goal => ({ kind: "norm", id, of }))),
    ...flow.outcomes.map(({ id }): Goal => ({ kind: "outcome", id, of: "" })),
  ];
}

export const keyOf = ({ kind, id, of }: Goal): string => `${kind} ${id} ${of}`;

/** The goals that these results reach, by key. Only answers on the path count. */
export function reached(results: Iterable<Result>): ReadonlySet<string> {
  const keys = new Set<string>();
  const add = (kind: Goal["kind"], id: string, of = ""): void => void keys.add(keyOf({ kind, id, of }));
  for (const { walk, answers } of results) {
    if (walk === undefined) continue;
    for (const question of walk.path) {
      add("question", question.id);
      const answer = answers.get(question.id);
      if (answer?.kind === "value") chosen(question, answer.value).forEach((option) => add("option", question.id, option));
      if (answer?.kind !== "list") continue;
      const on = fieldsOnPath(question, answer);
      for (const field of question.fields) {
        const id = `${question.id}.${field.id}`;
        if (on.has(id)) for (const { value } of answer.items) chosen(field, value[field.id]).forEach((option) => add("option", id, option));
      }
    }
    for (const [id, state] of walk.norms) add("norm", id, state);
    if (walk.outcome !== undefined) add("outcome", walk.outcome.id);
  }
  return keys;
}

const chosen = ({ options }: Askable, value: unknown): readonly string[] => {
  const ids: readonly unknown[] = Array.isArray(value) ? value : [value];
  return options.flatMap(({ id }) => (ids.includes(id) ? [id] : []));
};

/**
 * Answers that reach a goal.
 * @param asked answers that bring a question on the path
 * @returns "never" when none do, "unknown" when that could not be settled
 */
function reach(
  flow: Flow,
  goal: Goal,
  search: Search,
  asked: (q: Question) => Document | "never" | "unknown",
): Document | "never" | "unknown" {
  const { make } = search;
  const look = (pairs: readonly Pair[], decided = false): Document | "never" | "unknown" => {
    const found = search.differ(pairs, decided);
    return found === "same" ? "never" : found === "unknown" ? found : documentOf(flow, found);
  };
  switch (goal.kind) {
    case "norm": {
      const norm = flow.norms.get(goal.id);
      return norm === undefined ? "never" : look([[make.norm(norm, goal.of, flow.norms), make.no]]);
    }
    case "outcome": {
      const row = flow.outcomes.find(({ id }) => id === goal.id);
      const found = row === undefined ? "never" : look([[search.of(row.when), make.no]], true);
      return typeof found === "string" ? found : complete(flow, found, ({ open, status }) => (status === "open" ? open[0] : undefined));
    }
    default: {
      const [q = "", field] = goal.id.split(".");
      const question = flow.questions.get(q);
      const on = question === undefined ? "never" : asked(question);
      if (question === undefined || typeof on === "string" || goal.kind === "question") return on;
      const value = field === undefined ? choosing(question, goal.of) : entryChoosing(question, field, goal.of);
      return value === undefined ? "never" : { ...on, [q]: value };
    }
  }
}

/** An answer with this option: alone, or with as many others as the question wants. */
function choosing(askable: Askable, option: string): unknown {
  if (askable.kind === "choice") return option;
  const others = askable.options.flatMap(({ id, exclusive }) => (id === option || exclusive === true ? [] : [id]));
  return [option, ...others.slice(0, Math.max(0, (askable.min ?? 1) - 1))];
}

function entryChoosing(list: Question, id: string, option: string): readonly Entry[] | undefined {
  const field = list.fields.find((one) => one.id === id);
  if (field === undefined) return undefined;
  const test = field.kind === "choice" ? ({ op: "in", q: id, values: [option] } as const) : ({ op: "has", q: id, option } as const);
  const entry = entries(list, [test]).find((one) => chosen(field, one[id]).includes(option));
  return entry === undefined ? undefined : [entry, ...Array.from({ length: Math.max(0, (list.min ?? 1) - 1) }, () => entry)];
}

export interface Invented {
  readonly document: Document;
  readonly result: Result;
  /** The goals it is there for. */
  readonly goals: readonly Goal[];
}

/** What is not reached. */
export interface Left {
  readonly reachable: readonly { readonly goal: Goal; readonly document: Document }[];
  readonly never: readonly Goal[];
  /** It could not be settled whether answers reach these. */
  readonly unknown: readonly Goal[];
}

/** @param before what is reached, by key */
export function left(flow: Flow, before: ReadonlySet<string>, search: Search): Left {
  const told: { reachable: Left["reachable"][number][]; never: Goal[]; unknown: Goal[] } = { reachable: [], never: [], unknown: [] };
  const known = new Map<Question, Document | "never" | "unknown">();
  const asked = (question: Question): Document | "never" | "unknown" => {
    const found = known.get(question) ?? onPath(flow, question, search);
    known.set(question, found);
    return found;
  };
  for (const goal of goals(flow)) {
    if (before.has(keyOf(goal))) continue;
    const document = reach(flow, goal, search, asked);
    if (document === "never") told.never.push(goal);
    // What was worked out is walked for real.
    else if (document === "unknown" || !reached([follow(flow, document)]).has(keyOf(goal))) told.unknown.push(goal);
    else told.reachable.push({ goal, document });
  }
  return told;
}

function onPath(flow: Flow, { when }: Question, { differ, of, make }: Search): Document | "never" | "unknown" {
  const found = differ([[of(when), make.no]]);
  return found === "same" ? "never" : found === "unknown" ? found : documentOf(flow, found);
}

/**
 * Scenarios for the goals that are not reached: each goes on from the first such goal as long as there is something new to reach, and then
 * drops what it does not need. The same goals give the same scenarios.
 */
export function invented(flow: Flow, before: ReadonlySet<string>, { reachable }: Left): readonly Invented[] {
  const done = new Set(before);
  const all = goals(flow);
  const made: Invented[] = [];
  for (const { goal, document: start } of reachable) {
    if (done.has(keyOf(goal))) continue;
    const whole = complete(
      flow,
      start,
      ({ open, deferred }) => open[0] ?? deferred[0],
      (question) => fresh(question, done),
    );
    const wins = (document: Document): readonly Goal[] => {
      const now = reached([follow(flow, document)]);
      return all.filter((one) => now.has(keyOf(one)) && !done.has(keyOf(one)));
    };
    const wanted = wins(whole);
    const fits = (document: Document): boolean => {
      const result = follow(flow, document);
      const now = reached([result]);
      return result.refused.length === 0 && wanted.every((one) => now.has(keyOf(one)));
    };
    // Where the rest of the way cannot be invented, the goal by itself will do.
    const document = wanted.some((one) => keyOf(one) === keyOf(goal)) && fits(whole) ? without(whole, fits) : start;
    const won = wins(document);
    won.forEach((one) => done.add(keyOf(one)));
    made.push({ document, result: follow(flow, document), goals: won });
  }
  return made;
}

/** The first option of a choice that no scenario has chosen yet. */
function fresh(question: Question, done: ReadonlySet<string>): unknown {
  const option = question.options.find(({ id }) => !done.has(keyOf({ kind: "option", id: question.id, of: id })));
  return option === undefined ? undefined : choosing(question, option.id);
}
