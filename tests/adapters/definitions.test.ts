/** Definitions: the built form when it fits, else the YAML; and what an author reads when it is wrong. */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { asBuilt } from "../../src/adapters/built.ts";
import { definition, filesOf } from "../../src/adapters/definitions.ts";
import { FlowDefect, UsageDefect } from "../../src/core/defect.ts";
import { edition, flow } from "../shipped.ts";

const source = join(import.meta.dirname, "..", "..");
let root = "";
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "meldcode-definitions-"));
  cpSync(join(source, "flows"), join(root, "flows"), { recursive: true });
});
afterEach(() => {
  rmSync(root, { recursive: true, force: true });
});
const yaml = (): string => join(root, "flows", "meldcode.yaml");
const edit = (from: string, to: string): number => {
  const text = readFileSync(yaml(), "utf8");
  if (!text.includes(from)) throw new Error(`not in the flow: ${from}`);
  writeFileSync(yaml(), text.replace(from, to));
  return text.slice(0, text.indexOf(from)).split("\n").length;
};
const fault = async (): Promise<string> => {
  const error: unknown = await definition(root, "meldcode").catch((reason: unknown) => reason);
  if (!(error instanceof FlowDefect)) throw new Error("not refused");
  return error.message.replaceAll(join(root, "flows"), "flows");
};

test("from YAML comes the same edition as the shipped one", async () => {
  expect((await definition(root, "meldcode")).edition).toEqual(edition);
});

test("the built form is used while it fits the YAML, also with other times; and a changed YAML is noticed by its hash", async () => {
  mkdirSync(join(root, "dist", "flows"), { recursive: true });
  const now = await definition(root, "meldcode");
  const marked = { ...now, editionHash: "f".repeat(64) };
  const built = asBuilt(marked, filesOf(join(root, "flows"), now.edition));
  writeFileSync(join(root, "dist", "flows", "meldcode.json"), JSON.stringify(built));
  expect((await definition(root, "meldcode")).editionHash).toBe(marked.editionHash);
  utimesSync(yaml(), 0, 0);
  expect((await definition(root, "meldcode")).editionHash).toBe(marked.editionHash);
  edit("title: Eerst dit", "title: Eerst iets anders");
  const changed = await definition(root, "meldcode");
  expect(changed.edition.flow.steps[0]?.title).toBe("Eerst iets anders");
  expect(changed.editionHash).not.toBe(marked.editionHash);
});

describe("a wrong definition is refused with file, line and column", () => {
  test.each<[string, string, string, RegExp]>([
    [
      "a question that is not there",
      "when: { direct-gevaar: [ja] }",
      "when: { direct-gevar: [ja] }",
      /‘direct-gevar’ bestaat niet\. Bedoelt u ‘direct-gevaar’\?/,
    ],
    [
      "an option that is not there",
      "when: { direct-gevaar: [ja] }",
      "when: { direct-gevaar: [jaa] }",
      /‘jaa’ is geen keuze van ‘direct-gevaar’\. Bedoelt u ‘ja’\?/,
    ],
    ["a key that is not there", "kind: choice", "kindd: choice", /hoort hier niet|ontbreekt/],
    ["a kind that is not there", "kind: choice", "kind: keuze", /Hier hoort een van: choice, choices/],
    ["no YAML", "title: Eerst dit", "title: [Eerst dit", /geen geldige YAML/],
  ])("%s", async (_, from, to, expected) => {
    const line = edit(from, to);
    const message = await fault();
    expect(message).toMatch(expected);
    const place = /flows\/meldcode\.yaml:(\d+):(\d+): /.exec(message);
    // A value that YAML itself cannot read may show on a later line; everything else stands where it was typed.
    expect(Number(place?.[1])).toBeGreaterThanOrEqual(line - 1);
    expect(Number(place?.[2])).toBeGreaterThan(0);
  });
});

test("an unknown flow gets the nearest name", async () => {
  await expect(definition(root, "meldcod")).rejects.toThrow("Bedoelt u ‘meldcode’?");
  await expect(definition(root, "../package")).rejects.toThrow(UsageDefect);
});

test("every question has a help, a weak and a strong example and sources, every norm a date", () => {
  const questions = [...flow.questions.values()].filter(({ kind }) => kind !== "notice");
  expect(questions.filter(({ help }) => help === undefined).map(({ id }) => id)).toEqual([]);
  expect([...flow.questions.values()].filter(({ sources }) => sources.length === 0).map(({ id }) => id)).toEqual([]);
  expect(questions.filter(({ weak, strong }) => weak === undefined || strong === undefined).map(({ id }) => id)).toEqual([]);
  for (const norm of flow.norms.values())
    expect([norm.sources.length > 0, norm.why.length > 0, norm.checked]).toEqual([true, true, "2026-11-21"]);
});
