/** Every Dutch word of the program that does not stand in flows/: one file for one language, level B1. */
import type { Pivot } from "./because.ts";
import type { Consequence } from "./consequence.ts";
import type { Goal } from "./coverage.ts";
import { longDate, longMoment } from "./date.ts";
import type { DayKind } from "./day.ts";
import type { Askable } from "./flow.ts";
import type { FrameworkSource, KeepSource, ReferenceSource, TermSource } from "./formats.ts";
import type { Change } from "./flip.ts";
import type { Difference } from "./scenario.ts";
import type { Refusal } from "./value.ts";

const quoted = (text: string): string => `‘${text}’`;
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
const listed = (words: readonly string[], last = "of"): string =>
  words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} ${last} ${words.at(-1) ?? ""}`;
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

/** Words that belong together, made when the first of them is asked for: making them all is felt at the start of a command. */
function once<const T>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}

/** Words for names that come from outside: there may be none. */
const byName = <T = string>(words: Readonly<Record<string, T>>): Readonly<Record<string, T>> => words;

const journal = once(() => ({
  notACase: "Dit bestand is geen zaak van meldcode: de eerste regel opent geen zaak.",
  openedTwice: "de zaak wordt een tweede keer geopend",
  begunTwice: (n: number): string => `hoofdstuk ${String(n)} kan niet opnieuw beginnen`,
  noSuchChapter: (n: number): string => `hoofdstuk ${String(n)} is er niet`,
  noSuchQuestion: (q: string): string => `de vraag ${quoted(q)} bestaat niet`,
  noList: (q: string): string => `de vraag ${quoted(q)} is geen lijst`,
  refused: (q: string): string => `het antwoord op ${quoted(q)} past niet bij de vraag`,
  usedItem: (item: string): string => `het nummer ${item} is al eens gebruikt`,
  noSuchItem: (item: string): string => `${item} bestaat niet`,
  noReason: "een verandering na het afronden heeft geen reden",
  otherOutcome: "de uitkomst volgt niet uit de antwoorden",
  noJson: "dit is geen geldige regel",
  noText: "deze regel is geen leesbare tekst",
  shape: "deze regel heeft niet de goede vorm",
  broken: "deze regel sluit niet aan op de regel ervoor",
  bodyChanged: "de inhoud van deze regel is veranderd",
  newer: "Deze zaak is gemaakt met een nieuwere versie van meldcode. Werk meldcode bij om hem te openen.",
  soundUpTo: (n: number): string => (n === 0 ? "" : ` Regel 1 tot en met ${String(n)} zijn in orde. Er is niets veranderd.`),
  noName: (folder: string): string => `In ${folder} is geen vrije naam voor een zaak.`,
  noChapter: "In deze zaak is nog geen vraag gesteld.",
  torn: (path: string): string => `${path}: de laatste regel is niet afgemaakt en telt niet mee.`,
  twoFiles: (path: string): string =>
    `Van deze zaak zijn er twee bestanden, versleuteld en leesbaar, met een andere inhoud: ${path}. Er is niets veranderd. Bewaar beide en vraag hulp.`,
  missing: (path: string): string => `${path} bestaat niet of is geen bestand.`,
  tooLarge: (path: string, most: number): string => `${path} is te groot: een zaak of een verslag is hoogstens ${String(most)} MB.`,
  inUse: (host: string, pid: number, since: string): string =>
    `Deze zaak is al open: proces ${String(pid)} op ${host}, sinds ${longMoment(since)}. Lezen kan wel, met meldcode export.`,
  changedMeanwhile: (path: string): string => `${path} is intussen door iets anders veranderd. Uw laatste antwoord is niet opgeslagen.`,
  atLine: (n: number, why: string): string => `Regel ${String(n)} van de zaak klopt niet: ${why}.`,
}));

const disk = once(() => ({
  exists: (path: string): string => `${path} bestaat al. Kies een andere naam, of overschrijf met --force.`,
  failed: (path: string, why: string): string => `${path}: ${why}.`,
  lastAnswer: "Uw laatste antwoord is niet opgeslagen. Alles daarvoor wel.",
  unsure:
    "Het is niet zeker dat uw laatste antwoord is opgeslagen. Kijk bij het hervatten of het er staat. Alles daarvoor is wel opgeslagen.",
  afterUnsure: "Daarom is hier niets meer opgeslagen. Stop, en kijk bij het hervatten welk antwoord het laatste is.",
  screen: "het scherm of de uitvoer",
  ours: "een bestand van meldcode zelf",
  isCase: (path: string): string => `${path} is een zaak. Een verslag komt daar nooit overheen. Kies een andere naam.`,
  noFile: (path: string): string => `${path} is geen gewoon bestand. Kies een andere naam.`,
  gaveUp: "er ging eerder iets mis met de schijf",
  why: byName({
    ENOSPC: "de schijf is vol",
    EDQUOT: "uw ruimte op de schijf is op",
    EFBIG: "het bestand wordt te groot",
    EACCES: "u hebt hier geen toegang",
    EPERM: "dit is niet toegestaan",
    EROFS: "van deze schijf kunt u alleen lezen",
    EIO: "de schijf geeft een fout",
    ENOENT: "dit bestaat niet",
    ENOTDIR: "dit is geen map",
    EISDIR: "dit is een map",
    EEXIST: "dit bestaat al",
    ELOOP: "dit is een verwijzing (symlink), en die wordt niet gevolgd",
  }),
}));

/** Sealed files and their keys. No text repeats a key: what someone took for a recipient may be an identity. */
const age = once(() => ({
  notSealed: "Dit is geen bestand dat met age is versleuteld, of het begin ervan ontbreekt.",
  wrongKey: "Dit bestand gaat niet open met uw sleutel. Het is versleuteld voor een andere sleutel, of het begin ervan is veranderd.",
  damaged: "Dit versleutelde bestand is beschadigd: er is iets in veranderd, of het einde ontbreekt. Gebruik uw reservekopie.",
  wrongPassphrase: "De wachtzin klopt niet. Weet u zeker dat het de goede is? Dan is het bestand met de sleutel veranderd.",
  badKey: "De sleutel is beschadigd, of is geen sleutel van age. Gebruik uw reservekopie van sleutel.age.",
  noRecipient: "Er is geen publieke sleutel om voor te versleutelen.",
  badRecipient: "Een publieke sleutel klopt niet. Hij begint met age1 en telt 62 tekens. Kopieer hem nog eens, helemaal.",
  notRecipient: (path: string): string => `${path} bevat geen publieke sleutel. Die begint met age1 en telt 62 tekens.`,
  keyExists: (folder: string): string =>
    `In ${folder} staat al een sleutel. Die wordt nooit overschreven: zonder die sleutel gaan uw zaken niet meer open. Zet sleutel.age en sleutel.pub eerst ergens anders neer als u een nieuwe wilt.`,
}));

/** The user's key, her passphrase, and how cases are kept. */
const key = once(() => ({
  none: "Deze zaak is versleuteld, en hier is geen sleutel om hem te openen. Zet uw reservekopie van sleutel.age en sleutel.pub terug.",
  otherRecipient: (path: string): string =>
    `${path} hoort niet bij uw sleutel: het is door iets of iemand veranderd. Er is niets geopend en niets versleuteld. Haal dat bestand weg; het wordt opnieuw gemaakt als u uw wachtzin geeft. Zaken die intussen nieuw zijn gemaakt, gaan misschien niet open met uw sleutel.`,
  restored: (folder: string, recipient: string): readonly string[] => [
    `sleutel.pub staat weer in ${folder}. Nieuwe zaken worden vanaf nu versleuteld.`,
    `Publieke sleutel: ${recipient}`,
  ],
  passphrase: "Wat is uw wachtzin?",
  noTerminal:
    "Zonder terminal kan niet om de wachtzin worden gevraagd. Zet de wachtzin in een bestand dat alleen u kunt lezen, en noem dat bestand in MELDCODE_PASSPHRASE_FILE.",
  unreadable: (path: string): string => `De wachtzin kan niet worden gelezen uit ${path}.`,
  stopped: "Gestopt. Er is niets veranderd.",
  patience: "Een ogenblik…",
  about:
    "Kies een wachtzin: vier of meer woorden die niets met elkaar te maken hebben. Schrijf hem op en leg hem op een veilige plek. Vergeet u hem, dan kan niemand uw zaken nog openen.",
  choose: "Kies een wachtzin.",
  again: "Typ de wachtzin nog een keer.",
  short: (least: number): string => `Deze wachtzin is te kort. Neem er een van minstens ${String(least)} tekens.`,
  differs: "De twee wachtzinnen zijn niet gelijk.",
  notMade: "Er is geen sleutel gemaakt. Er is niets veranderd.",
  made: (folder: string, recipient: string): readonly string[] => [
    `Uw sleutel staat in ${folder}: sleutel.age (geheim, achter uw wachtzin) en sleutel.pub.`,
    `Publieke sleutel: ${recipient}`,
    "Nieuwe zaken worden vanaf nu versleuteld. Maak nu een reservekopie van sleutel.age, en bewaar die ergens anders dan de wachtzin.",
  ],
  makeFirst: (command: string): string => `Er is nog geen sleutel. Maak er eerst een met: ${command}`,
  wrongRecipient: (n: number): string =>
    `Publieke sleutel ${String(n)} klopt niet. Hij begint met age1 en telt 62 tekens. Kopieer hem nog eens, helemaal.`,
  wrongOrganisation: (role: string): string =>
    `In organisatie.yaml klopt de publieke sleutel van ${quoted(role)} niet. Vraag hem nog eens, helemaal.`,
  alone: "Dit bestand is alleen voor uzelf. Een ander kan het niet openen, dus een publieke sleutel van een ander hoort hier niet.",
  alreadyReadable: "Deze zaak is niet versleuteld. Er is niets veranderd.",
  encrypted: (others: number): string =>
    `De zaak is nu versleuteld${others === 0 ? "" : `, ook voor ${others === 1 ? "een andere sleutel" : `${String(others)} andere sleutels`}`}. Een kopie die u eerder maakte, is dat niet.`,
  readable: (exercise: boolean): string =>
    exercise ? "De oefening is nu leesbaar." : "De zaak is nu leesbaar voor iedereen die bij deze map kan. Dat staat ook in de zaak.",
  notNow: "Er is nog geen sleutel. De zaak is nog niet versleuteld; de volgende keer wordt dit opnieuw gevraagd.",
  offer: (hasKey: boolean) => ({
    title: "Wilt u deze zaak versleutelen? Dan kan niemand hem lezen zonder uw wachtzin.",
    label: "Versleutelen",
    place: "",
    lines: [],
    help: "Een zaak gaat over het leven van anderen. Raakt uw computer weg, of kijkt er iemand mee, dan beschermt de wachtzin hen en u. Vergeet u de wachtzin, dan kan niemand de zaak nog openen: bewaar hem dus goed. Versleuteld wordt met age, een open standaard: ook zonder dit programma gaat de zaak met uw sleutel open.",
    options: [
      { id: "sleutel", text: hasKey ? "Ja, versleutel deze zaak met mijn sleutel" : "Ja, maak een sleutel en versleutel (aanbevolen)" },
      { id: "zonder", text: "Nee, zonder sleutel. Die keuze komt in de zaak te staan" },
    ],
  }),
}));

/** What is wrong with a definition, for its author. */
const flow = once(() => ({
  unknown: (id: string, near: string | undefined): string => `${quoted(id)} bestaat niet.${nl.nearest(near)}`,
  unknownUse: (id: string): string => `De vraag ${quoted(id)} staat in geen andere vragenlijst.`,
  noDateQuestion: (id: string): string => `${quoted(id)} is geen vraag naar een datum. Een termijn telt vanaf een datum.`,
  unknownEnder: (id: string): string => `${quoted(id)} wordt nergens gevraagd. Een datum kan dan niet stoppen met wachten.`,
  unknownOption: (id: string, q: string, near: string | undefined): string =>
    `${quoted(id)} is geen keuze van ${quoted(q)}.${nl.nearest(near)}`,
  later: (id: string): string => `${quoted(id)} komt pas later. Een voorwaarde kijkt alleen naar eerdere vragen.`,
  circle: (id: string): string => `De norm ${quoted(id)} rust op zichzelf.`,
  fact: (id: string): string => `Het afgeleide feit ${quoted(id)} mag alleen in controles staan, niet in een voorwaarde.`,
  reserved: (id: string): string => `${quoted(id)} is een woord van de voorwaarden en kan geen vraag zijn.`,
  twice: (id: string): string => `${quoted(id)} komt twee keer voor of is hier niet toegestaan.`,
  noDate: (text: string): string => `${quoted(text)} is geen datum die bestaat.`,
  wrongTest: (q: string, kind: string): string => `Deze toets past niet bij ${quoted(q)}: daar hoort ${kind}.`,
  wrongConstant: (q: string, kind: string): string => `${quoted(q)} wordt vergeleken met iets anders dan ${kind}.`,
  otherBase: (overlay: string, wanted: string, found: string): string =>
    `De aanpassing ${quoted(overlay)} hoort bij ${wanted}, maar het verloop is ${found}.`,
  otherNorms: (overlay: string, wanted: string, found: string): string =>
    `De aanpassing ${quoted(overlay)} hoort bij versie ${wanted} van de normen, maar het is versie ${found}.`,
  /** @param place file:line:column of what it should fit */
  against: (place: string): string => `Vergelijk met ${place}.`,
  unfilled: (name: string): string => `In deze tekst staat {${name}}, en dat woord is er niet (words, roles).`,
  noSector: (sector: string, near: string | undefined): string => `De sector ${quoted(sector)} is er niet.${nl.nearest(near)}`,
  otherSector: (file: string, sector: string): string =>
    `${file}: deze aanpassing bouwt niet op de sector ${quoted(sector)}. Zet daar: extends: ${sector}`,
  extendsCircle: (id: string): string => `De aanpassing ${quoted(id)} bouwt op zichzelf (extends).`,
  noExtended: (id: string): string => `De aanpassing ${quoted(id)} waar deze op bouwt (extends), is er niet.`,
  overlayUnknown: (overlay: string, id: string): string => `De aanpassing ${quoted(overlay)} noemt ${quoted(id)}, maar dat is er niet.`,
  overlayTwice: (overlay: string, id: string): string => `De aanpassing ${quoted(overlay)} voegt ${quoted(id)} toe, maar dat is er al.`,
  notFound: (id: string, near: string | undefined): string => `Het verloop ${quoted(id)} is er niet.${nl.nearest(near)}`,
  noFolder: (folder: string): string => `De map ${folder} met eigen vragenlijsten is er niet.`,
  otherId: (file: string, id: string): string => `${file}: dit bestand hoort het verloop ${quoted(id)} te bevatten, met die id.`,
  wrong: "Een definitie klopt niet:",
  practiceOnly: "Een definitie klopt niet. Alleen een oefening gaat er toch mee verder:",
  notOneOutcome: (ids: readonly string[]): string =>
    ids.length === 0
      ? "Bij deze antwoorden past geen enkele uitkomst."
      : `Bij deze antwoorden past meer dan één uitkomst: ${ids.map(quoted).join(", ")}.`,
}));

/** YAML and schema faults, as the second half of `bestand:regel:kolom: …`. */
const yaml = once(() => ({
  syntax:
    "Dit is geen geldige YAML. Kijk op deze regel en erboven naar inspringen, aanhalingstekens en dubbele punten. Zet tekst met een dubbele punt tussen aanhalingstekens.",
  twice: (key: string): string => `${quoted(key)} staat er twee keer.`,
  tab: "Spring in met spaties, niet met tabs.",
  several: "Dit bestand bevat meer dan één document.",
  tooBig: "Dit bestand is te groot of te diep genest.",
  alias: "Dit bestand verwijst met * naar iets dat er niet is.",
  notMapping: "Hier horen sleutels met een waarde, zoals ‘acuut: nee’.",
  cannotRead: (file: string): string => `${file} kan niet worden gelezen. Bestaat het bestand?`,
  noFile: (file: string): string => `${file} is geen gewoon bestand en wordt niet gelezen.`,
  tooLarge: (file: string, most: number): string => `${file} is te groot: hoogstens ${String(most)} MB.`,
  notUtf8: "Dit bestand is geen UTF-8-tekst.",
}));

const schema = once(() => ({
  required: (key: string): string => `Hier ontbreekt ${quoted(key)}.`,
  unknown: (key: string): string => `${quoted(key)} hoort hier niet.`,
  type: (expected: string): string => `Hier hoort ${expected}.`,
  types: byName({
    string: "tekst",
    integer: "een heel getal",
    number: "een getal",
    boolean: "true of false",
    array: "een lijst",
    object: "een groep sleutels met een waarde",
    null: "niets",
  }),
  oneOf: (values: readonly unknown[]): string => `Hier hoort een van: ${values.map(String).join(", ")}.`,
  exactly: (value: unknown): string => `Hier hoort ${String(value)}.`,
  bounds: (between: string): string => `Hier hoort een getal: ${between}.`,
  empty: "Dit mag niet leeg zijn.",
  atLeast: (n: number): string => (n === 1 ? "Deze lijst mag niet leeg zijn." : `In deze lijst horen er minstens ${String(n)}.`),
  repeated: "In deze lijst staat iets twee keer.",
  oneKey: "Hier hoort één sleutel. Zet meer voorwaarden samen in all of any.",
  noKeys: "Hier hoort minstens één sleutel.",
  shape: (pattern: string): string => nl.schema.shapes[pattern] ?? "Deze tekst heeft niet de goede vorm.",
  shapes: byName({
    "^[a-z][a-z0-9-]*$": "Hier horen kleine letters, cijfers en streepjes; het eerste teken is een letter.",
    "^[A-Za-z0-9][A-Za-z0-9.-]*$": "Hier horen letters, cijfers, punten en streepjes; het eerste teken is een letter of een cijfer.",
    "^[a-z][a-z0-9-]*(\\.[a-z][a-z0-9-]*)?$": "Hier hoort een vraag, of een veld als lijst.veld.",
    "^\\S+( \\S+)*$": "Hier horen woorden met één spatie ertussen.",
    "^\\d{4}-\\d{2}-\\d{2}$": "Hier hoort een datum als jjjj-mm-dd.",
  }),
  other: "Dit past niet bij wat hier hoort.",
}));

/** Answers files. */
const answers = once(() => ({
  leftOut: "Staat niet meer in het antwoordenbestand.",
  unknownKey: (key: string, near: string | undefined): string => `${quoted(key)} is geen vraag.${nl.nearest(near)}`,
  faulty: "Het antwoordenbestand klopt niet. Er is niets opgeslagen.",
  needsReason: "Deze zaak is al afgerond. Zeg met --reason waarom u antwoorden verandert. Er is niets opgeslagen.",
  replaced: "Onleesbare tekens in het antwoordenbestand zijn vervangen door \uFFFD.",
}));

/** The template of an answers file. */
const template = once(() => ({
  head: (title: string, version: string): readonly string[] => [
    `${title}, versie ${version}: antwoordenbestand`,
    "Regels met twee hekjes zijn uitleg. Haal het ene hekje weg van wat u invult.",
    "Wat u niet invult, blijft open; null slaat een vraag over die niet verplicht is.",
    "Datums: jjjj-mm-dd. Een lijst is de hele lijst; een lege lijst is []. Schrijf geen namen, adressen of geboortedatums.",
    "Begin: meldcode start --answers DIT-BESTAND",
  ],
  kind: (kind: keyof typeof KINDS, required: boolean): string => `${KINDS[kind]}, ${required ? "verplicht" : "mag null zijn"}`,
  when: (words: string): string => `alleen als ${words}`,
  defer: (words: string): string => `mag wachten als ${words}`,
  /** What a reference is not meant for; the words speak of the entry that it names. */
  except: (list: string, words: string): string => `noemt een regel van ${quoted(list)}, maar niet een waarvan geldt: ${words}`,
}));

/** Scenarios of a flow, what they reach, and what they do not notice. */
const scenario = once(() => ({
  /** What an invented answer says. */
  text: "Voorbeeld.",
  day: "2026-11-21",
  generated: "Gemaakt met flow test --generate. Lees na of dit klopt, en geef elk scenario een eigen naam.",
  noFiles: (folder: string): string =>
    `In ${folder} staan geen scenario's. Noem een bestand, of zet er een neer met een naam die eindigt op .scenarios.yaml.`,
  noFlow: (place: string, why: string): string => `${place}: ${why}`,
  unknown: (place: string, id: string, near: string | undefined): string => `${place}: ${quoted(id)} bestaat niet.${nl.nearest(near)}`,
  wrong: "De scenario's kloppen niet:",
  file: (file: string, flow: string): string => `${file} (${flow})`,
  ok: (name: string): string => `  goed  ${name}`,
  differs: (name: string, place: string): string => `  fout  ${name} (${place})`,
  difference: ({ of, which, expected, found }: Difference): string => {
    const said = (text: string | undefined): string => (text === undefined || text === "" ? "niets" : quoted(text));
    switch (of) {
      case "asked":
        return `${quoted(expected)} moet worden gevraagd, en wordt niet gevraagd.`;
      case "not-asked":
        return `${quoted(expected)} mag niet worden gevraagd, en wordt wel gevraagd.`;
      case "open":
        return `${quoted(expected)} moet open staan en mag niet wachten. Dat is hier anders.`;
      case "deferred":
        return `${quoted(expected)} moet open staan en mag wachten. Dat is hier anders.`;
      case "parked":
        return `${quoted(expected)} moet bewaard zijn en mag niet meetellen. Dat is hier anders.`;
      case "raised":
        return `Het aandachtspunt ${quoted(expected)} moet worden genoemd, en wordt niet genoemd.`;
      case "not-raised":
        return `Het aandachtspunt ${quoted(expected)} mag niet worden genoemd, en wordt wel genoemd.`;
      case "refused":
        return expected === ""
          ? `Het antwoord op ${said(found)} past niet bij de vraag.`
          : `Het antwoord op ${quoted(expected)} moet worden geweigerd, en wordt aanvaard.`;
      case "outcomes":
        return "Er moet precies één uitkomst zijn. Het zijn er meer, of er is er geen.";
      default:
        return `${[of, which].filter((part) => part !== undefined).join(" ")}: verwacht ${said(expected)}, gevonden ${said(found)}.`;
    }
  },
  total: (all: number, wrong: number): string =>
    `${all === 1 ? "1 scenario" : `${String(all)} scenario's`}, ${wrong === 0 ? "allemaal goed" : `${String(wrong)} fout`}.`,
  coverage: (title: string, version: string): string => `Wat de scenario's raken van ${title} (versie ${version}):`,
  kinds: { question: "vragen", option: "keuzes", norm: "normwaarden", outcome: "uitkomsten" },
  reached: (kind: string, n: number, of: number): string => `  ${`${kind}:`.padEnd(12)} ${String(n)} van ${String(of)}`,
  notReached: (what: readonly string[]): string => `    niet geraakt: ${listed(what, "en")}`,
  never: (what: readonly string[]): string => `    kan niet voorkomen: ${listed(what, "en")}`,
  unsettled: (what: readonly string[]): string => `    niet bewezen of dit kan: ${listed(what, "en")}`,
  goal: ({ kind, id, of }: Goal): string => (kind === "norm" ? `${id} ${states[of] ?? of}` : of === "" ? id : `${id}: ${of}`),
  nothingMissing: "Er ontbreken geen scenario's.",
  /** The name of an invented scenario. */
  reaches: (what: readonly string[]): string => `Raakt ${listed(what.slice(0, 3), "en")}${what.length > 3 ? " en meer" : ""}`,
  notices: (what: string, where: string): string => `Merkt: ${what} bij ${where}`,
  mutation: {
    score: (noticed: number, of: number): string =>
      `Veranderingen in de definitie: ${String(noticed)} van de ${String(of)} worden gemerkt (${of === 0 ? "100" : String(Math.floor((100 * noticed) / of))} %).`,
    equivalent: (n: number): string =>
      `${n === 1 ? "1 andere verandering maakt" : `${String(n)} andere veranderingen maken`} bij geen enkel antwoord verschil. Dat is bewezen.`,
    unnoticed: "Geen enkel scenario merkt deze veranderingen:",
    unproven: "Geen enkel scenario merkt deze veranderingen, en het is niet bewezen of ze verschil maken:",
    line: (place: string, change: string): string => `  ${place}: ${change}`,
    generate: "Met --generate staan hier de scenario's die ze wel merken.",
    first: "Eerst moeten alle scenario's goed zijn. Daarom is niet gezocht naar veranderingen die ze niet merken.",
  },
  /** @param part the condition that was left out, in words */
  change: (change: Change, part: string): string => {
    switch (change.code) {
      case "becomes":
        return `${quoted(change.from)} wordt ${quoted(change.to)}`;
      case "added":
        return `${quoted(change.what)} erbij`;
      case "left-out":
        return `${quoted(change.what)} weg`;
      case "part":
        return `dit deel weg: ${part}`;
      case "swapped":
        return `${quoted(change.one)} en ${quoted(change.other)} omgewisseld`;
      case "negated":
        return "voorwaarde omgekeerd";
      case "always":
        return "voorwaarde altijd waar";
      case "never":
        return "voorwaarde nooit waar";
    }
  },
}));

