/** The screens in the manual and the README are real ones: each of them appears in a run, at 80 columns. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { lastLine, ROOT, run } from "../program.ts";
import { open, type Window } from "./screen.ts";

const folder = mkdtempSync(join(tmpdir(), "meldcode-manual-"));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});
const env = { MELDCODE_NOW: "2026-11-21T10:00:00+01:00", MELDCODE_HOME: join(folder, "thuis") };
const CTRL_C = "\u0003";
const CTRL_O = "\u000F";

const read = (name: string): string => readFileSync(join(ROOT, name), "utf8");
/** Blocks without a language are screens; what follows a "$" is typed. */
const screensOf = (text: string): readonly (readonly string[])[] =>
  [...text.matchAll(/^```(\w*)\n(.*?)^```$/gms)].flatMap(([, language, block = ""]) =>
    language === "" ? [block.split("\n").filter((row) => row !== "" && !row.startsWith("$ "))] : [],
  );
const screens = [...screensOf(read("docs/handleiding.md")), ...screensOf(read("README.md"))];

const frames: (readonly string[])[] = [];
/** The last row of a question; a screen can arrive in two parts. */
const LAST = "Ctrl-X wist ook het scherm";
/** Waits for a text, keeps the screen, types. */
async function at(window: Window, text: string, keys: string, last = LAST): Promise<void> {
  await window.sees(text);
  await window.sees(last);
  frames.push(window.rows());
  window.types(keys);
}
async function stops(window: Window): Promise<void> {
  window.types(CTRL_C);
  await window.ends();
  frames.push(window.all());
}
const resumed = async (answers: string): Promise<Window> => {
  const { stdout } = await run(
    ["start", "--oefenen", "--dir", mkdtempSync(join(folder, "z")), "--answers", join(ROOT, "tests", "cases", `${answers}.yaml`)],
    { env },
  );
  return open(["resume", stdout.trim()], env, 80);
};

/** A case with a safety plan, and a question for advice in which a name slipped. */
async function withPlan(): Promise<string> {
  const answers = join(ROOT, "tests", "cases", "gezin");
  const dir = mkdtempSync(join(folder, "g"));
  const { stdout } = await run(["start", "--oefenen", "--dir", dir, "--answers", join(answers, "1-meldcode.yaml")], { env });
  const path = lastLine(stdout);
  for (const flow of ["melding", "veiligheidsplan", "adviesvraag"])
    await run(["resume", path, "--flow", flow, "--answers", join(answers, `${flow}.yaml`)], { env });
  const slip = join(dir, "verbeterd.yaml");
  writeFileSync(slip, "advies-vraag: Kan ik naam moeder alleen spreken?\n");
  await run(["resume", path, "--chapter", "4", "--answers", slip, "--reason", "Korter."], { env });
  return path;
}

