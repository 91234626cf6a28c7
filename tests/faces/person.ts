/** Somebody who answers a flow as planned, and thinks better of some answers. She decides; a hand says it to a face. */
import { nl } from "../../src/core/nl.ts";
import { words as care } from "../../src/core/nl-care.ts";
import type { Field, Flow, Question } from "../../src/core/flow.ts";
import { previous } from "../../src/core/position.ts";
import { accepts, fieldPath, same, type Entry, type Item, type Value } from "../../src/core/value.ts";
import { walk, type Answer } from "../../src/core/walk.ts";
import type { Asking, Menu } from "../../src/ports.ts";
import { anyEntries, anyValue, offersOf, type Dice } from "../shipped.ts";

export type Intent = { readonly says: "answer"; readonly value: Value | null } | { readonly says: "back" | "overview" };
export type Choice = { readonly says: "pick"; readonly id: string } | { readonly says: "back" | "overview" };

/** What was said in one go, as an answers file would say it. */
export type Stage = ReadonlyMap<string, Answer>;

export interface Person {
  readonly ask: (asking: Asking) => Intent;
  readonly choose: (menu: Menu) => Choice;
  /** Corrects something the next time she sees the overview. */
  readonly regrets: () => void;
  /** Each correction is a stage of its own. */
  readonly stages: () => readonly Stage[];
  /** Why she left something as it is, when she had said all of a stage. */
  readonly reasons: (stage: Stage) => Readonly<Record<string, string>>;
}

/** When she thinks better of something: at the so-manieth question. back: of the one before; overview: of any. */
export interface Regret {
  readonly at: number;
  readonly how: "back" | "overview";
}

/** What she wants to change, and into what. */
type Target =
  | { readonly question: Question; readonly value: Value | null }
  | { readonly question: Question; readonly item: Item; readonly entry: Entry | undefined };

/** The reason she gives whenever she is asked for one; an answers file without one has it too. */
export const REASON = nl.answers.leftOut;

