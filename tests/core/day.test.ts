import { expect, test } from "vitest";
import { day, isAbout, weekdayDate, withoutWeekday } from "../../src/core/day.ts";

test.each([
  ["2026-11-21", "2026-11-21"],
  [" 21-11-2026 ", "2026-11-21"],
  ["1-2-2026", "2026-02-01"],
  ["21/11/2026", "2026-11-21"],
  ["21.11.2026", "2026-11-21"],
  ["21-11", "2025-11-21"],
  ["20-11", "2026-11-20"],
  ["10-1", "2026-01-10"],
  ["3-11", "2026-11-03"],
  ["vandaag", "2026-11-20"],
  ["Gisteren", "2026-11-19"],
  ["29-2-2026", undefined],
  ["2026-02-30", undefined],
  ["29-2", "2024-02-29"],
  ["31-4", undefined],
  ["morgen", "2026-11-21"],
  ["eergisteren", "2026-11-18"],
  ["3 mei", "2026-05-03"],
  ["3 mei 2025", "2025-05-03"],
  ["12 dec.", "2025-12-12"],
  ["1  Mrt", "2026-03-01"],
  ["31 juni", undefined],
  ["3 maa", "2026-03-03"],
  ["3 foo", undefined],
  ["3 dagen geleden", "2026-11-17"],
  ["een week geleden", "2026-11-13"],
  ["één week geleden", "2026-11-13"],
  ["over twee weken", "2026-12-04"],
  ["over 1 dag", "2026-11-21"],
  ["2 weken", undefined],
  ["over 2 weken geleden", undefined],
  // 20 november 2026 is a Friday.
  ["dinsdag", "2026-11-17"],
  ["vrijdag", "2026-11-13"],
  ["afgelopen dinsdag", "2026-11-17"],
  ["vorige week dinsdag", "2026-11-10"],
  ["vorige week zondag", "2026-11-15"],
  ["volgende week dinsdag", "2026-11-24"],
  ["komende dinsdag", "2026-11-24"],
  ["komende vrijdag", "2026-11-27"],
  // A date may have its weekday before it, if it is the right one.
  ["zondag 15 november", "2026-11-15"],
  ["Zondag 15 november 2026", "2026-11-15"],
  ["zo 15-11-2026", "2026-11-15"],
  ["zo. 15-11", "2026-11-15"],
  ["maandag 15 november", undefined],
  ["zondag 31 juni", undefined],
  ["ooit", undefined],
  ["constructor", undefined],
  ["ongeveer 3 mei", undefined],
  ["21-11-26", undefined],
  ["1-1-0000", undefined],
  ["", undefined],
])("on 20 november 2026 %j means %j", (text, meant) => {
  expect(day(text, "2026-11-20")).toBe(meant);
});

test.each([
  ["21-12", "2027-01-05", "2026-12-21"],
  ["gisteren", "2026-03-01", "2026-02-28"],
  ["gisteren", "2024-03-01", "2024-02-29"],
  ["gisteren", "2026-01-01", "2025-12-31"],
  ["gisteren", "2026-03-30", "2026-03-29"],
  ["29-2", "2024-06-01", "2024-02-29"],
])("%j on %s", (text, today, meant) => {
  expect(day(text, today)).toBe(meant);
});

test("of a date with another weekday it is said which day that is", () => {
  expect(
    ["maandag 15 november", "zondag 15 november", "15 november", "ma 31-6", "maandag"].map((text) => withoutWeekday(text, "2026-11-20")),
  ).toEqual(["2026-11-15", "2026-11-15", undefined, undefined, undefined]);
});

test("the weekday", () => {
  expect(weekdayDate("2026-11-21")).toBe("zaterdag 21 november 2026");
  expect(weekdayDate("2024-02-29")).toBe("donderdag 29 februari 2024");
});

test("a day that is still to come", () => {
  expect(["21-11", "20 november", "10-1", "29-2"].map((text) => day(text, "2026-11-20", true))).toEqual([
    "2026-11-21",
    "2026-11-20",
    "2027-01-10",
    "2028-02-29",
  ]);

  expect([day("dinsdag", "2026-11-20", true), day("vrijdag", "2026-11-20", true)]).toEqual(["2026-11-24", "2026-11-27"]);
});

test.each([
  ["ongeveer 3 mei", true],
  ["begin mei", true],
  ["in de zomer", true],
  ["tussen 3 en 5 mei", true],
  ["3-5 mei", true],
  ["maart", true],
  ["Maart  2026", true],
  ["vorige maand", true],
  ["deze week", true],
  ["afgelopen zomer", true],
  ["2025", true],
  ["onzin", false],
  ["vorige week dinsdag", false],
  ["3 mei", false],
  ["21-11-2026", false],
  ["2026-11-21", false],
])("%j is a period: %j", (text, about) => {
  expect(isAbout(text)).toBe(about);
});
