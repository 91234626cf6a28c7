import { expect, test } from "vitest";
import { decode, flush, NOTHING } from "../../src/adapters/keys.ts";

const said = (...chunks: readonly string[]): readonly string[] => {
  let pending = NOTHING;
  const keys = chunks.flatMap((chunk) => {
    const step = decode(pending, chunk);
    pending = step.pending;
    return step.keys;
  });
  return [...keys, ...flush(pending)].map((key) => ("text" in key ? `${key.name}:${key.text}` : key.name));
};

test.each<readonly [string, readonly string[], readonly string[]]>([
  ["a run of letters", ["Jörg "], ["text:Jörg "]],
  ["Enter in three ways", ["\r", "\n", "\r\n"], ["enter", "enter", "enter"]],
  ["answers in a burst", ["a\rb\r"], ["text:a", "enter", "text:b", "enter"]],
  ["arrows", ["\x1b[A\x1b[B\x1b[C\x1b[D\x1bOA"], ["up", "down", "right", "left", "up"]],
  ["home and end", ["\x1b[H\x1b[F\x1b[1~\x1b[4~\x1bOH\x01\x05"], ["home", "end", "home", "end", "home", "home", "end"]],
  ["delete, backspace", ["\x1b[3~\x7F\b"], ["delete", "backspace", "backspace"]],
  ["ctrl and arrows", ["\x1b[1;5C\x1b[1;5D\x1bb\x1bf"], ["word-right", "word-left", "word-left", "word-right"]],
  ["a sequence in pieces", ["\x1b", "[", "A"], ["up"]],
  ["Esc alone", ["\x1b"], ["escape"]],
  ["Esc twice", ["\x1b\x1b"], ["escape", "escape"]],
  ["Alt-Enter", ["\x1b\r"], ["newline"]],
  ["Alt and a letter keeps the letter", ["\x1bxy"], ["text:xy"]],
  ["F1", ["\x1bOP\x1b[11~\x1b[[A"], ["help", "help", "help"]],
  ["unknown sequences say nothing", ["\x1b[24~\x1b[I\x1b[?1;2ca"], ["text:a"]],
  ["control keys", ["\x03\x04\x15\x0B\x17\0"], ["interrupt", "submit", "kill-left", "kill-right", "kill-word"]],
  ["a paste", ["\x1b[200~een\rtwee\x1b[201~x"], ["paste:een\rtwee", "text:x"]],
  ["a paste in pieces", ["\x1b[20", "0~een\rtw", "ee\x1b[2", "01~\r"], ["paste:een\rtwee", "enter"]],
  ["keys inside a paste are text", ["\x1b[200~a\x03\x1b[Ab\x1b[201~"], ["paste:a\x03\x1b[Ab"]],
  ["a paste without end", ["\x1b[200~een"], ["paste:een"]],
  ["two pastes", ["\x1b[200~a\x1b[201~\x1b[200~b\x1b[201~"], ["paste:a", "paste:b"]],
])("%s", (_, chunks, keys) => {
  expect(said(...chunks)).toEqual(keys);
});

test("wherever a chunk is cut, the keys are the same", () => {
  const all = "Zoë\r\x1b[A\x1b[200~een\ntwee\x1b[201~\x1b[3~é";
  const joined = (keys: readonly string[]): string =>
    keys
      .join(" ")
      .replaceAll(" text:", "")
      .replace(/^text:/, "");
  const whole = joined(said(all));
  for (let i = 1; i < all.length; i++) expect(joined(said(all.slice(0, i), all.slice(i)))).toBe(whole);
});
