/** What the build leaves in dist/ to be fast says what the slow way says. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { inFolder, lastLine, ROOT, run } from "./program.ts";

test.each([
  ["help.txt", ["--dir", ".", "--help"]],
  ["version.txt", ["--dir", ".", "--version"]],
])("dist/%s is what commander prints", async (file, slow) => {
  const { stdout, status } = await run(slow);
  expect({ stdout, status }).toEqual({ stdout: readFileSync(join(ROOT, "dist", file), "utf8"), status: 0 });
});

test("export FILE without an option is export", async () => {
  await inFolder(async (folder) => {
    const path = lastLine((await run(["start", "--oefenen", "--dir", folder, "--answers", "tests/cases/acuut.yaml"])).stdout);
    expect(await run(["export", path])).toEqual(await run(["export", path, "--format", "md"]));
    const missing = join(folder, "weg");
    expect(await run(["export", missing])).toEqual(await run(["export", missing, "--format", "md"]));
  });
});

test("the program that answers --version stays small", () => {
  expect(readFileSync(join(ROOT, "bin", "meldcode.js")).length).toBeLessThan(2048);
});
