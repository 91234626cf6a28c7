/** The Dutch words of the agenda: a part of the messages of nl.ts, apart because nothing else loads it. Level B1. */
import { visible } from "./visible.ts";

/** What a row calls it. None of them tells what a case is about. */
const KINDS = {
  afspraak: "afspraak nakijken",
  actie: "iets doen",
  gesprek: "gesprek",
  navragen: "navragen",
  terugkijken: "terugkijken",
  bewaren: "einde van de bewaartermijn hier",
} as const;

const days = (count: number): string => (count === 1 ? "1 dag" : `${String(count)} dagen`);

const WEEKDAYS = ["zo", "ma", "di", "wo", "do", "vr", "za"];

export const words = {
  reading: "Er worden veel zaken gelezen. De volgende keer gaat dat sneller.",
  none: (folder: string): string => `Er staat niets in de agenda van de zaken in ${folder}.`,
  /** 2026-11-20 -> "vr 20-11-2026" */
  date: (date: string): string => `${WEEKDAYS[new Date(`${date}T00:00:00Z`).getUTCDay()] ?? ""} ${date.split("-").toReversed().join("-")}`,
  /** @param late how many days ago it was */
  when: (late: number): string => (late === 0 ? "vandaag" : late > 0 ? `${days(late)} te laat` : `over ${days(-late)}`),
  what: (
    kind: keyof typeof KINDS,
    term: { readonly count: number; readonly unit: "workdays" | "weeks" } | undefined,
    exercise: boolean,
  ): string =>
    KINDS[kind] +
    (term === undefined ? "" : ` (na ${String(term.count)} ${term.unit === "weeks" ? "weken" : "werkdagen"})`) +
    (exercise ? ", oefening" : ""),
  undated: "zonder dag".padEnd(13),
  /** What a decision did not wait for; it has no day, and closing waits for it. */
  deferred: (count: number, exercise: boolean): string =>
    `nog ${count === 1 ? "1 vraag die kon" : `${String(count)} vragen die konden`} wachten${exercise ? ", oefening" : ""}`,
  times: (row: string, count: number): string => (count === 1 ? row : `${row}, ${String(count)} keer`),
  later: (count: number): string => (count === 1 ? "Later staat er nog 1 datum." : `Later staan er nog ${String(count)} data.`),
  stays:
    "Een datum blijft staan tot u in de zaak opschrijft wat er daarna gebeurde, of de datum verandert. Typ meldcode resume met het kenmerk.",
  terms:
    "Een termijn met weken of werkdagen heeft een ander, zoals Veilig Thuis. Kijk dan of u iets hoorde. Werkdagen zijn hier geen zaterdag, zondag of feestdag uit de Algemene termijnenwet.",
  unread: (count: number): string =>
    `${count === 1 ? "1 zaak kon" : `${String(count)} zaken konden`} niet worden gelezen. Data daarin ontbreken hier.`,
  written: (count: number, path: string): string =>
    `${count === 1 ? "1 afspraak staat" : `${String(count)} afspraken staan`} in ${path}. Oefeningen staan er niet in. Lees het bestand in met uw agenda; doe dat later opnieuw, dan schuiven de afspraken mee.`,
  subject: "afspraak",
  noDays: "Noem een heel getal van 0 tot en met 3650 bij --days.",
  noSubject: "Het onderwerp is leeg of langer dan 100 tekens.",
  onlyIcs: "--onderwerp en --force horen bij --ics.",
  telling: (word: string): string =>
    `In dit onderwerp staat ${visible(`‘${word}’`)}. Anderen kunnen een agenda lezen. Kies een onderwerp dat niets over de zaak zegt, bijvoorbeeld ‘afspraak’.`,
  /** Parts of words that tell a reader of the calendar what it is about; letters only. */
  tells: [
    "veilig",
    "geweld",
    "mishandel",
    "misbruik",
    "verwaarlo",
    "onthulling",
    "meldcode",
    "meldnorm",
    "slachtoffer",
    "dader",
    "pleger",
    "kindcheck",
    "eerwraak",
    "besnijdenis",
    "huisverbod",
    "kinderbescherming",
  ],
  /** The same, where they are a word by themselves. */
  tellsAlone: ["vt", "hgkm"],
  /** To paste in an appointment that others may read: a question about safety that does not say so. */
  reminder: (id: string): string =>
    [
      `Vooraf: lees ${id} na.`,
      "Vraag in dit contact:",
      "- Wat is er sinds de vorige keer gebeurd? Wie deed wat, hoe vaak, en wat was het gevolg?",
      "- Hoe gaat het met ieder die erbij hoort? Wie hebben wij niet gezien of gesproken?",
      "- Wat is er met de afspraken gedaan? Welke moet anders?",
      "Schrijf het dezelfde dag op.",
    ].join("\n"),
  aboutReminder: "Dit is: vraag naar de veiligheid, in elk contact. De tekst noemt dat woord niet, omdat anderen uw agenda kunnen lezen.",
};
