import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { evolve, type Case } from "../../src/core/case.ts";
import type { NewEvent } from "../../src/core/event.ts";
import type { CheckSource } from "../../src/core/formats.ts";
import type { Value } from "../../src/core/value.ts";
import { walk } from "../../src/core/walk.ts";
import { markdown } from "../../src/export/markdown.ts";
import { add, answer, AT, caseOf, change, close, edition, finish, remove, REPORTED } from "./fixture.ts";
import { parse } from "./parsed.ts";

const LAST = "## Correcties en herkomst";
/** The lines under a heading, up to the next heading of the same level or higher. */
function under(source: string, heading: string): string {
  const from = source.indexOf(`\n${heading}\n`);
  if (from === -1) return "";
  const rest = source.slice(from + heading.length + 2);
  const level = heading.indexOf(" ");
  const end = rest.search(new RegExp(`^#{1,${String(level)}} `, "m"));
  return (end === -1 ? rest : rest.slice(0, end)).trim();
}

const without = (q: string): readonly NewEvent[] => REPORTED.filter(({ body }) => !("q" in body) || body.q !== q);
const more = (reason: { readonly reason?: string }): NewEvent => ({
  type: "added",
  ch: 1,
  body: { q: "betrokkenen", item: "betrokkenen-3", value: { rol: "oma" }, ...reason },
});
const met = { "meldnorm-1": "met", voorzorg: "not-reached" } as const;

