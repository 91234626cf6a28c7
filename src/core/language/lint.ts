/** What in a text is too general to be checked by who reads it later. */
import type { Language, LanguageClass, TextKind } from "./language.ts";
import type { Hit } from "./pattern.ts";
import { sentences, type Sentence } from "./sentence.ts";
import type { Span, Token } from "./token.ts";

export interface Remark extends Span {
  readonly of: LanguageClass;
  /** The words, as they stand in the text. */
  readonly words: string;
  /** What to ask instead. */
  readonly ask: string;
  /** The sentence they stand in. */
  readonly sentence: Span;
}

interface Found {
  readonly of: LanguageClass;
  readonly at: Hit;
}

/** In the order of the text. A sentence is judged by itself: the same sentence has the same remarks wherever it stands. */
export function lint(language: Language, kind: TextKind, text: string): readonly Remark[] {
  return sentences(text, language.shortened).flatMap((sentence) => inSentence(language, kind, text, sentence));
}

function inSentence(language: Language, kind: TextKind, text: string, sentence: Sentence): readonly Remark[] {
  const { tokens } = sentence;
  const found = language.forms[kind](tokens);
  if (found.length === 0) return [];
  const fine = language.fine(tokens);
  const contexts = language.contexts(tokens);
  const excused = ({ of, at }: Found): boolean =>
    fine.some((one) => one.of === of && one.at.some((token) => at.includes(token))) ||
    contexts.some((one) => of.unless.includes(one.of.id) && stands(one.of.where, one.at, at));
  return apart(found.filter((one) => !excused(one)))
    .map(({ of, at }) => remark(text, sentence, tokens, of, at))
    .sort((a, b) => a.start - b.start || a.end - b.end);
}

function stands(where: "zin" | "ervoor" | "erna", context: Hit, at: Hit): boolean {
  if (where === "ervoor") return last(context) < first(at);
  if (where === "erna") return first(context) > last(at);
  return true;
}

const first = (hit: Hit): number => hit[0] ?? 0;
const last = (hit: Hit): number => hit.at(-1) ?? 0;

/** No word in two remarks: the first class has it, and of one class the longest. */
function apart(found: readonly Found[]): readonly Found[] {
  const taken = new Set<number>();
  const kept: Found[] = [];
  for (const one of found.toSorted((a, b) => a.of.rank - b.of.rank || b.at.length - a.at.length || first(a.at) - first(b.at))) {
    if (one.at.some((token) => taken.has(token))) continue;
    for (const token of one.at) taken.add(token);
    kept.push(one);
  }
  return kept;
}

function remark(text: string, { start, end }: Sentence, tokens: readonly Token[], of: LanguageClass, at: Hit): Remark {
  const span = { start: tokens[first(at)]?.start ?? start, end: tokens[last(at)]?.end ?? end };
  const words = text.slice(span.start, span.end);
  return { of, words, ask: of.ask.replaceAll("{woord}", () => words), ...span, sentence: { start, end } };
}
