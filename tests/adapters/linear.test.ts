import { setTimeout as pause } from "node:timers/promises";
import fc from "fast-check";
import { expect, test } from "vitest";
import { isLinear } from "../../src/adapters/face.ts";
import { linearPrompt } from "../../src/adapters/linear.ts";
import { openLines } from "../../src/adapters/linear/lines.ts";
import { nl } from "../../src/core/nl.ts";
import type { Asking, Menu, Prompt } from "../../src/ports.ts";
import { typedText } from "../faces/hands.ts";
import { asking, OPTIONS } from "./questions.ts";
import { wired, type Wired } from "./station.ts";

interface Seat extends Wired {
  readonly prompt: Prompt;
  readonly output: () => string;
  /** Types, each chunk by itself, as a terminal gives line after line; and waits until it was handled. */
  readonly type: (...chunks: readonly string[]) => Promise<void>;
  /** The terminal is gone. */
  readonly vanish: () => void;
}

/** @param columns so many that nothing has to be broken, where the words are looked at */
function sit(dumb = false, columns = 1_000): Seat {
  const machine = wired(columns);
  let there = true;
  const prompt = linearPrompt(
    openLines(machine.station, dumb, () => there),
    { today: () => "2026-11-20", dumb },
  );
  return {
    ...machine,
    prompt,
    output: () => machine.written.join(""),
    type: async (...chunks) => {
      await turns();
      for (const chunk of chunks) {
        machine.input.write(chunk);
        await turns();
      }
    },
    vanish: () => {
      there = false;
    },
  };
}

async function turns(): Promise<void> {
  for (let i = 0; i < 10; i++) await new Promise(setImmediate);
}

const lines = (...all: readonly string[]): readonly string[] => all.map((line) => `${line}\n`);
const answer = (value: unknown): unknown => ({ kind: "answer", value });
const BACK = { kind: "back" };
const STOP = { kind: "stop" };
const ref = asking("ref", { to: "persoon" } as object, {
  options: [
    { id: "persoon-1", text: "Jörg, vader" },
    { id: "persoon-2", text: "Jorinde, oma" },
  ],
});
const ann: Asking = {
  ...ref,
  options: [
    { id: "persoon-1", text: "Ann" },
    { id: "persoon-2", text: "An" },
  ],
};
const called = asking(
  "choice",
  {},
  {
    options: [
      { id: "ja", text: "112 is gebeld" },
      { id: "nee", text: "Één keer, gisteren" },
    ],
  },
);

