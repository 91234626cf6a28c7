/** The linear face, and what every terminal can do, in a real terminal. */
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, describe, expect, test } from "vitest";
import { parse } from "yaml";
import { WIPE } from "../../src/adapters/terminal.ts";
import { nl } from "../../src/core/nl.ts";
import type { Answer } from "../../src/core/walk.ts";
import { run } from "../program.ts";
import { open } from "./screen.ts";
import { sitsDown, type Person } from "./terminal.ts";
import { LINEAR, typeAnswers } from "./typist.ts";

const folder = mkdtempSync(join(tmpdir(), "meldcode-linear-"));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});
const env = { MELDCODE_NOW: "2026-11-21T10:00:00+01:00", MELDCODE_HOME: join(folder, "thuis") };
const ESC = "\u001b";
const FIRST = "direct gevaar";
const at = async (person: Person, text: string, typed: string): Promise<void> => {
  await person.sees(text);
  person.types(typed);
};
const begun = (dir: string, ...options: readonly string[]): readonly string[] => [
  "start",
  "--oefenen=zonder",
  "--dir",
  join(folder, dir),
  ...options,
];
const draftOf = (path: string): string => {
  const file = path.replace(/\.jsonl$/, ".concept");
  return existsSync(file) ? readFileSync(file, "utf8") : "";
};
async function until(holds: () => boolean): Promise<void> {
  for (let tries = 0; !holds(); tries++) {
    if (tries > 500) throw new Error("it never came");
    await pause(20);
  }
}
const answersIn = async (dir: string): Promise<unknown> =>
  (
    JSON.parse((await run(["export", "2026-11-21-oefening1", "--dir", join(folder, dir), "--format", "json"], { env })).stdout) as {
      answers: unknown;
    }
  ).answers;

test.each([40, 120])("a whole case, line by line at %i columns: as from its answers file, and not one escape sequence", async (columns) => {
  const file = join("tests", "cases", "acuut.yaml");
  const document = parse(readFileSync(join(import.meta.dirname, "..", "..", file), "utf8")) as Parameters<typeof typeAnswers>[1];
  const person = sitsDown(begun(`heel-${String(columns)}`, "--linear", "--geen-tips"), env, columns);
  await typeAnswers(person, document, new Map<string, Answer>(), () => false, LINEAR);
  const { exitCode, shown } = await person.ends();
  expect(exitCode, shown).toBe(0);
  expect(shown).toContain("Klaar. Uitkomst:");
  expect(person.bytes()).not.toContain(ESC);
  const typed = await run(["export", shown.trim().split("\n").at(-1)?.trim() ?? ""], { env });
  const other = await run(["start", "--oefenen", "--dir", join(folder, `bestand-${String(columns)}`), "--answers", file], { env });
  const filed = await run(["export", other.stdout.trim()], { env });
  const body = (record: string): string => record.slice(0, record.lastIndexOf("\n## "));
  expect(body(typed.stdout)).toBe(body(filed.stdout));
});

/** Each row at both widths. */
const atBoth = <T extends readonly unknown[]>(rows: readonly T[]): [number, ...T][] =>
  [40, 120].flatMap((columns) => rows.map((row): [number, ...T] => [columns, ...row]));

test.each([40, 120])("what the linear face shows at %i columns", async (columns) => {
  const window = open(begun(`gezien-${String(columns)}`, "--linear"), env, columns);
  const second =
    "Wat is de aanleiding om de meldcode te beginnen? 1. Een signaal van uzelf of een collega 2. Een overdracht van Veilig Thuis 3. Een vraag om informatie van Veilig Thuis 4. Een nieuw signaal in een bekende zaak Typ een nummer van 1 tot en met 4.";
  await window.at("Typ 1 of 2.", "?\r");
  // What was shown before stands there too: each wait is for the end of what is new.
  await window.at(
    "een spatie voor. OEFENING, Eerst dit, nog 7 vragen Is er op dit moment direct gevaar voor iemand? 1. Ja 2. Nee Typ 1 of 2.",
    "nee\r",
  );
  await window.at(`Gekozen: Nee. OEFENING, Eerst dit, nog 6 vragen ${second}`, "zes\r");
  await window.at("‘zes’ is geen keuze. Aanleiding: Typ een nummer van 1 tot en met 4.", "#\r");
  await window.at("Typ een nummer van 1 tot en met 8. Enter is 1.", "<\r");
  await window.at(`Terug. OEFENING, Eerst dit, nog 6 vragen ${second}`, "!\r");
  expect(await window.ends()).toBe(130);
  const all = window.all();
  const until = all.findIndex((row) => row.startsWith("De eerste open vraag"));
  await expect(`${all.slice(0, until).join("\n")}\n`).toMatchFileSnapshot(join("shots", `regels-${String(columns)}.txt`));
});