const states: Readonly<Record<string, string>> = {
  met: "van toepassing",
  "not-met": "niet van toepassing",
  "not-reached": "niet bereikt",
};

/** Each alternative on a line of its own. */
const alternatives = (lead: string, ways: readonly string[]): readonly string[] =>
  ways.length < 2 ? [`${lead}: ${ways.join("")}`] : [`${lead}:`, ...ways.map((way, i) => `- ${way}${i < ways.length - 1 ? ", of" : ""}`)];

/** The picture of a flow. */
const graph = once(() => ({
  title: (title: string, id: string, version: string): string => `${title} (${id}, versie ${version})`,
  step: (n: number | undefined, title: string): string => (n === undefined ? title : `Stap ${String(n)}: ${title}`),
  norms: "Normen",
  outcomes: "Uitkomsten",
  /** The answers that lead somewhere; without a name they are those of the question before it. */
  is: (label: string, values: readonly string[]): string =>
    `${label === "" ? "" : `${label}: `}${values.map((value) => value.replaceAll("-", " ")).join(" / ")}`,
  compare: (label: string, rel: "lt" | "lte" | "gt" | "gte" | "is", value: string): string =>
    `${label}: ${{ lt: "minder dan ", lte: "hoogstens ", gt: "meer dan ", gte: "minstens ", is: "" }[rel]}${value}`,
  entries: (n: number): string => (n === 0 ? "geen regels" : n === 1 ? "1 regel" : `${String(n)} regels`),
  some: (label: string, words: string): string => `${label}: een regel met ${words}`,
  every: (label: string, words: string): string => `${label}: elke regel met ${words}`,
  ifAnswered: (words: string): string => `als ${words}`,
  onlyIf: (words: string): string => `Deze stap komt alleen als ${words}.`,
  question: (n: number, label: string, id: string): string => `${String(n)}. ${label} [${id}]`,
  kind: (kind: string, options: readonly string[]): string =>
    options.length > 0 ? `: ${options.join(", ")}` : kind === "list" ? ": een lijst" : kind === "notice" ? ": een mededeling" : "",
  short: (n: number, label: string, kind: string): string => `${String(n)} ${label}${kind === "list" ? " (lijst)" : ""}`,
  met: (ways: readonly string[]): readonly string[] => alternatives("van toepassing als", ways),
  reached: (ways: readonly string[]): readonly string[] => alternatives("komt aan de orde als", ways),
  oneOverlay: "Kies --case of --coverage, niet allebei.",
  notInCase: (id: string): string => `In deze zaak staat geen hoofdstuk met het verloop ${quoted(id)}.`,
  value: (state: "met" | "not-met" | "not-reached"): string => states[state] ?? state,
  values: (all: readonly (readonly [string, boolean])[]): string =>
    all.map(([state, isReached]) => `${isReached ? "✓" : "✗"} ${states[state] ?? state}`).join(", "),
  marks: { answered: "✓", open: "○", parked: "‖", off: "·", reached: "✓", unreached: "✗" },
  textMarks: { answered: "[x]", open: "[ ]", parked: "[~]", off: " - ", reached: "[x]", unreached: "[ ]" },
  legend: {
    case: [
      "groen ✓: beantwoord",
      "geel ○: nog open",
      "paars ‖: beantwoord, telt nu niet mee",
      "grijs ·: niet gevraagd bij deze antwoorden",
    ],
    coverage: ["groen ✓: komt voor in een scenario", "rood ✗: komt in geen enkel scenario voor"],
  },
  textLegend: {
    case: ["[x] beantwoord   [ ] nog open   [~] beantwoord, telt nu niet mee    -  niet gevraagd bij deze antwoorden"],
    coverage: ["[x] komt voor in een scenario   [ ] komt in geen enkel scenario voor"],
  },
}));

