/** A graph as text, Mermaid or DOT. */
import type { Block, Graph, Mark, Overlay } from "./graph.ts";
import { nl } from "./nl.ts";

export type Form = "text" | "mermaid" | "dot";

const WIDTH = { label: 34, node: 44, norm: 46 };

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
    if (block.label !== "") lines.push(`${indent}${words.ifAnswered(block.label)}`);
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
  lines.push(words.norms);
  for (const { norm, when, met } of norms) {
    lines.push(`  ${norm.title} (${norm.id})${overlay === undefined ? "" : `: ${overlay.norm(norm.id)}`}`);
    lines.push(...[...words.reached(when), ...words.met(met)].map((line) => `    ${line}`));
  }
  lines.push("", words.outcomes);
  for (const { outcome, when } of outcomes)
    lines.push(`  ${mark(overlay?.outcome(outcome.id))}${outcome.title} (${outcome.id})`, `    ${words.ifAnswered(when)}`);
  return lines.join("\n") + "\n";
}

/** Steps below each other as groups, each with its tree from left to right: only groups are tied together, so that no line crosses another. */
function mermaid({ flow, groups, norms, outcomes, overlay }: Graph): string {
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
    const id = `q_${block.id}`;
    node(id, linesOf(block, overlay), block.questions.every(({ kind }) => kind === "notice") ? "notice" : "box", markOf(block, overlay));
    const label = block.label === "" ? "" : `|"${escaped(block.label)}"|`;
    lines.push(`    ${parent} ${block.label === "" ? "---" : "-->"}${label} ${id}`);
    for (const one of block.below) put(one, id);
  };
  for (const { step, blocks } of groups) {
    lines.push(`  subgraph s_${step.id}[" "]`, "    direction LR");
    node(`h_${step.id}`, wrap(words.step(step.number, step.title), 20), "head");
    for (const block of blocks) put(block, `h_${step.id}`);
    lines.push("  end");
  }
  lines.push('  subgraph n_norms[" "]', "    direction LR");
  node("h_norms", [words.norms], "head");
  for (const { norm, when, met } of norms) {
    const value = overlay === undefined ? [] : [overlay.norm(norm.id)];
    node(`n_${norm.id}`, [norm.title, ...value, ...ruled(words.met(met)), ...ruled(words.reached(when))], "box");
    lines.push(`    h_norms --- n_${norm.id}`);
  }
  lines.push("  end", '  subgraph o_outcomes[" "]', "    direction LR");
  node("h_outcomes", [words.outcomes], "head");
  for (const { outcome, when } of outcomes) {
    node(`o_${outcome.id}`, [outcome.title], "box", overlay?.outcome(outcome.id));
    lines.push(`    h_outcomes -->|"${escaped(when)}"| o_${outcome.id}`);
  }
  lines.push("  end");
  const ends = [...groups.map(({ step }) => `s_${step.id}`), "n_norms", "o_outcomes"];
  const labels = [...groups.map(({ label }) => label), "", ""];
  for (const [i, end] of ends.entries()) {
    const next = ends[i + 1];
    const label = labels[i + 1] ?? "";
    if (next !== undefined) lines.push(`  ${end} ==>${label === "" ? "" : `|"${escaped(label)}"|`} ${next}`);
  }
  lines.push(`  class ${ends.join(",")} group`, ...styles(overlay));
  return `%% ${words.title(flow.title, flow.id, flow.version)}\n${lines.join("\n")}\n`;
}

const COLOURS: Readonly<Record<Mark, string>> = {
  answered: "fill:#d7f0dd,stroke:#1b7f3b,color:#000",
  reached: "fill:#d7f0dd,stroke:#1b7f3b,color:#000",
  open: "fill:#fff3c4,stroke:#9a6b00,color:#000",
  parked: "fill:#e6e0f5,stroke:#5b3fa0,color:#000,stroke-dasharray:4 3",
  off: "fill:#f7f7f7,stroke:#bbbbbb,color:#767676",
  unreached: "fill:#fbd9d9,stroke:#b3261e,color:#000",
};

function styles(overlay: Overlay | undefined): readonly string[] {
  const marks: readonly Mark[] =
    overlay === undefined ? [] : overlay.kind === "case" ? ["answered", "open", "parked", "off"] : ["reached", "unreached"];
  return [
    "  classDef group fill:#f4f7fb,stroke:#c5d0de",
    "  classDef head fill:#1f3a5f,stroke:#1f3a5f,color:#fff",
    "  classDef notice fill:#fff8e1,stroke:#9a6b00,color:#000",
    ...marks.map((mark) => `  classDef ${mark} ${COLOURS[mark]}`),
  ];
}

/** The mark of a block: that of its questions, or of the one that matters most where they differ. */
function markOf({ questions }: Block, overlay: Overlay | undefined): Mark | undefined {
  const marks = new Set(questions.map(({ id }) => overlay?.question(id)));
  return (["unreached", "open", "answered", "reached", "parked", "off"] as const).find((mark) => marks.has(mark));
}

/** A line for each question; with its own mark where a block has more than one. */
function linesOf({ questions }: Block, overlay: Overlay | undefined): readonly string[] {
  const marks = new Set(questions.map(({ id }) => overlay?.question(id)));
  return questions.flatMap(({ id, order, label, kind }) => {
    const mark = marks.size > 1 && overlay !== undefined ? `${nl.graph.marks[overlay.question(id)]} ` : "";
    return wrap(`${mark}${nl.graph.short(order + 1, label, kind)}`, WIDTH.node);
  });
}

const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("#", "&num;").replaceAll('"', "&quot;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

/** As in Mermaid; written from the last to the first, as dot stacks from below. */
function dot({ flow, groups, norms, outcomes, overlay }: Graph): string {
  const words = nl.graph;
  const quote = (lines: readonly string[]): string =>
    `"${lines.map((line) => `${line.replaceAll("\\", "\\\\").replaceAll('"', '\\"')}\\l`).join("")}"`;
  const lines = [
    `digraph ${JSON.stringify(flow.id)} {`,
    `  label=${quote([words.title(flow.title, flow.id, flow.version)])}; labelloc=t; labeljust=l;`,
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
  const heads = [...groups.map(({ step }) => `h ${step.id}`), "h norms", "h outcomes"];
  const open = (id: string): string => `  subgraph ${JSON.stringify(`cluster ${id}`)} {\n    label=""; color="#cccccc"; style=rounded;`;
  lines.push(open("outcomes"), head("h outcomes", words.outcomes));
  for (const { outcome, when } of outcomes.toReversed()) {
    const id = JSON.stringify(`o ${outcome.id}`);
    lines.push(`    ${id} [label=${quote([outcome.title])}${colour(overlay?.outcome(outcome.id))}];`);
    lines.push(`    "h outcomes" -> ${id} [label=${quote(wrap(when, WIDTH.label))}];`);
  }
  lines.push("  }", open("norms"), head("h norms", words.norms));
  for (const { norm, when, met } of norms.toReversed()) {
    const value = overlay === undefined ? [] : [overlay.norm(norm.id)];
    const id = JSON.stringify(`n ${norm.id}`);
    lines.push(
      `    ${id} [label=${quote([norm.title, ...value, ...ruled(words.met(met)), ...ruled(words.reached(when))])}];`,
      `    "h norms" -> ${id} [arrowhead=none];`,
    );
  }
  lines.push("  }");
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

const ruled = (lines: readonly string[]): readonly string[] => lines.flatMap((line) => wrap(line, WIDTH.norm));

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
