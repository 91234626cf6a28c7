import { expect, test } from "vitest";
import { summary, whole } from "../../src/core/summary.ts";
import type { Entry } from "../../src/core/value.ts";
import type { Answer } from "../../src/core/walk.ts";
import { flow } from "../shipped.ts";

const answers = new Map<string, Answer>([
  ["betrokkenen", { kind: "list", closed: true, items: [{ id: "betrokkenen-1", value: { rol: "Zoon van 8", leeftijd: 8 } }] }],
  [
    "signalen",
    { kind: "list", closed: true, items: [{ id: "signalen-1", value: { soort: "waarneming", wat: "Viel in slaap.", letsel: "nee" } }] },
  ],
]);
const long = "Zij droeg een luier die door haar kleren heen lekte en had geen sokken aan. Moeder zei niets.";
const wide = "日".repeat(80);

test.each<[string, string, Entry, string]>([
  ["nothing filled in", "betrokkenen", {}, "(nog niets ingevuld)"],
  ["the first four fields, and no bare yes or no", "betrokkenen", { rol: "Vader", leeftijd: 39, relatie: "vader", "in-huis": "ja", gezag: ["gezag"], plaats: ["geen"] }, "Vader, 39 jaar, vader, Heeft gezag over een kind"],
  ["no yes or no that says more, as it says nothing without its question", "gesprekken", { met: "betrokkenen-1", aanwezig: "Moeder", tolk: "niet-nodig" }, "Zoon van 8, Moeder"],
  ["nothing that says no more: none of these, not known", "betrokkenen", { rol: "Vader", leeftijd: 39, "in-huis": "onbekend", gezag: ["geen"], plaats: ["onbekend"] }, "Vader, 39 jaar"],
  ["whom it is about", "signalen", { soort: "gevoel", wat: "Stil.", wie: "betrokkenen-1" }, "Gevoel of vermoeden van uzelf, Stil, Zoon van 8"],
  ["which signal it rests on", "structureel-feiten", { signaal: "signalen-1", waarom: "Derde keer" }, "Viel in slaap, Derde keer"],
  ["an entry that is not there", "structureel-feiten", { signaal: "signalen-9", waarom: "Derde keer" }, "Derde keer"],
  ["a long text, in whole words", "signalen", { soort: "waarneming", wat: long }, "Zelf gezien, gehoord of geroken, Zij droeg een luier die door haar kleren heen lekte en had…"],
  ["one line of a text", "signalen", { soort: "waarneming", wat: "Eén.\nTwee." }, "Zelf gezien, gehoord of geroken, Eén"],
  ["a text without spaces", "signalen", { soort: "waarneming", wat: wide }, `Zelf gezien, gehoord of geroken, ${"日".repeat(60)}…`],
])("an entry on one line: %s", (_, list, entry, line) => {
  const question = flow.questions.get(list);
  if (question === undefined) throw new Error(`no list ${list}`);
  expect(summary(question, entry, { flow, answers })).toBe(line);
}); // prettier-ignore

test("in full: every field that is filled in, under its label, and all of it", () => {
  const question = flow.questions.get("signalen");
  if (question === undefined) throw new Error("no list");
  const entry = {
    soort: "waarneming",
    wat: `${long}\nToen ging zij.`,
    wie: "betrokkenen-1",
    datum: "2026-11-16",
    wanneer: "om 9 uur",
    letsel: "nee",
  };
  expect(whole(question, entry, { flow, answers })).toEqual([
    "Soort: Zelf gezien, gehoord of geroken",
    `Wat: ${long}\nToen ging zij.`,
    "Over wie: Zoon van 8",
    "Datum: 16 november 2026",
    "Tijd en plaats: om 9 uur",
    "Letsel: Nee",
  ]);
});
