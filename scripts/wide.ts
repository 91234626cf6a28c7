/** For the benchmark of `flow check`: a flow of 120 questions, 20 of them choices of 8 options and 10 lists, and how long it takes to prove. */
import type { ConditionSource, Edition, FieldSource, NormSource, OptionSource, QuestionSource } from "../src/core/formats.ts";
import { prove } from "../src/core/proof/prove.ts";

type Dice = (n: number) => number;

/** Numbers from 0 up to n, the same for the same seed. */
function dice(seed: number): Dice {
  let state = seed >>> 0;
  return (n) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * n);
  };
}

const pick = <T>(roll: Dice, from: readonly T[]): T => {
  const found = from[roll(from.length)];
  if (found === undefined) throw new Error("nothing to pick from");
  return found;
};
const options = (n: number): OptionSource[] => Array.from({ length: n }, (_, i) => ({ id: `o${String(i)}`, text: "Optie" }));
const some = (roll: Dice, n: number): string[] => {
  const first = roll(n);
  return Array.from({ length: 1 + roll(n - 1) }, (_, i) => `o${String((first + i) % n)}`);
};

const FIELDS: FieldSource[] = [
  { id: "soort", kind: "choice", text: "S", options: options(4) },
  { id: "leeftijd", kind: "number", text: "L", min: 0, max: 120 },
  { id: "letsel", kind: "choice", text: "L", options: options(2), when: { soort: ["o0", "o1"] } },
];

function kindOf(i: number): QuestionSource["kind"] {
  if (i % 6 === 0) return "choice";
  if (i % 12 === 7) return "list";
  return (["text", "choice", "number", "choice", "choices", "date"] as const)[i % 5 === 0 ? i % 6 : i % 4] ?? "text";
}

/** What can be asked of a question, at random. */
function atom(roll: Dice, { id, kind, options: all = [] }: QuestionSource): ConditionSource {
  switch (kind) {
    case "choice":
      return { [id]: some(roll, all.length) };
    case "choices":
      return { [id]: { includes: pick(roll, all).id } };
    case "number":
      return { [id]: { [pick(roll, ["lt", "gte"] as const)]: pick(roll, [12, 18, 65]) } };
    case "date":
      return { [id]: { [pick(roll, ["lt", "gte"] as const)]: pick(roll, ["2026-01-01", "2026-06-01"]) } };
    case "list": {
      const inner: ConditionSource[] = [{ soort: some(roll, 4) }, { leeftijd: { lt: 18 } }, { letsel: ["o0"] }];
      const which = roll(4);
      return { [id]: which === 3 ? { count: { gte: 1 + roll(2) } } : { [roll(3) === 0 ? "every" : "some"]: inner[which] ?? { all: [] } } };
    }
    default:
      return { asked: id };
  }
}

const joined = (roll: Dice, parts: readonly ConditionSource[]): ConditionSource =>
  parts.length === 1 ? (parts[0] ?? { all: [] }) : { [roll(2) === 0 ? "all" : "any"]: [...parts] };

/** How many atoms a question brings: options of a choice, marks of a list. */
const weight = ({ kind, options: all = [] }: QuestionSource): number =>
  kind === "list" ? 6 : kind === "text" ? 1 : Math.max(2, all.length);

/** @param back how many atoms a condition may look back */
export function wide(seed: number, back: number): Edition {
  const roll = dice(seed);
  const questions: QuestionSource[] = [];
  const window = (): QuestionSource[] => {
    let left = back;
    return questions.toReversed().filter((question) => (left -= weight(question)) >= 0);
  };
  const condition = (): ConditionSource =>
    joined(
      roll,
      Array.from({ length: 1 + roll(3) }, () => atom(roll, pick(roll, window()))),
    );
  for (let i = 0; i < 120; i++) {
    const kind = kindOf(i);
    const more = {
      ...(kind === "choice" ? { options: options(i % 6 === 0 ? 8 : 2 + roll(2)) } : {}),
      ...(kind === "choices" ? { options: options(5), min: 1 } : {}),
      ...(kind === "number" ? { min: 0, max: 120 } : {}),
      ...(kind === "list" ? { fields: FIELDS, item: "regel" } : {}),
      ...(i > 3 && roll(3) > 0 ? { when: condition() } : {}),
      ...(i > 3 && roll(8) === 0 ? { defer: condition() } : {}),
      ...(roll(10) === 0 ? { required: false } : {}),
    };
    questions.push({ id: `v${String(i)}`, kind, text: "V", help: "H", sources: ["B"], ...more });
  }
  const norm = (n: number): NormSource => {
    const over = questions.filter((_, i) => i % 4 === n);
    return {
      id: `norm-${String(n)}`,
      class: "meldnorm",
      title: "N",
      text: "N",
      requires: "report",
      when: atom(roll, pick(roll, over)),
      met: { any: over.map((question) => atom(roll, question)) },
      why: "N",
      sources: ["B"],
      checked: "2026-11-21",
      review: "2027-11-21",
    };
  };
  const norms = [0, 1, 2, 3].map(norm);
  questions.push({ id: "besluit", kind: "choice", text: "B", help: "H", sources: ["B"], options: options(2) });
  return {
    flow: {
      format: 1,
      id: "breed",
      version: "1",
      title: "Breed",
      checked: "2026-11-21",
      review: "2027-11-21",
      steps: [{ id: "een", title: "Een", questions }],
      outcomes: [
        { id: "x", title: "X", text: "X", when: { all: [{ norm: { "norm-0": "met" } }, { besluit: ["o0"] }] } },
        {
          id: "y",
          title: "Y",
          text: "Y",
          when: { all: [{ any: [{ norm: { "norm-0": "not-met" } }, { norm: { "norm-0": "not-reached" } }] }, { besluit: ["o0"] }] },
        },
        { id: "z", title: "Z", text: "Z", when: { besluit: ["o1"] } },
      ],
      sources: [{ id: "B", title: "B", read: "2026-11-21" }],
    },
    norms,
    overlays: [],
  };
}

/** Proves one flow. @returns milliseconds, the most memory of the process in MB, and what was found, by code */
export function timed(edition: Edition): { readonly ms: number; readonly mb: number; readonly codes: Readonly<Record<string, number>> } {
  const begun = performance.now();
  const findings = prove(edition);
  const ms = performance.now() - begun;
  const codes: Record<string, number> = {};
  for (const { code } of findings) codes[code] = (codes[code] ?? 0) + 1;
  return { ms, mb: process.resourceUsage().maxRSS / 1000, codes };
}
