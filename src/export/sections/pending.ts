/** What still has to be answered, what has been put off until after the decision, and what depends on those; undefined when nothing is open. */
import type { Question } from "../../core/flow.ts";
import { nl } from "../../core/nl.ts";
import { entry, fixed, section, type Block, type Section } from "../block.ts";
import { groupBy } from "../group.ts";
import type { Reading } from "../reading.ts";
import { stepTitle } from "./steps.ts";
import { depending } from "./unasked.ts";

const words = nl.record.pending;

export function pending(reading: Reading): Section | undefined {
  const { open, deferred } = reading.walk;
  const maybe = depending(reading);
  const blocks = [
    ...listed(words.open, open),
    ...listed(words.deferred, deferred),
    ...(maybe.length === 0 ? [] : [entry(words.depending, maybe)]),
  ];
  return blocks.length === 0 ? undefined : section(words.title, ...blocks);
}

function listed(title: string, questions: readonly Question[]): readonly Block[] {
  if (questions.length === 0) return [];
  const bySteps = groupBy(questions, ({ step }) => step);
  return [
    entry(
      title,
      [...bySteps].map(([step, some]) => ({ label: stepTitle(step), shown: fixed(...some.map(({ label }) => label)) })),
    ),
  ];
}
