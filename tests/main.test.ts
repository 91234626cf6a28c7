/** What the build leaves in dist/ to be fast says what the slow way says. */
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { basename, join } from "node:path";
import { expect, test } from "vitest";
import { inFolder, lastLine, ROOT, run, runInTurn, type Ran } from "./program.ts";

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

test("many command lines in one process say what each says in a process of its own", async () => {
  await inFolder(async (folder) => {
    const path = lastLine((await run(["start", "--oefenen", "--dir", folder, "--answers", "tests/cases/acuut.yaml"])).stdout);
    for (const line of [
      ["start", "--oefenen", "--dir", folder, "--answers", "tests/cases/onvolledig/leeg.yaml"],
      ["start", "--dir", folder, "--answers", "tests/cases/ongeldig/weg.yaml"],
      ["list", "--dir", folder, "--onbekend"],
      ["flow", "graph", "--flows", folder],
      ["list", "--dir", folder],
      ["export", path],
      ["export", path, "--format", "json"],
      ["export", "weg.jsonl"],
      ["verify", path],
    ]) {
      const before = readdirSync(folder).length;
      const [alone, inTurn] = [await run(line), await runInTurn(line)];
      // Of what makes a case, the second has the next number.
      const made = readdirSync(folder).length - before;
      const said = (ran: Ran): unknown => (made === 0 ? ran : JSON.parse(JSON.stringify(ran).replaceAll(/oefening\d+/g, "oefening")));
      expect(said(inTurn), line.join(" ")).toEqual(said(alone));
    }
    expect(await runInTurn(["list"], { env: { MELDCODE_HOME: folder } })).toEqual(await run(["list", "--dir", folder]));
    expect(await runInTurn(["export", basename(path)], { cwd: folder })).toEqual(await run(["export", path]));
  });
});

test("the program that answers --version stays small", () => {
  expect(readFileSync(join(ROOT, "bin", "meldcode.js")).length).toBeLessThan(2048);
});

test.each<[string, RegExp, number, string]>([
  ["the command line", /^typed-.*\.cjs$/, 74, "een bestand van meldcode zelf: dit is een map"],
  ["everything", /^main\.cjs$/, 70, "niet te lezen of niet gebouwd"],
])("a part of the program that cannot be read is the disk's fault, said in words: %s", async (_, part, status, words) => {
  await inFolder((folder) => {
    for (const name of ["bin", "dist", "flows", "package.json"]) cpSync(join(ROOT, name), join(folder, name), { recursive: true });
    for (const name of readdirSync(join(folder, "dist")).filter((one) => part.test(one))) {
      rmSync(join(folder, "dist", name));
      mkdirSync(join(folder, "dist", name));
    }
    const ran = spawnSync(process.execPath, [join(folder, "bin", "meldcode.js"), "list", "--dir", folder], { encoding: "utf8" });
    expect(ran).toMatchObject({ status, stdout: "" });
    expect(ran.stderr).toContain(words);
    expect(ran.stderr).not.toContain("    at ");
    return Promise.resolve();
  });
});
