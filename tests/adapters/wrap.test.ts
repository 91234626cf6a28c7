import fc from "fast-check";
import { expect, test } from "vitest";
import { around, cells, fit, flow, rows, typed, wrap } from "../../src/adapters/prompts/wrap.ts";
import { visible } from "../../src/core/visible.ts";

test.each<readonly [string, number, readonly string[]]>([
  ["een twee drie", 20, ["een twee drie"]],
  ["een twee drie", 9, ["een twee", "drie"]],
  ["een twee drie", 8, ["een twee", "drie"]],
  ["een\n\ntwee", 10, ["een", "", "twee"]],
  ["onwaarschijnlijk", 8, ["onwaarsc", "hijnlijk"]],
  ["日本語日本語", 8, ["日本語日", "本語"]],
  ["\x1b[2J", 20, ["\\u{1b}[2J"]],
  ["", 10, [""]],
])("wrap %j at %d", (text, width, lines) => {
  expect(wrap(text, width)).toEqual(lines);
});

test("a hanging indent", () => {
  expect(wrap("een twee drie", 12, "1 ", "  ")).toEqual(["1 een twee", "  drie"]);
});

test("rows never exceed their width, and nothing is lost", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 120 }), fc.integer({ min: 12, max: 60 }), (text, width) => {
      for (const row of wrap(text, width)) expect(cells(row)).toBeLessThanOrEqual(width);
      expect(
        rows(text, width)
          .map(({ start, end }) => text.slice(start, end))
          .join(""),
      ).toBe(text.replaceAll("\n", ""));
    }),
  );
});

test("the cursor stands where its text ends", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 80 }), fc.integer({ min: 12, max: 40 }), (text, width) => {
      const { rows: all, row, at } = typed(text, text.length, width);
      expect(row).toBe(all.length - 1);
      expect(at).toBe(all[row]?.length);
    }),
  );
});

test("fit shortens to the width", () => {
  expect(fit("een\n twee", 20)).toBe("een twee");
  expect(fit("een twee drie", 8)).toBe("een twe…");
  expect(fit("日本語日本語", 6)).toBe("日本…");
  expect(visible(fit("a\x1bb", 20))).toBe("a\\u{1b}b");
});

test("flow keeps pieces whole", () => {
  expect(flow(["Enter bevestigt", "? uitleg", "Esc terug"], 30)).toEqual(["Enter bevestigt · ? uitleg", "Esc terug"]);
});

test("around shows the rows near the cursor", () => {
  const all = Array.from({ length: 20 }, (_, i) => String(i));
  const more = (n: number, where: string): string => `${where} ${String(n)}`;
  expect(around(all, 0, 5, more)).toEqual({ rows: ["0", "1", "2", "below 17"], focus: 0 });
  expect(around(all, 10, 5, more)).toEqual({ rows: ["above 9", "9", "10", "11", "below 8"], focus: 2 });
  expect(around(all, 19, 5, more)).toEqual({ rows: ["above 17", "17", "18", "19"], focus: 3 });
});

test("a wide sign after the last space may need one more cut", () => {
  for (const row of wrap(" !\u{10000}\u{10000}!!\u{10000}\u{11099}\u{110ba}", 12)) expect(cells(row)).toBeLessThanOrEqual(12);
});
