import { expect, test } from "vitest";
import { day, weekdayDate } from "../../src/core/day.ts";

test.each([
  ["2026-11-21", "2026-11-21"],
  [" 21-11-2026 ", "2026-11-21"],
  ["1-2-2026", "2026-02-01"],
  ["21/11/2026", "2026-11-21"],
  ["21.11.2026", "2026-11-21"],
  ["21-11", "2026-11-21"],
  ["10-1", "2027-01-10"],
  ["3-11", "2026-11-03"],
  ["vandaag", "2026-11-20"],
  ["Gisteren", "2026-11-19"],
  ["29-2-2026", undefined],
  ["2026-02-30", undefined],
  ["29-2", undefined],
  ["31-4", undefined],
  ["morgen", undefined],
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

test("the weekday", () => {
  expect(weekdayDate("2026-11-21")).toBe("zaterdag 21 november 2026");
  expect(weekdayDate("2024-02-29")).toBe("donderdag 29 februari 2024");
});
