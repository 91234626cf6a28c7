/** What there is to look at once more, in words. */
import type { Flow } from "../core/flow.ts";
import { nl } from "../core/nl.ts";
import { raised, type Walk } from "../core/walk.ts";

export interface Remark {
  readonly line: string;
  /** The question that mends it. */
  readonly question: string;
  readonly label: string;
}

export const remarksOn = (flow: Flow, now: Walk): readonly Remark[] =>
  raised(flow, now).map(({ text, why, question }) => {
    const label = flow.questions.get(question)?.label ?? question;
    return { line: nl.chapter.remark(text, why, label), question, label };
  });
