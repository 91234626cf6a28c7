/** Many patterns at once: those that can begin with a word are found by that word. */
import { hit, type Hit, type Pattern } from "./pattern.ts";
import type { Token } from "./token.ts";

/** Every place where one of the patterns stands, with what it belongs to. */
export type Finder<T> = (tokens: readonly Token[]) => readonly { readonly of: T; readonly at: Hit }[];

/** How many letters of a beginning are looked up. */
const LEAD = 3;

export function finder<T>(rules: readonly { readonly of: T; readonly pattern: Pattern }[], bounds: ReadonlySet<string>): Finder<T> {
  type Rule = (typeof rules)[number];
  const byWord = new Map<string, Rule[]>();
  const byLead = new Map<string, Rule[]>();
  const byNumber: Rule[] = [];
  const others: Rule[] = [];
  const put = (map: Map<string, Rule[]>, key: string, rule: Rule): void => {
    const known = map.get(key);
    if (known === undefined) map.set(key, [rule]);
    else if (known.at(-1) !== rule) known.push(rule);
  };
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
  const none: readonly Rule[] = [];
  return (tokens) =>
    tokens.flatMap(({ word, kind }, i) => {
      const known = [
        ...(byWord.get(word) ?? none),
        ...(byLead.get(word.slice(0, LEAD)) ?? none),
        ...(kind === "number" ? byNumber : none),
        ...others,
      ];
      return known.flatMap(({ of, pattern }) => {
        const at = hit(pattern, tokens, i, bounds);
        return at === undefined ? [] : [{ of, at }];
      });
    });
}
