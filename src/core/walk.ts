/** The walk: from a flow and answers to the path, what comes next, the norms and the outcome. Nothing here is stored; it is worked out again each time. */
import { holds, type Scope } from "./condition.ts";
import { FlowDefect } from "./defect.ts";
import { truthOf } from "./fact.ts";
import type { Check, Flow, Norm, Outcome, Question, Rule, Ruling } from "./flow.ts";
import { nl } from "./nl.ts";
import { entryScope, onPath, type Item, type Value } from "./value.ts";

/** value null: skipped. A list counts as answered once it is closed. */
export type Answer =
  | { readonly kind: "value"; readonly value: Value | null }
  | { readonly kind: "list"; readonly items: readonly Item[]; readonly closed: boolean };
export type Answers = ReadonlyMap<string, Answer>;
/** When a question was answered or an entry added, as a moment or a day; undefined when that is not known. */
export type Written = (id: string) => string | undefined;
export type NormState = "met" | "not-met" | "not-reached";
export type Status = "open" | "decided" | "finished";

export interface Walk {
  /** The questions that apply now, in flow order. */
  readonly path: readonly Question[];
  /** On the path, unanswered and not deferred. */
  readonly open: readonly Question[];
  /** On the path, unanswered, and allowed to wait until after the decision. */
  readonly deferred: readonly Question[];
  /** What to ask now: the first open question, else the first deferred one. */
  readonly next: Question | undefined;
  /** Answered, but not on the path: kept, and never counted. */
  readonly parked: readonly string[];
  readonly norms: ReadonlyMap<string, NormState>;
  /** What the norms say of reporting and of help; undefined while that is not known. */
  readonly report: Rule | undefined;
  readonly help: Rule | undefined;
  /** open, decided (the decisions stand) or finished (nothing is open). */
  readonly status: Status;
  /** The one outcome row that holds; undefined while open. */
  readonly outcome: Outcome | undefined;
  /** Whether the decision departs from what a norm requires. */
  readonly departs: boolean;
  /** What the conditions of the flow see. */
  readonly scope: Scope;
}

/** The questions that apply, one by one in flow order, as far as the answers that there are then tell. */
interface Trail {
  readonly scope: Scope;
  /** Those that were looked at. */
  readonly norms: ReadonlyMap<string, NormState>;
  /** `waits`: it may wait until after the decision. What is answered before the next one is asked for, counts for it. */
  readonly steps: () => Generator<{ readonly question: Question; readonly waits: boolean }>;
}

const NOT_KNOWN: Written = () => undefined;

/** @param given what the profile of the organisation says. @param written only derived facts look at it */
export function trail(flow: Flow, answers: Answers, given: Readonly<Record<string, Value>> = {}, written = NOT_KNOWN): Trail {
  const seen = new Set<string>();
  const norms = new Map<string, NormState>();
  const counts = (q: string): Answer | undefined => (seen.has(q) ? answers.get(q) : undefined);
  const scope: Scope = {
    value: (q) => {
      const said = answers.get(q);
      if (!flow.questions.has(q)) return given[q] ?? (said?.kind === "value" ? (said.value ?? undefined) : undefined);
      const answer = counts(q);
      return answer?.kind === "value" ? (answer.value ?? undefined) : undefined;
    },
    entries: (q) => {
      const answer = counts(q);
      const list = flow.questions.get(q);
      return list !== undefined && answer?.kind === "list" && answer.closed
        ? answer.items.map((item) => entryScope(list, item.value))
        : undefined;
    },
    norm: (id) => {
      const norm = flow.norms.get(id);
      if (norm === undefined) return "not-reached";
      const state = norms.get(id) ?? weigh(norm);
      norms.set(id, state);
      return state;
    },
    fact: (id) => {
      const fact = flow.facts.get(id);
      const happened = (q: string): string | undefined => flow.questions.get(q)?.happened;
      return fact === undefined ? "" : truthOf(fact, { value: scope.value, items, happened, written });
    },
  };
  const items = (q: string): readonly Item[] | undefined => {
    const [list, answer] = [flow.questions.get(q), counts(q)];
    if (list === undefined || answer?.kind !== "list" || !answer.closed) return undefined;
    return answer.items.map(({ id, value }) => ({ id, value: onPath(list, value) }));
  };
  function weigh(norm: Norm): NormState {
    for (const q of norm.names) if (seen.has(q) && !isAnswered(answers.get(q))) return "not-reached";
    if (!holds(norm.when, scope)) return "not-reached";
    return holds(norm.met, scope) ? "met" : "not-met";
  }
  function* steps(): ReturnType<Trail["steps"]> {
    for (const question of flow.questions.values()) {
      if (!holds(question.when, scope)) continue;
      const waits = holds(question.defer, scope);
      seen.add(question.id);
      yield { question, waits };
    }
  }
  return { scope, norms, steps };
}

