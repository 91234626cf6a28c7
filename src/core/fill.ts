/** Words and roles that texts name as {word}: filled in once an edition is whole. */
import type { Edition, WordsSource } from "./formats.ts";
import { nl } from "./nl.ts";

const HOLE = /\{([A-Za-z][a-z0-9-]*)\}/g;

/** What a text may name besides words and roles; see `build`. */
const OWN: ReadonlySet<string> = new Set(["stappen"]);

/**
 * The edition with the words and roles of its flow in the texts; a name that it does not know stays.
 * @param roles of the organisation; they go before those of the flow
 */
export function filled(edition: Edition, roles: WordsSource = {}): Edition {
  const { flow } = edition;
  const given = new Map(Object.entries({ ...flow.words, ...flow.roles, ...roles }));
  if (given.size === 0) return edition;
  // A word may itself name a role.
  const words = new Map([...given].map(([name, word]) => [name, inserted(word, given)]));
  // As JSON: no brace of its own is followed by a letter, and one pass over a text is quicker than a walk.
  return JSON.parse(inserted(JSON.stringify(edition), words, (word) => JSON.stringify(word).slice(1, -1))) as Edition;
}

const inserted = (text: string, words: ReadonlyMap<string, string>, written = (word: string): string => word): string =>
  text.replace(HOLE, (whole, name: string) => {
    const word = words.get(name.toLowerCase());
    return word === undefined ? whole : written(name === name.toLowerCase() ? word : nl.capital(word));
  });

/** The names in a text that nothing was filled in for. */
export const unfilled = (text: string): readonly string[] =>
  [...text.matchAll(HOLE)].flatMap(([, name = ""]) => (OWN.has(name) ? [] : [name]));
