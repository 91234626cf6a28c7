/** Text in rows of a terminal. Measured on the safe side: a row never takes more columns, nor more code units, than its width. */
import { rowOf, type Span } from "../../core/edit.ts";
import { visible, visibleAt } from "../../core/visible.ts";

/** One column and one code unit each, and nothing that combines. */
const PLAIN = /^[\x20-\x7E\u00A0-\u00AC\u00AE-\u02FF\u2010-\u2027\u2030-\u205E\u20AC\u2190-\u21FF\u2500-\u259F]*$/;
const WIDE = /[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF01-\uFF60\uFFE0-\uFFE6]|\p{Emoji_Presentation}/gu;

/** The columns a text takes at most. */
export const cells = (text: string): number =>
  PLAIN.test(text) ? text.length : Math.max(text.length, Array.from(text).length + (text.match(WIDE)?.length ?? 0));

/** Where a text breaks into rows: at its line feeds, and between words where it is too wide; inside a word when there is no other way. */
export function rows(text: string, width: number): readonly Span[] {
  const result: Span[] = [];
  let start = 0;
  for (const line of text.split("\n")) {
    result.push(...broken(text, start, start + line.length, Math.max(width, 8)));
    start += line.length + 1;
  }
  return result;
}

function broken(text: string, start: number, end: number, width: number): readonly Span[] {
  const line = text.slice(start, end);
  const plain = PLAIN.test(line);
  if (plain && line.length <= width) return [{ start, end }];
  const spans: Span[] = [];
  let from = start;
  let used = 0;
  let space = start;
  let at = start;
  for (const part of plain ? line : clusters(line)) {
    const size = plain ? 1 : cells(visibleAt(text, at, at + part.length));
    // One space may hang over the edge: it is not seen there.
    while (used + size > width + (part === " " ? 1 : 0)) {
      const cut = space > from ? space : at;
      if (cut <= from) break;
      spans.push({ start: from, end: cut });
      used = cells(visibleAt(text, cut, at));
      from = cut;
    }
    used += size;
    at += part.length;
    if (part === " ") space = at;
  }
  return [...spans, { start: from, end }];
}

const clusters = (text: string): readonly string[] =>
  Array.from(new Intl.Segmenter("nl", { granularity: "grapheme" }).segment(text), ({ segment }) => segment);

/** A text made visible, in rows of at most `width` columns. `hang` stands before every row but the first, `first` before that. */
export function wrap(text: string, width: number, first = "", hang = first): readonly string[] {
  const shown = visible(text);
  return rows(shown, width - Math.max(cells(first), cells(hang))).map(
    ({ start, end }, i) => (i === 0 ? first : hang) + shown.slice(start, end).trimEnd(),
  );
}

/** Short pieces in as few rows as they need; no piece is broken while it fits a row. */
export function flow(pieces: readonly string[], width: number, between = " · "): readonly string[] {
  const result: string[] = [];
  for (const piece of pieces) {
    const last = result.at(-1);
    if (last === undefined || cells(last) + cells(between) + cells(piece) > width) result.push(piece);
    else result[result.length - 1] = last + between + piece;
  }
  return result.flatMap((row) => wrap(row, width));
}

/** One line of at most `width` columns; what does not fit ends in "…". */
export function fit(text: string, width: number): string {
  const line = visible(text.replace(/\s+/gu, " ").trim());
  if (cells(line) <= width) return line;
  if (PLAIN.test(line)) return `${line.slice(0, Math.max(0, width - 1)).trimEnd()}…`;
  let used = 1;
  let kept = "";
  for (const part of clusters(line)) {
    used += cells(part);
    if (used > width) break;
    kept += part;
  }
  return `${kept.trimEnd()}…`;
}

/** The part of `all` around `focus` that fits in `most` rows; `more` says how many are left out. */
export function around(
  all: readonly string[],
  focus: number,
  most: number,
  more: (n: number, where: "above" | "below") => string,
): { readonly rows: readonly string[]; readonly focus: number } {
  if (all.length <= most) return { rows: all, focus };
  const size = Math.max(1, most - 2);
  const start = Math.max(0, Math.min(focus - Math.floor(size / 2), all.length - size));
  const left = all.length - start - size;
  const above = start > 0 ? [more(start, "above")] : [];
  return {
    rows: [...above, ...all.slice(start, start + size), ...(left > 0 ? [more(left, "below")] : [])],
    focus: focus - start + above.length,
  };
}

/** A text under edit: its rows, made visible, and where the cursor stands. */
export function typed(
  text: string,
  cursor: number,
  width: number,
): { readonly rows: readonly string[]; readonly row: number; readonly at: number } {
  const spans = rows(text, width);
  const row = rowOf(spans, cursor);
  return {
    rows: spans.map(({ start, end }) => visibleAt(text, start, end)),
    row,
    at: visibleAt(text, spans[row]?.start ?? 0, cursor).length,
  };
}
