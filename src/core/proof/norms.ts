/** Claims about norms: each can come up, apply, and not apply; and where it applies, the decision follows what it requires. */
import { ALWAYS, holds, normalise, type Condition } from "../condition.ts";
import type { Finding } from "../finding.ts";
import type { Rule, Ruling } from "../flow.ts";
import type { NormSource } from "../formats.ts";
import { words } from "../nl-check.ts";
import type { At } from "../parts.ts";
import { FALSE } from "./diagram.ts";
import { where } from "./idle.ts";
import type { Proof } from "./proof.ts";
import { remarks } from "./remarks.ts";

export function* normClaims(proof: Proof, norm: NormSource, at: At): Generator<Finding> {
  const { id } = norm;
  const when = normalise(norm.when, ALWAYS);
  const met = normalise(norm.met, ALWAYS);
  // An empty any or all was written on purpose.
  const meant = isEmpty(when, "any")
    ? note("norm-nooit", [...at, "when"], words.normNeverReached(id))
    : isEmpty(met, "any")
      ? note("norm-nooit", [...at, "met"], words.normNeverMet(id))
      : undefined;
  if (meant !== undefined) {
    yield meant;
    return;
  }
  const settled = where([proof.came], (truth) => truth.space.diagram.not(truth.unsettled(id)));
  const all = yield* remarks(proof, { condition: when, at: [...at, "when"] }, settled, ({ kind, at: spot }) =>
    kind === "never" ? { code: "norm-nooit", severity: "error", at: spot, text: words.normNeverReached(id) } : undefined,
  );
  if (all?.kind === "never") return;
  if (isEmpty(met, "all")) yield note("norm-altijd", [...at, "met"], words.normAlwaysMet(id));
  const reached = where(settled, (truth) => truth.holds(when));
  yield* remarks(proof, { condition: met, at: [...at, "met"] }, reached, ({ kind, at: spot }) =>
    kind === "never"
      ? { code: "norm-nooit", severity: "error", at: spot, text: words.normNeverMet(id) }
      : { code: "norm-altijd", severity: "warning", at: spot, text: words.normAlwaysMet(id) },
  );
}

/** Where a norm is met, the rule that counts is what the norm requires: a caution of our own may also advise it. */
export function* ruledBy(proof: Proof, { id, class: kind, requires }: NormSource, at: At): Generator<Finding> {
  const ruling = proof.flow.decision?.[requires];
  if (ruling === undefined) return;
  const enough: readonly Rule["rule"][] = kind === "voorzorg" ? ["required", "advised"] : ["required"];
  const otherwise: Condition = {
    op: "all",
    of: [
      { op: "norm", id, is: "met" },
      { op: "not", of: isFirst(ruling, enough) },
    ],
  };
  for (const frame of [proof.whole, proof.came, ...proof.endings]) {
    const { truth, context } = frame;
    const node = truth.space.diagram.and(context, truth.holds(otherwise));
    if (truth.within(node) === FALSE) continue;
    const example = proof.show(frame, node, ({ walk }) => holds(otherwise, walk.scope));
    const severity = proof.needsGiven(frame, node) ? "warning" : "error";
    const text = words.unruled(id, requires, enough);
    yield { code: "norm-zonder-regel", severity, at: [...at, "requires"], text, ...(example && { example }) };
    return;
  }
}

/** The first rule that holds is one of these. */
const isFirst = ({ rules }: Ruling, wanted: readonly Rule["rule"][]): Condition => ({
  op: "any",
  of: rules.flatMap(({ rule, when }, i) =>
    wanted.includes(rule)
      ? [{ op: "all", of: [when, { op: "not", of: { op: "any", of: rules.slice(0, i).map((before) => before.when) } }] } as const]
      : [],
  ),
});

const isEmpty = (condition: Condition, op: "all" | "any"): boolean => condition.op === op && condition.of.length === 0;
const note = (code: Finding["code"], at: At, text: string): Finding => ({ code, severity: "note", at, text: text + words.onPurpose });
