/** Every kind of question in a real terminal, narrow and wide: the way back, days in words, long texts, typing ahead, stopping for a while. */
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, describe, expect, test } from "vitest";
import { day, weekdayDate } from "../../src/core/day.ts";
import type { QuestionSource } from "../../src/core/formats.ts";
import { run } from "../program.ts";
import { choice, tiny, yesNo } from "../tiny.ts";
import { keptCase } from "./kept.ts";
import { open, openShell, type Window } from "./screen.ts";

const folder = mkdtempSync(join(tmpdir(), "meldcode-kinds-"));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});
const env = { MELDCODE_NOW: "2026-11-21T10:00:00+01:00", MELDCODE_HOME: join(folder, "thuis") };
const CTRL_C = "\u0003";
const CTRL_D = "\u0004";
const CTRL_U = "\u0015";
const CTRL_Z = "\u001a";
const ESC = "\u001b";
const pasted = (text: string): string => `${ESC}[200~${text}${ESC}[201~`;

const ask = (id: string, kind: QuestionSource["kind"], text: string, more: Partial<QuestionSource> = {}): QuestionSource => ({
  id,
  kind,
  text,
  label: `[${id}]`,
  ...more,
});
const who = ask("wie", "list", "Om wie gaat het?", {
  item: "persoon",
  fields: [{ id: "rol", kind: "line", text: "Welke rol heeft deze persoon?" }],
});
/** Each kind, and the keys that answer it; the last one is only there to come back from. */
const KINDS: readonly (readonly [QuestionSource, string])[] = [
  [choice("een", { text: "Is dit de eerste vraag?", label: "[een]" }), "1\r"],
  [ask("veel", "choices", "Wat klopt er allemaal?", { options: yesNo }), " \r"],
  [ask("tekst", "text", "Wat zag u precies?"), `Twee\rregels${CTRL_D}`],
  [ask("regel", "line", "Wie schreef dit op?"), "leerkracht\r"],
  [ask("getal", "number", "Hoe vaak was dat?"), "3\r"],
  [ask("dag", "date", "Op welke dag was dat?"), "21-11-2025\r"],
  [who, "1\r"],
  [ask("lees", "notice", "Lees dit eerst."), "\r"],
  [choice("laatst", { text: "Is dit de laatste vraag?", label: "[laatst]" }), ""],
];
const flow = tiny(KINDS.map(([question]) => question));

async function answersIn(path: string): Promise<Readonly<Record<string, unknown>>> {
  const { stdout } = await run(["export", path, "--format", "json"], { env });
  return (JSON.parse(stdout) as { readonly answers: Readonly<Record<string, unknown>> }).answers;
}

