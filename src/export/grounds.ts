/** Why something is not asked or a norm is not reached, followed back to the answers it comes from; and grounds in words. */
import type { Condition } from "../core/condition.ts";
import { decisive, distinct, type Ground } from "../core/grounds.ts";
import { nl } from "../core/nl.ts";
import { answered, type Reading } from "./reading.ts";
import { answerLine } from "./shown.ts";

/**
 * Finds the grounds of a condition, followed back: from a question that is not asked to why it is not, from a norm that is not
 * reached to why it is not. Of an `all` that fails it takes the part with the fewest grounds.
 */
export function rooter(reading: Reading): (condition: Condition) => readonly Ground[] {
  const { flow } = reading.chapter;
  const known = new Map<Condition, readonly Ground[]>();
  const follow = (ground: Ground): readonly Ground[] => {
    if ("norm" in ground) return reading.walk.norms.get(ground.norm) === "not-reached" ? unreached(ground.norm) : [ground];
    const question = flow.questions.get(ground.q);
    return question === undefined || reading.onPath.has(ground.q) ? [ground] : roots(question.when);
  };
  const unreached = (id: string): readonly Ground[] => {
    const norm = flow.norms.get(id);
    if (norm === undefined) return [];
    const open = [...norm.names].filter((q) => reading.onPath.has(q) && !answered(reading, q));
    return open.length > 0 ? open.map((q) => ({ q, of: "answer" })) : roots(norm.when);
  };
  const fewest = (parts: readonly Condition[]): readonly Condition[] =>
    parts.toSorted((a, b) => roots(a).length - roots(b).length).slice(0, 1);
  const roots = (condition: Condition): readonly Ground[] => {
    const found = known.get(condition) ?? distinct(decisive(condition, reading.scope, fewest, follow));
    known.set(condition, found);
    return found;
  };
  return roots;
}

/** Whether a ground is a question that is asked and not answered yet. */
export const isOpen = (ground: Ground, reading: Reading): boolean =>
  "q" in ground && reading.onPath.has(ground.q) && !answered(reading, ground.q);

/** A ground in words: the label with the answer, or the norm with its state. */
export function inWords(ground: Ground, reading: Reading): string {
  const { because } = nl.record;
  const { flow } = reading.chapter;
  if ("norm" in ground)
    return because.norm(flow.norms.get(ground.norm)?.title ?? ground.norm, reading.walk.norms.get(ground.norm) ?? "not-reached");
  const question = flow.questions.get(ground.q);
  if (question === undefined) return "";
  const line = answerLine(reading, question);
  if (line === undefined) return because.open(question.label);
  if (ground.of === "entry") return because.noEntry(question.label);
  if (line.shown.kind === "fixed") return because.answer(question.label, line.shown.texts.join(", "));
  return line.shown.kind === "mark" ? because.list(question.label, line.shown.text) : because.given(question.label);
}
