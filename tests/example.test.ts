/** The case that ships as an example: made by the build, the same for everybody, and an exercise wherever it is looked at. */
import { execFile } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { inFolder, lastLine, ROOT, run } from "./program.ts";

const FOLDER = join(ROOT, "voorbeeld");
const ID = "2026-11-21-oefening1";
const PATH = join(FOLDER, `${ID}.jsonl`);

test("it is what the program makes of the answers of the family", () =>
  inFolder(async (dir) => {
    const answers = (name: string): readonly string[] => ["--answers", join(ROOT, "tests", "cases", "gezin", `${name}.yaml`)];
    const env = { MELDCODE_HOME: dir };
    const path = lastLine((await run(["start", "--oefenen", "--dir", dir, ...answers("1-meldcode")], { env })).stdout);
    for (const chapter of ["melding", "veiligheidsplan"]) await run(["resume", path, "--flow", chapter, ...answers(chapter)], { env });
    expect(readFileSync(PATH).equals(readFileSync(path))).toBe(true);
  }));

test.each<[string, readonly string[], RegExp]>([
  ["verify", ["verify", PATH], /OEFENING: dit is geen echte zaak/],
  ["export", ["export", PATH], /OEFENING/],
  ["export to a page", ["export", PATH, "--as", "plan", "--format", "html"], /OEFENING.*<h1>Plan voor veiligheid/s],
  ["export of the plan", ["export", PATH, "--as", "plan"], /OEFENING.*# Plan voor veiligheid/s],
  ["export of the report", ["export", PATH, "--as", "melding"], /OEFENING.*# Melding bij Veilig Thuis/s],
  ...["moeder", "vader", "zoon"].map((role): [string, readonly string[], RegExp] => [
    `export for ${role}`,
    ["export", PATH, "--as", "gezin", "--voor", role, "--veilig-te-bewaren"],
    new RegExp(`OEFENING.*# Afspraken voor ${role}`, "s"),
  ]),
  ["list", ["list", "--dir", FOLDER], new RegExp(`^${ID} {2}afgerond, oefening `)],
  ["agenda", ["agenda", "--dir", FOLDER], /^(?:.*, oefening(?:, \d+ keer)?\n)+$/],
])("%s works on it, and says what it is", async (_, args, words) => {
  const { status, stdout } = await run(args, { env: { MELDCODE_HOME: FOLDER } });
  expect(status).toBe(0);
  expect(stdout).toMatch(words);
  expect(readdirSync(FOLDER)).toEqual([`${ID}.jsonl`]);
});

test("it is in the package, and nothing beside it", async () => {
  const { stdout } = await promisify(execFile)("npm", ["pack", "--dry-run", "--json", "--ignore-scripts"], {
    cwd: ROOT,
    maxBuffer: 2 ** 24,
  });
  const [{ files }] = JSON.parse(stdout) as [{ files: readonly { path: string }[] }];
  const paths = files.map(({ path }) => path);
  expect(paths.filter((path) => path.startsWith("voorbeeld"))).toEqual([`voorbeeld/${ID}.jsonl`]);
});