test.each(
  atBoth<[string, readonly string[], Readonly<Record<string, string>>, boolean]>([
    ["--linear", ["--linear"], {}, true],
    ["ACCESSIBLE=1", [], { ACCESSIBLE: "1" }, true],
    ["TERM=dumb", [], { TERM: "dumb" }, true],
    ["nothing", [], { ACCESSIBLE: "0" }, false],
  ]),
)("at %i columns, the face that is chosen by %s", async (columns, name, options, more, linear) => {
  const person = sitsDown(begun(`face-${name}-${String(columns)}`, ...options), { ...env, ...more }, columns);
  await person.sees(FIRST);
  await person.sees(linear ? nl.linear.one(2) : "Ctrl-C");
  person.types("\u0003");
  expect((await person.ends()).exitCode).toBe(130);
  expect(person.bytes().includes(ESC)).toBe(!linear);
});

test("the option stands before the command too, and without one: home", async () => {
  const home = { ...env, MELDCODE_HOME: join(folder, "leeg") };
  const first = sitsDown(["--linear", "start"], home);
  await at(first, nl.linear.one(2), "!\r");
  expect((await first.ends()).exitCode).toBe(130);
  const second = sitsDown(["--linear"], home);
  await second.sees(nl.home.title);
  await at(second, "Enter is 1.", "verder\r");
  await at(second, FIRST, "!\r");
  expect((await second.ends()).exitCode).toBe(130);
  expect(first.bytes() + second.bytes()).not.toContain(ESC);
});

describe.each([40, 120])("stopping, and what is kept, at %i columns", (columns) => {
  const named = (dir: string): string => `${dir}-${String(columns)}`;
  test("what was typed of a text comes back; Backspace takes a whole letter; a paste is whole", async () => {
    const file = join("tests", "cases", "onvolledig", "gestopt-in-stap-3.yaml");
    const { stdout } = await run(["start", "--oefenen", "--dir", join(folder, named("concept")), "--answers", file], { env });
    const first = sitsDown(["resume", stdout.trim(), "--linear"], env, columns);
    await at(first, "Is er met de betrokkenen gesproken?", "4\r");
    await at(first, "Waarom is er (nog) niet gesproken", "5\r");
    await first.sees(nl.linear.text);
    const pasted = Array.from({ length: 120 }, (_, i) => `Régel ${String(i)} 日本 👩‍👩‍👧 e\u0301`).join("\r");
    first.types(`Zoë\u007f\u007fë\r\r\r${pasted}\r`);
    // Shown is not read: what the terminal still holds, it throws away at Ctrl-C.
    await until(() => draftOf(stdout.trim()).includes("Régel 119"));
    first.types("niet af\u0003");
    const stopped = await first.ends();
    expect(stopped.exitCode).toBe(130);
    expect(stopped.shown.replaceAll(/\s+/g, " ")).toContain(nl.linear.ready);
    const second = sitsDown(["resume", stdout.trim(), "--linear"], env, columns);
    await second.sees(nl.prompt.draft);
    await second.sees("Régel 119");
    await at(second, nl.linear.text, "\r");
    await at(second, "?", "!\r");
    expect((await second.ends()).exitCode).toBe(130);
    expect(await answersIn(named("concept"))).toMatchObject({ "gesprek-reden-tekst": `Zë\n\n\n${pasted.replaceAll("\r", "\n")}` });
  });

  test("a text from the user's own editor is asked about, and then taken", async () => {
    const file = join("tests", "cases", "onvolledig", "gestopt-in-stap-3.yaml");
    const { stdout } = await run(["start", "--oefenen", "--dir", join(folder, named("editor")), "--answers", file], { env });
    const person = sitsDown(
      ["resume", stdout.trim(), "--linear"],
      { ...env, VISUAL: "", EDITOR: "printf 'Uit de\\n\\neditor' >" },
      columns,
    );
    await at(person, "Is er met de betrokkenen gesproken?", "4\r");
    await at(person, "Waarom is er (nog) niet gesproken", "5\r");
    await at(person, nl.linear.text, "*\r");
    await at(person, nl.linear.edited(3), "\r");
    await at(person, nl.linear.kept, "!\r");
    expect((await person.ends()).exitCode).toBe(130);
    expect(await answersIn(named("editor"))).toMatchObject({ "gesprek-reden-tekst": "Uit de\n\neditor" });
  });

  test("Ctrl-D stops, and says how to go on", async () => {
    const person = sitsDown(begun(named("einde"), "--linear"), env, columns);
    await at(person, FIRST, "nee\r");
    await at(person, "Wat is de aanleiding", "\u0004");
    const { exitCode, shown } = await person.ends();
    expect(exitCode).toBe(130);
    expect(shown).toContain("meldcode resume");
    expect(await answersIn(named("einde"))).toMatchObject({ "direct-gevaar": "nee" });
  });

  test.each([
    ["xterm-256color", WIPE],
    ["dumb", "\r\n".repeat(60)],
  ])("!! at TERM=%s stops and says nothing more", async (TERM, wiped) => {
    const person = sitsDown(begun(named(`weg-${TERM}`), "--linear"), { ...env, TERM }, columns);
    await at(person, FIRST, "!!\r");
    expect((await person.ends()).exitCode).toBe(3);
    expect(person.bytes().endsWith(wiped)).toBe(true);
    expect(person.bytes().includes(ESC)).toBe(TERM !== "dumb");
  });

  test("a terminal that is taken away ends the program by hang-up, with no core dump, and the answers are there", async () => {
    const person = sitsDown(begun(named("opgehangen"), "--linear"), env, columns);
    await at(person, FIRST, "nee\r");
    await person.sees("Wat is de aanleiding");
    person.vanishes();
    expect((await person.ends()).signal).toBe(1);
    expect(await answersIn(named("opgehangen"))).toMatchObject({ "direct-gevaar": "nee" });
  });
});

