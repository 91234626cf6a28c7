/** What a typed line means: something about the walk, or text. */
import { decode, flush, NOTHING } from "../keys.ts";

export type Heard = { readonly says: Sign } | Words;
type Sign = "help" | "back" | "overview" | "stop" | "leave";

export interface Words {
  readonly says: "text";
  readonly text: string;
  /** A space stood before a sign: what it is, and not what it does. */
  readonly literal: boolean;
}

const SIGNS: ReadonlyMap<string, Sign> = new Map([
  ["?", "help"],
  ["<", "back"],
  ["#", "overview"],
  ["!", "stop"],
  ["!!", "leave"],
]);
/** A key of the other face, and then Enter: whoever is used to it, or reads of it in a help text, gets what it does. */
const KEYS: ReadonlyMap<string, Sign> = new Map([
  ["help", "help"],
  ["escape", "back"],
  ["overview", "overview"],
  ["leave", "leave"],
]);
/** A space and then only a sign, or that with more spaces. */
const LITERAL = /^ (?= *(?:[?<#!.*-]|!!)\s*$)/;
// eslint-disable-next-line no-control-regex -- what a key without a letter leaves in a line
const CONTROL = /[\x00-\x08\x0A-\x1F\x7F]/;

/** @param line as the terminal gave it, without its end */
export function heard(line: string): Heard {
  const keys = CONTROL.test(line) ? keysIn(line) : undefined;
  const pressed = keys?.map(({ name }) => KEYS.get(name)).find((sign) => sign !== undefined);
  if (pressed !== undefined) return { says: pressed };
  const text = keys?.map((key) => ("text" in key ? key.text : key.name === "tab" ? "\t" : "")).join("") ?? line;
  const says = SIGNS.get(text.trimEnd());
  const literal = LITERAL.test(text);
  return says === undefined ? { says: "text", text: literal ? text.slice(1) : text, literal } : { says };
}

function keysIn(line: string): ReturnType<typeof decode>["keys"] {
  const { keys, pending } = decode(NOTHING, line);
  return [...keys, ...flush(pending)];
}