/** Conditions in words. */
const condition = once(() => ({
  and: "en",
  or: "of",
  always: "altijd",
  never: "nooit",
  not: (words: string): string => `niet (${words})`,
  asked: (q: string): string => `${quoted(q)} is beantwoord`,
  in: (q: string, values: readonly string[]): string => `${quoted(q)} is ${listed(values)}`,
  has: (q: string, option: string): string => `${quoted(q)} bevat ${option}`,
  cmp: (q: string, rel: "lt" | "lte" | "gt" | "gte" | "is", value: number | string): string =>
    `${quoted(q)} is ${{ lt: "minder dan ", lte: "hoogstens ", gt: "meer dan ", gte: "minstens ", is: "" }[rel]}${String(value)}`,
  count: (q: string, rel: "lt" | "lte" | "gt" | "gte" | "is", value: number): string =>
    `${quoted(q)} heeft ${{ lt: "minder dan ", lte: "hoogstens ", gt: "meer dan ", gte: "minstens ", is: "" }[rel]}${String(value)} regels`,
  some: (q: string, words: string): string => `in ${quoted(q)} een regel staat waarvoor geldt: ${words}`,
  every: (q: string, words: string): string => `voor elke regel in ${quoted(q)} geldt: ${words}`,
  norm: (id: string, is: string): string =>
    `${id} ${{ met: "van toepassing is", "not-met": "niet van toepassing is", "not-reached": "niet bereikt is" }[is] ?? is}`,
}));

/** What can be typed. */
const cli = once(() => ({
  titles: byName({ "Usage:": "Gebruik:", "Options:": "Opties:", "Commands:": "Opdrachten:", "Arguments:": "Wat u invult:" }),
  usage: "[opdracht] [opties]",
  options: "[opties]",
  fileOptions: "<bestand> [opties]",
  about:
    "Loopt met u door de vijf stappen van de meldcode huiselijk geweld en kindermishandeling en legt uw besluit vast. U beslist, meldcode helpt.",
  after: "\nDirect gevaar? Bel 112. Advies: Veilig Thuis, 0800-2000, dag en nacht, gratis.\n",
  version: "toont de versie",
  help: "toont deze hulp",
  helpCommand: "help [opdracht]",
  folder: "map",
  file: "bestand",
  text: "tekst",
  form: "vorm",
  dir: "de map met zaken",
  linear: "vraagt regel voor regel, voor een schermlezer of brailleregel",
  noColor: "zonder kleur",
  answers: "antwoorden uit een YAML-bestand",
  startFlow: "begin met deze vragenlijst, in plaats van de vijf stappen",
  resumeFlow: "ga verder met dit hoofdstuk, of begin het: de naam van een vragenlijst",
  chapter: "ga verder met het hoofdstuk met dit nummer",
  number: "nummer",
  flowName: "naam",
  wholeNumber: "Geef een heel getal vanaf 1.",
  oefenen: "een oefening: geen echte zaak",
  practice: "een oefening: geen echte zaak. In een terminal kiest u een verzonnen zaak, of u noemt die hier",
  practiceCase: "oefenzaak",
  reason: "waarom antwoorden van een afgeronde zaak veranderen",
  theCase: "de zaak: een pad, of het kenmerk uit meldcode list",
  start: "begint een nieuwe zaak",
  resume: "gaat verder met een zaak",
  export: "schrijft het verslag van een zaak, of een document voor één lezer",
  format: "md, html of json",
  document: "document",
  as: "maakt een document voor één lezer: dossier, melding, advies, overdracht, plan of gezin",
  voor: "voor wie het is, met de rol: --voor moeder (bij gezin en dossier)",
  safe: "die persoon kan het papier veilig bewaren: dat is besproken (bij gezin)",
  onlyWithAs: "--voor en --veilig-te-bewaren horen bij --as, bijvoorbeeld: meldcode export <zaak> --as gezin --voor moeder",
  output: "schrijft naar een bestand in plaats van het scherm",
  force: "mag een bestand overschrijven",
  key: "werkt met uw sleutel",
  keyNew: "maakt een sleutel achter een wachtzin; nieuwe zaken worden daarmee versleuteld",
  encrypt: "versleutelt een zaak",
  decrypt: "maakt een versleutelde zaak weer leesbaar",
  recipient: "wie de zaak ook mag openen (age1…); mag vaker",
  publicKey: "publieke sleutel",
  purge: "noemt zaken die hier lang genoeg staan, en verwijdert ze als u dat zegt",
  dryRun: "noemt ze alleen",
  list: "toont de zaken: kenmerk en stand",
  agenda: "toont wat er in alle zaken op een dag wacht: eerst wat te laat is",
  aboutAgenda:
    "Toont wat er in alle zaken op een dag wacht: eerst wat te laat is. Op een regel staan de dag, het kenmerk en een neutraal woord. Eindigt met 6 als een zaak niet kon worden gelezen: die wordt genoemd, en de rest staat er gewoon.",
  days: "alleen wat te laat is of binnen zo veel dagen komt",
  ics: "schrijft de afspraken ook naar een bestand voor uw agenda (.ics)",
  subject: "hoe ze in uw agenda heten; anders ‘afspraak’",
  reminder: "toont alleen een tekst om bij een afspraak over deze zaak te plakken",
  caseName: "zaak",
  check: "kijkt of er in een zaak iets mist: zorgvuldigheid",
  aboutCheck:
    "Kijkt naar de antwoorden van een zaak, ook als die nog niet af is: wat mist er, waarom is dat van belang, en bij welke vraag hoort het? U beslist: niets wordt tegengehouden. Eindigt met 1 zolang er iets ernstigs open staat, ook als daar een reden bij staat; anders met 0.",
  noTips: "geen tips over woorden terwijl u antwoordt",
  lint: "vraagt door bij woorden in een tekst die te weinig zeggen",
  aboutLint:
    "Leest een tekst van elders, zoals een brief of een leerlingdossier, en vraagt door bij woorden die te weinig zeggen. De tekst blijft op deze computer. Eindigt met 1 als er iets is gevonden, anders met 0.",
  aText: "een bestand met platte tekst, of - voor wat u zelf aanlevert",
  kind: "soort",
  textKind: "wat voor tekst het is: signalen of afspraken",
  flow: "werkt met de vragenlijst zelf",
  template: "toont een leeg antwoordenbestand met alle vragen",
  graph: "tekent de vragenlijst: per stap de vragen, met bij elke lijn het antwoord dat ernaartoe leidt",
  graphFormat: "text, mermaid of dot",
  graphCase: "kleurt de weg van deze zaak: een pad, of het kenmerk uit meldcode list",
  graphCoverage: "kleurt wat de scenario's raken",
  flowTest: "probeert scenario's: deze antwoorden, en wat daaruit moet volgen",
  scenarioFiles: "bestanden met scenario's; zonder naam die van de map met vragenlijsten",
  generate: "schrijft de scenario's die ontbreken",
  mutate: "verandert de vragenlijst steeds op één plek, en zegt welke verandering geen scenario merkt",
  answersSchema: "toont het JSON Schema van de antwoorden, voor andere programma's",
  flows: "een map met eigen vragenlijsten; die gaan voor op die van meldcode",
  flowId: "de vragenlijst",
  organisationCommands: "het profiel van uw organisatie, en hoe haar meldcode ervoor staat",
  organisationInit: "maakt het profiel van uw organisatie: sector, wie beslist, aandachtsfunctionaris, Veilig Thuis",
  organisationCheck: "veertien punten van een eigen meldcode, als lijst voor het bestuur",
  organisationName: "de naam van de organisatie",
  role: "functie",
  phone: "nummer",
  eindverantwoordelijke: "wie uiteindelijk beslist over een melding",
  aandachtsfunctionaris: "de aandachtsfunctionaris",
  leidinggevende: "de leidinggevende die meekijkt",
  veiligThuis: "Veilig Thuis in de regio",
  telefoon: "het eigen nummer van Veilig Thuis in de regio",
  sectorName: "sector",
  sector: "de vragen van deze sector, zoals onderwijs; anders is het algemene kader",
  organisation: "het profiel van uw organisatie, als dat niet bij de zaken staat",
  filesOptions: "[bestanden] [opties]",
  files: "bestanden",
  date: "datum",
  flowCheck: "kijkt vragenlijsten na en rekent uit of ze kloppen",
  checkFiles: "YAML-bestanden; zonder: alle vragenlijsten van meldcode",
  json: "schrijft de bevindingen als JSON",
  sarif: "schrijft de bevindingen als SARIF, voor editors en CI",
  today: "de dag van vandaag, voor wat opnieuw bekeken moet worden",
  explain: "legt uit wat een code van flow check betekent",
  code: "de code; zonder: alle codes",
  needsCommand: "Zonder terminal is een opdracht nodig.",
  seeHelp: "Zie meldcode --help.",
  wrongNow: (moment: string): string => `MELDCODE_NOW is geen moment: ${quoted(moment)}. Schrijf het als 2026-11-21T10:00:00+01:00.`,
  wrong: byName<(word: string) => string>({
    "commander.unknownOption": (word) => `De optie ${quoted(word)} bestaat niet.`,
    "commander.unknownCommand": (word) => `De opdracht ${quoted(word)} bestaat niet.`,
    "commander.missingArgument": () => "Er ontbreekt iets: welke zaak?",
    "commander.optionMissingArgument": (word) => `Achter ${quoted(word)} hoort nog iets.`,
    "commander.excessArguments": () => "Er staat te veel achter de opdracht.",
    "commander.invalidArgument": (word) => `Dit past niet bij ${quoted(word)}.`,
  }),
  wrongOther: (): string => "Deze opdracht klopt niet.",
  choices: (known: readonly string[]): string => ` Kies ${listed(known)}.`,
}));

