/** The shipped flow, and ways to walk it at random. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { author } from "../src/adapters/authored.ts";
import type { NewEvent } from "../src/core/event.ts";
import { build, type Askable, type Field, type Flow, type Question } from "../src/core/flow.ts";
import { fieldPath, offered, type Entry, type Item, type Value } from "../src/core/value.ts";
import { trail, type Answer } from "../src/core/walk.ts";

const folder = join(import.meta.dirname, "..", "flows");
export const edition = author(join(folder, "meldcode.yaml"), (norms) => join(folder, `${norms}.yaml`));
export const flow: Flow = build(edition);
export const version = (JSON.parse(readFileSync(join(folder, "..", "package.json"), "utf8")) as { version: string }).version;

export const opening: readonly NewEvent[] = [
  { type: "opened", ch: 0, body: { format: 1, app: "meldcode test", id: "2026-11-21-test1", exercise: true } },
  {
    type: "begun",
    ch: 1,
    body: { flow: "meldcode", version: edition.flow.version, sector: "algemeen", editionHash: "0".repeat(64), given: {}, edition },
  },
];

/** Numbers from 0 up to n, the same for the same seed (mulberry32). */
export type Dice = (n: number) => number;
export function dice(seed: number): Dice {
  let state = seed >>> 0;
  return (n) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % n;
  };
}

const TEXTS = [
  "Op 3 november om 16.10 uur zag ik een blauwe plek.",
  "Moeder zei: ‘Ik weet het niet meer.’",
  "Twee regels\nen de tweede",
  "# geen kop *geen nadruk*",
  "Ünal, café, 7 × 3",
];
const pick = <T>(roll: Dice, from: readonly T[]): T => {
  const found = from[roll(from.length)];
  if (found === undefined) throw new Error("nothing to pick from");
  return found;
};

/** What a field can name. */
export type Offers = (field: Field) => readonly Item[];
export const offersOf =
  (of: Flow, items: (list: string) => readonly Item[]): Offers =>
  (field) => {
    const list = of.questions.get(field.to ?? "");
    return list === undefined ? [] : offered(list, field, items(list.id));
  };

/** A value that the question accepts; null now and then where it may be skipped. */
export function anyValue(askable: Askable | Field, roll: Dice, offers: Offers): Value | null {
  if (!askable.required && roll(4) === 0) return null;
  switch (askable.kind) {
    case "choice":
      return pick(roll, askable.options).id;
    case "choices": {
      const alone = askable.options.filter(({ exclusive }) => exclusive);
      if (alone.length > 0 && roll(3) === 0) return [pick(roll, alone).id];
      const free = askable.options.filter(({ exclusive }) => exclusive !== true);
      const first = roll(free.length);
      const most = Math.min(askable.max ?? free.length, free.length);
      const many = Math.max(askable.min ?? 0, Math.min(most, 1 + roll(3)));
      return Array.from({ length: many }, (_, i) => free[(first + i) % free.length]?.id ?? "");
    }
    case "number":
      return (askable.min ?? 0) + roll((askable.max ?? 100) - (askable.min ?? 0) + 1);
    case "date":
      return `2026-11-${String(1 + roll(28)).padStart(2, "0")}`;
    case "notice":
      return true;
    case "ref": {
      const there = "to" in askable ? offers(askable) : [];
      return there.length === 0 ? null : pick(roll, there).id;
    }
    case "line":
      return pick(roll, TEXTS).split("\n")[0] ?? "";
    default:
      return pick(roll, TEXTS);
  }
}

export function anyEntries(list: Question, roll: Dice, offers: Offers): readonly Item[] {
  return Array.from({ length: Math.max(list.min ?? 0, roll(3)) }, (_, i) => {
    let value: Entry = {};
    for (let at = 0; ; at++) {
      const field = fieldPath(list, value)[at];
      if (field === undefined) return { id: `${list.id}-${String(i + 1)}`, value };
      const drawn = anyValue(field, roll, offers);
      if (drawn !== null) value = { ...value, [field.id]: drawn };
    }
  });
}

/** What most cases have: without it a blind walk hardly ever comes to the rules about help. */
const USUAL: Readonly<Record<string, string>> = {
  bron: "huiselijke-kring",
  "direct-gevaar": "nee",
  disclosure: "nee",
  "verder-na-stap-1": "ja",
  "verder-na-stap-2": "ja",
  vermoeden: "ja",
  acuut: "nee",
  structureel: "nee",
  "hulp-mogelijk": "ja",
  "hulp-aanvaard": "ja",
};

/** One whole way through the flow, as answers. */
export function anyWalk(of: Flow, roll: Dice): ReadonlyMap<string, Answer> {
  // Half of the walks are blind; the others answer most of the questions above as usual.
  const blind = roll(2) === 0;
  const draw = (question: Question): Value | null => {
    const usual = USUAL[question.id];
    return usual !== undefined && !blind && roll(4) > 0 ? usual : anyValue(question, roll, offers);
  };
  const answers = new Map<string, Answer>();
  const items = (list: string): readonly Item[] => {
    const answer = answers.get(list);
    return answer?.kind === "list" ? answer.items : [];
  };
  const offers = offersOf(of, items);
  const answer = (question: Question): void => {
    answers.set(
      question.id,
      question.kind === "list"
        ? { kind: "list", items: anyEntries(question, roll, offers), closed: true }
        : { kind: "value", value: draw(question) },
    );
  };
  // As `next` says, in one go: conditions look only at what stands before, so that only what waits asks for a new beginning.
  for (;;) {
    let waiting: Question | undefined;
    for (const { question, waits } of trail(of, answers).steps()) {
      if (answers.has(question.id)) continue;
      if (waits) waiting ??= question;
      else answer(question);
    }
    if (waiting === undefined) return answers;
    answer(waiting);
  }
}

/** Answers as an answers file holds them. */
export function asDocument(answers: ReadonlyMap<string, Answer>): Record<string, unknown> {
  return Object.fromEntries(
    [...answers].map(([q, answer]) => [
      q,
      answer.kind === "value" ? answer.value : answer.items.map(({ id, value }) => ({ id, ...value })),
    ]),
  );
}
