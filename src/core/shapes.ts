/** What a picture of a flow is made of: lines of text that fit, and what overlays do to them. */
import type { Block, Mark, Overlay } from "./graph.ts";
import { nl } from "./nl.ts";

export const WIDTH = { label: 34, node: 44, norm: 46 };

export const COLOURS: Readonly<Record<Mark, string>> = {
  answered: "fill:#d7f0dd,stroke:#1b7f3b,color:#000000",
  reached: "fill:#d7f0dd,stroke:#1b7f3b,color:#000000",
  open: "fill:#fff3c4,stroke:#9a6b00,color:#000000",
  parked: "fill:#e6e0f5,stroke:#5b3fa0,color:#000000,stroke-dasharray:4 3",
  off: "fill:#f7f7f7,stroke:#bbbbbb,color:#767676",
  unreached: "fill:#fbd9d9,stroke:#b3261e,color:#000000",
};

/** The mark of a block: that of its questions, or of the one that matters most where they differ. */
export function markOf({ questions }: Block, overlay: Overlay | undefined): Mark | undefined {
  const marks = new Set(questions.map(({ id }) => overlay?.question(id)));
  return (["unreached", "open", "answered", "reached", "parked", "off"] as const).find((mark) => marks.has(mark));
}

/** A line for each question, with its mark as a sign: not everybody sees the colours. */
export const linesOf = ({ questions }: Block, overlay: Overlay | undefined): readonly string[] =>
  questions.flatMap(({ id, order, label, kind }) =>
    wrap(`${signOf(overlay?.question(id))}${nl.graph.short(order + 1, label, kind)}`, WIDTH.node),
  );

export const signOf = (mark: Mark | undefined): string => (mark === undefined ? "" : `${nl.graph.marks[mark]} `);

export const ruled = (lines: readonly string[]): readonly string[] => lines.flatMap((line) => wrap(line, WIDTH.norm));

/** Lines of at most this many characters, broken between words. */
export function wrap(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(/\s+/)) {
    if (line !== "" && line.length + 1 + word.length > width) {
      lines.push(line);
      line = "";
    }
    line += line === "" ? word : ` ${word}`;
  }
  return line === "" ? lines : [...lines, line];
}