/** Chapters: what comes after the five steps, in the same case. */
const chapter = once(() => ({
  /** What there is to look at once more, at the end of a chapter. */
  remark: (text: string, why: string, question: string): string => `${text} ${why} (Vraag: ${quoted(question)}.)`,
  remarks: "Kijk hier nog eens naar. U beslist zelf of het zo goed is.",
  remarked: "Nagekeken",
  onward: "Wat wilt u hiermee?",
  asIs: "Laat het zo, en ga verder",
  mend: (label: string): string => `Naar ${quoted(label)}`,
  title: "Waar wilt u aan werken?",
  help: "Een zaak heeft hoofdstukken: eerst de vijf stappen, en daarna wat erop volgt. U kunt een hoofdstuk later nog een keer doen.",
  on: (n: number, title: string, left: number): string =>
    `Verder met hoofdstuk ${String(n)}, ${title}: nog ${left === 1 ? "1 vraag" : `${String(left)} vragen`}`,
  /** @param waits the number of the one before, where that waits for somebody else */
  begin: (title: string, times: number, waits: number | undefined): string =>
    `Nieuw hoofdstuk: ${title}${times === 0 ? "" : ` (nog een keer${waits === undefined ? "" : `; hoofdstuk ${String(waits)} wacht nog`})`}`,
  look: (n: number, title: string): string => `Hoofdstuk ${String(n)}, ${title}, nakijken of verbeteren`,
  /** Said when a case closes. */
  stillWaits: "U sluit deze zaak, maar hier wacht nog iets. Vul het in, of kijk wie het oppakt:",
  waits: (n: number, title: string, question: string): string => `- Hoofdstuk ${String(n)}, ${title}: ${quoted(question)}`,
  unknown: (n: number, known: number): string =>
    `Hoofdstuk ${String(n)} is er niet. Deze zaak heeft ${known === 1 ? "1 hoofdstuk" : `${String(known)} hoofdstukken`}.`,
  otherFlow: (n: number, flow: string): string =>
    `Hoofdstuk ${String(n)} gaat over ${quoted(flow)}. Noem het nummer of de vragenlijst, niet allebei.`,
  apart: (title: string): string => `${quoted(title)} hoort niet in een zaak. Begin er een eigen bestand voor, met start --flow.`,
  alone: (title: string): string =>
    `Dit is een eigen bestand en geen zaak. ${quoted(title)} hoort er niet in. Open de zaak zelf met resume.`,
  moved: (titles: readonly string[]): string =>
    `Na het begin van dit hoofdstuk is in een eerder hoofdstuk iets veranderd: ${listed(titles, "en")}. Hier staat nog wat er toen stond. Kijk of u het hier ook moet aanpassen.`,
  /** The first few, as there are many. */
  next: (titles: readonly string[], command: string): string => {
    const some = titles.length > 4 ? [...titles.slice(0, 3), "een ander hoofdstuk"] : titles;
    return `U kunt verder met ${listed(some)}. Typ daarvoor:\n  ${command}`;
  },
}));

/** The walk as the user meets it. */
const interview = once(() => ({
  exercise: "OEFENING: dit is geen echte zaak.",
  exerciseMark: "OEFENING · ",
  /** A command as it can be pasted: a path with other signs than these is quoted. */
  command: (program: string, verb: string, path: string): string =>
    `${program} ${verb} ${/^[\w@%+=:,./-]+$/.test(path) ? path : `'${path.replaceAll("'", "'\\''")}'`}`,
  noExercise: "Deze zaak is geen oefening. Laat --oefenen weg.",
  screen: "Kan hier iemand meekijken die dit niet mag zien? Met Ctrl-X stopt u meteen: alles is bewaard en het scherm is leeg.",
  exposed: {
    others: "Let op: anderen kunnen in de map van deze zaak kijken. Zet de map alleen voor uzelf open.",
    cloud:
      "Let op: de map van deze zaak lijkt te worden gekopieerd naar een cloud. Kies met --dir een map die alleen op deze computer staat.",
  },
  chapter: (title: string): string => `${title} · `,
  place: (number: number | undefined, steps: number, title: string, left: number): string =>
    `${number === undefined ? "" : `Stap ${String(number)} van ${String(steps)}: `}${title} · nog ${String(left)} ${left === 1 ? "vraag" : "vragen"}`,
  entry: (item: string): string => ` · ${item}`,
  first: "Verder terug kan niet: dit is de eerste vraag.",
  weak: (text: string): string => `Zwak: ${text.trim()}`,
  strong: (text: string): string => `Sterk: ${text.trim()}`,
  noWords: "(nog niets ingevuld)",
  which: (item: string): string => `Welke regel (${item})?`,
  listOptions: (item: string, count: number, min: number, max: number): readonly { readonly id: string; readonly text: string }[] => [
    ...(count < max ? [{ id: "erbij", text: addOne(item, count) }] : []),
    ...(count >= min ? [{ id: "klaar", text: count === 0 ? "Er is niets om toe te voegen" : "Klaar met deze lijst" }] : []),
    ...(count > 0
      ? [{ id: "verbeter", text: "Verbeter een regel" }, ...(count > min ? [{ id: "haal-weg", text: "Haal een regel weg" }] : [])]
      : []),
  ],
  halfAdded: (item: string, count: number, words: string): string =>
    `Nog niet af: ${words}. Met ‘${addOne(item, count)}’ gaat u daar verder. Bij ‘Klaar’ vervalt dit.`,
  halfCorrected: (words: string): string =>
    `Nog niet klaar met verbeteren: ${words}. Met ‘Verbeter een regel’ gaat u daar verder. Bij ‘Klaar’ blijft de regel zoals die was.`,
  pointedTo: (item: string, lists: readonly string[]): string =>
    `Deze regel (${item}) wordt nog genoemd in: ${listed(lists, "en")}. Verander die eerst; daarna kan deze regel weg.`,
  recovered: (bytes: number): string =>
    `De laatste regel van de zaak was niet afgemaakt (${String(bytes)} tekens). Hij telt niet mee en staat apart naast de zaak. Geef dat antwoord opnieuw.`,
  foundBack: (at: string): string => `Wat u op ${longMoment(at)} aan het invullen was, is teruggevonden. U gaat daar verder.`,
  foundElsewhere: (at: string, chapter: number): string =>
    `Wat u op ${longMoment(at)} aan het invullen was, hoort bij hoofdstuk ${String(chapter)}. Het gaat weg als u eerst hier iets typt. Wilt u het houden? Stop dan nu, en ga verder met --chapter ${String(chapter)}.`,
  tookOver: (host: string, pid: number): string =>
    `Een eerdere sessie (proces ${String(pid)} op ${host}) is niet netjes gestopt. U gaat nu verder met de zaak.`,
  parked: (labels: readonly string[]): string =>
    `Deze antwoorden uit het bestand tellen nu niet mee: ${listed(labels, "en")}. Ze zijn bewaard.`,
  reason: {
    id: "reden",
    kind: "line",
    text: "Waarom verandert u dit? Dit komt in het verslag.",
    label: "Reden",
    help: "Schrijf in één zin wat er niet klopte, of wat u nu weet.",
    weak: undefined,
    strong: undefined,
    required: true,
    when: { op: "all", of: [] },
    options: [],
    min: undefined,
    max: undefined,
    maxLength: 500,
    unit: undefined,
    agenda: undefined,
  },
  deferred: (decided: string | undefined, n: number) => ({
    title:
      decided === undefined
        ? "Wat u nu kunt invullen, staat er. De vragen die nog komen, mogen wachten."
        : `Uw besluit staat vast: ${decided}. Een paar vragen mochten wachten.`,
    label: "Wat kon wachten",
    place: "",
    lines: [],
    help: undefined,
    options: [
      { id: "verder", text: `Nu verder met wat kon wachten (${String(n)} ${n === 1 ? "vraag" : "vragen"})` },
      { id: "later", text: "Later: bewaar de zaak en stop" },
    ],
  }),
  notSaved: (label: string, unsure = false): string =>
    unsure
      ? `Het is niet zeker dat dit antwoord is opgeslagen (${label}). Kopieer het, en kijk bij het hervatten of het er staat:`
      : `Dit antwoord is niet opgeslagen (${label}). Kopieer het, anders bent u het kwijt:`,
  finished: (title: string, text: string, command: string): string =>
    `\nKlaar. Uitkomst: ${title}.\n${text.trim()}\n\nMaak het verslag met: ${command}`,
  belongs: (command: string): string =>
    `Het verslag hoort in het dossier van uw organisatie; de zaak op deze computer is om mee te werken. Hoe lang u wat bewaart, leest u met: ${command}`,
  stillOpen: (id: string, text: string, decided: boolean): string =>
    `${decided ? "Het besluit staat vast. " : ""}De eerste open vraag is ${quoted(id)}: ${text.split("\n")[0] ?? ""}`,
  saved: (command: string): string => `Wat u bevestigde, is bewaard. Ga verder met: ${command}`,
}));

/** Practice with an invented case; its story stands in flows/. */
const practice = once(() => ({
  menu: (cases: readonly { readonly id: string; readonly title: string }[], none: string) => ({
    title: "Waarmee wilt u oefenen?",
    label: "Oefenen",
    place: "",
    lines: [],
    help: "Bij een oefenzaak leest u eerst een verhaal. Gaandeweg hoort u meer. Na de laatste vraag leest u wat een ervaren aandachtsfunctionaris zou vragen. Alle verhalen zijn verzonnen.",
    options: [
      { id: none, text: "Zonder verhaal: oefen met een eigen, verzonnen zaak" },
      ...cases.map(({ id, title }) => ({ id, text: title })),
    ],
  }),
  unknown: (id: string, near: string | undefined, known: readonly string[]): string =>
    `De oefenzaak ${quoted(id)} is er niet.${nl.nearest(near)} U kunt kiezen: ${listed(known)}.`,
  /** Said when the case is opened. */
  opened: (title: string): string => `Oefenzaak: ${title}. Het verhaal is verzonnen.`,
  gone: (id: string): string => `Het verhaal van de oefenzaak ${quoted(id)} is er niet meer. U kunt zonder verhaal verder.`,
  story: "=== Het verhaal ===",
  fill: "Vertelt het verhaal iets niet, zoals een dag of een functie? Verzin dat dan zelf.",
  goesOn: "=== Het verhaal gaat verder ===",
  /** Asked below a piece of the story, so that she can read it before the question comes. */
  read: {
    id: "verhaal",
    kind: "notice",
    text: "Lees eerst wat hierboven staat.",
    label: "Verhaal",
    help: "U kunt het verhaal later nog eens lezen: druk op Ctrl-O en kies het in het overzicht.",
    weak: undefined,
    strong: undefined,
    required: true,
    when: { op: "all", of: [] },
    options: [],
    min: undefined,
    max: undefined,
    maxLength: 500,
    unit: undefined,
    agenda: undefined,
  },
  again: "Lees het verhaal nog eens",
  debrief: (title: string): string => `=== Nabespreking: ${title} ===`,
  about: "Dit zou een ervaren aandachtsfunctionaris u over deze zaak vragen:",
  point: (n: number, text: string): string => `${String(n)}. ${text}`,
  sources: (sources: readonly ReferenceSource[]): string =>
    `Bron: ${sources.map(({ title, unverified }) => (unverified === true ? `${title} (zelf niet nagelezen)` : title)).join("; ")}`,
  /** Said at the top of the record. */
  record: (id: string): string => `${nl.record.exercise}. Oefenzaak: ${id}`,
}));

const list = once(() => ({
  none: (folder: string): string => `Er zijn geen zaken in ${folder}.`,
  empty: "nog leeg",
  status: (status: "open" | "decided" | "finished", waiting: number): string =>
    ({ open: "open", decided: "besloten", finished: "afgerond" })[status] +
    (status !== "finished" && waiting > 0 ? `, nog ${String(waiting)} ${waiting === 1 ? "vraag" : "vragen"}` : ""),
  line: (id: string, status: string, exercise: boolean, path: string): string => `${id}  ${status}${exercise ? ", oefening" : ""}  ${path}`,
  unreadable: (path: string, why: string): string => `kan niet worden gelezen: ${why.includes(path) ? why : `${path}: ${why}`}`,
}));

const home = once(() => ({
  title: "Wat wilt u doen?",
  fresh: "Een nieuwe zaak beginnen",
  on: (path: string, status: "open" | "decided" | "finished" | "encrypted"): string =>
    `Verder met ${
      path
        .split(/[\\/]/)
        .at(-1)
        ?.replace(/\.jsonl(\.age)?$/, "") ?? path
    } (${status === "encrypted" ? "versleuteld" : nl.list.status(status, 0)})`,
}));

/** How long the record is kept in the organisation's own file. */
const retention = once(() => ({
  belongs:
    "Het verslag hoort in het dossier van uw organisatie. De zaak op deze computer is een werkbestand. Hieronder staat hoe lang een organisatie een dossier bewaart. Dat is advies: vraag na wat bij u geldt.",
  noSector: "Hoe lang, hangt af van uw sector. Zet uw sector in organisatie.yaml, dan staan hier de termijnen die daarbij horen.",
  noTerm: (sector: string): string => `Voor de sector ${quoted(sector)} is geen vaste termijn gevonden.`,
  term: ({ file, keep, ground, note }: TermSource): string =>
    `- ${file}: ${keep === undefined ? "geen vast aantal jaren" : kept(keep)}. Grond: ${ground}.${note === undefined ? "" : ` ${note}`}`,
  unverified: "  Let op: deze termijn is niet gecontroleerd. Vraag hem na.",
  sources: (sources: readonly string[]): string => `  Bron: ${sources.join("; ")}.`,
  source: ({ title, place, read, unverified }: ReferenceSource): string =>
    unverified === true
      ? `${title} (niet gecontroleerd)`
      : `${title}${place === undefined ? "" : `, ${place}`}, gelezen op ${longDate(read)}`,
}));