/** question, lines, reply */
const rows: readonly (readonly [string, Asking, readonly string[], unknown])[] = [
  ["choice: its number", asking("choice"), ["2"], answer("nee")],
  ["choice: its number and a full stop", asking("choice"), ["2."], answer("nee")],
  ["choice: its words", asking("choice"), ["Nee"], answer("nee")],
  ["choice: how its words begin", asking("choice"), ["AN"], answer("anders")],
  ["choice: a number that is none, and then one", asking("choice"), ["7", "0", "-1", "1e0", "1"], answer("ja")],
  ["choice: no words", asking("choice"), ["zeven", "*", "ja"], answer("ja")],
  ["choice: Enter chooses nothing", asking("choice"), ["", " ", "3"], answer("anders")],
  ["choice: Enter leaves what was chosen", asking("choice", {}, { current: "nee" }), [""], answer("nee")],
  ["choice: words that begin with a number", called, ["112"], answer("ja")],
  ["choice: words without their accents", called, ["een keer"], answer("nee")],
  ["choice: Enter skips where that may be", asking("choice", { required: false }), [""], answer(null)],
  ["choice: skip by its number", asking("choice", { required: false }), ["4"], answer(null)],
  ["choice: skip by its word", asking("choice", { required: false }, { current: "ja" }), ["overslaan"], answer(null)],
  ["choice: skipped before", asking("choice", { required: false }, { current: null }), [""], answer(null)],
  ["choice: back", asking("choice"), ["<"], BACK],
  ["choice: stop", asking("choice"), ["!"], STOP],
  ["choice: Esc and Enter", asking("choice"), ["\x1b"], BACK],
  ["choice: arrows are not obeyed and do no harm", asking("choice"), ["\x1b[B\x1b[B1"], answer("ja")],
  ["choice: overview", asking("choice", {}, { overview: true }), ["#"], { kind: "back", overview: true }],
  ["choice: Ctrl-O and Enter", asking("choice", {}, { overview: true }), ["\x0f"], { kind: "back", overview: true }],
  ["choice: no overview", asking("choice"), ["#", "1"], answer("ja")],
  ["ref: words two of which begin alike", ref, ["jor", "jori"], answer("persoon-2")],
  ["ref: words of which one is the other's beginning", ann, ["an"], answer("persoon-2")],
  ["choices: numbers", asking("choices"), ["2 1"], answer(["ja", "nee"])],
  ["choices: commas, and the word and", asking("choices"), ["1, 2 en 1."], answer(["ja", "nee"])],
  ["choices: words", asking("choices"), ["nee, ja"], answer(["ja", "nee"])],
  ["choices: one that is none", asking("choices"), ["1 7", "1,x", "2"], answer(["nee"])],
  ["choices: one that goes with no other", asking("choices"), ["1 3", "3"], answer(["anders"])],
  ["choices: too few", asking("choices", { min: 2 }), ["1", "0", "1 2"], answer(["ja", "nee"])],
  ["choices: none only when it is said", asking("choices"), ["", "0"], answer([])],
  ["choices: Enter leaves what was chosen", asking("choices", {}, { current: ["nee"] }), [""], answer(["nee"])],
  ["choices: nothing chosen stays so", asking("choices", {}, { current: [] }), [""], answer([])],
  ["choices: Enter skips where that may be", asking("choices", { required: false }), [""], answer(null)],
  ["choices: skip by its number, and by itself", asking("choices", { required: false }, { current: ["ja"] }), ["1 4", "4"], answer(null)],
  ["choices: back", asking("choices"), ["<"], BACK],
  ["notice", asking("notice"), ["gelezen", ""], answer(true)],
  ["notice: back", asking("notice"), ["<"], BACK],
  ["text: ends with a full stop", asking("text"), ["een", "twee", "."], answer("een\ntwee")],
  ["text: ends with two empty lines", asking("text"), ["een", "", "twee", "", ""], answer("een\n\ntwee")],
  ["text: required stays", asking("text"), ["", ".", "een", "."], answer("een")],
  ["text: optional, empty", asking("text", { required: false }), [""], answer(null)],
  ["text: too long is refused; a minus begins anew", asking("text", { maxLength: 3 }), ["vier", ".", "-", "vie", "."], answer("vie")],
  ["text: Enter leaves what was written", asking("text", {}, { current: "een\ntwee" }), [""], answer("een\ntwee")],
  ["text: more goes behind it", asking("text", {}, { current: "een" }), ["twee", "."], answer("een\ntwee")],
  ["text: another one", asking("text", {}, { current: "een" }), ["-", "twee", "."], answer("twee")],
  ["text: emptied", asking("text", { required: false }, { current: "een" }), ["-", ""], answer(null)],
  ["text: a minus where nothing stands is text", asking("text"), ["-", "."], answer("-")],
  ["text: signs behind a space are text", asking("text"), [" .", " <", "  ?", " !!", " x", "."], answer(".\n<\n ?\n!!\n x")],
  ["text: signs that begin a line are text", asking("text"), ["!let op", "# kop", "<b>", "?!", "."], answer("!let op\n# kop\n<b>\n?!")],
  ["text: back", asking("text"), ["een", "<"], BACK],
  ["text: stop", asking("text"), ["een", "!"], STOP],
  ["text: a tab stays, keys without a letter go", asking("text"), ["a\tb\x1b[Dc\x01", "."], answer("a\tbc")],
  ["line", asking("line"), ["Zoë"], answer("Zoë")],
  ["line: a sign behind a space", asking("line"), [" <"], answer("<")],
  ["line: a minus is text where an answer must be", asking("line"), ["-"], answer("-")],
  ["line: a minus is nothing where that may be", asking("line", { required: false }, { current: "een" }), ["-"], answer(null)],
  ["line: Enter leaves what was written", asking("line", {}, { current: "een" }), [""], answer("een")],
  ["line: another one", asking("line", {}, { current: "een" }), ["twee"], answer("twee")],
  ["line: too long", asking("line", { maxLength: 3 }), ["vier", "vie"], answer("vie")],
  ["line: optional, empty", asking("line", { required: false }), [""], answer(null)],
  ["line: required, empty", asking("line"), ["", "een"], answer("een")],
  ["line: back", asking("line"), ["<"], BACK],
  ["date", asking("date"), ["21-11-2025"], answer("2025-11-21")],
  ["date: words", asking("date"), ["vorige week dinsdag"], answer("2026-11-10")],
  ["date: refused and mended", asking("date"), ["31-2", "31-1-2026"], answer("2026-01-31")],
  ["date: one still to come is asked again", asking("date"), ["1-12-2026", ""], answer("2026-12-01")],
  ["date: one still to come was a mistake", asking("date"), ["1-12-2026", "1-11-2026"], answer("2026-11-01")],
  ["date: about", asking("date"), ["begin november", "2-11"], answer("2026-11-02")],
  ["date: Enter leaves it", asking("date", {}, { current: "2026-11-01" }), [""], answer("2026-11-01")],
  ["number", asking("number"), ["12"], answer(12)],
  ["number: refused and mended", asking("number", { max: 20 }), ["twaalf", "21", "0"], answer(0)],
  ["a draft is taken over", asking("text", {}, { draft: "half\nwerk" }), [""], answer("half\nwerk")],
  ["a draft goes on", asking("text", {}, { draft: "half", current: "oud" }), ["werk", "."], answer("half\nwerk")],
  ["a draft of a line is replaced", asking("line", {}, { draft: "half" }), ["heel"], answer("heel")],
];
test.each(rows)("%s", async (_, question, typed, reply) => {
  const { prompt, type } = sit();
  const asked = prompt.ask(question);
  await type(...lines(...typed));
  expect(await asked).toEqual(reply);
});