/**
 * @param given what the profile of the organisation says. @param written only derived facts look at it
 * @throws FlowDefect when no outcome or more than one holds on a decided path: a definition that `check` should have refused
 */
export function walk(flow: Flow, answers: Answers, given: Readonly<Record<string, Value>> = {}, written = NOT_KNOWN): Walk {
  const { scope, norms, steps } = trail(flow, answers, given, written);
  const path: Question[] = [];
  const open: Question[] = [];
  const deferred: Question[] = [];
  for (const { question, waits } of steps()) {
    path.push(question);
    if (!isAnswered(answers.get(question.id))) (waits ? deferred : open).push(question);
  }
  for (const norm of flow.norms.keys()) scope.norm(norm);

  const { decision } = flow;
  const on = new Set(path.map(({ id }) => id));
  const decided = decision === undefined ? open.length + deferred.length === 0 : isDecided(decision.questions, path, open);
  const outcome = decided ? theOne(flow.outcomes.filter((row) => holds(row.when, scope))) : undefined;
  return {
    path,
    open,
    deferred,
    next: open[0] ?? deferred[0],
    parked: [...answers.keys()].filter((q) => !on.has(q) && flow.questions.has(q) && isStarted(answers.get(q))),
    norms,
    report: ruling(decision?.report, scope),
    help: ruling(decision?.help, scope),
    status: open.length + deferred.length === 0 ? "finished" : decided ? "decided" : "open",
    outcome,
    departs: decision?.departure.some((q) => on.has(q)) ?? false,
    scope,
  };
}

/** What there is to look at once more, in the order of the flow. */
export const raised = ({ checks }: Flow, { scope }: Walk): readonly Check[] => checks.filter(({ when }) => holds(when, scope));

/** Whether this ends the case for the user: neither a report nor help follows. */
export const closes = ({ status, outcome }: Walk): boolean => status === "finished" && outcome?.report === false && outcome.help === false;

export function isAnswered(answer: Answer | undefined): boolean {
  return answer !== undefined && (answer.kind === "value" || answer.closed);
}

/** Answered, or a list with something in it. */
export const isStarted = (answer: Answer | undefined): boolean =>
  isAnswered(answer) || (answer?.kind === "list" && answer.items.length > 0);

const ruling = (source: Ruling | undefined, scope: Scope): Rule | undefined => source?.rules.find((rule) => holds(rule.when, scope));

/** Decided: nothing is open up to the last deciding question on the path. Without any on the path only a finished walk is. */
function isDecided(deciding: readonly string[], path: readonly Question[], open: readonly Question[]): boolean {
  const last = path.findLast((question) => deciding.includes(question.id));
  return last === undefined ? open.length === 0 : open.every((question) => question.order > last.order);
}

function theOne(rows: readonly Outcome[]): Outcome {
  const [row, second] = rows;
  if (row === undefined || second !== undefined) throw new FlowDefect(nl.flow.notOneOutcome(rows.map(({ id }) => id)));
  return row;
}
