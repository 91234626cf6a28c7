/** Text from outside as it may be shown: nothing in it can steer a terminal, hide, or turn the reading order round. */

/** Nearly all Dutch text. The patterns below are made when they are needed: reading a class of characters is felt at the start. */
const PLAIN = /^[\n\x20-\x7E\u00A1-\u00AC\u00AE-\u02FF\u2010-\u2027]*$/;
const JOINERS = "\u200C\u200D";

/**
 * Control, bidirectional and other invisible characters as `\u{202e}`; a tab as one space. Line feeds stay, and so do
 * the joiners inside a word or an emoji. Lone surrogates become U+FFFD.
 */
export const visible = (text: string): string => (PLAIN.test(text) ? text : visibleAt(text, 0, text.length).toWellFormed());

/** The part of `visible(text)` that stands for text.slice(start, end): joiners are judged by what is around them in the whole. */
export function visibleAt(text: string, start: number, end: number): string {
  return text.slice(start, end).replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, (char: string, at: number) => standIn(char, text, start + at));
}

function standIn(char: string, whole: string, at: number): string {
  if (char === "\n") return char;
  if (char === "\t") return " ";
  if (
    JOINERS.includes(char) &&
    /[\p{L}\p{M}\p{S}]$/u.test(whole.slice(Math.max(0, at - 2), at)) &&
    /^[\p{L}\p{M}\p{S}]/u.test(whole.slice(at + 1, at + 3))
  )
    return char;
  return `\\u{${(char.codePointAt(0) ?? 0).toString(16)}}`;
}
