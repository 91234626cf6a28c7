/** The labelled sentences, and how well what was found fits them. See README.md beside this file. */
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { TextKind } from "../../src/core/language/language.ts";

export interface Label {
  readonly class: string;
  readonly start: number;
  readonly end: number;
}

export interface Labelled {
  readonly file: string;
  readonly text: string;
  readonly kind: TextKind;
  readonly labels: readonly Label[];
  /** Kept apart: not looked at while the rules were tuned. */
  readonly apart: boolean;
}

export function corpus(folder: string): readonly Labelled[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(".txt"))
    .sort()
    .flatMap((name) => sentencesOf(name, readFileSync(join(folder, name), "utf8")));
}

function sentencesOf(file: string, content: string): readonly Labelled[] {
  let kind: TextKind = "signalen";
  return content.split("\n").flatMap((line) => {
    if (line === "## afspraken") kind = "afspraken";
    return line === "" || line.startsWith("##") ? [] : [labelled(file, kind, line)];
  });
}

function labelled(file: string, kind: TextKind, line: string): Labelled {
  const labels: Label[] = [];
  let text = "";
  let from = 0;
  for (const { 0: whole, 1: id = "", 2: words = "", index } of line.matchAll(/\{([a-z-]+)\|([^{}]*)\}/g)) {
    text += line.slice(from, index);
    labels.push({ class: id, start: text.length, end: text.length + words.length });
    text += words;
    from = index + whole.length;
  }
  text += line.slice(from);
  return { file, text, kind, labels, apart: createHash("sha256").update(text).digest().readUInt32BE(0) % 3 === 0 };
}

export interface Score {
  /** Labels that were found. */
  found: number;
  /** Labels. */
  labels: number;
  /** Remarks that touch a label of their class. */
  right: number;
  /** Remarks. */
  remarks: number;
}

export const precision = ({ right, remarks }: Score): number => (remarks === 0 ? 1 : right / remarks);
export const recall = ({ found, labels }: Score): number => (labels === 0 ? 1 : found / labels);

interface Wrong {
  readonly sentence: Labelled;
  readonly missed: readonly Label[];
  readonly extra: readonly Label[];
}

/** Per class, with `totaal` for all of them. */
export function score(
  sentences: readonly Labelled[],
  lint: (kind: TextKind, text: string) => readonly Label[],
): { readonly scores: ReadonlyMap<string, Score>; readonly wrong: readonly Wrong[] } {
  const scores = new Map<string, Score>();
  const of = (id: string): Score => {
    const known = scores.get(id) ?? { found: 0, labels: 0, right: 0, remarks: 0 };
    scores.set(id, known);
    return known;
  };
  const wrong: Wrong[] = [];
  for (const sentence of sentences) {
    const remarks = lint(sentence.kind, sentence.text);
    const missed = sentence.labels.filter((label) => !remarks.some((remark) => touches(label, remark)));
    const extra = remarks.filter((remark) => !sentence.labels.some((label) => touches(label, remark)));
    for (const id of ["totaal", ...sentence.labels.map((label) => label.class)]) of(id);
    for (const label of sentence.labels)
      for (const one of [of(label.class), of("totaal")]) {
        one.labels++;
        if (!missed.includes(label)) one.found++;
      }
    for (const remark of remarks)
      for (const one of [of(remark.class), of("totaal")]) {
        one.remarks++;
        if (!extra.includes(remark)) one.right++;
      }
    if (missed.length + extra.length > 0) wrong.push({ sentence, missed, extra });
  }
  return { scores, wrong };
}

const touches = (a: Label, b: Label): boolean => a.class === b.class && a.start < b.end && b.start < a.end;
