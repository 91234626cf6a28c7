/** Small pure parts: dates, nearest names, conditions in words, the template. */
import { describe, expect, test } from "vitest";
import { normalise, ALWAYS } from "../../src/core/condition.ts";
import { isDate, longDate, longMoment } from "../../src/core/date.ts";
import { nearest } from "../../src/core/near.ts";
import { template } from "../../src/core/template.ts";
import { inWords } from "../../src/core/words.ts";
import { parseYaml } from "../../src/adapters/yaml.ts";
import { flow } from "../shipped.ts";

test.each([
  ["2026-11-21", true],
  ["2026-02-29", false],
  ["2024-02-29", true],
  ["1900-02-29", false],
  ["2000-02-29", true],
  ["2026-11-31", false],
  ["2026-13-01", false],
  ["2026-00-10", false],
  ["0000-01-01", false],
  ["2026-1-1", false],
  ["21-11-2026", false],
  ["", false],
])("%s is a day that exists: %s", (text, expected) => {
  expect(isDate(text)).toBe(expected);
});

test("days and moments in words", () => {
  expect([longDate("2026-11-03"), longMoment("2026-11-21T09:05:00+01:00"), longDate("vorige week")]).toEqual([
    "3 november 2026",
    "21 november 2026, 09.05 uur",
    "vorige week",
  ]);
});

test.each([
  ["acut", "acuut"],
  ["Vermoedem", "vermoeden"],
  ["besluit-meldne", "besluit-melden"],
  ["volstrekt-anders", undefined],
  ["nne", "nee"],
  ["ne", "nee"],
  // The opposite of what was meant.
  ["yes", undefined],
])("nearest to %s is %s", (wrong, right) => {
  expect(nearest(wrong, ["acuut", "vermoeden", "besluit-melden", "ja", "nee"])).toBe(right);
});

test("a condition in words", () => {
  const words = inWords(
    normalise({ all: [{ any: [{ a: ["ja", "twijfel"] }, { norm: { "meldnorm-1": "met" } }] }, { n: { gte: 3 } }] }, ALWAYS),
  );
  expect(words).toBe("(‘a’ is ja of twijfel of meldnorm-1 van toepassing is) en ‘n’ is minstens 3");
});

describe("the template", () => {
  const text = template(flow);
  test("is a valid answers file that answers nothing", () => {
    expect(parseYaml(text)).toMatchObject({ data: {} });
  });
  test("names every question that can be answered, and is valid YAML once the marks are taken away", () => {
    const keys = [...flow.questions.values()].filter(({ kind }) => kind !== "notice").map(({ id }) => id);
    const parsed = parseYaml(text.replace(/^#(?!#)/gm, ""));
    expect("data" in parsed ? Object.keys(parsed.data as object) : parsed).toEqual([...keys, "zorgvuldigheid"]);
  });
});