const menu: Menu = {
  title: "Wat nu?",
  label: "Lijst",
  place: "Stap 1 van 5: Signalen · nog 2 vragen · signaal",
  lines: ["1. Blauwe plek"],
  help: undefined,
  options: [
    { id: "a", text: "Verder" },
    { id: "b", text: "Nog een" },
  ],
};
test.each([
  ["", "a"],
  ["2", "b"],
  ["nog", "b"],
])("a menu: %j", async (typed, id) => {
  const { prompt, type, output } = sit();
  const asked = prompt.choose(menu);
  await type(`${typed}\n`);
  expect(await asked).toEqual(answer(id));
  expect(output()).toContain(
    "\nStap 1 van 5: Signalen, nog 2 vragen, signaal\nWat nu?\nRegel 1: Blauwe plek\nKeuzes:\n1. Verder\n2. Nog een\nTyp 1 of 2. Enter is 1.\n",
  );
});

test("a menu in which nothing is ready: Enter chooses nothing", async () => {
  const { prompt, type, output } = sit();
  const asked = prompt.choose({ ...menu, unready: true });
  await type("\n", "2\n");
  expect(await asked).toEqual(answer("b"));
  expect(output()).not.toContain("Enter is 1");
  expect(output()).toContain(nl.linear.chooseFirst);
});

test("what is read: the place, the question, the choices, how to answer; of a mistake what was wrong, and the question again", async () => {
  const { prompt, type, output } = sit();
  const asked = prompt.ask(asking("choice", { label: "Direct gevaar" }, { place: "Stap 1", note: "Denk eraan.", current: "nee" }));
  await type("7\n", "ja\n");
  await asked;
  expect(output().replace(`${nl.linear.signs(true)}\n`, "")).toBe(
    [
      ...["", "Stap 1", "Wat is de vraag?", "Denk eraan.", "1. Ja", "2. Nee", "3. Anders", "Er staat nu: Nee"],
      ...["Typ een nummer van 1 tot en met 3. Enter laat het zo.", "‘7’ is geen keuze."],
      ...["Direct gevaar: Typ een nummer van 1 tot en met 3. Enter laat het zo.", "Gekozen: Ja.", ""],
    ].join("\n"),
  );
});

test("where she is, is said when it changes", async () => {
  const { prompt, type, output } = sit();
  for (const place of ["Stap 1", "Stap 1", "", "Stap 2"]) {
    const asked = prompt.ask(asking("choice", {}, { place }));
    await type("1\n");
    await asked;
  }
  const places = output()
    .split("Wat is de vraag?")
    .map((before) => before.trimEnd().split("\n").at(-1));
  expect(places.slice(0, 4)).toEqual(["Stap 1", "Gekozen: Ja.", "Gekozen: Ja.", "Stap 2"]);
});