export function person(flow: Flow, wanted: ReadonlyMap<string, Answer>, roll: Dice, regrets: readonly Regret[]): Person {
  const known = new Map<string, Answer>();
  const stages = [new Map<string, Answer>()];
  let asked = 0;
  let target: Target | undefined;
  const reasons = new Map<Stage, Record<string, string>>();
  let leaving = "";
  /** The list that is being filled, and the entry of it. */
  let adding: Answer | undefined;
  let entry: Entry | undefined;

  const items = (list: string): readonly Item[] => {
    const answer = known.get(list);
    return answer?.kind === "list" ? answer.items : [];
  };
  const offers = offersOf(flow, items);
  const say = (question: Question, answer: Answer, correction = false): void => {
    if (correction) stages.push(new Map());
    known.set(question.id, answer);
    stages.at(-1)?.set(question.id, answer);
    if (correction) stages.push(new Map());
  };
  const fitting = (field: Field, value: Value | null): Value | null =>
    field.kind === "ref" && value !== null && !offers(field).some(({ id }) => id === value) ? anyValue(field, roll, offers) : value;
  /** An entry as she can say it now; what applies since somebody cannot be named any more, she makes up. */
  const refitted = (list: Question, value: Entry): Entry => {
    let entry: Readonly<Record<string, Value>> = {};
    for (let at = 0; ; at++) {
      const field = fieldPath(list, entry)[at];
      if (field === undefined) return entry;
      const part = fitting(field, value[field.id] ?? null) ?? (field.required ? anyValue(field, roll, offers) : null);
      if (part !== null) entry = { ...entry, [field.id]: part };
    }
  };
  const wantedFor = (question: Question): Answer => {
    const answer = known.get(question.id) ?? wanted.get(question.id);
    if (answer?.kind === "value") return answer;
    const all = answer?.kind === "list" ? answer.items : question.kind === "list" ? anyEntries(question, roll, offers) : undefined;
    if (all === undefined) return { kind: "value", value: anyValue(question, roll, offers) };
    const fitted = all.map(({ id, value }) => ({ id, value: refitted(question, value) }));
    return { kind: "list", items: fitted, closed: true };
  };
  /** Another answer to a question that was answered; undefined when she finds none. */
  const another = (question: Question): Target | undefined => {
    const answer = known.get(question.id);
    if (answer === undefined) return undefined;
    if (answer.kind === "value") {
      const drawn = Array.from({ length: 6 }, () => anyValue(question, roll, offers));
      const value = drawn.find((one) => !same(one, answer.value) && accepts(question, one) === null);
      return value === undefined ? undefined : { question, value };
    }
    const item = answer.items[roll(Math.max(1, answer.items.length))];
    if (item === undefined) return undefined;
    if (roll(3) === 0 && answer.items.length > (question.min ?? 0) && !isPointedTo(item)) return { question, item, entry: undefined };
    const changed = redrawn(question, item.value);
    return same(changed, item.value) ? undefined : { question, item, entry: changed };
  };
  const isPointedTo = ({ id }: Item): boolean =>
    [...known.values()].some((answer) => answer.kind === "list" && answer.items.some(({ value }) => Object.values(value).includes(id)));
  /** An entry with one field answered anew, and those that it brings with it. */
  const redrawn = (list: Question, value: Entry): Entry => {
    const path = fieldPath(list, value);
    const changed = path[roll(path.length)];
    let entry: Readonly<Record<string, Value>> = value;
    for (let at = 0; ; at++) {
      const field = fieldPath(list, entry)[at];
      if (field === undefined) return entry;
      if (field.id !== changed?.id && field.id in entry) continue;
      if (field.id !== changed?.id && path.includes(field)) continue;
      const { [field.id]: _, ...rest } = entry;
      const drawn = anyValue(field, roll, offers);
      entry = drawn === null ? rest : { ...rest, [field.id]: drawn };
    }
  };
  /** Whether it is time to think better of something. */
  const regret = (question: Question): "back" | "overview" | undefined => {
    const due = regrets.find(({ at }) => at === asked);
    asked++;
    if (due === undefined) return undefined;
    const now = walk(flow, known);
    const there = now.path.filter(({ id, kind }) => known.has(id) && kind !== "notice");
    const chosen = due.how === "back" ? previous(now, question) : there[roll(Math.max(1, there.length))];
    target = chosen && another(chosen);
    return target === undefined ? undefined : due.how;
  };
  const corrected = (at: Target): void => {
    target = undefined;
    if ("value" in at) {
      say(at.question, { kind: "value", value: at.value }, true);
      return;
    }
    const rest = items(at.question.id).flatMap((item) =>
      item.id !== at.item.id ? [item] : at.entry === undefined ? [] : [{ id: item.id, value: at.entry }],
    );
    say(at.question, { kind: "list", items: rest, closed: true }, true);
  };
  const list = (question: Question, count: number): Choice => {
    entry = undefined;
    if (target?.question.id === question.id && "item" in target) return pick(target.entry === undefined ? "haal-weg" : "verbeter");
    if (known.has(question.id)) return pick("klaar");
    const says = count > 0 ? undefined : regret(question);
    if (says !== undefined) return { says };
    if (count === 0) adding = wantedFor(question);
    entry = adding?.kind === "list" ? adding.items[count]?.value : undefined;
    if (entry !== undefined) return pick("erbij");
    say(question, adding ?? { kind: "list", items: [], closed: true });
    return pick("klaar");
  };

  return {
    ask: ({ askable }) => {
      if (askable.id === care.reason.id) {
        const stage = stages.findLast(({ size }) => size > 0);
        const text = `Dit laat ik zo: ${leaving}.`;
        if (stage !== undefined) reasons.set(stage, { ...reasons.get(stage), [leaving]: text });
        return { says: "answer", value: text };
      }
      if (askable === nl.interview.reason) return { says: "answer", value: REASON };
      if (entry !== undefined) return { says: "answer", value: entry[askable.id] ?? null };
      const question = flow.questions.get(askable.id);
      if (question === undefined) throw new Error(`not of this flow: ${askable.id}`);
      if (target?.question.id === question.id && "value" in target) {
        const { value } = target;
        corrected(target);
        return { says: "answer", value };
      }
      const says = known.has(question.id) ? undefined : regret(question);
      if (says !== undefined) return { says };
      const answer = wantedFor(question);
      if (!known.has(question.id)) say(question, answer);
      return { says: "answer", value: answer.kind === "value" ? answer.value : null };
    },
    choose: (menu) => {
      const has = (id: string): boolean => menu.options.some((option) => option.id === id);
      const question = [...flow.questions.values()].find(({ kind, text }) => kind === "list" && text === menu.title);
      if (question !== undefined) return list(question, menu.lines.length);
      if (target !== undefined && "item" in target && has(target.item.id)) {
        entry = target.entry;
        const { id } = target.item;
        corrected(target);
        return pick(id);
      }
      if (target !== undefined && has(target.question.id)) return pick(target.question.id);
      if (target !== undefined && has(target.question.step.id)) return pick(target.question.step.id);
      // Of what is left, now and then with a reason.
      const left = menu.options.find(({ id }) => id.startsWith("reden:"));
      if (left !== undefined && roll(4) > 0) {
        leaving = left.id.slice("reden:".length);
        return pick(left.id);
      }
      return pick(has("ja") ? "ja" : "verder");
    },
    regrets: () => {
      const there = walk(flow, known).path.filter(({ kind }) => kind !== "notice");
      const chosen = there[roll(Math.max(1, there.length))];
      target = chosen && another(chosen);
    },
    reasons: (stage) => reasons.get(stage) ?? {},
    stages: () => stages.filter(({ size }) => size > 0),
  };
}

const pick = (id: string): Choice => ({ says: "pick", id });
