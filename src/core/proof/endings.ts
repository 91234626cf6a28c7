/** Claims about how a walk ends: exactly one outcome, and a rule for every decision that is asked. */
import { holds, normalise, ALWAYS, type Condition } from "../condition.ts";
import type { Finding } from "../finding.ts";
import type { OutcomeSource, RulesSource } from "../formats.ts";
import { words } from "../nl-check.ts";
import type { At } from "../parts.ts";
import { inWords } from "../words.ts";
import { FALSE, type Node } from "./diagram.ts";
import type { Frame } from "./idle.ts";
import type { Proof } from "./proof.ts";
import { remarks } from "./remarks.ts";
import type { Truth } from "./truth.ts";
import type { Example } from "./witness.ts";

export function* outcomeClaims(proof: Proof, outcome: OutcomeSource, at: At): Generator<Finding> {
  const when = { condition: normalise(outcome.when, ALWAYS), at: [...at, "when"] };
  yield* remarks(proof, when, proof.endings, ({ kind, at: spot }) =>
    kind === "never" ? { code: "uitkomst-nooit", severity: "error", at: spot, text: words.outcomeNever(outcome.id) } : undefined,
  );
}

/** Exactly one outcome for every way to end. */
export function* oneOutcome(proof: Proof, at: At): Generator<Finding> {
  const rows = proof.flow.outcomes;
  const held = ({ walk }: Example): readonly string[] => rows.flatMap(({ id, when }) => (holds(when, walk.scope) ? [id] : []));
  const none = firstOf(proof, ({ space: { diagram }, holds: is }) =>
    diagram.not(rows.map(({ when }) => is(when)).reduce(diagram.or, FALSE)),
  );
  if (none !== undefined) yield told(proof, none, "geen-uitkomst", at, words.noOutcome, (example) => held(example).length === 0);
  // The rows before this one, together: only when it meets them, is it looked up which of them it is.
  const frames = [proof.whole, ...proof.endings];
  let before = frames.map((): Node => FALSE);
  for (const [i, row] of rows.entries()) {
    const meets = frames.some(({ truth, context }, f) => {
      const { and } = truth.space.diagram;
      return truth.within(and(context, and(before[f] ?? FALSE, truth.holds(row.when)))) !== FALSE;
    });
    before = frames.map(({ truth }, f) => truth.space.diagram.or(before[f] ?? FALSE, truth.holds(row.when)));
    const other = meets ? rows.slice(0, i).find((one) => firstOf(proof, both(one.when, row.when)) !== undefined) : undefined;
    const found = other && firstOf(proof, both(other.when, row.when));
    if (other === undefined || found === undefined) continue;
    const text = words.twoOutcomes(other.id, row.id);
    yield told(proof, found, "twee-uitkomsten", [...at, i, "when"], text, (example) =>
      [other.id, row.id].every((id) => held(example).includes(id)),
    );
  }
}

const both =
  (one: Condition, other: Condition) =>
  ({ space: { diagram }, holds: is }: Truth): Node =>
    diagram.and(is(one), is(other));

/** Rules are read in order: each must be the first one somewhere, and whoever is asked to decide must have one. */
export function* ruleClaims(proof: Proof, { question, rules }: RulesSource, at: At): Generator<Finding> {
  const frames = [proof.came, ...proof.endings];
  const conditions = rules.map(({ when }) => normalise(when, ALWAYS));
  for (const [i, condition] of conditions.entries()) {
    const home = [...at, "rules", i, "when"];
    const before = conditions.slice(0, i);
    const first: Condition = { op: "all", of: [condition, { op: "not", of: { op: "any", of: before } }] };
    const isFirst = frames.some(({ truth, context }) => truth.within(truth.space.diagram.and(context, truth.holds(first))) !== FALSE);
    if (isFirst) yield* remarks(proof, { condition, at: home }, frames);
    else yield { code: "regel-nooit", severity: "warning", at: home, text: words.ruleNever(i + 1, inWords(condition)) };
  }
  const { whole } = proof;
  const { and, not } = whole.truth.space.diagram;
  const node = and(whole.truth.on(question), not(whole.truth.holds({ op: "any", of: conditions })));
  if (whole.truth.within(node) === FALSE) return;
  const shows = ({ walk }: Example): boolean =>
    walk.path.some(({ id }) => id === question) && !conditions.some((condition) => holds(condition, walk.scope));
  yield told(proof, { frame: whole, node }, "geen-regel", [...at, "rules"], words.noRule(question), shows);
}

interface Found {
  readonly frame: Frame;
  readonly node: Node;
}

/** Where something is so at the end; where all is answered, if it is so there. */
function firstOf(proof: Proof, what: (truth: Truth) => Node): Found | undefined {
  for (const frame of [proof.whole, ...proof.endings]) {
    const node = frame.truth.space.diagram.and(frame.context, what(frame.truth));
    if (frame.truth.within(node) !== FALSE) return { frame, node };
  }
  return undefined;
}

function told(
  proof: Proof,
  { frame, node }: Found,
  code: Finding["code"],
  at: At,
  text: string,
  shows: (example: Example) => boolean,
): Finding {
  const example = proof.show(frame, node, shows);
  return { code, severity: proof.needsGiven(frame, node) ? "warning" : "error", at, text, ...(example && { example }) };
}
