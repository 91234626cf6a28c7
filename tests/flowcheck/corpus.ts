/**
 * Definitions with one defect each. In a line with `#!` stands the defect, and behind that the line as it should be (or nothing: the
 * line goes); a line that begins with `#+` is missing. So each file holds its own clean twin.
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const folder = join(import.meta.dirname, "corpus");

export const names = readdirSync(folder)
  .filter((file) => /^[^.]+\.yaml$/.test(file))
  .map((file) => file.slice(0, -5));

/** Writes the definition, or its clean twin, where it can be checked. @returns the files to check */
export function laidOut(name: string, isClean: boolean, into: string): readonly string[] {
  mkdirSync(into, { recursive: true });
  return ["", ".normen", ".aanpassing"].flatMap((part) => {
    const file = join(into, part === "" ? "proef.yaml" : `${part.slice(1)}.yaml`);
    const from = `${name}${part}.yaml`;
    if (!readdirSync(folder).includes(from)) return [];
    const text = readFileSync(join(folder, from), "utf8");
    writeFileSync(file, isClean ? clean(text) : text);
    return part === ".normen" ? [] : [file];
  });
}

function clean(text: string): string {
  const lines = text.split("\n").flatMap((line) => {
    if (line.startsWith("#+")) return [line.slice(2)];
    const [wrong = "", right] = line.split(" #!");
    if (right === undefined) return [line];
    const indent = /^ */.exec(wrong)?.[0] ?? "";
    return right.trim() === "" ? [] : [indent + right.trim()];
  });
  return lines.join("\n");
}
