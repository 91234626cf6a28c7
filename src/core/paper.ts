/** An answers file as text: what `meldcode start --answers` reads. */
import type { Document } from "./answers.ts";
import { isMapping } from "./value.ts";

/** Ids, numbers and dates stand as they are; whatever YAML could take for something else is quoted. */
const PLAIN = /^(?!(?:true|false|null)$)[a-z][a-z0-9-]*$|^\d{4}-\d{2}-\d{2}$/;

/** @returns YAML, a line for each question */
export function paper(document: Document): string {
  return Object.entries(document)
    .map(([key, value]) => `${scalar(key)}:${entries(value)}\n`)
    .join("");
}

function entries(value: unknown): string {
  if (!Array.isArray(value) || !value.some(isMapping)) return ` ${inline(value)}`;
  return value.map((entry) => `\n  - ${inline(entry)}`).join("");
}

function inline(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(inline).join(", ")}]`;
  if (isMapping(value)) {
    const pairs = Object.entries(value).map(([key, part]) => `${scalar(key)}: ${inline(part)}`);
    return pairs.length === 0 ? "{}" : `{ ${pairs.join(", ")} }`;
  }
  return typeof value === "string" ? scalar(value) : JSON.stringify(value);
}

const scalar = (text: string): string => (PLAIN.test(text) ? text : JSON.stringify(text));
