/** What no single definition of the corpus shows: earlier chapters, examples that need entries, and definitions that are very long. */
import { describe, expect, test } from "vitest";
import type { Document } from "../../src/core/answers.ts";
import { check } from "../../src/core/check.ts";
import type { Finding } from "../../src/core/finding.ts";
import type { ConditionSource, Edition, FieldSource, OutcomeSource, QuestionSource } from "../../src/core/formats.ts";
import { prove } from "../../src/core/proof/prove.ts";
import { choice, norm, tiny } from "../tiny.ts";
import { replayed } from "./replay.ts";

const outcome = (id: string, when: ConditionSource): OutcomeSource => ({ id, when, title: id, text: id });
const ends = (...rows: readonly OutcomeSource[]): { outcomes: readonly OutcomeSource[] } => ({ outcomes: rows });
const list = (id: string, fields: readonly FieldSource[], more: Partial<QuestionSource> = {}): QuestionSource => ({
  id,
  kind: "list",
  item: "regel",
  text: id,
  fields,
  ...more,
});
const field = (id: string): FieldSource => ({ id, kind: "choice", text: id, options: choice(id).options ?? [] });
const found = (edition: Edition): readonly (readonly [Finding["code"], Finding["severity"], Document | undefined])[] =>
  prove(edition).map(({ code, severity, example }) => [code, severity, example]);

describe("answers of an earlier chapter", () => {
  test("what rests on them alone is a warning, without an example: an answers file cannot give them", () => {
    const edition = tiny([choice("a")], {
      uses: ["eerder"],
      ...ends(outcome("x", { not: { eerder: ["ja"] } }), outcome("y", { a: ["ja"] })),
    });
    expect(found(edition).filter(([code]) => code === "geen-uitkomst")).toEqual([["geen-uitkomst", "warning", undefined]]);
  });

  test("what can be without them is an error", () => {
    const edition = tiny([choice("a")], { uses: ["eerder"], ...ends(outcome("x", { eerder: ["ja"] })) });
    expect(found(edition).filter(([code]) => code === "geen-uitkomst")).toEqual([["geen-uitkomst", "error", { a: "ja" }]]);
  });

  test("of any kind", () => {
    const when: ConditionSource = { any: [{ e: { gt: 3 } }, { f: { lt: "2026-01-01" } }, { g: { includes: "x" } }, { asked: "h" }] };
    expect(found(tiny([choice("a"), choice("b", { when })], { uses: ["e", "f", "g", "h"] }))).toEqual([]);
  });
});

test("a list that must point to another one, and is only asked when that has entries: nothing is wrong when it has none", () => {
  const questions = [
    list("l", [field("a")]),
    list("m", [{ id: "r", kind: "ref", to: "l", text: "r" }], { min: 1, when: { l: { count: { gte: 1 } } } }),
    choice("b", { when: { l: { count: { is: 0 } } } }),
    choice("c", { when: { m: { count: { gte: 2 } } } }),
  ];
  expect(found(tiny(questions))).toEqual([]);
});

describe("examples with entries", () => {
  const signals = list("signalen", [field("soort")]);

  test.each<[string, readonly QuestionSource[], ConditionSource]>([
    [
      "three that must be different",
      [list("l", [field("a"), field("b")], { max: 3 })],
      {
        all: [
          { l: { some: { all: [{ a: ["ja"] }, { b: ["nee"] }] } } },
          { l: { some: { all: [{ a: ["nee"] }, { b: ["ja"] }] } } },
          { l: { some: { all: [{ a: ["ja"] }, { b: ["ja"] }] } } },
        ],
      },
    ],
    ["so many", [list("l", [field("a")])], { all: [{ l: { count: { gte: 4 } } }, { l: { every: { a: ["nee"] } } }] }],
    [
      "one that points to another list",
      [signals, list("l", [{ id: "r", kind: "ref", to: "signalen", text: "r" }])],
      { l: { count: { gte: 1 } } },
    ],
    [
      "one that points to a list that is off the path",
      [choice("q"), { ...signals, when: { q: ["nee"] } }, list("l", [{ id: "r", kind: "ref", to: "signalen", text: "r" }])],
      { all: [{ q: ["ja"] }, { l: { count: { gte: 1 } } }] },
    ],
    [
      "none, where a list may be skipped though it has a least number",
      [list("l", [field("a")], { min: 2, required: false })],
      { l: { count: { is: 0 } } },
    ],
  ])("%s", (_, questions, hole) => {
    const edition = tiny(questions, ends(outcome("x", { any: [{ all: [{ not: hole }, { asked: "l" }] }] })));
    expect(check(edition)).toEqual([]);
    const example = prove(edition).find(({ code }) => code === "geen-uitkomst")?.example;
    expect(replayed(edition, example ?? {}).message).toMatch(/geen enkele uitkomst/);
  });
});

describe("long definitions are done soon, or said to be too large", () => {
  const within = (ms: number, edition: Edition): readonly Finding[] => {
    const begun = performance.now();
    check(edition);
    const findings = prove(edition);
    expect(performance.now() - begun).toBeLessThan(ms);
    return findings;
  };
  const many = <T>(n: number, make: (i: number) => T): T[] => Array.from({ length: n }, (_, i) => make(i));

  test("600 parts beside each other", () => {
    const when = { any: many(600, (i): ConditionSource => ({ n: { is: i } })) };
    within(10_000, tiny([{ id: "n", kind: "number", text: "n" }, choice("a", { when })]));
  });

  test("a list that must have a thousand million entries", () => {
    const questions = [list("l", [field("a")], { min: 1_000_000_000 }), choice("b", { when: { l: { some: { not: { a: ["ja"] } } } } })];
    const findings = within(5_000, tiny(questions, ends(outcome("x", { b: ["ja"] }))));
    expect(findings.map(({ code, example }) => [code, example])).toEqual([["geen-uitkomst", undefined]]);
  });

  test("300 outcomes", () => {
    const rows = many(300, (i) => outcome(`u${String(i)}`, { n: { is: i } }));
    const findings = within(10_000, tiny([{ id: "n", kind: "number", text: "n", min: 0, max: 299 }], ends(...rows)));
    expect(findings).toEqual([]);
  });

  test("norms that rest twice on the norm before them", () => {
    const norms = many(60, (i) => {
      const before = `n${String(i - 1)}`;
      return norm(
        `n${String(i)}`,
        { all: [] },
        i === 0 ? { a: ["ja"] } : { any: [{ norm: { [before]: "met" } }, { norm: { [before]: "not-met" } }] },
      );
    });
    within(5_000, tiny([choice("a")], {}, norms));
  });

  test("500 questions, each asked because of the one before", () => {
    const questions = many(500, (i) => choice(`q${String(i)}`, i === 0 ? {} : { when: { [`q${String(i - 1)}`]: ["ja"] } }));
    within(15_000, tiny(questions));
  });

  test("a list with twelve marks that have nothing to do with each other", () => {
    const names = many(12, (i) => `f${String(i)}`);
    const questions = names.map((name) => choice(`q-${name}`, { when: { l: { some: { [name]: ["ja"] } } } }));
    within(15_000, tiny([list("l", names.map(field), { max: 3 }), ...questions]));
  });
});
