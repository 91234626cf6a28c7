/** Which days wait in a case, and until when: what the definition says of its dates. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dues, type Due } from "../../src/core/agenda.ts";
import { fold, type Case } from "../../src/core/case.ts";
import { dayFrom } from "../../src/core/date.ts";
import { agendaOf } from "../../src/core/due.ts";
import type { NewEvent } from "../../src/core/event.ts";
import type { Edition, FieldSource, QuestionSource } from "../../src/core/formats.ts";
import { glance } from "../../src/core/glance.ts";
import type { Value } from "../../src/core/value.ts";
import { begun, choice, tiny } from "../tiny.ts";

const DAY = "2026-11-20";
/** A date that must not be forgotten. */
const date = (id: string, more: Partial<QuestionSource> = {}): QuestionSource => ({
  id,
  kind: "date",
  text: id,
  required: false,
  agenda: id,
  ...more,
});
const field = (id: string, more: Partial<FieldSource> = {}): FieldSource => ({ id, kind: "date", text: id, required: false, ...more });
const tasks = (...fields: readonly FieldSource[]): QuestionSource => ({
  id: "taken",
  kind: "list",
  text: "taken",
  item: "taak",
  fields: [...fields],
});

/** What was written down, on which day: yyyy-mm-dd or a moment. */
type Line = readonly [at: string, event: NewEvent];
const on = (at: string, event: NewEvent): Line => [at, event];
const answer = (q: string, value: Value | null, ch = 1): NewEvent => ({ type: "answered", ch, body: { q, value } });
const add = (item: string, value: Record<string, Value>): NewEvent => ({ type: "added", ch: 1, body: { q: "taken", item, value } });
const close: NewEvent = { type: "closed", ch: 1, body: { q: "taken" } };
const chapter = (ch: number, edition: Edition): NewEvent => ({ ...begun(edition)[1], ch }) as NewEvent;

function caseOf(edition: Edition, ...lines: readonly Line[]): Case {
  const all: readonly Line[] = [...begun(edition).map((event) => on("2026-11-01", event)), ...lines];
  return fold(all.map(([at, event], i) => ({ ...event, n: i + 1, at: at.length === 10 ? `${at}T10:00:00+01:00` : at, hash: String(i) })));
}
const days = (state: Case): readonly string[] => dues(state).map((due) => due.date);
/** A chapter of one date; behind it a question that ends the waiting, in the way that is given. */
const reminded = (how: "done" | "checked"): Edition =>
  tiny([date("terug", { reminder: { kind: "terugkijken", [how]: ["besluit"] } }), choice("besluit", { required: false })]);
const follow = tiny([choice("besluit", { required: false })], { id: "vervolg" });

describe("a date waits", () => {
  test.each<[string, Edition, readonly Line[], readonly Partial<Due>[]]>([
    ["when it has agenda", tiny([date("a")]), [on(DAY, answer("a", DAY))], [{ date: DAY, kind: "afspraak", key: "1.a", revision: 0 }]],
    ["not when it has none", tiny([date("a", { agenda: undefined } as never)]), [on(DAY, answer("a", DAY))], []],
    ["not when it was skipped", tiny([date("a")]), [on(DAY, answer("a", null))], []],
    ["not while it is open", tiny([date("a")]), [], []],
    [
      "as the kind of its reminder",
      tiny([date("a", { reminder: { kind: "gesprek" } })]),
      [on(DAY, answer("a", DAY))],
      [{ kind: "gesprek" }],
    ],
    [
      "not when it is parked",
      tiny([choice("q"), date("a", { when: { q: ["ja"] } })]),
      [on(DAY, answer("q", "ja")), on(DAY, answer("a", DAY)), on(DAY, answer("q", "nee"))],
      [],
    ],
    [
      "again when it is on the path again",
      tiny([choice("q"), date("a", { when: { q: ["ja"] } })]),
      ["ja", "nee", "ja"].map((value) => on(DAY, answer("q", value))).toSpliced(1, 0, on(DAY, answer("a", DAY))),
      [{ date: DAY }],
    ],
    [
      "as it was corrected, under the same name",
      tiny([date("a")]),
      [on(DAY, answer("a", DAY)), on(DAY, answer("a", "2026-12-01"))],
      [{ date: "2026-12-01", key: "1.a", revision: 1 }],
    ],
    [
      "in each entry of a list, closed or not",
      tiny([tasks(field("op", { agenda: "klaar", reminder: { kind: "afspraak" } }), field("gezien"))]),
      [on(DAY, add("taken-1", { op: DAY, gezien: DAY })), on(DAY, add("taken-2", { op: "2026-12-01" })), on(DAY, add("taken-3", {}))],
      [
        { date: DAY, key: "1.taken-1.op" },
        { date: "2026-12-01", key: "1.taken-2.op" },
      ],
    ],
    [
      "not in an entry that was taken away",
      tiny([tasks(field("op", { agenda: "klaar" }))]),
      [
        on(DAY, add("taken-1", { op: DAY })),
        on(DAY, close),
        on(DAY, { type: "removed", ch: 1, body: { q: "taken", item: "taken-1", reason: "dubbel" } }),
      ],
      [],
    ],
    [
      "not in a field that does not apply",
      tiny([
        tasks({ id: "soort", kind: "line", text: "soort" }, field("op", { agenda: "klaar", when: { asked: "gezien" } }), field("gezien")),
      ]),
      [on(DAY, add("taken-1", { soort: "x", op: DAY }))],
      [],
    ],
  ])("%s", (_, edition, lines, expected) => {
    expect(dues(caseOf(edition, ...lines))).toMatchObject(expected);
    expect(dues(caseOf(edition, ...lines))).toHaveLength(expected.length);
  });

  test("not again in a later chapter that takes it over", () => {
    const later = tiny([choice("q")], { id: "vervolg", uses: ["a"], given: [date("a")] });
    expect(days(caseOf(tiny([date("a")]), on(DAY, answer("a", DAY)), on(DAY, chapter(2, later)), on(DAY, answer("a", DAY, 2))))).toEqual([
      DAY,
    ]);
  });
});

