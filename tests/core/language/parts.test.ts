/** Quotations, sentences, words, places and tips: the parts of the language check by themselves. */
import { describe, expect, test } from "vitest";
import { checkLanguage } from "../../../src/core/language/check.ts";
import { language } from "../../../src/core/language/language.ts";
import { lint } from "../../../src/core/language/lint.ts";
import { hit, patterns } from "../../../src/core/language/pattern.ts";
import { quotations } from "../../../src/core/language/quotation.ts";
import { sentences } from "../../../src/core/language/sentence.ts";
import { spots } from "../../../src/core/language/spot.ts";
import { tips } from "../../../src/core/language/tips.ts";
import { tokens } from "../../../src/core/language/token.ts";
import { shipped, source } from "./words.ts";

describe("a quotation", () => {
  test.each([
    ["Hij zei: 'ga weg'.", ["'ga weg'"]],
    ['Hij zei: "ga weg", en ging.', ['"ga weg"']],
    ["Hij zei: ‘ga weg’ en “nu”.", ["‘ga weg’", "“nu”"]],
    ["Hij zei: „ga weg” en „nu“.", ["„ga weg”", "„nu“"]],
    ["Hij zei: 'papa's auto is weg'.", ["'papa's auto is weg'"]],
    ["Hij zei: 's avonds en 's nachts.", []],
    ["Hij zei: ‘’s avonds niet’.", ["‘’s avonds niet’"]],
    ["Er stond: ‘t.z.t. verwaarloosd’.", ["‘t.z.t. verwaarloosd’"]],
    ["Papa's auto en mama's fiets", []],
    ['Een maat van 5" en niet meer', []],
    ["Hij zei: 'ga weg", []],
    ['Hij zei: "ga weg\n\nEn "nu" ook', ['"nu"']],
    ["'Ga weg.' 'Nu!'", ["'Ga weg.'", "'Nu!'"]],
  ])("%s", (text, expected) => {
    expect(quotations(text).map(({ start, end }) => text.slice(start, end))).toEqual(expected);
  });
});

describe("a sentence", () => {
  const cut = (text: string): readonly string[] =>
    sentences(text, new Set(["dhr", "bijv"])).map(({ start, end }) => text.slice(start, end));
  test.each<[string, string, readonly string[]]>([
    ["ends at a full stop", "Eén. Twee! Drie? Vier", ["Eén.", "Twee!", "Drie?", "Vier"]],
    ["not at a shortened word", "Ik sprak dhr. De Wit, bijv. Over school.", ["Ik sprak dhr. De Wit, bijv. Over school."]],
    ["not inside a number or a time", "Om 14.05 uur was het 3.5 graden.", ["Om 14.05 uur was het 3.5 graden."]],
    ["not before a small letter", "Op 3 mei o.a. thuis en z.s.m. weg.", ["Op 3 mei o.a. thuis en z.s.m. weg."]],
    ["ends behind a quotation that ends", "Hij zei: 'Weg!' Toen ging hij.", ["Hij zei: 'Weg!'", "Toen ging hij."]],
    ["goes on behind a quotation", "'Weg!' zei hij.", ["'Weg!' zei hij."]],
    ["goes over the end of a line", "Vader kwam\nbinnen.", ["Vader kwam\nbinnen."]],
    ["ends at an empty line", "Vader kwam\n\nbinnen", ["Vader kwam", "binnen"]],
    ["ends at an item", "Gezien:\n- vader\n- moeder\n1. zoon", ["Gezien:", "- vader", "- moeder", "1. zoon"]],
    ["of nothing", " \n ", []],
  ])("%s", (_, text, expected) => {
    expect(cut(text)).toEqual(expected);
  });
});

