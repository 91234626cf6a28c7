/** Bytes of a terminal as keys. A paste (bracketed) is one key, however many chunks it came in. */
import type { Key } from "../core/edit.ts";

/** What came in but is no key yet. */
export interface Pending {
  /** The beginning of an escape sequence, or of the end of a paste. */
  readonly rest: string;
  /** The parts of a paste that has not ended. */
  readonly pasted: readonly string[] | undefined;
}

export const NOTHING: Pending = { rest: "", pasted: undefined };

const PASTE = "\x1b[200~";
const PASTED = "\x1b[201~";
/* eslint-disable no-control-regex -- control characters are what a terminal speaks */
const PRINTED = /[^\x00-\x1F\x7F]+/y;
const SEQUENCE = /\x1b(?:\[\[[A-E]|\[[0-9;?<>=]*[ -/]*[@-Z\\-~]|O[0-9;]*[@-~])/y;
const HALF = /^\x1b(?:\[\[?|\[[0-9;?<>=]*[ -/]*|O[0-9;]*)?$/;
/* eslint-enable no-control-regex */
const CONTROLS: Readonly<Record<string, Key>> = {
  "\r": { name: "enter" },
  "\n": { name: "enter" },
  "\t": { name: "tab" },
  "\x7F": { name: "backspace" },
  "\b": { name: "backspace" },
  "\x01": { name: "home" },
  "\x02": { name: "left" },
  "\x03": { name: "interrupt" },
  "\x04": { name: "submit" },
  "\x05": { name: "end" },
  "\x06": { name: "right" },
  "\x0B": { name: "kill-right" },
  "\x0E": { name: "down" },
  "\x0F": { name: "overview" },
  "\x10": { name: "up" },
  "\x15": { name: "kill-left" },
  "\x17": { name: "kill-word" },
  "\x18": { name: "leave" },
  "\x1A": { name: "suspend" },
};
const FINALS: Readonly<Record<string, Key>> = {
  A: { name: "up" },
  B: { name: "down" },
  C: { name: "right" },
  D: { name: "left" },
  H: { name: "home" },
  F: { name: "end" },
  P: { name: "help" },
  S: { name: "editor" },
};
const NUMBERS: Readonly<Record<string, Key>> = {
  1: { name: "home" },
  7: { name: "home" },
  4: { name: "end" },
  8: { name: "end" },
  3: { name: "delete" },
  11: { name: "help" },
  14: { name: "editor" },
};
const WITH_ALT: Readonly<Record<string, Key>> = {
  "\r": { name: "newline" },
  "\n": { name: "newline" },
  "\x7F": { name: "kill-word" },
  b: { name: "word-left" },
  f: { name: "word-right" },
  e: { name: "editor" },
};

/** The keys in a chunk, and what is left over for the next. */
export function decode(pending: Pending, chunk: string): { readonly keys: readonly Key[]; readonly pending: Pending } {
  const keys: Key[] = [];
  let { rest, pasted } = pending;
  const text = rest + chunk;
  rest = "";
  let at = 0;
  while (at < text.length) {
    if (pasted !== undefined) {
      const end = text.indexOf(PASTED, at);
      const stop = end < 0 ? text.length - halfEnd(text.slice(at)) : end;
      pasted = [...pasted, text.slice(at, stop)];
      if (end < 0) return { keys, pending: { rest: text.slice(stop), pasted } };
      keys.push({ name: "paste", text: pasted.join("") });
      pasted = undefined;
      at = end + PASTED.length;
      continue;
    }
    const char = text.charAt(at);
    if (char === "\x1b") {
      if (HALF.test(text.slice(at, at + 64)) && at + 64 > text.length) return { keys, pending: { rest: text.slice(at), pasted } };
      const sequence = matched(SEQUENCE, text, at);
      if (sequence === PASTE) pasted = [];
      const key = sequence === undefined ? WITH_ALT[text.charAt(at + 1)] : named(sequence);
      if (key !== undefined) keys.push(key);
      if (sequence === undefined && text.charAt(at + 1) === "\x1b") keys.push({ name: "escape" });
      at += sequence?.length ?? (key === undefined ? 1 : 2);
      continue;
    }
    const printed = matched(PRINTED, text, at);
    if (printed !== undefined) keys.push({ name: "text", text: printed });
    const control = CONTROLS[char];
    if (control !== undefined) keys.push(control);
    at += printed?.length ?? (text.startsWith("\r\n", at) ? 2 : 1);
  }
  return { keys, pending: { rest, pasted } };
}

/** What is pending means this when nothing follows: Esc alone, or a paste whose end was lost. */
export function flush({ rest, pasted }: Pending): readonly Key[] {
  if (pasted !== undefined) return [{ name: "paste", text: pasted.join("") + rest }];
  if (rest === "") return [];
  return rest === "\x1b" ? [{ name: "escape" }] : [{ name: "text", text: rest.slice(1) }];
}

function named(sequence: string): Key | undefined {
  if (sequence === "\x1b[[A") return { name: "help" };
  if (sequence === "\x1b[[D") return { name: "editor" };
  const body = sequence.slice(2, -1);
  const final = sequence.slice(-1);
  const [code = "", modifier = "1"] = body.split(";");
  const moved = modifier !== "1" && modifier !== "2";
  if (moved && final === "C") return { name: "word-right" };
  if (moved && final === "D") return { name: "word-left" };
  return final === "~" ? NUMBERS[code] : FINALS[final];
}

function matched(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}

/** How many characters at the end of a text may be the beginning of the end of a paste. */
function halfEnd(text: string): number {
  for (let length = Math.min(PASTED.length - 1, text.length); length > 0; length--)
    if (PASTED.startsWith(text.slice(-length))) return length;
  return 0;
}
