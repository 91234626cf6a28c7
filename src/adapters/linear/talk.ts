/** One question in lines: it is put, what is typed is heard, and whatever it means is answered. What all questions share is here. */
import { nl } from "../../core/nl.ts";
import type { Reply } from "../../ports.ts";
import type { Head } from "../prompts/head.ts";
import { wrap } from "../prompts/wrap.ts";
import { heard, type Heard, type Words } from "./heard.ts";
import type { Lines } from "./lines.ts";

export interface Talk<T> {
  readonly head: Head;
  /** What stands below the question, a line each: the choices, or what was answered before. */
  readonly rows: readonly string[];
  /** What more the help says. */
  readonly help: readonly string[];
  /** The answer can have many lines: a sign is text when more comes in the same breath, as it was pasted. */
  readonly many?: true;
  /** How to answer, in one short line. */
  readonly how: () => string;
  readonly hear: (words: Words) => Turn<T> | Promise<Turn<T>>;
}

/** What a line of text did. Nothing said: she goes on. */
export type Turn<T> = { readonly reply: Reply<T>; readonly said?: readonly string[] } | { readonly said: readonly string[] } | undefined;

export interface Ended<T> {
  readonly reply: Reply<T>;
  readonly left: boolean;
}

/** Lines for the user, cleaned of what a terminal would obey, and broken between words: a row that is read by itself has whole ones. */
export const say = (lines: Lines, ...rows: readonly string[]): void =>
  lines.write(rows.map((row) => `${wrap(row, lines.columns()).join("\n")}\n`).join(""));

/** Asks until there is a reply. @param there where she was at the question before: that is not said twice */
export async function talk<T>(lines: Lines, { head, rows, help, many, how, hear }: Talk<T>, there: string): Promise<Ended<T>> {
  const put = (before = ""): void => say(lines, "", ...opening(head, before), ...rows, how());
  const again = (...why: readonly string[]): void => say(lines, ...why, nl.prompt.colon(head.label) + how());
  const ended = (reply: Reply<T>, ...said: readonly string[]): Ended<T> => {
    say(lines, ...said);
    return { reply, left: false };
  };
  put(there);
  for (;;) {
    const line = await lines.next(again);
    // Ctrl-C left the line that was being typed without an end.
    if (line === undefined) return ended({ kind: "stop" }, "");
    const meant = await whole(lines, heard(line), many === true ? line : undefined);
    switch (meant.says) {
      case "back":
        return ended({ kind: "back" }, nl.linear.back);
      case "overview":
        if (head.overview) return ended({ kind: "back", overview: true });
        again(nl.linear.noOverview);
        break;
      case "stop":
        return ended({ kind: "stop" });
      case "leave":
        return { reply: { kind: "stop" }, left: true };
      case "help":
        say(lines, ...helpOf(head), ...help, nl.linear.signs(head.overview, head.outside), nl.linear.literal);
        put();
        break;
      case "text": {
        const turn = await hear(meant);
        if (turn !== undefined && "reply" in turn) return ended(turn.reply, ...(turn.said ?? []));
        if (turn !== undefined) again(...turn.said);
      }
    }
  }
}

/** @param pasted the line, where it may be one of many */
async function whole(lines: Lines, meant: Heard, pasted: string | undefined): Promise<Heard> {
  const goes = meant.says === "help" || meant.says === "back" || meant.says === "overview";
  return goes && pasted !== undefined && (await lines.more()) ? { says: "text", text: pasted, literal: true } : meant;
}

/** What stands above every question. */
function opening({ place, urgent, text, lines, note }: Head, before: string): readonly string[] {
  return [
    ...(place === "" || place === before ? [] : [place.replaceAll(" · ", ", ")]),
    ...(urgent ? [nl.prompt.colon(nl.prompt.urgent).trim()] : []),
    inLines(text.trim()),
    ...lines.map((line) => line.replace(/^(\d+)\. /, (_, n: string) => nl.linear.entry(n))),
    ...(note === undefined ? [] : [note.trim()]),
  ];
}

const helpOf = ({ help }: Head): readonly string[] =>
  help.length === 0 ? [nl.prompt.noHelp] : help.map(({ word, text }) => inLines(`${word} ${text}`.trim()));

/** Texts of a flow can name keys of the other face. */
const inLines = (text: string): string => text.replace(/\b(?:Ctrl-[XOC]|Esc)\b/g, (key) => nl.linear.keys[key] ?? key);
