/** Every Dutch word of the program that does not stand in flows/: one file for one language, level B1. */
import type { Refusal } from "./value.ts";

const quoted = (text: string): string => `‘${text}’`;
const listed = (words: readonly string[], last = "of"): string => (words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} ${last} ${words.at(-1) ?? ""}`);
const KINDS = {
  choice: "één keuze",
  choices: "een lijst van keuzes",
  text: "tekst",
  line: "één regel tekst",
  date: "een datum (jjjj-mm-dd)",
  number: "een heel getal",
  list: "een lijst",
  notice: "true",
  ref: "een nummer uit een andere lijst",
} as const;

export const nl = {
  quoted,
  listed,
  kinds: KINDS,

  /** The steps before step n, for texts with {stappen}. */
  stepsBefore: (n: number): string => (n <= 2 ? "stap 1" : `stap 1 tot en met ${String(n - 1)}`),
  nearest: (name: string | undefined): string => (name === undefined ? "" : ` Bedoelt u ${quoted(name)}?`),
  between: (min: number | undefined, max: number | undefined): string => {
    if (min === undefined) return `hoogstens ${String(max)}`;
    if (max === undefined) return `minstens ${String(min)}`;
    return min === max ? `precies ${String(min)}` : `van ${String(min)} tot en met ${String(max)}`;
  },

  /** Why a value is refused: what was expected. `near` is the nearest right name. */
  refusal: (refusal: Refusal, near?: string): string => {
    switch (refusal.code) {
      case "kind":
        return `Hier hoort ${KINDS[refusal.askable.kind]}.`;
      case "required":
        return "Deze vraag kunt u niet overslaan.";
      case "blank":
        return "Dit antwoord is leeg. Laat het weg als u nog geen antwoord hebt.";
      case "line-break":
        return "Dit antwoord moet op één regel passen.";
      case "date":
        return "Deze datum bestaat niet. Schrijf een datum als jjjj-mm-dd, bijvoorbeeld 2026-11-21.";
      case "bounds":
        return `Hier hoort een getal: ${nl.between(refusal.askable.min, refusal.askable.max)}.`;
      case "count":
        return `Het aantal klopt niet: ${nl.between(refusal.askable.min, refusal.askable.max)}.`;
      case "too-long":
        return `Deze tekst is te lang: hoogstens ${String(refusal.askable.maxLength)} tekens.`;
      case "option":
        return `${quoted(refusal.given)} is geen keuze. U kunt kiezen: ${listed(refusal.askable.options.map(({ id }) => id))}.${nl.nearest(near)}`;
      case "twice":
        return `${quoted(refusal.given)} staat er twee keer.`;
      case "exclusive":
        return `${quoted(refusal.given)} kan niet samen met een andere keuze.`;
      case "unknown-field":
        return `${quoted(refusal.given)} is hier onbekend. Bekend zijn: ${listed(refusal.fields, "en")}.${nl.nearest(near)}`;
      case "missing-field":
        return `Hier ontbreekt ${quoted(refusal.askable.id)}: ${KINDS[refusal.askable.kind]}.`;
      case "item-id":
        return `Hier hoort een nummer uit de lijst ${quoted(refusal.list)}, zoals ${refusal.list}-1.`;
      case "unknown-ref":
        return `${quoted(refusal.given)} staat niet in de lijst ${quoted(refusal.list)}.`;
      case "item-twice":
        return `${quoted(refusal.given)} komt twee keer voor of is eerder gebruikt. Elk nummer hoort bij één regel.`;
    }
  },

  journal: {
    notACase: "Dit bestand is geen zaak van meldcode: de eerste regel opent geen zaak.",
    openedTwice: "de zaak wordt een tweede keer geopend",
    noSuchChapter: (n: number): string => `hoofdstuk ${String(n)} is er niet`,
    noSuchQuestion: (q: string): string => `de vraag ${quoted(q)} bestaat niet`,
    noList: (q: string): string => `de vraag ${quoted(q)} is geen lijst`,
    refused: (q: string): string => `het antwoord op ${quoted(q)} past niet bij de vraag`,
    usedItem: (item: string): string => `het nummer ${item} is al eens gebruikt`,
    noSuchItem: (item: string): string => `${item} bestaat niet`,
    noReason: "een verandering na het afronden heeft geen reden",
    otherOutcome: "de uitkomst volgt niet uit de antwoorden",
    atLine: (n: number, why: string): string => `Regel ${String(n)} van de zaak klopt niet: ${why}.`,
  },

  /** What is wrong with a definition, for its author. */
  flow: {
    unknown: (id: string, near: string | undefined): string => `${quoted(id)} bestaat niet.${nl.nearest(near)}`,
    unknownOption: (id: string, q: string, near: string | undefined): string => `${quoted(id)} is geen keuze van ${quoted(q)}.${nl.nearest(near)}`,
    later: (id: string): string => `${quoted(id)} komt pas later. Een voorwaarde kijkt alleen naar eerdere vragen.`,
    circle: (id: string): string => `De norm ${quoted(id)} rust op zichzelf.`,
    fact: (id: string): string => `Het afgeleide feit ${quoted(id)} mag alleen in controles staan, niet in een voorwaarde.`,
    reserved: (id: string): string => `${quoted(id)} is een woord van de voorwaarden en kan geen vraag zijn.`,
    twice: (id: string): string => `${quoted(id)} komt twee keer voor of is hier niet toegestaan.`,
    noDate: (text: string): string => `${quoted(text)} is geen datum die bestaat.`,
    wrongTest: (q: string, kind: string): string => `Deze toets past niet bij ${quoted(q)}: daar hoort ${kind}.`,
    wrongConstant: (q: string, kind: string): string => `${quoted(q)} wordt vergeleken met iets anders dan ${kind}.`,
    otherBase: (overlay: string, wanted: string, found: string): string => `De aanpassing ${quoted(overlay)} hoort bij ${wanted}, maar het verloop is ${found}.`,
    overlayUnknown: (overlay: string, id: string): string => `De aanpassing ${quoted(overlay)} noemt ${quoted(id)}, maar dat is er niet.`,
    overlayTwice: (overlay: string, id: string): string => `De aanpassing ${quoted(overlay)} voegt ${quoted(id)} toe, maar dat is er al.`,
    notFound: (id: string, near: string | undefined): string => `Het verloop ${quoted(id)} is er niet.${nl.nearest(near)}`,
    wrong: "Een definitie klopt niet:",
  },

  /** YAML and schema faults, as the second half of `bestand:regel:kolom: …`. */
  yaml: {
    syntax: "Dit is geen geldige YAML. Kijk naar het inspringen, de dubbele punt en de aanhalingstekens.",
    twice: "Deze sleutel staat er twee keer.",
    tab: "Spring in met spaties, niet met tabs.",
    several: "Dit bestand bevat meer dan één document.",
    tooBig: "Dit bestand is te groot of te diep genest.",
    notMapping: "Hier horen sleutels met een waarde, zoals ‘acuut: nee’.",
    cannotRead: (file: string): string => `${file} kan niet worden gelezen. Bestaat het bestand?`,
    notUtf8: "Dit bestand is geen UTF-8-tekst.",
  },
  schema: {
    required: (key: string): string => `Hier ontbreekt ${quoted(key)}.`,
    unknown: (key: string): string => `${quoted(key)} hoort hier niet.`,
    type: (expected: string): string => `Hier hoort ${expected}.`,
    types: { string: "tekst", integer: "een heel getal", number: "een getal", boolean: "true of false", array: "een lijst", object: "sleutels met een waarde", null: "niets" } as Readonly<Record<string, string>>,
    oneOf: (values: readonly unknown[]): string => `Hier hoort een van: ${values.map(String).join(", ")}.`,
    shape: (pattern: string): string => `Deze tekst heeft niet de goede vorm (${pattern}).`,
    other: "Dit past niet bij wat hier hoort.",
  },

  /** Answers files. */
  answers: {
    leftOut: "Staat niet meer in het antwoordenbestand.",
    unknownKey: (key: string, near: string | undefined): string => `${quoted(key)} is geen vraag.${nl.nearest(near)}`,
    faulty: "Het antwoordenbestand klopt niet. Er is niets opgeslagen.",
    needsReason: "Deze zaak is al afgerond. Zeg met --reason waarom u antwoorden verandert. Er is niets opgeslagen.",
    replaced: "Onleesbare tekens in het antwoordenbestand zijn vervangen door \uFFFD.",
  },

  /** The template of an answers file. */
  template: {
    head: (title: string, version: string): readonly string[] => [
      `${title}, versie ${version}: antwoordenbestand`,
      "Haal het hekje weg voor wat u invult. Wat u niet invult, blijft open; null slaat een niet verplichte vraag over.",
      "Datums: jjjj-mm-dd. Een lijst is de hele lijst. Schrijf geen namen, adressen of geboortedatums.",
      "Begin: meldcode start --answers DIT-BESTAND",
    ],
    kind: (kind: keyof typeof KINDS, required: boolean): string => `${KINDS[kind]}, ${required ? "verplicht" : "mag null zijn"}`,
    when: (words: string): string => `alleen als ${words}`,
    defer: (words: string): string => `mag wachten als ${words}`,
  },

  /** Conditions in words. */
  condition: {
    and: "en",
    or: "of",
    always: "altijd",
    never: "nooit",
    not: (words: string): string => `niet (${words})`,
    asked: (q: string): string => `${quoted(q)} is beantwoord`,
    in: (q: string, values: readonly string[]): string => `${quoted(q)} is ${listed(values)}`,
    has: (q: string, option: string): string => `${quoted(q)} bevat ${option}`,
    cmp: (q: string, rel: "lt" | "lte" | "gt" | "gte" | "is", value: number | string): string => `${quoted(q)} is ${{ lt: "minder dan ", lte: "hoogstens ", gt: "meer dan ", gte: "minstens ", is: "" }[rel]}${String(value)}`,
    count: (q: string, rel: "lt" | "lte" | "gt" | "gte" | "is", value: number): string => `${quoted(q)} heeft ${{ lt: "minder dan ", lte: "hoogstens ", gt: "meer dan ", gte: "minstens ", is: "" }[rel]}${String(value)} regels`,
    some: (q: string, words: string): string => `in ${quoted(q)} een regel staat waarvoor geldt: ${words}`,
    every: (q: string, words: string): string => `voor elke regel in ${quoted(q)} geldt: ${words}`,
    norm: (id: string, is: string): string => `${id} ${{ met: "van toepassing is", "not-met": "niet van toepassing is", "not-reached": "niet bereikt is" }[is] ?? is}`,
  },

  /** The terminal: prompts, keys, the interview. */
  prompt: {},

  /** The exported record. */
  record: {},
} as const;
