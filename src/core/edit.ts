/** A text while it is typed: what a key makes of it. */
import { clean } from "./value.ts";

export type Key =
  /** Typed, one or more characters that came together; or pasted, line breaks kept. */
  | { readonly name: "text" | "paste"; readonly text: string }
  | {
      readonly name:
        "enter" | "newline" | "tab" | "escape" | "submit" | "interrupt" | "leave" | "suspend" | "overview" | "editor" | "help" | "resize";
    }
  | { readonly name: "up" | "down" | "left" | "right" | "word-left" | "word-right" | "home" | "end" }
  | { readonly name: "backspace" | "delete" | "kill-left" | "kill-right" | "kill-word" };

export interface Draft {
  readonly text: string;
  /** Where the next character comes: an index in `text`. */
  readonly cursor: number;
  /** The text that was doubted and is to stand; other text is doubted anew. */
  readonly sure?: string;
}

/** One row as it is shown: from `start` up to `end`, line feed not counted. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export interface Sheet {
  /** One line: a pasted line break becomes a space and Enter adds nothing. */
  readonly single: boolean;
  /** The rows between which up and down move. */
  readonly rows: (text: string) => readonly Span[];
}

const PAPER: Sheet = { single: false, rows: lines };

/** The text after a key. A key that means nothing here gives the same draft back. */
export function edit(draft: Draft, key: Key, sheet: Sheet = PAPER): Draft {
  const { text, cursor } = draft;
  switch (key.name) {
    case "text":
    case "paste":
      return insert(draft, sheet.single ? flat(key.text) : clean(key.text));
    case "enter":
    case "newline":
      return sheet.single ? draft : insert(draft, "\n");
    case "left":
      return { text, cursor: before(text, cursor) };
    case "right":
      return { text, cursor: after(text, cursor) };
    case "word-left":
      return { text, cursor: wordStart(text, cursor) };
    case "word-right":
      return { text, cursor: cursor + (/^\s*\S*/u.exec(text.slice(cursor))?.[0].length ?? 0) };
    case "home":
      return { text, cursor: lineStart(text, cursor) };
    case "end":
      return { text, cursor: lineEnd(text, cursor) };
    case "up":
      return { text, cursor: moved(text, cursor, sheet.rows(text), -1) };
    case "down":
      return { text, cursor: moved(text, cursor, sheet.rows(text), 1) };
    case "backspace":
      return cut(draft, before(text, cursor), cursor);
    case "delete":
      return cut(draft, cursor, after(text, cursor));
    case "kill-left":
      return cut(draft, lineStart(text, cursor), cursor);
    case "kill-right": {
      const end = lineEnd(text, cursor);
      return cut(draft, cursor, end === cursor ? after(text, cursor) : end);
    }
    case "kill-word":
      return cut(draft, wordStart(text, cursor), cursor);
    default:
      return draft;
  }
}

/** The lines of a text as spans. */
export function lines(text: string): readonly Span[] {
  let start = 0;
  return text.split("\n").map((line) => {
    const span = { start, end: start + line.length };
    start = span.end + 1;
    return span;
  });
}

/** The index of the row the cursor stands on. Where a row was broken off, its end is the start of the next. */
export function rowOf(rows: readonly Span[], cursor: number): number {
  const next = rows.findIndex(({ start }) => start > cursor);
  return (next < 0 ? rows.length : next) - 1;
}

export const lineStart = (text: string, cursor: number): number => (cursor === 0 ? 0 : text.lastIndexOf("\n", cursor - 1) + 1);
export function lineEnd(text: string, cursor: number): number {
  const end = text.indexOf("\n", cursor);
  return end < 0 ? text.length : end;
}

const flat = (text: string): string =>
  clean(text)
    .replace(/^[\n\u2028\u2029]+|[\n\u2028\u2029]+$/gu, "")
    .replace(/[\n\u2028\u2029]+/gu, " ");

const insert = ({ text, cursor }: Draft, more: string): Draft => ({
  text: text.slice(0, cursor) + more + text.slice(cursor),
  cursor: cursor + more.length,
});
const cut = ({ text }: Draft, from: number, to: number): Draft => ({ text: text.slice(0, from) + text.slice(to), cursor: from });
const wordStart = (text: string, cursor: number): number =>
  cursor - (/\S*\s*$/u.exec(text.slice(lineStart(text, before(text, cursor)), cursor))?.[0].length ?? 0);

function moved(text: string, cursor: number, rows: readonly Span[], by: -1 | 1): number {
  const at = rowOf(rows, cursor);
  const row = rows[at];
  const to = rows[at + by];
  if (row === undefined || to === undefined) return by < 0 ? 0 : text.length;
  const last = rows[at + by + 1]?.start === to.end ? before(text, to.end) : to.end;
  const wanted = Math.min(to.start + cursor - row.start, last);
  return wanted === to.start ? wanted : after(text, before(text, wanted));
}

/** What a user sees as one character can be several code units: "ü" from two, an emoji family from eleven. */
const clusters = (text: string): readonly string[] =>
  Array.from(new Intl.Segmenter("nl", { granularity: "grapheme" }).segment(text), ({ segment }) => segment);
const plain = (code: number): boolean => code < 0x300;

function before(text: string, cursor: number): number {
  if (cursor === 0) return 0;
  if (plain(text.charCodeAt(cursor - 1))) return cursor - 1;
  return cursor - (clusters(text.slice(Math.max(lineStart(text, cursor), cursor - 64), cursor)).at(-1)?.length ?? 1);
}

function after(text: string, cursor: number): number {
  if (cursor >= text.length) return text.length;
  if (plain(text.charCodeAt(cursor)) && (cursor + 1 >= text.length || plain(text.charCodeAt(cursor + 1)))) return cursor + 1;
  return cursor + (clusters(text.slice(cursor, cursor + 64))[0]?.length ?? 1);
}
