/** The menu of a case with chapters, at a terminal: what goes on, what can be begun, and what waits. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { parse, stringify } from "yaml";
import { nl } from "../../src/core/nl.ts";
import { inFolder, lastLine, NOW, ROOT, run } from "../program.ts";
import { sitsDown } from "./terminal.ts";

const FAMILY = join(ROOT, "tests", "cases", "gezin");
const TITLE = "Melding bij Veilig Thuis";

/** @param last the last question of the report that is answered */
const reportedUpTo = (last: string, use: (menu: string) => void): Promise<void> =>
  inFolder(async (dir) => {
    const env = { MELDCODE_HOME: join(dir, "thuis"), MELDCODE_NOW: NOW };
    const path = lastLine((await run(["start", "--oefenen", "--dir", dir, "--answers", join(FAMILY, "1-meldcode.yaml")], { env })).stdout);
    const all = Object.entries(parse(readFileSync(join(FAMILY, "melding.yaml"), "utf8")) as Readonly<Record<string, unknown>>);
    const file = join(dir, "melding.yaml");
    writeFileSync(file, stringify(Object.fromEntries(all.slice(0, all.findIndex(([q]) => q === last) + 1))));
    expect((await run(["resume", path, "--flow", "melding", "--answers", file], { env })).status).toBe(3);
    // A chapter of another kind after it, so that the menu comes.
    await run(["resume", path, "--flow", "samenwerking", "--answers", join(FAMILY, "samenwerking.yaml")], { env });
    const person = sitsDown(["resume", path], env);
    await person.sees(nl.chapter.title);
    await person.sees("Ctrl-C");
    const menu = person.screen();
    person.types("\u0003");
    expect((await person.ends()).exitCode).toBe(130);
    use(menu);
  });

test("a report that waits for Veilig Thuis goes on, and a second one can be begun beside it", () =>
  reportedUpTo("navraag-op", (menu) => {
    expect(menu).toMatch(new RegExp(`>\\s+1 Verder met hoofdstuk 2, ${TITLE}: nog \\d vragen`));
    expect(menu).toContain(nl.chapter.begin(TITLE, 1, 2));
  }));

test("what was being typed in one chapter is not taken for an answer in another, and stays until something is typed there", () =>
  inFolder(async (dir) => {
    const env = { MELDCODE_HOME: join(dir, "thuis"), MELDCODE_NOW: NOW };
    const path = lastLine((await run(["start", "--oefenen", "--dir", dir, "--answers", join(FAMILY, "1-meldcode.yaml")], { env })).stdout);
    const concept = path.replace(/jsonl$/, "concept");
    writeFileSync(concept, JSON.stringify({ at: NOW, ch: 1, q: "zaak-referentie", text: "half af" }));
    const person = sitsDown(["resume", path, "--flow", "melding"], env);
    await person.sees("hoort bij hoofdstuk 1.");
    await person.sees("Ctrl-C");
    person.types("\u0003");
    expect((await person.ends()).exitCode).toBe(130);
    expect(readFileSync(concept, "utf8")).toContain("half af");
    const back = sitsDown(["resume", path, "--chapter", "1"], env);
    await back.sees("U gaat daar verder");
    await back.sees("> half af");
    await back.sees("Ctrl-C");
    back.types("\u0003");
    expect((await back.ends()).exitCode).toBe(130);
  }));

test("that a case is damaged is said before the menu, as she may leave there", () =>
  inFolder(async (dir) => {
    const env = { MELDCODE_HOME: join(dir, "thuis"), MELDCODE_NOW: NOW };
    const path = lastLine((await run(["start", "--oefenen", "--dir", dir, "--answers", join(FAMILY, "1-meldcode.yaml")], { env })).stdout);
    const damaged = readFileSync(path, "utf8").replace(/(?<="salt":")[0-9a-f]{32}(?=[^\n]*\n$)/, "f".repeat(32));
    writeFileSync(path, damaged);
    const { exitCode, shown } = await sitsDown(["resume", path], env).ends();
    expect([exitCode, shown]).toEqual([6, expect.stringMatching(/Regel \d+ van de zaak klopt niet/)]);
    expect(readFileSync(path, "utf8")).toBe(damaged);
  }));

test("a report of which the text is not written yet goes on, and is not begun again", () =>
  reportedUpTo("melder-werk", (menu) => {
    expect(menu).toContain(`Verder met hoofdstuk 2, ${TITLE}`);
    expect(menu).not.toContain(`Nieuw hoofdstuk: ${TITLE}`);
    expect(menu).toContain("Nieuw hoofdstuk: Veiligheidsplan");
  }));
