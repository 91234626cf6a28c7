/** What a correction does beside itself: answers that no longer count or count again, norms, the decision. */
import type { Flow, Outcome, Question, Rule } from "./flow.ts";
import type { NormState, Walk } from "./walk.ts";

export interface Consequence {
  /** Answers that stop counting. */
  readonly parks: readonly Question[];
  /** Parked answers that count again. */
  readonly returns: readonly Question[];
  /** Questions that come to be asked. */
  readonly opens: readonly Question[];
  readonly norms: readonly { readonly title: string; readonly from: NormState; readonly to: NormState }[];
  /** What the norms say of reporting and of help, where that changes. */
  readonly report: Change<Rule> | undefined;
  readonly help: Change<Rule> | undefined;
  readonly outcome: Change<Outcome> | undefined;
}

export interface Change<T> {
  readonly from: T | undefined;
  readonly to: T | undefined;
}

/** Compares the walk as it is with the walk as it would be. */
export function consequence(flow: Flow, before: Walk, after: Walk): Consequence {
  const all = [...flow.questions.values()];
  const among = (ids: readonly string[], others: readonly string[]): readonly Question[] =>
    all.filter(({ id, kind }) => kind !== "notice" && ids.includes(id) && !others.includes(id));
  const asked = (walk: Walk): readonly string[] => [...walk.open, ...walk.deferred].map(({ id }) => id);
  return {
    parks: among(after.parked, before.parked),
    returns: among(before.parked, after.parked),
    opens: among(asked(after), asked(before)),
    norms: [...flow.norms.values()].flatMap(({ id, title }) => {
      const [from, to] = [before.norms.get(id) ?? "not-reached", after.norms.get(id) ?? "not-reached"];
      return from === to ? [] : [{ title, from, to }];
    }),
    report: changed(before.report, after.report),
    help: changed(before.help, after.help),
    outcome: changed(before.outcome, after.outcome),
  };
}

/** Whether she should know of it before it is done: a first answer, or one that changes nothing else, asks nothing. */
export const isWorthSaying = ({ parks, norms, outcome, report }: Consequence): boolean =>
  parks.length > 0 ||
  norms.some(({ from, to }) => from !== "not-reached" || to === "met") ||
  outcome?.from !== undefined ||
  (report?.from !== undefined && report.to !== undefined);

const changed = <T>(from: T | undefined, to: T | undefined): Change<T> | undefined => (from === to ? undefined : { from, to });
