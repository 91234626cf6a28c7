/**
 * The scenario of a questionnaire that changes its mind: she answers, goes back, corrects so that a later answer falls off the path, and
 * completes. What fell off neither counts nor is lost; corrected once more, it is back. Through the terminal, line by line, and by files.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { ROOT, run } from "../program.ts";
import { choice, tiny } from "../tiny.ts";
import { keptCase } from "./kept.ts";
import { open, type Window } from "./screen.ts";
import { sitsDown } from "./terminal.ts";

const folder = mkdtempSync(join(tmpdir(), "meldcode-ons-"));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});
const env = { MELDCODE_NOW: "2026-11-21T10:00:00+01:00", MELDCODE_HOME: join(folder, "thuis") };
const ESC = "\u001b";
/** The second question is only asked after ja to the first, as is something to read; what is decided rests on it. */
const flow = tiny(
  [
    choice("letsel", { text: "Is er letsel?", label: "Letsel" }),
    choice("arts", { text: "Keek er een arts?", label: "Arts", when: { letsel: ["ja"] } }),
    { id: "lees", kind: "notice", text: "Bewaar de brief van de arts.", label: "Brief", when: { letsel: ["ja"] } },
    choice("verder", { text: "Gaat u verder?", label: "Verder" }),
  ],
  {
    outcomes: [
      { id: "gezien", when: { arts: ["ja"] }, title: "Gezien", text: "Een arts keek." },
      { id: "niet-gezien", when: { not: { all: [{ asked: "arts" }, { arts: ["ja"] }] } }, title: "Niet gezien", text: "Geen arts keek." },
    ],
  },
);

interface Exported {
  readonly answers: Readonly<Record<string, unknown>>;
  readonly parked: Readonly<Record<string, unknown>>;
  readonly outcome: unknown;
}
/** What counts, what is only kept, and the outcome. */
async function stands(path: string): Promise<readonly unknown[]> {
  const { stdout } = await run(["export", path, "--format", "json"], { env });
  const { answers, parked, outcome } = JSON.parse(stdout) as Exported;
  return [answers, parked, (outcome as { readonly id: string }).id];
}
const WITHDRAWN = [{ letsel: "nee", verder: "ja" }, { arts: "ja", lees: true }, "niet-gezien"];
const BACK = [{ letsel: "ja", arts: "ja", lees: true, verder: "ja" }, {}, "gezien"];

test.each([40, 120])("through the terminal, at %i columns", async (columns) => {
  const path = await keptCase(join(folder, String(columns)), flow);
  const window = open(["resume", path, "--chapter", "1"], env, columns);
  await window.at("Is er letsel?", "1\r");
  await window.at("Keek er een arts?", "1\r");
  await window.at("Enter = gelezen", "\r");
  await window.at("Gaat u verder?", ESC);
  await window.at("Keek er een arts?", ESC);
  await window.at("Is er letsel?", "2\r");
  await window.sees("1 antwoord telt niet meer mee: Arts. Het blijft bewaard.");
  window.types("1\r");
  await window.at("Gaat u verder?", "1\r");
  expect(await window.ends()).toBe(0);
  expect(window.all().join("")).toContain("Uitkomst: Niet gezien.");
  expect(await stands(path)).toEqual(WITHDRAWN);

  const again = open(["resume", path, "--chapter", "1"], env, columns);
  await corrects(again);
  expect(await again.ends()).toBe(0);
  expect(again.all().join("")).toContain("Uitkomst: Gezien.");
  expect(await stands(path)).toEqual(BACK);
});

/** A finished case: the overview comes by itself, and a change has a reason. */
async function corrects(window: Window): Promise<void> {
  await window.at("Deze zaak is afgerond. Wilt u iets verbeteren?", "3\r");
  // What was only read is no answer.
  await window.sees("Telt nu niet mee, maar is bewaard: Arts: Ja Wat de normen zeggen:");
  await window.at("Deze zaak is afgerond. Wilt u iets verbeteren?", "2\r");
  await window.at("‘Letsel’ is ‘Nee’", "1\r");
  await window.at("Is er letsel?", "1\r");
  await window.sees("Telt weer mee: Arts.");
  await window.sees("De uitkomst wordt: Gezien.");
  window.types("1\r");
  await window.at("Waarom verandert u dit?", "De arts belde terug.\r");
}

test.each([40, 120])("line by line, at %i columns", async (columns) => {
  const path = await keptCase(join(folder, `regels-${String(columns)}`), flow);
  const person = sitsDown(["resume", path, "--chapter", "1", "--linear"], env, columns);
  const at = async (text: string, typed: string): Promise<void> => {
    await person.sees(text);
    person.types(typed);
  };
  await at("Is er letsel?", "ja\r");
  await at("Keek er een arts?", "ja\r");
  await at("Bewaar de brief", "\r");
  await at("Gaat u verder?", "<\r");
  await at("Keek er een arts?", "<\r");
  await at("Is er letsel?", "nee\r");
  await at("1 antwoord telt niet meer mee: Arts.", "1\r");
  await at("Gaat u verder?", "ja\r");
  expect((await person.ends()).exitCode).toBe(0);
  expect(await stands(path)).toEqual(WITHDRAWN);
  const again = sitsDown(["resume", path, "--chapter", "1", "--linear"], env, columns);
  await again.sees("Deze zaak is afgerond.");
  again.types("stap 1\r");
  await again.sees("‘Letsel’ is ‘Nee’");
  again.types("1\r");
  await again.sees("Is er letsel?");
  again.types("ja\r");
  await again.sees("Telt weer mee: Arts.");
  again.types("ja\r");
  await again.sees("Waarom verandert u dit?");
  again.types("De arts belde terug.\r");
  expect((await again.ends()).exitCode).toBe(0);
  expect(await stands(path)).toEqual(BACK);
});

test("through answers files", async () => {
  const path = await keptCase(join(folder, "bestand"), flow);
  const file = async (answers: object, ...options: readonly string[]): Promise<number | null> => {
    const name = join(folder, "antwoorden.yaml");
    writeFileSync(name, JSON.stringify(answers));
    return (await run(["resume", path, "--answers", name, ...options], { env })).status;
  };
  expect(await file({ letsel: "ja", arts: "ja" })).toBe(3);
  expect(await file({ letsel: "nee", verder: "ja" })).toBe(0);
  expect(await stands(path)).toEqual(WITHDRAWN);
  expect(await file({ letsel: "ja" })).toBe(2);
  expect(await stands(path)).toEqual(WITHDRAWN);
  expect(await file({ letsel: "ja" }, "--reason", "De arts belde terug.")).toBe(0);
  expect(await stands(path)).toEqual(BACK);
});

test("the record says what fell off, what came back, and why", async () => {
  const { stdout } = await run(["export", join(folder, "40", "2026-11-21-oefening1.jsonl")], { env, cwd: ROOT });
  for (const words of ["Correctie 1: Letsel", "Correctie 2: Letsel", "De arts belde terug.", "na het afronden"])
    expect(stdout).toContain(words);
  expect(readFileSync(join(folder, "40", "2026-11-21-oefening1.jsonl"), "utf8").match(/"q":"arts"/g)).toHaveLength(1);
});
