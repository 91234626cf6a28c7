import { expect, test } from "vitest";
import { FlowDefect } from "../../src/core/defect.ts";
import type { OverlaySource } from "../../src/core/formats.ts";
import { edition } from "../../src/core/overlay.ts";
import { choice, norm, tiny } from "../tiny.ts";

const base = tiny([choice("a"), choice("b"), choice("c")]).flow;
const norms = {
  format: 1 as const,
  id: "n",
  version: "1",
  norms: [norm("x", { all: [] }, { a: ["ja"] })],
  sources: [{ id: "W", title: "Wet", read: "2026-11-21" }],
};
const overlay = (more: Partial<OverlaySource>): OverlaySource => ({
  format: 1,
  id: "onderwijs",
  title: "Onderwijs",
  base: "klein",
  baseVersion: "1",
  ...more,
});
const questions = (more: Partial<OverlaySource>): string[] =>
  edition(base, norms, [overlay(more)]).flow.steps.flatMap((step) =>
    step.questions.map(({ id, text }) => (id === text ? id : `${id}: ${text}`)),
  );

test.each<[string, Partial<OverlaySource>, string[]]>([
  ["nothing", {}, ["a", "b", "c"]],
  ["a text", { replace: [{ id: "b", text: "Anders" }] }, ["a", "b: Anders", "c"]],
  [
    "a question added, and one behind that",
    {
      add: [
        { after: "a", question: choice("d") },
        { after: "d", question: choice("e") },
      ],
    },
    ["a", "d", "e", "b", "c"],
  ],
  ["a question taken out", { remove: ["b"] }, ["a", "c"]],
  ["an order of its own", { steps: [{ id: "een", order: ["c", "a"] }] }, ["c", "a", "b"]],
])("an overlay changes %s", (_, more, expected) => {
  expect(questions(more)).toEqual(expected);
});

test("a question moves to another step", () => {
  const two = { ...base, steps: [...base.steps, { id: "twee", title: "Twee", questions: [choice("z")] }] };
  const merged = edition(two, norms, [overlay({ steps: [{ id: "twee", title: "Tweede", order: ["a", "z"] }] })]).flow;
  expect(merged.steps.map((step) => [step.title, ...step.questions.map(({ id }) => id)])).toEqual([
    ["Een", "b", "c"],
    ["Tweede", "a", "z"],
  ]);
});

test("norms are replaced or added, sources joined, and the overlay is named", () => {
  const merged = edition(base, norms, [
    overlay({ norms: [norm("x", { all: [] }, { a: ["nee"] }), norm("y", { all: [] }, { b: ["ja"] })] }),
  ]);
  expect([merged.norms.map(({ id, met }) => [id, met]), merged.flow.sources.map(({ id }) => id), merged.overlays]).toEqual([
    [
      ["x", { a: ["nee"] }],
      ["y", { b: ["ja"] }],
    ],
    ["W"],
    ["onderwijs"],
  ]);
});

test.each<[string, Partial<OverlaySource>]>([
  ["another base", { base: "groot" }],
  ["another version: drift", { baseVersion: "2" }],
  ["an unknown question", { replace: [{ id: "q" }] }],
  ["an unknown question to remove", { remove: ["q"] }],
  ["an unknown question in an order", { steps: [{ id: "een", order: ["q"] }] }],
  ["an unknown step", { steps: [{ id: "drie" }] }],
  ["a question that is there already", { add: [{ after: "a", question: choice("b") }] }],
])("%s is refused", (_, more) => {
  expect(() => questions(more)).toThrow(FlowDefect);
});