const kept = ({ number, unit, from, bound }: KeepSource): string =>
  (bound === undefined ? "" : { least: "ten minste ", most: "hoogstens ", about: "ongeveer " }[bound]) +
  (unit === "jaar" ? `${String(number)} jaar na ${from}` : `tot het ${String(number)}e levensjaar van ${from}`);

/** Which framework is followed, and the organisation in texts. */
const framework = once(() => ({
  follows: (framework: FrameworkSource | undefined): readonly string[] =>
    framework === undefined
      ? []
      : [
          `U volgt: ${framework.name} (${framework.date}).`,
          ...(framework.missing ?? []).map((text) => `Niet geverifieerd: ${text}`),
          ...(framework.place === undefined ? [] : [`De tekst van uw eigen beroep leest u bij: ${framework.place}.`]),
        ],
  noProfile: (file: string): string => `Het profiel ${file} is er niet. Maak het met: meldcode organisation init`,
  regional: (name: string, phone: string | undefined): string => (phone === undefined ? name : `${name} (${phone})`),
}));

/** What is taken away: a case, an exercise, or what is for the user alone. */
type Purged = "zaak" | "oefening" | "eigen";

/** Taking away cases that are past their term. */
const purge = once(() => ({
  none: (folder: string, weeks: number): string =>
    `In ${folder} is geen zaak langer dan ${String(weeks)} ${weeks === 1 ? "week" : "weken"} afgerond.`,
  line: (id: string, since: string, what: Purged): string =>
    what === "eigen"
      ? `${id}  klaar sinds ${longDate(since)}, alleen voor uzelf`
      : `${id}  over de termijn sinds ${longDate(since)}${what === "oefening" ? ", oefening" : ""}`,
  how: (command: string): string => `Er gebeurt niets vanzelf. U verwijdert deze zaken zelf, een voor een, met: ${command}`,
  needsTerminal:
    "Zonder terminal wordt niets verwijderd: bij elke zaak wordt iets gevraagd. Met --dry-run ziet u welke zaken over de termijn zijn.",
  honest:
    "Let op: verwijderen haalt het bestand weg, maar niet elke kopie. In reservekopieën, in de cloud en op de schijf zelf kunnen de gegevens nog staan. Verslagen en antwoordenbestanden die u zelf maakte, blijven ook staan.",
  menu: (id: string, since: string, what: Purged) => ({
    title: {
      eigen: `${id} is alleen voor uzelf, en klaar sinds ${longDate(since)}. Hebt u het nog nodig?`,
      oefening: `De oefening ${id} is over de termijn sinds ${longDate(since)}. Wat wilt u?`,
      zaak: `De zaak ${id} is over de termijn sinds ${longDate(since)}. Staat het verslag in het dossier van uw organisatie?`,
    }[what],
    label: id,
    place: "",
    lines: [],
    help:
      what === "zaak"
        ? "Een zaak verdwijnt hier voorgoed. Verwijder hem dus pas als u zelf hebt gezien dat het verslag in het dossier staat."
        : undefined,
    options: {
      eigen: [
        { id: "bewaren", text: "Ja, laat het staan" },
        { id: "verwijderen", text: "Nee, verwijder het" },
      ],
      oefening: [
        { id: "bewaren", text: "Laat de oefening staan" },
        { id: "verwijderen", text: "Verwijder de oefening" },
      ],
      zaak: [
        { id: "bewaren", text: "Nee, of dat weet ik niet: laat de zaak staan" },
        { id: "verwijderen", text: "Ja, het verslag staat in het dossier: verwijder de zaak hier" },
      ],
    }[what],
  }),
  beside: (n: number): string =>
    `U sluit deze zaak. In dezelfde map ${n === 1 ? "staat een bestand dat" : `staan ${String(n)} bestanden die`} alleen voor uzelf ${n === 1 ? "is" : "zijn"}, zoals een reflectie. Hebt u ${n === 1 ? "dat" : "die"} nog nodig?`,
  locked: (command: string): string =>
    `Versleutelde bestanden zijn hier niet bekeken. Schreef u een reflectie die u niet meer nodig hebt? Bekijk dat met: ${command}`,
  removed: (id: string): string => `${id} is verwijderd. In verwijderd.txt staat er nog één regel over, zonder inhoud.`,
  skipped: (id: string, why: string): string => `${id} is niet verwijderd. ${why}`,
  changed: "De zaak is intussen veranderd.",
  twoFiles: "Van deze zaak zijn er twee bestanden. Open hem eerst met resume: dan blijft er één over.",
  stopped: "Gestopt. De andere zaken staan er nog.",
  /** One line of verwijderd.txt. */
  certificate: (today: string, id: string, what: Purged, fingerprint: string): string =>
    [
      today,
      id,
      { eigen: "afgerond, alleen voor de gebruiker", oefening: "afgerond, oefening", zaak: "afgerond" }[what],
      fingerprint,
      what !== "zaak" ? "een verslag was niet nodig" : "volgens de gebruiker staat het verslag in het dossier van de organisatie",
    ].join("  "),
}));

/** What makes a case to be trusted: verify, erase, note, unlock. */
const trust = once(() => ({
  cli: {
    files: "bestand...",
    filesOptions: "<bestand...> [opties]",
    line: "regel",
    lineOptions: "<bestand> <regel> [opties]",
    theLine: "het nummer van de regel; zonder nummer ziet u welke regels er zijn",
    hex: "vingerafdruk",
    role: "functie",
    question: "vraag",
    verify: "controleert of er niets aan een zaak is veranderd",
    record: "vergelijkt een verslag (Markdown) met de zaak",
    fingerprint: "vergelijkt een eerder bewaarde vingerafdruk met de zaak",
    erase: "wist de inhoud van één regel van een zaak, met de reden erbij",
    aboutErase:
      "Wist de inhoud van één regel van een zaak. Dat de regel er was, en waarom hij gewist is, blijft staan en komt in het verslag. Terugdraaien kan niet.\n\nTwee rechten van betrokkenen gaan hierover. Het recht op verbetering: wat niet klopt, verbetert u met resume, en een eigen verklaring voegt u toe met note. En het recht op wissen; dat is beperkt. Volgens de KNMG (meldcode, onderdeel V) worden gegevens over een slachtoffer alleen vernietigd op verzoek van dat slachtoffer zelf, vanaf 16 jaar en als het dit kan beoordelen. Een verzoek van een pleger mag worden geweigerd in het belang van het slachtoffer. Dit is geen juridisch advies: overleg bij twijfel in uw organisatie.",
    ground: "waarom de regel wordt gewist; dit komt in het verslag",
    note: "zet een verklaring van een cliënt in de zaak",
    aboutNote:
      "Zet een eigen verklaring van een cliënt in de zaak, bijvoorbeeld waarmee de cliënt het niet eens is. De verklaring komt in het verslag, naast wat er al staat. Er verandert verder niets.",
    by: "van wie de verklaring is: een functie of rol, geen naam",
    statement: "de verklaring, in de eigen woorden van de cliënt",
    about: "over welke vraag, of welke regel van een lijst",
    unlock: "haalt het slot van een zaak weg, nadat u dat hebt bevestigd",
  },
  verify: {
    fine: (lines: number): string => `In orde: ${lines === 1 ? "de ene regel klopt" : `alle ${String(lines)} regels kloppen`}.`,
    wrong: "Niet in orde.",
    finding: (what: string): string => `- ${what}`,
    more: (n: number): string => `- En nog ${String(n)} ${n === 1 ? "bevinding" : "bevindingen"}.`,
    firstWrong: (line: number): string =>
      `De eerste regel die niet klopt, is regel ${String(line)}. ${
        line === 1
          ? "Daarvoor staat niets."
          : line === 2
            ? "Regel 1 ervoor klopt."
            : `De regels ervoor, 1 tot en met ${String(line - 1)}, kloppen.`
      }`,
    torn: (bytes: number): string =>
      `Achter de laatste hele regel ${bytes === 1 ? "staat nog 1 byte die geen regel is. Die telt" : `staan nog ${String(bytes)} bytes die geen hele regel zijn. Die tellen`} niet mee. Zo kan een zaak eruitzien na een stroomstoring, of als er iets is weggehaald.`,
    unended: "Achter de laatste regel ontbreekt het regeleinde. De regel zelf is heel.",
    status: (status: string, chapters: number): string => `Stand${chapters > 1 ? " van het laatste hoofdstuk" : ""}: ${status}.`,
    notYet: "Deze zaak is nog niet afgerond.",
    allAnswered: "Alle vragen zijn beantwoord, maar de regel waarmee de zaak wordt afgerond, ontbreekt.",
    counted: (counted: number, parked: number): string =>
      `Antwoorden die meetellen: ${String(counted)}. Antwoorden die nu niet meetellen: ${String(parked)}.`,
    lines: (n: number): string => `Regels: ${String(n)}`,
    linesUpTo: (n: number): string => `Regels die op elkaar aansluiten: ${String(n)}`,
    fingerprint: (hash: string): string => `Vingerafdruk van de laatste regel: ${hash}`,
    fingerprintUpTo: (n: number, hash: string): string => `Vingerafdruk van regel ${String(n)}, de laatste die aansluit: ${hash}`,
    noFingerprint: "Er is nog geen hele regel, dus ook geen vingerafdruk.",
    erased: (lines: readonly number[], unsure: readonly number[]): string =>
      `De inhoud van ${numbers(lines)} is gewist, met een grond; dat is geen fout, maar of het antwoord daar klopte${
        unsure.length === 0 ? "" : `, en of de uitkomst van ${numbers(unsure)} klopt,`
      } is niet meer na te rekenen.`,
    proves:
      "Wat dit bewijst: in een zaak die in orde is, sluiten alle regels op elkaar aan, past elk antwoord bij zijn vraag, en volgen de normen en de uitkomst uit de antwoorden.",
    provesNot:
      "Wat dit niet bewijst: wie iets schreef, of het waar is, en of er opzet in het spel was. Wie het bestand heeft, kan een hele nieuwe keten maken. Dat ziet u alleen aan een vingerafdruk die ergens anders is bewaard, zoals in het verslag in het dossier van uw organisatie.",
    // Why a line is wrong.
    otherForm: "de regel is anders opgeschreven dan meldcode dat doet",
    notOpened: "de eerste regel opent geen zaak",
    structureGone: "de inhoud is weg, en van deze soort regel kan die niet worden gewist",
    goneUnsaid: "de inhoud is weg, en nergens staat waarom",
    erasedNothing: (line: number): string => `er staat dat regel ${String(line)} is gewist, maar die regel was er toen niet`,
    stillThere: (line: number): string => `volgens regel ${String(line)} is de inhoud gewist, maar die staat er nog of weer`,
    editionHash: "de vingerafdruk van de vragenlijst past niet bij de vragenlijst in deze regel",
    noFlow: (why: string): string => `de vragenlijst in deze regel is niet geldig (${why.replace(/\.$/, "")})`,
    otherFlow: "de naam of versie van de vragenlijst is een andere dan die in de vragenlijst zelf",
    notGiven: "wat uit een eerder hoofdstuk is overgenomen, staat daar niet",
    count: (q: string): string => `het aantal regels van de lijst ${quoted(q)} past niet bij de vraag`,
    notFinished: "de zaak is afgerond terwijl er nog vragen open stonden",
    otherNorms: "de stand van de normen volgt niet uit de antwoorden",
    cannotRun: "vanaf hier kan de zaak niet opnieuw worden uitgevoerd",
    // The fingerprint and the record that were given.
    hexShape: "Achter --fingerprint hoort een vingerafdruk: 64 tekens, alleen cijfers en de letters a tot en met f.",
    oneCase: "Met --record of --fingerprint controleert u één zaak tegelijk.",
    sameHash: "De vingerafdruk die u gaf, is die van de laatste regel.",
    earlierHash: (line: number, since: number): string =>
      `De vingerafdruk die u gaf, is die van regel ${String(line)}. Tot en met die regel is de zaak nog zoals toen; daarna ging zij verder, met ${count(since)}.`,
    erasedAfter: "Wel is er later inhoud gewist van een regel uit dat deel.",
    lastSoundHash: (line: number): string =>
      `De vingerafdruk die u gaf, is die van regel ${String(line)}. Tot en met die regel is de zaak nog zoals toen; wat erachter staat, klopt niet.`,
    otherHash:
      "De vingerafdruk die u gaf, staat niet in deze zaak. Het is een andere zaak, er is iets veranderd, of er zijn regels aan het eind weg.",
    noRecord: (path: string): string =>
      `${path} is geen verslag van meldcode: de vingerafdruk of de versie van het verslag staat er niet in.`,
    recordOther: (path: string): string =>
      `De vingerafdruk in ${path} staat niet in deze zaak. Het verslag hoort bij een andere zaak, er is iets veranderd, of er zijn regels aan het eind weg.`,
    recordEarlier: (path: string, line: number, since: number): string =>
      `${path} hoort bij een eerdere stand van de zaak: de vingerafdruk erin is die van regel ${String(line)}. Daarna ging de zaak verder, met ${count(since)}.`,
    recordSame: (path: string): string => `${path} is gelijk aan het verslag dat deze zaak nu geeft, byte voor byte.`,
    recordSameEarlier: (line: number): string =>
      `Het verslag is gelijk aan het verslag dat de zaak tot en met regel ${String(line)} geeft, byte voor byte.`,
    recordDiffers: (path: string, line: number): string =>
      `${path} is niet gelijk aan het verslag dat deze regels van de zaak geven. Regel ${String(line)} van het verslag is de eerste die anders is.`,
    lineEnds: "Alleen de regeleinden zijn anders. Een ander programma heeft die veranderd.",
    otherRenderer: (theirs: string, ours: string): string =>
      `Dit verslag is gemaakt met een andere versie van het verslag (${theirs}, hier is het ${ours}). De tekst is daarom niet vergeleken, alleen de vingerafdruk.`,
    hashInRecord: (path: string): string => `De vingerafdruk in ${path} is die van de laatste regel van de zaak.`,
    notRendered: "De tekst van het verslag is niet vergeleken: de zaak is tot die regel niet in orde.",
    erasedSince: "De tekst van het verslag is niet vergeleken: van die regels is er later een gewist.",
  },
  kinds: byName({
    opened: "de opening van de zaak",
    begun: "het begin van een hoofdstuk, met de vragenlijst",
    answered: "een antwoord",
    added: "een nieuwe regel in een lijst",
    changed: "een verandering van een regel in een lijst",
    removed: "het weghalen van een regel uit een lijst, met de reden",
    closed: "het afsluiten van een lijst",
    finished: "het afronden van de zaak",
    noted: "een aantekening",
    erased: "het wissen van een andere regel",
    recovered: "het herstel van het bestand",
    "taken-over": "het overnemen van het slot",
    kept: "hoe de zaak wordt bewaard",
  }),
  erase: {
    /** What kind of line it is; never what it says. */
    line: (n: number, kind: string, about: string | undefined, item: string | undefined, at: string): string =>
      `Regel ${String(n)}: ${kind}${about === undefined ? "" : `, bij ${quoted(about)}`}${item === undefined ? "" : ` (${item})`}, opgeschreven op ${longMoment(at)}.`,
    which: "Welke regel? Zet het nummer erachter. Deze regels kunnen worden gewist:",
    nothing: "In deze zaak staat niets dat gewist kan worden.",
    noNumber: (text: string): string => `${quoted(text)} is geen nummer van een regel. Hier hoort een heel getal, zoals 12.`,
    noLine: (n: number, last: number): string =>
      `Regel ${String(n)} is er niet: de zaak heeft ${String(last)} regels. Er is niets veranderd.`,
    already: (n: number): string => `De inhoud van regel ${String(n)} is al gewist. Er is niets veranderd.`,
    structure: (n: number, kind: string): string =>
      `Regel ${String(n)} kan niet worden gewist: dat is ${kind}, en die regel houdt de zaak bij elkaar. Alleen antwoorden, regels van lijsten en aantekeningen kunnen worden gewist. Er is niets veranderd.`,
    empty: (n: number): string => `Regel ${String(n)} sluit alleen een lijst af. Er staat niets in om te wissen. Er is niets veranderd.`,
    needsGround: "Zeg met --reason waarom de regel wordt gewist. Zonder grond wordt niets gewist.",
    badGround: (why: string): string => `De grond achter --reason past niet. ${why} Er is niets veranderd.`,
    cannot: (why: string): string =>
      `Deze regel kan niet worden gewist: de rest van de zaak klopt dan niet meer. ${why} Er is niets veranderd.`,
    ground: {
      id: "grond",
      text: "Waarom wordt deze regel gewist? Dit komt in het verslag. Noem geen namen.",
      label: "Grond",
      help: "Schrijf in één zin wie erom vroeg (een functie of rol), en waarom het verzoek is toegewezen. Herhaal niet wat er stond.",
    },
    menu: (n: number, lines: readonly string[]) => ({
      title: "Wilt u de inhoud van deze regel wissen? Terugdraaien kan niet.",
      label: `Regel ${String(n)}`,
      place: "",
      lines,
      help: "De regel zelf blijft bestaan, met soort en moment. Zo klopt de keten nog. In het verslag staat dat de inhoud is gewist, wanneer en op welke grond.",
      options: [
        { id: "laten", text: "Laat de regel staan" },
        { id: "wissen", text: `Wis de inhoud van regel ${String(n)}` },
      ],
    }),
    left: "De regel is blijven staan. Er is niets veranderd.",
    groundIs: (ground: string): string => `De grond: ${ground}`,
    wasFinished: (before: string, after: string): string =>
      `Let op: deze zaak is al eens afgerond. De stand is nu: ${before}. Na het wissen: ${after}.`,
    unsure: (lines: readonly number[]): string => `De uitkomst van ${numbers(lines)} is daarna niet meer na te rekenen.`,
    parks: (n: number): string =>
      n === 1 ? "Eén antwoord telt daarna niet meer mee." : `${String(n)} antwoorden tellen daarna niet meer mee.`,
    done: (n: number, said: number): string =>
      `De inhoud van regel ${String(n)} is gewist. Regel ${String(said)} zegt dat, en waarom. Het komt in het verslag.`,
    honest:
      "Let op: dezelfde woorden kunnen nog staan in verslagen die al zijn gemaakt, in antwoordenbestanden, in reservekopieën, in bestanden naast de zaak (.torn, .concept) en in andere regels, want een verbetering herhaalt wat er stond.",
    others: (lines: readonly number[]): string =>
      `Over hetzelfde ${lines.length === 1 ? "gaat ook" : "gaan ook"} ${numbers(lines)}. Kijk of dat ook weg moet.`,
    noOthers: "Geen andere regel van deze zaak gaat over hetzelfde.",
    draft: "Bij deze vraag bent u nog iets aan het invullen. Dat staat nog naast de zaak; het verdwijnt als u de vraag beantwoordt.",
  },
  note: {
    by: {
      id: "van-wie",
      text: "Van wie is deze verklaring? Noem een rol, geen naam.",
      label: "Van wie",
      help: "Bijvoorbeeld: de moeder, of de cliënt.",
    },
    text: {
      id: "verklaring",
      text: "Wat verklaart de cliënt?",
      label: "Verklaring",
      help: "Schrijf op wat de cliënt zelf wil zeggen, in de eigen woorden. Verbeter niets.",
    },
    needs: (options: readonly string[]): string =>
      `Zonder terminal kan niets worden gevraagd. Geef ook ${listed(options, "en")}. Er is niets veranderd.`,
    bad: (option: string, why: string): string => `Wat achter ${option} staat, past niet. ${why} Er is niets veranderd.`,
    unknown: (id: string, near: string | undefined): string =>
      `${quoted(id)} is geen vraag van deze zaak en geen regel van een lijst.${nl.nearest(near)} Er is niets veranderd.`,
    done: (line: number): string =>
      `De verklaring staat in de zaak, als regel ${String(line)}. In het verslag staat zij bij de aantekeningen.`,
  },
  unlock: {
    needsTerminal: "Zonder terminal wordt geen slot weggehaald: er wordt eerst iets gevraagd.",
    none: "Deze zaak heeft geen slot. Er is niets veranderd.",
    dead: "Het proces dat deze zaak open had, is er niet meer. Wie de zaak opent, neemt het slot vanzelf over. Er is niets veranderd.",
    lives: (pid: number, since: string): string =>
      `Deze zaak is open op deze computer: proces ${String(pid)}, sinds ${longMoment(since)}. Dat slot wordt nooit weggehaald. Sluit de zaak daar, of wacht tot dat proces stopt.`,
    menu: (host: string, pid: number, since: string) => ({
      title: "Een andere computer heeft deze zaak open, of liet het slot achter. Wilt u het slot weghalen?",
      label: "Slot",
      place: "",
      lines: [`Computer: ${host}`, `Proces: ${String(pid)}`, `Sinds: ${longMoment(since)}`],
      help: "Werkt daar nog iemand in deze zaak, dan raakt die het laatste antwoord kwijt. Kijk dus eerst op die computer, of vraag het na.",
      options: [
        { id: "laten", text: "Laat het slot staan" },
        { id: "weghalen", text: "Haal het slot weg: ik weet zeker dat daar niemand in deze zaak werkt" },
      ],
    }),
    left: "Het slot is blijven staan. Er is niets veranderd.",
    done: (line: number): string => `Het slot is weg. Regel ${String(line)} van de zaak zegt van wie het was. U kunt nu verder met resume.`,
  },
}));