test.each([40, 80, 120])("at %i columns no row is longer, and none ends within a word that fits", async (columns) => {
  const long = "Onderzoek-, overleg- en meldingsplichten van beroepskrachten: Müller-Straße, 日本語, e\u0301 en x.".repeat(3);
  const narrow = sit(false, columns);
  const wide = sit();
  for (const { prompt, type } of [narrow, wide]) {
    void prompt.ask(asking("choice", { text: long, help: long }));
    await type("?\n", "!\n");
    prompt.tell(long, "", `Eén.\n${long}`);
  }
  expect(
    narrow
      .output()
      .split("\n")
      .filter((row) => row.length >= columns),
  ).toEqual([]);
  expect(narrow.output().split(/\s+/)).toEqual(wide.output().split(/\s+/));
});

test("the signs are explained before the first question, and with the help", async () => {
  const { prompt, type, output } = sit();
  const first = prompt.ask(asking("choice"));
  await type("1\n");
  await first;
  const second = prompt.ask(asking("choice"));
  await type("?\n", "1\n");
  await second;
  expect(output().split(nl.linear.signs(true)).length).toBe(2);
  expect(output().split(nl.linear.signs(false)).length).toBe(2);
  expect(output()).toContain(nl.prompt.noHelp);
});

test("the help: examples, why, sources and choices; then the question again, whole", async () => {
  const { prompt, type, output } = sit();
  const asked = prompt.ask(
    asking(
      "choice",
      { help: "Ga terug met Esc.", weak: "Gek.", strong: "Om 9 uur." },
      { why: "Omdat.", sources: [{ id: "b", title: "Besluit", place: "artikel 2", read: "2026-11-01" }] },
    ),
  );
  await type("?\n");
  const [, help = ""] = output().split(nl.linear.one(3));
  expect(help).toMatch(
    /^\nGa terug met kleiner dan \(<\)\.\nZwak: Gek\.\nSterk: Om 9 uur\.\nWaarom nu: Omdat\.\nBron: Besluit, artikel 2\nJa: Uitleg bij ja\.\n/,
  );
  expect(help).toMatch(/\n\nStap 1 van 5\nWat is de vraag\?\n1\. Ja\n2\. Nee\n3\. Anders\n$/);
  await type("1\n");
  await asked;
});

test.each([
  ["date", "1-12-2026", ["= dinsdag 1 december 2026", nl.prompt.stillToCome]],
  ["date", "begin november", [nl.prompt.notOneDay(true)]],
  ["date", "maart", [nl.prompt.notOneDay(true)]],
  ["date", "31-2", [nl.prompt.noDay]],
  ["date", "21-11-2025", ["Genoteerd: vrijdag 21 november 2025."]],
  ["number", "12", ["Genoteerd: 12 weken."]],
  ["number", "x", ["Hier hoort een heel getal."]],
  ["birth", "1-2", ["= zondag 1 februari 2026", nl.prompt.noYear("zondag 1 februari 2026")]],
  ["birth", "?", ["Typ een datum, zoals 1-2-2017.", nl.prompt.dateHint("birth")]],
] as const)("%s %s: what was understood is said", async (kind, typed, said) => {
  const { prompt, type, output } = sit();
  void prompt.ask(
    kind === "birth" ? asking("date", { identifies: "birth" }) : asking(kind, { unit: kind === "number" ? "weken" : undefined }),
  );
  await type(`${typed}\n`);
  for (const words of said) expect(output()).toContain(words);
});

test.each([
  ["date", "2026-11-01", "1 november 2026"],
  ["number", 8, "8 weken"],
  ["line", "Zoë", "Zoë"],
] as const)("%s: what was answered before is said in words, and what becomes of it", async (kind, current, words) => {
  const { prompt, type, output } = sit();
  const asked = prompt.ask(asking(kind, { unit: "weken" }, { current }));
  await type("\n");
  expect(await asked).toEqual(answer(current));
  expect(output()).toContain(`${nl.linear.current}\n${words}\n`);
  expect(output()).toContain(nl.linear.kept);
});

test("a day that was asked about once more is not what was there", async () => {
  const { prompt, type, output } = sit();
  const asked = prompt.ask(asking("date", {}, { current: "2026-11-01" }));
  await type("1-12-2026\n", "\n");
  expect(await asked).toEqual(answer("2026-12-01"));
  expect(output()).toMatch(/\nGenoteerd: dinsdag 1 december 2026\.\n$/);
});

