/** The main job in a real terminal: start, stop with Ctrl-C in step 3, resume, decide, export. */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { parse } from "yaml";
import { nl } from "../../src/core/nl.ts";
import type { Answer } from "../../src/core/walk.ts";
import { run } from "../program.ts";
import { sitsDown } from "./terminal.ts";
import { typeAnswers } from "./typist.ts";

const folder = mkdtempSync(join(tmpdir(), "meldcode-e2e-"));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});
const env = { MELDCODE_NOW: "2026-11-21T10:00:00+01:00", MELDCODE_HOME: folder };
const caseOf = (name: string): Parameters<typeof typeAnswers>[1] => parse(readFileSync(join(import.meta.dirname, "..", "cases", `${name}.yaml`), "utf8")) as Parameters<typeof typeAnswers>[1];

describe("a session", () => {
  const dir = join(folder, "sessie");
  const known = new Map<string, Answer>();
  const document = caseOf("acuut");
  let path = "";

  test("starts, and Ctrl-C in step 3 stops it with everything kept", async () => {
    const person = sitsDown(["start", "--oefenen", "--dir", dir], env);
    await typeAnswers(person, document, known, ({ step }) => step.number === 3);
    await person.sees("Stap 3 van 5");
    person.types("\u0003");
    const { exitCode, shown } = await person.ends();
    expect(exitCode).toBe(130);
    const lines = shown.trim().split("\n");
    path = lines.at(-1)?.trim() ?? "";
    expect(path).toBe(join(dir, "2026-11-21-oefening1.jsonl"));
    expect(shown).toContain(`meldcode resume ${path}`);
  });

  test("resumes at the same question, decides and finishes", async () => {
    const person = sitsDown(["resume", path], env);
    await typeAnswers(person, document, known, () => false);
    const { exitCode, shown } = await person.ends();
    expect(shown.trim().split("\n").at(-1)?.trim()).toBe(path);
    expect(shown).toContain("Klaar. Uitkomst:");
    expect(exitCode).toBe(0);
  });

  test("exports what a case file of the same answers gives, apart from where it came from", async () => {
    const typed = await run(["export", path], { env });
    const other = await run(["start", "--oefenen", "--dir", join(folder, "bestand"), "--answers", join(import.meta.dirname, "..", "cases", "acuut.yaml")], { env });
    const filed = await run(["export", other.stdout.trim()], { env });
    const body = (record: string): string => record.slice(0, record.lastIndexOf("\n## "));
    expect(typed.status).toBe(0);
    expect(body(typed.stdout)).toBe(body(filed.stdout));
  });

  test("a finished case asks nothing more", async () => {
    const person = sitsDown(["resume", path], env);
    expect((await person.ends()).exitCode).toBe(0);
  });
});

describe("without a command", () => {
  const home = join(folder, "thuis");
  test("in a terminal the first case begins at once; later there is a choice, and an open case goes on", async () => {
    const first = sitsDown([], { ...env, MELDCODE_HOME: home });
    await first.sees("direct gevaar");
    first.types("\u001b[B\u001b[B\r");
    await first.sees("Wat is de aanleiding");
    first.types("\u0003");
    expect((await first.ends()).exitCode).toBe(130);

    const second = sitsDown([], { ...env, MELDCODE_HOME: home });
    await second.sees(nl.home.title);
    await second.sees("(open)");
    second.types("2\r");
    await second.sees("Wat is de aanleiding");
    second.types("\u0003");
    const { exitCode, shown } = await second.ends();
    expect(exitCode, shown).toBe(130);
  });

  test("without a terminal: the help, and exit 2", async () => {
    const { status, stderr, stdout } = await run([], { env });
    expect([status, stdout]).toEqual([2, ""]);
    expect(stderr).toContain("Gebruik: meldcode");
  });
});

describe("a terminal that goes away", () => {
  test("ends the program by hang-up, and the answers are there", async () => {
    const dir = join(folder, "weg");
    const person = sitsDown(["start", "--oefenen", "--dir", dir], env);
    await person.sees("direct gevaar");
    person.types("\u001b[B\u001b[B\r");
    await person.sees("Wat is de aanleiding");
    person.leaves();
    expect((await person.ends()).signal).toBe(1);
    const { stdout } = await run(["export", "2026-11-21-oefening1", "--dir", dir, "--format", "json"], { env });
    expect(JSON.parse(stdout)).toMatchObject({ answers: { "direct-gevaar": "nee" } });
  });
});
