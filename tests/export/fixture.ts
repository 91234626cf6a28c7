/** A small flow with every kind of question, and cases folded from events. */
import { fold, type Case } from "../../src/core/case.ts";
import type { Event, NewEvent } from "../../src/core/event.ts";
import type { Edition, FlowSource, NormSource } from "../../src/core/formats.ts";
import type { Entry, Value } from "../../src/core/value.ts";

export const AT = "2026-11-21T14:05:00+01:00";
const options = (...ids: readonly string[]): { id: string; text: string }[] =>
  ids.map((id) => ({ id, text: `${id.slice(0, 1).toUpperCase()}${id.slice(1)}` }));

const flow: FlowSource = {
  format: 1,
  id: "meldcode",
  version: "1.0",
  title: "Meldcode proef",
  checked: "2026-11-01",
  review: "2027-11-01",
  steps: [
    {
      id: "vooraf",
      title: "Eerst dit",
      questions: [
        { id: "direct-gevaar", kind: "choice", text: "Gevaar?", label: "Direct gevaar", options: options("ja", "nee") },
        { id: "bel", kind: "notice", text: "Bel 112.", label: "Bel 112", when: { "direct-gevaar": ["ja"] } },
        { id: "zaak-referentie", kind: "line", text: "Kenmerk?", label: "Kenmerk", required: false },
        {
          id: "betrokkenen",
          kind: "list",
          item: "betrokkene",
          text: "Wie?",
          label: "Betrokkenen",
          fields: [
            { id: "rol", kind: "line", text: "Rol?", label: "Rol" },
            { id: "leeftijd", kind: "number", text: "Leeftijd?", label: "Leeftijd", unit: "jaar", required: false },
          ],
        },
      ],
    },
    {
      id: "stap-1",
      number: 1,
      title: "Signalen",
      questions: [
        {
          id: "signalen",
          kind: "list",
          item: "signaal",
          text: "Signalen?",
          label: "Signalen",
          groupBy: "soort",
          happened: "datum",
          sources: ["B-2"],
          fields: [
            {
              id: "soort",
              kind: "choice",
              text: "Soort?",
              label: "Soort",
              options: options("waarneming", "uitspraak", "oordeel", "gevoel"),
            },
            { id: "van-wie", kind: "line", text: "Van wie?", label: "Van wie", when: { soort: ["uitspraak"] } },
            { id: "wat", kind: "text", text: "Wat?", label: "Wat" },
            { id: "wie", kind: "ref", to: "betrokkenen", text: "Over wie?", label: "Over wie", required: false },
            { id: "datum", kind: "date", text: "Wanneer?", label: "Datum", required: false },
            { id: "terug-op", kind: "date", text: "Terug op?", label: "Terug op", required: false, agenda: "Kom hierop terug" },
          ],
        },
        {
          id: "vormen",
          kind: "choices",
          text: "Vormen?",
          label: "Vormen",
          options: options("psychisch", "lichamelijk", "verwaarlozing"),
          min: 0,
        },
        {
          id: "tegen",
          kind: "text",
          text: "Wat spreekt ertegen?",
          label: "Wat ertegen spreekt",
          required: false,
          defer: { "direct-gevaar": ["ja"] },
        },
      ],
    },
    {
      id: "stap-4",
      number: 4,
      title: "Wegen",
      questions: [
        { id: "vermoeden", kind: "choice", text: "Vermoeden?", label: "Vermoeden", options: options("ja", "nee"), sources: ["B-1"] },
        {
          id: "acuut",
          kind: "choice",
          text: "Acuut?",
          label: "Acute onveiligheid",
          options: options("ja", "nee", "twijfel"),
          when: { vermoeden: ["ja"] },
        },
      ],
    },
    {
      id: "stap-5",
      number: 5,
      title: "Beslissen",
      questions: [
        {
          id: "besluit-melden",
          kind: "choice",
          text: "Meldt u?",
          label: "Besluit over melden",
          options: options("ja", "nee"),
          when: { vermoeden: ["ja"] },
        },
        {
          id: "afwijking-reden",
          kind: "text",
          text: "Waarom?",
          label: "Reden van de afwijking",
          when: { all: [{ norm: { "meldnorm-1": "met" } }, { "besluit-melden": ["nee"] }] },
        },
        { id: "afwijking-met", kind: "line", text: "Met wie?", label: "Besproken met", when: { asked: "afwijking-reden" } },
        { id: "besluit-door", kind: "line", text: "Wie?", label: "Besluit genomen door" },
        { id: "besluit-datum", kind: "date", text: "Wanneer?", label: "Datum van het besluit" },
        {
          id: "taken",
          kind: "list",
          item: "taak",
          text: "Taken?",
          label: "Taken",
          when: { acuut: ["twijfel"] },
          fields: [
            { id: "wie", kind: "ref", to: "betrokkenen", text: "Wie?", label: "Wie", required: false },
            { id: "klaar", kind: "date", text: "Klaar?", label: "Klaar op", agenda: "Taak klaar" },
          ],
        },
        { id: "terugkijken", kind: "date", text: "Terugkijken?", label: "Terugkijken op", agenda: "Kijk terug", required: false },
      ],
    },
  ],
  decision: {
    questions: ["besluit-melden", "afwijking-reden", "besluit-door", "besluit-datum"],
    by: "besluit-door",
    on: "besluit-datum",
    departure: ["afwijking-reden", "afwijking-met"],
    report: {
      question: "besluit-melden",
      rules: [
        { rule: "required", when: { norm: { "meldnorm-1": "met" } }, text: "Norm." },
        { rule: "advised", when: { norm: { voorzorg: "met" } }, text: "Voorzorg." },
        { rule: "allowed", when: { vermoeden: ["ja"] }, text: "Mag." },
        { rule: "not-required", when: { vermoeden: ["nee"] }, text: "Niet." },
      ],
    },
    help: {
      question: "besluit-melden",
      rules: [
        { rule: "allowed", when: { vermoeden: ["ja"] }, text: "Mag." },
        { rule: "not-required", when: { vermoeden: ["nee"] }, text: "Niet." },
      ],
    },
  },
  outcomes: [
    { id: "melden", when: { "besluit-melden": ["ja"] }, title: "Melden", text: "Er wordt gemeld.", report: true, help: false },
    {
      id: "niet-melden",
      when: { "besluit-melden": ["nee"] },
      title: "Niet melden",
      text: "Er wordt niet gemeld.",
      report: false,
      help: null,
    },
    { id: "afsluiten", when: { vermoeden: ["nee"] }, title: "Afsluiten", text: "Geen vermoeden.", report: false, help: false },
  ],
  sources: [
    { id: "B-1", title: "Bron een", place: "voorbeeld.nl/een", read: "2026-11-01" },
    { id: "B-2", title: "Bron twee", read: "2026-11-02", unverified: true },
    { id: "B-3", title: "Bron drie", read: "2026-11-03" },
  ],
};