describe("its waiting ends", () => {
  const [early, that, late] = ["2026-11-19", DAY, "2026-11-21"];
  test.each<[string, "done" | "checked", readonly Line[], boolean]>([
    ["nothing was answered", "done", [], true],
    ["answered before that day", "done", [on(early, answer("besluit", "ja"))], false],
    ["answered on that day", "done", [on(that, answer("besluit", "ja"))], false],
    ["skipped", "done", [on(late, answer("besluit", null))], true],
    ["a later chapter only begun", "done", [on(late, chapter(2, follow))], true],
    ["answered in a later chapter", "done", [on(early, chapter(2, follow)), on(early, answer("besluit", "nee", 2))], false],
    ["answered before that day", "checked", [on(early, answer("besluit", "ja"))], true],
    ["answered on that day", "checked", [on(that, answer("besluit", "ja"))], false],
    ["answered after that day", "checked", [on(late, answer("besluit", "ja"))], false],
    ["answered again after that day", "checked", [on(early, answer("besluit", "ja")), on(late, answer("besluit", "nee"))], false],
    [
      "answered in a later chapter before that day",
      "checked",
      [on(early, chapter(2, follow)), on(early, answer("besluit", "ja", 2))],
      true,
    ],
    ["answered in a later chapter after that day", "checked", [on(early, chapter(2, follow)), on(late, answer("besluit", "ja", 2))], false],
    ["half past midnight of that day, written elsewhere", "checked", [on("2026-11-19T23:30:00Z", answer("besluit", "ja"))], false],
    ["an hour earlier", "checked", [on("2026-11-19T22:30:00Z", answer("besluit", "ja"))], true],
  ])("%s (%s)", (_, how, lines, waits) => {
    expect(days(caseOf(reminded(how), on("2026-11-01", answer("terug", DAY)), ...lines))).toEqual(waits ? [DAY] : []);
  });

  test("never by an answer that stands before it in its own chapter, but in a later one anywhere", () => {
    const edition = tiny([choice("besluit"), date("terug", { reminder: { kind: "terugkijken", done: ["besluit"] } })]);
    const first = [on(DAY, answer("besluit", "ja")), on(DAY, answer("terug", DAY))];
    expect(days(caseOf(edition, ...first))).toEqual([DAY]);
    expect(days(caseOf(edition, ...first, on(DAY, chapter(2, edition)), on(DAY, answer("besluit", "ja", 2))))).toEqual([]);
  });

  test("never by an answer in an earlier chapter, or one that is parked", () => {
    const parked = tiny([choice("q"), choice("besluit", { when: { q: ["ja"] }, required: false })], { id: "vervolg" });
    const last = tiny([date("terug", { reminder: { kind: "terugkijken", done: ["besluit"] } })], { id: "laatste" });
    const lines = [
      on(DAY, answer("besluit", "ja")),
      on(DAY, chapter(2, last)),
      on(DAY, answer("terug", DAY, 2)),
      on(DAY, chapter(3, parked)),
      on(DAY, answer("q", "ja", 3)),
      on(DAY, answer("besluit", "ja", 3)),
    ];
    expect(days(caseOf(tiny([choice("besluit")]), ...lines.slice(0, 3)))).toEqual([DAY]);
    expect(days(caseOf(tiny([choice("besluit")]), ...lines))).toEqual([]);
    expect(days(caseOf(tiny([choice("besluit")]), ...lines, on(DAY, answer("q", "nee", 3))))).toEqual([DAY]);
  });
});

