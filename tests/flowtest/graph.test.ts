/** The picture of a flow: what stands below what, what stands on the lines, and that the one in the docs is fresh. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { QuestionSource } from "../../src/core/formats.ts";
import { graph, phrase, type Overlay } from "../../src/core/graph.ts";
import { normalise } from "../../src/core/condition.ts";
import { picture, type Form } from "../../src/core/picture.ts";
import { wrap } from "../../src/core/shapes.ts";
import { flow } from "../shipped.ts";
import { choice, flowOf, norm, yesNo } from "../tiny.ts";

const FORMS: readonly Form[] = ["text", "mermaid", "dot"];

test("the picture in docs/ is that of the shipped flow; if not: npm run picture", () => {
  const page = readFileSync(join(import.meta.dirname, "..", "..", "docs", "verloop-meldcode.md"), "utf8");
  expect(/```mermaid\n([^]*?)```/.exec(page)?.[1]).toBe(picture(graph(flow), "mermaid"));
});

test.each(FORMS)("%s: every question, step, norm and outcome of the meldcode stands in it once", (form) => {
  const drawn = picture(graph(flow), form).replaceAll(/(?:<br\/>|\\l|\s)+/g, " ");
  for (const { order, label } of flow.questions.values()) {
    const shown = form === "text" ? `${String(order + 1)}. ${label} [` : `${String(order + 1)} ${label}`;
    expect(drawn.split(shown).length - 1, shown).toBeGreaterThanOrEqual(1);
  }
  for (const { title } of [...flow.steps, ...flow.norms.values(), ...flow.outcomes]) expect(drawn).toContain(title);
});

/** The lines of the text form between the first step and what follows the steps. */
const tree = (questions: readonly QuestionSource[], overlay?: Overlay): readonly string[] => {
  const lines = picture(graph(flowOf(questions), overlay), "text").split("\n");
  return lines.slice(lines.indexOf("Stap 1: Een") + 1, lines.indexOf("Uitkomsten") - 1);
};

describe("what stands below what", () => {
  const b: QuestionSource = { id: "b", kind: "text", text: "b" };
  test.each<[string, readonly QuestionSource[], readonly string[]]>([
    ["a run without conditions is one block", [choice("a"), b], ["  1. a [a]: ja, nee", "  2. b [b]"]],
    [
      "below the answer that leads to it",
      [choice("a"), { ...b, when: { a: ["ja"] } }],
      ["  1. a [a]: ja, nee", "    als ja:", "      2. b [b]"],
    ],
    [
      "with the same condition in one block, also when something below the first comes in between",
      [choice("a"), choice("b", { when: { a: ["ja"] } }), choice("c", { when: { b: ["nee"] } }), choice("d", { when: { a: ["ja"] } })],
      [
        "  1. a [a]: ja, nee",
        "    als ja:",
        "      2. b [b]: ja, nee",
        "      4. d [d]: ja, nee",
        "        als b: nee:",
        "          3. c [c]: ja, nee",
      ],
    ],
    [
      "an answer that is only one of the ways leads nowhere by itself",
      [choice("a"), choice("b", { when: { a: ["ja"] } }), choice("c", { when: { any: [{ a: ["nee"] }, { b: ["ja"] }] } })],
      ["  1. a [a]: ja, nee", "    als ja:", "      2. b [b]: ja, nee", "  als a: nee of b: ja:", "    3. c [c]: ja, nee"],
    ],
    [
      "when something is not so, nothing needs to be answered",
      [choice("a"), choice("b", { when: { not: { a: ["ja"] } } })],
      ["  1. a [a]: ja, nee", "  als niet (a: ja):", "    2. b [b]: ja, nee"],
    ],
  ])("%s", (_, questions, lines) => {
    expect(tree(questions)).toEqual(lines);
  });
});