const numbers = (lines: readonly number[]): string =>
  lines.length === 1 ? `regel ${String(lines[0])}` : `de regels ${listed(lines.map(String), "en")}`;
const count = (lines: number): string => (lines === 1 ? "1 regel" : `${String(lines)} regels`);

/** The user's own editor. */
const editor = once(() => ({
  none: "Er is geen tekstverwerker gevonden. Zet de naam ervan in EDITOR, bijvoorbeeld EDITOR=nano.",
  failed: "De tekstverwerker is met een fout gestopt. Uw tekst is zoals die was.",
  notUtf8: "De tekst kwam niet als UTF-8 terug en is niet overgenomen. Uw tekst is zoals die was.",
}));

/** What the wizard says about its own questions, and about what a correction does. */
const why = once(() => ({
  always: "Deze vraag hoort bij elke zaak.",
  asked: (because: readonly string[]): string => `Dit hangt af van wat u eerder antwoordde: ${because.join("; ")}.`,
}));

const NORM = { met: "van toepassing", "not-met": "niet van toepassing", "not-reached": "niet bereikt" };
const labels = (questions: readonly { readonly label: string }[]): string => questions.map(({ label }) => label).join("; ");

const consequence = once(() => ({
  menu: (what: Consequence) => ({
    title: "Dit verandert meer dan dit ene antwoord. Wilt u dat?",
    label: "Wat er verandert",
    place: "",
    help: undefined,
    lines: [
      ...(what.parks.length === 0
        ? []
        : [
            `${what.parks.length === 1 ? "1 antwoord telt" : `${String(what.parks.length)} antwoorden tellen`} niet meer mee: ${labels(what.parks)}. ${what.parks.length === 1 ? "Het blijft" : "Ze blijven"} bewaard.`,
          ]),
      ...(what.returns.length === 0 ? [] : [`Telt weer mee: ${labels(what.returns)}.`]),
      ...what.norms.map(({ title, to }) => `${title} wordt: ${NORM[to]}.`),
      ...(what.report?.to === undefined ? [] : [`Over melden geldt dan: ${what.report.to.text.trim()}`]),
      ...(what.help?.to === undefined ? [] : [`Over hulp geldt dan: ${what.help.to.text.trim()}`]),
      ...(what.outcome === undefined
        ? []
        : [what.outcome.to === undefined ? "Het besluit staat dan weer open." : `De uitkomst wordt: ${what.outcome.to.title}.`]),
      ...(what.opens.length === 0 ? [] : [`Er komen vragen bij: ${labels(what.opens)}.`]),
    ],
    options: [
      { id: "ja", text: "Ja, verander het" },
      { id: "nee", text: "Nee, laat het zoals het was" },
    ],
  }),
}));

const overview = once(() => ({
  menu: (status: "open" | "decided" | "finished") => ({
    title: {
      open: "Waar wilt u heen?",
      decided: "Het besluit staat. Waar wilt u heen?",
      finished: "Deze zaak is afgerond. Wilt u iets verbeteren?",
    }[status],
    label: "Overzicht",
    place: "",
    lines: [],
    help: "Hier ziet u hoe elke stap ervoor staat. Kies een stap om een antwoord te zien of te verbeteren. U mag ook eerst een latere stap doen.",
  }),
  step: (
    { number, title }: { readonly number: number | undefined; readonly title: string },
    state: "absent" | "fresh" | "open" | "done" | "parked",
  ): string =>
    `${number === undefined ? "" : `Stap ${String(number)}: `}${title} (${
      { absent: "nog niet aan de orde", fresh: "nog niet begonnen", open: "bezig", done: "klaar", parked: "telt nu niet mee" }[state]
    })`,
  heading: ({ number, title }: { readonly number: number | undefined; readonly title: string }): string =>
    `${number === undefined ? "" : `Stap ${String(number)}: `}${title}`,
  on: (finished: boolean): string => (finished ? "Nee, klaar" : "Verder waar ik was"),
  all: "Toon alles: antwoorden, normen en waar die op rusten",
  within: (title: string) => ({ title, label: title, place: "", lines: [], help: undefined }),
  nothing: "In deze stap is nu niets te beantwoorden.",
  open: "Nog te beantwoorden:",
  parked: "Telt nu niet mee, maar is bewaard:",
  norms: "Wat de normen zeggen:",
  noNorm: "Er is nog geen norm bereikt.",
  norm: (title: string, state: "met" | "not-met" | "not-reached", n: number): string =>
    `${title}: ${NORM[state]}. Dit rust op ${n === 1 ? "1 antwoord" : `${String(n)} antwoorden`}:`,
  pivot: ({ question, value, state, opens }: Pivot): string =>
    `Was ${quoted(question.label)} ${quoted(question.options.find(({ id }) => id === value)?.text ?? String(value))}, dan was deze norm ${NORM[state]}${
      opens === 0 ? "" : `, met ${opens === 1 ? "1 vraag" : `${String(opens)} vragen`} erbij`
    }.`,
  review: (open: number) => ({
    title: "Kijk hierboven of alles klopt. Daarna besluit u.",
    label: "Overzicht voor het besluit",
    place: "",
    lines: open < 2 ? [] : [`Er staan nog ${String(open)} vragen open, het besluit meegerekend.`],
    help: undefined,
    options: [
      { id: ON, text: "Het klopt. Verder naar het besluit" },
      { id: "verbeter", text: "Ik wil eerst iets verbeteren" },
    ],
  }),
}));
const ON = "verder";

