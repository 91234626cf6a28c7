/** Dutch words of the documents for one reader: a part of the messages of nl.ts, apart because only they load it. Level B1. */
import type { Secret } from "./leak/leak.ts";
import { nl } from "./nl.ts";

const { quoted } = nl;

const KINDS: Readonly<Record<Secret["kind"], string>> = {
  name: "een naam",
  birth: "een geboortedatum",
  address: "een adres",
  reference: "een nummer",
  organisation: "de naam van de organisatie",
  words: "woorden die hier niet mogen staan",
};

export const words = {
  kinds: {
    waarneming: "Zelf gezien of gehoord",
    uitspraak: "Gezegd door een ander",
    oordeel: "Oordeel van een deskundige of een ander",
    gevoel: "Gevoel van de professional (geen feit)",
  } as Readonly<Record<string, string>>,
  isPrivate: "Dit bestand is alleen voor uzelf. Daar is geen document voor een ander van te maken.",
  noChapter: (flow: string): string =>
    `In deze zaak is het hoofdstuk ${quoted(flow)} nog niet begonnen. Begin het met: meldcode resume <zaak> --flow ${flow}`,
  open: (chapter: string, labels: readonly string[]): string => `In ${quoted(chapter)} is nog niet ingevuld: ${labels.join(", ")}.`,
  asOf: (id: string, date: string): string => `Gemaakt uit zaak ${id}. Wat na ${date} is opgeschreven, staat er niet in.`,
  readFirst: "Lees het document na voordat het weggaat. Haal weg wat de ontvanger niet nodig heeft.",
  freeText:
    "Een programma vindt niet alles. Vrije tekst is nooit helemaal anoniem: ook een gebeurtenis, een beroep of een plek kan laten zien om wie het gaat. Lees het document zelf na.",
  leaked: "Het document is niet gemaakt, want er staat iets in wat er niet in mag:",
  leak: (place: string, found: string, label: string, kind: Secret["kind"]): string =>
    `- bij ${quoted(place)} staat ${quoted(found)}. Dat lijkt op ${KINDS[kind]} (${label}).`,
  mend: "Verbeter dat antwoord met ‘meldcode resume’, en probeer het opnieuw.",
  tellingName:
    "Let op: de naam van het bestand laat zien wat het is of voor wie. Anderen kunnen die naam zien. Kies liever een naam die niets zegt.",
  /** What should not stand in the name of a file. */
  tellingWords: [
    "mishandel",
    "geweld",
    "meld",
    "veilig",
    "dossier",
    "gezin",
    "plan",
    "advies",
    "overdracht",
    "moeder",
    "vader",
    "kind",
    "zoon",
    "dochter",
  ],
  voor: {
    needed: (kind: string): string => `Zeg voor wie het is, bijvoorbeeld: meldcode export <zaak> --as ${kind} --voor moeder`,
    notHere: (kind: string): string => `--voor hoort bij --as gezin en --as dossier, niet bij --as ${kind}.`,
    unknown: (given: string, roles: readonly string[]): string =>
      `Niemand in deze zaak heeft de rol ${quoted(given)}. ${roles.length === 0 ? "Er staan nog geen betrokkenen in." : `Deze rollen zijn er: ${roles.join(", ")}.`}`,
    several: (given: string, roles: readonly string[]): string =>
      `Meer dan één persoon heeft de rol ${quoted(given)}. Zet de leeftijd erachter. Deze rollen zijn er: ${roles.join(", ")}.`,
  },
  melding: {
    title: "Melding bij Veilig Thuis",
    hidden: "De betrokkenen mogen niet weten wie deze melding doet. Vertel hun ook niets wat naar de melder leidt.",
    apart: "Wat iemand zag of hoorde, wat iemand zei en wat iemand ervan vindt, staan in dit document apart.",
    outcome: "Uitkomst van de meldcode",
    parts: {
      reporter: "Wie meldt",
      persons: "Over wie het gaat",
      safety: "Veiligheid nu",
      facts: "Feiten",
      against: "Wat ertegen spreekt en wat beschermt",
      judgements: "Oordelen en zorgen",
      views: "Wat de betrokkenen zelf zeggen",
      steps: "Stappen die zijn gezet",
      informed: "Verteld en toestemming",
      help: "Hulp tot nu toe, en wat wij blijven doen",
      asked: "Wat wij Veilig Thuis vragen",
    },
  },
  overdracht: {
    title: "Overdracht",
    parts: {
      who: "Wie draagt over aan wie",
      sight: "Zicht op de veiligheid",
      persons: "Over wie het gaat",
      facts: "Aanleiding en feiten",
      judgements: "Oordelen en zorgen",
      conditions: "Voorwaarden en afspraken die er al zijn",
      expected: "Wat wij van elkaar verwachten",
      wishes: "Wat de betrokkenen willen en weten",
      unknown: "Wat nog niet bekend is",
      confirmed: "Bevestiging",
    },
  },
  plan: {
    steps: { "plan-begin": "Over dit plan", "hvp-begin": "Doel", "herstel-begin": "Stand van het herstel" } as Readonly<
      Record<string, string>
    >,
    title: "Plan voor veiligheid, hulp en herstel",
    about:
      "Dit document is voor de professionals die het plan uitvoeren. Geef het niet mee aan de betrokkenen: er staan woorden in van meer mensen. Voor hen is er een eigen versie.",
  },
  advies: {
    title: "Vraag om advies, zonder namen",
    about: "Hier staan rollen en leeftijden. Om wie het gaat, wordt niet gezegd.",
    stillThere:
      "Het document is niet gemaakt: u schreef dat er nog iets in staat waaraan te zien is om wie het gaat. Verbeter de tekst in het hoofdstuk ‘adviesvraag’ en verander dan dat antwoord.",
    parts: {
      question: "De vraag",
      now: "Hoe veilig het nu is",
      persons: "Om wie het gaat, in rollen",
      facts: "Feiten",
      judgements: "Oordelen en zorgen",
    },
  },
  gezin: {
    title: (role: string): string => `Afspraken voor ${lower(role)}`,
    danger: "Is iemand nu in gevaar? Bel 112.",
    keep: "Bewaar dit papier op een veilige plek. Laat het aan niemand zien als dat gevaar kan geven.",
    noPlan: "In deze zaak is geen eigen veiligheidsplan gemaakt. Dan is er ook geen versie voor het gezin.",
    unsafe: (role: string): string =>
      `Het document is niet gemaakt: in het veiligheidsplan staat dat het niet veilig is als ${lower(role)} het plan heeft.`,
    check: (role: string): string =>
      `Woorden van anderen, verblijfplaatsen en vluchtwegen zijn weggelaten. Lees het na: kan ${lower(role)} hierdoor, of een ander in huis, gevaar lopen? Geef het dan niet.`,
    alarm: "Bij gevaar",
    veiligThuis: "Veilig Thuis, dag en nacht, gratis",
    /** What an answer is called here, in the words of who reads it. */
    labels: {
      "plan-reden-samen": "Onze reden",
      "plan-volgende-stap": "De volgende stap",
      "plan-datum": "Afgesproken op",
      "plan-termijn": "Dan moet dit allemaal zo zijn",
      "plan-evaluatie-op": "Dan kijken wij samen terug",
      "plan-casusregisseur": "Het vaste aanspreekpunt voor dit plan",
      netwerk: "Wie daarbij helpt",
      succes: "Dit lukte al eerder",
      wens: "Wens",
      anders: "Dit gaat dan anders",
      cijfer: "Cijfer nu, van 0 tot en met 10",
    } as Readonly<Record<string, string>>,
    drawHome: "Zo is het thuis als het goed gaat",
    drawHelp: "Deze mensen helpen",
    parts: {
      why: "Waarom wij dit afspreken",
      conditions: "Dit moet er altijd zijn",
      own: (role: string): string => `Wat ${lower(role)} doet`,
      others: "Wat anderen doen",
      wishes: (role: string): string => `Wat ${lower(role)} zelf wil`,
      network: "Wie er helpt",
      next: "En als het goed gaat",
      when: "Belangrijke dagen",
      call: "Wie er te bellen is",
      draw: "Ruimte om te tekenen",
    },
  },
  dossier: {
    title: (role: string): string => `Dossier van ${lower(role)}`,
    about: (role: string): string =>
      `Dit is wat in de zaak staat over ${lower(role)}, en wat er is besloten. Gegevens van anderen, en wat anderen zeiden, staan er niet in.`,
    left: (n: number): string =>
      n === 1
        ? "In dit hoofdstuk is één regel weggelaten, omdat die over een ander gaat of van een ander komt."
        : `In dit hoofdstuk zijn ${String(n)} regels weggelaten, omdat die over een ander gaan of van een ander komen.`,
    statements: "Eigen verklaringen",
    by: "Van",
    statement: "Verklaring",
    hidden:
      "Het document is niet gemaakt: de melding is gedaan zonder dat de betrokkenen weten wie meldt. In een dossier kan dat te zien zijn. Overleg eerst met Veilig Thuis.",
    check:
      "Dit is een voorstel. Een ander kan ook rechten hebben, en inzage kan iemand in gevaar brengen. Lees het na, en overleg bij twijfel met een jurist van uw organisatie of beroepsvereniging.",
  },
  keeping: {
    title: (role: string): string => `Kan ${lower(role)} dit papier veilig bewaren?`,
    label: "Veilig te bewaren",
    help: "Vraag het zelf, apart van anderen. Wie kan het thuis vinden? Denk ook aan een telefoon waarop een ander meekijkt. Twijfelt u? Geef het dan niet mee.",
    yes: "Ja, dat is met deze persoon besproken",
    no: "Nee, of dat is niet zeker",
    notMade: "Er is geen document gemaakt.",
    needed: (role: string): string =>
      `Zonder terminal kan niet worden gevraagd of ${lower(role)} dit papier veilig kan bewaren. Is dat besproken? Zet er dan --veilig-te-bewaren bij.`,
    onlyGezin: "--veilig-te-bewaren hoort bij --as gezin.",
  },
  /** What stands in the tab of a browser and above a printed page: nothing about what it is. */
  neutral: "Document",
};

/** A role inside a sentence. */
const lower = (role: string): string => role.slice(0, 1).toLowerCase() + role.slice(1);
