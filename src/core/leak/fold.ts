/** Text as it is compared: without capitals, accents, joined letters and signs that cannot be seen, and with one kind of dash. */

const LETTERS: Readonly<Record<string, string>> = { ß: "ss", ø: "o", ł: "l", đ: "d", æ: "ae", œ: "oe", ı: "i", þ: "th", ð: "d" };

export const fold = (text: string): string =>
  text
    .normalize("NFKD")
    .replace(/[\p{M}\p{Cf}]/gu, "")
    .replace(/[\p{Pd}\u2212]/gu, "-")
    .toLowerCase()
    .replace(/[ßøłđæœıþð]/g, (letter) => LETTERS[letter] ?? letter);

/** A word with the place where it stands in the folded text. */
export interface Word {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

/** Runs of letters and digits; everything else parts them, so also hyphens and apostrophes. @param folded as `fold` gives it */
export const wordsOf = (folded: string): readonly Word[] =>
  Array.from(folded.matchAll(/[\p{L}\p{N}]+/gu), (match) => ({
    text: match[0],
    from: match.index,
    to: match.index + match[0].length,
  }));
