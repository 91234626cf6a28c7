/** Working days and weeks, Dutch holidays, and the day it is in the Netherlands. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dutchDay } from "../../src/core/amsterdam.ts";
import { dayFrom, daysBetween } from "../../src/core/date.ts";
import { HOLIDAYS } from "../../src/core/holidays.ts";
import { isWorkday, weeksAfter, workdaysAfter } from "../../src/core/workday.ts";

/** Easter Sunday by the rule itself (Meeus): the package is not asked again. */
function easter(year: number): string {
  const [a, b, c] = [year % 19, Math.floor(year / 100), year % 100];
  const [d, e, f] = [Math.floor(b / 4), b % 4, Math.floor((b + 8) / 25)];
  const h = (19 * a + b - d - Math.floor((b - f + 1) / 3) + 15) % 30;
  const [i, k] = [Math.floor(c / 4), c % 4];
  const l = (32 + 2 * e + 2 * i - h - k) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const days = h + l - 7 * m + 114;
  return `${String(year)}-${String(Math.floor(days / 31)).padStart(2, "0")}-${String((days % 31) + 1).padStart(2, "0")}`;
}

describe("a working day", () => {
  test.each([
    ["2026-11-23", true, "Monday"],
    ["2026-11-21", false, "Saturday"],
    ["2026-11-22", false, "Sunday"],
    ["2026-01-01", false, "Nieuwjaarsdag"],
    ["2026-04-03", false, "Goede Vrijdag"],
    ["2026-04-06", false, "Tweede Paasdag"],
    ["2026-04-27", false, "Koningsdag"],
    ["2025-04-26", false, "Koningsdag on Saturday, as the 27th is a Sunday"],
    ["2025-04-28", true, "the day after that Sunday"],
    ["2026-05-05", false, "5 mei, in every year"],
    ["2027-05-05", false, "5 mei, in every year"],
    ["2026-05-14", false, "Hemelvaartsdag"],
    ["2026-05-15", true, "the Friday after it: equated by royal decree for some years only"],
    ["2026-05-25", false, "Tweede Pinksterdag"],
    ["2026-12-24", true, "the day before Christmas"],
    ["2026-12-25", false, "Eerste Kerstdag"],
    ["2028-12-26", false, "Tweede Kerstdag"],
    ["2026-12-31", true, "Oudejaarsdag"],
    ["2061-01-03", true, "a Monday of a year that the table does not hold"],
  ])("%s: %s (%s)", (date, is) => {
    expect(isWorkday(date)).toBe(is);
  });

  test("the table is article 3 of the Algemene termijnenwet, for each of its years", () => {
    for (const [year, days] of Object.entries(HOLIDAYS)) {
      const sunday = easter(Number(year));
      const king = new Date(`${year}-04-27T00:00:00Z`).getUTCDay() === 0 ? `${year}-04-26` : `${year}-04-27`;
      const fixed = ["01-01", "05-05", "12-25", "12-26"].map((day) => `${year}-${day}`);
      const all = [...fixed, king, ...[-2, 1, 39, 50].map((after) => dayFrom(sunday, after))];
      expect(days.split(" "), year).toEqual([...new Set(all)].map((day) => day.slice(5)).sort());
    }
    expect(Object.keys(HOLIDAYS)).toEqual(Array.from({ length: 41 }, (_, i) => String(2020 + i)));
  });
});

