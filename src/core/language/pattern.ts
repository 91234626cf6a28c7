/**
 * The small language in which flows/taal.yaml says which words are meant. Parts stand next to each other, with a space:
 * `vaak` a word; `agressi*` how it begins, `*ruzie` how it ends, `*geweld*` what is in it; `a|b` one of these; `<persoon>` one of a
 * list; `9` a number, `9999`, `9.99`, `9-9` one that is a year, a time, a date; `..` up to eight words, not over a comma or a word of the list
 * grens; `x?` may be left out; `!x` does not come next; `^` first in front: where the sentence begins. `"` is a quotation.
 */
import type { Token } from "./token.ts";
import { plain } from "./token.ts";

export interface One {
  readonly kind: "one" | "not";
  readonly words: ReadonlySet<string>;
  readonly begins: readonly string[];
  readonly ends: readonly string[];
  readonly holds: readonly string[];
  readonly numbers: readonly RegExp[];
}
type Part = One | { readonly kind: "gap" };

export interface Pattern {
  readonly first: One;
  readonly rest: readonly Part[];
  /** Only where the sentence begins. */
  readonly leads: boolean;
}

/** Where a pattern was found: token by token, without what stands in a gap. */
export type Hit = readonly number[];

export type Lists = ReadonlyMap<string, readonly string[]>;

const MOST = 8;
export const BOUNDS = "grens";
const NUMBERS: Readonly<Record<string, RegExp>> = {
  "9": /^/,
  "9999": /^(?:19|20)\d\d$/,
  "9.99": /^\d{1,2}[.:]\d\d$/,
  "9-9": /^\d{1,2}[-/]\d{1,2}(?:[-/]\d{2,4})?$/,
};

/** Patterns from one line of the file: more than one when parts may be left out. @throws RangeError that names what is wrong */
export function patterns(source: string, lists: Lists): readonly Pattern[] {
  const leads = source.startsWith("^ ");
  let all: (readonly string[])[] = [[]];
  for (const part of source.split(" ").slice(leads ? 1 : 0))
    all = part.endsWith("?") ? [...all, ...all.map((before) => [...before, part.slice(0, -1)])] : all.map((before) => [...before, part]);
  return all.map((parts) => {
    const [first, ...rest] = parts.map((part) => partOf(part, lists));
    if (first?.kind !== "one") throw new RangeError(source);
    return { first, rest, leads };
  });
}

function partOf(source: string, lists: Lists): Part {
  if (source === "..") return { kind: "gap" };
  const isNot = source.length > 1 && source.startsWith("!");
  const words = new Set<string>();
  const one = { begins: [] as string[], ends: [] as string[], holds: [] as string[], numbers: [] as RegExp[] };
  for (const word of alternatives(isNot ? source.slice(1) : source, lists)) {
    const number = NUMBERS[word];
    const bare = plain(word.replaceAll("*", ""));
    if (number !== undefined) one.numbers.push(number);
    else if (bare === "") throw new RangeError(source);
    else if (word.startsWith("*") && word.endsWith("*")) one.holds.push(bare);
    else if (word.startsWith("*")) one.ends.push(bare);
    else if (word.endsWith("*")) one.begins.push(bare);
    else words.add(bare);
  }
  return { kind: isNot ? "not" : "one", words, ...one };
}

const alternatives = (source: string, lists: Lists): readonly string[] =>
  source.split("|").flatMap((word) => {
    const name = /^<(.+)>$/.exec(word)?.[1];
    if (name === undefined) return [word];
    const list = lists.get(name);
    if (list === undefined) throw new RangeError(word);
    return list.flatMap((item) => alternatives(item, lists));
  });

/** Where a pattern stands when it begins at this token; the shortest of what fits. */
export function hit(pattern: Pattern, tokens: readonly Token[], at: number, bounds: ReadonlySet<string>): Hit | undefined {
  if (pattern.leads && at !== 0) return undefined;
  const token = tokens[at];
  if (token === undefined || !fits(pattern.first, token)) return undefined;
  if (pattern.rest.length === 0) return [at];
  const found = [at];
  return rest(pattern.rest, 0, tokens, at + 1, bounds, found) ? found : undefined;
}

/** Adds what fits to `found`. */
function rest(
  parts: readonly Part[],
  i: number,
  tokens: readonly Token[],
  at: number,
  bounds: ReadonlySet<string>,
  found: number[],
): boolean {
  const part = parts[i];
  if (part === undefined) return true;
  const token = tokens[at];
  if (part.kind === "not") return (token === undefined || !fits(part, token)) && rest(parts, i + 1, tokens, at, bounds, found);
  if (part.kind === "one") {
    if (token === undefined || !fits(part, token)) return false;
    found.push(at);
    if (rest(parts, i + 1, tokens, at + 1, bounds, found)) return true;
    found.pop();
    return false;
  }
  for (let next = at; next <= at + MOST; next++) {
    if (rest(parts, i + 1, tokens, next, bounds, found)) return true;
    const over = tokens[next];
    if (over === undefined || over.kind === "sign" || over.kind === "quotation" || bounds.has(over.word)) return false;
  }
  return false;
}

function fits({ words, begins, ends, holds, numbers }: One, { word, kind }: Token): boolean {
  if (words.has(word)) return true;
  if (kind === "number") return numbers.length > 0 && numbers.some((number) => number.test(word));
  return (
    (begins.length > 0 && begins.some((begin) => word.startsWith(begin))) ||
    (ends.length > 0 && ends.some((end) => word.endsWith(end))) ||
    (holds.length > 0 && holds.some((part) => word.includes(part)))
  );
}
