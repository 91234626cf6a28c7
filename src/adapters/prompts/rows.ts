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

/** Where the cursor goes: arrows go round, digits jump. Never answers. */
export function step(at: number, key: Key, count: number): number {
  switch (key.name) {
    case "up":
      return at <= 0 ? count - 1 : at - 1;
    case "down":
    case "tab":
      return at + 1 >= count ? 0 : at + 1;
    case "home":
      return 0;
    case "end":
      return count - 1;
    case "text": {
      const digit = /[1-9]/.exec(key.text.slice(-1))?.[0];
      return digit === undefined || Number(digit) > count ? at : Number(digit) - 1;
    }
    default:
      return at;
  }
}

export function drawRows(rows: readonly Row[], at: number, room: Room): { readonly body: readonly string[]; readonly focus: number } {
  const body: string[] = [];
  let focus = 0;
  for (const [i, { text, help, box }] of rows.entries()) {
    const number = i < 9 ? `${String(i + 1)} ` : rows.length > 1 ? "  " : "";
    const lead = `${i === at ? ">" : " "} ${number}${box === undefined ? "" : `${box} `}`;
    if (i === at) focus = body.length;
    body.push(...wrap(text, width(room), lead, " ".repeat(lead.length)).map((row) => (i === at ? room.paint.mark(row) : row)));
    if (i === at && help !== undefined) body.push(...wrap(help, width(room), " ".repeat(lead.length + 2)).map(room.paint.dim));
  }
  return { body, focus };
}
