import { describe, expect, test } from "vitest";
import { check } from "../../src/core/check.ts";
import { FlowDefect } from "../../src/core/defect.ts";
import { filled } from "../../src/core/fill.ts";
import type { OverlaySource, QuestionSource } from "../../src/core/formats.ts";
import { assembled, edition } from "../../src/core/overlay.ts";
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

test("texts of options, fields, norms, rules and outcomes change one by one; what is not named stays", () => {
  const list: QuestionSource = {
    id: "l",
    kind: "list",
    text: "l",
    item: "ding",
    fields: [
      { id: "f", kind: "line", text: "f" },
      { id: "g", kind: "line", text: "g" },
    ],
  };
  const rules = { question: "a", rules: [{ rule: "allowed" as const, when: { all: [] }, text: "Mag" }] };
  const decision = { questions: ["a"], by: "a", on: "a", departure: ["a"], report: rules, help: rules };
  const whole = tiny([choice("a"), list], { decision, afwegingen: [{ title: "Een", questions: ["a"] }] }).flow;
  const own = [{ rule: "required" as const, when: { a: ["ja"] }, text: "Moet" }];
  const merged = edition(whole, { ...norms, norms: [...norms.norms, norm("y", { all: [] }, { a: ["ja"] })] }, [
    overlay({
      baseNorms: "1",
      replace: [
        { id: "a", optionTexts: [{ id: "nee", help: "Echt niet" }] },
        { id: "l", fields: [{ id: "g", text: "Anders" }] },
      ],
      afwegingen: [{ title: "Vermoeden", questions: ["a"] }],
      replaceNorms: [{ id: "x", met: { a: ["nee"] } }],
      removeNorms: ["y"],
      rules: { report: own },
      outcomes: [{ id: "klaar", title: "Af" }],
      uses: ["gebruik"],
    }),
  ]);
  const [a, l] = merged.flow.steps.flatMap((step) => step.questions);
  expect(a?.options).toEqual([
    { id: "ja", text: "Ja" },
    { id: "nee", text: "Nee", help: "Echt niet" },
  ]);
  expect(l?.fields?.map(({ text }) => text)).toEqual(["f", "Anders"]);
  expect(merged.norms.map(({ id, title, met }) => [id, title, met])).toEqual([["x", "x", { a: ["nee"] }]]);
  expect([merged.flow.decision?.report.rules, merged.flow.decision?.help.rules]).toEqual([own, rules.rules]);
  expect([merged.flow.outcomes[0]?.title, merged.flow.outcomes[0]?.text, merged.flow.afwegingen?.[0]?.title, merged.flow.uses]).toEqual([
    "Af",
    "Klaar.",
    "Vermoeden",
    ["gebruik"],
  ]);
});

describe("words and roles in texts", () => {
  const texts = (more: Partial<OverlaySource>, roles?: Readonly<Record<string, string>>): string | undefined => {
    const flow = tiny([choice("a", { text: "{Uw-client} en {wie}, na {stappen}: {x y} {nergens}" })], {
      words: { "uw-client": "uw cliënt", wie: "{baas}" },
      roles: { baas: "de baas" },
    }).flow;
    return filled(assembled(flow, undefined, [overlay(more)]).edition, roles).flow.steps[0]?.questions[0]?.text;
  };
  const rest = "na {stappen}: {x y} {nergens}";
  test.each<[string, Partial<OverlaySource>, Readonly<Record<string, string>> | undefined, string]>([
    ["those of the flow", {}, undefined, `Uw cliënt en de baas, ${rest}`],
    [
      "those of a sector",
      { words: { "uw-client": "het kind" }, roles: { baas: "de houder" } },
      undefined,
      `Het kind en de houder, ${rest}`,
    ],
    ["those of the organisation", { roles: { baas: "de houder" } }, { baas: 'de "directeur"\\' }, `Uw cliënt en de "directeur"\\, ${rest}`],
  ])("%s", (_, more, roles, expected) => {
    expect(texts(more, roles)).toBe(expected);
  });

  test("a word that is not there is a fault, with its place", () => {
    const made = tiny([choice("a", { help: "Bel {wie}." })]);
    expect(check(made).map(({ at, what }) => [at.join("."), what])).toEqual([
      ["flow.steps.0.questions.0.help", "In deze tekst staat {wie}, en dat woord is er niet (words, roles)."],
    ]);
  });
});

test.each<[string, Partial<OverlaySource>]>([
  ["another base", { base: "groot" }],
  ["another version: drift", { baseVersion: "2" }],
  ["an unknown question", { replace: [{ id: "q" }] }],
  ["an unknown question to remove", { remove: ["q"] }],
  ["an unknown question in an order", { steps: [{ id: "een", order: ["q"] }] }],
  ["an unknown step", { steps: [{ id: "drie" }] }],
  ["a question that is there already", { add: [{ after: "a", question: choice("b") }] }],
  ["another version of the norms", { baseNorms: "2" }],
  ["an unknown option", { replace: [{ id: "a", optionTexts: [{ id: "misschien" }] }] }],
  [
    "an option that its own options lack",
    {
      replace: [
        {
          id: "a",
          options: [
            { id: "x", text: "X" },
            { id: "y", text: "Y" },
          ],
          optionTexts: [{ id: "ja" }],
        },
      ],
    },
  ],
  ["a field of what is no list", { replace: [{ id: "a", fields: [{ id: "f" }] }] }],
  ["an unknown norm to change", { replaceNorms: [{ id: "q" }] }],
  ["an unknown norm to remove", { removeNorms: ["q"] }],
  ["an unknown outcome", { outcomes: [{ id: "q" }] }],
])("%s is refused", (_, more) => {
  expect(() => questions(more)).toThrow(FlowDefect);
});
