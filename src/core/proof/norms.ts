/** Claims about norms: each can come up, apply, and not apply. */
import { ALWAYS, normalise, type Condition } from "../condition.ts";
import type { Finding } from "../finding.ts";
import type { NormSource } from "../formats.ts";
import { words } from "../nl-check.ts";
import type { At } from "../parts.ts";
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

const isEmpty = (condition: Condition, op: "all" | "any"): boolean => condition.op === op && condition.of.length === 0;
const note = (code: Finding["code"], at: At, text: string): Finding => ({ code, severity: "note", at, text: text + words.onPurpose });
