/** Chapters through the program: begun, gone on with, told when something moved on; a copy is named when its source is erased. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { parse, stringify } from "yaml";
import { inFolder, lastLine, ROOT, runInTurn as run } from "./program.ts";

const FAMILY = join(ROOT, "tests", "cases", "gezin");
const env = { MELDCODE_NOW: "2026-11-21T10:00:00+01:00" };

interface Line {
  readonly n: number;
  readonly ch: number;
  readonly type: string;
  readonly body: { readonly q?: string; readonly item?: string };
}
const linesOf = (path: string): readonly Line[] =>
  readFileSync(path, "utf8")
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as Line);

/** A decided case. */
const withCase = (use: (path: string, dir: string) => Promise<void>): Promise<void> =>
  inFolder(async (dir) => {
    const { stdout } = await run(["start", "--oefenen", "--dir", dir, "--answers", join(FAMILY, "1-meldcode.yaml")], { env });
    await use(lastLine(stdout), dir);
  });

test("a chapter begins once, and goes on while something is open", () =>
  withCase(async (path) => {
    const resume = (...more: readonly string[]) => run(["resume", path, ...more], { env });
    expect((await resume("--flow", "veiligheidsplan")).status).toBe(3);
    expect((await resume("--flow", "veiligheidsplan", "--answers", join(FAMILY, "veiligheidsplan.yaml"))).status).toBe(0);
    const begun = linesOf(path).filter(({ type }) => type === "begun");
    expect(begun.map(({ ch }) => ch)).toEqual([1, 2]);
    expect((await run(["verify", path], { env })).status).toBe(0);
    // Finished: the same words begin it once more.
    expect((await resume("--flow", "veiligheidsplan")).status).toBe(3);
    expect(linesOf(path).filter(({ type }) => type === "begun")).toHaveLength(3);
  }));

test.each<[string, readonly string[], string]>([
  ["a flow that is not there", ["--flow", "veiligheidspan"], "Bedoelt u ‘veiligheidsplan’?"],
  ["a chapter that is not there", ["--chapter", "7"], "Hoofdstuk 7 is er niet. Deze zaak heeft 1 hoofdstuk."],
  ["what is no number", ["--chapter", "twee"], "‘"],
  ["a flow that stands apart", ["--flow", "reflectie"], "start --flow"],
  ["a chapter of another flow", ["--chapter", "1", "--flow", "melding"], "niet allebei"],
])("%s is refused, and nothing is written", (_, args, words) =>
  withCase(async (path) => {
    const before = readFileSync(path);
    const { status, stderr } = await run(["resume", path, ...args], { env });
    expect(status).toBe(2);
    expect(stderr).toContain(words);
    expect(readFileSync(path).equals(before)).toBe(true);
  }),
);

test("what was corrected in an earlier chapter is told, and not applied", () =>
  withCase(async (path, dir) => {
    const resume = (...more: readonly string[]) => run(["resume", path, ...more], { env });
    const told = "Na het begin van dit hoofdstuk is in een eerder hoofdstuk iets veranderd: ‘Mogelijke vormen";
    await resume("--flow", "veiligheidsplan");
    expect((await resume("--chapter", "2")).stderr).not.toContain(told.slice(0, 30));
    const change = join(dir, "anders.yaml");
    writeFileSync(change, "vormen: [lichamelijk]\n");
    expect((await resume("--chapter", "1", "--answers", change, "--reason", "Verkeerd gelezen.")).status).toBe(0);
    expect((await resume("--chapter", "2")).stderr).toContain(told);
    const taken = linesOf(path).filter(({ ch, body }) => ch === 2 && body.q === "vormen");
    expect(taken).toHaveLength(1);
  }));

test.each<[string, readonly string[], boolean]>([
  ["a handover that nobody confirmed", ["bevestigd", "bevestigd-door"], true],
  ["nothing when it was confirmed", [], false],
])("a case that closes says what still waits in it: %s", (_, open, isSaid) =>
  withCase(async (path, dir) => {
    const resume = (flow: string, file: string) => run(["resume", path, "--flow", flow, "--answers", file], { env });
    const all = parse(readFileSync(join(FAMILY, "overdracht.yaml"), "utf8")) as Readonly<Record<string, unknown>>;
    const file = join(dir, "overdracht.yaml");
    writeFileSync(file, stringify(Object.fromEntries(Object.entries(all).filter(([q]) => !open.includes(q)))));
    await resume("veiligheidsplan", join(FAMILY, "veiligheidsplan.yaml"));
    expect((await resume("overdracht", file)).status).toBe(isSaid ? 3 : 0);
    const { status, stderr } = await resume("zicht-op-veiligheid", join(FAMILY, "zicht-goed.yaml"));
    expect(status, stderr).toBe(0);
    expect(stderr.includes("- Hoofdstuk 3, Overdracht: ‘Bevestigd’")).toBe(isSaid);
    expect(stderr.includes("maar hier wacht nog iets")).toBe(isSaid);
  }),
);

test("erasing an entry names the line of a later chapter that took it over", () =>
  withCase(async (path) => {
    await run(["resume", path, "--flow", "veiligheidsplan"], { env });
    const [source, copy] = linesOf(path).filter(({ type, body }) => type === "added" && body.item === "signalen-1");
    expect([source?.ch, copy?.ch]).toEqual([1, 2]);
    const { status, stderr } = await run(["erase", path, String(source?.n), "--reason", "Op verzoek."], { env });
    expect(status).toBe(0);
    expect(stderr).toMatch(new RegExp(String.raw`\b${String(copy?.n)}\b`));
  }));