beforeAll(async () => {
  const sector = open(["start", "--oefenen=zonder", "--sector", "onderwijs", "--dir", join(folder, "s")], env, 80);
  await at(sector, "direct gevaar", "");
  await stops(sector);
  const dir = join(folder, "o");
  const linear = open(["start", "--oefenen=zonder", "--linear", "--dir", dir], env, 80);
  await at(linear, "Typ 1 of 2.", "nee\r", "");
  await at(linear, "Typ een nummer van 1 tot en met 4", "", "");
  await stops(linear);
  const short = open(["start", "--oefenen=zonder", "--dir", dir], env, 80);
  await at(short, "direct gevaar", "2\r");
  await at(short, "Wat is de aanleiding", "");
  await stops(short);
  const first = open(["start", "--oefenen", "--dir", dir], env, 80);
  await at(first, "Ctrl-X wist ook het scherm", "1\r");
  await at(first, "direct gevaar", "?");
  await at(first, "Waarom nu:", "?");
  await at(first, "direct gevaar", "2\r");
  await at(first, "Wat is de aanleiding", "1\r");
  await at(first, "nummer of kenmerk", "ZK-12\r");
  await at(first, "Wat is uw functie", "leerkracht groep 4\r");
  await at(first, "Wie is uw cliënt", "1\r");
  await at(first, "Om wie gaat het?", "");
  await stops(first);
  const second = await resumed(join("onvolledig", "gestopt-in-stap-3"));
  await at(second, "Is er met de betrokkenen gesproken?", CTRL_O);
  await at(second, "Waar wilt u heen?", "2\r");
  await at(second, "‘Betrokken professionals’: 2 ingevuld", "8\r");
  await at(second, "4 Haal een regel weg", CTRL_O);
  await at(second, "Waar wilt u heen?", "4\r");
  await at(second, "> 1 ‘Overleg’", "3\r");
  await at(second, "Gaat u na het overleg verder", "2\r");
  await at(second, "Dit verandert meer", "");
  await stops(second);
  const later = await resumed(join("onvolledig", "gestopt-in-stap-3"));
  await at(later, "4 Nee, ik zie ervan af", "3\r");
  await at(later, "Waarom is er (nog) niet gesproken", "1\r");
  await at(later, "Met wie is er (nog) niet gesproken", "Met vader: hij dreigde op 3 november.\u0004");
  await at(later, "Wanneer bekijkt u opnieuw", "over 2 weken");
  await at(later, "= zaterdag 5 december 2026", "");
  await stops(later);
  const third = await resumed(join("onvolledig", "afwijking-zonder-reden"));
  await at(third, "Kijk hierboven of alles klopt.", "2\r");
  await at(third, "Waar wilt u heen?", "7\r");
  await at(third, "‘Besluit over melden’", "4\r");
  await at(third, "Besluit 1: meldt u bij Veilig Thuis?", "");
  await stops(third);
  const family = await withPlan();
  const refused = open(["export", family, "--as", "advies"], env, 80);
  await refused.ends();
  frames.push(refused.all());
  const copy = open(["export", family, "--as", "gezin", "--voor", "moeder"], env, 80);
  await at(copy, "veilig bewaren?", "");
  await stops(copy);
  const many = join(folder, "a");
  for (const answers of ["twijfel-nog-niet-gevraagd", "hulp-aanvaard"])
    await run(["start", "--oefenen", "--dir", many, "--answers", join(ROOT, "tests", "cases", `${answers}.yaml`)], { env });
  const days = { ...env, MELDCODE_NOW: "2026-11-25T10:00:00+01:00" };
  for (const more of [
    ["--days", "14"],
    ["--tekst", "2026-11-21-oefening1"],
  ])
    frames.push((await run(["agenda", "--dir", many, ...more], { env: days })).stdout.split("\n"));
  const left = await run(
    ["start", "--oefenen", "--dir", join(folder, "c"), "--answers", join(ROOT, "tests", "cases", "twijfel-nog-niet-gevraagd.yaml")],
    { env },
  );
  const { stdout } = await run(["check", left.stdout.trim()], { env });
  frames.push(stdout.split("\n").filter((row) => row !== ""));
}, 90_000);

/** A row with a path breaks elsewhere when the path is longer. */
const PATH = /\/\S+\.jsonl/g;
const flat = (rows: readonly string[]): string => rows.join(" ").replaceAll(PATH, "/zaak").replaceAll(/\s/g, "");
const shows = (frame: readonly string[], screen: readonly string[]): boolean =>
  screen.some((row) => row.search(PATH) >= 0)
    ? flat(frame).includes(flat(screen))
    : frame.some((_, from) => screen.every((row, i) => frame[from + i] === row));

test("there are screens", () => {
  expect(screens.length).toBeGreaterThan(7);
});

test.each(screens.map((screen) => [screen[0], screen] as const))("is real: %s", (_, screen) => {
  expect(
    frames.some((frame) => shows(frame, screen)),
    `${screen.join("\n")}\n\n--- the screens of the run:\n${frames.map((frame) => frame.join("\n")).join("\n---\n")}`,
  ).toBe(true);
});