const about = { why: "Daarom.", sources: ["B-1"], checked: "2026-11-01", review: "2027-11-01" } as const;
const norms: readonly NormSource[] = [
  {
    id: "meldnorm-1",
    class: "meldnorm",
    title: "Meldnorm 1",
    text: "Meld bij acute onveiligheid.",
    requires: "report",
    when: { vermoeden: ["ja"] },
    met: { acuut: ["ja"] },
    ...about,
  },
  {
    id: "voorzorg",
    class: "voorzorg",
    title: "Voorzorg bij twijfel",
    text: "Meld bij twijfel.",
    requires: "report",
    when: { norm: { "meldnorm-1": "not-met" } },
    met: { acuut: ["twijfel"] },
    ...about,
  },
];

export const edition: Edition = { flow, norms, overlays: [] };

/** Events about chapter 1, each a line of its own with the clock standing still unless `at` says otherwise. */
export function caseOf(steps: readonly NewEvent[], exercise = false, at: (n: number) => string = () => AT): Case {
  const opened: NewEvent = { type: "opened", ch: 0, body: { format: 1, app: "0.1.0", id: "2026-11-21-k7q2f9", exercise } };
  const begun: NewEvent = {
    type: "begun",
    ch: 1,
    body: { flow: edition.flow.id, version: edition.flow.version, sector: "algemeen", editionHash: "e".repeat(64), given: {}, edition },
  };
  return fold([opened, begun, ...steps].map((step, i): Event => ({ ...step, n: i + 1, at: at(i + 1), hash: `hash-${String(i + 1)}` })));
}

export const answer = (q: string, value: Value | null, reason?: string): NewEvent => ({
  type: "answered",
  ch: 1,
  body: reason === undefined ? { q, value } : { q, value, reason },
});
export const add = (q: string, n: number, value: Entry): NewEvent => ({
  type: "added",
  ch: 1,
  body: { q, item: `${q}-${String(n)}`, value },
});
export const change = (q: string, n: number, value: Entry, reason?: string): NewEvent => ({
  type: "changed",
  ch: 1,
  body: { q, item: `${q}-${String(n)}`, value, ...(reason === undefined ? {} : { reason }) },
});
export const remove = (q: string, n: number, reason: string): NewEvent => ({
  type: "removed",
  ch: 1,
  body: { q, item: `${q}-${String(n)}`, reason },
});
export const close = (q: string): NewEvent => ({ type: "closed", ch: 1, body: { q } });
export const finish = (outcome: string, states: Readonly<Record<string, "met" | "not-met" | "not-reached">>): NewEvent => ({
  type: "finished",
  ch: 1,
  body: { outcome, norms: states },
});

/** A whole case: danger, one child, one statement, a report. */
export const REPORTED: readonly NewEvent[] = [
  answer("direct-gevaar", "nee"),
  answer("zaak-referentie", "K-14"),
  add("betrokkenen", 1, { rol: "kind", leeftijd: 8 }),
  add("betrokkenen", 2, { rol: "moeder" }),
  close("betrokkenen"),
  add("signalen", 1, {
    soort: "uitspraak",
    "van-wie": "leerling",
    wat: "‘Ik wil niet naar huis.’\n\nZij huilde.",
    wie: "betrokkenen-1",
    datum: "2026-11-20",
  }),
  add("signalen", 2, { soort: "waarneming", wat: "Blauwe plek op de arm.", datum: "2026-11-21", "terug-op": "2026-12-01" }),
  close("signalen"),
  answer("vormen", ["psychisch", "lichamelijk"]),
  answer("tegen", null),
  answer("vermoeden", "ja"),
  answer("acuut", "ja"),
  answer("besluit-melden", "ja"),
  answer("besluit-door", "leerkracht"),
  answer("besluit-datum", "2026-11-21"),
  answer("terugkijken", "2026-11-28"),
];
