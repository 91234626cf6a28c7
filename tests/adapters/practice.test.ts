/** Practice cases on disk: the built form while it fits, else the YAML; and what an author reads when it is wrong. */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { asBuilt } from "../../src/adapters/built.ts";
import { practice, practiceFile } from "../../src/adapters/practice.ts";
import { FlowDefect } from "../../src/core/defect.ts";

let root = "";
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "meldcode-practice-"));
  cpSync(join(import.meta.dirname, "..", "..", "flows"), join(root, "flows"), { recursive: true });
});
afterEach(() => {
  rmSync(root, { recursive: true, force: true });
});
const yaml = (): string => join(root, "flows", "oefeningen.yaml");
const edit = (from: string, to: string): number => {
  const text = readFileSync(yaml(), "utf8");
  if (!text.includes(from)) throw new Error(`not in the file: ${from}`);
  writeFileSync(yaml(), text.replace(from, to));
  return text.slice(0, text.indexOf(from)).split("\n").length;
};

test("the built form is used while it fits the YAML, and a changed YAML is noticed by its hash", async () => {
  const source = await practice(root);
  mkdirSync(join(root, "dist", "flows"), { recursive: true });
  writeFileSync(
    join(root, "dist", "flows", "oefeningen.json"),
    JSON.stringify(asBuilt({ ...source, version: "gebouwd" }, [practiceFile(join(root, "flows"))])),
  );
  expect((await practice(root)).version).toBe("gebouwd");
  edit("flow: meldcode", "flow:  meldcode");
  expect(await practice(root)).toEqual(source);
});

test.each([
  [
    "a question that is not there",
    "{ structureel: [nee] }",
    "{ structurel: [nee] }",
    /‘structurel’ bestaat niet\. Bedoelt u ‘structureel’\?/,
  ],
  ["an option that is not there", "{ structureel: [nee] }", "{ structureel: [neen] }", /‘neen’ is geen keuze van ‘structureel’/],
  ["a step that is not there", "- at: stap-2", "- at: stap-22", /‘stap-22’ bestaat niet/],
  ["a source that is not there", "sources: [AUG-FM", "sources: [AUG-FN", /‘AUG-FN’ bestaat niet\. Bedoelt u ‘AUG-FM’\?/],
  ["a key that is not there", "closing: >-", "slot: >-", /hoort hier niet|ontbreekt/],
])("%s is refused with file, line and column", async (_, from, to, expected) => {
  const line = edit(from, to);
  const error: unknown = await practice(root).catch((reason: unknown) => reason);
  if (!(error instanceof FlowDefect)) throw new Error("not refused");
  expect(error.message).toMatch(expected);
  const place = /oefeningen\.yaml:(\d+):\d+: /.exec(error.message);
  expect(Math.abs(Number(place?.[1]) - line)).toBeLessThanOrEqual(from.startsWith("closing") ? 100 : 1);
});
