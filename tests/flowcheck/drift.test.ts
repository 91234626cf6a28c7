/** A flow and what differs in a sector drift apart: refused, with the place of both, by `flow check` and by the program itself. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { definition } from "../../src/adapters/definitions.ts";
import { submitted } from "../../src/adapters/submitted.ts";
import { findingsIn } from "../../src/core/report.ts";

const ROOT = join(import.meta.dirname, "..", "..");
let root = "";
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "meldcode-drift-"));
  cpSync(join(ROOT, "flows"), join(root, "flows"), { recursive: true });
});
afterEach(() => {
  rmSync(root, { recursive: true, force: true });
});

/** Changes a file. @returns the line of the change */
function edit(name: string, from: string, to: string): number {
  const file = join(root, "flows", name);
  const text = readFileSync(file, "utf8");
  if (!text.includes(from)) throw new Error(`not in ${name}: ${from}`);
  writeFileSync(file, text.replaceAll(from, to));
  return text.slice(0, text.indexOf(from)).split("\n").length;
}

const lineOf = (name: string, text: string): number => {
  const lines = readFileSync(join(root, "flows", name), "utf8").split("\n");
  return lines.findIndex((line) => line.includes(text)) + 1;
};

test.each<[string, string, string, string, string, string, string, string]>([
  // what, the file and its change, the sector, the line of it in the overlay, and what to set against it
  [
    "another version of the flow",
    "meldcode.yaml",
    '2026.11.1"',
    '2026.12.1"',
    "onderwijs",
    "verwijsindex.yaml",
    "baseVersion:",
    "version:",
  ],
  ["another version of the norms", "meldnormen.yaml", '2026.11.1"', '2026.12.1"', "onderwijs", "onderwijs.yaml", "baseNorms:", "version:"],
  [
    "a question that is gone",
    "meldcode.yaml",
    "advies-na-twijfel",
    "advies-bij-twijfel",
    "onderwijs",
    "onderwijs.yaml",
    "remove:",
    "- id: advies-bij-twijfel",
  ],
  [
    "an outcome that is gone",
    "meldcode.yaml",
    "- id: andere-route\n    when",
    "- id: andere-weg\n    when",
    "kinderopvang",
    "kinderopvang.yaml",
    "- id: andere-route\n",
    "outcomes:",
  ],
])("%s", async (_, file, from, to, sector, overlay, there, against) => {
  edit(file, from, to);
  // Norms follow the questions they name, so that only the overlay is behind.
  if (file === "meldcode.yaml" && from.startsWith("advies")) edit("meldnormen.yaml", from, to);
  const own = join(root, "flows", "sectoren", `${sector}.yaml`);
  const { findings } = findingsIn(submitted(root, [own]), "2026-11-22");
  const found = findings.find(({ code }) => code === "aanpassing-past-niet");
  expect(found, JSON.stringify(findings)).toBeDefined();
  const place = /Vergelijk met (.+):(\d+):(\d+)\.$/.exec(found?.text ?? "");
  expect([found?.file, place?.[1]]).toEqual([join(root, "flows", "sectoren", overlay), join(root, "flows", file)]);
  if (!there.includes("\n")) expect(found?.line).toBe(lineOf(join("sectoren", overlay), there));
  expect(Number(place?.[2])).toBe(lineOf(file, against));

  const refused: unknown = await definition(root, "meldcode", undefined, { sector }).catch((error: unknown) => error);
  expect(String(refused)).toContain(`${found?.file ?? ""}:${String(found?.line)}:`);
  expect(String(refused)).toContain(`Vergelijk met ${join(root, "flows", file)}:${place?.[2] ?? ""}:`);
});

test("an option of the flow that is gone is refused where the overlay names it", () => {
  edit("meldcode.yaml", "- id: twijfel\n            text: Ik twijfel", "- id: onzeker\n            text: Ik twijfel");
  const own = join(root, "flows", "sectoren", "onderwijs.yaml");
  const { findings } = findingsIn(submitted(root, [own]), "2026-11-22");
  const told = findings.filter(({ code }) => code === "aanpassing-past-niet");
  expect(told.map(({ file, line, text }) => [file, line, text.includes("‘twijfel’"), text.includes("meldcode.yaml:")])).toContainEqual([
    own,
    lineOf("sectoren/onderwijs.yaml", "- id: twijfel"),
    true,
    true,
  ]);
});

test("an overlay that builds on itself, or on what is not there", async () => {
  edit(join("sectoren", "verwijsindex.yaml"), "uses: [verwijsindex-in-gebruik]", "uses: [verwijsindex-in-gebruik]\nextends: artsen");
  await expect(definition(root, "meldcode", undefined, { sector: "artsen" })).rejects.toThrow("bouwt op zichzelf");
  const circle = findingsIn(submitted(root, [join(root, "flows", "sectoren", "artsen.yaml")]), "2026-11-22");
  expect(circle.findings.map(({ text }) => text).join()).toContain("bouwt op zichzelf");
  edit(join("sectoren", "verwijsindex.yaml"), "extends: artsen", "extends: niets");
  const missing = findingsIn(submitted(root, [join(root, "flows", "sectoren", "artsen.yaml")]), "2026-11-22");
  expect(missing.findings.map(({ text }) => text).join()).toContain("‘niets’");
});
