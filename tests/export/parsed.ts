/** What a CommonMark parser makes of a record. */
import { Parser, type Node } from "commonmark";

export interface Parsed {
  /** The values behind a label, as a reader would copy them: hard breaks are one line feed, paragraphs two. */
  readonly values: (label: string) => readonly string[];
  readonly title: string;
  /** "## Het besluit" */
  readonly headings: readonly string[];
  /** The kinds of the nodes in order, without the words themselves: what words of people may not change. */
  readonly shape: string;
}

export function parse(source: string): Parsed {
  const all = nodes(new Parser().parse(source));
  const lines = all.filter(({ type }) => type === "item").flatMap(labelled);
  const headings = all.filter(({ type }) => type === "heading");
  return {
    values: (label) => lines.filter((line) => line.label === `${label}:`).map(({ value }) => value),
    title: headings
      .filter(({ level }) => level === 1)
      .map(plain)
      .join("\n"),
    headings: headings.map((node) => `${"#".repeat(node.level)} ${plain(node)}`),
    shape: all
      .filter((node) => !["text", "linebreak"].includes(node.type) && !(node.type === "paragraph" && node.parent?.type === "block_quote"))
      .map(({ type, level }) => (type === "heading" ? `heading ${String(level)}` : type))
      .join(" "),
  };
}

function labelled(item: Node): readonly { readonly label: string; readonly value: string }[] {
  const first = item.firstChild;
  const name = first?.firstChild;
  if (first?.type !== "paragraph" || name?.type !== "strong") return [];
  if (first.next?.type === "block_quote") return [{ label: plain(name), value: children(first.next).map(plain).join("\n\n") }];
  return [{ label: plain(name), value: children(first).slice(1).map(plain).join("").slice(1) }];
}

function nodes(document: Node): readonly Node[] {
  const found: Node[] = [];
  const walker = document.walker();
  for (let event = walker.next(); event !== null; event = walker.next()) if (event.entering) found.push(event.node);
  return found;
}

function children(node: Node): readonly Node[] {
  const found: Node[] = [];
  for (let child = node.firstChild; child !== null; child = child.next) found.push(child);
  return found;
}

function plain(node: Node): string {
  if (node.type === "linebreak") return "\n";
  if (node.type === "text") return node.literal ?? "";
  return children(node).map(plain).join("");
}
