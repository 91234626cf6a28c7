/** Rules of care: checks with a weight, and whether each can be judged yet. */
import { atoms, holds, type Atom, type Condition, type Scope } from "./condition.ts";
import { lookedAt } from "./fact.ts";
import type { Check, Flow } from "./flow.ts";
import type { CareSource, FlowSource, SeveritySource } from "./formats.ts";
import type { Walk } from "./walk.ts";

export const SEVERITIES: readonly SeveritySource[] = ["ernstig", "aandacht", "tip"];

/** The flow with the rules of care that belong to it behind its own checks. */
export function withCare(flow: FlowSource, care: CareSource | undefined): FlowSource {
  if (care === undefined) return flow;
  const cited = new Set(flow.sources.map(({ id }) => id));
  return {
    ...flow,
    facts: [...(flow.facts ?? []), ...(care.facts ?? [])],
    checks: [...(flow.checks ?? []), ...care.rules],
    sources: [...flow.sources, ...care.sources.filter(({ id }) => !cited.has(id))],
  };
}

export const severityOf = ({ severity }: Check): SeveritySource => severity ?? "aandacht";

export interface Judgement {
  /** What stands out, whatever is answered later; in the order of the flow. */
  readonly raised: readonly Check[];
  /** What rests on a question that is still open. */
  readonly pending: readonly Check[];
}

/** What can be said of each check now: nothing that is still open can change what is raised. */
export function judged(flow: Flow, now: Walk): Judgement {
  const isSettled = settledIn(flow, now);
  const judge = (condition: Condition): boolean | undefined => surely(condition, now.scope, isSettled);
  const verdicts = flow.checks.map((check) => ({ check, is: judge(check.when) }));
  return {
    raised: verdicts.flatMap(({ check, is }) => (is === true ? [check] : [])),
    pending: verdicts.flatMap(({ check, is }) => (is === undefined ? [check] : [])),
  };
}

/** Whether a condition holds, when open questions cannot change that; undefined when they can. */
function surely(condition: Condition, scope: Scope, isSettled: (atom: Atom) => boolean): boolean | undefined {
  switch (condition.op) {
    case "all":
    case "any": {
      const parts = condition.of.map((part) => surely(part, scope, isSettled));
      const decides = condition.op === "any";
      return parts.includes(decides) ? decides : parts.includes(undefined) ? undefined : !decides;
    }
    case "not": {
      const part = surely(condition.of, scope, isSettled);
      return part === undefined ? undefined : !part;
    }
    default:
      return isSettled(condition) ? holds(condition, scope) : undefined;
  }
}

/** Whether no open question can change an atom: none that it names, and none that these questions depend on to be on the path. */
function settledIn(flow: Flow, { open, deferred }: Walk): (atom: Atom) => boolean {
  const waiting = new Set([...open, ...deferred].map(({ id }) => id));
  const known = new Map<string, boolean>();
  const question = (q: string): boolean => {
    const before = known.get(q);
    if (before !== undefined) return before;
    const when = flow.questions.get(q)?.when;
    const is = !waiting.has(q) && (when === undefined || [...atoms(when)].every(atom));
    known.set(q, is);
    return is;
  };
  const norm = (id: string): boolean => {
    const { when, met } = flow.norms.get(id) ?? {};
    return [when, met].every((condition) => condition === undefined || [...atoms(condition)].every(atom));
  };
  const atom = (one: Atom): boolean => {
    if (one.op === "norm") return norm(one.id);
    if (one.op === "fact") return lookedAt(flow, one.id).every(question);
    return question(one.q);
  };
  return atom;
}
