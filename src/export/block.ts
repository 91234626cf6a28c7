/**
 * The record as data: titled sections that hold text, lines and entries. Words only, no markup: whoever renders it escapes every
 * text, the program's own as well. Markdown and HTML are two renderings of this one shape.
 */

/** What stands beside a label. */
export type Shown =
  /** Words of a person. May have several lines. */
  | { readonly kind: "said"; readonly text: string }
  /** Words of the program or the flow: options, dates, numbers. */
  | { readonly kind: "fixed"; readonly texts: readonly string[] }
  /** The program says something about an answer that is not there: skipped, still open. Set apart, so nobody can type it. */
  | { readonly kind: "mark"; readonly text: string };

export interface Line {
  readonly label: string;
  readonly shown: Shown;
  /** What the program adds, such as when it was written down. */
  readonly mark?: string | undefined;
}

/** Lines under one name: an entry of a list, a norm, a correction. */
export interface Entry {
  readonly kind: "entry";
  readonly title: string;
  readonly mark?: string | undefined;
  readonly lines: readonly Line[];
}

export interface Section {
  readonly kind: "section";
  readonly title: string;
  readonly blocks: readonly Block[];
}

export type Block =
  | Section
  | Entry
  | { readonly kind: "lines"; readonly lines: readonly Line[] }
  | { readonly kind: "text"; readonly text: string; readonly strong?: boolean }
  | { readonly kind: "mark"; readonly text: string }
  /** Room on paper, to draw or write in. */
  | { readonly kind: "space"; readonly text: string };

/** A whole document. */
export interface Paper {
  /** Said before everything else when this is no real case. */
  readonly warning: string | undefined;
  readonly title: string;
  readonly blocks: readonly Block[];
}

export const section = (title: string, ...blocks: readonly Block[]): Section => ({ kind: "section", title, blocks });
export const entry = (title: string, lines: readonly Line[], mark?: string): Entry => ({ kind: "entry", title, lines, mark });
export const text = (words: string): Block => ({ kind: "text", text: words });
export const strong = (words: string): Block => ({ kind: "text", text: words, strong: true });
export const mark = (words: string): Block => ({ kind: "mark", text: words });
export const space = (words: string): Block => ({ kind: "space", text: words });
/** No block at all when there are no lines. */
export const lines = (all: readonly Line[]): readonly Block[] => (all.length === 0 ? [] : [{ kind: "lines", lines: all }]);

export const said = (words: string): Shown => ({ kind: "said", text: words });
export const fixed = (...texts: readonly string[]): Shown => ({ kind: "fixed", texts });
export const marked = (words: string): Shown => ({ kind: "mark", text: words });
