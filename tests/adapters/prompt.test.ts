import { afterEach, expect, test } from "vitest";
import { terminalPrompt } from "../../src/adapters/prompt.ts";
import type { Askable } from "../../src/core/flow.ts";
import type { Asking, Prompt } from "../../src/ports.ts";
import { nl } from "../../src/core/nl.ts";
import { asking } from "./questions.ts";
import { desk, type Desk } from "./station.ts";

const desks: Desk[] = [];
afterEach(() => {
  for (const { terminal } of desks.splice(0)) terminal.close();
});
function sit(columns?: number, rows?: number): Desk & { readonly prompt: Prompt } {
  const at = desk(columns, rows);
  desks.push(at);
  return { ...at, prompt: terminalPrompt(at.terminal, { today: () => "2026-11-20", plain: true }) };
}

const UP = "\x1b[A";
const DOWN = "\x1b[B";
const ESC = "\x1b";
const pasted = (text: string): string => `\x1b[200~${text}\x1b[201~`;
const answer = (value: unknown): unknown => ({ kind: "answer", value });
const BACK = { kind: "back" };
const STOP = { kind: "stop" };

const MANY = Array.from({ length: 13 }, (_, i) => ({ id: `k${String(i + 1)}`, text: `Keuze ${String(i + 1)}` }));

