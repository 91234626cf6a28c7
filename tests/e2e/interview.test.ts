/** The interview in a real terminal, narrow and wide: back, elsewhere, why, what a correction does, the editor, leaving in a hurry. */
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { parse } from "yaml";
import { wrap } from "../../src/adapters/prompts/wrap.ts";
import { decode } from "../../src/adapters/chain.ts";
import { fold } from "../../src/core/case.ts";
import type { Chapter } from "../../src/core/chapter.ts";
import { walk } from "../../src/core/walk.ts";
import { ROOT, run } from "../program.ts";
import { flow } from "../shipped.ts";
import { open, type Window } from "./screen.ts";

const folder = mkdtempSync(join(tmpdir(), "meldcode-interview-"));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});
const env = { MELDCODE_NOW: "2026-11-21T10:00:00+01:00", MELDCODE_HOME: join(folder, "thuis") };
const CTRL_C = "\u0003";
const CTRL_D = "\u0004";
const CTRL_O = "\u000F";
const CTRL_X = "\u0018";
const ESC = "\u001b";
const chapter = (path: string): Chapter => {
  const [first] = fold(decode(readFileSync(path)).events).chapters;
  if (first === undefined) throw new Error("no chapter");
  return first;
};
/** All that was typed, whether it is an answer or a field of an entry. */
const typedIn = (path: string): readonly string[] =>
  [...chapter(path).answers].flatMap(([q, answer]) => {
    const question = chapter(path).flow.questions.get(q);
    const asked = question === undefined ? [] : [question, ...question.fields];
    const values = answer.kind === "value" ? [{ [q]: answer.value ?? "" }] : answer.items.map(({ value }) => value);
    return asked.flatMap(({ id, kind }) =>
      kind === "text" || kind === "line" ? values.flatMap((entry) => (entry[id] === undefined ? [] : String(entry[id]))) : [],
    );
  });
const parked = (path: string): readonly string[] => walk(chapter(path).flow, chapter(path).answers).parked;