/** The terminal: prompts and keys. */
const prompt = once(() => ({
  urgent: "LET OP",
  weak: "Zwak:",
  strong: "Sterk:",
  why: "Waarom nu:",
  source: "Bron:",
  unverified: "(zelf niet nagelezen)",
  skip: "Overslaan",
  colon: (label: string): string => (/[?!.:…]$/u.test(label) ? `${label} ` : `${label}: `),
  skipped: "overgeslagen",
  nothing: "niets",
  back: "terug",
  stopped: "gestopt",
  overview: "naar het overzicht",
  read: "gelezen",
  draft: "Dit typte u eerder. Het telt nog niet mee.",
  lost: "Dit typte u nog. Het is niet bewaard:",
  kept: "Dit typte u nog. Het staat klaar als u verdergaat:",
  secretTaken: "ontvangen",
  secretHint: "Wat u typt, komt niet op het scherm.",
  early: (text: string): string => `Te vroeg getypt, niet gebruikt: ${quoted(text)}`,
  noHelp: "Bij deze vraag is geen uitleg.",
  chooseFirst: "Kies eerst: met ↑↓ of met een cijfer.",
  withSpace: "Met de spatiebalk zet u een keuze aan.",
  choosePlain: "Kies met spatie wat klopt, of ga naar ‘Overslaan’.",
  none: "U koos niets. Klopt dat? Druk dan nog eens op Enter.",
  skipOrChoose: "U hebt al iets gekozen. Zet dat eerst uit als u wilt overslaan.",
  enterIsBack: "Enter = terug naar de vorige vraag.",
  meant: (date: string): string => `= ${date}`,
  dateHint: (day: DayKind): string =>
    ({
      ahead: "Bijvoorbeeld: 21-1-2027, 3 mei, morgen, over 2 weken.",
      past: "Bijvoorbeeld: 21-11-2026, 3 mei, gisteren, vorige week dinsdag.",
      birth: "Bijvoorbeeld: 1-2-2017 of 1 februari 2017. Typ ook het jaar.",
    })[day],
  notOneDay: (required: boolean): string =>
    `Dit is niet één dag. ${required ? "Noem de dag die er het dichtst bij komt. Schrijf bij een vraag om tekst dat u de dag niet precies weet, en wat u wel weet." : "Weet u de dag niet precies? Laat dit leeg, en schrijf in de tekst wat u wel weet."}`,
  oneDay: "Vul één dag in.",
  noDay: "Deze dag bestaat niet, of het programma begrijpt hem niet. Schrijf bijvoorbeeld 21-11-2026, 3 mei of vandaag.",
  otherWeekday: (date: string): string => `De dag van de week klopt niet bij deze datum: dat is ${date}. Kijk na welke dag u bedoelt.`,
  noSuchDay: "Hier hoort een dag, bijvoorbeeld 21-11-2026, 3 mei of vandaag.",
  longAgo: (date: string): string => `Dat is ${date}, bijna een jaar geleden. Klopt dat? Druk dan nog eens op Enter.`,
  noYear: (date: string): string => `U typte geen jaar. Dat wordt ${date}. Klopt dat? Druk dan nog eens op Enter.`,
  stillToCome: "Deze dag moet nog komen. Klopt dat? Druk dan nog eens op Enter.",
  above: (n: number): string => `… nog ${String(n)} ${n === 1 ? "regel" : "regels"} hierboven`,
  below: (n: number): string => `… nog ${String(n)} ${n === 1 ? "regel" : "regels"} hieronder`,
  keys: {
    choose: "↑↓ kies",
    move: "↑↓ ga",
    space: "Spatie aan/uit",
    confirm: "Enter bevestigt",
    read: "Enter = gelezen",
    skip: "Enter = overslaan",
    newLine: "Enter nieuwe regel",
    twice: "2× Enter klaar",
    help: "? uitleg",
    helpWhileTyping: "F1 uitleg",
    back: "Esc terug",
    stop: "Ctrl-C bewaart en stopt",
    stopOutside: "Ctrl-C stopt en verandert niets",
    editor: "F4 eigen tekstverwerker",
    overview: "Ctrl-O overzicht",
    leave: "Ctrl-X wist ook het scherm",
    stopTyping: "Ctrl-C stopt",
    scroll: "↑↓ lees verder",
    shut: "? of Esc sluit de uitleg",
  },
}));

/** The face of lines, as it is read aloud: signs have names, and nothing is said with a place on the screen. */
const linear = once(() => ({
  screen: (wipes: boolean): string =>
    `Kan hier iemand meekijken die dit niet mag zien? Met twee uitroeptekens (!!) en Enter stopt u meteen: alles is bewaard en ${
      wipes ? "het scherm is leeg" : "wat u las, schuift uit beeld"
    }.`,
  signs: (overview: boolean, outside = false): string =>
    `Dit kunt u altijd typen, met Enter erachter: vraagteken (?) voor uitleg, kleiner dan (<) om terug te gaan, ${
      overview ? "hekje (#) voor het overzicht, " : ""
    }uitroepteken (!) om te ${outside ? "stoppen: dan verandert er niets" : "bewaren en te stoppen"}.`,
  literal: "Is uw antwoord zelf alleen zo’n teken? Typ er dan een spatie voor.",
  /** Keys of the other face, as texts name them. */
  keys: byName({ "Ctrl-X": "twee uitroeptekens (!!)", "Ctrl-O": "hekje (#)", "Ctrl-C": "uitroepteken (!)", Esc: "kleiner dan (<)" }),
  choices: "Keuzes:",
  numbered: (n: number, text: string): string => `${String(n)}. ${text}`,
  entry: (n: string): string => `Regel ${n}: `,
  one: (count: number): string =>
    count === 1 ? "Typ 1." : count === 2 ? "Typ 1 of 2." : `Typ een nummer van 1 tot en met ${String(count)}.`,
  several: "Typ de nummers van wat klopt, met spaties ertussen.",
  noneOf: "Klopt niets? Typ 0.",
  line: "Typ uw antwoord op één regel.",
  text: "Typ uw antwoord. Klaar? Typ dan een regel met alleen een punt.",
  many: "U mag zoveel regels typen als u wilt. Twee keer een lege regel sluit uw antwoord ook af.",
  number: (unit: string | undefined): string => `Typ een getal${unit === undefined ? "" : ` (${unit})`}.`,
  date: (day: DayKind): string =>
    `Typ een datum, zoals ${{ ahead: "21-1-2027 of morgen", past: "21-11-2026 of gisteren", birth: "1-2-2017" }[day]}.`,
  notice: "Gelezen? Druk op Enter.",
  first: "Enter is 1.",
  keep: "Enter laat het zo.",
  skip: "Enter slaat over.",
  empty: "Een min (-) laat dit leeg.",
  behind: "Wat u typt, komt erachter. Een min (-) begint opnieuw.",
  current: "Er staat nu:",
  editor: "Een sterretje (*) opent uw eigen tekstverwerker.",
  edited: (lines: number): string => (lines === 1 ? "Er staat nu 1 regel." : `Er staan nu ${String(lines)} regels.`),
  secret: "Wat u typt, komt niet op het scherm. Met kleiner dan (<) gaat u terug, met een uitroepteken (!) stopt u.",
  chosen: (words: string): string => sentence(`Gekozen: ${words}`),
  written: (words: string): string => sentence(`Genoteerd: ${words}`),
  skipped: "Overgeslagen.",
  kept: "Het blijft zo.",
  back: "Terug.",
  anew: "U begint opnieuw.",
  unclear: (typed: string): string => `${quoted(typed)} is geen keuze.`,
  ambiguous: (typed: string, numbers: readonly number[]): string => `${quoted(typed)} past bij ${listed(numbers.map(String), "en")}.`,
  alone: (text: string): string => `${quoted(text)} kan niet samen met een andere keuze.`,
  chooseFirst: "Kies eerst.",
  noOverview: "Hier is geen overzicht.",
  cut: "Deze regel was zo lang dat het einde kan ontbreken. Kijk hem na, of typ hem in kortere regels.",
  ready: "Wat u typte, staat klaar als u verdergaat.",
}));

const sentence = (text: string): string => (/[.!?…]$/u.test(text) ? text : `${text}.`);

/** What was said earlier, shown while something is asked. */
const recall = once(() => ({
  earlier: (label: string, on: string | undefined): string => (on === undefined ? `${label}:` : `${label} (${on}):`),
  one: (label: string, said: string): string => `${label} ${said}`,
  entry: (said: string): string => `- ${said}`,
}));

