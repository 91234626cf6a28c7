/** How a person says the same thing to each face: keys for the terminal, lines for the linear one. */
import type { Value } from "../../src/core/value.ts";
import type { Asking, Menu } from "../../src/ports.ts";

export interface Hand {
  readonly answer: (asking: Asking, value: Value | null) => string;
  readonly pick: (menu: Menu, id: string) => string;
  readonly back: (asked: Asking | Menu) => string;
  readonly overview: string;
}

const HOME = "\x1b[H";
const END = "\x1b[F";
const row = (i: number): string => String(i + 1);
const indexOf = (options: readonly { readonly id: string }[], id: unknown): number => {
  const at = options.findIndex((option) => option.id === id);
  if (at < 0) throw new Error(`no such choice: ${String(id)}`);
  return at;
};
/** What stands in the prompt before anything is typed. */
const before = ({ draft, current }: Asking): string => draft ?? (current === undefined || current === null ? "" : String(current));
const isChosen = ({ askable: { kind } }: Asking): boolean => kind === "choice" || kind === "choices" || kind === "ref" || kind === "notice";

export const keys: Hand = {
  answer: (asking, value) => {
    const { askable, options, current } = asking;
    const typed = value === null ? "" : `\x1b[200~${String(value)}\x1b[201~`;
    switch (askable.kind) {
      case "notice":
        return "\r";
      case "choice":
      case "ref":
        return `${value === null ? END : row(indexOf(options, value))}\r`;
      case "choices": {
        const [was, wanted] = [current, value].map((one) => (Array.isArray(one) ? one.map(String) : []));
        // Off before on: what goes with no other puts others off by itself.
        const toggles = [...(was ?? []), ...(wanted ?? [])].map((id) => `${row(indexOf(options, id))} `).join("");
        return toggles + (value === null ? END : HOME) + (wanted?.length === 0 && value !== null ? "\r\r" : "\r");
      }
      case "text":
        return `${cleared(asking)}${typed}\x04`;
      default:
        return `${cleared(asking)}${typed}\r`;
    }
  },
  pick: ({ options }, id) => `${row(indexOf(options, id))}\r`,
  back: (asked) => {
    if (!("askable" in asked) || isChosen(asked)) return "<\r";
    return asked.askable.kind === "text" && before(asked) !== "" ? "\x1b\r<\r" : `${cleared(asked)}<\r`;
  },
  overview: "\x0f",
};

/** Ctrl-U and Backspace for each line. */
const cleared = (asking: Asking): string => (before(asking) === "" ? "" : "\x15\x7f".repeat(before(asking).split("\n").length));

export const lines: Hand = {
  answer: (asking, value) => {
    const { askable, options } = asking;
    const anew = before(asking) === "" ? "" : "-\n";
    switch (askable.kind) {
      case "notice":
        return "\n";
      case "choice":
      case "ref":
        return `${value === null ? String(options.length + 1) : said(options, indexOf(options, value))}\n`;
      case "choices": {
        const ids: readonly Value[] = Array.isArray(value) ? value : [];
        const numbers = ids.map((id) => String(indexOf(options, id) + 1)).reverse();
        return `${value === null ? String(options.length + 1) : numbers.join(", ") || "0"}\n`;
      }
      case "text":
        return value === null ? `${anew}\n` : anew + typedText(String(value));
      default:
        return value === null ? anew || "\n" : `${escaped(String(value))}\n`;
    }
  },
  pick: ({ options }, id) => `${said(options, indexOf(options, id))}\n`,
  back: () => "<\n",
  overview: "#\n",
};

/** A choice by its number, or every other one by its words where no other has them. */
function said(options: readonly { readonly text: string }[], at: number): string {
  const text = options[at]?.text ?? "";
  return at % 2 === 0 || options.filter((option) => option.text === text).length > 1 ? String(at + 1) : text.replaceAll("\n", " ");
}

const SIGN = /^ *(?:[?<#!.*-]|!!)\s*$/;
const escaped = (line: string): string => (SIGN.test(line) ? ` ${line}` : line);

/** A text as it is typed line by line: signs that are text behind a space, and a full stop at the end. */
export const typedText = (text: string): string => `${text.split("\n").map(escaped).join("\n")}\n.\n`;
