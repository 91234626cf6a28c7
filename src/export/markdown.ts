/** Documents as Markdown (CommonMark, no tables). */
import type { Case } from "../core/case.ts";
import type { Block, Line, Paper } from "./block.ts";
import { inline, paragraphs } from "./escape.ts";
import { paperOf, record } from "./record.ts";

/** The record of a case. The same case gives the same bytes. Ends with one line feed. */
export const markdown = (state: Case): string => written(paperOf(record(state)));

/** The same of any document. */
export function written({ warning, title, blocks }: Paper): string {
  const top = [...(warning === undefined ? [] : [[bold(warning)]]), [`# ${inline(title)}`]];
  return `${[...top, ...blocks.flatMap((block) => chunks(block, 2))].map((chunk) => chunk.join("\n")).join("\n\n")}\n`;
}

type Chunk = readonly string[];

/** What stands apart from the rest by an empty line. */
function chunks(block: Block, depth: number): readonly Chunk[] {
  switch (block.kind) {
    case "section":
      return [[`${"#".repeat(Math.min(depth, 6))} ${inline(block.title)}`], ...block.blocks.flatMap((inner) => chunks(inner, depth + 1))];
    case "entry":
      return [[bold(block.title) + aside(block.mark)], ...(block.lines.length === 0 ? [] : [block.lines.flatMap(bullet)])];
    case "lines":
      return [block.lines.flatMap(bullet)];
    case "text":
      return [block.strong === true ? [bold(block.text)] : paragraphs(block.text)];
    case "mark":
    case "space":
      return [[italic(block.text)]];
  }
}

function bullet({ label, shown, mark }: Line): readonly string[] {
  const name = `- ${bold(/[.:?!]$/.test(label) ? label : `${label}:`)}`;
  if (shown.kind === "mark") return [`${name} ${italic(shown.text)}${aside(mark)}`];
  const texts = shown.kind === "said" ? [shown.text] : shown.texts;
  const [only = "", second] = texts;
  if (second !== undefined) return [name + aside(mark), ...texts.map((text) => `  - ${inline(text)}`)];
  if (!only.includes("\n")) return [`${name} ${inline(only)}${aside(mark)}`];
  return [name + aside(mark), ...paragraphs(only).map((line) => (line === "" ? "  >" : `  > ${line}`))];
}

const bold = (text: string): string => `**${inline(text)}**`;
const italic = (text: string): string => `*${inline(text)}*`;
const aside = (mark: string | undefined): string => (mark === undefined ? "" : ` *(${inline(mark)})*`);
