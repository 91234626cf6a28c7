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
    // Most words are plain letters: asking the pattern about each is felt in a long text.
    let end = start;
    while (end < to && isLetter(text.charCodeAt(end))) end++;
    if (end === start || GOES_ON.has(text[end] ?? "") || text.charCodeAt(end) > 126) {
      TOKEN.lastIndex = start;
      if (!TOKEN.test(text)) {
        start++;
        continue;
      }
      end = Math.min(TOKEN.lastIndex, to);
    }
    const part = text.slice(start, end);
    found.push({ word: plain(part), kind: kindOf(part), start, end });
    start = end;
  }
}

const GOES_ON: ReadonlySet<string> = new Set(["-", "'", "."]);
const isLetter = (code: number): boolean => (code | 32) >= 97 && (code | 32) <= 122;

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
