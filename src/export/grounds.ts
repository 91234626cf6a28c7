/** Why something is not asked or a norm is not reached, followed back to the answers it comes from; and grounds in words. */
import { holds, type Condition } from "../core/condition.ts";
import type { Question } from "../core/flow.ts";
import { decisive, distinct, type EntryGround, type Ground } from "../core/grounds.ts";
import { nl } from "../core/nl.ts";
import { optionText } from "../core/summary.ts";
import { inWords as conditionInWords } from "../core/words.ts";
import { answered, itemsOf, type Reading } from "./reading.ts";
import { fixed, marked, said, type Line } from "./block.ts";
import { answerLine, described } from "./shown.ts";

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
  if (ground.of === "entry") return ofEntries(ground, question, reading);
  if (line.shown.kind === "fixed") return because.answer(question.label, line.shown.texts.join(", "));
  return line.shown.kind === "mark" ? because.list(question.label, line.shown.text) : because.given(question.label);
}

/** What the entries of a list say about a test: that there is one, or none. */
function ofEntries({ test }: EntryGround, list: Question, reading: Reading): string {
  const { entry, noEntry, everyEntry, notEveryEntry } = nl.record.because;
  const [yes, no] = test.op === "some" ? [entry, noEntry] : [everyEntry, notEveryEntry];
  return (holds(test, reading.scope) ? yes : no)(list.item, ofFields(test.of, list));
}

/** A condition over the fields of a list, in the words of its labels and options. */
function ofFields(condition: Condition, { fields }: Question): string {
  const field = (id: string) => fields.find((one) => one.id === id);
  return conditionInWords(condition, {
    question: (id) => field(id)?.label ?? id,
    option: (q, id) => {
      const found = field(q);
      return nl.record.because.option(found === undefined ? id : optionText(found, id));
    },
  });
}

/** The answer behind a ground as a line: of a list the entries that decide it, each with why; when there are none, that there are none. */
export function groundLine(ground: Ground, reading: Reading): Line | undefined {
  const { flow } = reading.chapter;
  if ("norm" in ground) {
    const norm = flow.norms.get(ground.norm);
    return norm && { label: norm.title, shown: fixed(nl.record.norms.states[reading.walk.norms.get(norm.id) ?? "not-reached"]) };
  }
  const question = flow.questions.get(ground.q);
  if (question === undefined || !answered(reading, question.id)) return undefined;
  if (ground.of === "answer") return answerLine(reading, question);
  const { test } = ground;
  const scopes = reading.scope.entries(question.id) ?? [];
  const deciding = itemsOf(reading, question.id).filter((_, i) => {
    const scope = scopes[i];
    return test.op === "some" && scope !== undefined && holds(test.of, scope);
  });
  const texts = deciding.map((item) => nl.record.decision.ofEntry(described(reading, question, item), ofFields(test.of, question)));
  const [only = "", second] = texts;
  if (texts.length === 0) return { label: question.label, shown: marked(ofEntries(ground, question, reading)) };
  return { label: question.label, shown: second === undefined ? said(only) : fixed(...texts) };
}
