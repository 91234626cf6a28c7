/** Numbers and references, found back in a text: a telephone, a file number, an address for mail. */
import { fold, wordsOf } from "./fold.ts";

/** What of a reference gives somebody away. */
export interface Reference {
  /** Rows of six digits or more, without what parts them. */
  readonly long: readonly string[];
  /** Short numbers, and letters with digits: 131, k14. */
  readonly short: readonly string[];
  /** The part before the @ of an address for mail, and a name behind one. */
  readonly mail: readonly string[];
}

const LONG = 6;
const TELEPHONE = 9;
/** The digits at the end of a telephone number that are its owner's. */
const OWN = 7;
const DIGITS = /\d(?:[\s./()+-]{0,3}\d)*/g;
/** A time of day, a year or a number that many texts hold. */
const COUNT = /^(?:\d{1,2}|(?:19|20)\d\d|\d{1,2}[.:]\d\d)$/;

export function referenceOf(value: string): Reference {
  const folded = fold(value);
  // Three figures of a telephone tell nothing; three of a file number may be all of it.
  const chunks = folded
    .replace(DIGITS, (row) => (row.replace(/\D/g, "").length >= TELEPHONE ? " " : row))
    .split(/[\s,;()]+/)
    .map((chunk) => chunk.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, ""));
  const telling = chunks.filter((chunk) => /\d/.test(chunk) && !COUNT.test(chunk));
  const pieces = telling
    .flatMap((chunk) => [chunk, ...chunk.split(/[^\p{L}\p{N}]+/u)])
    .filter((piece) => /\d/.test(piece) && !COUNT.test(piece));
  const bare = pieces.map((piece) => piece.replace(/[^\p{L}\p{N}]/gu, "")).filter((piece) => piece.length >= 3);
  const rows = Array.from(folded.matchAll(DIGITS), ([row]) => row.replace(/\D/g, "")).filter((row) => row.length >= LONG);
  return {
    long: [...new Set(rows.flatMap((row) => [row, abroad(row), ...(row.length < TELEPHONE ? [] : [row.slice(-OWN)])]))].filter(
      (row) => row.length >= LONG,
    ),
    short: [...new Set(bare)].filter((piece) => !(piece.length >= LONG && /^\d+$/.test(piece))),
    mail: Array.from(
      folded.matchAll(/([\p{L}\p{N}._+-]{3,})@|(?<![\p{L}\p{N}._+-])@([\p{L}\p{N}][\p{L}\p{N}._-]{2,})/gu),
      ([, name, own]) => name ?? own?.replace(/[._-]+$/, "") ?? "",
    ),
  };
}

/** A telephone number as it goes on behind the code of a country. */
const abroad = (row: string): string => row.replace(/^(?:0031|31|0)/, "");

export function findReference({ long, short, mail }: Reference, folded: string): readonly string[] {
  const rows = Array.from(folded.matchAll(DIGITS), ([row]) => row).filter((row) => {
    const bare = row.replace(/\D/g, "");
    return long.some((one) => bare.includes(one));
  });
  const words = wordsOf(folded);
  const pieces = words.flatMap((word, i) =>
    [1, 2, 3].flatMap((n) => {
      const run = words.slice(i, i + n);
      return run.length === n && short.includes(run.map(({ text }) => text).join("")) ? [folded.slice(word.from, run.at(-1)?.to)] : [];
    }),
  );
  return [...rows, ...pieces, ...mail.filter((name) => folded.includes(name))];
}