describe("sections", () => {
  const source = markdown(caseOf(REPORTED));

  test("the decision comes first, the origin last", () => {
    expect(parse(source).headings.filter((heading) => /^##? /.test(heading))).toEqual([
      "# Meldcode proef: besluit van 21 november 2026, zaak K-14",
      "## Het besluit",
      "## Eerst dit",
      "## Stap 1: Signalen",
      "## Stap 4: Wegen",
      "## Stap 5: Beslissen",
      "## De meldnormen",
      "## Voorzorg van dit programma",
      "## Wat niet is gevraagd, en waarom",
      "## Wat nog open staat",
      "## Afspraken en data",
      "## Versie en bronnen",
      LAST,
    ]);
  });

  test.each<[string, Case, string, string]>([
    [
      "what the norms say beside what was decided",
      caseOf(REPORTED),
      "## Het besluit",
      "**Besluit over melden bij Veilig Thuis**\n\n- **Wat uit de antwoorden volgt:** de norm vraagt een melding\n- **Wat is besloten:** wel melden",
    ],
    [
      "the norm that decided, with the answers that carry it",
      caseOf(REPORTED),
      "### Waarop dit rust",
      "**Meldnorm 1: van toepassing**\n\n- **Tekst:** Meld bij acute onveiligheid.\n- **Vermoeden:** Ja\n- **Acute onveiligheid:** Ja",
    ],
    [
      "a caution is no meldnorm",
      caseOf([...REPORTED, answer("acuut", "twijfel")]),
      "### Waarop dit rust",
      "**Voorzorg bij twijfel: van toepassing (voorzorg van dit programma, geen meldnorm)**",
    ],
    [
      "no norm",
      caseOf([...REPORTED, answer("acuut", "nee")]),
      "### Waarop dit rust",
      "**Geen meldnorm is van toepassing. Dat volgt uit**\n\n- **Vermoeden:** Ja\n- **Acute onveiligheid:** Nee",
    ],
    [
      "an outcome about which the code does not decide",
      caseOf([...REPORTED, answer("acuut", "nee"), answer("besluit-melden", "nee")]),
      "## Het besluit",
      "- **Wat is besloten:** *daarover gaat deze uitkomst niet*",
    ],
    [
      "a departure with its reason and the second person",
      caseOf([
        ...REPORTED,
        answer("besluit-melden", "nee"),
        answer("afwijking-reden", "De arts ziet\nhet kind morgen."),
        answer("afwijking-met", "arts"),
      ]),
      "## Het besluit",
      "**Dit besluit wijkt af van wat de norm vraagt**\n\n- **Reden van de afwijking:**\n  > De arts ziet\\\n  > het kind morgen.\n- **Besproken met:** arts",
    ],
    [
      "a departure without a reason yet",
      caseOf([...REPORTED, answer("besluit-melden", "nee")]),
      "## Het besluit",
      "- **Reden van de afwijking:** *nog niet ingevuld*",
    ],
    ["nothing decided yet", caseOf(without("vermoeden")), "## Het besluit", "**Er is nog geen besluit.**"],
    [
      "groups in the order of the options, positions in the order of the list",
      caseOf(REPORTED),
      "### Signalen",
      "#### Waarneming\n\n**Signaal 2**\n\n- **Wat:** Blauwe plek op de arm.",
    ],
    [
      "written down later than it happened, and whom it is about",
      caseOf(REPORTED),
      "### Signalen",
      "**Signaal 1** *(opgeschreven op 21 november 2026)*\n\n- **Van wie:** leerling\n- **Wat:**\n  > ‘Ik wil niet naar huis.’\n  >\n  > Zij huilde.\n- **Over wie:** kind, 8 jaar (betrokkene 1)",
    ],
    [
      "fields that were left out",
      caseOf(REPORTED),
      "### Betrokkenen",
      "**Betrokkene 2**\n\n- **Rol:** moeder\n- **Niet ingevuld:** Leeftijd",
    ],
    [
      "a list that is not closed",
      caseOf([answer("direct-gevaar", "nee"), add("betrokkenen", 1, { rol: "kind" })]),
      "### Betrokkenen",
      "*Deze lijst is nog niet afgesloten.*",
    ],
    ["an empty list", caseOf([answer("direct-gevaar", "nee"), close("betrokkenen")]), "## Eerst dit", "- **Betrokkenen:** *geen*"],
    [
      "a reference to somebody who was taken away",
      caseOf([...REPORTED, remove("betrokkenen", 1, "dubbel")]),
      "### Signalen",
      "- **Over wie:** *staat niet meer in de lijst*",
    ],
    [
      "choices, and what was skipped",
      caseOf(REPORTED),
      "### Verder in deze stap",
      "- **Vormen:**\n  - Psychisch\n  - Lichamelijk\n- **Wat ertegen spreekt:** *overgeslagen*",
    ],
    [
      "a notice: that it belongs there, not that anybody read it, as an answers file takes it in unseen",
      caseOf([answer("direct-gevaar", "ja"), answer("bel", true)]),
      "## Eerst dit",
      "- **Bel 112:** *mededeling bij deze antwoorden*",
    ],
    [
      "a norm that is not reached",
      caseOf(without("vermoeden")),
      "## De meldnormen",
      "**Meldnorm 1: niet bereikt**\n\n- **De norm:** Meld bij acute onveiligheid.",
    ],
    [
      "the caution apart",
      caseOf(REPORTED),
      "## Voorzorg van dit programma",
      "**Voorzorg bij twijfel: niet bereikt**\n\n- **De voorzorg:** Meld bij twijfel.",
    ],
    [
      "what was not asked and why",
      caseOf([...REPORTED, answer("vermoeden", "nee")]),
      "## Wat niet is gevraagd, en waarom",
      "- **‘Vermoeden’ is ‘Nee’:**\n  - Stap 4: Acute onveiligheid\n  - Stap 5: Besluit over melden",
    ],
    [
      "no departure",
      caseOf(REPORTED),
      "## Wat niet is gevraagd, en waarom",
      "- **Het besluit wijkt niet af van een norm:** Reden van de afwijking; Besproken met",
    ],
    [
      "deferred",
      caseOf([...without("tegen"), answer("direct-gevaar", "ja"), answer("bel", true)]),
      "## Wat nog open staat",
      "**Uitgesteld tot na het besluit**\n\n- **Stap 1: Signalen:** Wat ertegen spreekt",
    ],
    [
      "open, and what depends on it",
      caseOf(without("vermoeden")),
      "## Wat nog open staat",
      "**Nog te beantwoorden**\n\n- **Stap 4: Wegen:** Vermoeden\n\n**Wordt misschien nog gevraagd**\n\n- **‘Vermoeden’ is nog open:**",
    ],
    ["nothing open", caseOf(REPORTED), "## Wat nog open staat", "Er staan geen vragen meer open."],
    [
      "dates in order",
      caseOf(REPORTED),
      "## Afspraken en data",
      "- **28 november 2026:** Kijk terug\n- **1 december 2026:** Kom hierop terug (Signaal 2: Waarneming, 21 november 2026)",
    ],
    [
      "whom a date is about",
      caseOf([...REPORTED, answer("acuut", "twijfel"), add("taken", 1, { wie: "betrokkenen-1", klaar: "2026-11-25" }), close("taken")]),
      "## Afspraken en data",
      "- **25 november 2026:** Taak klaar (Taak 1: kind, 8 jaar (betrokkene 1))",
    ],
    [
      "a note of a client",
      { ...caseOf(REPORTED), notes: [{ about: "signalen-1", by: "moeder", text: "Dit klopt niet.", at: AT, ch: 1 }] },
      "## Aantekeningen",
      "- **Over:** Signalen\n- **Van wie:** moeder\n- **Opgeschreven op:** 21 november 2026, 14.05 uur\n- **Tekst:** Dit klopt niet.",
    ],
    [
      "sources of the norms, and by title those of the questions",
      caseOf(REPORTED),
      "## Versie en bronnen",
      "### Bronnen bij de normen\n\n- **Bron een:** voorbeeld.nl/een, gelezen op 1 november 2026\n\n### Bronnen bij de gestelde vragen\n\n- **Stap 1: Signalen:** Bron twee (niet gecontroleerd)",
    ],
    [
      "parked",
      caseOf([...REPORTED, answer("vermoeden", "nee")]),
      "### Antwoorden die nu niet meetellen",
      "- **Acute onveiligheid:** Ja\n- **Besluit over melden:** Ja",
    ],
    [
      "no notices: they are no answers",
      caseOf([answer("direct-gevaar", "ja"), answer("bel", true), answer("direct-gevaar", "nee")]),
      "### Antwoorden die nu niet meetellen",
      "Er zijn geen antwoorden die nu niet meetellen.",
    ],
    [
      "a parked list without entries is an answer too",
      caseOf([...REPORTED, answer("acuut", "twijfel"), close("taken"), answer("acuut", "ja")]),
      "### Antwoorden die nu niet meetellen",
      "- **Taken:** *geen*",
    ],
    [
      "a parked field",
      caseOf([...REPORTED, change("signalen", 1, { soort: "gevoel", "van-wie": "leerling", wat: "Zorgen." })]),
      "### Antwoorden die nu niet meetellen",
      "**Signalen, Signaal 1**\n\n- **Van wie:** leerling",
    ],
    [
      "a correction before finishing",
      caseOf([...REPORTED, answer("acuut", "nee")]),
      "### Correcties",
      "**Correctie 1: Acute onveiligheid**\n\n- **Was:** Ja\n- **Werd:** Nee\n- **Wanneer:** 21 november 2026, 14.05 uur\n- **Waarom:** *geen reden gegeven; voor het afronden hoeft dat niet*",
    ],
    [
      "a correction after finishing",
      caseOf([...REPORTED, finish("melden", met), answer("besluit-door", "directeur", "Verkeerde functie.")]),
      "### Correcties",
      "**Correctie 1: Besluit genomen door** *(na het afronden)*\n\n- **Was:** leerkracht\n- **Werd:** directeur\n- **Wanneer:** 21 november 2026, 14.05 uur\n- **Waarom:** Verkeerde functie.",
    ],
    [
      "an entry added after finishing, with its reason",
      caseOf([...REPORTED, finish("melden", met), more({ reason: "Later gehoord." })]),
      "### Correcties",
      "**Correctie 1: Betrokkenen, Betrokkene 3 (betrokkenen-3)** *(na het afronden)*\n\n- **Wat:** *toegevoegd nadat de lijst was afgesloten*\n- **Wanneer:** 21 november 2026, 14.05 uur\n- **Waarom:** Later gehoord.",
    ],
    [
      "one without, as older cases have it: it is not said that it needs none",
      caseOf([...REPORTED, finish("melden", met), more({})]),
      "### Correcties",
      "- **Waarom:** *geen reden gegeven*",
    ],
    [
      "one before finishing needs none",
      caseOf([...REPORTED, more({})]),
      "### Correcties",
      "- **Waarom:** *geen reden gegeven; voor het afronden hoeft dat niet*",
    ],
    [
      "a changed entry: only what changed",
      caseOf([...REPORTED, change("betrokkenen", 2, { rol: "moeder", leeftijd: 34 })]),
      "### Correcties",
      "**Correctie 1: Betrokkenen, Betrokkene 2 (betrokkenen-2)**\n\n- **Leeftijd was:** *niet ingevuld*\n- **Leeftijd werd:** 34 jaar\n- **Wanneer:**",
    ],
    [
      "a removed entry, whole",
      caseOf([...REPORTED, remove("betrokkenen", 2, "dubbel")]),
      "### Correcties",
      "**Correctie 1: Betrokkenen, betrokkenen-2**\n\n- **Wat:** *weggehaald; hieronder staat wat er stond*\n- **Rol:** moeder\n- **Niet ingevuld:** Leeftijd",
    ],
    [
      "an entry that came after the list was closed",
      caseOf([...REPORTED, add("betrokkenen", 3, { rol: "oma" })]),
      "### Correcties",
      "- **Wat:** *toegevoegd nadat de lijst was afgesloten*",
    ],
    [
      "replaced characters",
      caseOf([...REPORTED, answer("besluit-door", "leer\uFFFDkracht")]),
      "### Over dit verslag",
      "Tekens die niet gelezen konden worden, zijn vervangen door \uFFFD.",
    ],
    [
      "finishing",
      caseOf([...REPORTED, finish("melden", met)]),
      "### Wat er met het zaakbestand gebeurde",
      "- **Afgerond op:** 21 november 2026, 14.05 uur",
    ],
    [
      "the case, the lines and the fingerprint",
      caseOf(REPORTED),
      "### Over dit verslag",
      "- **Zaak:** 2026-11-21-k7q2f9\n- **Gemaakt met meldcode, versie:** 0.1.0\n- **Versie van dit verslag:** 3\n",
    ],
    [
      "the last line",
      caseOf(REPORTED),
      "### Over dit verslag",
      "- **Regels in het zaakbestand:** 18\n- **Vingerafdruk van de laatste regel:** hash-18",
    ],
  ])("%s", (_, state, heading, expected) => {
    expect(under(markdown(state), heading)).toContain(expected);
  });

  test("an erased line and a torn one are said", () => {
    const state = caseOf([
      ...REPORTED,
      { type: "erased", ch: 0, body: { line: 5, ground: "op verzoek" } },
      { type: "recovered", ch: 0, body: { bytes: 12, draft: false } },
      { type: "taken-over", ch: 0, body: { host: "werkplek", pid: 12, since: AT } },
    ]);
    expect(under(markdown(state), "### Wat er met het zaakbestand gebeurde")).toBe(
      "- **Regel 5 is gewist. Grond:** op verzoek *(21 november 2026, 14.05 uur)*\n- **Een laatste regel was niet af en is afgeknipt:** 12 bytes *(21 november 2026, 14.05 uur)*\n- **Verder geschreven na een afgebroken sessie op:** werkplek *(21 november 2026, 14.05 uur)*",
    );
  });

  test("nothing parked, corrected or happened is said too", () => {
    expect(under(source, LAST)).toContain(
      "Er zijn geen antwoorden die nu niet meetellen.\n\n### Correcties\n\nEr is niets verbeterd.\n\n### Over dit verslag",
    );
  });

  test("days on which a step was written down", () => {
    const state = caseOf(REPORTED, false, (n) => (n < 10 ? "2026-11-21T23:50:00+01:00" : "2026-11-23T00:10:00+01:00"));
    expect(under(markdown(state), "## Eerst dit")).toContain("*Opgeschreven op 21 november 2026.*");
    expect(under(markdown(state), "## Stap 1: Signalen")).toContain("*Opgeschreven tussen 21 november 2026 en 23 november 2026.*");
    expect(markdown(state)).toContain("- **Besloten op:** 21 november 2026 *(opgeschreven op 23 november 2026)*");
  });
});

