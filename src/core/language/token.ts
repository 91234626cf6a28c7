/** The smallest parts of a text that mean something here: words, numbers, signs, and a quotation as a whole. */

/** Offsets in the text, in UTF-16 units as `slice` counts them; the end is not in it. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export interface Token extends Span {
  /** As it is compared: small letters, one kind of apostrophe and hyphen. A quotation is ". */
  readonly word: string;
  readonly kind: "word" | "number" | "sign" | "quotation";
}

const TOKEN = /['’‘]s(?=\s+\p{L})|(?:\p{L}\.){2,}|[\p{L}\p{M}\u00AD]+(?:[-‐‑'’][\p{L}\p{M}\p{N}\u00AD]+)*|\p{N}+(?:[.,:/–-]\p{N}+)*|\S/uy;
const PLAIN = /^[a-z0-9'.-]*$/;

/** @param quotations in the order of the text: each becomes one token, whatever is in it */
export function tokens(text: string, quotations: readonly Span[]): readonly Token[] {
  const found: Token[] = [];
  let from = 0;
  for (const { start, end } of quotations) {
    read(text, from, start, found);
    found.push({ word: '"', kind: "quotation", start, end });
    from = end;
  }
  read(text, from, text.length, found);
  return found;
}

function read(text: string, from: number, to: number, found: Token[]): void {
  for (let start = from; start < to;) {
    // Most words are plain small letters: asking patterns about each is felt in a long text.
    const end = smallLetters(text, start, to);
    if (end > start && (end === to || endsWord(text.charCodeAt(end)))) {
      found.push({ word: text.slice(start, end), kind: "word", start, end });
      start = end;
      continue;
    }
    TOKEN.lastIndex = start;
    if (!TOKEN.test(text)) {
      start++;
      continue;
    }
    const part = text.slice(start, Math.min(TOKEN.lastIndex, to));
    found.push({ word: plain(part), kind: kindOf(part), start, end: start + part.length });
    start += part.length;
  }
}

function smallLetters(text: string, from: number, to: number): number {
  let at = from;
  while (at < to && text.charCodeAt(at) >= 97 && text.charCodeAt(at) <= 122) at++;
  return at;
}

/** A space, a line end or a sign that can only stand behind a word. */
const endsWord = (code: number): boolean => code === 32 || code === 10 || code === 44 || code === 59 || code === 58;

/** A word as it is compared. */
export function plain(word: string): string {
  const small = word.toLowerCase();
  if (PLAIN.test(small)) return small;
  return small.normalize("NFC").replace(/[’‘]/g, "'").replace(/[‐‑]/g, "-").replaceAll("\u00AD", "");
}

function kindOf(part: string): Token["kind"] {
  if (/^[a-z]/i.test(part)) return "word";
  if (/^[.,:;!?]/.test(part)) return "sign";
  if (/^['’‘]?\p{L}/u.test(part) || part.startsWith("\u00AD")) return "word";
  return /^\p{N}/u.test(part) ? "number" : "sign";
}
