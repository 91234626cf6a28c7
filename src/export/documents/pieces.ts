/** The words of a document by themselves, each with the place where it stands, to be searched. */
import type { Piece } from "../../core/leak/leak.ts";
import type { Block, Line, Paper } from "../block.ts";

export interface Pieces {
  /** Words of people. Titles of entries and of the document too: a role stands in some. */
  readonly said: readonly Piece[];
  /** Words of the program and the definitions, and dates and numbers. */
  readonly fixed: readonly Piece[];
}

export function pieces({ title, blocks }: Paper): Pieces {
  const all = [{ isSaid: true, place: title, text: title }, ...blocks.flatMap((block) => within(block, []))];
  return { said: all.filter(({ isSaid }) => isSaid), fixed: all.filter(({ isSaid }) => !isSaid) };
}

type Spot = Piece & { readonly isSaid: boolean };

function within(block: Block, path: readonly string[]): readonly Spot[] {
  switch (block.kind) {
    case "section": {
      const at = [...path, block.title];
      return [{ isSaid: false, place: at.join(" › "), text: block.title }, ...block.blocks.flatMap((one) => within(one, at))];
    }
    case "entry": {
      const at = [...path, block.title];
      return [{ isSaid: true, place: at.join(" › "), text: block.title }, ...block.lines.flatMap((line) => shownIn(line, at))];
    }
    case "lines":
      return block.lines.flatMap((line) => shownIn(line, path));
    case "text":
    case "mark":
    case "space":
      return [{ isSaid: false, place: path.join(" › "), text: block.text }];
  }
}

function shownIn({ label, shown, mark }: Line, path: readonly string[]): readonly Spot[] {
  const place = [...path, label].join(" › ");
  const at = (isSaid: boolean, text: string): Spot => ({ isSaid, place, text });
  const texts = shown.kind === "fixed" ? shown.texts : [shown.text];
  return [at(false, label), ...texts.map((text) => at(shown.kind === "said", text)), ...(mark === undefined ? [] : [at(false, mark)])];
}
