/** Tips about words in a real terminal, in both faces: shown, left alone, and nothing of them in the case or the record. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { parse, stringify } from "yaml";
import { words } from "../../src/core/nl-language.ts";
import { flow } from "../shipped.ts";
import { run } from "../program.ts";
import { sitsDown } from "./terminal.ts";

const folder = mkdtempSync(join(tmpdir(), "meldcode-tips-"));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});
const env = { MELDCODE_NOW: "2026-11-21T10:00:00+01:00", MELDCODE_HOME: join(folder, "thuis") };
const VAGUE = "Er is vaak ruzie, zegt men.";
const QUESTION = "Wat spreekt uw zorgen tegen?";
const NEXT = "Wat weet u nog niet?";

/** Everything that comes before the question about what speaks against it. */
const upTo = (id: string): string => {
  const document = parse(readFileSync(join(import.meta.dirname, "..", "cases", "structureel.yaml"), "utf8")) as Record<string, unknown>;
  const order = [...flow.questions.keys()];
  const file = join(folder, "antwoorden.yaml");
  writeFileSync(file, stringify(Object.fromEntries(Object.entries(document).filter(([q]) => order.indexOf(q) < order.indexOf(id)))));
  return file;
};

test.each<[string, readonly string[], string, string]>([
  ["terminal", [], `${VAGUE}\u0004`, "\u001b[B\r"],
  ["linear", ["--linear"], `${VAGUE}\r.\r`, "2\r"],
])("on the %s face", async (name, options, typed, leave) => {
  const begin = ["start", "--oefenen", "--dir", join(folder, name), "--answers", upTo("tegen-signalen"), ...options];
  const person = sitsDown(begin, env, 100);
  await person.sees(QUESTION);
  person.types(typed);
  await person.sees(words.tips.title);
  await person.sees("U schrijft ‘ruzie’.");
  person.types(leave);
  await person.sees(NEXT);
  person.types("\u0003");
  const { exitCode, shown } = await person.ends();
  expect(exitCode).toBe(130);
  expect(shown).toContain("U schrijft ‘zegt men’.");
  expect(shown).not.toContain("U schrijft ‘vaak’.");
  const path = shown.trim().split("\n").at(-1)?.trim() ?? "";
  const [journal, record] = [readFileSync(path, "utf8"), (await run(["export", path], { env })).stdout];
  for (const text of [journal, record]) {
    expect(text).toContain(VAGUE);
    expect(text).not.toMatch(/U schrijft|Kan dit preciezer|verzamelwoord|zo-laten/);
  }
});

test("--geen-tips: the next question comes at once", async () => {
  const person = sitsDown(
    ["start", "--oefenen", "--dir", join(folder, "geen"), "--answers", upTo("tegen-signalen"), "--linear", "--geen-tips"],
    env,
    100,
  );
  await person.sees(QUESTION);
  person.types(`${VAGUE}\r.\r`);
  await person.sees(NEXT);
  person.types("\u0003");
  expect((await person.ends()).shown).not.toContain(words.tips.title);
});
