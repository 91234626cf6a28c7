/** A flow, ready to be reasoned about: its space, and the states in which its parts count. */
import type { Document } from "../answers.ts";
import { NEVER, type Condition } from "../condition.ts";
import { lookedAt } from "../fact.ts";
import type { Flow, Question } from "../flow.ts";
import { diagram, FALSE, TRUE, type Node } from "./diagram.ts";
import { lists, type Lists } from "./lists.ts";
import type { Frame } from "./idle.ts";
import { space } from "./space.ts";
import type { Taste } from "./split.ts";
import { complete, truth, walking } from "./truth.ts";
import { witness, type Example, type WitnessOptions } from "./witness.ts";

export interface Proof {
  readonly flow: Flow;
  readonly taste: Taste;
  readonly lists: Lists;
  /** As the interview comes by: all answered, except what is deferred. */
  readonly coming: Frame;
  /** The same for what stands behind the questions: here nothing is assumed. */
  readonly came: Frame;
  /** All answered. */
  readonly whole: Frame;
  /** Where exactly one outcome must hold: the decision stands, or all is answered. */
  readonly endings: readonly Frame[];
  /** Questions that are never on the path; once reported, they count as being on it or not. */
  readonly assumed: Set<string>;
  /**
   * Answers that show a fault.
   * @param shows whether the walk through them has it; when it has not, the proof is wrong
   * @returns undefined when they cannot be typed, or rest on an earlier chapter
   */
  readonly show: (
    frame: Frame,
    node: Node,
    shows: (example: Example) => boolean,
    special?: Pick<WitnessOptions, "entries" | "until">,
  ) => Document | undefined;
  /** Whether this can only be with answers of an earlier chapter. */
  readonly needsGiven: (frame: Frame, node: Node) => boolean;
}

export function proof(flow: Flow, taste: Taste, assumed: Set<string>): Proof {
  const deciding = (flow.decision?.questions ?? []).flatMap((q) => flow.questions.get(q) ?? []).sort((a, b) => a.order - b.order);
  const first = deciding[0]?.order ?? Infinity;
  const made = lists(flow, taste);
  const all = space(flow, conditionsOf(flow), diagram(), {
    taste,
    waits: ({ defer = NEVER, order = 0 }) => !(defer.op === "any" && defer.of.length === 0) || order > first,
    list: (question, about, into) => made.domain(question as Question, about, into),
  });
  const { and, or, not, test } = all.diagram;
  const deferred = (_: Question, isDeferred: boolean): boolean => isDeferred;
  const came: Frame = { truth: truth(flow, all, walking), context: TRUE, waits: deferred };
  const whole: Frame = { truth: truth(flow, all, complete), context: TRUE, waits: () => false };

  /** The states in which this question is the last deciding one on the path: what comes behind it may be open. */
  const decidedAt = ({ id, order }: Question, later: readonly Question[]): Frame => {
    const here = truth(flow, all, (question, holds) => ((question.order ?? 0) > order ? TRUE : walking(question, holds)));
    const context = later.reduce((node, other) => and(node, not(here.on(other.id))), here.on(id));
    return { truth: here, context, waits: (question, isDeferred) => isDeferred || question.order > order };
  };
  const undecided = (): Frame => ({ ...came, context: not(deciding.reduce((node, { id }) => or(node, came.truth.on(id)), FALSE)) });
  const absent = [...all.domains].reduce(
    (node, [id, { variable, states }]) =>
      flow.questions.has(id)
        ? node
        : and(
            node,
            test(variable, (value) => states[value] === undefined),
          ),
    TRUE,
  );
  const read = [...all.domains].reduce(
    (node, [id, { variable, states }]) =>
      flow.questions.get(id)?.kind === "notice"
        ? and(
            node,
            test(variable, (value) => states[value] !== undefined),
          )
        : node,
    TRUE,
  );
  const needsGiven = ({ truth: here }: Frame, node: Node): boolean => here.within(and(node, absent)) === FALSE;
  return {
    flow,
    taste,
    lists: made,
    coming: { truth: truth(flow, all, walking, assumed), context: TRUE, waits: deferred },
    came,
    whole,
    endings:
      flow.decision === undefined ? [whole] : [undecided(), ...deciding.map((question, i) => decidedAt(question, deciding.slice(i + 1)))],
    assumed,
    needsGiven,
    show: (frame, node, shows, special) => {
      if (needsGiven(frame, node)) return undefined;
      const { truth: here, waits } = frame;
      const told = and(node, absent);
      const calm = and(told, read);
      const options = { lists: made, taste, waits, ...special };
      const example = witness(flow, here, here.within(calm) === FALSE ? told : calm, options);
      // `start` takes a notice as read when it comes by: an answers file cannot leave it open.
      if (example === undefined || (special?.until === undefined && example.walk.open.some(({ kind }) => kind === "notice")))
        return undefined;
      if (shows(example)) return example.document;
      if (assumed.size > 0) return undefined;
      throw new Error(`the walk does not show what was proven: ${JSON.stringify(example.document)}`);
    },
  };
}

/** Every condition of a flow, except those on the fields of entries. */
export function conditionsOf(flow: Flow): readonly Condition[] {
  const { decision } = flow;
  // A list that is pointed to, counts.
  const targets = [...flow.questions.values()].flatMap(({ fields }) => fields.flatMap(({ to }) => to ?? []));
  const pointing = [...flow.questions.values()].filter(({ fields }) => fields.some(({ to, required }) => to !== undefined && required));
  return [
    ...flow.steps.map(({ when }) => when),
    ...[...flow.questions.values()].flatMap(({ when, defer }) => [when, defer]),
    ...[...flow.norms.values()].flatMap(({ when, met }) => [when, met]),
    ...flow.outcomes.map(({ when }) => when),
    ...flow.checks.map(({ when }) => when),
    ...[...flow.facts.keys()].flatMap((id) => lookedAt(flow, id).map((q): Condition => ({ op: "asked", q }))),
    ...[...(decision?.report.rules ?? []), ...(decision?.help.rules ?? [])].map(({ when }) => when),
    ...[...new Set([...targets, ...pointing.map(({ id }) => id)])].map((q): Condition => ({ op: "count", q, rel: "gt", value: 0 })),
  ];
}