describe("every case has a record", () => {
  test("an exercise says so before anything else", () => {
    expect(markdown(caseOf(REPORTED, true)).startsWith("**OEFENING: geen echte zaak**\n\n# ")).toBe(true);
    expect(markdown(caseOf(REPORTED))).not.toContain("OEFENING");
  });

  test.each([
    ["open", "nog geen besluit, begonnen op 21 november 2026", "open: er is nog geen besluit", without("vermoeden")],
    ["decided", "besluit van 21 november 2026", "besloten: er is een besluit; er staat nog 1 vraag open", without("terugkijken")],
    ["finished", "besluit van 21 november 2026", "afgerond: er staan geen vragen meer open", REPORTED],
  ])("%s", (_, title, status, steps) => {
    const { title: heading, values } = parse(markdown(caseOf(steps)));
    expect(heading).toBe(`Meldcode proef: ${title}, zaak K-14`);
    expect(values("Stand")).toEqual([status]);
  });

  test("each prefix of a case has one, the same bytes each time", () => {
    for (const [n] of REPORTED.entries()) {
      const state = caseOf(REPORTED.slice(0, n));
      expect(markdown(state)).toBe(markdown(state));
      expect(markdown(state)).toMatch(/[^\n]\n$/);
    }
  });

  test("a case in which no chapter has begun", () => {
    const [opened] = caseOf([]).events;
    if (opened?.type !== "opened" || opened.body === null) throw new Error("the first event opens");
    const empty: Case = { ...caseOf([]), chapters: [], events: [opened] };
    expect(markdown(empty)).toContain("# In deze zaak is nog niets gevraagd.");
  });

  test("a second chapter stands behind the one of the meldcode and shows what it took over", () => {
    const state = caseOf(REPORTED);
    const uses = edition.flow.steps.flatMap(({ questions }) => questions).filter(({ id }) => id === "vermoeden");
    const steps = edition.flow.steps.map((step) => ({ ...step, questions: step.questions.filter(({ id }) => id !== "vermoeden") }));
    const plan = {
      ...edition,
      flow: { ...edition.flow, id: "veiligheidsplan", title: "Veiligheidsplan", uses: ["vermoeden"], given: uses, steps },
    };
    const begins: readonly NewEvent[] = [
      {
        type: "begun",
        ch: 2,
        body: { flow: "veiligheidsplan", version: "1.0", sector: "algemeen", editionHash: "f", given: { vermoeden: 1 }, edition: plan },
      },
      { type: "answered", ch: 2, body: { q: "vermoeden", value: "ja" } },
    ];
    const both = begins.reduce((so, event, i) => evolve(so, { ...event, n: 19 + i, at: AT, hash: "hash-19" }), state);
    const { title, headings, values } = parse(markdown(both));
    expect(title).toBe("Meldcode proef: besluit van 21 november 2026, zaak K-14");
    expect(headings).toContain("## Hoofdstuk 2: Veiligheidsplan, begonnen op 21 november 2026");
    expect(headings).toContain("### Overgenomen uit eerdere hoofdstukken");
    expect(values("Vermoeden")).toEqual(["Ja", "Ja", "Ja"]);
    expect(headings.at(-4)).toBe(LAST);
  });
});

