/** Dutch words about the organisation and its sector: a part of the messages of nl.ts, apart because little else loads it. Level B1. */
import type { SectorSource } from "./formats.ts";

/** How sectors are called; the overlays in flows/sectoren/ have the same titles. */
export const SECTOR_TITLES: Readonly<Record<SectorSource, string>> = {
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

export const words = {
  sectorMenu: {
    title: "In welke sector werkt u? Dit wordt één keer gevraagd.",
    label: "Sector",
    place: "",
    lines: [],
    help: "De vijf afwegingen zijn overal gelijk. Wat verschilt: wie beslist, wat u eerst moet doen, hoe twijfel telt, en de woorden. Staat uw beroep er niet bij, of weet u het niet? Kies dan Anders: u volgt het algemene kader.",
    options: Object.entries(SECTOR_TITLES).map(([id, text]) => ({ id, text })),
  },
  /** The smallest profile. */
  remember: (sector: string): string => `# Het profiel van uw organisatie. Meer invullen: meldcode organisation init\nsector: ${sector}\n`,
  remembered: (path: string): string => `Uw sector staat nu in ${path}. Daar kunt u hem veranderen.`,
};
