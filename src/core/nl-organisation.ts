/** Dutch words about the organisation and its sector: a part of the messages of nl.ts, apart because little else loads it. Level B1. */
import type { SectorSource } from "./formats.ts";

/** How sectors are called; the overlays in flows/sectoren/ have the same titles. */
const SECTOR_TITLES: Readonly<Record<SectorSource, string>> = {
  artsen: "Artsen",
  tandartsen: "Tandartsen",
  onderwijs: "Onderwijs en leerplicht",
  kinderopvang: "Kinderopvang",
  psychologen: "Psychologen, pedagogen en (psycho)therapeuten",
  "sociaal-werk": "Sociaal werk, wijkteam, jeugdhulp en jeugdbescherming",
  paramedici: "Paramedici",
  verpleegkundigen: "Verpleegkundigen en verzorgenden",
  verloskundigen: "Verloskundigen en kraamzorg",
  jeugdgezondheidszorg: "Jeugdgezondheidszorg",
  ggz: "Geestelijke gezondheidszorg (ggz)",
  justitie: "Justitie: gevangeniswezen (DJI), reclassering en Halt",
  anders: "Anders: het algemene kader",
};

/** What a profile says in one line, in the order in which it is asked. */
const FIELDS = [
  { id: "naam", text: "Hoe heet uw organisatie?", label: "Naam", help: "De naam komt in elk verslag. U mag dit overslaan." },
  {
    id: "eindverantwoordelijke",
    text: "Wie beslist bij u uiteindelijk over een melding? Noem de functie.",
    label: "Eindverantwoordelijk voor het besluit",
    help: "Elke organisatie moet dit aanwijzen (Besluit verplichte meldcode, artikel 2). Schrijf de functie zoals in een zin: ‘de directeur’. Geen naam.",
  },
  {
    id: "aandachtsfunctionaris",
    text: "Wie is bij u de aandachtsfunctionaris? Noem de functie.",
    label: "Aandachtsfunctionaris",
    help: "Schrijf de functie zoals in een zin: ‘de intern begeleider’. Geen naam. Is er geen, sla dit dan over.",
  },
  {
    id: "leidinggevende",
    text: "Welke leidinggevende kijkt mee bij een besluit? Noem de functie.",
    label: "Leidinggevende",
    help: "Schrijf de functie zoals in een zin: ‘de teamleider’. Geen naam.",
  },
  {
    id: "veilig-thuis",
    text: "Hoe heet Veilig Thuis in uw regio?",
    label: "Veilig Thuis",
    help: "Bijvoorbeeld: Veilig Thuis en de naam van uw regio.",
  },
  {
    id: "telefoon",
    text: "Heeft dat Veilig Thuis een eigen nummer?",
    label: "Telefoon",
    help: "Alleen cijfers, spaties en streepjes. 0800-2000 werkt altijd. Is er geen eigen nummer, sla dit dan over.",
  },
] as const;

