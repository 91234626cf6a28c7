import { fold, type Case } from "../core/case.ts";
import { EXIT, UsageDefect } from "../core/defect.ts";
import { nl } from "../core/nl.ts";
import { json } from "../export/json.ts";
import { markdown, written } from "../export/markdown.ts";
import { paperOf, record } from "../export/record.ts";
import type { Paper } from "../export/block.ts";
import type { DocumentKind } from "../export/documents/document.ts";
import type { World } from "../ports.ts";
import { isKept } from "./keeping.ts";

export interface ExportOptions {
  readonly format: "md" | "html" | "json";
  readonly output: string | undefined;
  readonly force: boolean;
}

/** A document for one reader. */
export interface Wanted {
  readonly kind: DocumentKind;
  /** The role of whom it is for. */
  readonly voor: string | undefined;
  /** Whether it was said that this person can keep it safely. */
  readonly safe: boolean;
}

/** The same data with what a terminal would obey as escapes. */
const plain = (text: string): string => text.replace(UNSEEN, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`);
const UNSEEN = /[\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/g;

/** Writes the record of a case to stdout or a file. Reads the case only. @returns the exit code */
export async function exportCase(world: World, name: string, options: ExportOptions): Promise<number> {
  const { path, state } = await readCase(world, name);
  return put(world, path, await recordAs(state, options.format), options);
}

/**
 * Writes a document for one reader; nothing when something stands in it that may not, or when that reader cannot keep it safely.
 * @returns the exit code
 * @throws UsageDefect, AnswerDefect when there is no such document in this case
 */
export async function exportDocument(world: World, name: string, { kind, voor, safe }: Wanted, options: ExportOptions): Promise<number> {
  const { path, state } = await readCase(world, name);
  const [{ document }, { words }] = await Promise.all([import("../export/documents/document.ts"), import("../core/nl-documents.ts")]);
  if (safe && kind !== "gezin") throw new UsageDefect(words.keeping.onlyGezin);
  const { paper, refused, notes, keeper } = document(state, kind, voor);
  if (refused.length > 0) {
    world.tell(...refused);
    return EXIT.found;
  }
  if (keeper !== undefined && !safe) {
    const exit = await isKept(world, keeper);
    if (exit !== undefined) return exit;
  }
  const { isTelling } = await import("../export/documents/filename.ts");
  world.tell(...notes, ...(options.output !== undefined && isTelling(options.output, voor) ? [words.tellingName] : []));
  return put(world, path, await paperAs(paper, kind, options.format), options);
}

async function readCase(world: World, name: string): Promise<{ readonly path: string; readonly state: Case }> {
  const { path, events, torn } = await world.cases.read(name);
  if (torn > 0) world.tell(nl.journal.torn(path));
  return { path, state: fold(events) };
}

async function recordAs(state: Case, format: ExportOptions["format"]): Promise<string> {
  if (format === "md") return markdown(state);
  if (format === "json") return data(json(state));
  return (await import("../export/html.ts")).html(paperOf(record(state)));
}

async function paperAs(paper: Paper, kind: DocumentKind, format: ExportOptions["format"]): Promise<string> {
  if (format === "md") return written(paper);
  if (format === "json") return data({ document: kind, ...paper, warning: paper.warning ?? null });
  return (await import("../export/html.ts")).html(paper);
}

const data = (value: unknown): string => `${plain(JSON.stringify(value, null, 2))}\n`;

function put(world: World, path: string, text: string, { output, force }: ExportOptions): number {
  if (output === undefined) world.out(text);
  else world.write(output, text, force, path);
  return EXIT.fine;
}
