/** Many patterns at once: those that can begin with a word are found by that word. */
import { hit, type Hit, type Pattern } from "./pattern.ts";
import type { Token } from "./token.ts";

export interface Place<T> {
  readonly of: T;
  readonly at: Hit;
}

/** Every place where one of the patterns stands, with what it belongs to. */
export type Finder<T> = (tokens: readonly Token[]) => readonly Place<T>[];

interface Rule<T> {
  readonly of: T;
  readonly pattern: Pattern;
}

/** How many letters of a beginning are looked up. */
const LEAD = 3;
/** How many words are remembered. */
const MOST = 5000;
const NONE: readonly never[] = [];

export function finder<T>(rules: readonly Rule<T>[], bounds: ReadonlySet<string>): Finder<T> {
  const byWord = new Map<string, Rule<T>[]>();
  const byLead = new Map<string, Rule<T>[]>();
  const byNumber: Rule<T>[] = [];
  const others: Rule<T>[] = [];
  for (const rule of rules) {
    const { words, begins, ends, holds, numbers } = rule.pattern.first;
    if (ends.length + holds.length > 0 || begins.some(({ length }) => length < LEAD)) {
      others.push(rule);
      continue;
    }
    for (const word of words) put(byWord, word, rule);
    for (const begin of begins) put(byLead, begin.slice(0, LEAD), rule);
    if (numbers.length > 0) byNumber.push(rule);
  }
  // A text has the same few words again and again: what can begin with one is put together once.
  const known = new Map<string, readonly Rule<T>[]>();
  const startingWith = ({ word, kind }: Token): readonly Rule<T>[] => {
    const before = known.get(word);
    if (before !== undefined) return before;
    const begun = kind === "word" ? byLead.get(word.slice(0, LEAD)) : kind === "number" ? byNumber : undefined;
    const all = [...(byWord.get(word) ?? []), ...(begun ?? []), ...others];
    if (known.size >= MOST) known.clear();
    known.set(word, all.length === 0 ? NONE : all);
    return all;
  };
  return (tokens) => {
    const found: Place<T>[] = [];
    let i = 0;
    for (const token of tokens) {
      for (const { of, pattern } of startingWith(token)) {
        const at = hit(pattern, tokens, i, bounds);
        if (at !== undefined) found.push({ of, at });
      }
      i++;
    }
    return found;
  };
}

function put<T>(map: Map<string, Rule<T>[]>, key: string, rule: Rule<T>): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, [rule]);
  else if (known.at(-1) !== rule) known.push(rule);
}
