/** A text in sentences. What stands in one says nothing about another. */
import { quotations } from "./quotation.ts";
import { tokens, type Span, type Token } from "./token.ts";

export interface Sentence extends Span {
  readonly tokens: readonly Token[];
}

const ENDS: ReadonlySet<string> = new Set([".", "!", "?", "…"]);
/** An empty line, or a line that begins an item or a heading. */
const BREAK = /\n[^\S\n]*(?:\n|[-*•#>|]|\d{1,2}[.)]\s)/;

/** @param shortened words whose full stop ends no sentence: dhr., bijv. */
export function sentences(text: string, shortened: ReadonlySet<string>): readonly Sentence[] {
  const all = tokens(text, quotations(text));
  const found: Sentence[] = [];
  let first = 0;
  for (const [i, token] of all.entries()) {
    const next = all[i + 1];
    if (next !== undefined && !isEnd(text, all[i - 1], token, next, shortened)) continue;
    found.push({ start: all[first]?.start ?? 0, end: token.end, tokens: all.slice(first, i + 1) });
    first = i + 1;
  }
  return found;
}

function isEnd(text: string, before: Token | undefined, token: Token, next: Token, shortened: ReadonlySet<string>): boolean {
  if (next.start === token.end) return false;
  const between = text.slice(token.end, next.start);
  if (between.includes("\n") && BREAK.test(text.slice(token.end, next.start + 3))) return true;
  const isEnding = token.kind === "quotation" ? ENDS.has(text[token.end - 2] ?? "") : ENDS.has(token.word);
  if (!isEnding) return false;
  if (token.word === "." && before?.end === token.start && shortened.has(before.word)) return false;
  return next.kind !== "word" || /^[^\p{Ll}]/u.test(text.slice(next.start, next.end));
}