export const words = {
  sectors: SECTOR_TITLES,
  fields: FIELDS,
  sectorMenu: {
    title: "In welke sector werkt u? Dit wordt één keer gevraagd.",
    label: "Sector",
    place: "",
    lines: [],
    help: "De vijf afwegingen zijn overal gelijk. Wat verschilt: wie beslist, wat u eerst moet doen, hoe twijfel telt, en de woorden. Staat uw beroep er niet bij, of weet u het niet? Kies dan Anders: u volgt het algemene kader.",
    options: Object.entries(SECTOR_TITLES).map(([id, text]) => ({ id, text })),
    unready: true as const,
  },
  /** The smallest profile. */
  remember: (sector: string): string => `# Het profiel van uw organisatie. Meer invullen: meldcode organisation init\nsector: ${sector}\n`,
  remembered: (path: string): string => `Uw sector staat nu in ${path}. Daar kunt u hem veranderen.`,

  exists: (path: string): string =>
    `${path} is er al. Vul het zelf aan, of vul het aan met --force: wat er staat blijft, behalve uitleg achter een hekje.`,
  needsSector: `Noem de sector met --sector. U kunt kiezen: ${Object.keys(SECTOR_TITLES).join(", ")}.`,
  badValue: (option: string): string =>
    `${option} past hier niet: geen accolades, en bij een telefoonnummer alleen cijfers, spaties en streepjes.`,
  stopped: "Gestopt. Er is niets veranderd.",
  regional: "Veilig Thuis",
  made: (path: string): string => `Het profiel van uw organisatie staat in ${path}.`,
  stillLacks: (what: string): string => `Nog niet ingevuld: ${what}`,
  head: "# Het profiel van uw organisatie. Functies, geen namen van personen.",
  tail: `
# Ook mogelijk:
# verwijsindex: { naam: "de verwijsindex van uw regio" }   # alleen als u hem gebruikt
# sociale-kaart: "de sociale kaart van uw gemeente"
# bewaartermijn: "20 jaar na het einde van de hulp"
# aanvullingen: eigen.yaml          # eigen vragen: een aanpassing met extends: en uw sector
# vragenlijsten: eigen              # een map met eigen vragenlijsten, naast of in plaats van die van meldcode
# meldcode:                         # de veertien punten van meldcode organisation check
#   - { punt: 1, stand: deels, datum: 2026-12-01, eigenaar: "de directeur", toelichting: "wordt herzien" }
`,

  /** The fourteen points of an own meldcode. */
  points: [
    "De meldcode is vastgesteld, met een datum en een dag voor de volgende herziening.",
    "Alle vijf stappen staan erin, en per groep medewerkers wie wat doet.",
    "Er staat wie eindverantwoordelijk is voor het besluit om wel of niet te melden, en wie vervangt.",
    "Het afwegingskader van het eigen beroep staat erin, en bekend is in welke stap afweging 1 staat.",
    "De instructie voor de kindcheck is compleet: ook zwangerschap en kinderen die ergens anders wonen.",
    "Bij bijzondere vormen van geweld staat wie er gebeld wordt.",
    "Vertrouwelijke gegevens: waar zij staan, wie ze leest, hoe lang, en hoe ze worden vernietigd.",
    "De verwijsindex: of uw organisatie hem gebruikt.",
    "Medewerkers kennen de code: hoe blijkt dat, nieuwe medewerkers, elk jaar scholing.",
    "Er is een aandachtsfunctionaris, met uren en vervanging.",
    "Het gebruik is bekend: hoe vaak begonnen, advies gevraagd, gemeld, en waarom niet gemeld.",
    "Na een melding: wie betrokken blijft, wie volgt, en het afgesproken einde (afschalen).",
    "Er is een aparte route bij een vermoeden over eigen medewerkers.",
    "Er wordt geleerd: zaken zijn besproken, en wat is veranderd.",
  ],
  inProfile: (key: string): string => `In het profiel ingevuld (${key}).`,
  notInProfile: (key: string): string => `Het profiel noemt dit niet (${key}).`,
  notSaid: "Nog niet beoordeeld.",
  lacks: {
    naam: "de naam van de organisatie",
    eindverantwoordelijke: "wie eindverantwoordelijk is voor het besluit (Besluit verplichte meldcode, artikel 2 lid 1b)",
    aandachtsfunctionaris: "de aandachtsfunctionaris",
    leidinggevende: "de leidinggevende die meekijkt (Besluit verplichte meldcode, artikel 2 lid 1b: wie doet wat)",
    "veilig-thuis": "Veilig Thuis in uw regio",
    bewaartermijn: "hoe lang uw organisatie haar dossier bewaart (Besluit verplichte meldcode, artikel 2 lid 1f: vertrouwelijke gegevens)",
  },
  boardTitle: (name: string): string => `De meldcode van ${name}: veertien punten`,
  noName: "uw organisatie",
  boardMade: (date: string, sector: string): string => `Gemaakt op ${date}. Sector: ${sector}.`,
  boardCount: (yes: number, partly: number, no: number): string => `Ja: ${String(yes)}. Deels: ${String(partly)}. Nee: ${String(no)}.`,
  columns: ["Nr", "Punt", "Stand", "Datum", "Eigenaar", "Toelichting"],
  late: "(voorbij)",
  lackingTitle: "Wat in het profiel nog ontbreekt",
  boardSource:
    "De lijst is samengesteld uit het Besluit verplichte meldcode (artikel 2) en wat inspecties naar buiten brachten. Het is geen toetsingskader van een inspectie.",
};