test("a passphrase is never shown, whichever way it is typed", async () => {
  const dir = { ...env, MELDCODE_HOME: join(folder, "sleutel") };
  const person = sitsDown(["key", "new", "--linear"], dir);
  const phrase = "gele stoel ëén fiets";
  await at(person, nl.key.choose, `${phrase}x\u007f\r`);
  await at(person, nl.key.again, `${phrase}\r`);
  const { exitCode, shown } = await person.ends();
  expect(exitCode, shown).toBe(0);
  expect(shown).toContain("Publieke sleutel: age1");
  for (const word of phrase.split(" ")) expect(shown).not.toContain(word);
  expect(person.bytes()).not.toContain(ESC);
});

/** Colour and weight; other sequences move the cursor. */
// eslint-disable-next-line no-control-regex -- this is how a terminal is told
const COLOUR = /\u001b\[[0-9;]+m/;

test.each(
  atBoth<[string, readonly string[], string, boolean]>([
    ["by itself", [], "", true],
    ["with NO_COLOR", [], "1", false],
    ["with --no-color", ["--no-color"], "", false],
  ]),
)("at %i columns, colour %s", async (columns, name, options, NO_COLOR, coloured) => {
  const person = sitsDown(begun(`kleur-${name}-${String(columns)}`, ...options), { ...env, NO_COLOR }, columns);
  await at(person, FIRST, "2\r");
  await at(person, "Wat is de aanleiding", "\u0003");
  expect((await person.ends()).exitCode).toBe(130);
  expect(COLOUR.test(person.bytes())).toBe(coloured);
});

test.each([40, 120])("wide and combining characters at %d columns, and a window that changes while they are typed", async (columns) => {
  const window = open(begun(`breed-${String(columns)}`), env, columns);
  await window.at(FIRST, "2\r");
  await window.at("Wat is de aanleiding", "1\r");
  await window.at("nummer of kenmerk", "Ünal 日本 👩‍👩‍👧 e\u0301 ".repeat(2));
  await window.sees("Ünal");
  for (const wide of [44, 100, columns]) {
    window.resize(wide);
    window.types("x\u007f");
    await window.sees("Ctrl-C bewaart en stopt");
    expect(window.rows().every((row) => row.length <= wide)).toBe(true);
  }
  // The space, the letter with its accent, the space, the family: one each.
  window.types("\u007f\u007f\u007f\u007feind\r");
  await window.sees("✔ Kenmerk: Ünal");
  await window.at("Wat is uw functie?", "\u0003");
  expect(await window.ends()).toBe(130);
  expect(await answersIn(`breed-${String(columns)}`)).toMatchObject({ "zaak-referentie": "Ünal 日本 👩‍👩‍👧 e\u0301 Ünal 日本 eind" });
});
