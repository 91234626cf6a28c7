/** The rows of a choice: which one the cursor stands on, how keys move it, how it looks. */
import type { Key } from "../../core/edit.ts";
import { width, type Room } from "./sheet.ts";
import { wrap } from "./wrap.ts";

export interface Row {
  readonly text: string;
  readonly help: string | undefined;
  /** A mark before the text: "[x]". */
  readonly box?: string;
}

/** No row: an answer starts with none, so that an Enter too many chooses nothing. */
export const NONE = -1;

/** The row the cursor stands on, and the number that was typed to get there: a second digit goes on with it. */
export interface Cursor {
  readonly at: number;
  readonly typed: string;
}

export const cursorAt = (at: number): Cursor => ({ at, typed: "" });

/** Where the cursor goes: arrows go round, numbers jump. Never answers. */
export function step(cursor: Cursor, key: Key, count: number): Cursor {
  const { at } = cursor;
  switch (key.name) {
    case "up":
      return cursorAt(at <= 0 ? count - 1 : at - 1);
    case "down":
    case "tab":
      return cursorAt(at + 1 >= count ? 0 : at + 1);
    case "home":
      return cursorAt(0);
    case "end":
      return cursorAt(count - 1);
    case "text":
      return Array.from(key.text).reduce((so, sign) => numbered(so, sign, count), cursor);
    default:
      return cursor;
  }
}

function numbered({ at, typed: before }: Cursor, sign: string, count: number): Cursor {
  const typed = /\d/.test(sign) ? [before + sign, sign].find((number) => Number(number) >= 1 && Number(number) <= count) : undefined;
  return typed === undefined ? cursorAt(at) : { at: Number(typed) - 1, typed };
}

export function drawRows(rows: readonly Row[], at: number, room: Room): { readonly body: readonly string[]; readonly focus: number } {
  const body: string[] = [];
  let focus = 0;
  for (const [i, { text, help, box }] of rows.entries()) {
    const number = `${String(i + 1).padStart(String(rows.length).length)} `;
    const lead = `${i === at ? ">" : " "} ${number}${box === undefined ? "" : `${box} `}`;
    if (i === at) focus = body.length;
    body.push(...wrap(text, width(room), lead, " ".repeat(lead.length)).map((row) => (i === at ? room.paint.mark(row) : row)));
    if (i === at && help !== undefined) body.push(...wrap(help, width(room), " ".repeat(lead.length + 2)).map(room.paint.dim));
  }
  return { body, focus };
}
