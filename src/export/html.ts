/** Documents as one HTML file: it stands by itself, prints on A4, is read on a telephone, and asks nothing of anybody. */
import { words } from "../core/nl-documents.ts";
import { visible } from "../core/visible.ts";
import type { Block, Line, Paper, Shown } from "./block.ts";
import { STYLE, STYLE_HASH } from "./style.ts";

/** No script, no address, nothing from elsewhere: only this one sheet of style. */
const POLICY = `default-src 'none'; style-src '${STYLE_HASH}'; base-uri 'none'; form-action 'none'`;

/** The same document gives the same bytes. The title in the head is neutral, as browsers print it and remember it. */
export function html({ warning, title, blocks }: Paper): string {
  return [
    "<!doctype html>",
    '<html lang="nl">',
    "<head>",
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${POLICY}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="referrer" content="no-referrer">',
    '<meta name="robots" content="noindex, nofollow">',
    '<meta name="format-detection" content="telephone=no, date=no, address=no, email=no">',
    `<title>${words.neutral}</title>`,
    `<style>${STYLE}</style>`,
    "</head>",
    "<body>",
    "<main>",
    ...(warning === undefined ? [] : [`<p class="warning"><strong>${escaped(warning)}</strong></p>`]),
    `<h1>${escaped(title)}</h1>`,
    ...blocks.flatMap((one) => block(one, 2)),
    "</main>",
    "</body>",
    "</html>",
    "",
  ].join("\n");
}

/** @param depth the level of the headings inside */
function block(one: Block, depth: number): readonly string[] {
  switch (one.kind) {
    case "section":
      return ["<section>", heading(one.title, depth), ...one.blocks.flatMap((inner) => block(inner, depth + 1)), "</section>"];
    case "entry":
      return [
        '<div class="entry">',
        `<p class="name"><strong>${escaped(one.title)}</strong>${aside(one.mark)}</p>`,
        ...list(one.lines),
        "</div>",
      ];
    case "lines":
      return list(one.lines);
    case "text":
      return [one.strong === true ? `<p><strong>${escaped(one.text)}</strong></p>` : `<p class="said">${escaped(one.text)}</p>`];
    case "mark":
      return [`<p><em>${escaped(one.text)}</em></p>`];
    case "space":
      return ['<div class="space">', `<p>${escaped(one.text)}</p>`, "</div>"];
  }
}

/** Below the sixth level HTML knows no headings. */
function heading(title: string, depth: number): string {
  const level = String(Math.min(depth, 6));
  return `<h${level}>${escaped(title)}</h${level}>`;
}

const list = (lines: readonly Line[]): readonly string[] => (lines.length === 0 ? [] : ["<dl>", ...lines.flatMap(row), "</dl>"]);

const row = ({ label, shown, mark }: Line): readonly string[] => [
  "<div>",
  `<dt>${escaped(label)}</dt>`,
  ...values(shown, aside(mark)),
  "</div>",
];

function values(shown: Shown, behind: string): readonly string[] {
  if (shown.kind === "mark") return [`<dd><em>${escaped(shown.text)}</em>${behind}</dd>`];
  const texts = shown.kind === "said" ? [shown.text] : shown.texts;
  return texts.map((text, i) => `<dd class="said">${escaped(text)}${i === texts.length - 1 ? behind : ""}</dd>`);
}

const aside = (mark: string | undefined): string => (mark === undefined ? "" : ` <em>(${escaped(mark)})</em>`);

const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

/** Text that stays text, wherever it stands. What would turn or hide words is shown as an escape; tabs stay. */
const escaped = (text: string): string =>
  text
    .split("\t")
    .map(visible)
    .join("\t")
    .replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);
