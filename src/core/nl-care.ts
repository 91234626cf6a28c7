/** Dutch words about care: a part of the messages of nl.ts, apart because little else loads it. Level B1. */
import type { Askable } from "./flow.ts";
import type { SeveritySource } from "./formats.ts";
import { nl } from "./nl.ts";

const { quoted } = nl;

const GROUPS: Readonly<Record<SeveritySource, string>> = { ernstig: "Ernstig", aandacht: "Aandacht", tip: "Tip" };

/** The name of a finding, and how long a reason may be. */
const reason: Askable = {
  ...nl.interview.reason,
  id: "reden-zo-laten",
  kind: "text",
  text: "Waarom laat u dit zo? Uw reden komt in het verslag.",
  label: "Uw reden",
  help: "Noem feiten, zodat een ander het kan volgen. Wie besloot dit met u? U kunt dit niet veranderen, wel later een nieuwe reden schrijven.",
  maxLength: 2000,
};

export const words = {
  reason,
  group: (severity: SeveritySource): string => GROUPS[severity],
  /** Who gives a reason while nobody says who decides. */
  by: "de professional die dit invult",
  leave: (text: string): string => `Zo laten, en schrijven waarom: ${text}`,
  soFar: "Kijk hier nog eens naar. U beslist zelf of het zo goed is:",
  inFile: (key: string, rule: string): string =>
    `Laat u iets zo? Schrijf in het antwoordenbestand waarom, bijvoorbeeld: ${key}: { ${rule}: … }. Dat komt in het verslag.`,
  unknownRule: (id: string, near: string | undefined): string => `Er is geen regel ${quoted(id)}.${nl.nearest(near)}`,
  noReasons: "Hier hoort bij elke regel een reden, bijvoorbeeld: geen-collega: Er was die dag geen collega.",
  noReason: "Schrijf een reden, in 2000 tekens of minder.",
  unused: (ids: readonly string[]): string =>
    `Niet opgeschreven, want hier is nu niets blijven liggen: ${ids.map(quoted).join(", ")}. Uw reden bij deze regels staat niet in de zaak.`,
  template: {
    title: "===== Zo laten, met een reden =====",
    about: [
      "Blijft er na uw antwoorden iets liggen? Dan kunt u hier per regel schrijven waarom u dat zo laat.",
      "Het komt in het verslag. Wat niet is blijven liggen, wordt niet opgeschreven.",
    ],
  },
  check: {
    title: (chapter: number, flow: string): string => `Hoofdstuk ${String(chapter)}: ${flow}`,
    why: (why: string): string => `Waarom: ${why}`,
    mend: (label: string, id: string): string => `Vraag: ${quoted(label)} (${id})`,
    sources: (titles: readonly string[]): string => `Bron: ${titles.join("; ")}`,
    reason: (text: string, day: string, by: string): string => `Uw reden (${day}, ${by}): ${text}`,
    pending: (ids: readonly string[], count: number): string =>
      `Nog niet te beoordelen, want er ${count === 1 ? "is 1 vraag" : `zijn ${String(count)} vragen`} open: ${ids.join(", ")}.`,
    none: "Niets gevonden.",
    noRules: "Bij dit hoofdstuk horen geen regels.",
    end: (serious: number, other: number): string =>
      serious === 0
        ? `Er staat niets ernstigs open.${other === 0 ? "" : ` Kijk nog eens naar ${String(other)} ${other === 1 ? "punt" : "punten"}.`} U beslist.`
        : `Er ${serious === 1 ? "staat 1 ernstig punt" : `staan ${String(serious)} ernstige punten`} open. Een reden erbij sluit een punt niet. U beslist.`,
  },
  record: {
    title: "Wat zo is gelaten",
    reason: "Reden",
    by: "Wie gaf deze reden",
    at: "Opgeschreven",
    mended: (text: string): string => `${text} (Dit staat nu niet meer open.)`,
  },
};
