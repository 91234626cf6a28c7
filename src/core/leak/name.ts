/** Names and addresses, found back in a text: whole, in parts, joined or parted, and with an ending. */
import { words } from "../nl-leak.ts";
import { fold, wordsOf, type Word } from "./fold.ts";

/** What of a name or an address gives somebody away. */
export interface Mark {
  readonly parts: readonly string[];
}

const COMMON = new Set(words.common);
const SORTS = new Set(words.sorts);
const IN_ADDRESS = new Set([...words.common, ...words.commonInAddress]);
const LONG = 6;
/** Shorter words are made by chance of two others. */
const JOINED = 5;
const MOST_JOINED = 6;
/** With an initial in front: jbos, oneil. */
const INITIALLED = 4;

/** The parts of a name: each word that is no initial and no word of everyday, and words that may be written as one. */
export const nameMark = (value: string): Mark => {
  const { parts } = marked(value, 2, COMMON);
  return { parts: [...new Set([...parts, ...marked(spelledOut(value), 2, COMMON).parts, ...parts.flatMap(otherY)])] };
};

/** Müller, Mueller. */
const spelledOut = (value: string): string =>
  value.normalize("NFC").replace(/[äöüøæå]/giu, (letter) => words.spelledOut[letter.toLowerCase()] ?? letter);

/** Dijk, Dyk. */
const otherY = (part: string): readonly string[] =>
  part.length < 3 ? [] : [part.replaceAll("ij", "y"), part.replaceAll("y", "ij")].filter((other) => other !== part && other.length >= 3);

/** The same of an address: the street, the place, the code. A house number alone tells nothing. */
export const addressMark = (value: string): Mark => {
  const { parts } = marked(value, 3, IN_ADDRESS);
  return { parts: [...new Set([...parts, ...parts.flatMap(shortened)])] };
};

/** Kerkstraat, Kerkstr. */
const shortened = (part: string): readonly string[] =>
  Object.entries(words.streets).flatMap(([whole, short]) =>
    part.endsWith(whole) && part.length >= whole.length + 3 ? [part.slice(0, -whole.length) + short] : [],
  );

/** A name of which the parts are words of everyday, such as that of a school: only as a whole, with or without what sort it is. */
export const wholeMark = (value: string): Mark => {
  const all = wordsOf(fold(value)).map(({ text }) => text);
  const own = all.slice(
    Math.max(
      0,
      all.findIndex((text) => !SORTS.has(text)),
    ),
  );
  const bare = own.filter((text) => !COMMON.has(text)).join("").length >= LONG ? own : all;
  return { parts: [...new Set([all.join(""), bare.join("")])].filter((part) => part !== "") };
};

function marked(value: string, least: number, common: ReadonlySet<string>): Mark {
  const all = wordsOf(fold(value)).map(({ text }) => text);
  const telling = all.filter((text) => text.length >= least && !common.has(text) && !isCount(text));
  const joined = all.flatMap((_, i) => [2, 3, 4].flatMap((n) => (i + n > all.length ? [] : [all.slice(i, i + n)])));
  const asOne = [...joined, all].filter((run) => run.length > 1 && run.some((text) => telling.includes(text) || run === all));
  const whole = asOne.filter((run) => run.join("").length >= (run[0]?.length === 1 ? INITIALLED : LONG));
  return { parts: [...new Set([...telling, ...whole.map((run) => run.join(""))])] };
}

/** A number that many texts hold: of few digits, or a year. */
const isCount = (text: string): boolean => /^\d{1,2}$/.test(text) || /^(?:19|20)\d\d$/.test(text);

/** Where a part of the name stands, as it was written there in the folded text. */
export function findName({ parts }: Mark, folded: string, all: readonly Word[] = wordsOf(folded)): readonly string[] {
  const found: string[] = [];
  for (const [i, word] of all.entries()) {
    let joined = "";
    for (const next of all.slice(i, i + MOST_JOINED)) {
      joined += next.text;
      const isOne = next === word;
      if (parts.some((part) => (isOne && isInside(joined, part)) || ((isOne || part.length >= JOINED) && isForm(joined, part))))
        found.push(folded.slice(word.from, next.to));
    }
  }
  return found;
}

/** Whether a word is that part with nothing or an ending behind it: Jansen, Jansens, Janssen, Jannetje, Jansenfamilie, Jan2018. */
function isForm(word: string, part: string): boolean {
  // Most words begin otherwise, and what follows is slow.
  if (word[0] !== part[0]) return false;
  if (isLong(part) && once(word).startsWith(once(part))) return true;
  if (!word.startsWith(part)) return false;
  const rest = word.slice(part.length);
  if (rest === "" || rest === "s" || (part.length >= 3 && /^\p{L}+\d+$/u.test(word) && /^\d+$/.test(rest))) return true;
  const endings = part.length >= 5 ? ENDINGS : part.length >= 3 ? SMALL : NONE;
  // The last letter may be written twice: Jan, Jannetje; Sara, Saraatje.
  return endings.has(rest) || (rest.startsWith(part.slice(-1)) && endings.has(rest.slice(1)));
}

/** Whether that part stands anywhere in a word: Oudjansen. */
const isInside = (word: string, part: string): boolean => isLong(part) && word.includes(part);

const isLong = (part: string): boolean => part.length >= LONG && /^\p{L}+$/u.test(part);

/** With each letter that is written twice written once. */
const once = (word: string): string => word.replace(/(\p{L})\1+/gu, "$1");

const NONE: ReadonlySet<string> = new Set();
const SMALL: ReadonlySet<string> = new Set(words.small);
const ENDINGS: ReadonlySet<string> = new Set([...words.small, ...words.endings]);
