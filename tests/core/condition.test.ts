import { describe, expect, test } from "vitest";
import { ALWAYS, holds, names, NEVER, normalise, type Scope } from "../../src/core/condition.ts";
import type { ConditionSource } from "../../src/core/formats.ts";

const values: Readonly<Record<string, unknown>> = {
  acuut: "ja",
  leeftijd: 11,
  dag: "2026-11-21",
  vormen: ["verwaarlozing", "stalking"],
  constructor: "ja",
};
const entry = (soort: string): Scope => ({
  value: (q) => (q === "soort" ? soort : undefined),
  entries: () => undefined,
  norm: () => "",
  fact: () => "",
});
const scope: Scope = {
  value: (q) => (Object.hasOwn(values, q) ? values[q] : undefined),
  entries: (q) => ({ feiten: [entry("waarneming"), entry("oordeel")], leeg: [] })[q],
  norm: (id) => (id === "meldnorm-1" ? "met" : "not-reached"),
  fact: () => "ja",
};

describe("a condition holds", () => {
  test.each<[string, ConditionSource, boolean]>([
    ["choice: one of these", { acuut: ["ja", "twijfel"] }, true],
    ["choice: none of these", { acuut: ["nee"] }, false],
    ["a question named constructor", { constructor: ["ja"] }, true],
    ["absent: false", { toString: ["ja"] }, false],
    ["number below", { leeftijd: { lt: 12 } }, true],
    ["number not below itself", { leeftijd: { lt: 11 } }, false],
    ["number at most", { leeftijd: { lte: 11 } }, true],
    ["number above", { leeftijd: { gt: 11 } }, false],
    ["number at least", { leeftijd: { gte: 11 } }, true],
    ["number is", { leeftijd: { is: 11 } }, true],
    ["date before", { dag: { lt: "2026-11-22" } }, true],
    ["date is", { dag: { is: "2026-11-21" } }, true],
    ["a number is no date", { dag: { gt: 3 } }, false],
    ["choices include", { vormen: { includes: "stalking" } }, true],
    ["choices do not include", { vormen: { includes: "vgv" } }, false],
    ["count of a closed list", { feiten: { count: { gte: 2 } } }, true],
    ["count of an empty list", { leeg: { count: { is: 0 } } }, true],
    ["count of an open list: false", { open: { count: { gte: 0 } } }, false],
    ["some", { feiten: { some: { soort: ["oordeel"] } } }, true],
    ["every", { feiten: { every: { soort: ["oordeel"] } } }, false],
    ["every needs an entry", { leeg: { every: { soort: ["oordeel"] } } }, false],
    ["asked", { asked: "acuut" }, true],
    ["asked: a closed list", { asked: "leeg" }, true],
    ["asked: absent", { asked: "nooit" }, false],
    ["norm", { norm: { "meldnorm-1": "met" } }, true],
    ["fact", { fact: { iets: "ja" } }, true],
    ["all", { all: [{ acuut: ["ja"] }, { leeftijd: { lt: 5 } }] }, false],
    ["any", { any: [{ acuut: ["ja"] }, { leeftijd: { lt: 5 } }] }, true],
    ["an empty all", { all: [] }, true],
    ["an empty any", { any: [] }, false],
    ["not", { not: { acuut: ["ja"] } }, false],
    ["not over something absent", { not: { nooit: ["ja"] } }, true],
  ])("%s", (_, source, expected) => {
    expect(holds(normalise(source, NEVER), scope)).toBe(expected);
  });

  test("left out means what the caller says", () => {
    expect([holds(normalise(undefined, ALWAYS), scope), holds(normalise(undefined, NEVER), scope)]).toEqual([true, false]);
  });

  test("names are the questions, not the fields inside some", () => {
    expect([...names(normalise({ any: [{ a: ["ja"] }, { not: { b: { some: { c: ["ja"] } } } }, { norm: { d: "met" } }] }, NEVER))]).toEqual(
      ["a", "b"],
    );
  });
});
