/** How much of a story is known where she is, which points of a debrief apply, and what is wrong with a practice case. */
import { describe, expect, test } from "vitest";
import type { PracticeCaseSource, PracticeSource } from "../../src/core/formats.ts";
import { build } from "../../src/core/flow.ts";
import { debrief, toldAt } from "../../src/core/practice.ts";
import { checkPractice } from "../../src/core/practicecheck.ts";
import { walk } from "../../src/core/walk.ts";
import { answers, choice, norm, tiny, yesNo } from "../tiny.ts";

const source = (id: string, title: string, unverified?: true) => ({ id, title, read: "2026-11-21", ...(unverified && { unverified }) });
const edition = tiny(
  [],
  {
    steps: [
      { id: "een", number: 1, title: "Een", questions: [choice("a")] },
      {
        id: "twee",
        number: 2,
        title: "Twee",
        questions: [
          choice("b", { when: { a: ["ja"] } }),
          choice("c"),
          { id: "lijst", kind: "list", text: "lijst", item: "regel", fields: [{ id: "x", kind: "choice", text: "x", options: yesNo }] },
        ],
      },
      { id: "drie", number: 3, title: "Drie", when: { c: ["ja"] }, questions: [choice("d")] },
      { id: "vier", number: 4, title: "Vier", questions: [choice("e")] },
    ],
    sources: [source("S1", "Eerste bron"), source("S2", "Tweede bron", true)],
  },
  [norm("n", { all: [] }, { a: ["ja"] })],
);
const flow = build(edition);
const practice = (more: Partial<PracticeCaseSource>): PracticeCaseSource => ({
  id: "zaak",
  title: "Een zaak",
  story: "Verhaal.",
  more: [],
  debrief: [{ id: "altijd", text: "Altijd?" }],
  closing: "Tot slot.",
  ...more,
});

describe("the parts of a story that are known", () => {
  const told = practice({
    more: [
      { at: "twee", text: "stap twee" },
      { at: "b", text: "vraag b" },
      { at: "drie", text: "stap drie" },
      { at: "vier", when: { c: ["nee"] }, text: "stap vier, zonder drie" },
    ],
  });
  test.each<[string, Parameters<typeof answers>[0], string, string[]]>([
    ["at the first question only the beginning", {}, "a", []],
    ["a step tells its part at its first question, whichever that is", { a: "nee" }, "c", ["stap twee"]],
    ["a question tells its part when it is asked", { a: "ja" }, "b", ["stap twee", "vraag b"]],
    ["and it stays known afterwards", { a: "ja", b: "ja" }, "c", ["stap twee", "vraag b"]],
    ["who jumps to a later step hears what came before", {}, "e", ["stap twee"]],
    ["a step that is off the path tells nothing", { a: "nee", c: "nee" }, "e", ["stap twee", "stap vier, zonder drie"]],
    ["a condition looks at the answers on the path", { a: "nee", c: "ja", d: "ja" }, "e", ["stap twee", "stap drie"]],
    ["going back takes away what was not begun yet", { a: "ja", b: "ja", c: "ja" }, "a", []],
  ])("%s", (_, given, q, expected) => {
    const asked = flow.questions.get(q);
    if (asked === undefined) throw new Error(`no question ${q}`);
    expect(toldAt(told, walk(flow, answers(given)), asked).map(({ text }) => text)).toEqual(expected);
  });
});

