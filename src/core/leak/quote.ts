/** Words that may not be repeated, found back in a text: whole sentences, parts of them, and what stands between quotation marks. */
import { words } from "../nl-leak.ts";
import { fold, wordsOf, type Word } from "./fold.ts";

/** Fewer words than this many say nothing that others would not say. */
const SENTENCE = 4;
const QUOTED = 3;
/** So many telling words in a row are no chance. */
const RUN = 3;
const COMMON = new Set([...words.particles, ...words.linking]);

/**
 * What is looked for: rows of words, each as one text with a space around every word.
 * @param short whether it is also looked for when it is all of two or three words
 */
export function quotesOf(value: string, short = false): readonly string[] {
  const folded = fold(value).replace(/[“”„«»]/g, '"');
  const said = Array.from(folded.matchAll(/"([^"]+)"|‘([^’]+)’/g), ([, double, single]) => double ?? single ?? "");
  const sentences = folded.replaceAll('"', ".").split(/[.!?;:\n]+/);
  const all = wordsOf(folded).map((word) => word.text);
  const whole = short && all.length > 1 && all.length < SENTENCE ? [spaced(all)] : [];
  return [...new Set([...whole, ...said.flatMap((one) => runs(one, QUOTED)), ...sentences.flatMap((one) => runs(one, SENTENCE))])];
}

/** The whole, and every part of it that says enough: from each word on until there are so many telling words. */
function runs(text: string, least: number): readonly string[] {
  const all = wordsOf(text).map((word) => word.text);
  if (all.length < least) return [];
  const parts = all.flatMap((_, from) => {
    let telling = 0;
    const end = all.findIndex((word, i) => i >= from && !COMMON.has(word) && ++telling === RUN);
    return end - from + 1 < SENTENCE ? [] : [spaced(all.slice(from, end + 1))];
  });
  return [spaced(all), ...parts];
}

const spaced = (all: readonly string[]): string => ` ${all.join(" ")} `;

export function findQuotes(quotes: readonly string[], all: readonly Word[]): readonly string[] {
  const text = spaced(all.map((word) => word.text));
  return quotes.filter((quote) => text.includes(quote)).map((quote) => quote.trim());
}
