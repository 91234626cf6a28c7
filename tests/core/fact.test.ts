import { describe, expect, test } from "vitest";
import { truthOf, type Truth } from "../../src/core/fact.ts";
import type { FactSource } from "../../src/core/formats.ts";
import { choice, flowOf, answers } from "../tiny.ts";
import { raised, walk } from "../../src/core/walk.ts";

type Entries = readonly Readonly<Record<string, string>>[] | undefined;
const items = (list: string, entries: Entries) => entries?.map((value, i) => ({ id: `${list}-${String(i + 1)}`, value }));
const sees = (a: Entries, b: Entries, dates: Readonly<Record<string, string>> = {}) => ({
  items: (q: string) => (q === "a" ? items("a", a) : items("b", b)),
  value: (q: string) => dates[q],
  happened: () => "dag",
});
const [COVERED, ONE_SIDED]: readonly FactSource[] = [
  { id: "x", is: "covered", list: "a", by: "b", field: "wie" },
  { id: "x", is: "one-sided", list: "b", field: "wie" },
] as const;
const WITHIN: FactSource = { id: "x", is: "within", from: "van", to: "tot", days: 14 };
const BEFORE: FactSource = { id: "x", is: "before", from: "van", to: "tot" };

describe("covered, one-sided", () => {
  test.each<[FactSource | undefined, string, Entries, Entries, Truth]>([
    [COVERED, "each is named", [{}, {}], [{ wie: "a-2" }, { wie: "a-1" }], "ja"],
    [COVERED, "one is not", [{}, {}], [{ wie: "a-2" }, { wie: "a-2" }], "nee"],
    [COVERED, "there is none to name", [], [], "ja"],
    [COVERED, "the list is open", undefined, [], "onbekend"],
    [
      { ...COVERED, where: { soort: ["mens"] } },
      "those that are meant are named",
      [{ soort: "ding" }, { soort: "mens" }],
      [{ wie: "a-2" }],
      "ja",
    ],
    [
      { ...COVERED, where: { soort: ["mens"] } },
      "one that is meant is not",
      [{ soort: "ding" }, { soort: "mens" }],
      [{ wie: "a-1" }],
      "nee",
    ],
    [{ ...COVERED, where: { soort: ["mens"] } }, "a field that it lacks", [{}], [], "ja"],
    [COVERED, "the naming list is open", [{}], undefined, "onbekend"],
    [ONE_SIDED, "all name the same", [], [{ wie: "a-1" }, { wie: "a-1" }], "ja"],
    [ONE_SIDED, "two are named", [], [{ wie: "a-1" }, { wie: "a-2" }], "nee"],
    [ONE_SIDED, "one entry is no side", [], [{ wie: "a-1" }], "nee"],
    [ONE_SIDED, "somebody is not named", [], [{ wie: "a-1" }, {}], "onbekend"],
    [ONE_SIDED, "the list is open", [], undefined, "onbekend"],
  ])("%j: %s", (fact, _, a, b, expected) => {
    expect(fact && truthOf(fact, sees(a, b))).toBe(expected);
  });
});

test.each<[FactSource, string | undefined, string | undefined, Truth]>([
  [WITHIN, "2026-03-20", "2026-04-03", "ja"],
  [WITHIN, "2026-03-20", "2026-04-04", "nee"],
  [WITHIN, "2026-03-20", undefined, "onbekend"],
  [BEFORE, "2026-03-20", "2026-03-21", "ja"],
  [BEFORE, "2026-03-20", "2026-03-20", "nee"],
  [BEFORE, undefined, "2026-03-20", "onbekend"],
])("%j from %s to %s", (fact, van = "", tot = "", expected) => {
  const dates = Object.fromEntries(Object.entries({ van, tot }).filter(([, date]) => date !== ""));
  expect(truthOf(fact, sees([], [], dates))).toBe(expected);
});

test("a check sees facts of answers on the path only, and of fields that apply", () => {
  const flow = flowOf(
    [
      choice("a"),
      {
        id: "b",
        kind: "list",
        text: "b",
        item: "b",
        fields: [
          {
            id: "soort",
            kind: "choice",
            text: "soort",
            options: [
              { id: "mens", text: "Mens" },
              { id: "ding", text: "Ding" },
            ],
          },
          {
            id: "wie",
            kind: "choice",
            text: "wie",
            options: [
              { id: "x", text: "X" },
              { id: "y", text: "Y" },
            ],
            when: { soort: ["mens"] },
          },
        ],
        when: { a: ["ja"] },
      },
    ],
    {
      facts: [{ id: "scheef", is: "one-sided", list: "b", field: "wie" }],
      checks: [{ id: "een-kant", when: { fact: { scheef: "ja" } }, text: "x", why: "x", question: "b", sources: [] }],
    },
  );
  const of = (a: string, ...b: Readonly<Record<string, string>>[]): readonly string[] =>
    raised(flow, walk(flow, answers({ a, b }))).map(({ id }) => id);
  const [x, y, none] = [
    { soort: "mens", wie: "x" },
    { soort: "mens", wie: "y" },
    { soort: "ding", wie: "x" },
  ] as const;
  expect([of("ja", x, x), of("ja", x, y), of("nee", x, x), of("ja", x, none)]).toEqual([["een-kant"], [], [], []]);
});