describe("a debrief", () => {
  const said = practice({
    debrief: [
      { id: "altijd", text: "Altijd?\n" },
      { id: "ja", when: { a: ["ja"] }, text: "Bij ja?", sources: ["S1", "S2"] },
      { id: "leeg", when: { lijst: { count: { is: 0 } } }, text: "Lege lijst?" },
      { id: "regel", when: { all: [{ asked: "lijst" }, { not: { lijst: { some: { x: ["ja"] } } } }] }, text: "Geen ja in de lijst?" },
      { id: "norm", when: { norm: { n: "not-met" } }, text: "Norm niet?" },
    ],
  });
  const points = (given: Parameters<typeof answers>[0]): readonly string[] =>
    debrief(said, flow, walk(flow, answers(given))).filter((line) => /^\d+\. /.test(line));
  test.each<[string, Parameters<typeof answers>[0], string[]]>([
    [
      "what holds is shown, and numbered in its order",
      { a: "ja", lijst: [] },
      ["Altijd?", "Bij ja?", "Lege lijst?", "Geen ja in de lijst?"],
    ],
    ["a norm counts", { a: "nee", lijst: [{ x: "ja" }] }, ["Altijd?", "Norm niet?"]],
    ["what was not asked is not missed", {}, ["Altijd?"]],
  ])("%s", (_, given, expected) => {
    expect(points(given)).toEqual(expected.map((text, i) => `${String(i + 1)}. ${text}`));
  });

  test("names the case first, the sources below a point, and ends with the closing", () => {
    const lines = debrief(said, flow, walk(flow, answers({ a: "ja" })));
    expect(lines[1]).toContain("Een zaak");
    expect(lines[lines.indexOf("2. Bij ja?") + 1]).toBe("Bron: Eerste bron; Tweede bron (zelf niet nagelezen)");
    expect(lines.at(-1)).toBe("Tot slot.");
  });
});

describe("what is wrong with a practice case is named, with its place", () => {
  const file = (more: Partial<PracticeSource>, one: Partial<PracticeCaseSource> = {}): PracticeSource => ({
    format: 1,
    id: "oefeningen",
    version: "1",
    flow: "klein",
    cases: [practice(one)],
    ...more,
  });
  const point = (when: PracticeCaseSource["debrief"][number]["when"]) => ({ debrief: [{ id: "p", text: "?", ...(when && { when }) }] });
  test.each<[string, PracticeSource, string, RegExp]>([
    ["another flow", file({ flow: "klien" }), "flow", /‘klien’ bestaat niet\. Bedoelt u ‘klein’\?/],
    [
      "a place that is no step and no question",
      file({}, { more: [{ at: "tweee", text: "x" }] }),
      "cases.0.more.0.at",
      /Bedoelt u ‘twee’\?/,
    ],
    [
      "a condition of a part",
      file({}, { more: [{ at: "een", when: { z: ["ja"] }, text: "x" }] }),
      "cases.0.more.0.when",
      /‘z’ bestaat niet/,
    ],
    ["a question that is not there", file({}, point({ z: ["ja"] })), "cases.0.debrief.0.when", /‘z’ bestaat niet/],
    ["an option that is not there", file({}, point({ a: ["misschien"] })), "cases.0.debrief.0.when", /‘misschien’ is geen keuze van ‘a’/],
    ["a norm that is not there", file({}, point({ norm: { m: "met" } })), "cases.0.debrief.0.when", /‘m’ bestaat niet/],
    ["a field that is not there", file({}, point({ lijst: { some: { y: ["ja"] } } })), "cases.0.debrief.0.when", /‘y’ bestaat niet/],
    ["a test of another kind", file({}, point({ a: { count: { is: 0 } } })), "cases.0.debrief.0.when", /past niet bij ‘a’/],
    ["a source that is not there", file({}, { debrief: [{ id: "p", text: "?", sources: ["S3"] }] }), "cases.0.debrief.0.sources", /‘S3’/],
    ["a case twice", file({ cases: [practice({}), practice({})] }), "cases.1.id", /‘zaak’ komt twee keer voor/],
    ["a point twice", file({}, { debrief: [0, 1].map(() => ({ id: "p", text: "?" })) }), "cases.0.debrief.1.id", /‘p’/],
    ["the word for no story", file({}, { id: "zonder" }), "cases.0.id", /‘zonder’/],
  ])("%s", (_, wrong, place, what) => {
    const problems = checkPractice(wrong, edition);
    expect(problems).toHaveLength(1);
    expect(problems[0]?.at.join(".").startsWith(place), problems[0]?.at.join(".")).toBe(true);
    expect(problems[0]?.what).toMatch(what);
  });

  test("and nothing of one that is right, whichever question it looks at", () => {
    expect(checkPractice(file({}, { more: [{ at: "vier", when: { d: ["ja"] }, text: "x" }], ...point({ e: ["ja"] }) }), edition)).toEqual(
      [],
    );
  });
});