describe("terms", () => {
  test.each([
    ["2026-11-18", 5, "2026-11-25", "a Wednesday: the next one"],
    ["2026-11-20", 5, "2026-11-27", "a Friday"],
    ["2026-11-21", 5, "2026-11-27", "a Saturday: Monday is the first day"],
    ["2026-11-22", 5, "2026-11-27", "a Sunday"],
    ["2026-04-01", 5, "2026-04-10", "Goede Vrijdag and Tweede Paasdag in between"],
    ["2026-04-24", 5, "2026-05-04", "Koningsdag in between"],
    ["2026-05-04", 5, "2026-05-12", "5 mei in between"],
    ["2026-05-08", 5, "2026-05-18", "Hemelvaartsdag in between, the Friday after it counts"],
    ["2026-12-23", 5, "2026-12-31", "Christmas in between"],
    ["2026-12-29", 5, "2027-01-06", "New Year in between"],
    ["2026-03-27", 5, "2026-04-07", "summer time begins, and Easter"],
    ["2026-10-23", 5, "2026-10-30", "summer time ends"],
    ["2028-02-25", 1, "2028-02-28", "over a weekend in a leap year"],
    ["2028-02-28", 1, "2028-02-29", "onto a leap day"],
  ])("%s and %i working days: %s (%s)", (from, count, to) => {
    expect(workdaysAfter(from, count)).toBe(to);
  });

  test.each([
    ["2026-11-24", 10, "2027-02-02", "as many weeks"],
    ["2026-11-21", 10, "2027-02-01", "ends on a Saturday: Monday"],
    ["2026-02-23", 10, "2026-05-04", "over summer time"],
    ["2026-02-16", 10, "2026-04-28", "ends on Koningsdag, a Monday: Tuesday"],
    ["2026-01-23", 10, "2026-04-07", "ends on Goede Vrijdag: after Easter"],
    ["2026-10-16", 10, "2026-12-28", "ends on Christmas, a Friday: Monday"],
  ])("%s and %i weeks: %s (%s)", (from, weeks, to) => {
    expect(weeksAfter(from, weeks)).toBe(to);
  });

  const dates = fc.integer({ min: 0, max: 40 * 365 }).map((days) => dayFrom("2020-01-01", days));

  test("always a working day, with exactly as many working days up to it as were asked for", () => {
    fc.assert(
      fc.property(dates, fc.integer({ min: 1, max: 60 }), (from, count) => {
        const to = workdaysAfter(from, count);
        expect(isWorkday(to)).toBe(true);
        const between = Array.from({ length: daysBetween(from, to) }, (_, i) => dayFrom(from, i + 1));
        expect(between.filter(isWorkday)).toHaveLength(count);
      }),
    );
  });

  test("one term after another is the sum of both", () => {
    fc.assert(
      fc.property(dates, fc.integer({ min: 1, max: 30 }), fc.integer({ min: 1, max: 30 }), (from, a, b) => {
        expect(workdaysAfter(workdaysAfter(from, a), b)).toBe(workdaysAfter(from, a + b));
      }),
    );
  });

  test("weeks end on a working day, never earlier and at most five days later", () => {
    fc.assert(
      fc.property(dates, fc.integer({ min: 1, max: 104 }), (from, weeks) => {
        const to = weeksAfter(from, weeks);
        expect(isWorkday(to)).toBe(true);
        const late = daysBetween(dayFrom(from, 7 * weeks), to);
        expect(late).toBeGreaterThanOrEqual(0);
        expect(late).toBeLessThanOrEqual(5);
      }),
    );
  });
});

describe("which day it is in the Netherlands", () => {
  test.each([
    ["2026-11-21T23:30:00Z", "2026-11-22", "half an hour past midnight, in winter"],
    ["2026-11-21T22:30:00Z", "2026-11-21", "half an hour before it"],
    ["2026-07-01T22:30:00Z", "2026-07-02", "in summer an hour earlier"],
    ["2026-03-28T22:59:00Z", "2026-03-28", "the night in which summer time begins"],
    ["2026-03-28T23:00:00Z", "2026-03-29", "the night in which summer time begins"],
    ["2026-03-29T22:00:00Z", "2026-03-30", "the first summer evening"],
    ["2026-10-24T22:00:00Z", "2026-10-25", "the last summer evening"],
    ["2026-10-25T22:59:00Z", "2026-10-25", "summer time has ended"],
    ["2026-11-21T23:30:00+01:00", "2026-11-21", "written there"],
    ["2026-11-21T20:00:00-05:00", "2026-11-22", "written elsewhere"],
    ["2026-11-21", "2026-11-21", "a day"],
    ["", "", "nothing"],
  ])("%s: %s (%s)", (at, day) => {
    expect(dutchDay(at)).toBe(day);
  });
});
