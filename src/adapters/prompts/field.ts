/** Something that is typed: what text, line, date and number share. */
import { edit, lineEnd, lineStart, type Draft, type Key } from "../../core/edit.ts";
import { nl } from "../../core/nl.ts";
import { accepts, type Value } from "../../core/value.ts";
import type { Asking } from "../../ports.ts";
import { headOf, stopKey } from "./head.ts";
import { width, type Move, type Room, type Sheet } from "./sheet.ts";
import { rows, typed } from "./wrap.ts";

export interface Way {
  readonly single: boolean;
  /** What the text says; a text that says nothing of the kind comes back as it is, and is refused. */
  readonly read: (text: string) => Value;
  readonly write: (value: Value) => string;
  /** What is said of a text that says nothing of the kind, where that is more than what the core says of it. */
  readonly unread?: (text: string) => string;
  /** What stands below the text. */
  readonly hint: (text: string) => string | undefined;
  /** Why a value that can be right is asked about once more. */
  readonly doubt?: (value: Value, typed: string) => string | undefined;
  /** The value in words, for the line left behind. */
  readonly words: (value: Value) => string;
}

const BACK = "<";
const GUTTER = "> ";
const { keys: k } = nl.prompt;

/** @param draft what was typed here before and not confirmed */
export function field(asking: Asking, way: Way, draft: string | undefined): Sheet<Draft, Value | null> {
  const { askable, current } = asking;
  const saved = current === undefined || current === null ? "" : way.write(current);
  const text = draft ?? saved;
  const head = headOf(asking);
  const wide = (room: Room): number => width(room) - GUTTER.length - 1;

  const confirmed = (state: Draft): Move<Draft, Value | null> => {
    const start = lineStart(state.text, state.cursor);
    if (state.text.slice(start) === BACK)
      return { reply: { kind: "back" }, state: { text: state.text.slice(0, start).trimEnd(), cursor: 0 } };
    const value = state.text.trim() === "" ? null : way.read(state.text.replace(/\n+$/u, ""));
    const refusal = accepts(askable, value);
    if (refusal !== null)
      return { state, message: (refusal.code === "date" ? way.unread?.(state.text) : undefined) ?? nl.refusal(refusal) };
    const doubt = value === null || state.sure === state.text ? undefined : way.doubt?.(value, state.text);
    return doubt === undefined ? { reply: { kind: "answer", value } } : { state: { ...state, sure: state.text }, message: doubt };
  };
  return {
    head,
    start: { text, cursor: text.length },
    press: (state, key, room) =>
      ends(state, key, way.single)
        ? confirmed(state)
        : { state: edit(state, key, { single: way.single, rows: (all) => rows(all, wide(room)) }) },
    draw: (state, room) => {
      const shown = typed(state.text, state.cursor, wide(room));
      const empty = state.text === "";
      return {
        body: shown.rows.map((row, i) => (i === 0 ? GUTTER : "│ ") + row),
        focus: shown.row,
        typed: { text: shown.rows[shown.row] ?? "", at: shown.at },
        most: 8,
        hint: draft !== undefined && state.text === draft ? nl.prompt.draft : way.hint(state.text),
        keys: [
          ...(empty && !askable.required ? [k.skip] : way.single ? [k.confirm] : [k.newLine, k.twice]),
          ...(way.single ? [] : [k.editor]),
          ...(head.help.length === 0 ? [] : [empty ? k.help : k.helpWhileTyping]),
          k.back,
          head.outside || empty || state.text === saved || head.keeps ? stopKey(head) : k.stopTyping,
        ],
      };
    },
    words: (value) => (value === null ? nl.prompt.skipped : way.words(value)),
    typed: { of: (state) => state.text, saved, long: !way.single },
  };
}

/** Whether a key says: this is my answer. In several lines that is Enter on an empty last line, or "<" alone on it. */
function ends({ text, cursor }: Draft, key: Key, single: boolean): boolean {
  if (key.name === "submit") return true;
  if (key.name !== "enter") return false;
  if (single) return true;
  const line = text.slice(lineStart(text, cursor), lineEnd(text, cursor));
  return text.slice(cursor).trim() === "" && (line.trim() === "" || line === BACK);
}