/** question, keys, reply */
const rows: readonly (readonly [string, Asking, readonly string[], unknown])[] = [
  ["choice: arrows", asking("choice"), [DOWN, DOWN, "\r"], answer("nee")],
  ["choice: round the other way", asking("choice"), [UP, "\r"], answer("anders")],
  ["choice: a digit only moves", asking("choice"), ["2", "1", "\r"], answer("ja")],
  [
    "choice: two digits for a row behind the ninth",
    asking("choice", { options: MANY }, { options: MANY }),
    ["1", "2", "\r"],
    answer("k12"),
  ],
  ["choice: two digits at once", asking("choice", { options: MANY }, { options: MANY }), ["13\r"], answer("k13")],
  [
    "choice: a number that is not there begins anew",
    asking("choice", { options: MANY }, { options: MANY }),
    ["1", "4", "\r"],
    answer("k4"),
  ],
  ["choice: an arrow ends the number", asking("choice", { options: MANY }, { options: MANY }), ["1", DOWN, "2", "\r"], answer("k2")],
  ["choices: a space ends the number", asking("choices", { options: MANY }, { options: MANY }), ["1 2 13 \r"], answer(["k1", "k2", "k13"])],
  ["choice: Enter without a row chooses nothing", asking("choice"), ["\r", "\r", "3", "\r"], answer("anders")],
  ["choice: what was answered is ready", asking("choice", {}, { current: "nee" }), ["\r"], answer("nee")],
  ["choice: skip", asking("choice", { required: false }), ["4", "\r"], answer(null)],
  ["choice: skipped before", asking("choice", { required: false }, { current: null }), ["\r"], answer(null)],
  ["choice: a pasted line chooses nothing", asking("choice"), [pasted("2\r"), "1", "\r"], answer("ja")],
  ["choice: Esc", asking("choice"), [ESC], BACK],
  ["choice: < and Enter", asking("choice"), ["<", "\r"], BACK],
  ["choice: < and something else", asking("choice"), ["<", "2", "\r"], answer("nee")],
  ["choice: Ctrl-C", asking("choice"), ["2", "\x03"], STOP],
  ["ref", asking("ref", { to: "persoon" } as object, { options: [{ id: "persoon-1", text: "Jörg" }] }), [DOWN, "\r"], answer("persoon-1")],
  ["choices: space on and off", asking("choices"), [" ", DOWN, " ", UP, " ", "\r"], answer(["nee"])],
  ["choices: order of the options", asking("choices"), ["2", " ", "1", " ", "\r"], answer(["ja", "nee"])],
  ["choices: in one burst", asking("choices"), ["2 1 \r"], answer(["ja", "nee"])],
  ["choices: exclusive puts others off", asking("choices"), ["1 2 3 \r"], answer(["anders"])],
  ["choices: others put exclusive off", asking("choices"), ["3 1 \r"], answer(["ja"])],
  ["choices: too few", asking("choices", { min: 2 }), ["1 \r", "2 \r"], answer(["ja", "nee"])],
  ["choices: none only after Enter twice", asking("choices"), ["\r", "\r"], answer([])],
  ["choices: none is no answer yet", asking("choices"), ["\r", "1 \r"], answer(["ja"])],
  ["choices: skip", asking("choices", { required: false }), ["\r", UP, "\r"], answer(null)],
  ["choices: no skip with something chosen", asking("choices", { required: false }), [" ", "4", "\r", "1", "\r"], answer(["ja"])],
  ["choices: Esc", asking("choices"), [" ", ESC], BACK],
  ["choices: Ctrl-C", asking("choices"), [" ", "\x03"], STOP],
  ["notice", asking("notice"), ["\r"], answer(true)],
  ["notice: Esc", asking("notice"), [ESC], BACK],
  ["notice: Ctrl-C", asking("notice"), ["\x03"], STOP],
  ["text: Enter twice", asking("text"), ["een\rtwee\r\r"], answer("een\ntwee")],
  ["text: Ctrl-D", asking("text"), ["een\x04"], answer("een")],
  ["text: required stays", asking("text"), ["\r", "\r", " \r\r", "een\r\r"], answer(" een")],
  ["text: optional, empty", asking("text", { required: false }), ["\r"], answer(null)],
  ["text: too long is refused and stays", asking("text", { maxLength: 3 }), ["vier\r\r", "\x7F\x7F\x04"], answer("vie")],
  ["text: current is changed", asking("text", {}, { current: "een" }), [" twee\x04"], answer("een twee")],
  ["text: emptied", asking("text", { required: false }, { current: "een" }), ["\x15", "\r"], answer(null)],
  ["text: Esc", asking("text"), ["een", ESC], BACK],
  ["text: < on an empty line", asking("text"), ["een\r<", "\r"], BACK],
  ["text: < in a line", asking("text"), ["een <\r\r"], answer("een <")],
  ["text: Ctrl-C", asking("text"), ["een\r", "\x03"], STOP],
  ["text: a question mark later on is text", asking("text", { help: "Uitleg" }), ["wat?\r\r"], answer("wat?")],
  ["line", asking("line"), ["Zoë\r"], answer("Zoë")],
  ["line: pasted lines become one", asking("line"), [pasted("een\r\ntwee\r"), "\r"], answer("een twee")],
  ["line: < and Enter", asking("line"), ["<\r"], BACK],
  ["line: optional, empty", asking("line", { required: false }), ["\r"], answer(null)],
  ["line: Ctrl-C", asking("line"), ["een\x03"], STOP],
  ["date", asking("date"), ["19-11\r"], answer("2026-11-19")],
  ["date: one that is still to come is asked twice", asking("date"), ["21-11-2026\r", "\r"], answer("2026-11-21")],
  ["date: one that is still to come is no answer yet", asking("date"), ["21-11-2026\r", "\x15", "19-11\r"], answer("2026-11-19")],
  ["date: without a year one of almost a year ago is asked twice", asking("date"), ["22-11\r", "\r"], answer("2025-11-22")],
  ["date: without a year one of almost a year ago is no answer yet", asking("date"), ["22-11\r", "\x15", "19-11\r"], answer("2026-11-19")],
  ["date: with a year it is not", asking("date"), ["22-11-2025\r"], answer("2025-11-22")],
  ["date: a birth without a year is asked twice", asking("date", { identifies: "birth" }), ["1-2\r", "\r"], answer("2026-02-01")],
  ["date: a birth without a year is no answer yet", asking("date", { identifies: "birth" }), ["1-2\r", "-2017\r"], answer("2017-02-01")],
  ["date: a birth with a year is not", asking("date", { identifies: "birth" }), ["1-2-2026\r"], answer("2026-02-01")],
  ["date: for the agenda it is not", asking("date", { agenda: "terugkomen" }), ["21-11\r"], answer("2026-11-21")],
  [
    "date: what was answered is ready, as she would type it",
    asking("date", {}, { current: "2026-03-05" }),
    ["\x7F\x7F18\r"],
    answer("2018-03-05"),
  ],
  ["date: gisteren", asking("date"), ["gisteren\r"], answer("2026-11-19")],
  ["date: refused and mended", asking("date"), ["31-2\r", "\x7F1-2026\r"], answer("2026-01-31")],
  ["number", asking("number"), ["12\r"], answer(12)],
  ["number: refused and mended", asking("number", { max: 20 }), ["twaalf\r", "\x15", "21\r", "\x7F\x7F", "0\r"], answer(0)],
  ["number: too large to hold", asking("number"), ["99999999999999999999\r", "\x15", "5\r"], answer(5)],
];
test.each(rows)("%s", async (_, question, keys, reply) => {
  const { prompt, type } = sit();
  const asked = prompt.ask(question);
  await type("", ...keys);
  expect(await asked).toEqual(reply);
});