/** The exported record. */
const record = once(() => ({
  exercise: "OEFENING: geen echte zaak",
  skipped: "overgeslagen",
  nothing: "niets",
  none: "geen",
  empty: "niet ingevuld",
  read: "mededeling bij deze antwoorden",
  notYet: "nog niet ingevuld",
  notKnown: "nog niet bekend",
  gone: "staat niet meer in de lijst",
  leftOut: "Niet ingevuld",
  nothingYet: "In deze zaak is nog niets gevraagd.",
  entries: (n: number): string => (n === 0 ? "geen" : `${String(n)} ingevuld`),
  referred: (words: string, item: string, position: number): string =>
    words === "" ? `${item} ${String(position)}` : `${words} (${item} ${String(position)})`,
  repeated: (whole: string, words: string): string => `${whole}: ${words}`,
  described: (what: string, more: string, isSentence: boolean): string => `${what}${isSentence ? " –" : ","} ${more}`,
  writtenOn: (date: string): string => `opgeschreven op ${date}`,
  chapter: (n: number, title: string, date: string): string => `Hoofdstuk ${String(n)}: ${title}, begonnen op ${date}`,
  title: {
    begun: (date: string): string => `nog geen besluit, begonnen op ${date}`,
    decided: (date: string): string => `besluit van ${date}`,
    ended: (date: string): string => `begonnen op ${date}`,
    whole: (flow: string, what: string, reference: string | undefined): string =>
      `${flow}: ${what}${reference === undefined ? "" : `, zaak ${reference}`}`,
  },
  opening: {
    reference: "Kenmerk",
    status: "Stand",
    statuses: {
      open: (): string => "open: er is nog geen besluit",
      decided: (waiting: number): string =>
        `besloten: er is een besluit; er ${waiting === 1 ? "staat nog 1 vraag" : `staan nog ${String(waiting)} vragen`} open`,
      finished: (): string => "afgerond: er staan geen vragen meer open",
    },
    by: "Besloten door (functie)",
    on: "Besloten op",
    begun: "Begonnen op",
    waiting: (waiting: number): string => `open: ${waiting === 1 ? "er staat nog 1 vraag" : `er staan nog ${String(waiting)} vragen`} open`,
    framework: "Afwegingskader",
    dated: (name: string, date: string): string => `${name} (${date})`,
    organisation: "Organisatie",
    roles: byName({
      aandachtsfunctionaris: "Aandachtsfunctionaris",
      leidinggevende: "Leidinggevende",
      eindverantwoordelijke: "Eindverantwoordelijk voor het besluit",
      "veilig-thuis": "Veilig Thuis in de regio",
      verwijsindex: "Verwijsindex",
      "sociale-kaart": "Sociale kaart",
    }),
  },
  given: {
    title: "Overgenomen uit eerdere hoofdstukken",
    from: (n: number, title: string): string => `Uit hoofdstuk ${String(n)}: ${title}`,
  },
  checks: {
    title: "Nog eens naar te kijken",
    are: "Dit volgt uit de antwoorden. Het programma noemt het aan het eind van het hoofdstuk. Wie het hoofdstuk invult, beslist zelf wat daarmee gebeurt.",
  },
  decision: {
    title: "Het besluit",
    ending: "Uitkomst",
    endless: "De uitkomst is er als alle vragen zijn beantwoord.",
    none: "Er is nog geen besluit.",
    reopened:
      "Deze zaak was afgerond, met een besluit. Daarna is een antwoord veranderd, en daardoor staan er weer vragen open. Tot die zijn beantwoord, staat er geen besluit. Wat er veranderde en waarom, staat achteraan bij de correcties.",
    erased:
      "Deze zaak was afgerond, met een besluit. Daarna is er inhoud gewist of veranderd, en daardoor staan er vragen open. Tot die zijn beantwoord, staat er geen besluit. Wat er gebeurde en waarom, staat achteraan.",
    noneYet: "Nog niet alle vragen voor een besluit zijn beantwoord. Wat hieronder staat, kan nog veranderen.",
    departs: "Dit besluit wijkt af van wat de norm vraagt",
    outcome: (title: string): string => `Uitkomst: ${title}`,
    report: "Besluit over melden bij Veilig Thuis",
    help: "Besluit over hulp",
    says: "Wat uit de antwoorden volgt",
    decided: "Wat is besloten",
    reportRules: {
      required: "de norm vraagt een melding",
      advised: "een melding wordt aangeraden, uit voorzorg; geen meldnorm vraagt erom",
      allowed: "een melding mag; geen meldnorm vraagt erom",
      "not-required": "een melding is niet nodig",
    },
    helpRules: {
      required: "hulp is mogelijk en aanvaard, en hoort er dan te komen",
      advised: "hulp wordt aangeraden",
      allowed: "hulp bieden of organiseren mag",
      "not-required": "hulp is hier niet nodig",
    },
    reported: { yes: "wel melden", no: "niet melden" },
    helped: { yes: "wel hulp bieden of organiseren", no: "geen hulp bieden of organiseren" },
    elsewhere: "daarover gaat deze uitkomst niet",
    basis: "Waarop dit rust",
    follows: "Deze uitkomst volgt uit",
    applies: (norm: string): string => `${norm}: van toepassing`,
    /** @param entry who or what it is */
    ofEntry: (entry: string, test: string): string => `${entry}: ${test}`,
    precaution: (title: string): string => `${title}: van toepassing (voorzorg van dit programma, geen meldnorm)`,
    normText: "Tekst",
    notYet: "nog niet besloten",
    noNorm: "Geen meldnorm is van toepassing. Dat volgt uit",
    noNormYet: "Tot nu toe is geen meldnorm van toepassing. Dat volgt uit",
    notReached: "Geen meldnorm is aan de orde gekomen.",
    notReachedYet: "Tot nu toe is geen meldnorm aan de orde gekomen.",
  },
  steps: {
    numbered: (n: number, title: string): string => `Stap ${String(n)}: ${title}`,
    short: (n: number): string => `Stap ${String(n)}`,
    further: "Verder in deze stap",
    above: "zie hierboven, bij het besluit",
    unfinished: "Deze lijst is nog niet afgesloten.",
    ungrouped: "Overige",
    writtenOn: (date: string): string => `Opgeschreven op ${date}.`,
    writtenFrom: (first: string, last: string): string => `Opgeschreven tussen ${first} en ${last}.`,
  },
  norms: {
    title: "De meldnormen",
    precautions: "Voorzorg van dit programma",
    precautionsAre:
      "Dit zijn geen meldnormen. Het zijn aanwijzingen van dit programma, voor gevallen waarin de meldnormen geen antwoord geven.",
    states: { met: "van toepassing", "not-met": "niet van toepassing", "not-reached": "niet bereikt" },
    stated: (title: string, state: string): string => `${title}: ${state}`,
    text: "De norm",
    precaution: "De voorzorg",
    why: "Waarom",
    checked: "Vergeleken met de bronnen op",
  },
  unasked: {
    title: "Wat niet is gevraagd, en waarom",
    intro: "Deze vragen horen niet bij deze antwoorden. Vooraan staat waarom.",
    nothing: "Alle vragen zijn gesteld.",
    and: "en",
    otherwise: (step: string): string => `Niet nodig bij de andere antwoorden (${step})`,
    whole: (step: string): string => `${step}: alles`,
    part: (step: string, labels: string): string => `${step}: ${labels}`,
    noDeparture: "Het besluit wijkt niet af van een norm",
  },
  because: {
    answer: (label: string, answer: string): string => `${quoted(label)} is ${quoted(answer)}`,
    list: (label: string, count: string): string => `${quoted(label)}: ${count}`,
    begun: (label: string, count: string): string => `${quoted(label)}: ${count}, nog niet klaar`,
    option: (text: string): string => quoted(text),
    entry: (item: string, test: string): string => `er is een ${item} waarvoor geldt: ${test}`,
    noEntry: (item: string, test: string): string => `er is geen ${item} waarvoor geldt: ${test}`,
    everyEntry: (item: string, test: string): string => `voor alle regels (${item}) geldt: ${test}`,
    notEveryEntry: (item: string, test: string): string => `er is een ${item} waarvoor niet geldt: ${test}`,
    given: (label: string): string => `${quoted(label)} is beantwoord`,
    open: (label: string): string => `${quoted(label)} is nog open`,
    norm: (title: string, state: "met" | "not-met" | "not-reached"): string =>
      `${title} is ${{ met: "van toepassing", "not-met": "niet van toepassing", "not-reached": "niet bereikt" }[state]}`,
  },
  pending: {
    title: "Wat nog open staat",
    open: "Nog te beantwoorden",
    deferred: "Uitgesteld tot na het besluit",
    depending: "Wordt misschien nog gevraagd",
    nothing: "Er staan geen vragen meer open.",
  },
  agenda: {
    title: "Afspraken en data",
    nothing: "Er zijn geen data om te onthouden.",
    entry: (what: string, entry: string, words: string): string => `${what} (${entry}${words === "" ? "" : `: ${words}`})`,
  },
  notes: {
    title: "Aantekeningen",
    numbered: (n: number): string => `Aantekening ${String(n)}`,
    about: "Over",
    by: "Van wie",
    at: "Opgeschreven op",
    text: "Tekst",
    rule: "Bevinding die is blijven staan",
  },
  sources: {
    title: "Versie en bronnen",
    edition: "Vragenlijst",
    version: (flow: string, version: string): string => `${flow}, versie ${version}`,
    sector: "Sector",
    overlays: "Aangepast met",
    checked: "Vergeleken met de bronnen op",
    missing: "Niet geverifieerd",
    own: "De tekst van uw eigen beroep",
    ofNorms: "Bronnen bij de normen",
    ofFramework: "Bronnen bij het afwegingskader",
    ofQuestions: "Bronnen bij de gestelde vragen",
    doubtful: (title: string): string => `${title} (niet gecontroleerd)`,
    place: (place: string | undefined, date: string): string => `${place === undefined ? "" : `${place}, `}gelezen op ${date}`,
    unverified: "niet gecontroleerd: de bron zelf kon niet worden gelezen",
  },
  origin: {
    title: "Correcties en herkomst",
    parked: "Antwoorden die nu niet meetellen",
    parkedAre: "Deze antwoorden zijn bewaard, maar tellen nu niet mee: bij de andere antwoorden wordt dit niet gevraagd.",
    noParked: "Er zijn geen antwoorden die nu niet meetellen.",
    inList: (label: string, entry: string): string => `${label}, ${entry}`,
    corrections: "Correcties",
    noCorrections: "Er is niets verbeterd.",
    numbered: (entry: string, id: string): string => `${entry} (${id})`,
    correction: (n: number, what: string): string => `Correctie ${String(n)}: ${what}`,
    was: "Was",
    became: "Werd",
    what: "Wat",
    added: "toegevoegd nadat de lijst was afgesloten",
    removed: "weggehaald; hieronder staat wat er stond",
    fieldWas: (label: string): string => `${label} was`,
    fieldBecame: (label: string): string => `${label} werd`,
    when: "Wanneer",
    why: "Waarom",
    noReason: "geen reden gegeven; voor het afronden hoeft dat niet",
    noReasonAfter: "geen reden gegeven",
    afterFinish: "na het afronden",
    happened: "Wat er met het zaakbestand gebeurde",
    finished: (chapter: number | undefined): string => (chapter === undefined ? "Afgerond op" : `Hoofdstuk ${String(chapter)} afgerond op`),
    ended: (at: string, outcome: string, norms: readonly string[]): string =>
      `${at}; uitkomst: ${outcome}; van toepassing: ${norms.length === 0 ? "geen norm" : listed(norms, "en")}`,
    erased: (line: number): string => `Regel ${String(line)} is gewist. Grond`,
    recovered: "Een laatste regel was niet af en is afgeknipt",
    bytes: (n: number): string => (n === 1 ? "1 byte" : `${String(n)} bytes`),
    recoveredDraft: "Wat werd ingevuld toen de sessie werd afgebroken, is teruggevonden",
    takenOver: "Verder geschreven na een afgebroken sessie op",
    kept: "Hoe het zaakbestand wordt bewaard",
    keptAs: (encrypted: boolean, others: number): string =>
      encrypted
        ? `versleuteld${others === 0 ? "" : `, ook te openen met ${others === 1 ? "een andere sleutel" : `${String(others)} andere sleutels`}`}`
        : "niet versleuteld; daar is bewust voor gekozen",
    about: "Over dit verslag",
    id: "Zaak",
    app: "Gemaakt met meldcode, versie",
    renderer: "Versie van dit verslag",
    editionHash: (n: number): string => `Vingerafdruk van de vragenlijst (hoofdstuk ${String(n)})`,
    lines: "Regels in het zaakbestand",
    fingerprint: "Vingerafdruk van de laatste regel",
    replaced: "Tekens die niet gelezen konden worden, zijn vervangen door \uFFFD.",
    proof:
      "De vingerafdruk is berekend over alle regels van het zaakbestand: heeft het bestand dezelfde vingerafdruk, dan is dit verslag van precies die regels gemaakt. Zij bewijst niet dat de antwoorden waar zijn of dat de klok goed stond.",
  },
}));

const addOne = (item: string, count: number): string => `Voeg ${count === 0 ? "" : "nog "}een ${item} toe`;

export const nl = {
  quoted,
  /** As the first word of a sentence. */
  capital,
  listed,
  kinds: KINDS,

  date: longDate,

  /** The place of what a chapter took over. */
  earlier: "Uit een eerder hoofdstuk",
  /** How an answer begins that says nothing without its question. */
  bare: /^(?:ja|nee|geen van|onbekend|(?:dat )?weet ik)\b/i,
  /** The steps before step n, for texts with {stappen}. */
  stepsBefore: (n: number): string => (n <= 2 ? "stap 1" : `stap 1 tot en met ${String(n - 1)}`),
  nearest: (name: string | undefined): string => (name === undefined ? "" : ` Bedoelt u ${quoted(name)}?`),
  between: (min: number | undefined, max: number | undefined): string => {
    if (min === undefined) return `hoogstens ${String(max)}`;
    if (max === undefined) return `minstens ${String(min)}`;
    return min === max ? `precies ${String(min)}` : `van ${String(min)} tot en met ${String(max)}`;
  },

  /** How many choices, or entries of a list, there are to be. */
  howMany: ({ kind, min, max }: Askable): string => {
    const few = (n: number): string => (n === 1 ? "één" : String(n));
    const least = min === undefined ? [] : [`minstens ${few(min)}`];
    const most = max === undefined ? [] : [`hoogstens ${few(max)}`];
    const many = min !== undefined && min === max ? `precies ${few(min)}` : [...least, ...most].join(" en ");
    return kind === "list" ? `Zet er ${many} in deze lijst.` : `Kies er ${many}.`;
  },

  /** What a question wants, with its options. */
  expected: ({ kind, options }: Askable): string => KINDS[kind] + (options.length === 0 ? "" : `: ${listed(options.map(({ id }) => id))}`),
  /** A spot in an answers file, counted as people count. */
  spot: (path: readonly (string | number)[]): string =>
    path.map((part) => (typeof part === "number" ? `nummer ${String(part + 1)}` : part)).join(", "),
  /** Why a value is refused: what was expected. `near` is the nearest right name. */
  refusal: (refusal: Refusal, near?: string): string => {
    switch (refusal.code) {
      case "kind":
        return `Hier hoort ${nl.expected(refusal.askable)}.${refusal.askable.kind === "line" || refusal.askable.kind === "text" ? " Zet een getal tussen aanhalingstekens." : ""}`;
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
        return nl.howMany(refusal.askable);
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
        return `Hier ontbreekt ${quoted(refusal.askable.id)}: ${nl.expected(refusal.askable)}.`;
      case "item-id":
        return `Hier hoort een nummer uit de lijst ${quoted(refusal.list)}, zoals ${refusal.list}-1.`;
      case "unknown-ref":
        return `${quoted(refusal.given)} staat niet in de lijst ${quoted(refusal.list)}.`;
      case "item-twice":
        return `${quoted(refusal.given)} komt twee keer voor of is eerder gebruikt. Elk nummer hoort bij één regel.`;
    }
  },
  get journal() {
    return journal();
  },

  bug: "Er ging iets mis in meldcode zelf. Wat u eerder antwoordde, staat op de schijf. Stuur de regels hieronder aan de makers; er staan geen antwoorden in.",
  get disk() {
    return disk();
  },
  get age() {
    return age();
  },
  get key() {
    return key();
  },
  get flow() {
    return flow();
  },
  get yaml() {
    return yaml();
  },
  get schema() {
    return schema();
  },
  get answers() {
    return answers();
  },
  get template() {
    return template();
  },
  get condition() {
    return condition();
  },
  get scenario() {
    return scenario();
  },
  get graph() {
    return graph();
  },
  get cli() {
    return cli();
  },
  get chapter() {
    return chapter();
  },
  get interview() {
    return interview();
  },
  get list() {
    return list();
  },
  get home() {
    return home();
  },
  get practice() {
    return practice();
  },
  get retention() {
    return retention();
  },
  get framework() {
    return framework();
  },
  get purge() {
    return purge();
  },
  get trust() {
    return trust();
  },
  get editor() {
    return editor();
  },
  get why() {
    return why();
  },
  get consequence() {
    return consequence();
  },
  get overview() {
    return overview();
  },
  get prompt() {
    return prompt();
  },
  get linear() {
    return linear();
  },
  get recall() {
    return recall();
  },
  get record() {
    return record();
  },
};
