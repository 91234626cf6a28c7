import { describe, expect, test } from "vitest";
import { check } from "../../src/core/check.ts";
import type { ConditionSource, QuestionSource } from "../../src/core/formats.ts";
import { edition } from "../shipped.ts";
import { choice, norm, tiny } from "../tiny.ts";

const number: QuestionSource = { id: "n", kind: "number", text: "n" };
const list: QuestionSource = {
  id: "l",
  kind: "list",
  text: "l",
  item: "ding",
  fields: [{ id: "k", kind: "choice", text: "k", options: choice("x").options ?? [] }],
};
const said = (...args: Parameters<typeof tiny>): string[] => check(tiny(...args)).map(({ at, what }) => `${at.join(".")}: ${what}`);

test("the shipped flow is clean", () => {
  expect(check(edition)).toEqual([]);
});

describe("a condition", () => {
  test.each<[string, ConditionSource, RegExp | null]>([
    ["fits", { all: [{ a: ["ja"] }, { n: { lt: 3 } }, { l: { some: { k: ["ja"] } } }, { asked: "a" }] }, null],
    ["names an unknown question", { b: ["ja"] }, /‘b’ bestaat niet. Bedoelt u ‘a’/],
    ["names a later question", { z: ["ja"] }, /komt pas later/],
    ["names an unknown option", { a: ["jaa"] }, /geen keuze van ‘a’. Bedoelt u ‘ja’/],
    ["counts a choice", { a: { count: { gte: 1 } } }, /past niet bij ‘a’/],
    ["includes in a choice", { a: { includes: "ja" } }, /past niet bij ‘a’/],
    ["compares a number with a date", { n: { lt: "2026-11-21" } }, /vergeleken met iets anders/],
    ["names an unknown field", { l: { some: { x: ["ja"] } } }, /‘x’ bestaat niet/],
    ["names an unknown norm", { norm: { m: "met" } }, /‘m’ bestaat niet/],
    ["names a fact", { fact: { f: "ja" } }, /alleen in controles/],
  ])("%s", (_, when, expected) => {
    const found = said([choice("a"), number, list, choice("q", { when }), choice("z")]);
    if (expected === null) expect(found).toEqual([]);
    else expect(found.join("\n")).toMatch(expected);
    if (expected !== null) expect(found[0]).toMatch(/^flow\.steps\.0\.questions\.3\.when\.[a-z.0-9]+: /);
  });
});

test.each<[string, string[], RegExp]>([
  ["an id twice", said([choice("a"), choice("a")]), /questions\.1\.id: ‘a’ komt twee keer/],
  ["an operator as id", said([choice("norm")]), /‘norm’ is een woord van de voorwaarden/],
  ["an unknown source", said([choice("a", { sources: ["X"] })]), /sources\.0: ‘X’ bestaat niet/],
  ["a date that does not exist", said([choice("a")], { review: "2026-02-30" }), /flow\.review: ‘2026-02-30’/],
  [
    "a norm that rests on itself",
    said([choice("a")], {}, [norm("n", { norm: { m: "met" } }, { a: ["ja"] }), norm("m", { norm: { n: "met" } }, { a: ["ja"] })]),
    /rust op zichzelf/,
  ],
  [
    "a condition on a norm that rests on a later question",
    said([choice("a", { when: { norm: { n: "met" } } }), choice("b")], {}, [norm("n", { all: [] }, { b: ["ja"] })]),
    /komt pas later/,
  ],
  [
    "a reference to what is no list",
    said([choice("a"), { ...list, fields: [{ id: "r", kind: "ref", text: "r", to: "a" }] }]),
    /fields\.0\.to: ‘a’ bestaat niet/,
  ],
])("%s", (_, found, expected) => {
  expect(found.join("\n")).toMatch(expected);
});
