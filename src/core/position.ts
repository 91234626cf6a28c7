/** Where the user is in the walk. */
import type { Flow, Question, Step } from "./flow.ts";
import { isAnswered, isStarted, type Answers, type Walk } from "./walk.ts";

/**
 * The question before this one on the path that has something to answer; undefined at the first. What may wait and was not asked yet is passed.
 * @param question undefined: the last one of all
 */
export function previous({ path, deferred }: Walk, question?: Question): Question | undefined {
  const before = question?.order ?? Infinity;
  return path.findLast((one) => one.order < before && one.kind !== "notice" && !deferred.includes(one));
}

/** How many questions of a step are still open, the ones that may wait apart. */
export function left({ open, deferred }: Walk, step: Step): { readonly open: number; readonly deferred: number } {
  const inStep = (question: Question): boolean => question.step.id === step.id;
  return { open: open.filter(inStep).length, deferred: deferred.filter(inStep).length };
}

/** The next open question of the step she chose to go to; undefined when it has none. */
export function nextIn({ open, deferred }: Walk, from: Question | undefined): Question | undefined {
  return from && [...open, ...deferred].find(({ step, order }) => step.id === from.step.id && order > from.order);
}

/** How a step stands. absent: none of its questions is asked. parked: neither, but it has answers that do not count. */
export type StepState = "absent" | "fresh" | "open" | "done" | "parked";

export function stateOf(flow: Flow, answers: Answers, now: Walk, step: Step): StepState {
  const asked = now.path.filter((question) => question.step.id === step.id && question.kind !== "notice");
  if (asked.length === 0) return now.parked.some((id) => flow.questions.get(id)?.step.id === step.id) ? "parked" : "absent";
  if (asked.every(({ id }) => isAnswered(answers.get(id)))) return "done";
  return asked.some(({ id }) => isStarted(answers.get(id))) ? "open" : "fresh";
}