test("typed ahead of a choice: dropped, and said; but not that she wants to go", async () => {
  const { prompt, type, output } = sit();
  await type("2\n", "ab\n");
  const first = prompt.ask(asking("choice"));
  await type("1\n");
  expect(await first).toEqual(answer("ja"));
  expect(output()).toContain("Te vroeg getypt, niet gebruikt: ‘2 ab’");
  await type("2\n!\n");
  expect(await prompt.ask(asking("choice"))).toEqual(STOP);
});

test("several answers in one burst: nothing is lost for what is typed, and nothing is chosen", async () => {
  const { prompt, type, output } = sit();
  const replies = (async () => [
    await prompt.ask(asking("line")),
    await prompt.ask(asking("text")),
    await prompt.ask(asking("date")),
    await prompt.ask(asking("choice")),
  ])();
  await type("een\ntwee\ndrie\n.\nvandaag\n2\n");
  expect(output()).toContain(nl.prompt.early("2"));
  await type("3\n");
  expect(await replies).toEqual([answer("een"), answer("twee\ndrie"), answer("2026-11-20"), answer("anders")]);
});

test("an Enter too many skips no question that was not shown yet", async () => {
  const { prompt, type } = sit();
  const replies = (async () => [await prompt.ask(asking("line")), await prompt.ask(asking("line", { required: false }))])();
  await type("een\n\n", "twee\n");
  expect(await replies).toEqual([answer("een"), answer("twee")]);
});

test("a paste of 50 lines with empty ones between them is one text, exact and at once", async () => {
  const { prompt, type, input } = sit();
  const text = Array.from({ length: 50 }, (_, i) => (i % 10 < 2 ? "" : `Régel ${String(i)} “ü” ${"x".repeat(67)}`)).join("\n");
  const kept: string[] = [];
  const asked = prompt.ask(asking("text", {}, { keep: (typed) => Promise.resolve(void kept.push(typed)) }));
  await type("Vooraf\n");
  const start = performance.now();
  for (const line of text.split("\n")) input.write(`${line}\n`);
  input.write(".\n");
  expect(await asked).toEqual(answer(`Vooraf\n${text}`));
  expect(performance.now() - start).toBeLessThan(200);
});

test("a paste with signs in it is one text", async () => {
  const { prompt, type, input } = sit();
  const asked = prompt.ask(asking("text", { help: "Uitleg" }, { overview: true }));
  await type();
  for (const line of ["een", "<", "#", "?", "", "", "twee"]) input.write(`${line}\n`);
  await pause(100);
  await type("?\n");
  await pause(100);
  await type(".\n");
  expect(await asked).toEqual(answer("een\n<\n#\n?\n\n\ntwee"));
});

test("what is typed is kept line by line, comes back after <, and is said to be ready after a stop", async () => {
  const { prompt, type, output } = sit();
  const kept: string[] = [];
  const question = asking("text", {}, { keep: (typed) => Promise.resolve(void kept.push(typed)) });
  const first = prompt.ask(question);
  await type("een\n");
  while (kept.length === 0) await turns();
  await type("twee\n", "<\n");
  expect(await first).toEqual(BACK);
  expect(kept[0]).toBe("een");
  const second = prompt.ask(question);
  await type("drie\n", "!\n");
  expect(await second).toEqual(STOP);
  expect(output()).toContain(`${nl.prompt.draft}\neen\ntwee\n`);
  expect(output()).toContain(nl.linear.ready);
  expect(kept.at(-1)).toBe("een\ntwee\ndrie");
  const third = prompt.ask(asking("text", {}, { current: "iets anders" }));
  await type("\n");
  expect(await third).toEqual(answer("iets anders"));
});

test("what cannot be kept is shown once more", async () => {
  const { prompt, type, output } = sit();
  const asked = prompt.ask(asking("text"));
  await type("een\n", "!\n");
  await asked;
  expect(output()).toContain(`${nl.prompt.lost}\neen\n`);
});

