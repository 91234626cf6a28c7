/**
 * Text of people as Markdown that comes back literally: no character of it can open a heading, list, link, emphasis, code, table,
 * HTML or anything else, in CommonMark or in GitHub's dialect. Readable as plain text where it can be.
 */
import { visible } from "../core/visible.ts";

/** What can act anywhere in a line. `&` only where it could begin an entity; `@`, `:` and `.` where GitHub would make a link. */
const ANYWHERE = /[\\`*_[\]<~|#$]|&(?=[#a-z])|(?<=[\w.+-])@(?=[\w-])|(?<=\bwww)\.|(?<=\b(?:https?|ftp|mailto|xmpp)):/gi;
/** What acts only at the beginning of a line: quotes, bullets, underlines, numbers, cells. */
const AT_START = /^(\s*)([-+=>:]|\d{1,9}(?=[.)](?:\s|$)))/;
const EDGES = /^\s+|\s+$/g;

/** A line with nothing in it that could act: most lines, told apart at once because escaping all of them is felt at the start. */
const HARMLESS = /^(?:[A-Za-zÀ-ÿ]|(?:[A-Za-zÀ-ÿ(‘“]|\d+[ :-])[A-Za-zÀ-ÿ0-9 ,.:;()?!%+=/‘’“”–…€-]*[A-Za-zÀ-ÿ0-9,.:;)?!%’”…])$/;
const LINKED = /www\.|(?:https?|ftp|mailto|xmpp):/i;

/** One line of Markdown. Line ends become references, so it is safe in a heading, a list item or a quote. */
export function inline(text: string): string {
  if (HARMLESS.test(text) && !LINKED.test(text)) return text;
  return seen(text)
    .replace(ANYWHERE, "\\$&")
    .replace(AT_START, (_, space: string, what: string) => (/\d/.test(what) ? `${space}${what}\\` : `${space}\\${what}`))
    .replace(EDGES, references)
    .replaceAll("\n", references);
}

/** As `visible`, but a tab stays a tab: in a file it does no harm, and the text comes back as it was. */
const seen = (text: string): string => text.split("\t").map(visible).join("\t");

/**
 * The lines of one or more paragraphs. One empty line is a new paragraph, every other line end a hard break, so that the text can
 * be read back exactly: paragraphs joined by two line feeds, breaks by one.
 */
export function paragraphs(text: string): readonly string[] {
  return text.split(/(?<=[^\n])\n\n(?!\n*$)/).flatMap((paragraph, i) => (i === 0 ? broken(paragraph) : ["", ...broken(paragraph)]));
}

/** Line ends at the very end have nothing after them to break, so they become references. */
function broken(paragraph: string): readonly string[] {
  const end = /\n*$/.exec(paragraph)?.[0] ?? "";
  const all = paragraph
    .slice(0, paragraph.length - end.length)
    .split("\n")
    .map(inline);
  return all.map((line, i) => (i === all.length - 1 ? line + references(end) : `${line}\\`));
}

const references = (text: string): string => Array.from(text, (character) => `&#${String(character.codePointAt(0))};`).join("");