test("a chapter in which nothing is decided has an outcome, and no decision", () => {
  const { decision: _, ...flow } = edition.flow;
  const begun = evolve(caseOf(REPORTED), {
    n: 19,
    at: AT,
    hash: "h",
    type: "begun",
    ch: 2,
    body: {
      flow: "herstelplan",
      version: "1.0",
      sector: "algemeen",
      editionHash: "f",
      given: {},
      edition: { ...edition, flow: { ...flow, id: "herstelplan", title: "Herstelplan" } },
    },
  });
  const source = markdown(begun);
  const chapter = under(source, "## Hoofdstuk 2: Herstelplan, begonnen op 21 november 2026");
  expect(parse(source).headings).toContain("### Uitkomst");
  expect(under(`\n${chapter}`, "### Uitkomst")).toContain("De uitkomst is er als alle vragen zijn beantwoord.");
  expect(chapter).toMatch(/^- \*\*Stand:\*\* open: er staan nog \d+ vragen open$/m);
  expect(chapter).not.toMatch(/Het besluit$|nog geen besluit/m);
});

/** An answer in the second chapter. */
const told = (q: string, value: string): NewEvent => ({ type: "answered", ch: 2, body: { q, value } });
const LEFT: NewEvent = { type: "noted", ch: 2, body: { about: "na", rule: "kijk", by: "leerkracht", text: "Dat weet ik." } };
test.each<[string, Partial<CheckSource>, readonly NewEvent[], boolean]>([
  ["what there is to look at is said of a chapter that is complete", {}, [told("na", "ja"), told("nog", "ja")], true],
  ["not where its condition does not hold", {}, [told("na", "nee"), told("nog", "ja")], false],
  ["not while anything is open", {}, [told("na", "ja")], false],
  ["not where it was left with a reason", {}, [told("na", "ja"), told("nog", "ja"), LEFT], false],
  ["not a rule of care without a reason", { severity: "aandacht" }, [told("na", "ja"), told("nog", "ja")], false],
])("%s", (_, more, said, isShown) => {
  const check = { id: "kijk", when: { na: ["ja"] }, text: "Hier klopt iets niet.", why: "Daarom.", question: "na", sources: [], ...more };
  const options = [
    { id: "ja", text: "Ja" },
    { id: "nee", text: "Nee" },
  ];
  const questions = ["na", "nog"].map((id) => ({ id, kind: "choice" as const, text: `${id}?`, options }));
  const steps = [{ id: "na-stap", title: "Na", questions }];
  const { decision: _decision, ...rest } = edition.flow;
  const flow = {
    ...rest,
    id: "herstelplan",
    title: "Herstelplan",
    steps,
    checks: [check],
    outcomes: [{ id: "klaar", when: { all: [] }, title: "Klaar", text: "Klaar." }],
  };
  const body = {
    flow: "herstelplan",
    version: "1.0",
    sector: "algemeen",
    editionHash: "f",
    given: {},
    edition: { flow, norms: [], overlays: [] },
  };
  const events: readonly NewEvent[] = [{ type: "begun", ch: 2, body }, ...said];
  const source = markdown(events.reduce((so, event, i) => evolve(so, { ...event, n: 19 + i, at: AT, hash: "h" }), caseOf(REPORTED)));
  expect(source.includes("### Nog eens naar te kijken")).toBe(isShown);
  expect(source.includes("- **Hier klopt iets niet.** Daarom.")).toBe(isShown);
});

