/** What somebody else said or wrote, word for word: between quotation marks that open and close in one paragraph. */
import type { Span } from "./token.ts";

/** The mark that opens, and those that can close it. */
const PAIRS: ReadonlyMap<string, string> = new Map([
  ["“", "”"],
  ["„", '”“"'],
  ["«", "»"],
  ["‘", "’'"],
  ["‚", "’‘'"],
  ['"', '"”'],
  ["'", "'’"],
]);
const MARK = /["'“„«‘‚]/g;
const PARAGRAPH = /\n[^\S\n]*\n/g;
const LETTER = /[\p{L}\p{N}]/u;
/** Shortened words that begin with an apostrophe: 's avonds, 't, 'n. */
const SHORTENED = /^['‘][stnmkrd](?=[\s-])/i;

/** In the order of the text; they never overlap. The marks are inside. */
export function quotations(text: string): readonly Span[] {
  const found: Span[] = [];
  // For each mark up to where it is known that nothing closes it: a text full of lone marks must not be read again and again.
  const unclosed = new Map<string, number>();
  let limit = 0;
  MARK.lastIndex = 0;
  for (let hit = MARK.exec(text); hit !== null; hit = MARK.exec(text)) {
    const start = hit.index;
    const [mark] = hit;
    if (start < (unclosed.get(mark) ?? 0) || !opens(text, start, mark)) continue;
    if (start >= limit) limit = endOfParagraph(text, start);
    const end = closing(text, start, limit, PAIRS.get(mark) ?? "");
    if (end === undefined) unclosed.set(mark, limit);
    else {
      found.push({ start, end });
      MARK.lastIndex = end;
    }
  }
  return found;
}

function opens(text: string, at: number, mark: string): boolean {
  const [before = " ", after = " "] = [text[at - 1], text[at + 1]];
  if (LETTER.test(before) || /\s/.test(after)) return false;
  return !((mark === "'" || mark === "‘") && SHORTENED.test(text.slice(at, at + 3)));
}

function closing(text: string, start: number, limit: number, marks: string): number | undefined {
  for (let at = start + 2; at < limit; at++) {
    if (!marks.includes(text[at] ?? "")) continue;
    // An apostrophe stands before a letter (papa's) or behind a space ('s avonds).
    if (!LETTER.test(text[at + 1] ?? " ") && !/\s/.test(text[at - 1] ?? "")) return at + 1;
  }
  return undefined;
}

function endOfParagraph(text: string, from: number): number {
  PARAGRAPH.lastIndex = from;
  return PARAGRAPH.exec(text)?.index ?? text.length;
}
