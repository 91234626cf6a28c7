import { expect, test } from "vitest";
import { visible, visibleAt } from "../../src/core/visible.ts";

test.each([
  ["gewone tekst", "Jörg zei: “nee” – één keer 👍", "Jörg zei: “nee” – één keer 👍"],
  ["line feed stays", "a\nb", "a\nb"],
  ["tab", "a\tb", "a b"],
  ["escape", "\x1b[31mrood", "\\u{1b}[31mrood"],
  ["carriage return", "goed\rfout", "goed\\u{d}fout"],
  ["NUL, BEL, backspace, DEL", "\0\x07\b\x7F", "\\u{0}\\u{7}\\u{8}\\u{7f}"],
  ["C1", "\x9b31m\x85", "\\u{9b}31m\\u{85}"],
  ["overrides", "\u202Eabc\u202C\u202A\u202B\u202D", "\\u{202e}abc\\u{202c}\\u{202a}\\u{202b}\\u{202d}"],
  ["isolates", "\u2066\u2067\u2068\u2069", "\\u{2066}\\u{2067}\\u{2068}\\u{2069}"],
  ["marks", "\u200E\u200F\u061C", "\\u{200e}\\u{200f}\\u{61c}"],
  ["zero width space, BOM, soft hyphen, tag", "a\u200Bb\uFEFF\u00AD\u{E0041}", "a\\u{200b}b\\u{feff}\\u{ad}\\u{e0041}"],
  ["line and paragraph separator", "a\u2028b\u2029c", "a\\u{2028}b\\u{2029}c"],
  ["joiner in an emoji", "👨\u200D👩\u200D👧", "👨\u200D👩\u200D👧"],
  ["non-joiner in a word", "می\u200Cخواهم", "می\u200Cخواهم"],
  ["joiner outside a word", "a \u200D b\u200D", "a \\u{200d} b\\u{200d}"],
  ["lone surrogate", "a\uD800", "a\uFFFD"],
])("visible: %s", (_, text, shown) => {
  expect(visible(text)).toBe(shown);
});

test("a part is shown as it is in the whole", () => {
  const text = "x می\u200Cخواهم";
  expect(visibleAt(text, 0, 5) + visibleAt(text, 5, text.length)).toBe(visible(text));
});