test("a line that the terminal may have cut off is named", async () => {
  const { prompt, type, output } = sit();
  const asked = prompt.ask(asking("text"));
  await type(`${"x".repeat(4094)}\n`);
  expect(output()).not.toContain(nl.linear.cut);
  await type(`${"x".repeat(4093)}é\n`, ".\n");
  expect(output()).toContain(nl.linear.cut);
  expect(await asked).toEqual(answer(`${"x".repeat(4094)}\n${"x".repeat(4093)}é`));
});

test("letters cut in two by the transport", async () => {
  const { prompt, input, type } = sit();
  const asked = prompt.ask(asking("line"));
  await type();
  for (const byte of Buffer.from("Żółć 👍 é\n")) input.write(Buffer.from([byte]));
  expect(await asked).toEqual(answer("Żółć 👍 é"));
});

test("what was typed before Ctrl-C is not lost with it", async () => {
  const { prompt, input, events } = sit();
  const kept: string[] = [];
  const asked = prompt.ask(asking("text", {}, { keep: (typed) => Promise.resolve(void kept.push(typed)) }));
  await turns();
  input.write("een\n\n\ntwee\n");
  events.emit("SIGINT");
  expect(await asked).toEqual(STOP);
  expect(kept.at(-1)).toBe("een\n\n\ntwee");
});

test("Ctrl-C stops, also before the question that it came ahead of; Ctrl-D stops that one and all that follow", async () => {
  const { prompt, type, events, input } = sit();
  const first = prompt.ask(asking("text"));
  await type("een\n");
  events.emit("SIGINT");
  expect(await first).toEqual(STOP);
  events.emit("SIGINT");
  expect(await prompt.ask(asking("choice"))).toEqual(STOP);
  const third = prompt.ask(asking("line"));
  await type("half");
  input.end();
  expect(await third).toEqual(answer("half"));
  expect(await prompt.ask(asking("line"))).toEqual(STOP);
  expect(await prompt.choose(menu)).toEqual(STOP);
  prompt.close();
  expect(events.eventNames()).toEqual(["SIGINT"]);
});

test.each(["SIGHUP", "SIGTERM"])("%s ends by that signal, once", (signal) => {
  const { events, deaths } = sit();
  events.emit(signal);
  events.emit("SIGHUP");
  expect(deaths).toEqual([signal]);
});

test.each(["end", "error"])("a terminal that is gone (%s) yields no value", async (event) => {
  const { prompt, input, deaths, vanish, type } = sit();
  let replied = false;
  void prompt.ask(asking("text")).then(() => {
    replied = true;
  });
  await type("half\n");
  vanish();
  if (event === "end") input.end();
  else input.emit("error", new Error("EIO"));
  await turns();
  expect([deaths, replied]).toEqual([["SIGHUP"], false]);
});

test("back from another program the question is said again, in short", async () => {
  const { prompt, type, events, output } = sit();
  void prompt.ask(asking("line", { label: "Functie" }));
  await type();
  events.emit("SIGCONT");
  expect(output()).toMatch(/\nFunctie: Typ uw antwoord op één regel\.\n$/);
});

test("a closed session listens to nothing, and leaves nothing behind", async () => {
  const { prompt, events, written } = sit();
  prompt.close();
  prompt.close();
  await turns();
  expect([events.eventNames(), written]).toEqual([[], []]);
});

test.each([
  [["ko\x7Fffie met", " melk\r"], answer("kffie met melk"), [true, false]],
  [["<\r"], BACK, [true, false]],
  [["!\r"], STOP, [true, false]],
  [["abc\x03"], STOP, [true, false]],
  [["abc\x1a", "d\r"], answer("abcd"), [true, false, false]],
])("a passphrase is not shown: %j", async (keys, reply, modes) => {
  const { prompt, type, raw, output } = sit();
  const asked = prompt.secret("Wat is uw wachtzin?");
  await type(...keys);
  expect(await asked).toEqual(reply);
  expect(raw).toEqual(modes);
  expect(output()).toBe(`\nWat is uw wachtzin?\n${nl.linear.secret}\n\n`);
});

test("what was typed ahead of a passphrase is neither used nor shown", async () => {
  const { prompt, type, output } = sit();
  await type("geheim\n");
  const asked = prompt.secret("Wat is uw wachtzin?");
  await type("anders\r");
  expect(await asked).toEqual(answer("anders"));
  expect(output()).not.toContain("geheim");
});

