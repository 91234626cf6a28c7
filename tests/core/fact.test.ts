import { describe, expect, test } from "vitest";
import { truthOf, type Truth } from "../../src/core/fact.ts";
import type { FactSource } from "../../src/core/formats.ts";
import { choice, flowOf, answers } from "../tiny.ts";
import { raised, walk } from "../../src/core/walk.ts";

type Entries = readonly Readonly<Record<string, string>>[] | undefined;
const items = (list: string, entries: Entries) => entries?.map((value, i) => ({ id: `${list}-${String(i + 1)}`, value }));
const sees = (a: Entries, b: Entries, dates: Readonly<Record<string, string>> = {}, written: Readonly<Record<string, string>> = {}) => ({
  items: (q: string) => (q === "a" ? items("a", a) : q === "b" ? items("b", b) : undefined),
  value: (q: string) => dates[q],
  happened: () => "dag",
  written: (id: string) => written[id],
});
const [COVERED, ONE_SIDED]: readonly FactSource[] = [
  { id: "x", is: "covered", list: "a", by: "b", field: "wie" },
  { id: "x", is: "one-sided", list: "b", field: "wie" },
] as const;
const CHOSEN: FactSource = { id: "x", is: "covered", of: "gekozen", by: "b", field: "gebied" };
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

