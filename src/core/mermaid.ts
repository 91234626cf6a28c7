/** A graph in Mermaid, which many places show as a picture. */
import type { Block, Graph, Mark, Overlay } from "./graph.ts";
import { nl } from "./nl.ts";
import { COLOURS, linesOf, markOf, ruled, signOf, wrap } from "./shapes.ts";

/** Steps below each other as groups, each with its tree from left to right: only groups are tied together, so that no line crosses another. */
export function mermaid({ flow, groups, norms, outcomes, overlay }: Graph): string {
  const words = nl.graph;
  const lines = [
    "%%{init: {'flowchart': {'nodeSpacing': 14, 'rankSpacing': 40, 'wrappingWidth': 330, 'curve': 'basis'}}}%%",
    "flowchart TB",
  ];
  const node = (id: string, text: readonly string[], shape: "box" | "head" | "notice", mark?: Mark): void => {
    const said = `"${text.map(escaped).join("<br/>")}"`;
    const style = mark ?? (shape === "box" ? undefined : shape);
    lines.push(`    ${id}${shape === "box" ? `[${said}]` : `([${said}])`}${style === undefined ? "" : `:::${style}`}`);
  };
  const put = (block: Block, parent: string): void => {
    const id = name("q", block.id);
    node(id, linesOf(block, overlay), block.questions.every(({ kind }) => kind === "notice") ? "notice" : "box", markOf(block, overlay));
    const label = block.label === "" ? "" : `|"${escaped(block.label)}"|`;
    lines.push(`    ${parent} ${block.label === "" ? "---" : "-->"}${label} ${id}`);
    for (const one of block.below) put(one, id);
  };
  for (const { step, blocks } of groups) {
    lines.push(`  subgraph ${name("s", step.id)}[" "]`, "    direction LR");
    node(name("h", step.id), wrap(words.step(step.number, step.title), 20), "head");
    for (const block of blocks) put(block, name("h", step.id));
    lines.push("  end");
  }
  if (norms.length > 0) {
    lines.push('  subgraph norms[" "]', "    direction LR");
    node("norms_head", [words.norms], "head");
    for (const { norm, when, met } of norms) {
      const value = overlay === undefined ? [] : [overlay.norm(norm.id)];
      node(name("n", norm.id), [norm.title, ...value, ...ruled(words.met(met)), ...ruled(words.reached(when))], "box");
      lines.push(`    norms_head --- ${name("n", norm.id)}`);
    }
    lines.push("  end");
  }
  lines.push('  subgraph outcomes[" "]', "    direction LR");
  node("outcomes_head", [words.outcomes], "head");
  for (const { outcome, when } of outcomes) {
    const mark = overlay?.outcome(outcome.id);
    node(name("o", outcome.id), [`${signOf(mark)}${outcome.title}`], "box", mark);
    lines.push(`    outcomes_head -->|"${escaped(when)}"| ${name("o", outcome.id)}`);
  }
  lines.push("  end");
  const ends = [...groups.map(({ step }) => name("s", step.id)), ...(norms.length > 0 ? ["norms"] : []), "outcomes"];
  const labels = [...groups.map(({ label }) => label), "", ""];
  for (const [i, end] of ends.entries()) {
    const next = ends[i + 1];
    const label = labels[i + 1] ?? "";
    if (next !== undefined) lines.push(`  ${end} ==>${label === "" ? "" : `|"${escaped(label)}"|`} ${next}`);
  }
  if (overlay !== undefined) lines.push(`  legend["${words.legend[overlay.kind].map(escaped).join("<br/>")}"]:::group`);
  lines.push(`  class ${ends.join(",")} group`, ...styles(overlay));
  return `%% ${words.title(flow.title, flow.id, flow.version)}\n${lines.join("\n")}\n`;
}

function styles(overlay: Overlay | undefined): readonly string[] {
  const marks: readonly Mark[] =
    overlay === undefined ? [] : overlay.kind === "case" ? ["answered", "open", "parked", "off"] : ["reached", "unreached"];
  return [
    "  classDef group fill:#f4f7fb,stroke:#c5d0de",
    "  classDef head fill:#1f3a5f,stroke:#1f3a5f,color:#fff",
    "  classDef notice fill:#fff8e1,stroke:#9a6b00,color:#000000",
    ...marks.map((mark) => `  classDef ${mark} ${COLOURS[mark]}`),
  ];
}

/** An id that means nothing to Mermaid: two hyphens would be a line. */
const name = (kind: string, id: string): string => `${kind}_${id.replaceAll("-", "_")}`;

const escaped = (text: string): string =>
  text
    .replaceAll("&", "&amp;")
    .replaceAll("#", "&num;")
    .replaceAll('"', "&quot;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll("`", "#96;");
