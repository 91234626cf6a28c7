/** Taking a prompt off a terminal that has got another width. */
import { stripVTControlCharacters } from "node:util";
import type { Layout } from "./arrange.ts";
import { cells } from "./wrap.ts";

/**
 * What makes room for the next drawing, and puts the cursor where it stood in the last one. A terminal breaks a row that has become too wide
 * into more rows, so the drawing begins further up than where it was drawn.
 */
export function madeRoom({ top, bottom, typed }: Layout, columns: number): string {
  const rows = stripVTControlCharacters(top).split("\n");
  const last = cells(rows.at(-1) ?? "");
  const cursor = typed === undefined ? last : last - cells(typed.text) + typed.at;
  const above = rows.slice(0, -1).reduce((n, row) => n + folded(cells(row), columns), folded(cursor, columns) - 1);
  const below = bottom === "" ? 0 : bottom.split("\n").length;
  // Row by row: where all of the screen is cleared at once, tmux keeps what stood there behind it.
  return `\x1b[J${"\x1b[2K\x1b[1A".repeat(above)}\x1b[2K\r${"\n".repeat(rows.length - 1 + below)}${below === 0 ? "" : `\x1b[${String(below)}A`}`;
}

/** How many rows so many columns take. */
const folded = (wide: number, columns: number): number => Math.max(1, Math.ceil(wide / columns));