describe("a form", () => {
  const lists = new Map([["wie", ["moeder", "vader*"]]]);
  const at = (form: string, text: string): boolean => {
    const all = tokens(text, quotations(text));
    return patterns(form, lists).some((pattern) => all.some((_, i) => hit(pattern, all, i, new Set(["dat"])) !== undefined));
  };
  test.each<[string, string, boolean]>([
    ["vaak", "Hij is VAAK laat", true],
    ["vaak", "Hij vaakt", false],
    ["agressi*", "agressiviteit", true],
    ["*ruzie", "burenruzie", true],
    ["*geweld*", "oorlogsgewelddaden", true],
    ["coördin*", "Coo\u0308rdinatie", true],
    ["niet-pluis", "niet‑pluis", true],
    ["'s avonds", "’s avonds", true],
    ["<wie> zegt", "Vaders zegt", true],
    ["<wie>|oma zegt", "oma zegt", true],
    ["een paar? keer", "een keer", true],
    ["een paar? keer", "een paar keer", true],
    ["9 keer", "13 keer", true],
    ["9 keer", "dertien keer", false],
    ["9999", "in 2014", true],
    ["9999", "in 20145", false],
    ["9.99", "om 14.05", true],
    ["9-9", "op 3-5-2026", true],
    ["werd .. geslagen", "werd gisteren thuis hard geslagen", true],
    ["werd .. geslagen", "werd boos, en is geslagen", false],
    ["werd .. geslagen", "werd boos dat zij is geslagen", false],
    ["werd .. geslagen", "werd 1 2 3 4 5 6 7 8 9 geslagen", false],
    ["werd .. geslagen", "werd 'boos' geslagen", false],
    ["lijkt !op", "hij lijkt op oma", false],
    ["lijkt !op", "hij lijkt moe", true],
    ["^ ouders", "ouders komen", true],
    ["^ ouders", "de ouders komen", false],
    ['zei : "', "Zij zei: 'ja'", true],
  ])("%s in: %s", (form, text, expected) => {
    expect(at(form, text)).toBe(expected);
  });

  test.each(["<niemand>", ".. weg", "!weg", "a||b", "**"])("%s is refused", (form) => {
    expect(() => patterns(form, lists)).toThrow(RangeError);
  });
});