test.each<[string, Partial<Askable>, string]>([
  ["a day that is over", {}, "Bijvoorbeeld: 21-11-2026, 3 mei, gisteren, vorige week dinsdag."],
  ["a day still to come", { agenda: "terugkomen" }, "Bijvoorbeeld: 21-1-2027, 3 mei, morgen, over 2 weken."],
  ["a day of birth", { identifies: "birth" }, "Bijvoorbeeld: 1-2-2017 of 1 februari 2017. Typ ook het jaar."],
])("%s: the example is one of that kind", async (_, askable, hint) => {
  const { prompt, type, screen } = sit();
  void prompt.ask(asking("date", askable));
  await type("");
  expect(screen()).toContain(hint);
});

test("a menu: the first row is ready", async () => {
  const { prompt, type } = sit();
  const menu = {
    title: "Wat nu?",
    label: "Wat nu?",
    place: "",
    lines: ["Signaal 1"],
    help: undefined,
    options: [
      { id: "a", text: "Verder" },
      { id: "b", text: "Nog een" },
    ],
  };
  const first = prompt.choose(menu);
  await type("", "\r");
  expect(await first).toEqual(answer("a"));
  const second = prompt.choose(menu);
  await type("", "2", "\r");
  expect(await second).toEqual(answer("b"));
  // Where a choice is not undone by going back, none is ready.
  const third = prompt.choose({ ...menu, unready: true });
  await type("", "\r", "2", "\r");
  expect(await third).toEqual(answer("b"));
});

test("several answers in one burst: nothing is lost for what is typed", async () => {
  const { prompt, type } = sit();
  const replies = (async () => [
    await prompt.ask(asking("line")),
    await prompt.ask(asking("text")),
    await prompt.ask(asking("date")),
    await prompt.ask(asking("line")),
  ])();
  await type("", "een\rtwee\rdrie\r\rvandaag\rvier\r");
  expect(await replies).toEqual([answer("een"), answer("twee\ndrie"), answer("2026-11-20"), answer("vier")]);
});

test("typed ahead between prompts: kept for text, byte by byte", async () => {
  const { prompt, type } = sit();
  await type("Zo", "ë", pasted("\rJörg"));
  const asked = prompt.ask(asking("text"));
  await type("", "\x04");
  expect(await asked).toEqual(answer("Zoë\nJörg"));
});

test("typed ahead before a choice: dropped, and said", async () => {
  const { prompt, type, screen } = sit();
  await type("2\rab");
  const asked = prompt.ask(asking("choice"));
  await type("");
  expect(screen()).toContain("Te vroeg getypt, niet gebruikt: ‘2 ab’");
  await type("1", "\r");
  expect(await asked).toEqual(answer("ja"));
});

test("a burst that runs into a choice does not choose", async () => {
  const { prompt, type, sees } = sit();
  const replies = (async () => [await prompt.ask(asking("line")), await prompt.ask(asking("choice"))])();
  await type("", "een\r2\r");
  await sees("3 Anders");
  await type("3", "\r");
  expect(await replies).toEqual([answer("een"), answer("anders")]);
});

test("an Enter too many skips no question that was not shown yet", async () => {
  const { prompt, type } = sit();
  const replies = (async () => [await prompt.ask(asking("line")), await prompt.ask(asking("line", { required: false }))])();
  await type("", "een\r\r", "twee\r");
  expect(await replies).toEqual([answer("een"), answer("twee")]);
});

test("Ctrl-C typed ahead stops also before a choice", async () => {
  const { prompt, type } = sit();
  await type("abc\x03");
  const asked = prompt.ask(asking("choice"));
  expect(await asked).toEqual(STOP);
});

test("4,000 pasted characters in 50 lines: exact, and at once", async () => {
  const { prompt, type, input, screen } = sit();
  const text = Array.from({ length: 50 }, (_, i) => `Régel ${String(i).padStart(2, "0")} “ü” ${"x".repeat(67)}`.slice(0, 79)).join("\n");
  const asked = prompt.ask(asking("text"));
  await type("");
  const start = performance.now();
  input.write(pasted(text.replaceAll("\n", "\r")));
  while (!screen().includes("Régel 49")) await new Promise(setImmediate);
  expect(performance.now() - start).toBeLessThan(200);
  await type("\x04");
  expect(await asked).toEqual(answer(text));
});

