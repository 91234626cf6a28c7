/** Practice in a real terminal: choosing a case, its story, more of it when a step begins, reading it again, and the debrief. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { parse } from "yaml";
import { ROOT, run } from "../program.ts";
import { flow } from "../shipped.ts";
import { open, type Window } from "./screen.ts";

const folder = mkdtempSync(join(tmpdir(), "meldcode-practice-"));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});
const env = { MELDCODE_NOW: "2026-11-21T10:00:00+01:00", MELDCODE_HOME: join(folder, "thuis") };
/** A whole story stays in sight. */
const ROWS = 200;
const CTRL_C = "\u0003";
const CTRL_O = "\u000F";
const ENTER = "\r";
const ESC = "\u001b";
const careful = join(ROOT, "tests", "flows", "oefeningen", "te-laat.yaml");

/** The careful answers up to a question, as a file. */
function upTo(q: string, name: string): string {
  const order = flow.questions.get(q)?.order ?? 0;
  const known = Object.entries(parse(readFileSync(careful, "utf8")) as Record<string, unknown>);
  const file = join(folder, name);
  writeFileSync(file, JSON.stringify(Object.fromEntries(known.filter(([id]) => (flow.questions.get(id)?.order ?? 0) < order))));
  return file;
}

describe.each([40, 120])("at %i columns", (columns) => {
  const dir = join(folder, String(columns));
  const path = join(dir, "2026-11-21-oefening1.jsonl");
  const READ = "Lees eerst wat hierboven staat.";
  const fits = (window: Window): void => {
    expect(window.all().filter((row) => row.length > columns)).toEqual([]);
  };

  /** What she reads as a text beside this test: a person can look at it. */
  const shot = async (rows: readonly string[], name: string): Promise<void> => {
    await expect(`${rows.join("\n")}\n`).toMatchFileSnapshot(join("shots", `${name}-${String(columns)}.txt`));
  };

  test("the first row is without a story; a chosen case tells its story before the first question", async () => {
    const window = open(["start", "--oefenen", "--dir", dir], env, columns, ROWS);
    await window.at("> 1 Zonder verhaal: oefen met een eigen, verzonnen zaak", "2");
    await window.at("> 2 Leerkracht: een meisje dat vaak te laat komt", ENTER);
    await window.sees("Oefenzaak: Leerkracht: een meisje dat vaak te laat komt. Het verhaal is verzonnen.");
    await window.sees("=== Het verhaal === U bent leerkracht van groep 5. In uw klas zit een meisje van 8.");
    await window.sees("U ziet op tegen een gesprek.");
    await window.sees("OEFENING · Leerkracht: een meisje dat vaak te laat komt");
    await window.sees("Ctrl-X wist ook het scherm");
    await shot(window.rows(), "verhaal");
    await window.at(READ, ENTER);
    await window.at("Is er op dit moment direct gevaar voor iemand?", "2");
    await window.at("> 2 Nee", ENTER);
    await window.at("Wat is de aanleiding", CTRL_O);
    await window.sees("Waar wilt u heen?");
    // The last row reads the story again.
    window.types("\u001b[A");
    await window.at("Lees het verhaal nog eens", ENTER);
    await window.sees("Verder waar ik was");
    fits(window);
    window.types(CTRL_C);
    expect(await window.ends()).toBe(130);
    expect(window.all().filter((row) => row.includes("=== Het verhaal ==="))).toHaveLength(2);
  });

  test("a later session tells it so far; more comes when a step begins, and no question tells what is not asked", async () => {
    await run(["resume", path, "--answers", upTo("verder-na-stap-1", `${String(columns)}-1.yaml`)], { env });
    const window = open(["resume", path], env, columns, ROWS);
    await window.at(READ, ENTER);
    await window.at("Gaat u verder met de meldcode?", "1");
    await window.at("> 1 Ja, ik ga verder", ENTER);
    await window.sees("=== Het verhaal gaat verder === U legt uw zorgen voor aan de intern begeleider.");
    // Esc goes back to the question before; what was read is not told a second time.
    await window.at(READ, ESC);
    await window.at("> 1 Ja, ik ga verder", ENTER);
    await window.sees("Met wie hebt u overlegd?");
    fits(window);
    window.types(CTRL_C);
    expect(await window.ends()).toBe(130);
    const all = window.all().join(" ").replace(/\s+/g, " ");
    expect(all).toContain("U bent leerkracht van groep 5.");
    expect(all).not.toContain("Moeder komt alleen.");
  });

  test("after the last question comes the debrief, and the path is still the last line", async () => {
    const begun = await run(["resume", path, "--answers", upTo("besluit-datum", `${String(columns)}-2.yaml`)], { env });
    expect(begun.status).toBe(3);
    // What is asked behind the date of the decision comes from the file as well: one answer is left for the terminal.
    const rest = Object.entries(parse(readFileSync(careful, "utf8")) as Record<string, unknown>).filter(([q]) => q !== "besluit-datum");
    const file = join(folder, `${String(columns)}-3.yaml`);
    writeFileSync(file, JSON.stringify(Object.fromEntries(rest)));
    expect((await run(["resume", path, "--answers", file], { env })).status).toBe(3);
    const window = open(["resume", path], env, columns, ROWS);
    await window.at(READ, ENTER);
    await window.at("Kijk hierboven of alles klopt.", ENTER);
    await window.at("Op welke dag is het besluit genomen?", `20-11-2026${ENTER}`);
    await window.at("Laat het zo, en ga verder", ENTER);
    expect(await window.ends()).toBe(0);
    fits(window);
    const all = window.all();
    const text = all.join(" ").replace(/\s+/g, " ");
    expect(text).toContain("Klaar. Uitkomst: Melden en hulp.");
    expect(text).toContain("=== Nabespreking: Leerkracht: een meisje dat vaak te laat komt ===");
    expect(text).toContain("4. Vader heeft ook gezag.");
    expect(text.indexOf("Nabespreking")).toBeGreaterThan(text.indexOf("Klaar. Uitkomst"));
    expect(all.slice(-4).join("").endsWith(path)).toBe(true);
    const from = all.findIndex((row) => row.startsWith("=== Nabespreking"));
    await shot(
      all.slice(
        from,
        all.findIndex((row, i) => i > from && path.startsWith(row)),
      ),
      "nabespreking",
    );
  });
});

test("Ctrl-C at the choice makes no case", async () => {
  const dir = join(folder, "niets");
  const window = open(["start", "--oefenen", "--dir", dir], env, 80);
  await window.at("Waarmee wilt u oefenen?", CTRL_C);
  expect(await window.ends()).toBe(130);
  expect((await run(["list", "--dir", dir], { env })).stdout).not.toContain("oefening1");
});

test("answers in a file: nothing is chosen, and the first open question comes at once", async () => {
  const window = open(["start", "--oefenen", "--dir", join(folder, "bestand"), "--answers", upTo("aanleiding", "begin.yaml")], env, 100);
  await window.at("Wat is de aanleiding", CTRL_C);
  expect(await window.ends()).toBe(130);
  expect(window.all().join("")).not.toContain("oefenzaak");
});
