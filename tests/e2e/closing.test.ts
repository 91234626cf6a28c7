/** A case closes at a terminal: a finished reflection beside it is asked about, and goes only when she says so. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { parse, stringify } from "yaml";
import { nl } from "../../src/core/nl.ts";
import { inFolder, lastLine, NOW, ROOT, run } from "../program.ts";
import { sitsDown, type Person } from "./terminal.ts";

const CASES = join(ROOT, "tests", "cases");
const LAST = "besluit-datum";

interface Desk {
  readonly person: Person;
  readonly dir: string;
  readonly reflection: string;
  readonly path: string;
}

/** A finished reflection, and beside it a case of which the last question is on the screen: with its answer the case closes. */
const atTheEnd = (use: (desk: Desk) => Promise<void>): Promise<void> =>
  inFolder(async (dir) => {
    const env = { MELDCODE_HOME: join(dir, "thuis"), MELDCODE_NOW: NOW };
    const begin = (...more: readonly string[]) => run(["start", "--oefenen", "--dir", dir, ...more], { env });
    const reflected = await begin("--flow", "reflectie", "--answers", join(CASES, "apart", "reflectie.yaml"));
    const all = parse(readFileSync(join(CASES, "vermoeden-nee.yaml"), "utf8")) as Readonly<Record<string, unknown>>;
    const file = join(dir, "antwoorden.yaml");
    writeFileSync(file, stringify(Object.fromEntries(Object.entries(all).filter(([q]) => q !== LAST))));
    const half = await begin("--answers", file);
    expect([reflected.status, half.status], half.stderr).toEqual([0, 3]);
    const path = lastLine(half.stdout);
    const person = sitsDown(["resume", path, "--geen-tips"], env);
    await person.sees(nl.overview.review(0).title);
    await person.sees("Ctrl-C");
    person.types("\r");
    await person.sees("Bijvoorbeeld: 21-11-2026");
    person.types("vandaag\r");
    await use({ person, dir, reflection: lastLine(reflected.stdout), path });
  });

const ASKED = "is alleen voor uzelf, en klaar sinds 21 november 2026. Hebt u het nog nodig?";

test.each<[string, string, boolean]>([
  ["keep it", "Ja, laat het staan", true],
  ["take it away", "Nee, verwijder het", false],
])("%s", (_, answer, isKept) =>
  atTheEnd(async ({ person, dir, reflection, path }) => {
    await goesOn(person);
    await person.sees(ASKED);
    expect(person.screen()).toContain("1 Ja, laat het staan");
    await person.sees("Ctrl-C");
    // The first row keeps it: an Enter too many takes nothing away.
    person.types(isKept ? "\r" : "2\r");
    const { exitCode, shown } = await person.ends();
    expect(exitCode, shown).toBe(0);
    expect(shown).toContain(nl.purge.beside(1));
    expect(shown).toContain(answer);
    expect([existsSync(reflection), existsSync(path)]).toEqual([isKept, true]);
    expect(readdirSync(dir).includes("verwijderd.txt")).toBe(!isKept);
    expect((await run(["verify", path])).status).toBe(0);
  }),
);

test.each([
  ["Ctrl-C", "\u0003", 130],
  ["Esc", "\u001b", 0],
] as const)("%s at that question: it stays, and the case is closed", (_, key, code) =>
  atTheEnd(async ({ person, reflection, path }) => {
    await goesOn(person);
    await person.sees(ASKED);
    await person.sees("Ctrl-C");
    person.types(key);
    const { exitCode, shown } = await person.ends();
    expect(exitCode, shown).toBe(code);
    expect(shown).toContain(nl.purge.stopped);
    expect(existsSync(reflection)).toBe(true);
    expect(readFileSync(path, "utf8")).toContain('"finished"');
  }),
);

test("Ctrl-C at what there is to look at once more: the case is closed, and what stands beside it is said, not asked", () =>
  atTheEnd(async ({ person, reflection }) => {
    await person.sees(nl.chapter.onward);
    await person.sees("Ctrl-C");
    person.types("\u0003");
    const { exitCode, shown } = await person.ends();
    expect(exitCode, shown).toBe(130);
    expect(shown).toContain(nl.purge.beside(1));
    expect(shown).not.toContain(ASKED);
    expect(existsSync(reflection)).toBe(true);
  }));

/** What there is to look at once more stays as it is. */
async function goesOn(person: Person): Promise<void> {
  await person.sees(nl.chapter.onward);
  await person.sees("Ctrl-C");
  person.types("1\r");
}