test("going back with < keeps the text beside the case without that sign", async () => {
  const kept: string[] = [];
  const { prompt, type } = sit();
  const asked = prompt.ask(asking("text", {}, { keep: (text) => Promise.resolve(void kept.push(text)) }));
  await type("", "Eerste regel\r", "<\r");
  expect((await asked).kind).toBe("back");
  expect(kept.at(-1)).toBe("Eerste regel");
});

test("who presses Enter on a row of several and chose nothing, reads how that is done", async () => {
  const { prompt, type, screen } = sit();
  const asked = prompt.ask(asking("choices", { min: 1 }));
  await type("", "2\r");
  expect(screen()).toContain("! Kies er minstens één. Met de spatiebalk zet u een keuze aan.");
  await type("1 \r");
  expect(await asked).toEqual(answer(["ja"]));
});

test.each([
  ["31-2-2026", nl.prompt.noDay],
  ["1-2-17", nl.prompt.noDay],
  ["maart", nl.prompt.oneDay],
  ["toen", nl.prompt.noSuchDay],
])("date: %s is refused in words for who types", async (typed, words) => {
  const { prompt, type, screen } = sit();
  const asked = prompt.ask(asking("date"));
  await type("", `${typed}\r`);
  expect(screen().replace(/\s+/g, " ")).toContain(`! ${words}`);
  expect(screen()).not.toContain("jjjj");
  await type("\x15", "gisteren\r");
  await asked;
});

test("Esc keeps what was typed for when the question comes back", async () => {
  const { prompt, type, screen } = sit();
  const question = asking("text");
  const first = prompt.ask(question);
  await type("", "een\rtwee", ESC);
  expect(await first).toEqual(BACK);
  const second = prompt.ask(question);
  await type("");
  expect(screen()).toContain("│ twee");
  await type(ESC);
  expect(await second).toEqual(BACK);
  const third = prompt.ask(question);
  await type("", "\x04");
  expect(await third).toEqual(answer("een\ntwee"));
  const fourth = prompt.ask(question);
  await type("", "nieuw\x04");
  expect(await fourth).toEqual(answer("nieuw"));
});

test("what was left does not come back over another answer", async () => {
  const { prompt, type } = sit();
  const first = prompt.ask(asking("line"));
  await type("", "een", ESC);
  expect(await first).toEqual(BACK);
  const second = prompt.ask(asking("line", {}, { current: "twee" }));
  await type("", "\r");
  expect(await second).toEqual(answer("twee"));
});

test("Ctrl-C leaves unconfirmed text on the screen", async () => {
  const { prompt, type, output } = sit();
  const asked = prompt.ask(asking("text"));
  await type("", "een\rtwee", "\x03");
  expect(await asked).toEqual(STOP);
  expect(output()).toContain("Het is niet bewaard:\neen\ntwee");
});

test("the help: shown, with examples and sources, and hidden", async () => {
  const { prompt, type, screen } = sit();
  const sources = [{ id: "b", title: "Besluit", place: "artikel 2", read: "2026-11-01" }];
  const asked = prompt.ask(
    asking("text", { help: "Houd feiten apart.", weak: "Gek.", strong: "Om 9 uur." }, { sources, note: "Denk aan de norm." }),
  );
  await type("");
  expect(screen()).toMatch(/Stap 1 van 5\nWat is de vraag\?\n│ Denk aan de norm\.\n>/);
  expect(screen()).not.toContain("Houd feiten apart.");
  await type("?");
  expect(screen()).toMatch(/Houd feiten apart\.\n {2}Zwak: Gek\.\n {2}Sterk: Om 9 uur\.\n {2}Bron: Besluit, artikel 2\n>/);
  await type("?");
  expect(screen()).not.toContain("Zwak:");
  await type("?", ESC, "een\x04");
  expect(await asked).toEqual(answer("een"));
});

