/** Proves what a definition promises, for every combination of answers; what it cannot prove, it says. */
import type { Finding } from "../finding.ts";
import { build, type Flow } from "../flow.ts";
import type { Edition } from "../formats.ts";
import { words } from "../nl-check.ts";
import type { At } from "../parts.ts";
import { checkClaims, type Tried } from "./checks.ts";
import { TooLarge } from "./diagram.ts";
import { oneOutcome, outcomeClaims, ruleClaims } from "./endings.ts";
import { normClaims, ruledBy } from "./norms.ts";
import { proof, type Proof } from "./proof.ts";
import { questionClaims, stepClaims } from "./questions.ts";

const MOST_FAILURES = 3;

/** @param edition one that `check` has no faults with */
export function prove(edition: Edition): readonly Finding[] {
  const { flow: source, norms } = edition;
  const flow = build(edition);
  const taste = { number: 1, date: source.checked };
  const findings: Finding[] = [];
  const assumed = new Set<string>();
  // What checks look at makes a flow larger to reason about, and nothing else rests on it.
  const bare: Flow = { ...flow, checks: [], facts: new Map() };
  const made = new Map<Flow, Proof>();
  const tried: Tried = [];
  let failures = 0;
  /** Makes a claim; what has grown too large is thrown away, and the next claim begins anew. */
  const attempt = <T>(at: At, what: string, claim: (proof: Proof) => Generator<Finding, T>, of = bare): T | undefined => {
    if (failures === MOST_FAILURES) return undefined;
    try {
      const it = made.get(of) ?? proof(of, taste, assumed);
      made.set(of, it);
      const claims = claim(it);
      for (let next = claims.next(); ; next = claims.next()) {
        if (next.done === true) return next.value;
        findings.push(next.value);
      }
    } catch (error) {
      // A RangeError: nested deeper than the stack.
      if (!(error instanceof TooLarge || error instanceof RangeError)) throw error;
      made.delete(of);
      failures++;
      findings.push({
        code: "niet-bewezen",
        severity: "error",
        at,
        text: failures === MOST_FAILURES ? words.notProvenFurther : words.notProven(what),
      });
      return undefined;
    }
  };

  for (const [s, step] of source.steps.entries()) {
    const home = ["flow", "steps", s];
    const isOpen = attempt([...home, "when"], words.step(step.id), (it) => stepClaims(it, step, home)) ?? true;
    for (const [i, question] of step.questions.entries()) {
      const at = [...home, "questions", i];
      attempt([...at, "when"], words.question(question.id), (it) => questionClaims(it, question, step, isOpen, at));
    }
  }
  for (const [i, norm] of norms.entries()) attempt(["norms", i, "when"], words.norm(norm.id), (it) => normClaims(it, norm, ["norms", i]));
  const { decision, outcomes } = source;
  const ends = ["flow", "outcomes"];
  for (const [i, outcome] of outcomes.entries())
    attempt([...ends, i, "when"], words.outcome(outcome.id), (it) => outcomeClaims(it, outcome, [...ends, i]));
  attempt(ends, words.outcomes, (it) => oneOutcome(it, ends));
  for (const [i, norm] of norms.entries()) attempt(["norms", i, "requires"], words.norm(norm.id), (it) => ruledBy(it, norm, ["norms", i]));
  for (const [i, check] of flow.checks.entries())
    attempt(["flow", "checks", i], words.check(check.id), (it) => checkClaims(it, check, ["flow", "checks", i], tried), flow);
  if (decision !== undefined)
    for (const key of ["report", "help"] as const)
      attempt(["flow", "decision", key], words.rules, (it) => ruleClaims(it, decision[key], ["flow", "decision", key]));
  return findings;
}
