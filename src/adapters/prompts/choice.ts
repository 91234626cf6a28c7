/** One of several, or an entry of another list. */
import { nl } from "../../core/nl.ts";
import { accepts, type Value } from "../../core/value.ts";
import type { Asking } from "../../ports.ts";
import { headOf, stopKey, type Head } from "./head.ts";
import { cursorAt, drawRows, NONE, step, type Cursor, type Row } from "./rows.ts";
import type { Sheet } from "./sheet.ts";

export function choice(asking: Asking): Sheet<Cursor, Value | null> {
  const { askable, options, current } = asking;
  const rows: readonly Pick<Value | null>[] = [
    ...options.map(({ id, text, help }) => ({ value: id, text, help })),
    ...(askable.required ? [] : [{ value: null, text: nl.prompt.skip, help: undefined }]),
  ];
  const start = current === undefined ? NONE : rows.findIndex(({ value }) => value === current);
  return oneOf(headOf(asking), rows, start, (value) => {
    const refusal = accepts(askable, value);
    return refusal === null ? undefined : nl.refusal(refusal);
  });
}

export interface Pick<T> extends Row {
  readonly value: T;
}

/** @param refuse why a value can't be chosen; undefined when it can */
export function oneOf<T>(head: Head, rows: readonly Pick<T>[], start: number, refuse: (value: T) => string | undefined): Sheet<Cursor, T> {
  return {
    head,
    start: cursorAt(start),
    press: (cursor, key) => {
      if (key.name !== "enter") return { state: step(cursor, key, rows.length) };
      const row = rows[cursor.at];
      if (row === undefined) return { state: cursor, message: nl.prompt.chooseFirst };
      const message = refuse(row.value);
      return message === undefined ? { reply: { kind: "answer", value: row.value } } : { state: cursor, message };
    },
    draw: ({ at }, room) => ({ ...drawRows(rows, at, room), hint: undefined, keys: keys(head) }),
    words: (value) => (value === null ? nl.prompt.skipped : (rows.find((row) => row.value === value)?.text ?? "")),
    typed: undefined,
  };
}

const { keys: k } = nl.prompt;
const keys = (head: Head): readonly string[] => [k.choose, k.confirm, ...(head.help.length > 0 ? [k.help] : []), k.back, stopKey(head)];
