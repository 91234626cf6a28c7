/** A graph in DOT, for Graphviz. */
import type { Block, Graph, Mark } from "./graph.ts";
import { nl } from "./nl.ts";
import { COLOURS, linesOf, markOf, ruled, signOf, WIDTH, wrap } from "./shapes.ts";

/** As in Mermaid; written from the last to the first, as dot stacks from below. */
export function dot({ flow, groups, norms, outcomes, overlay }: Graph): string {
  const words = nl.graph;
  const quote = (lines: readonly string[]): string =>
    `"${lines.map((line) => `${line.replaceAll("\\", "\\\\").replaceAll('"', '\\"')}\\l`).join("")}"`;
  const lines = [
    `digraph ${JSON.stringify(flow.id)} {`,
    `  label=${quote([words.title(flow.title, flow.id, flow.version), ...(overlay === undefined ? [] : words.legend[overlay.kind])])}; labelloc=t; labeljust=l;`,
    '  rankdir=LR; ordering=out; nodesep=0.12; ranksep=0.6; fontname="Helvetica"; fontsize=18;',
    '  node [shape=box, style="filled,rounded", fillcolor="#ffffff", fontname="Helvetica", fontsize=11];',
    '  edge [fontname="Helvetica", fontsize=10, color="#555555"];',
  ];
  const colour = (mark: Mark | undefined): string => {
    const [, fill = "", stroke = "", font = ""] =
      /fill:(#\w+),stroke:(#\w+),color:(#\w+)/.exec(mark === undefined ? "" : COLOURS[mark]) ?? [];
    return mark === undefined ? "" : `, fillcolor="${fill}", color="${stroke}", fontcolor="${font}"`;
  };
  const put = (block: Block, parent: string): void => {
    const id = JSON.stringify(`q ${block.id}`);
    lines.push(`    ${id} [label=${quote(linesOf(block, overlay))}${colour(markOf(block, overlay))}];`);
    lines.push(`    ${parent} -> ${id}${block.label === "" ? " [arrowhead=none]" : ` [label=${quote(wrap(block.label, WIDTH.label))}]`};`);
    for (const one of block.below.toReversed()) put(one, id);
  };
  const head = (id: string, said: string, label = ""): string =>
    `    ${JSON.stringify(id)} [label=${quote([...wrap(said, 30), ...wrap(label, 30)])}, shape=box, style=filled, fillcolor="#1f3a5f", fontcolor=white];`;
  const heads = [...groups.map(({ step }) => `h ${step.id}`), ...(norms.length > 0 ? ["h norms"] : []), "h outcomes"];
  const open = (id: string): string => `  subgraph ${JSON.stringify(`cluster ${id}`)} {\n    label=""; color="#cccccc"; style=rounded;`;
  lines.push(open("outcomes"), head("h outcomes", words.outcomes));
  for (const { outcome, when } of outcomes.toReversed()) {
    const id = JSON.stringify(`o ${outcome.id}`);
    const mark = overlay?.outcome(outcome.id);
    lines.push(`    ${id} [label=${quote([`${signOf(mark)}${outcome.title}`])}${colour(mark)}];`);
    lines.push(`    "h outcomes" -> ${id} [label=${quote(wrap(when, WIDTH.label))}];`);
  }
  lines.push("  }");
  if (norms.length > 0) lines.push(open("norms"), head("h norms", words.norms));
  for (const { norm, when, met } of norms.toReversed()) {
    const value = overlay === undefined ? [] : [overlay.norm(norm.id)];
    const id = JSON.stringify(`n ${norm.id}`);
    lines.push(
      `    ${id} [label=${quote([norm.title, ...value, ...ruled(words.met(met)), ...ruled(words.reached(when))])}];`,
      `    "h norms" -> ${id} [arrowhead=none];`,
    );
  }
  if (norms.length > 0) lines.push("  }");
  for (const { step, label, blocks } of groups.toReversed()) {
    lines.push(open(step.id), head(`h ${step.id}`, words.step(step.number, step.title), label === "" ? "" : words.onlyIf(label)));
    for (const block of blocks.toReversed()) put(block, JSON.stringify(`h ${step.id}`));
    lines.push("  }");
  }
  for (const [i, one] of heads.entries()) {
    const next = heads[i + 1];
    if (next !== undefined) lines.push(`  ${JSON.stringify(one)} -> ${JSON.stringify(next)} [constraint=false, penwidth=2];`);
  }
  return `${lines.join("\n")}\n}\n`;
}
