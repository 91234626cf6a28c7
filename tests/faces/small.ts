/** Small flows, one for each feature, and every way through them. */
import type { Askable, Field, Flow, Question } from "../../src/core/flow.ts";
import type { Edition, QuestionSource } from "../../src/core/formats.ts";
import { accepts, acceptsList, fieldPath, type Entry, type Item, type Value } from "../../src/core/value.ts";
import { walk, type Answer } from "../../src/core/walk.ts";
import { offersOf, type Offers } from "../shipped.ts";
import { choice, norm, tiny, yesNo } from "../tiny.ts";

const abc = ["a", "b", "c"].map((id) => ({ id, text: `Keuze ${id}`, ...(id === "c" ? { exclusive: true } : {}) }));
const ask = (id: string, kind: QuestionSource["kind"], more: Partial<QuestionSource> = {}): QuestionSource => ({
  id,
  kind,
  text: id,
  ...more,
});
const things = ask("dingen", "list", {
  item: "ding",
  max: 2,
  fields: [
    { id: "soort", kind: "choice", text: "soort", options: yesNo },
    { id: "welke", kind: "line", text: "welke", when: { soort: ["ja"] } },
  ],
});
const decision = {
  questions: ["besluit"],
  by: "besluit",
  on: "besluit",
  departure: ["later"],
  report: { question: "besluit", rules: [] },
  help: { question: "besluit", rules: [] },
};

export const SMALL: readonly (readonly [string, Edition])[] = [
  ["choice, when", tiny([choice("a"), choice("b", { when: { a: ["ja"] } }), choice("c", { when: { not: { b: ["ja"] } } }), choice("d")])],
  ["optional, asked", tiny([choice("a", { required: false }), choice("b", { when: { asked: "a" } }), choice("c", { required: false })])],
  ["choices, includes", tiny([ask("a", "choices", { options: abc, min: 1 }), choice("b", { when: { a: { includes: "b" } } })])],
  ["choices of none", tiny([ask("a", "choices", { options: abc }), ask("b", "choices", { options: abc, required: false, max: 1 })])],
  ["number and date", tiny([ask("n", "number", { min: 0, max: 12, unit: "jaar" }), ask("d", "date", { required: false, when: { n: { lt: 12 } } }), choice("c", { when: { d: { gte: "2026-11-02" } } })])], // prettier-ignore
  ["text, line, notice", tiny([ask("t", "text"), ask("l", "notice", { urgent: true }), ask("r", "line", { required: false }), ask("o", "text", { required: false })])], // prettier-ignore
  ["list, count and some", tiny([things, choice("a", { when: { dingen: { count: { gte: 1 } } } }), choice("b", { when: { dingen: { some: { soort: ["ja"] } } } })])], // prettier-ignore
  ["list with a least, and references", tiny([
    ask("mensen", "list", { item: "mens", min: 1, max: 1, fields: [{ id: "rol", kind: "line", text: "rol" }] }),
    ask("feiten", "list", { item: "feit", max: 1, fields: [{ id: "wie", kind: "ref", to: "mensen", text: "wie", required: false }, { id: "wat", kind: "text", text: "wat", required: false }] }),
  ])], // prettier-ignore
  ["references to some of them", tiny([
    ask("mensen", "list", { item: "mens", max: 1, fields: [{ id: "jaren", kind: "number", min: 17, max: 18, text: "jaren", required: false }] }),
    ask("kinderen", "list", { item: "kind", max: 1, fields: [{ id: "wie", kind: "ref", to: "mensen", except: { jaren: { gte: 18 } }, text: "wie", required: false }, { id: "rol", kind: "line", text: "rol", when: { not: { asked: "wie" } } }, { id: "zorg", kind: "choice", text: "zorg", options: yesNo }] }),
  ])], // prettier-ignore
  ["what may wait", tiny([choice("gevaar"), choice("later", { defer: { gevaar: ["ja"] } }), choice("besluit"), choice("laatst", { defer: { gevaar: ["ja"] } })], { decision })], // prettier-ignore
  ["norm and outcome", tiny(
    [choice("a"), choice("b"), choice("c", { when: { norm: { n: "met" } } })],
    { outcomes: [{ id: "wel", when: { norm: { n: "met" } }, title: "Wel", text: "Wel." }, { id: "niet", when: { not: { norm: { n: "met" } } }, title: "Niet", text: "Niet." }] },
    [norm("n", { a: ["ja"] }, { b: ["ja"] })],
  )], // prettier-ignore
  ["two steps", tiny([choice("a")], { steps: [{ id: "een", number: 1, title: "Een", questions: [choice("a")] }, { id: "twee", number: 2, title: "Twee", when: { a: ["ja"] }, questions: [choice("b"), choice("c", { when: { b: ["ja"] } })] }] })], // prettier-ignore
];

type Answers = ReadonlyMap<string, Answer>;

/** Every complete way through a flow, with a few values for what is typed. */
export function everyWay(flow: Flow, answers: Answers = new Map()): readonly Answers[] {
  const { next } = walk(flow, answers);
  if (next === undefined) return [answers];
  const items = (list: string): readonly Item[] => {
    const answer = answers.get(list);
    return answer?.kind === "list" ? answer.items : [];
  };
  return answersTo(next, offersOf(flow, items)).flatMap((answer) => everyWay(flow, new Map([...answers, [next.id, answer]])));
}

function answersTo(question: Question, offers: Offers): readonly Answer[] {
  if (question.kind !== "list") return valuesOf(question, offers).map((value) => ({ kind: "value", value }));
  const entries = entriesOf(question, {}, offers);
  const lists = [[], ...entries.map((one) => [one]), entries.slice(-2)];
  return lists.flatMap((list): readonly Answer[] => {
    const items: readonly Item[] = list.map((value, i) => ({ id: `${question.id}-${String(i + 1)}`, value }));
    return acceptsList(
      question,
      items.map(({ value }) => value),
    ) === null
      ? [{ kind: "list", items, closed: true }]
      : [];
  });
}

function entriesOf(list: Question, entry: Entry, offers: Offers, at = 0): readonly Entry[] {
  const field = fieldPath(list, entry)[at];
  if (field === undefined) return [entry];
  return valuesOf(field, offers).flatMap((value) =>
    entriesOf(list, value === null ? entry : { ...entry, [field.id]: value }, offers, at + 1),
  );
}

function valuesOf(asked: Askable | Field, offers: Offers): readonly (Value | null)[] {
  const values: readonly Value[] = {
    choice: () => asked.options.map(({ id }) => id),
    choices: () => subsets(asked.options.map(({ id }) => id)),
    number: () => [asked.min ?? 0, asked.max ?? 9],
    date: () => ["2026-11-01", "2026-11-02"],
    text: () => ["Eén regel", "Twee\n\n regels\n!\n?x"],
    line: () => ["Zoë", "# <b> ."],
    notice: () => [true],
    ref: () => ("to" in asked ? offers(asked).map(({ id }) => id) : []),
    list: () => [],
  }[asked.kind]();
  // To choose nothing where that may be skipped is to skip it.
  const isSaid = (value: Value | null): boolean => asked.required || !Array.isArray(value) || value.length > 0;
  return [...values, null].filter((value) => isSaid(value) && accepts(asked, value) === null);
}

const subsets = (ids: readonly string[]): readonly (readonly string[])[] =>
  ids.reduce<readonly (readonly string[])[]>((all, id) => [...all, ...all.map((one) => [...one, id])], [[]]);