test("texts of a flow are no Markdown either", () => {
  const state = caseOf([]);
  const [first, ...rest] = edition.flow.steps;
  if (first === undefined) return never();
  const questions = first.questions.map((question) =>
    question.id === "direct-gevaar"
      ? {
          ...question,
          label: "Direct *gevaar* <b>",
          options: [
            { id: "ja", text: "`Ja`" },
            { id: "nee", text: "Nee\n- niet" },
          ],
        }
      : question,
  );
  const odd = {
    ...edition,
    flow: { ...edition.flow, id: "ander", title: "Een [ander](x) # ", steps: [{ ...first, title: "# Eerst _dit_", questions }, ...rest] },
  };
  const begun = evolve(state, {
    n: 3,
    at: AT,
    hash: "h",
    type: "begun",
    ch: 2,
    body: { flow: "ander", version: "1.0", sector: "algemeen", editionHash: "f", given: {}, edition: odd },
  });
  const answered = evolve(begun, { n: 4, at: AT, hash: "h", type: "answered", ch: 2, body: { q: "direct-gevaar", value: "nee" } });
  const { headings, values, shape } = parse(markdown(answered));
  expect(headings).toContain("## Hoofdstuk 2: Een [ander](x) # , begonnen op 21 november 2026");
  expect(headings).toContain("### # Eerst _dit_");
  expect(values("Direct *gevaar* <b>")[0]).toBe("Nee\n- niet");
  expect(shape).not.toMatch(/html|link|code|image|softbreak/);
});