describe("the words of the file", () => {
  test("are right as they are shipped", () => {
    expect(checkLanguage(source)).toEqual([]);
  });

  test("are refused with the place of what is wrong", () => {
    const [first, ...others] = source.classes;
    if (first === undefined) throw new Error("no classes");
    const broken = { ...source, unless: ["gevoe"], classes: [{ ...first, forms: ["goed", "<niemand>"], unless: ["citaat"] }, ...others] };
    expect(checkLanguage(broken).map(({ at, what }) => `${at.join(".")} ${what}`)).toEqual([
      "unless.0 De context ‘gevoe’ bestaat niet. Bedoelt u ‘gevoel’?",
      "classes.0.forms.1 Deze vorm klopt niet: ‘<niemand>’. Een lijst bestaat niet, of hij begint niet met een woord.",
    ]);
  });

  /** Forms of the first class, and of one that is looked for in the same texts or in others. */
  test.each<[string, readonly string[], "signalen" | "afspraken", readonly string[], readonly string[]]>([
    ["one form in two classes", ["xa"], "signalen", ["xa"], ["0.0 ‘xa’, en ‘xa’ bij ‘b’", "1.0 ‘xa’, en ‘xa’ bij ‘a’"]],
    ["not in other texts", ["xa"], "afspraken", ["xa"], []],
    ["twice in one class", ["xa|xb", "xc|xb"], "signalen", [], ["0.0 ‘xa|xb’, en ‘xc|xb’ bij ‘a’", "0.1 ‘xc|xb’, en ‘xa|xb’ bij ‘a’"]],
    [
      "part by part",
      ["xa|xb xc", "xb xc|xd"],
      "signalen",
      [],
      ["0.0 ‘xa|xb xc’, en ‘xb xc|xd’ bij ‘a’", "0.1 ‘xb xc|xd’, en ‘xa|xb xc’ bij ‘a’"],
    ],
    ["another part", ["xa xc", "xa xd", "xa"], "signalen", [], []],
    ["what may be left out", ["xa? xb", "xb"], "signalen", [], ["0.0 ‘xa? xb’, en ‘xb’ bij ‘a’", "0.1 ‘xb’, en ‘xa? xb’ bij ‘a’"]],
    ["how it begins", ["xaxb*"], "signalen", ["xaxbxc"], ["0.0 ‘xaxb*’, en ‘xaxbxc’ bij ‘b’", "1.0 ‘xaxbxc’, en ‘xaxb*’ bij ‘a’"]],
    ["how it ends", ["*xbxc"], "signalen", ["xaxbxc"], ["0.0 ‘*xbxc’, en ‘xaxbxc’ bij ‘b’", "1.0 ‘xaxbxc’, en ‘*xbxc’ bij ‘a’"]],
    ["a word of a list", ["<wie> xb"], "signalen", ["xz xb"], ["0.0 ‘<wie> xb’, en ‘xz xb’ bij ‘b’", "1.0 ‘xz xb’, en ‘<wie> xb’ bij ‘a’"]],
    ["a gap is no word", ["xa .. xb"], "signalen", ["xa xb"], []],
    ["only where nothing comes next", ["xa !xb"], "signalen", ["xa"], ["0.0 ‘xa !xb’, en ‘xa’ bij ‘b’", "1.0 ‘xa’, en ‘xa !xb’ bij ‘a’"]],
  ])("the same words twice: %s", (_, a, texts, b, expected) => {
    const of = { title: "x", ask: "x", weak: "x", strong: "x" };
    const classes = [
      { ...of, id: "a", texts: ["signalen" as const], forms: [...a] },
      { ...of, id: "b", texts: [texts], forms: ["xx", ...b].slice(b.length === 0 ? 0 : 1) },
    ];
    const problems = checkLanguage({ ...source, lists: { wie: ["xy", "xz"] }, contexts: [], unless: [], classes });
    expect(problems.map(({ at, what }) => `${String(at[1])}.${String(at[3])} ${/‘.*’/.exec(what)?.[0] ?? ""}`)).toEqual(expected);
  });

  test.each(source.classes.map((one) => [one.id, one] as const))(
    "%s: its weak example has such a word, its strong one has nothing",
    (id, one) => {
      const [kind = "signalen"] = one.texts;
      expect(lint(shipped, kind, one.weak).map(({ of }) => of.id)).toContain(id);
      expect(lint(shipped, kind, one.strong)).toEqual([]);
    },
  );

  test("of an organisation are looked for in every kind of text, and asked about first", () => {
    const made = language(source, [{ woord: "zorgsignal*", vraag: "Wat bedoelt u met {woord}?" }]);
    const text = "Er zijn vaak zorgsignalen.";
    const [first] = tips(lint(made, "signalen", text));
    expect(first).toMatchObject({ words: "zorgsignalen", ask: "Wat bedoelt u met zorgsignalen?" });
    expect(lint(made, "afspraken", text).map(({ words }) => words)).toContain("zorgsignalen");
    expect(lint(shipped, "signalen", text).map(({ words }) => words)).toEqual(["vaak"]);
  });
});

describe("tips", () => {
  const asked = (text: string): readonly string[] => tips(lint(shipped, "signalen", text)).map(({ words }) => words);
  test.each<[string, string, readonly string[]]>([
    ["none for what is concrete", "Op 3 mei om 16.10 uur zag ik twee blauwe plekken.", []],
    ["at most two, what happened before how often", "Er is vaak heel veel ruzie, zegt men.", ["ruzie", "zegt men"]],
    ["of one class once", "Het is soms rustig, vaak niet, altijd laat.", ["soms"]],
  ])("%s", (_, text, expected) => {
    expect(asked(text)).toEqual(expected);
  });
});

test.each<[string, number, number, number]>([
  ["abc", 0, 1, 1],
  ["abc", 2, 1, 3],
  ["a\nb", 2, 2, 1],
  ["a\r\nb", 3, 2, 1],
  ["a\rb", 2, 2, 1],
  ["😀 b", 3, 1, 3],
  ["", 0, 1, 1],
])("in %j offset %d is line %d, column %d", (text, offset, line, column) => {
  expect(spots(text)(offset)).toEqual({ line, column });
});