test("!! stops and wipes; a dumb terminal gets what is read out of sight", async () => {
  for (const dumb of [false, true]) {
    const { prompt, type, output } = sit(dumb);
    const asked = prompt.ask(asking("text"));
    await type("geheim\n", "!!\n");
    expect(await asked).toEqual(STOP);
    expect(prompt.left()).toBe(true);
    expect(output().endsWith(dumb ? "\n".repeat(60) : "\x1b[2J\x1b[3J\x1b[H")).toBe(true);
    expect(output()).not.toContain("geheim");
    expect(output().includes("\x1b")).toBe(!dumb);
  }
});

test.each<[string, Parameters<typeof isLinear>[0]["linear"], NodeJS.ProcessEnv, boolean]>([
  ["nothing said", false, { TERM: "xterm-256color" }, false],
  ["--linear", true, {}, true],
  ["ACCESSIBLE=1", false, { ACCESSIBLE: "1" }, true],
  ["ACCESSIBLE=ja", false, { ACCESSIBLE: "ja" }, true],
  ["ACCESSIBLE=0", false, { ACCESSIBLE: "0" }, false],
  ["ACCESSIBLE=", false, { ACCESSIBLE: "" }, false],
  ["TERM=dumb", false, { TERM: "dumb" }, true],
])("the face is chosen by %s", (_, linear, environment, chosen) => {
  expect(isLinear({ linear, plain: false }, environment)).toBe(chosen);
});

const HOSTILE = fc.oneof(
  fc.string({ unit: "binary", maxLength: 30 }),
  fc.constantFrom(
    "\x1b]0;titel\x07",
    "\x1b[2J",
    "\u009b31m",
    "a\u202Eb",
    "\u2066x\u2069",
    "\r\x08\x7f",
    "\u{E0041}",
    "e\u0301 日本 👩‍👩‍👧",
    "\u2028",
  ),
);
/** What a terminal would obey, or what hides or turns text round; line feeds are ours. */
const OBEYED = /[\p{Cc}\p{Bidi_Control}\u2028\u2029]/u;

test("whatever stands in questions and answers, nothing that a terminal obeys is ever written", async () => {
  const kinds = ["choice", "choices", "notice", "text", "line", "date", "number", "ref"] as const;
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...kinds), HOSTILE, HOSTILE, fc.array(HOSTILE, { maxLength: 4 }), async (kind, evil, said, typed) => {
      const { prompt, type, output } = sit(true);
      const options = [{ id: "ja", text: evil, help: said }, ...OPTIONS];
      const texts = { text: evil, label: said, help: evil, weak: said, strong: evil, unit: said };
      const current = kind === "choices" ? ["ja"] : kind === "number" ? 3 : said;
      prompt.tell(evil, said);
      const asked = prompt.ask(
        asking(kind, { ...texts, options }, { options, place: said, note: evil, why: said, draft: evil, current, keep: async () => {} }),
      );
      await type("?\n", ...lines(...typed), "!\n");
      await asked;
      const menued = prompt.choose({ ...menu, title: evil, label: said, place: evil, lines: [said], help: evil });
      await type(...lines(said, "?", "!"));
      await menued;
      expect(output().replaceAll("\n", "")).not.toMatch(OBEYED);
    }),
    { numRuns: 150 },
  );
});

test("every text can be given", async () => {
  const line = fc.oneof(
    fc.constantFrom("", "", ".", "-", "?", "<", "#", "!", "!!", "*", " .", "  !!", "tekst", " x ", "12"),
    fc.string({ maxLength: 8 }),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(line, { minLength: 1, maxLength: 6 }), async (all) => {
      const text = ["Begin", ...all, "eind"].join("\n");
      const { prompt, type } = sit();
      const asked = prompt.ask(asking("text"));
      await type(typedText(text));
      expect(await asked).toEqual(answer(text));
    }),
    { numRuns: 200 },
  );
});

test("what the exclamation mark does is said as it is: outside the walk nothing is kept", async () => {
  for (const [outside, words, never] of [
    [true, "te stoppen: dan verandert er niets", "te bewaren"],
    [false, "te bewaren en te stoppen", "verandert er niets"],
  ] as const) {
    const { prompt, output, type } = sit();
    const reply = prompt.ask(asking("line", {}, { outside }));
    await type("?\n", "!\n");
    expect(await reply).toEqual(STOP);
    expect(output()).toContain(words);
    expect(output()).not.toContain(never);
  }
});