describe("the record of answers in any order, with corrections, is the record of the final answers", () => {
  const singles: readonly (readonly [string, readonly (Value | null)[]])[] = [
    ["direct-gevaar", ["ja", "nee"]],
    ["bel", [true]],
    ["zaak-referentie", ["K-1", "K-2", null]],
    ["vormen", [[], ["psychisch"], ["lichamelijk", "verwaarlozing"]]],
    ["tegen", ["Niets.", "Veel.\nHeel veel.", null]],
    ["vermoeden", ["ja", "nee"]],
    ["acuut", ["ja", "nee", "twijfel"]],
    ["besluit-melden", ["ja", "nee"]],
    ["afwijking-reden", ["Daarom.", "Hierom."]],
    ["afwijking-met", ["arts", "collega"]],
    ["besluit-door", ["leerkracht", "directeur"]],
    ["besluit-datum", ["2026-11-20", "2026-11-21"]],
    ["terugkijken", ["2026-12-01", null]],
  ];
  /** Final answers; some are left out. */
  const finals = fc
    .tuple(...singles.map(([q, values]) => fc.option(fc.constantFrom(...values.map((value) => ({ q, value }))), { nil: undefined })))
    .map((all) => all.flatMap((one) => one ?? []));
  const visitors = singles.map(([q, values]) => fc.constantFrom(...values.map((value) => ({ q, value }))));

  /** `shift`: how many entries were added and taken away first, so that the ids differ. */
  function lists(shift: number, corrected: boolean): readonly (readonly NewEvent[])[] {
    const junk = (q: string, value: Readonly<Record<string, Value>>): readonly NewEvent[] =>
      Array.from({ length: shift }, (_, i) => [add(q, i + 1, value), remove(q, i + 1, "dubbel")]).flat();
    const child = `betrokkenen-${String(shift + 1)}`;
    const signal = { wat: "Blauwe plek.", wie: child, datum: "2026-11-19", soort: "waarneming" };
    return [
      [
        ...junk("betrokkenen", { rol: "oom" }),
        add("betrokkenen", shift + 1, corrected ? { rol: "meisje" } : { rol: "kind", leeftijd: 8 }),
        ...(corrected ? [change("betrokkenen", shift + 1, { leeftijd: 8, rol: "kind" }, "beter")] : []),
        close("betrokkenen"),
      ],
      [...junk("signalen", { soort: "gevoel", wat: "Niets." }), add("signalen", shift + 1, signal), close("signalen")],
    ];
  }

  const withoutOrigin = (state: Case): string => markdown(state).split(`\n${LAST}\n`)[0] ?? "";

  test("apart from the last section", () => {
    const final = finals.map((answers) => answers.map(({ q, value }) => answer(q, value)));
    const scripts = final.chain((last) => {
      const known = new Set(last.map(({ body }) => ("q" in body ? body.q : "")));
      const corrected = fc.array(
        fc
          .oneof(...visitors)
          .filter(({ q }) => known.has(q))
          .map(({ q, value }) => answer(q, value)),
        { maxLength: known.size === 0 ? 0 : 12 },
      );
      return fc.record({
        last: fc.constant(last),
        first: known.size === 0 ? fc.constant([]) : corrected,
        shuffled: fc.shuffledSubarray([...last], { minLength: last.length }),
        shift: fc.nat(3),
        listsFirst: fc.boolean(),
        together: fc.boolean(),
      });
    });
    fc.assert(
      fc.property(scripts, ({ last, first, shuffled, shift, listsFirst, together }) => {
        const plain = caseOf([...last, ...lists(0, false).flat()]);
        const entries = together ? lists(shift, true).flat() : lists(shift, true).toReversed().flat();
        const wild = caseOf(listsFirst ? [...entries, ...first, ...shuffled] : [...first, ...shuffled, ...entries]);
        expect(withoutOrigin(wild)).toBe(withoutOrigin(plain));
        expect(withoutOrigin(wild)).not.toMatch(/(betrokkenen|signalen)-\d/);
      }),
      { numRuns: 300 },
    );
  });

  test("finishing and correcting afterwards changes the last section only", () => {
    const again = caseOf([
      ...REPORTED.map((event) =>
        event.type === "answered" && event.body.q === "besluit-door" ? answer("besluit-door", "stagiair") : event,
      ),
      finish("melden", met),
      answer("besluit-door", "leerkracht", "vergist"),
      finish("melden", met),
    ]);
    const plain = caseOf([...REPORTED, finish("melden", met)]);
    expect(walk(plain.chapters[0]?.flow ?? never(), plain.chapters[0]?.answers ?? new Map()).status).toBe("finished");
    expect(withoutOrigin(again)).toBe(withoutOrigin(plain));
    expect(markdown(again)).not.toBe(markdown(plain));
  });
});

function never(): never {
  throw new Error("the case has a chapter");
}
