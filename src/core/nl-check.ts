/** The Dutch words of `flow check`, for authors of definitions: a part of the messages of nl.ts, apart because nothing else loads it. Level B1. */
import type { Code, Severity } from "./finding.ts";
import { nl } from "./nl.ts";

const { quoted, capital } = nl;

/** A text that says something, in examples. */
const sentence = "Een zin die iets zegt.";
const question = (q: string): string => `de vraag ${quoted(q)}`;

export const words = {
  sentence,
  /** What a question, step or field is called in the texts below. */
  question,
  step: (id: string): string => `de stap ${quoted(id)}`,
  field: (id: string, list: string): string => `het veld ${quoted(id)} van ${quoted(list)}`,
  outcome: (id: string): string => `de uitkomst ${quoted(id)}`,
  outcomes: "dat er precies één uitkomst is",
  rules: "dat er een regel is",

  unreachable: (thing: string): string => `${capital(thing)} komt nooit aan de beurt: deze voorwaarde kan niet waar zijn.`,
  unreachableOption: (option: string, q: string): string =>
    `Niemand kan ${quoted(option)} kiezen bij ${quoted(q)}: min, max of exclusive staan dat niet toe.`,
  unanswerable: (thing: string): string => `Op ${thing} past geen enkel antwoord. Kijk naar min en max.`,
  nothingToRefer: (list: string, field: string, target: string): string =>
    `Hier loopt het verloop vast: ${quoted(list)} vraagt minstens één regel, die verwijst met ${quoted(field)} naar ${quoted(target)}, en die lijst kan leeg zijn.`,
  nobodyToRefer: (field: string, target: string): string =>
    `Bij ${quoted(field)} is nooit iemand of iets te kiezen: except laat alles uit ${quoted(target)} weg.`,
  noOutcome: "Bij deze antwoorden past geen enkele uitkomst.",
  twoOutcomes: (first: string, second: string): string =>
    `Bij deze antwoorden gelden twee uitkomsten: ${quoted(first)} en ${quoted(second)}.`,
  outcomeNever: (id: string): string => `De uitkomst ${quoted(id)} komt nooit voor: deze voorwaarde kan niet waar zijn.`,
  noRule: (q: string): string =>
    `${capital(question(q))} wordt gesteld, maar bij deze antwoorden is er geen regel die zegt wat de norm vraagt.`,
  check: (id: string): string => `het aandachtspunt ${quoted(id)}`,
  checkNever: (id: string): string => `Het aandachtspunt ${quoted(id)} wordt nooit genoemd: deze voorwaarde kan niet waar zijn.`,
  checkAlways: (id: string): string => `Het aandachtspunt ${quoted(id)} wordt altijd genoemd: niemand kan eraan voldoen.`,
  checkUnproven: (id: string, raised: boolean): string =>
    `Dit is niet bewezen: er is geen antwoord gevonden waarbij het aandachtspunt ${quoted(id)} ${raised ? "wordt genoemd" : "wegblijft"}.`,
  ruleNever: (n: number, conditions: string): string =>
    `Regel ${String(n)} komt nooit aan de beurt: er gaat altijd een eerdere regel voor, of ${conditions} kan niet.`,
  normNeverReached: (id: string): string => `De norm ${quoted(id)} komt nooit ter sprake: zijn ‘when’ kan niet waar zijn.`,
  normNeverMet: (id: string): string =>
    `De norm ${quoted(id)} is nooit van toepassing: zijn ‘met’ kan niet waar zijn als hij ter sprake komt.`,
  normAlwaysMet: (id: string): string =>
    `De norm ${quoted(id)} is altijd van toepassing zodra hij ter sprake komt: zijn ‘met’ beslist niets.`,
  onPurpose: " Dat staat er met opzet zo (een lege any of all).",
  never: (condition: string): string => `Dit kan nooit waar zijn: ${condition}.`,
  always: (condition: string): string => `Dit is altijd waar: ${condition}.`,
  alwaysDeferred: (q: string): string =>
    `${capital(question(q))} mag altijd wachten tot na het besluit: deze voorwaarde is dan altijd waar.`,
  needless: (condition: string): string => `Dit maakt geen verschil naast de rest van de voorwaarde: ${condition}.`,
  outsideNever: (condition: string, between: string): string =>
    `Dit kan nooit waar zijn: ${condition}. Het antwoord ligt altijd binnen de grenzen: ${between}.`,
  outsideAlways: (condition: string, between: string): string =>
    `Dit is altijd waar: ${condition}. Het antwoord ligt altijd binnen de grenzen: ${between}.`,
  silent: (q: string): string =>
    `Deze ‘not’ is ook waar als ${quoted(q)} niet is beantwoord (niet gesteld, overgeslagen of uitgesteld). Zet er ‘asked: ${q}’ naast, in een all.`,
  notProven: (what: string): string => `Dit is niet bewezen: ${what} hangt van te veel af om na te rekenen.`,
  notProvenFurther: "Dit is niet bewezen. Er was al te veel dat niet na te rekenen is; wat hierna komt, is ook niet nagekeken.",
  tooDeep: "Dit bestand is te diep genest om na te kijken.",
  unused: (q: string): string => `Het antwoord op ${quoted(q)} komt alleen in het verslag: geen voorwaarde en geen norm kijkt ernaar.`,
  noHelp: (q: string): string => `${capital(question(q))} heeft geen uitleg (help).`,
  noSource: (thing: string): string => `${capital(thing)} noemt geen bron (sources).`,
  norm: (id: string): string => `de norm ${quoted(id)}`,
  unruled: (id: string, key: string, rules: readonly string[]): string =>
    `De norm ${quoted(id)} geldt bij deze antwoorden, maar de eerste regel van decision.${key} die geldt, is niet ${rules.join(" of ")}.`,
  reviewPassed: (date: string): string => `Dit moest voor ${nl.date(date)} opnieuw met de bronnen zijn vergeleken.`,

  severity: { error: "fout", warning: "waarschuwing", note: "opmerking" } satisfies Record<Severity, string>,
  line: (place: string, severity: Severity, text: string, code: Code): string => `${place}: ${words.severity[severity]}: ${text} [${code}]`,
  example: "Antwoorden die dit laten zien:",
  exampleHead: "# meldcode start --oefenen --flows MAP --flow ID --answers DIT-BESTAND",
  clean: (files: number): string => `${count(files, "bestand", "bestanden")} nagekeken: niets gevonden.`,
  summary: (files: number, errors: number, warnings: number, notes: number): string =>
    `${count(files, "bestand", "bestanden")} nagekeken: ${count(errors, "fout", "fouten")}, ${count(warnings, "waarschuwing", "waarschuwingen")}, ${count(notes, "opmerking", "opmerkingen")}.`,
  unproven: "Wat de voorwaarden samen doen, wordt pas nagerekend als de fouten hierboven weg zijn.",
  explainHint: "Uitleg bij een code: meldcode flow explain CODE",
  noBase: (base: string, near: string | undefined): string =>
    `Het verloop ${quoted(base)} waar deze aanpassing bij hoort, is er niet.${nl.nearest(near)}`,
  noCare: (id: string, near: string | undefined): string =>
    `Het bestand met regels voor zorgvuldigheid ${quoted(id)} is er niet.${nl.nearest(near)}`,
  noNorms: (id: string, near: string | undefined): string => `Het bestand met normen ${quoted(id)} is er niet.${nl.nearest(near)}`,
  with: "Met de aanpassing",
  withOverlay: (id: string): string => `${words.with} ${quoted(id)} is dat zo; zonder niet.`,
  noDefinition:
    "Dit is geen verloop (steps), en ook geen bestand met normen (norms), een aanpassing (base), oefenzaken (cases) of bewaartermijnen (terms).",
  unknownCode: (code: string, near: string | undefined): string => `De code ${quoted(code)} bestaat niet.${nl.nearest(near)}`,
  wrongToday: (text: string): string => `--today is geen datum: ${quoted(text)}. Schrijf hem als 2026-11-21.`,
  explainTitles: { example: "Voorbeeld", cure: "Wat u doet" },
};

const count = (n: number, one: string, more: string): string => `${String(n)} ${n === 1 ? one : more}`;
