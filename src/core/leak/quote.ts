/** Words that may not be repeated, found back in a text: whole sentences, parts of them, and what stands between quotation marks. */
import { fold, wordsOf, type Word } from "./fold.ts";

/** Fewer words than this many say nothing that others would not say. */
const SENTENCE = 4;
const QUOTED = 3;
/** So many words in a row are no chance. */
const RUN = 6;

/** What is looked for: rows of words, each as one text with a space around every word. */
export function quotesOf(value: string): readonly string[] {
  const folded = fold(value).replace(/[“”„«»]/g, '"');
  const said = Array.from(folded.matchAll(/"([^"]+)"|‘([^’]+)’/g), ([, double, single]) => double ?? single ?? "");
  const sentences = folded.replaceAll('"', ".").split(/[.!?;:\n]+/);
  return [...new Set([...said.flatMap((one) => runs(one, QUOTED)), ...sentences.flatMap((one) => runs(one, SENTENCE))])];
}

function runs(text: string, least: number): readonly string[] {
  const all = wordsOf(text).map((word) => word.text);
  if (all.length < least) return [];
  const length = Math.min(all.length, RUN);
  return Array.from({ length: all.length - length + 1 }, (_, i) => spaced(all.slice(i, i + length)));
}

const spaced = (all: readonly string[]): string => ` ${all.join(" ")} `;

export function findQuotes(quotes: readonly string[], all: readonly Word[]): readonly string[] {
  const text = spaced(all.map((word) => word.text));
  return quotes.filter((quote) => text.includes(quote)).map((quote) => quote.trim());
}
