/** Words and roles that texts name as {word}: filled in once an edition is whole. */
import type { Edition, WordsSource } from "./formats.ts";

const HOLE = /\{([A-Za-z][a-z0-9-]*)\}/g;

/** What a text may name besides words and roles; see `build`. */
const OWN: ReadonlySet<string> = new Set(["stappen"]);

/**
 * The edition with the words and roles of its flow in the texts; a name that it does not know stays.
 * @param roles of the organisation; they go before those of the flow
 */
export function filled(edition: Edition, roles: WordsSource = {}): Edition {
  const { flow } = edition;
  const words = new Map(Object.entries({ ...flow.words, ...flow.roles, ...roles }));
  if (words.size === 0) return edition;
  // A word may itself name a role.
  return inside(inside(edition, words), words) as Edition;
}

function inside(value: unknown, words: ReadonlyMap<string, string>): unknown {
  if (typeof value === "string") return value.includes("{") ? text(value, words) : value;
  if (Array.isArray(value)) return value.map((part: unknown) => inside(part, words));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, inside(part, words)]));
}

const text = (value: string, words: ReadonlyMap<string, string>): string =>
  value.replace(HOLE, (whole, name: string) => {
    const word = words.get(name.toLowerCase());
    return word === undefined ? whole : name === name.toLowerCase() ? word : word.charAt(0).toUpperCase() + word.slice(1);
  });

/** The names in a text that nothing was filled in for. */
export const unfilled = (value: string): readonly string[] =>
  [...value.matchAll(HOLE)].flatMap(([, name = ""]) => (OWN.has(name) ? [] : [name]));