describe("a term is counted from a date", () => {
  const flow = (deadline: object): Edition =>
    tiny([choice("q"), date("gemeld", { agenda: undefined } as never), choice("besluit", { required: false })], {
      deadlines: [{ id: "termijn", from: "gemeld", kind: "navragen", sources: [], ...deadline }] as never,
    });
  const told = [on(DAY, answer("q", "ja")), on(DAY, answer("gemeld", "2026-11-18"))];
  test.each<[string, object, readonly Line[], readonly Partial<Due>[]]>([
    [
      "working days",
      { workdays: 5 },
      told,
      [{ date: "2026-11-25", kind: "navragen", key: "1.termijn.gemeld", term: { count: 5, unit: "workdays" } }],
    ],
    ["weeks", { weeks: 10 }, told, [{ date: "2027-01-27", term: { count: 10, unit: "weeks" } }]],
    ["no date yet", { workdays: 5 }, told.slice(0, 1), []],
    ["its condition holds", { workdays: 5, when: { q: ["ja"] } }, told, [{ date: "2026-11-25" }]],
    ["its condition does not hold", { workdays: 5, when: { q: ["nee"] } }, told, []],
    ["it is over", { workdays: 5, done: ["besluit"] }, [...told, on(DAY, answer("besluit", "ja"))], []],
    [
      "looked at before that day",
      { workdays: 5, checked: ["besluit"] },
      [...told, on(DAY, answer("besluit", "ja"))],
      [{ date: "2026-11-25" }],
    ],
    ["the date was corrected", { workdays: 5 }, [...told, on(DAY, answer("gemeld", "2026-11-19"))], [{ date: "2026-11-26", revision: 1 }]],
    ["the last day there is", { workdays: 5 }, [...told, on(DAY, answer("gemeld", "9999-12-31"))], []],
  ])("%s", (_, deadline, lines, expected) => {
    const found = dues(caseOf(flow(deadline), ...lines));
    expect(found).toMatchObject(expected);
    expect(found).toHaveLength(expected.length);
  });
});

describe("the agenda", () => {
  const state = caseOf(tiny([date("a"), date("b")]), on(DAY, answer("a", "2026-12-24")), on(DAY, answer("b", "2026-11-19")));
  const done: NewEvent = { type: "finished", ch: 1, body: { outcome: "klaar", norms: {} } };

  test("overdue first, then what comes, with the days between", () => {
    expect(agendaOf([glance(state)], "2026-11-21", 8).map(({ date, late }) => [date, late])).toEqual([
      ["2026-11-19", 2],
      ["2026-12-24", -33],
    ]);
  });

  test("summer time takes no day away and adds none", () => {
    const spring = caseOf(tiny([date("a")]), on(DAY, answer("a", "2026-03-30")));
    const autumn = caseOf(tiny([date("a")]), on(DAY, answer("a", "2026-10-26")));
    expect(agendaOf([glance(spring)], "2026-03-28", 8)[0]?.late).toBe(-2);
    expect(agendaOf([glance(autumn)], "2026-10-24", 8)[0]?.late).toBe(-2);
  });

  test("once it is finished, the day until which it is kept here", () => {
    const finished = caseOf(tiny([choice("q")]), on("2026-11-21T23:30:00Z", answer("q", "ja")), on("2026-11-21T23:30:00Z", done));
    expect(agendaOf([glance(finished)], "2026-11-22", 8)).toMatchObject([{ date: "2027-01-17", kind: "bewaren" }]);
    const own = caseOf(tiny([choice("q")], { apart: true, private: true }), on(DAY, answer("q", "ja")), on(DAY, done));
    expect(agendaOf([glance(own)], DAY, 8)).toMatchObject([{ date: DAY, kind: "bewaren" }]);
  });

  test("each date of each case is there exactly once, in order, whatever day it is", () => {
    const day = fc.integer({ min: -900, max: 900 }).map((days) => dayFrom(DAY, days));
    fc.assert(
      fc.property(fc.array(fc.array(day, { minLength: 1, maxLength: 4 }), { maxLength: 5 }), day, (cases, today) => {
        const all = cases.map((dates) =>
          caseOf(tiny(dates.map((_, i) => date(`d${String(i)}`))), ...dates.map((one, i) => on(DAY, answer(`d${String(i)}`, one)))),
        );
        const rows = agendaOf(all.map(glance), today, 8);
        expect(rows.filter(({ kind }) => kind !== "bewaren").map(({ date: one }) => one)).toEqual(cases.flat().sort());
        expect(rows.map(({ late }) => late > 0)).toEqual(rows.map(({ date: one }) => one < today));
      }),
    );
  });
});