describe.each([40, 120])("at %i columns", (columns) => {
  let n = 0;
  const begin = (...questions: readonly QuestionSource[]): Promise<string> =>
    keptCase(join(folder, `${String(columns)}-${String(n++)}`), questions.length === 0 ? flow : tiny(questions));
  const resumed = (path: string): Window => open(["resume", path], env, columns);
  const stopped = async (window: Window): Promise<void> => {
    expect(window.all().filter((row) => row.length > columns)).toEqual([]);
    window.types(CTRL_C);
    expect(await window.ends()).toBe(130);
  };
  /** The screen as a text beside this test: a person can look at it. */
  const shot = async (window: Window, name: string): Promise<void> => {
    await expect(`${window.rows().join("\n")}\n`).toMatchFileSnapshot(join("shots", `${name}-${String(columns)}.txt`));
  };

  test("Esc goes back one question from every kind, and so does < on an empty line; the answer before stands there", async () => {
    const window = resumed(await begin());
    let before: readonly [QuestionSource, string] | undefined;
    await window.at("eerste vraag?", ESC);
    await window.at("Verder terug kan niet: dit is de eerste vraag.", "");
    for (const [question, keys] of KINDS) {
      for (const back of before === undefined ? [] : [ESC, "<\r"]) {
        await window.at(question.text, back);
        await window.at(before?.[0].text ?? "", again(before?.[0].kind));
      }
      await window.sees(question.text);
      if (keys === "") break;
      window.types(keys);
      if (question.kind === "list") {
        await window.at("Welke rol", "moeder\r");
        await window.at("2 Klaar met deze lijst", "2\r");
      }
      // Nothing is answered in a notice: it is passed on the way back.
      if (question.kind !== "notice") before = [question, keys];
    }
    await stopped(window);
  });
  const again = (kind: QuestionSource["kind"] | undefined): string => (kind === "text" ? CTRL_D : kind === "list" ? "2\r" : "\r");

  test("what was typed and not confirmed is kept by Esc, in every kind that is typed", async () => {
    const window = resumed(await begin(KINDS[0]?.[0] ?? who, ...KINDS.slice(2, 6).map(([question]) => question)));
    await window.at("eerste vraag", "1\r");
    let before = "eerste vraag";
    for (const [question, keys] of KINDS.slice(2, 6)) {
      await window.at(question.text, "12");
      await window.at("> 12", ESC);
      await window.at(before, before === "Wat zag u precies?" ? CTRL_D : "\r");
      await window.sees("Dit typte u eerder. Het telt nog niet mee.");
      await window.at("> 12", CTRL_U);
      await window.sees("Ctrl-C");
      window.types(keys);
      before = question.text;
    }
    expect(await window.ends()).toBe(0);
  });

  test("Esc out of an entry that is half filled in loses nothing: the list names it, and goes on with it, also another day", async () => {
    const age = { id: "leeftijd", kind: "number" as const, text: "Hoe oud is deze persoon?", label: "[leeftijd]" };
    const path = await begin(choice("een", { text: "Is dit de eerste vraag?" }), { ...who, fields: [...(who.fields ?? []), age] });
    const left = async (window: Window): Promise<void> => {
      await window.at("> moeder", ESC);
      await window.at("Nog niet af: moeder.", "");
    };
    const window = resumed(path);
    await window.at("eerste vraag?", "1\r");
    await window.at("Voeg een persoon toe", "1\r");
    await window.at("Welke rol", "moeder\r");
    await window.at("Hoe oud is deze persoon?", ESC);
    await left(window);
    await window.at("> 1 Voeg een persoon toe", ESC);
    await window.at("> 1 Ja", "\r");
    await left(window);
    await window.at("> 1 Voeg een persoon toe", CTRL_C);
    expect(await window.ends()).toBe(130);

    const again = resumed(path);
    await again.sees("is teruggevonden");
    await left(again);
    await again.at("> 1 Voeg een persoon toe", "\r");
    await again.at("> moeder", "\r");
    await again.at("Hoe oud is deze persoon?", "34\r");
    await again.at("> 1 Voeg nog een persoon toe", "3\r");
    await again.at("> 1 moeder", "\r");
    await again.at("> moeder", " van twee\r");
    await again.at("> 34", ESC);
    await again.at("> moeder van twee", ESC);
    await again.at("Nog niet klaar met verbeteren: moeder van twee, 34.", "3\r");
    await again.at("> 1 moeder", "\r");
    await again.at("> moeder van twee", "\r");
    await again.at("> 34", "\r");
    await again.at("1. moeder van twee, 34", "1\r");
    await again.at("Welke rol", "buurman\r");
    await again.at("Hoe oud is deze persoon?", ESC);
    await again.at("> buurman", ESC);
    await again.at("Nog niet af: buurman.", "2\r");
    expect(await again.ends()).toBe(0);
    expect(await answersIn(path)).toMatchObject({ wie: [{ rol: "moeder van twee", leeftijd: 34 }] });
    expect(existsSync(path.replace(/\.jsonl$/, ".concept"))).toBe(false);
  });

  test("Esc at what a correction of an entry does leads back into that entry: nothing that was said is lost", async () => {
    const harm = { id: "letsel", kind: "choice" as const, text: "Is er letsel?", label: "[letsel]", options: yesNo };
    const path = await begin(
      { ...who, fields: [...(who.fields ?? []), harm] },
      choice("arts", { text: "Keek er een arts?", label: "[arts]", when: { wie: { some: { letsel: ["ja"] } } } }),
      choice("laatst", { text: "Is dit de laatste vraag?", label: "[laatst]" }),
    );
    const window = resumed(path);
    await window.at("Om wie gaat het?", "1\r");
    await window.at("Welke rol", "moeder\r");
    await window.at("Is er letsel?", "1\r");
    await window.at("2 Klaar met deze lijst", "2\r");
    await window.at("Keek er een arts?", "1\r");
    await window.at("laatste vraag?", ESC);
    await window.at("Keek er een arts?", ESC);
    await window.at("3 Verbeter een regel", "3\r");
    await window.at("> 1 moeder", "\r");
    await window.at("Welke rol", " van twee\r");
    await window.at("Is er letsel?", "2\r");
    await window.at("1 antwoord telt niet meer mee: [arts]", ESC);
    await window.at("> 2 Nee", "1\r");
    await window.sees("1. moeder van twee");
    await stopped(window);
    expect(await answersIn(path)).toMatchObject({ wie: [{ rol: "moeder van twee", letsel: "ja" }], arts: "ja" });
  });

  test("a day in words is read back, by the clock of the exercise; a day that is still to come is asked about twice", async () => {
    const path = await begin(ask("dag", "date", "Op welke dag was dat?"));
    const window = resumed(path);
    for (const words of ["vandaag", "gisteren", "vorige week dinsdag", "3 dagen geleden", "vrijdag 21 november 2025", "21-11-2025"]) {
      await window.at("Op welke dag", words);
      await window.sees(`= ${weekdayDate(day(words, "2026-11-21") ?? "")}`);
      window.types(CTRL_U);
      await window.sees("Bijvoorbeeld: 21-11-2026");
    }
    window.types("rond half mei");
    await window.sees("Dit is niet één dag. Noem de dag die er het dichtst bij komt");
    window.types(`${CTRL_U}maandag 1-2-2097\r`);
    await window.sees("De dag van de week klopt niet bij deze datum: dat is vrijdag 1 februari 2097.");
    window.types(`${CTRL_U}1-2-2097`);
    await window.at("= vrijdag 1 februari 2097", "\r");
    await window.sees("Deze dag moet nog komen. Klopt dat? Druk dan nog eens op Enter.");
    await shot(window, "dag");
    expect(readFileSync(path, "utf8")).not.toContain('"answered"');
    window.types("\r");
    await window.sees("✔ [dag]: 1 februari 2097");
    expect(await window.ends()).toBe(0);
    expect(await answersIn(path)).toEqual({ dag: "2097-02-01" });
  });

  test.each([
    ["pasted as one", pasted],
    ["as a terminal without bracketed paste gives it", (text: string) => text],
  ])("a text of 4,000 characters in 50 lines, %s: nothing is dropped", async (_, put) => {
    const lines = Array.from(
      { length: 50 },
      (_, i) => `${String(i).padStart(2)} ${"Zoë zag, hoorde en rook het. ".repeat(3).slice(0, 76)}x`,
    );
    const path = await begin(ask("tekst", "text", "Wat zag u precies?"));
    const window = resumed(path);
    await window.at("Wat zag u precies?", put(lines.join("\r")));
    await window.sees("49 Zoë zag");
    window.types(CTRL_D);
    expect(await window.ends()).toBe(0);
    expect(await answersIn(path)).toEqual({ tekst: lines.join("\n") });
    expect(lines.join("\n").length).toBeGreaterThanOrEqual(4_000);
  });

  test("wide, combining and control characters: the screen stays whole, and nothing of them reaches it raw", async () => {
    const path = await begin(ask("tekst", "text", "Wat zag u precies?"), KINDS[0]?.[0] ?? who);
    const window = resumed(path);
    await window.at("Wat zag u precies?", pasted("日本語 ".repeat(14) + "e\u0301 👩‍👩‍👧 \u009b2J\u202eom\u0007"));
    await window.sees("\\u{202e}om");
    await window.sees("Wat zag u precies?");
    await shot(window, "tekens");
    window.types(CTRL_D);
    await window.at("eerste vraag", ESC);
    await window.sees("日本語 日本語");
    await stopped(window);
  });

  test("what is typed ahead is kept for text, and dropped before a choice", async () => {
    const path = await begin(KINDS[0]?.[0] ?? who, ask("regel", "line", "Wie schreef dit op?"), choice("laatst", { text: "Klopt het?" }));
    const window = resumed(path);
    await window.at("eerste vraag", "1\rjuf");
    await window.sees("> juf");
    window.types(" Ünal\r2\r");
    await window.sees("Klopt het?");
    await window.sees("Te vroeg getypt, niet gebruikt: ‘2’");
    await shot(window, "te-vroeg");
    await stopped(window);
    expect(await answersIn(path)).toEqual({ een: "ja", regel: "juf Ünal" });
  });

  test("Ctrl-Z leaves the terminal to the shell, and fg goes on where she was", async () => {
    const path = await begin(ask("regel", "line", "Wie schreef dit op?"));
    const shell = openShell(["resume", path], env, columns);
    await shell.at("Wie schreef dit op?", "intern");
    await shell.at("> intern", CTRL_Z);
    await shell.sees("Stopped");
    // Keys are echoed and lines are read as before the program began.
    shell.types("echo uit de $((40+2))\r");
    await shell.at("uit de 42", "fg\r");
    await shell.sees("> intern");
    shell.types(" begeleider\r");
    await shell.sees("✔ [regel]: intern begeleider");
    await shell.at("Klaar. Uitkomst", "exit\r");
    expect(await shell.ends()).toBe(0);
    expect(await answersIn(path)).toEqual({ regel: "intern begeleider" });
  });

  test("a terminal that is taken away ends the program by hang-up at once: answers and what was typed are kept", async () => {
    const path = await begin();
    const window = resumed(path);
    await window.at("eerste vraag", "1\r");
    await window.at("Wat klopt er", " \r");
    await window.at("Wat zag u precies?", "half af\r");
    const draft = path.replace(/\.jsonl$/, ".concept");
    for (let tries = 0; !existsSync(draft) && tries < 500; tries++) await pause(20);
    window.vanishes();
    // 1 is SIGHUP; an abort with a core dump would be 6.
    expect(await window.dies()).toBe(1);
    expect(await answersIn(path)).toEqual({ een: "ja", veel: ["ja"] });
    expect(readFileSync(draft, "utf8")).toContain("half af");
    const again = resumed(path);
    await again.sees("> half af");
    await stopped(again);
  });
});