test.each([
  [{ all: [] }, "altijd"],
  [{ any: [] }, "nooit"],
  [{ a: ["ja", "nee"] }, "a: ja / nee"],
  [{ any: [{ a: ["ja"] }, { a: ["nee"] }] }, "a: ja / nee"],
  [{ any: [{ k: { includes: "x-y" } }, { k: { includes: "z" } }, { a: ["ja"] }] }, "k: x y / z of a: ja"],
  [{ all: [{ a: ["ja"] }, { any: [{ k: { includes: "z" } }, { asked: "a" }] }] }, "a: ja en (k: z of ‘a’ is beantwoord)"],
  [{ l: { count: { is: 0 } } }, "l: geen regels"],
  [{ l: { count: { gte: 1 } } }, "l: minstens 1 regel"],
  [{ l: { some: { leeftijd: { lt: 18 } } } }, "l: een regel met Leeftijd: minder dan 18"],
  [{ l: { every: { leeftijd: { gte: 18 } } } }, "l: elke regel met Leeftijd: minstens 18"],
  [{ norm: { n: "met" } }, "n van toepassing is"],
])("%j in few words", (source, words) => {
  const made = flowOf(
    [
      choice("a"),
      { id: "k", kind: "choices", text: "k", options: [...yesNo, { id: "x-y", text: "x" }, { id: "z", text: "z" }] },
      { id: "l", kind: "list", text: "l", item: "l", fields: [{ id: "leeftijd", kind: "number", text: "Hoe oud?", label: "Leeftijd" }] },
    ],
    {},
    [norm("n", { all: [] }, { all: [] })],
  );
  expect(phrase(normalise(source, { op: "all", of: [] }), made)).toBe(words);
});

describe("signs that mean something to the form", () => {
  const nasty = flowOf([choice("a--b-", { text: 'Zegt "ja" & <b> #1 `x` \\ \u2028 einde' }), choice("end", { when: { "a--b-": ["ja"] } })]);
  test("Mermaid", () => {
    const drawn = picture(graph(nasty), "mermaid");
    expect(drawn).toContain('q_a__b_["1 Zegt &quot;ja&quot; &amp; &lt;b&gt; &num;1 #96;x#96;');
    expect(drawn).toContain('q_a__b_ -->|"ja"| q_end');
    expect(drawn).not.toMatch(/a--b|\u2028/);
  });
  test("DOT", () => {
    expect(picture(graph(nasty), "dot")).toContain('[label="1 Zegt \\"ja\\" & <b> #1 `x` \\\\ einde\\l"]');
  });
});

describe("overlays", () => {
  const marks = { a: "answered", b: "open", c: "parked", d: "off" } as const;
  const overlay: Overlay = {
    kind: "case",
    question: (id) => marks[id as keyof typeof marks],
    outcome: () => "answered",
    norm: () => "van toepassing",
  };
  const questions = [choice("a"), choice("b"), choice("c", { when: { a: ["ja"] } }), choice("d", { when: { b: ["ja"] } })];

  test("text", () => {
    expect(tree(questions, overlay)).toEqual([
      "  [x] 1. a [a]: ja, nee",
      "  [ ] 2. b [b]: ja, nee",
      "    als a: ja:",
      "      [~] 3. c [c]: ja, nee",
      "    als b: ja:",
      "       -  4. d [d]: ja, nee",
    ]);
  });
  test("Mermaid: a mark for each question and outcome, and a colour for the block", () => {
    const drawn = picture(graph(flowOf(questions), overlay), "mermaid");
    for (const line of [
      'q_a["✓ 1 a<br/>○ 2 b"]:::open',
      'q_c["‖ 3 c"]:::parked',
      'q_d["· 4 d"]:::off',
      'o_klaar["✓ Klaar"]:::answered',
      "classDef parked",
      "legend[",
    ])
      expect(drawn).toContain(line);
  });
  test("DOT", () => {
    expect(picture(graph(flowOf(questions), overlay), "dot")).toMatch(/"q d" \[label="· 4 d\\l", fillcolor="#f7f7f7"/);
  });
});

test.each([
  ["", 5, []],
  ["een twee drie", 8, ["een twee", "drie"]],
  ["langer dan dat", 4, ["langer", "dan", "dat"]],
])("%j in lines of %i", (text, width, lines) => {
  expect(wrap(text, width)).toEqual(lines);
});
