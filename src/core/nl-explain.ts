/** What each code of `flow check` means, in Dutch (B1), for authors of definitions: apart from nl.ts because only `flow explain` and SARIF load it. */
import type { Code } from "./finding.ts";
import { words } from "./nl-check.ts";

export interface Explanation {
  readonly what: string;
  /** A few lines of YAML with the fault in them. */
  readonly example: string;
  readonly cure: string;
}

export const explanations: Readonly<Record<Code, Explanation>> = {
  yaml: {
    what: "Het bestand is geen geldige YAML, dus er is niets van te lezen.",
    example: "title: Eerst dit: de vragen",
    cure: "Kijk op de genoemde regel en erboven naar inspringen, aanhalingstekens en dubbele punten. Zet tekst met een dubbele punt tussen aanhalingstekens.",
  },
  vorm: {
    what: "Het bestand heeft niet de vorm van een definitie: er ontbreekt iets, er staat iets te veel, of een waarde is van de verkeerde soort.",
    example: "- id: acuut\n  kind: keuze        # bestaat niet; het is choice\n  text: Is het acuut?",
    cure: "Verander wat er staat in wat er hoort. Een editor die de schema's in schemas/ kent, vult dit aan terwijl u typt.",
  },
  "onbekende-naam": {
    what: "Er staat een naam van een vraag, norm of veld die niet bestaat.",
    example: "when: { direct-gevar: [ja] }     # de vraag heet direct-gevaar",
    cure: "Schrijf de naam zoals hij bij id staat. De naam die er het meest op lijkt, staat in de melding.",
  },
  "onbekende-keuze": {
    what: "Een voorwaarde noemt een keuze die de vraag niet heeft.",
    example: "when: { vermoeden: [jaa] }       # de keuze heet ja",
    cure: "Schrijf de keuze zoals haar id bij options staat.",
  },
  "onbekende-bron": {
    what: "Er wordt verwezen naar een bron die niet in de lijst met bronnen staat.",
    example: "sources: [NJI]                   # en onderaan staat geen bron met id NJI",
    cure: "Zet de bron onder sources, of verbeter de verwijzing.",
  },
  "latere-vraag": {
    what: "Een voorwaarde kijkt naar een vraag die pas later komt. Die is dan nog niet beantwoord, dus de voorwaarde kan niet werken.",
    example: "- { id: een, when: { twee: [ja] } }\n- { id: twee }",
    cure: "Zet de vragen in de goede volgorde, of laat de voorwaarde naar een eerdere vraag kijken. Rust een norm op een latere vraag, dan geldt hetzelfde.",
  },
  "norm-in-kring": {
    what: "Een norm rust op een norm die weer op de eerste rust.",
    example: "- { id: a, when: { norm: { b: met } } }\n- { id: b, when: { norm: { a: met } } }",
    cure: "Laat een van de twee alleen naar antwoorden kijken.",
  },
  "afgeleid-feit": {
    what: "In een voorwaarde van een verloop staat een afgeleid feit. Dat mag alleen in controles.",
    example: "when: { fact: { dagen: veel } }",
    cure: "Stel er een vraag over, of gebruik een antwoord dat er al is.",
  },
  "gereserveerd-woord": {
    what: "Een vraag of veld heet zoals een woord van de voorwaarden (all, any, not, asked, norm, fact). Een voorwaarde kan er dan niet naar kijken.",
    example: "- { id: norm, kind: choice }",
    cure: "Kies een andere id.",
  },
  dubbel: {
    what: "Dezelfde id staat er twee keer. Dan is niet duidelijk welke bedoeld is.",
    example: "- { id: acuut, kind: choice }\n- { id: acuut, kind: text }",
    cure: "Geef een van de twee een andere id, en kijk welke voorwaarden naar welke kijken.",
  },
  "geen-datum": {
    what: "Deze datum bestaat niet.",
    example: "review: 2026-02-30",
    cure: "Schrijf een dag die bestaat, als jjjj-mm-dd.",
  },
  "toets-past-niet": {
    what: "De toets past niet bij de soort vraag: een aantal bij een keuze, of een keuze bij een getal.",
    example: "when: { leeftijd: [ja] }         # leeftijd is een getal",
    cure: "Keuze: [a, b]. Meer keuzes: includes. Getal en datum: lt, lte, gt, gte, is. Lijst: count, some, every.",
  },
  "waarde-past-niet": {
    what: "Een getal wordt met een datum vergeleken, of een datum met een getal.",
    example: "when: { leeftijd: { lt: 2026-11-21 } }",
    cure: "Vergelijk met een waarde van dezelfde soort als het antwoord.",
  },
  "aanpassing-past-niet": {
    what: "Een aanpassing (overlay) hoort bij een andere versie, of noemt iets dat het verloop niet heeft.",
    example: 'base: meldcode\nbaseVersion: "2025.1"            # het verloop is 2026.11.1',
    cure: "Lees wat er in het verloop is veranderd, pas de aanpassing daarop aan, en zet dan pas de nieuwe versie erbij.",
  },
  onbereikbaar: {
    what: "Deze vraag, deze stap of dit veld kan bij geen enkele combinatie van antwoorden aan de beurt komen.",
    example:
      "- { id: a, kind: choice }                       # ja of nee\n- { id: b, when: { a: [ja] } }\n- { id: c, when: { all: [{ asked: b }, { a: [nee] }] } }",
    cure: "Kijk welke voorwaarden elkaar uitsluiten, ook via vragen ertussen. Verander er een, of haal de vraag weg.",
  },
  "keuze-onbereikbaar": {
    what: "Deze keuze kan niemand maken: het aantal dat nodig is, laat haar niet toe.",
    example: "min: 2\noptions:\n  - { id: geen, exclusive: true }   # staat altijd alleen, dus nooit twee",
    cure: "Verander min of max, of haal exclusive of de keuze weg.",
  },
  doodlopend: {
    what: "Op deze vraag past geen enkel antwoord, of er is een verwijzing nodig naar een lijst die leeg kan zijn. Wie hier komt, kan niet verder.",
    example: "- { id: leeftijd, kind: number, min: 18, max: 12 }",
    cure: "Maak min kleiner of max groter, of maak de verwijzing niet verplicht (required: false).",
  },
  "geen-uitkomst": {
    what: "Er is een combinatie van antwoorden waarbij alle vragen zijn beantwoord (of het besluit is genomen) en geen enkele uitkomst geldt.",
    example: "outcomes:\n  - { id: melden, when: { acuut: [ja] } }\n  - { id: hulp, when: { acuut: [nee] } }       # en twijfel?",
    cure: "Speel het voorbeeld na met meldcode start --oefenen, --flows en --answers. Zorg dat er voor die antwoorden precies één uitkomst is.",
  },
  "twee-uitkomsten": {
    what: "Er is een combinatie van antwoorden waarbij twee uitkomsten tegelijk gelden.",
    example: "outcomes:\n  - { id: melden, when: { acuut: [ja, twijfel] } }\n  - { id: hulp, when: { acuut: [nee, twijfel] } }",
    cure: "Speel het voorbeeld na, beslis welke uitkomst daar hoort, en sluit de andere uit.",
  },
  "uitkomst-nooit": {
    what: "Deze uitkomst kan bij geen enkele combinatie van antwoorden voorkomen.",
    example: "- { id: hulp, when: { all: [{ melden: [ja] }, { melden: [nee] }] } }",
    cure: "Kijk welke delen van de voorwaarde elkaar uitsluiten.",
  },
  "geen-regel": {
    what: "Bij sommige antwoorden wordt het besluit gevraagd, terwijl geen enkele regel zegt wat de norm daarvan vindt.",
    example: "report:\n  question: besluit\n  rules:\n    - { rule: required, when: { acuut: [ja] } }   # en bij nee?",
    cure: "Voeg een regel toe voor de antwoorden in het voorbeeld.",
  },
  "regel-nooit": {
    what: "De eerste regel die geldt, telt. Deze regel wordt nooit de eerste.",
    example: "- { rule: required, when: { acuut: [ja, twijfel] } }\n- { rule: advised, when: { acuut: [twijfel] } }",
    cure: "Zet de regel hoger, of haal hem weg.",
  },
  "norm-nooit": {
    what: "Deze norm komt nooit ter sprake, of is nooit van toepassing. Hij beslist dus niets.",
    example: "- id: meldnorm-2\n  when: { vermoeden: [nee] }\n  met: { acuut: [ja] }              # acuut wordt bij nee niet gevraagd",
    cure: "Kijk of when en met samen waar kunnen zijn. Is het met opzet, schrijf dan when: { any: [] }; dan blijft het bij een opmerking.",
  },
  "norm-altijd": {
    what: "Zodra deze norm ter sprake komt, is hij ook van toepassing. Wat bij met staat, maakt niets uit.",
    example: "when: { acuut: [ja] }\nmet: { acuut: [ja, twijfel] }",
    cure: "Kijk of when te streng is of met te ruim. Is het met opzet, schrijf dan met: { all: [] }.",
  },
  "norm-zonder-regel": {
    what: "Een norm vraagt een melding of hulp (requires). Maar bij sommige antwoorden waarbij hij geldt, zegt de eerste regel van het besluit iets anders.",
    example:
      "- { id: meldnorm-1, requires: report, … }\nreport:\n  rules:\n    - { rule: allowed, when: { vermoeden: [ja] } }       # geldt eerst\n    - { rule: required, when: { norm: { meldnorm-1: met } } }",
    cure: "Zet de regel die bij de norm hoort bovenaan, of verander requires. Bij een meldnorm moet de regel required zijn; bij een voorzorg mag advised ook.",
  },
  "nooit-waar": {
    what: "Dit deel van een voorwaarde kan nooit waar zijn: op zichzelf, of door wanneer de vragen erin worden gesteld.",
    example: "when: { any: [{ a: [ja] }, { b: [nee] }] }      # b wordt alleen gesteld als a ja is",
    cure: "Haal het deel weg, of verbeter het. Vaak is een andere vraag of een andere keuze bedoeld.",
  },
  "altijd-waar": {
    what: "Dit deel van een voorwaarde is altijd waar. Het houdt niets tegen.",
    example: "when: { vermoeden: [ja, nee, twijfel] }         # alle keuzes, en altijd gevraagd",
    cure: "Haal het weg, of verbeter het. Vaak is een andere vraag of een andere keuze bedoeld.",
  },
  overbodig: {
    what: "Dit deel verandert niets aan de hele voorwaarde: met de rest erbij is de uitkomst altijd hetzelfde.",
    example: "when: { all: [{ a: [ja] }, { b: [ja] }] }       # b wordt alleen gesteld als a ja is",
    cure: "U kunt het laten staan als het zo beter te lezen is. Anders haalt u het weg.",
  },
  "buiten-grenzen": {
    what: "Een getal of aantal wordt vergeleken met iets buiten zijn eigen grenzen (min en max). De vergelijking is dan altijd hetzelfde.",
    example: "- { id: leeftijd, kind: number, min: 0, max: 120 }\n- { id: b, when: { leeftijd: { gt: 150 } } }",
    cure: "Verander de grens in de voorwaarde, of min of max van de vraag.",
  },
  "niet-zonder-asked": {
    what: "Een voorwaarde over een vraag die niet is beantwoord, is onwaar. Met not ervoor is hij dus waar, ook als er niets is gevraagd.",
    example: "when: { not: { acuut: [ja] } }     # ook waar als acuut niet is gesteld",
    cure: "Schrijf when: { all: [{ asked: acuut }, { not: { acuut: [ja] } }] }, of noem de keuzes die u wel bedoelt.",
  },
  "niet-bewezen": {
    what: "Het narekenen werd te groot en is gestopt. Er kan hier iets mis zijn dat niet is gevonden. Daarom is het een fout.",
    example: "when: { all: [ … voorwaarden over heel veel verschillende vragen … ] }",
    cure: "Splits de voorwaarde: stel eerst een vraag die een deel samenvat, of leg dat deel vast in een norm.",
  },
  ongebruikt: {
    what: "Geen voorwaarde, norm of uitkomst kijkt naar dit antwoord. Het staat alleen in het verslag.",
    example: "- { id: aanleiding, kind: choice }   # en nergens when: { aanleiding: … }",
    cure: "Niets, als het antwoord alleen voor het verslag is. Anders mist er een voorwaarde.",
  },
  "geen-uitleg": {
    what: "Bij deze vraag staat niet wat een goed antwoord is.",
    example: "- { id: acuut, kind: choice, text: Is het acuut? }",
    cure: "Voeg help toe: wat bedoelt de vraag, en waar let iemand op?",
  },
  "geen-bron": {
    what: "Er staat niet bij waar deze vraag of norm vandaan komt.",
    example: "- { id: acuut, kind: choice, text: Is het acuut?, help: … }",
    cure: "Zet bij sources de id van een bron, en de bron zelf onderaan.",
  },
  "herziening-voorbij": {
    what: "De dag waarvoor iemand dit opnieuw met de bronnen moest vergelijken, is voorbij.",
    example: "review: 2025-05-21",
    cure: "Vergelijk met de bronnen. Verander wat nodig is, en zet dan nieuwe dagen bij checked en review.",
  },
};

export const isCode = (text: string): text is Code => Object.hasOwn(explanations, text);

/** A code with what it means, an example and the cure. */
export function explained(code: Code): string {
  const { what, example, cure } = explanations[code];
  const indented = example.split("\n").map((line) => `    ${line}`);
  return `${[code, "", what, "", `${words.explainTitles.example}:`, ...indented, "", `${words.explainTitles.cure}: ${cure}`].join("\n")}\n`;
}

/** All codes, a line each. */
export const codes = (): string =>
  Object.entries(explanations)
    .map(([code, { what }]) => `${code}: ${what}\n`)
    .join("");
