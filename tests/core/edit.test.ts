import { expect, test } from "vitest";
import { edit, rowOf, type Draft, type Key } from "../../src/core/edit.ts";

/** A draft with | for the cursor. */
const at = (marked: string): Draft => ({ text: marked.replace("|", ""), cursor: marked.indexOf("|") });
const shown = ({ text, cursor }: Draft): string => `${text.slice(0, cursor)}|${text.slice(cursor)}`;
const type = (text: string): Key => ({ name: "text", text });
const paste = (text: string): Key => ({ name: "paste", text });

const rows: readonly (readonly [string, Key, string])[] = [
  ["a|c", type("b"), "ab|c"],
  ["|", paste("een\r\ntwee\rdrie\n"), "een\ntwee\ndrie\n|"],
  ["a|b", { name: "enter" }, "a\n|b"],
  ["a|b", { name: "newline" }, "a\n|b"],
  ["ab|", { name: "left" }, "a|b"],
  ["|ab", { name: "left" }, "|ab"],
  ["a|b", { name: "right" }, "ab|"],
  ["ab|", { name: "right" }, "ab|"],
  ["u\u0308|x", { name: "left" }, "|u\u0308x"],
  ["|u\u0308x", { name: "right" }, "u\u0308|x"],
  ["x👨\u200D👩\u200D👧|", { name: "backspace" }, "x|"],
  ["x|👍y", { name: "delete" }, "x|y"],
  ["ü|", { name: "backspace" }, "|"],
  ["a\n|b", { name: "backspace" }, "a|b"],
  ["a|\nb", { name: "delete" }, "a|b"],
  ["|a", { name: "backspace" }, "|a"],
  ["a|", { name: "delete" }, "a|"],
  ["een\ntw|ee", { name: "home" }, "een\n|twee"],
  ["een\ntw|ee", { name: "end" }, "een\ntwee|"],
  ["|een\ntwee", { name: "end" }, "een|\ntwee"],
  ["een\ntw|ee", { name: "up" }, "ee|n\ntwee"],
  ["een\ntwee|", { name: "up" }, "een|\ntwee"],
  ["ee|n\ntwee", { name: "up" }, "|een\ntwee"],
  ["ee|n\ntwee", { name: "down" }, "een\ntw|ee"],
  ["een\ntw|ee", { name: "down" }, "een\ntwee|"],
  ["een\n\nd|rie", { name: "up" }, "een\n|\ndrie"],
  ["een twee|", { name: "kill-word" }, "een |"],
  ["een twee  |", { name: "kill-word" }, "een |"],
  ["een\n|twee", { name: "kill-word" }, "|twee"],
  ["een\ntw|ee", { name: "kill-left" }, "een\n|ee"],
  ["een\ntw|ee\nx", { name: "kill-right" }, "een\ntw|\nx"],
  ["een|\ntwee", { name: "kill-right" }, "een|twee"],
  ["een twee|", { name: "word-left" }, "een |twee"],
  ["|een twee", { name: "word-right" }, "een| twee"],
  ["a|", { name: "tab" }, "a|"],
  ["a|", { name: "escape" }, "a|"],
];
test.each(rows)("%j and %j", (before, key, after) => {
  expect(shown(edit(at(before), key))).toBe(after);
});

const single = { single: true, rows: () => [] };
test.each([
  ["a|", paste("b\r\nc\n\nd\n"), "ab c d|"],
  ["a|", { name: "enter" }, "a|"],
  ["a|", type("é"), "aé|"],
] as const)("one line: %j and %j", (before, key, after) => {
  expect(shown(edit(at(before), key, single))).toBe(after);
});

test("up and down follow the rows that are shown", () => {
  const broken = {
    single: false,
    rows: () => [
      { start: 0, end: 4 },
      { start: 4, end: 8 },
      { start: 8, end: 10 },
    ],
  };
  expect(shown(edit(at("een twe|e x"), { name: "up" }, broken))).toBe("een| twee x");
  expect(shown(edit(at("een| twee x"), { name: "down" }, broken))).toBe("een twe|e x");
  expect(rowOf(broken.rows(), 4)).toBe(1);
});

test("4,000 characters in 50 lines are in at once", () => {
  const text = Array.from({ length: 50 }, (_, i) => `${String(i)}${"ü".repeat(78)}`).join("\n");
  const start = performance.now();
  expect(edit(at("|"), paste(text)).text).toBe(text);
  expect(performance.now() - start).toBeLessThan(50);
});
