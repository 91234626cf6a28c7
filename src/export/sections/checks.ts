/** What the program asked to look at once more when the chapter was complete: worked out from the answers, never a judgement. */
import type { Case } from "../../core/case.ts";
import { holds } from "../../core/condition.ts";
import { nl } from "../../core/nl.ts";
import { reasonFor } from "../../core/omission.ts";
import { fixed, lines, section, text, type Section } from "../block.ts";
import type { Reading } from "../reading.ts";

const words = nl.record.checks;

/**
 * Nothing while questions are open, or when there is nothing to look at. What was left with a reason stands in a part of its own, and a rule
 * of care (one with a severity) only then.
 */
export function checks(state: Case, { chapter, walk }: Reading): readonly Section[] {
  const own = walk.status === "finished" ? chapter.flow.checks.filter(({ severity }) => severity === undefined) : [];
  const found = own.filter(({ id, when }) => holds(when, walk.scope) && reasonFor(state, chapter, id) === undefined);
  if (found.length === 0) return [];
  return [section(words.title, text(words.are), ...lines(found.map(({ text: what, why }) => ({ label: what, shown: fixed(why) }))))];
}
