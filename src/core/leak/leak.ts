/** Looks for what may not stand in a document: data that show who somebody is, and words that are not for this reader. */
import type { IdentifiesSource } from "../formats.ts";
import { birthPattern } from "./birth.ts";
import { fold, wordsOf, type Word } from "./fold.ts";
import { addressMark, findName, nameMark, wholeMark } from "./name.ts";
import { findReference, referenceOf } from "./number.ts";
import { findQuotes, quotesOf } from "./quote.ts";

export interface Secret {
  /** `words`: something said or written that this reader may not read. */
  readonly kind: IdentifiesSource | "organisation" | "words";
  readonly value: string;
  /** Words that are looked for however few they are. */
  readonly short?: true;
  /** What the answer is called that holds it. */
  readonly label: string;
}

/** A piece of a document with where it stands. */
export interface Piece {
  readonly place: string;
  readonly text: string;
}

export interface Leak {
  readonly place: string;
  /** What was found there, in small letters. */
  readonly found: string;
  readonly secret: Secret;
}

/** Everything in the pieces that gives a secret away. */
export function leaks(secrets: readonly Secret[], pieces: readonly Piece[]): readonly Leak[] {
  const finders = distinct(secrets).map((secret) => ({ secret, find: finder(secret) }));
  return pieces.flatMap(({ place, text }) => {
    const folded = fold(text);
    const words = wordsOf(folded);
    return finders.flatMap(({ secret, find }) => [...new Set(find(folded, words))].map((found) => ({ place, found, secret })));
  });
}

type Find = (folded: string, words: readonly Word[]) => readonly string[];

function finder({ kind, value, short }: Secret): Find {
  switch (kind) {
    case "name": {
      const mark = nameMark(value);
      return (folded, words) => findName(mark, folded, words);
    }
    case "organisation": {
      const mark = wholeMark(value);
      return (folded, words) => findName(mark, folded, words);
    }
    case "address": {
      const [mark, reference] = [addressMark(value), referenceOf(value)];
      return (folded, words) => [...findName(mark, folded, words), ...findReference(reference, folded)];
    }
    case "reference": {
      const reference = referenceOf(value);
      return (folded) => findReference(reference, folded);
    }
    case "birth": {
      const pattern = birthPattern(value);
      return (folded) => (pattern === undefined ? [] : Array.from(folded.matchAll(pattern), ([found]) => found));
    }
    case "words": {
      const quotes = quotesOf(value, short);
      return (_, words) => findQuotes(quotes, words);
    }
  }
}

const distinct = (secrets: readonly Secret[]): readonly Secret[] => [
  ...new Map(secrets.map((secret) => [`${secret.kind} ${secret.value}`, secret])).values(),
];