test("help that leaves no room for the choices takes the screen, and scrolls", async () => {
  const { prompt, type, screen } = sit(40, 12);
  const help = Array.from({ length: 20 }, (_, i) => `Zin ${String(i + 1)}.`).join("\n");
  const asked = prompt.ask(asking("choice", { help }));
  await type("", "?");
  expect(screen()).toContain("Zin 1.");
  expect(screen()).toContain("hieronder");
  expect(screen()).not.toContain("Nee");
  await type(...Array.from({ length: 30 }, () => DOWN));
  expect(screen()).toContain("Zin 20.");
  await type(ESC, "1", "\r");
  expect(await asked).toEqual(answer("ja"));
});

test("the help of an option stands under the cursor only", async () => {
  const { prompt, type, screen } = sit();
  const asked = prompt.ask(asking("choice"));
  await type("", "1");
  expect(screen()).toContain("> 1 Ja\n      Uitleg bij ja.");
  await type("2");
  expect(screen()).not.toContain("Uitleg bij ja.");
  await type("\r");
  await asked;
});

test("the day that is meant is read back before Enter", async () => {
  const { prompt, type, screen } = sit();
  const asked = prompt.ask(asking("date"));
  await type("", "19-11");
  expect(screen()).toContain("= donderdag 19 november 2026");
  await type("\r");
  await asked;
  expect(screen()).toContain("✔ Vraag: 19 november 2026");
});

test("an urgent notice says so in words", async () => {
  const { prompt, type, screen } = sit();
  const asked = prompt.ask(asking("notice", {}, { urgent: true }));
  await type("");
  expect(screen()).toContain("!! LET OP !!");
  await type("\r");
  await asked;
});

test.each([40, 120])("at %d columns no row is wider, and one line stays behind", async (columns) => {
  const { prompt, type, screen } = sit(columns);
  const asked = prompt.ask(
    asking("text", { text: "Wat zag of hoorde u precies, en wie was daar verder nog bij aanwezig op dat moment?", label: "Feiten" }),
  );
  await type("", "Jörg zei 日本語 ".repeat(12));
  for (const row of screen().split("\n")) expect(row.length).toBeLessThan(columns);
  await type("\x04");
  await asked;
  expect(screen()).toMatch(/✔ Feiten: Jörg .*…$/m);
  for (const row of screen().split("\n")) expect(row.length).toBeLessThan(columns);
});

test("nothing from outside steers the terminal", async () => {
  const { prompt, type, output } = sit();
  prompt.tell("a\x1b]0;titel\x07b\u202E");
  const evil = "\x1b]0;x\x07\u202E";
  const options = [{ id: "ja", text: `Ja${evil}`, help: evil }];
  const one = prompt.ask(asking("choice", { text: evil, options }, { options, place: evil, note: evil }));
  await type("", "1", "\r");
  await one;
  const two = prompt.ask(asking("text"));
  await type("", pasted(evil), "\x04");
  expect(await two).toEqual(answer(evil));
  expect(output()).not.toContain("\x1b]0");
  expect(output()).not.toContain("\x07");
  expect(output()).not.toContain("\u202E");
});

test.each(["choice", "choices", "notice", "line", "text", "date", "number"] as const)(
  "%s: what Ctrl-C does is said as it is",
  async (kind) => {
    for (const [outside, words, never] of [
      [true, "Ctrl-C stopt en verandert niets", "bewaart"],
      [false, "Ctrl-C bewaart en stopt", "verandert niets"],
    ] as const) {
      const { prompt, screen, type } = sit(200);
      const reply = prompt.ask(asking(kind, {}, { outside }));
      await type("");
      expect(screen()).toContain(words);
      expect(screen()).not.toContain(never);
      await type("\x03");
      expect(await reply).toEqual(STOP);
    }
  },
);

test("outside the walk also what was typed is said to change nothing; so of a menu and a passphrase", async () => {
  const { prompt, screen, type } = sit(200);
  const line = prompt.ask(asking("line", {}, { outside: true }));
  await type("", "half");
  expect(screen()).toContain("Ctrl-C stopt en verandert niets");
  await type("\x03");
  await line;
  const menu = {
    title: "Wat nu?",
    label: "Nu",
    place: "",
    lines: [],
    help: undefined,
    outside: true,
    options: [{ id: "a", text: "Verder" }],
  };
  for (const asked of [(): Promise<unknown> => prompt.choose(menu), (): Promise<unknown> => prompt.secret("Wachtzin")]) {
    const reply = asked();
    await type("");
    expect(screen()).toContain("Ctrl-C stopt en verandert niets");
    await type("\x03");
    expect(await reply).toEqual(STOP);
  }
});
