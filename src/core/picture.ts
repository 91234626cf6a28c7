/** A graph as text, Mermaid or DOT. */
import { dot } from "./dot.ts";
import type { Block, Graph, Mark } from "./graph.ts";
import { mermaid } from "./mermaid.ts";
import { nl } from "./nl.ts";

export type Form = "text" | "mermaid" | "dot";

export function picture(graph: Graph, form: Form): string {
  return { text, mermaid, dot }[form](graph);
}

function text({ flow, groups, norms, outcomes, overlay }: Graph): string {
  const words = nl.graph;
  const lines: string[] = [words.title(flow.title, flow.id, flow.version), ""];
  if (overlay !== undefined) lines.push(...words.textLegend[overlay.kind], "");
  const mark = (of: Mark | undefined): string => (of === undefined ? "" : `${words.textMarks[of]} `);
  const put = (block: Block, indent: string): void => {
    const deeper = block.label === "" ? indent : `${indent}  `;
    if (block.label !== "") lines.push(`${indent}${words.ifAnswered(block.label)}:`);
    for (const { id, order, label, kind, options } of block.questions)
      lines.push(
        `${deeper}${mark(overlay?.question(id))}${words.question(order + 1, label, id)}${words.kind(
          kind,
          options.map((option) => option.id),
        )}`,
      );
    for (const one of block.below) put(one, `${deeper}  `);
  };
  for (const { step, label, blocks } of groups) {
    lines.push(words.step(step.number, step.title));
    if (label !== "") lines.push(`  ${words.onlyIf(label)}`);
    for (const block of blocks) put(block, "  ");
    lines.push("");
  }
  if (norms.length > 0) lines.push(words.norms);
  for (const { norm, when, met } of norms) {
    lines.push(`  ${norm.title} (${norm.id})${overlay === undefined ? "" : `: ${overlay.norm(norm.id)}`}`);
    lines.push(...[...words.reached(when), ...words.met(met)].map((line) => `    ${line}`));
  }
  lines.push(...(norms.length > 0 ? [""] : []), words.outcomes);
  for (const { outcome, when } of outcomes)
    lines.push(`  ${mark(overlay?.outcome(outcome.id))}${outcome.title} (${outcome.id})`, `    ${words.ifAnswered(when)}`);
  return lines.join("\n") + "\n";
}