test.each<[string, unknown, Entries, Truth]>([
  ["each option has its entry", ["geld", "wonen"], [{ gebied: "wonen" }, { gebied: "geld" }], "ja"],
  ["one has not", ["geld", "wonen"], [{ gebied: "geld" }, { gebied: "geld" }], "nee"],
  ["an entry beside them", ["geld"], [{ gebied: "wonen" }], "nee"],
  ["more entries than were chosen", ["geld"], [{ gebied: "wonen" }, { gebied: "geld" }], "ja"],
  ["no entry", ["geld"], [], "nee"],
  ["an entry that names none", ["geld"], [{}], "nee"],
  ["nothing chosen", [], [], "ja"],
  ["not answered", undefined, [], "onbekend"],
  ["the list is open", ["geld"], undefined, "onbekend"],
])("covered, of what was chosen: %s", (_, chosen, b, expected) => {
  expect(truthOf(CHOSEN, { ...sees([], b), value: (q: string) => (q === "gekozen" ? chosen : undefined) })).toBe(expected);
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

/** Entries of a and b by their fields; b names entries of a. */
describe("said, linked, first, steady", () => {
  const SAID: FactSource = { id: "x", is: "said", of: "van" };
  const SAID_IN: FactSource = { id: "x", is: "said", list: "a", field: "tekst" };
  const LINKED: FactSource = { id: "x", is: "linked", list: "b", field: "wie", whom: { soort: ["mens"] } };
  const FIRST: FactSource = {
    id: "x",
    is: "first",
    list: "a",
    where: { soort: ["mens"] },
    by: "b",
    field: "wie",
    whom: { soort: ["ding"] },
  };
  const STEADY: FactSource = { id: "x", is: "steady", dates: ["a", "b", "van"], days: 10 };
  const mens = { soort: "mens", dag: "2026-03-20" };
  const ding = { soort: "ding", dag: "2026-03-20" };

  test.each<[FactSource, string, Entries, Entries, Readonly<Record<string, string>>, Truth]>([
    [SAID, "three words", [], [], { van: "Zij sliep al." }, "ja"],
    [SAID, "two words", [], [], { van: "zie boven" }, "nee"],
    [SAID, "signs are no words", [], [], { van: "- - - ?" }, "nee"],
    [SAID, "absent", [], [], {}, "onbekend"],
    [SAID_IN, "each says something", [{ tekst: "Zij sliep al." }, {}], [], {}, "ja"],
    [SAID_IN, "one does not", [{ tekst: "Zij sliep al." }, { tekst: "nvt" }], [], {}, "nee"],
    [SAID_IN, "no entry has it", [{}], [], {}, "onbekend"],
    [SAID_IN, "there are no entries", [], [], {}, "ja"],
    [SAID_IN, "the list is open", undefined, [], {}, "onbekend"],
    [LINKED, "one is meant", [mens, ding], [{ wie: "a-2" }, { wie: "a-1" }], {}, "ja"],
    [LINKED, "none is meant", [mens, ding], [{ wie: "a-2" }], {}, "nee"],
    [LINKED, "nothing is named", [mens], [], {}, "nee"],
    [LINKED, "an entry that names nothing", [mens], [{}], {}, "nee"],
    [LINKED, "nothing to name", [], [{}], {}, "nee"],
    [LINKED, "the list is open", [mens], undefined, {}, "onbekend"],
    [FIRST, "on the same day", [mens, ding], [{ wie: "a-2", dag: "2026-03-20" }], {}, "ja"],
    [FIRST, "a day later", [{ ...mens, dag: "2026-03-21" }, ding], [{ wie: "a-2", dag: "2026-03-20" }], {}, "nee"],
    [FIRST, "never", [ding], [{ wie: "a-1", dag: "2026-03-20" }], {}, "nee"],
    [FIRST, "the other names somebody else", [mens, ding], [{ wie: "a-1", dag: "2026-03-19" }], {}, "onbekend"],
    [FIRST, "the other list is open", [mens], undefined, {}, "onbekend"],
    [STEADY, "never more than so many days", [mens], [{ dag: "2026-03-30" }], { van: "2026-04-09" }, "ja"],
    [STEADY, "a day more", [mens], [{ dag: "2026-03-30" }], { van: "2026-04-10" }, "nee"],
    [STEADY, "the order of the lists does not matter", [{ dag: "2026-04-09" }], [mens], { van: "2026-03-30" }, "ja"],
    [STEADY, "one day is no row", [mens], undefined, {}, "onbekend"],
  ])("%j: %s", (fact, _, a, b, dates, expected) => {
    expect(truthOf(fact, sees(a, b, dates))).toBe(expected);
  });

  test("within and before look at the latest day of a list", () => {
    const latest = sees([{ dag: "2026-03-20" }, { dag: "2026-04-03" }], [], { tot: "2026-04-03" });
    expect(truthOf({ id: "x", is: "within", from: "a", to: "tot", days: 0 }, latest)).toBe("ja");
    expect(truthOf({ id: "x", is: "before", from: "a", to: "tot" }, latest)).toBe("nee");
  });
});

describe("timely", () => {
  const IN_LIST: FactSource = { id: "x", is: "timely", list: "a", where: { soort: ["mens"] }, days: 14 };
  const DATES: FactSource = { id: "x", is: "timely", dates: ["a", "b", "van"], days: 14 };
  const mens = { soort: "mens", dag: "2026-03-20" };
  const ding = { soort: "ding", dag: "2026-03-20" };

  test.each<[FactSource, string, Entries, Readonly<Record<string, string>>, Truth]>([
    [IN_LIST, "the same day", [mens], { "a-1": "2026-03-20T09:00:00+01:00" }, "ja"],
    [IN_LIST, "so many days later", [mens], { "a-1": "2026-04-03T23:30:00+02:00" }, "ja"],
    [IN_LIST, "a day more", [mens], { "a-1": "2026-04-04T00:10:00+02:00" }, "nee"],
    [IN_LIST, "written down before it happened", [mens], { "a-1": "2026-03-01T09:00:00+01:00" }, "ja"],
    [IN_LIST, "one of two", [mens, mens], { "a-1": "2026-03-20", "a-2": "2026-09-01" }, "nee"],
    [IN_LIST, "one that is not meant", [mens, ding], { "a-1": "2026-03-20", "a-2": "2026-09-01" }, "ja"],
    [IN_LIST, "none is meant", [ding], { "a-1": "2026-09-01" }, "onbekend"],
    [IN_LIST, "no day", [{ soort: "mens" }], { "a-1": "2026-09-01" }, "onbekend"],
    [IN_LIST, "not known when it was written down", [mens], {}, "onbekend"],
    [IN_LIST, "a moment that is none", [mens], { "a-1": "" }, "onbekend"],
    [IN_LIST, "the list is open", undefined, { "a-1": "2026-09-01" }, "onbekend"],
    [DATES, "a date and a list in time", [mens], { "a-1": "2026-03-20", van: "2026-03-20" }, "ja"],
    [DATES, "the date is late", [mens], { "a-1": "2026-03-20", van: "2026-04-04" }, "nee"],
    [DATES, "an entry is late", [mens], { "a-1": "2026-04-04", van: "2026-03-20" }, "nee"],
    [DATES, "one list is open", undefined, { van: "2026-03-20" }, "ja"],
  ])("%j: %s", (fact, _, a, written, expected) => {
    expect(truthOf(fact, sees(a, [], { van: "2026-03-20" }, written))).toBe(expected);
  });
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
