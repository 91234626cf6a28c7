/** Dutch words by which names and dates are found back in a text: a part of the messages of nl.ts, apart because only documents load it. */

const ONES = ["eerste", "tweede", "derde", "vierde", "vijfde", "zesde", "zevende", "achtste", "negende"];
const TEENS = [
  "tiende",
  "elfde",
  "twaalfde",
  "dertiende",
  "veertiende",
  "vijftiende",
  "zestiende",
  "zeventiende",
  "achttiende",
  "negentiende",
];
const OVER_TWENTY = ["een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen"];

/** Words that hold others together. */
const PARTICLES = (
  "de het een t den der des ter ten te van von vd v d en of in op aan bij met uit over voor door naar om tot als is zijn was er die dat " +
  "dit niet geen wel ook nog maar ja nee ik hij zij ze we wij u uw haar hem hun mijn jij je ons onze la le du el al dos"
).split(" ");

/** What people are called without a name, and what is said of names. */
const PEOPLE = (
  "naam namen voornaam achternaam meisjesnaam alleen onbekend bekend weet weten mevrouw meneer heer dhr mevr mw fam familie gezin " +
  "moeder vader ouder ouders kind kinderen zoon dochter broer broertje zus zusje oma opa oom tante neef nicht man vrouw partner " +
  "vriend vriendin jongen meisje baby stiefvader stiefmoeder pleegvader pleegmoeder schoonmoeder schoonvader"
).split(" ");

export const words = {
  organisation: "Organisatie",
  /** Words that tell nobody who somebody is, even where they stand in a name or an address. All folded: small, without accents. */
  common: [...PARTICLES, ...PEOPLE],
  /** The words among these that only hold others together. */
  particles: PARTICLES,
  /** Words that hold a sentence together and say little of themselves. */
  linking: (
    "dan toen nu hier daar waar wie wat welke hoe er eens elke elk alle alles iets iemand niemand niets zo weer altijd nooit vaak soms heeft " +
    "hebben had hebt heb ben bent zijn wordt worden werd kan kunnen kon wil willen wilde mag mogen moet moeten zal zou zullen gaat gaan ging " +
    "doet doen deed komt komen kwam zegt zeggen zei vraagt bij tussen tegen zonder onder na tot sinds tijdens omdat want dus maar of toch al " +
    "meer veel minder keer dag dagen week weken maand jaar uur zelf ander andere anderen mee thuis maandag dinsdag woensdag donderdag " +
    "vrijdag zaterdag zondag weekend ochtend middag avond nacht school"
  ).split(" "),
  /** The same, in an address. */
  commonInAddress: (
    "straat laan weg plein kade hof pad dijk singel gracht steeg adres huis huisnummer postcode plaats stad dorp gemeente wijk buurt " +
    "flat kamer etage verdieping appartement woning elders zelfde hetzelfde dezelfde nederland"
  ).split(" "),
  /** How streets are written in short. */
  streets: { straat: "str", laan: "ln", plein: "pln" },
  /** How a letter is written where it cannot be typed. */
  spelledOut: { ä: "ae", ö: "oe", ü: "ue", ø: "oe", æ: "ae", å: "aa" } as Readonly<Record<string, string>>,
  /** What sort of organisation it is, in front of its own name. */
  sorts: (
    "basisschool school obs cbs rkbs pcb kindcentrum ikc kinderopvang opvang kinderdagverblijf kdv bso peuterspeelzaal college lyceum " +
    "stichting vereniging praktijk huisartsenpraktijk huisarts tandartspraktijk gezondheidscentrum ziekenhuis kliniek wijkteam buurtteam team"
  ).split(" "),
  /** Endings behind any name: of smallness, and those of more than one. */
  small: "je jes tje tjes etje etjes pje pjes kje kjes ke ken ie ies".split(" "),
  /** Endings that would make a word of everyday of a short name. */
  endings: "e en n es se er ers eren isch ische".split(" "),
  /** Each month as it is written, for a pattern. */
  months: [
    "januari|jan",
    "februari|feb|febr",
    "maart|mrt|mar",
    "april|apr",
    "mei",
    "juni|jun",
    "juli|jul",
    "augustus|aug",
    "september|sept|sep",
    "oktober|okt",
    "november|nov",
    "december|dec",
  ],
  ordinals: [...ONES, ...TEENS, "twintigste", ...OVER_TWENTY.map((one) => `${one}(?:en|-en-)twintigste`), "dertigste", "eenendertigste"],
};
