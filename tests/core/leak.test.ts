/** Names, addresses, dates and numbers are found back in a text, however they are written there. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { leaks, type Secret } from "../../src/core/leak/leak.ts";

const found = (kind: Secret["kind"], value: string, text: string): readonly string[] =>
  leaks([{ kind, value, label: "x" }], [{ place: "p", text }]).map((leak) => leak.found);

describe("found", () => {
  test.each<[Secret["kind"], string, string]>([
    ["name", "Femke Jansen", "Femke huilde."],
    ["name", "Femke Jansen", "mevrouw JANSEN"],
    ["name", "Femke Jansen", "de Jansens"],
    ["name", "Femke Jansen", "Femke's jas"],
    ["name", "Femke Jansen", "Femkes jas"],
    ["name", "Femke Jansen", "Femke’s jas"],
    ["name", "Femke Jansen", "de Jansenfamilie"],
    ["name", "Femke Jansen", "fem-ke, van vroeger: FEMKE"],
    ["name", "Femke Jansen", "f e m k e"],
    ["name", "Anne-Wil van der Berg-Smit", "meneer Smit"],
    ["name", "Anne-Wil van der Berg-Smit", "Annewil"],
    ["name", "Anne-Wil van der Berg-Smit", "Anne Wil"],
    ["name", "Zoë Müller", "Zoe en Muller"],
    ["name", "Zoe Muller", "ZOË"],
    ["name", "Vandenberg", "mevrouw van den Berg"],
    ["name", "van den Berg", "Vandenberg"],
    ["name", "van Dijk", "meneer Dijk"],
    ["name", "Jan", "Jannetje"],
    ["name", "Sara", "Saraatje"],
    ["name", "Bo", "Bo's tas"],
    ["name", "Naam Zoon", "dat is Naam Zoon"],
    ["name", "Jan\u00adsen", "jansen"],
    ["name", "Jansen", "Jan\u200bsen"],
    ["name", "Femke Jansen", "femke2018 op internet"],
    ["name", "Femke Jansen", "mevrouw Janssen"],
    ["name", "Femke Jansen", "de oudjansens"],
    ["name", "Mohamed", "Mohammed"],
    ["name", "Sean O'Neil", "bij Oneil"],
    ["name", "J. Bos", "jbos schreef"],
    ["name", "Jörg Müller", "Joerg Mueller"],
    ["name", "van Dijk", "van Dyk"],
    ["name", "van Dijk", "van D\u0133k"],
    ["name", "Femke Jansen", "Femke–Marie"],
    ["address", "Kerkstraat 12, 1234 AB Plaatsje", "Kerkstr. 12"],
    ["address", "Dorpslaan 3", "de Dorpsln"],
    ["address", "Kerkstraat 12, 1234 AB Plaatsje", "in de Kerkstraat"],
    ["address", "Kerkstraat 12, 1234 AB Plaatsje", "de Kerk-straat"],
    ["address", "Kerkstraat 12, 1234 AB Plaatsje", "1234ab"],
    ["address", "Kerkstraat 12, 1234 AB Plaatsje", "een Plaatsjes café"],
    ["reference", "06-00 00 12 34, na 9.00 uur", "+31 6 00001234"],
    ["reference", "06-00 00 12 34, na 9.00 uur", "0600001234"],
    ["reference", "06-00 00 12 34, na 9.00 uur", "06–00001234"],
    ["reference", "020-0001234", "bel 0001234"],
    ["reference", "via @femkejj", "zoek femkejj op"],
    ["reference", "Te vinden als @femke.jj.", "zoek femke.jj op"],
    ["reference", "Leerling 2026-131", "leerling 131"],
    ["reference", "K-14", "zaak K14"],
    ["reference", "femke.j@voorbeeld.nl", "mail naar femke.j@elders.nl"],
    ["birth", "2018-02-01", "1 februari 2018"],
    ["birth", "2018-02-01", "op 1 februari jarig"],
    ["birth", "2018-02-01", "op de eerste februari"],
    ["birth", "2018-02-01", "1e feb. '18"],
    ["birth", "2018-02-01", "01-02-2018"],
    ["birth", "2018-02-01", "1/2/18"],
    ["birth", "2018-02-01", "1.2.2018"],
    ["birth", "2018-02-01", "2018-02-01"],
    ["birth", "2018-02-01", "20180201"],
    ["birth", "2018-02-01", "FEBRUARI 2018"],
    ["birth", "2018-02-01", "geboren in 2018"],
    ["birth", "2018-02-01", "1–2–2018"],
    ["birth", "2018-02-01", "1\u20112\u20112018"],
    ["birth", "2018-02-01", "zijn verjaardag is 1-2"],
    ["birth", "2018-02-01", "jarig op 01/02"],
    ["birth", "2018-02-01", "hij is van 2018"],
    ["birth", "2018-05-21", "eenentwintigste mei"],
    ["organisation", "Basisschool De Regenboog", "op basisschool de regenboog"],
    ["organisation", "Basisschool De Regenboog", "van de Regenboog"],
    ["organisation", "Basisschool De Regenboog", "obs De Regenboog"],
    ["words", '"Als papa er is, ga ik achter de bank zitten."', "hij zegt: als papa er is ga ik achter de bank zitten"],
    ["words", "Zoon slaapt bij tante in de kelder. Moeder weet het.", "Dan slaapt zoon: zoon slaapt bij tante in de kelder, zegt zij."],
    ["words", 'Hij zei "niet aan papa zeggen" en liep weg.', "niet aan papa zeggen"],
  ])("%s %s in: %s", (kind, value, text) => {
    expect(found(kind, value, text)).not.toEqual([]);
  });
});

test("only as much is named as gives somebody away", () => {
  expect(found("name", "Naam Moeder", "Het gaat om de zoon van naam moeder.")).toEqual(["naam moeder"]);
});

describe("not found: what tells nobody who it is", () => {
  test.each<[Secret["kind"], string, string]>([
    ["name", "Naam Zoon", "Zoon weet de naam niet."],
    ["name", "mevrouw De Wit, moeder", "Moeder zei dat de mevrouw kwam."],
    ["name", "Wil", "wij willen"],
    ["name", "Jan", "in januari"],
    ["name", "Els", "de stoel is vels"],
    ["address", "Kerkstraat 12", "om 12 uur"],
    ["address", "Straat 1", "op straat"],
    ["reference", "06-00 00 12 34, na 9.00 uur", "om 9.00 uur"],
    ["reference", "Leerling 2026-131", "sinds 2026, elke leerling"],
    ["birth", "2018-02-01", "1 februari 2027"],
    ["birth", "2018-02-01", "11 februari"],
    ["birth", "2018-02-01", "sinds 2018"],
    ["birth", "2018-02-01", "1-2 keer per dag"],
    ["organisation", "Basisschool De Regenboog", "op de basisschool"],
    ["organisation", "Team Jeugd", "bij team en jeugd"],
    ["name", "van Eyk", "zij kijkt"],
    ["name", "Jan Bos", "in 2018"],
    ["name", "A. de Wit", "een witte jas"],
    ["birth", "2018-02-01", "11-2 is een afspraak"],
    ["birth", "2018-02-01", "de zaak is 2018 pagina's"],
    ["words", "Vader komt op woensdag en in het weekend.", "Hij is er op woensdag en in het weekend."],
    ["words", "Ja.", "Ja."],
  ])("%s %s in: %s", (kind, value, text) => {
    expect(found(kind, value, text)).toEqual([]);
  });
});

const letters = "a b c d e f g h i j k l m n o p r s t u v w z";
const name = fc
  .string({ unit: fc.constantFrom(...letters.split(" ")), minLength: 3, maxLength: 9 })
  .map((word) => `${word.slice(0, 1).toUpperCase()}${word.slice(1)}x`);
const ACCENTS: Readonly<Record<string, string>> = { a: "á", e: "ë", i: "ï", o: "ö", u: "ü", c: "ç", n: "ñ" };
const MANNERS: Readonly<Record<string, (word: string) => string>> = {
  "as it is": (word) => word,
  capitals: (word) => word.toUpperCase(),
  small: (word) => word.toLowerCase(),
  "with s": (word) => `${word}s`,
  "with ’s": (word) => `${word}’s`,
  "with 's": (word) => `${word}'s`,
  "with '": (word) => `${word}'`,
  small_one: (word) => `${word}je`,
  accents: (word) => word.replace(/[aeioucn]/g, (letter) => ACCENTS[letter] ?? letter),
  parted: (word) => `${word.slice(0, 3)}-${word.slice(3)}`,
  underlined: (word) => `_${word}_`,
  numbered: (word) => `${word}83`,
  twice: (word) => word.replace(/(?<=^..)(.)/, "$1$1"),
  behind: (word) => `ex${word.toLowerCase()}`,
  hidden: (word) => `${word.slice(0, 2)}\u200b${word.slice(2)}`,
  compound: (word) => `${word}huis`,
};

test.each(Object.entries(MANNERS))("any name in any manner: %s", (how, manner) => {
  fc.assert(
    fc.property(name, name, name, fc.nat(2), fc.constantFrom(" ", "-", " van der ", " - "), (first, last, other, which, between) => {
      const value = `${first} ${last}${between}${other}`;
      const word = [first, last, other][which] ?? first;
      // Of a short name only itself and its endings are looked for.
      fc.pre(word.length >= 6 || !["parted", "compound", "twice", "behind"].includes(how));
      expect(found("name", value, `Toen zei ${manner(word)}: ik ga.`)).not.toEqual([]);
    }),
  );
});

test("any date of birth in any notation", () => {
  const MONTHS = "januari februari maart april mei juni juli augustus september oktober november december".split(" ");
  const notations: readonly ((d: number, m: number, y: number) => string)[] = [
    (d, m, y) => `${String(d)} ${MONTHS[m - 1] ?? ""} ${String(y)}`,
    (d, m) => `${String(d)} ${MONTHS[m - 1] ?? ""}`,
    (d, m, y) => `${String(d)} ${(MONTHS[m - 1] ?? "").slice(0, 3)} ${String(y)}`,
    (d, m, y) => `${String(d)}-${String(m)}-${String(y)}`,
    (d, m, y) => `${String(d).padStart(2, "0")}/${String(m).padStart(2, "0")}/${String(y).slice(2)}`,
    (d, m, y) => `${String(d)}.${String(m)}.${String(y)}`,
    (d, m, y) => `${String(y)}-${String(m).padStart(2, "0")}-${String(d).padStart(2, "0")}`,
  ];
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 28 }),
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 1930, max: 2026 }),
      fc.constantFrom(...notations),
      (d, m, y, as) => {
        // "mar" and "jul" are months in short, "maa" is not.
        fc.pre(!(m === 3 && /maa /.test(as(d, m, y))));
        const value = `${String(y)}-${String(m).padStart(2, "0")}-${String(d).padStart(2, "0")}`;
        expect(found("birth", value, `Zij is van ${as(d, m, y)}.`)).not.toEqual([]);
      },
    ),
  );
});
