/** `export --as` through the program: what it refuses, what it says, and that nothing leaves when it refuses. */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { isKept } from "../../src/commands/keeping.ts";
import { EXIT } from "../../src/core/defect.ts";
import { isTelling } from "../../src/export/documents/filename.ts";
import type { Menu, Prompt, Reply, World } from "../../src/ports.ts";
import { lastLine, NOW, ROOT, runInTurn as run, type Ran } from "../program.ts";

const ANSWERS = join(ROOT, "tests", "cases", "gezin");
let dir = "";
let path = "";
const env = (): Record<string, string> => ({ MELDCODE_HOME: dir, MELDCODE_NOW: NOW });
beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), "meldcode-documents-"));
  const { stdout } = await run(["start", "--oefenen", "--dir", dir, "--answers", join(ANSWERS, "1-meldcode.yaml")], { env: env() });
  path = lastLine(stdout);
  for (const chapter of ["adviesvraag", "melding", "veiligheidsplan"])
    await run(["resume", path, "--flow", chapter, "--answers", join(ANSWERS, `${chapter}.yaml`)], { env: env() });
}, 60_000);
afterAll(() => {
  rmSync(dir, { recursive: true, force: true });
});

const exported = (...args: readonly string[]): Promise<Ran> => run(["export", path, ...args], { env: env() });

describe("refused, and nothing leaves", () => {
  test.each<[string, readonly string[], number, string]>([
    ["a role that nobody has", ["--as", "gezin", "--voor", "tante"], 4, "Deze rollen zijn er: Zoon, Moeder, Vader, Broer van vader"],
    ["a document for nobody", ["--as", "gezin"], 2, "--as gezin --voor moeder"],
    ["a document for one, where it is for many", ["--as", "melding", "--voor", "moeder"], 2, "--voor hoort bij"],
    ["safe to keep, of what is for nobody at home", ["--as", "melding", "--veilig-te-bewaren"], 2, "hoort bij --as gezin"],
    ["a reader without a document", ["--voor", "moeder"], 2, "horen bij --as"],
    ["a document that is none", ["--as", "brief"], 2, "Kies dossier, melding, advies, overdracht, plan of gezin"],
    ["a chapter that was not begun", ["--as", "overdracht"], 2, "resume <zaak> --flow overdracht"],
    ["nobody said that she can keep it", ["--as", "gezin", "--voor", "moeder"], 2, "--veilig-te-bewaren"],
    ["a form that is none", ["--as", "gezin", "--voor", "moeder", "--format", "pdf"], 2, "Kies md, html of json"],
  ])("%s", async (_, args, exit, words) => {
    const target = join(dir, "stuk.html");
    const { status, stdout, stderr } = await exported(...args, "--output", target);
    expect({ status, stdout, written: existsSync(target) }).toEqual({ status: exit, stdout: "", written: false });
    expect(stderr).toContain(words);
  });
});

test("it is written to a file, in HTML, and what no program can see is said beside it", async () => {
  const target = join(dir, "papier.html");
  const { status, stdout, stderr } = await exported(
    "--as",
    "gezin",
    "--voor",
    "Moeder",
    "--veilig-te-bewaren",
    "--format",
    "html",
    "--output",
    target,
  );
  expect([status, stdout]).toEqual([0, ""]);
  expect(stderr).toContain("Vrije tekst is nooit helemaal anoniem");
  expect(readFileSync(target, "utf8")).toContain("<h1>Afspraken voor moeder</h1>");
});

test.each([
  ["/tmp/map-van-moeder/stuk.html", "moeder", false],
  ["papier.md", undefined, false],
  ["veiligheidsplan.html", undefined, true],
  ["voor-Moeder.html", "moeder", true],
  ["oma.html", "Oma", true],
])("the name of a file: %s for %s tells: %s", (path, voor, tells) => {
  expect(isTelling(path, voor)).toBe(tells);
});

test("as data for other programs", async () => {
  const { status, stdout } = await exported("--as", "melding", "--format", "json");
  expect(status).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({ document: "melding", title: "Melding bij Veilig Thuis" });
});

test("the record as HTML holds what the record holds", async () => {
  const { status, stdout } = await exported("--format", "html");
  expect(status).toBe(0);
  expect(stdout).toMatch(/^<!doctype html>\n<html lang="nl">/);
  expect(stdout).toContain("Correcties en herkomst");
});

test("a name in the question for advice is found, its place is said, and nothing leaves", async () => {
  const change = join(dir, "naam.yaml");
  writeFileSync(change, "zaak-kort: Het gaat om de zoon van naam moeder.\n");
  const resumed = await run(["resume", path, "--chapter", "2", "--answers", change, "--reason", "Proef."], { env: env() });
  expect(resumed.status).toBe(0);
  const target = join(dir, "advies.md");
  const { status, stdout, stderr } = await exported("--as", "advies", "--output", target);
  expect({ status, stdout, written: existsSync(target) }).toEqual({ status: 1, stdout: "", written: false });
  expect(stderr).toContain("bij ‘De vraag › De zaak in het kort’ staat ‘naam moeder’. Dat lijkt op een naam (Naam).");
});

describe("whether she can keep it is asked in a terminal", () => {
  const asked = async (reply: Reply<string>): Promise<{ readonly exit: number | undefined; readonly menus: readonly Menu[] }> => {
    const menus: Menu[] = [];
    const prompt: Pick<Prompt, "choose" | "tell" | "left" | "close"> = {
      choose: (menu) => {
        menus.push(menu);
        return Promise.resolve(reply);
      },
      tell: () => undefined,
      left: () => false,
      close: () => undefined,
    };
    const world = { prompt: () => Promise.resolve(prompt), tell: () => undefined } as unknown as World;
    return { exit: await isKept(world, "Moeder"), menus };
  };

  test.each<[string, Reply<string>, number | undefined]>([
    ["yes", { kind: "answer", value: "ja" }, undefined],
    ["no", { kind: "answer", value: "nee" }, EXIT.unfinished],
    ["she stops", { kind: "stop" }, EXIT.interrupt],
  ])("%s", async (_, reply, exit) => {
    const { exit: got, menus } = await asked(reply);
    expect(got).toBe(exit);
    expect(menus[0]?.title).toBe("Kan moeder dit papier veilig bewaren?");
    // What happens when Enter is pressed without reading is the safe answer.
    expect(menus[0]?.options[0]?.id).toBe("nee");
  });
});