describe.each([40, 120])("at %i columns", (columns) => {
  let n = 0;
  /** A practice case as an answers file leaves it. */
  const begun = async (answers: string): Promise<string> => {
    const dir = join(folder, `${String(columns)}-${String(n++)}`);
    const { stdout } = await run(["start", "--oefenen", "--dir", dir, "--answers", join("tests", "cases", `${answers}.yaml`)], { env });
    return stdout.trim();
  };
  /** A practice case in which only the decision is still to be made. */
  const upToDecision = async (): Promise<string> => {
    const order = [...flow.questions.keys()];
    const document = parse(readFileSync(join(ROOT, "tests", "cases", "structureel.yaml"), "utf8")) as Record<string, unknown>;
    const file = join(folder, "tot-besluit.yaml");
    writeFileSync(
      file,
      JSON.stringify(Object.fromEntries(Object.entries(document).filter(([q]) => order.indexOf(q) < order.indexOf("besluit-melden")))),
    );
    const { stdout } = await run(["start", "--oefenen", "--dir", join(folder, `besluit-${String(columns)}`), "--answers", file], { env });
    return stdout.trim();
  };
  const resumed = (path: string): Window => open(["resume", path], env, columns);
  /** The screen as a text beside this test: a person can look at it. */
  const shot = async (window: Window, name: string): Promise<void> => {
    // The last row of every screen that waits for her.
    await window.sees("Ctrl-X wist ook het scherm");
    await expect(`${window.rows().join("\n")}\n`).toMatchFileSnapshot(join("shots", `${name}-${String(columns)}.txt`));
  };
  const fits = (window: Window): void => {
    expect(window.rows().filter((row) => row.length > columns)).toEqual([]);
  };

  test("the first thing it says is who may look along, and how to leave", async () => {
    const window = open(["start", "--oefenen=zonder", "--dir", join(folder, `start-${String(columns)}`)], env, columns);
    await window.sees("Kan hier iemand meekijken die dit niet mag zien? Met Ctrl-X stopt u meteen");
    await shot(window, "eerste");
    fits(window);
    window.types(CTRL_C);
    expect(await window.ends()).toBe(130);
  });

  test("why a question is asked, what a good answer is, weak and strong, and the source", async () => {
    const window = resumed(await begun("onvolledig/gestopt-in-stap-3"));
    await window.at("Is er met de betrokkenen gesproken?", "?");
    for (const word of ["Zwak:", "Sterk:", "Waarom nu:", "‘Verder na stap 2’ is ‘Ja, ik ga verder’", "Bron:"]) await window.sees(word);
    await shot(window, "waarom");
    fits(window);
    window.types("?");
    await window.at("3 Nee, uitgesteld", CTRL_C);
    expect(await window.ends()).toBe(130);
  });

  test("the overview shows how each step stands, and leads to any question", async () => {
    const window = resumed(await begun("onvolledig/gestopt-in-stap-3"));
    await window.at("Is er met de betrokkenen gesproken?", CTRL_O);
    await window.sees("Toon alles: antwoorden, normen en waar die op rusten");
    expect(
      window
        .rows()
        .filter((row) => /^[> ] \d/.test(row))
        .map((row) => row.slice(2, columns - 2)),
    ).toEqual(
      [
        "1 Verder waar ik was",
        "2 Eerst dit (klaar)",
        "3 Stap 1: Signalen in kaart brengen (klaar)",
        "4 Stap 2: Overleggen met een collega en Veilig Thuis (klaar)",
        "5 Stap 3: Praten met de betrokkenen (bezig)",
        "6 Stap 4: Wegen (nog niet begonnen)",
        "7 Stap 5: Twee besluiten nemen (nog niet begonnen)",
        "8 Toon alles: antwoorden, normen en waar die op rusten",
      ].map((row) => (row.length + 2 <= columns - 2 ? row : (expect.stringMatching(/^\d /) as string))),
    );
    fits(window);
    window.types("6\r");
    await window.at("‘Vermoeden’ is nog open", "1\r");
    await window.sees("Stap 4 van 5");
    await shot(window, "latere-stap");
    // A later step first: it goes on there, and the step that was left is still open.
    await window.at("3 Ik twijfel", "1\r");
    await window.at("Wat is er aan de hand, en hoe ernstig is dat?", CTRL_O);
    await window.sees("5 Stap 3: Praten met de betrokkenen (bezig)");
    await window.sees("6 Stap 4: Wegen (bezig)");
    await shot(window, "overzicht");
    window.types("1\r");
    await window.at("Wat is er aan de hand, en hoe ernstig is dat?", CTRL_C);
    expect(await window.ends()).toBe(130);
  });

  test("a correction that reaches further is shown first; what falls off the path does not count and comes back with it", async () => {
    const path = await begun("onvolledig/gestopt-in-stap-3");
    expect(parked(path)).toEqual([]);
    const window = resumed(path);
    const toStep2 = async (asked: string, answer: string): Promise<void> => {
      await window.at(asked, CTRL_O);
      await window.at("Waar wilt u heen?", "4\r");
      await window.at("> 1 ‘Overleg’", "3\r");
      await window.at("Gaat u na het overleg verder", answer);
    };
    await toStep2("Is er met de betrokkenen gesproken?", "2\r");
    await window.sees("Dit verandert meer dan dit ene antwoord. Wilt u dat?");
    await window.sees("2 antwoorden tellen niet meer mee: Gesprek veilig; Voorbereiding van het gesprek.");
    await shot(window, "gevolgen");
    fits(window);
    window.types("2\r");
    await window.sees("✔ Wat er verandert: Nee");
    expect([chapter(path).corrections.length, parked(path)]).toEqual([0, []]);
    await toStep2("Is er met de betrokkenen gesproken?", "2\r");
    await window.at("> 1 Ja, verander het", "1\r");
    await window.sees("Waarom is er geen vermoeden (meer)?");
    expect(parked(path)).toEqual(["gesprek-veilig", "gesprek-voorbereiding"]);
    await window.at("Waarom is er geen vermoeden (meer)?", CTRL_O);
    await window.sees("Stap 3: Praten met de betrokkenen (telt nu niet mee)");
    await window.at("Waar wilt u heen?", "8\r");
    await window.sees("Telt nu niet mee, maar is bewaard: Gesprek veilig: Ja");
    await window.at("Waar wilt u heen?", "\r");
    await toStep2("Waarom is er geen vermoeden (meer)?", "1\r");
    await window.sees("Is er met de betrokkenen gesproken?");
    expect(parked(path)).toEqual([]);
    expect(chapter(path).answers.get("gesprek-veilig")).toBeDefined();
    window.types(CTRL_C);
    expect(await window.ends()).toBe(130);
  });

  test("Esc at what is asked beside the questions goes back one as well", async () => {
    const asked = "Is er op dit moment direct gevaar voor iemand?";
    const home = { ...env, MELDCODE_HOME: join(folder, `vers-${String(columns)}`) };
    const fresh = open(["start"], home, columns);
    await fresh.at(asked, "2\r");
    await fresh.at("In welke sector werkt u?", ESC);
    await fresh.at(asked, "\r");
    // What is asked once has no row ready: an Enter too many chooses nothing.
    await fresh.at("In welke sector werkt u?", "\r");
    await fresh.at("Kies eerst", "3\r");
    await fresh.at("versleutelen?", "<\r");
    await fresh.at(asked, "\r");
    await fresh.at("versleutelen?", CTRL_C);
    expect(await fresh.ends()).toBe(130);

    const window = resumed(await begun("onvolledig/gestopt-in-stap-3"));
    await window.at("Is er met de betrokkenen gesproken?", CTRL_O);
    await window.at("Waar wilt u heen?", "4\r");
    await window.at("> 1 ‘Overleg’", "3\r");
    await window.at("Gaat u na het overleg verder", "2\r");
    await window.at("Dit verandert meer dan dit ene antwoord. Wilt u dat?", ESC);
    await window.sees("↩ Wat er verandert: terug");
    await window.at("> 1 Ja, ik ga verder", CTRL_C);
    expect(await window.ends()).toBe(130);

    const review = resumed(await begun("onvolledig/afwijking-zonder-reden"));
    await review.at("Kijk hierboven of alles klopt.", ESC);
    await review.at("Besluit 2: biedt of organiseert u (ook) hulp?", CTRL_C);
    expect(await review.ends()).toBe(130);

    const first = resumed(await upToDecision());
    await first.at("Kijk hierboven of alles klopt.", ESC);
    await first.at("↩ Overzicht voor het besluit: terug", "");
    await first.at("> Veilig Thuis", CTRL_D);
    await first.at("> 1 Het klopt. Verder naar het besluit", CTRL_C);
    expect(await first.ends()).toBe(130);
  });

  test("in the urgent route Esc goes back to what was asked, and passes over what may wait", async () => {
    const urgent = open(["start", "--oefenen=zonder", "--dir", join(folder, `spoed-${String(columns)}`)], env, columns);
    await urgent.at("Is er op dit moment direct gevaar voor iemand?", "1\r");
    await urgent.at("Wie is er gebeld?", " \r");
    await urgent.at("Enter = gelezen", "\r");
    await urgent.at("Wie is uw cliënt, patiënt of leerling?", ESC);
    await urgent.at("> 1 [x] 112 is gebeld", "\r");
    await urgent.at("Wie is uw cliënt, patiënt of leerling?", CTRL_C);
    expect(await urgent.ends()).toBe(130);
    const decided = open(["resume", await begun("onvolledig/spoed-besloten"), "--chapter", "1"], env, columns);
    await decided.at("Meldt u onder uw eigen naam?", "1\r");
    await decided.at("Hoe meldt u?", "1\r");
    await decided.at("Op welke dag meldt u, of hebt u gemeld?", "gisteren\r");
    await decided.at("Een paar vragen mochten wachten.", ESC);
    await decided.at("Op welke dag meldt u, of hebt u gemeld?", "\r");
    await decided.at("Een paar vragen mochten wachten.", "2\r");
    expect(await decided.ends()).toBe(3);
  });

  test("Esc goes back, also from text, which is kept; what is typed survives kill -9", async () => {
    const path = await begun("onvolledig/leeg");
    const window = resumed(path);
    await window.at("direct gevaar", "2\r");
    await window.at("Wat is de aanleiding", "1\r");
    await window.at("nummer of kenmerk", "K 12");
    await window.at("K 12", ESC);
    await window.at("Wat is de aanleiding", "\r");
    await window.sees("K 12");
    await window.sees("Dit typte u eerder");
    window.types("3");
    await window.sees("K 123");
    const draft = path.replace(/\.jsonl$/, ".concept");
    while (!existsSync(draft) || !readFileSync(draft, "utf8").includes("K 123")) await new Promise((resolve) => setTimeout(resolve, 20));
    window.kill("SIGKILL");
    await window.ends();
    const again = resumed(path);
    await again.sees("is teruggevonden");
    await again.at("> K 123", "\r");
    await again.at("Wat is uw functie", CTRL_C);
    expect(await again.ends()).toBe(130);
    expect(existsSync(draft)).toBe(false);
    expect(chapter(path).answers.get("zaak-referentie")).toEqual({ kind: "value", value: "K 123" });
  });

  test("what was typed is still there after Esc at the reason of a correction, and after stopping at it", async () => {
    const path = await begun("vermoeden-nee");
    const window = open(["resume", path, "--chapter", "1"], env, columns);
    await window.at("Deze zaak is afgerond. Wilt u iets verbeteren?", "2\r");
    await window.at("‘Kenmerk’ is beantwoord", "3\r");
    await window.at("> KDV 2026-31", "2\r");
    await window.at("Waarom verandert u dit?", ESC);
    await window.at("> KDV 2026-312", "7\r");
    await window.at("Waarom verandert u dit?", CTRL_C);
    expect(await window.ends()).toBe(130);
    expect(chapter(path).answers.get("zaak-referentie")).toEqual({ kind: "value", value: "KDV 2026-31" });
    const again = open(["resume", path, "--chapter", "1"], env, columns);
    await again.sees("is teruggevonden. U gaat daar verder.");
    await again.at("> KDV 2026-3127", "\r");
    await again.at("Waarom verandert u dit?", "Een typefout.\r");
    await again.at("Wat wilt u hiermee?", "1\r");
    expect(await again.ends()).toBe(0);
    expect(chapter(path).answers.get("zaak-referentie")).toEqual({ kind: "value", value: "KDV 2026-3127" });
    expect(existsSync(path.replace(/\.jsonl$/, ".concept"))).toBe(false);
  });

  test("the last field of an entry is still there after stopping at the reason of its correction", async () => {
    const path = await begun("vermoeden-nee");
    const window = open(["resume", path, "--chapter", "1"], env, columns);
    await window.at("Deze zaak is afgerond. Wilt u iets verbeteren?", "2\r");
    await window.at("‘Betrokken professionals’: 1 ingevuld", "8\r");
    await window.at("Verbeter een regel", "3\r");
    await window.at("Welke regel", "1\r");
    for (const asked of ["Welke functie en welk soort organisatie?", "Voor wie is deze professional er?", "Wat doet deze professional?"])
      await window.at(asked, "\r");
    await window.at("Hebt u met deze professional", "2\r");
    await window.at("Waarom verandert u dit?", CTRL_C);
    expect(await window.ends()).toBe(130);
    const again = open(["resume", path, "--chapter", "1"], env, columns);
    await again.at("Hebt u met deze professional", "\r");
    await again.at("Waarom verandert u dit?", "Ik sprak haar niet.\r");
    await again.at("Verbeter een regel", CTRL_C);
    expect(await again.ends()).toBe(130);
    expect(chapter(path).corrections.at(-1)).toMatchObject({ q: "betrokken-professionals", reason: "Ik sprak haar niet." });
  });

  test("one more entry in a finished case has a reason, and is still there after Esc at it and after stopping at it", async () => {
    const path = await begun("vermoeden-nee");
    const window = open(["resume", path, "--chapter", "1"], env, columns);
    await window.at("Deze zaak is afgerond. Wilt u iets verbeteren?", "2\r");
    await window.at("‘Betrokken professionals’: 1 ingevuld", "8\r");
    await window.at("Verbeter een regel", "1\r");
    await window.at("Welke functie en welk soort organisatie?", "Wijkagent\r");
    await window.at("Voor wie is deze professional er?", "\u001b[F\r");
    await window.at("Wat doet deze professional?", "\r");
    await window.at("Hebt u met deze professional", "2\r");
    await window.at("Waarom verandert u dit?", ESC);
    await window.at("Hebt u met deze professional", "\r");
    await window.at("Waarom verandert u dit?", CTRL_C);
    expect(await window.ends()).toBe(130);
    const again = open(["resume", path, "--chapter", "1"], env, columns);
    await again.at("Hebt u met deze professional", "\r");
    await again.at("Waarom verandert u dit?", "Hij belde later.\r");
    await again.at("Verbeter een regel", CTRL_C);
    expect(await again.ends()).toBe(130);
    expect(chapter(path).corrections.at(-1)).toMatchObject({
      before: undefined,
      after: { functie: "Wijkagent" },
      reason: "Hij belde later.",
    });
  });

  test("Ctrl-X keeps everything and leaves nothing on the screen", async () => {
    const path = await begun("onvolledig/leeg");
    const window = resumed(path);
    await window.at("direct gevaar", "2\r");
    await window.at("Wat is de aanleiding", "1\r");
    await window.at("nummer of kenmerk", "K 12");
    await window.at("> K 12", CTRL_X);
    expect(await window.ends()).toBe(3);
    expect(window.all()).toEqual([]);
    expect(readFileSync(path.replace(/\.jsonl$/, ".concept"), "utf8")).toContain('"text":"K 12"');
  });

  test("F4 takes a long text to the user's own editor and back", async () => {
    const path = await begun("onvolledig/gestopt-in-stap-3");
    const editor = join(folder, "mijn editor");
    writeFileSync(editor, '#!/bin/sh\nprintf "Twee regels\\nmet Müller-kaas\\n" > "$1"\n');
    chmodSync(editor, 0o755);
    const window = open(["resume", path], { ...env, EDITOR: `'${editor}'` }, columns);
    await window.at("Is er met de betrokkenen gesproken?", CTRL_O);
    await window.at("Waar wilt u heen?", "3\r");
    await window.at("‘Wat niet bekend is’", "3\r");
    await window.at("2× Enter klaar", `${ESC}OS`);
    await window.sees("met Müller-kaas");
    await shot(window, "tekstverwerker");
    fits(window);
    window.types("\r\r");
    await window.sees("Is er met de betrokkenen gesproken?");
    window.types(CTRL_C);
    expect(await window.ends()).toBe(130);
    expect([...chapter(path).answers.values()]).toContainEqual({ kind: "value", value: "Twee regels\nmet Müller-kaas" });
  });

  test("before the decision everything is shown once, with what the norms rest on", async () => {
    const path = await begun("onvolledig/afwijking-zonder-reden");
    const window = resumed(path);
    await window.sees("Kijk hierboven of alles klopt.");
    expect(window.all().join(" ").replace(/\s+/g, " ")).toMatch(/Wat de normen zeggen: .*Dit rust op \d+ antwoorden: .*Was ‘/);
    // All that was typed stands there, also the last field of an entry; without the stop before what comes after it on its line.
    const flat = (text: string): string => text.replace(/[\s.]+/g, "");
    const shown = flat(window.all().join(""));
    expect(typedIn(path).filter((text) => !shown.includes(flat(text)))).toEqual([]);
    await shot(window, "alles");
    fits(window);
    // From there to what is to be corrected.
    window.types("2\r");
    await window.at("Waar wilt u heen?", "4\r");
    await window.sees("‘Overleg’:");
    window.types(CTRL_C);
    expect(await window.ends()).toBe(130);
  });

  test("a list: see what is there, correct it, take away with a reason", async () => {
    const path = await begun("onvolledig/gestopt-in-stap-3");
    const window = resumed(path);
    await window.at("Is er met de betrokkenen gesproken?", CTRL_O);
    await window.at("Waar wilt u heen?", "2\r");
    await window.at("‘Betrokken professionals’: 2 ingevuld", "8\r");
    await window.sees("1. Intern begeleider, basisschool, Broer, Volgt de aanwezigheid van broer");
    await shot(window, "lijst");
    window.types("?");
    for (const word of ["Zwak:", "Sterk:", "Waarom nu:", "‘Van wie het komt’ is ‘Iemand uit de huiselijke kring’", "Bron:"])
      await window.sees(word);
    await shot(window, "lijst-uitleg");
    window.types("?");
    await window.at("4 Haal een regel weg", "3\r");
    await window.at("Welke regel", CTRL_O);
    await window.at("Waar wilt u heen?", "1\r");
    await window.at("4 Haal een regel weg", "3\r");
    await window.at("> 1 Intern begeleider", "1\r");
    await window.at("Welke functie en welk soort organisatie?", " West\r");
    await window.at("Voor wie is deze professional er?", "\r");
    await window.at("Wat doet deze professional?", "\r");
    await window.at("Hebt u met deze professional", "\r");
    await window.sees("1. Intern begeleider, basisschool West");
    await window.at("4 Haal een regel weg", "4\r");
    await window.at("> 1 Intern begeleider, basisschool West", "2\r");
    await window.sees("Waarom verandert u dit?");
    await shot(window, "weghalen");
    await window.at("Waarom verandert u dit?", "Zij is niet betrokken.\r");
    await window.sees("✔ Reden: Zij is niet betrokken.");
    await window.sees("4 Haal een regel weg");
    window.types(CTRL_C);
    expect(await window.ends()).toBe(130);
    expect(chapter(path).corrections.at(-1)).toMatchObject({
      q: "betrokken-professionals",
      after: undefined,
      reason: "Zij is niet betrokken.",
    });
  });

  test("a narrower or wider window is drawn anew", async () => {
    const window = resumed(await begun("onvolledig/gestopt-in-stap-3"));
    await window.sees("Is er met de betrokkenen gesproken?");
    for (const [i, wide] of [columns === 40 ? 100 : 44, 200, 90, 52, 41, 30, columns].entries()) {
      window.resize(wide);
      await window.hasRow(wrap("OEFENING · Stap 3 van 5: Praten met de betrokkenen · nog 2 vragen", wide - 2)[0] ?? "");
      window.types(`${ESC}[B`);
      await window.sees(`> ${String((i % 4) + 1)} `);
      await window.sees("Ctrl-X wist ook het scherm");
    }
    await window.sees("> 3 Nee, uitgesteld");
    // Of the widths before no question is left, and nothing that stood above is gone. (A row above the question can be: this terminal
    // moves the cursor with what it breaks below it. On one that does not, tests/adapters/redraw.test.ts.)
    for (const text of ["Is er met de betrokkenen gesproken?", "1 Ja", "Kan hier iemand meekijken"]) {
      await window.sees(text);
      expect([text, window.all().filter((row) => row.includes(text)).length]).toEqual([text, 1]);
    }
    window.types(CTRL_C);
    expect(await window.ends()).toBe(130);
  });
});
