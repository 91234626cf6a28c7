/** What a chapter took over from earlier ones and did not change, by the chapter it came from. */
import type { Case } from "../../core/case.ts";
import { nl } from "../../core/nl.ts";
import { entry, fixed, section, type Section } from "../block.ts";
import { groupBy } from "../group.ts";
import { asTakenOver, type Reading } from "../reading.ts";
import { answerLine } from "../shown.ts";
import { REFERENCE } from "./opening.ts";

const words = nl.record.given;

/** Nothing for a chapter that took nothing over. */
export function given(state: Case, reading: Reading): readonly Section[] {
  const { flow, answers, given: from } = reading.chapter;
  // The reference of the case stands above already.
  const taken = [...flow.questions.values()].filter(
    (question) => asTakenOver(reading, question) && Object.hasOwn(from, question.id) && question.id !== REFERENCE,
  );
  const entries = [...groupBy(taken, ({ id }) => from[id] ?? 0)].map(([n, questions]) => {
    const skipped = questions.filter(({ id }) => {
      const answer = answers.get(id);
      return answer?.kind === "value" && answer.value === null;
    });
    const filled = questions.filter((question) => !skipped.includes(question));
    return entry(words.from(n, state.chapters[n - 1]?.flow.title ?? ""), [
      ...filled.flatMap((question) => answerLine(reading, question) ?? []),
      ...(skipped.length === 0 ? [] : [{ label: nl.record.leftOut, shown: fixed(skipped.map(({ label }) => label).join("; ")) }]),
    ]);
  });
  return entries.length === 0 ? [] : [section(words.title, ...entries)];
}
