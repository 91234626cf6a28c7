/** flows/taal.yaml: from its built form while that fits, else from the YAML; refused with the place of what is wrong. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { asBuilt } from "../../src/adapters/built.ts";
import { languageFile, languageSource } from "../../src/adapters/language.ts";
import { FlowDefect } from "../../src/core/defect.ts";

const shipped = readFileSync(languageFile(join(import.meta.dirname, "..", "..", "flows")), "utf8");
let root = "";
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "meldcode-taal-"));
  for (const folder of ["flows", "dist/flows"]) mkdirSync(join(root, folder), { recursive: true });
});
afterEach(() => {
  rmSync(root, { recursive: true, force: true });
});
const write = (text: string): void => {
  writeFileSync(join(root, "flows", "taal.yaml"), text);
};
const refused = async (text: string): Promise<string> => {
  write(text);
  const error: unknown = await languageSource(root).catch((reason: unknown) => reason);
  if (!(error instanceof FlowDefect)) throw new Error("not refused");
  return error.message.replaceAll(root, "map");
};
const lineOf = (words: string): string => String(shipped.split("\n").findIndex((line) => line.includes(words)) + 1);

test("the built form is used while it fits the YAML, and no longer", async () => {
  write(shipped);
  const source = await languageSource(root);
  const marked = { ...source, version: "gebouwd" };
  writeFileSync(join(root, "dist", "flows", "taal.json"), JSON.stringify(asBuilt(marked, [languageFile(join(root, "flows"))])));
  expect((await languageSource(root)).version).toBe("gebouwd");
  write(`${shipped}\n`);
  expect(await languageSource(root)).toEqual(source);
});

test.each<[string, string, string, string]>([
  ["a context that does not exist", "unless: [gevoel]", "unless: [gevoe]", "De context ‘gevoe’ bestaat niet. Bedoelt u ‘gevoel’?"],
  ["a list that does not exist", "    - vaste prik", "    - <vaste> prik", "Deze vorm klopt niet: ‘<vaste> prik’."],
  ["a form of another class", "    - vaste prik", "    - vermoedelijk", "en ‘vermoedelijk|"],
  ["a key with a typing error", "    title: hoe vaak", "    titel: hoe vaak", "‘titel’ hoort hier niet."],
])("%s is refused with its place", async (_, right, wrong, said) => {
  expect(shipped).toContain(right);
  const message = await refused(shipped.replace(right, wrong));
  expect(message).toContain(said);
  expect(message).toMatch(new RegExp(`map/flows/taal\\.yaml:${lineOf(right)}:\\d+: `));
});
