/** What the program can say about its own questions and norms: why this is asked, what a norm rests on, what would change it. */
import type { Condition } from "./condition.ts";
import type { Field, Flow, Question, Rule } from "./flow.ts";
import { grounds, support, type Ground } from "./grounds.ts";
import { nl } from "./nl.ts";
import { spoken } from "./summary.ts";
import { entryScope, type Entry, type Value } from "./value.ts";
import { isStarted, walk, type Answers, type NormState, type Walk } from "./walk.ts";

/** Why a question is asked now, in a sentence: the answers that led here. */
export function whyAsked(flow: Flow, answers: Answers, now: Walk, { when }: Question): string {
  const because = grounds(when, now.scope).flatMap((ground) => said(flow, answers, now, ground));
  return because.length === 0 ? nl.why.always : nl.why.asked(because);
}

/** Why a field of an entry is asked now: what stands in that entry; where every entry has it, why the list is asked. */
export function whyFilled(flow: Flow, answers: Answers, now: Walk, list: Question, { when }: Field, entry: Entry): string {
  const because = grounds(when, entryScope(list, entry)).flatMap((ground) => {
    const field = "q" in ground ? list.fields.find(({ id }) => id === ground.q) : undefined;
    const value = field && entry[field.id];
    return field === undefined || value === undefined ? [] : [nl.record.because.answer(field.label, spoken(field, value))];
  });
  return because.length === 0 ? whyAsked(flow, answers, now, list) : nl.why.asked(because);
}

function said(flow: Flow, answers: Answers, now: Walk, ground: Ground): readonly string[] {
  if ("norm" in ground) {
    const title = flow.norms.get(ground.norm)?.title ?? ground.norm;
    return [nl.record.because.norm(title, now.norms.get(ground.norm) ?? "not-reached")];
  }
  const question = flow.questions.get(ground.q);
  // That something is not asked led nowhere.
  if (question === undefined || !now.path.includes(question)) return [];
  return [answerIn(question, answers)];
}

/** An answer in a few words: the label and what was said. */
export function answerIn(question: Question, answers: Answers): string {
  const answer = answers.get(question.id);
  if (!isStarted(answer) || answer === undefined) return nl.record.because.open(question.label);
  if (answer.kind === "list" && !answer.closed) return nl.record.because.begun(question.label, nl.record.entries(answer.items.length));
  if (answer.kind === "list") return nl.record.because.list(question.label, nl.record.entries(answer.items.length));
  if (answer.value === null) return nl.record.because.answer(question.label, nl.prompt.skipped);
  if (question.kind === "text" || question.kind === "line") return nl.record.because.given(question.label);
  return nl.record.because.answer(
    question.label,
    Array.isArray(answer.value) && answer.value.length === 0 ? nl.record.none : spoken(question, answer.value),
  );
}

/** What a norm rests on, and what single other answer would change it. */
export interface Footing {
  readonly title: string;
  readonly state: NormState;
  readonly rests: readonly Question[];
  readonly pivots: readonly Pivot[];
}

/** One question answered otherwise, and what the norm and the rule about reporting would then be. */
export interface Pivot {
  readonly question: Question;
  readonly value: Value;
  readonly state: NormState;
  readonly report: Rule | undefined;
  /** How many questions would then be open. */
  readonly opens: number;
}

/** The norms that are reached, each with its footing. Worked out by answering each choice it rests on otherwise, one at a time. */
export function footings(flow: Flow, answers: Answers, now: Walk): readonly Footing[] {
  return [...flow.norms.values()].flatMap(({ id, title }) => {
    const state = now.norms.get(id) ?? "not-reached";
    if (state === "not-reached") return [];
    const rests = support(flow, answers, now, { op: "norm", id, is: state } satisfies Condition);
    const pivots = rests.flatMap((question) =>
      others(question, answers).flatMap((value): readonly Pivot[] => {
        const then = walk(flow, new Map([...answers, [question.id, { kind: "value", value }]]));
        const became = then.norms.get(id) ?? "not-reached";
        return became === state ? [] : [{ question, value, state: became, report: then.report, opens: then.open.length }];
      }),
    );
    return [{ title, state, rests, pivots }];
  });
}

/** The other answers a choice could have. */
function others(question: Question, answers: Answers): readonly Value[] {
  const answer = answers.get(question.id);
  return question.kind !== "choice"
    ? []
    : question.options.map(({ id }) => id).filter((id) => answer?.kind !== "value" || answer.value !== id);
}
