/** Where the user is in the walk. */
import type { Question, Step } from "./flow.ts";
import type { Walk } from "./walk.ts";

/** The question before this one on the path that has something to answer; undefined at the first. */
export function previous({ path }: Walk, question: Question): Question | undefined {
  return path.findLast(({ order, kind }) => order < question.order && kind !== "notice");
}

/** How many questions of a step are still open, the ones that may wait apart. */
export function left({ open, deferred }: Walk, step: Step): { readonly open: number; readonly deferred: number } {
  const inStep = (question: Question): boolean => question.step.id === step.id;
  return { open: open.filter(inStep).length, deferred: deferred.filter(inStep).length };
}
