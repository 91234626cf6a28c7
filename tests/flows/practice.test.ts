/** The shipped practice cases: their names, their texts, and every point of their debriefs on walks through the flow. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { authorPractice } from "../../src/adapters/authored.ts";
import { practice as readPractice, practiceFile } from "../../src/adapters/practice.ts";
import { faults } from "../../src/core/answers.ts";
import { ALWAYS, holds, normalise } from "../../src/core/condition.ts";
import type { PointSource, PracticeCaseSource } from "../../src/core/formats.ts";
import { debrief, toldAt } from "../../src/core/practice.ts";
import { checkPractice } from "../../src/core/practicecheck.ts";
import { walk, type Walk } from "../../src/core/walk.ts";
import { ROOT } from "../program.ts";
import { anyWalk, dice, edition, flow } from "../shipped.ts";
import { answers } from "../tiny.ts";

const source = authorPractice(practiceFile(join(ROOT, "flows")), () => edition);
const named = source.cases.map((one) => [one.id, one] as const);
const practiceOf = (id: string): PracticeCaseSource => {
  const found = source.cases.find((one) => one.id === id);
  if (found === undefined) throw new Error(`no practice case ${id}`);
  return found;
};
const applies = ({ when }: PointSource, { scope }: Walk): boolean => holds(normalise(when, ALWAYS), scope);
const shownIn = ({ debrief: points }: PracticeCaseSource, now: Walk): readonly string[] =>
  points.filter((point) => applies(point, now)).map(({ id }) => id);

test("every name in them exists, and what the build left is what the YAML says", async () => {
  expect(checkPractice(source, edition)).toEqual([]);
  expect(await readPractice(ROOT)).toEqual(source);
});

describe("each text is one that a professional may read", () => {
  const texts = ({ id, title, story, more, debrief: points, closing }: PracticeCaseSource): readonly (readonly [string, string])[] => [
    [`${id} title`, title],
    [`${id} story`, story],
    ...more.map(({ at, text }) => [`${id} ${at}`, text] as const),
    ...points.map((point) => [`${id} ${point.id}`, point.text] as const),
    [`${id} closing`, closing],
  ];
  const all = source.cases.flatMap(texts);

  test.each(named)("%s: a story of 150 to 250 words, and parts that can be read at once", (_, { story, more }) => {
    const words = (text: string): number => text.trim().split(/\s+/).length;
    expect(words(story)).toBeGreaterThanOrEqual(150);
    expect(words(story)).toBeLessThanOrEqual(250);
    for (const { text } of more) expect(words(text), text).toBeLessThanOrEqual(110);
  });

  test("no names and no places: a capital stands at the beginning of a sentence, or in Veilig Thuis", () => {
    const capitals = all.flatMap(([where, text]) =>
      [...text.matchAll(/(?<=[\p{L}\d,;] )\p{Lu}\p{L}+/gu)]
        .map(([word]) => `${where}: ${word}`)
        .filter((found) => !/: (Veilig|Thuis)$/.test(found)),
    );
    expect(capitals).toEqual([]);
  });

  test("short sentences, no grades, no blame", () => {
    const long = all.flatMap(([where, text]) =>
      text
        .split(/(?<=[.?!]["’]?)\s+/)
        .filter((sentence) => sentence.split(/\s+/).length > 24)
        .map((sentence) => `${where}: ${sentence}`),
    );
    expect(long).toEqual([]);
    const judged = source.cases.flatMap((one) =>
      [...one.debrief.map(({ text }) => text), one.closing].filter((text) =>
        /\b(fout|verkeerd|vergeten|vergat|helaas|jammer|had(den)? (u )?moeten|u had|moest|goed gedaan|prima|netjes|cijfer|voldoende|onvoldoende|slecht)\b/iu.test(
          text,
        ),
      ),
    );
    expect(judged).toEqual([]);
  });

  test("every point asks something", () => {
    expect(source.cases.flatMap(({ debrief: points }) => points.filter(({ text }) => !text.includes("?")).map(({ id }) => id))).toEqual([]);
  });
});

describe("the debriefs, on walks through the flow", () => {
  const walks = Array.from({ length: 1500 }, (_, seed) => walk(flow, anyWalk(flow, dice(seed)))).filter(
    ({ status }) => status === "finished",
  );

  test.each(source.cases.flatMap((one) => one.debrief.map((point) => [one.id, point.id, point] as const)))(
    "%s, %s: is shown for some answers, and not for others unless it always is",
    (_, __, point) => {
      expect(walks.some((now) => applies(point, now))).toBe(true);
      expect(walks.some((now) => !applies(point, now))).toBe(point.when !== undefined);
    },
  );

  test.each(named)("%s: there is always something to say, and each part of the story is told on some walk", (_, one) => {
    for (const now of walks) expect(shownIn(one, now).length).toBeGreaterThan(0);
    const told = new Set(walks.flatMap((now) => now.path.slice(-1).flatMap((last) => toldAt(one, now, last))));
    expect(one.more.filter((part) => !told.has(part)).map(({ at }) => at)).toEqual([]);
  });

  test.each(named)("%s: the parts stand in the order of the flow", (_, { more }) => {
    const order = more.map(({ at }) => [...flow.questions.values()].findIndex(({ id, step }) => id === at || step.id === at));
    expect(order).toEqual(order.toSorted((a, b) => a - b));
  });
});

/** Answers as a file holds them. */
type Filled = Parameters<typeof answers>[0];
interface Row {
  readonly practice: string;
  /** What is answered otherwise than in the file beside this one; undefined leaves it out. */
  readonly change: Readonly<Record<string, Filled[string] | undefined>>;
  readonly outcome: string;
  readonly norms: readonly string[];
  readonly asks: readonly string[];
}

/** Walked to the end: what does not come up is left out, and what is missing may not be. */
function walked({ practice, change }: Row): Walk {
  const file = parse(readFileSync(join(import.meta.dirname, "oefeningen", `${practice}.yaml`), "utf8")) as Filled;
  const given = Object.fromEntries(Object.entries({ ...file, ...change }).filter(([, value]) => value !== undefined)) as Filled;
  expect(faults(flow, given)).toEqual([]);
  const notices = [...flow.questions.values()].flatMap(({ id, kind }) => (kind === "notice" ? [[id, true] as const] : []));
  return walk(flow, answers({ ...given, ...Object.fromEntries(notices) }));
}

const [report, closed] = [
  {
    geinformeerd: [],
    "melding-naam": "eigen-naam",
    "melding-wijze": "telefoon",
    "melding-datum": "2026-11-20",
    "contact-doelen-taken": "Ik blijf komen.",
  },
  { "verder-na-stap-1": "nee", "vermoeden-weg-door": "Er was een andere uitleg.", "andere-steun": "Ik kijk over een maand weer." },
];

describe("each practice case, walked to the end", () => {
  test.each<[string, Row]>([
    [
      "te-laat, with care: report and help",
      {
        practice: "te-laat",
        change: {},
        outcome: "melden-en-hulp",
        norms: ["meldnorm-1"],
        asks: ["eigen-of-gehoord", "broertje", "geheim", "vader"],
      },
    ],
    [
      "te-laat, alone, without the child and with a departure",
      {
        practice: "te-laat",
        change: {
          consulten: [],
          "geen-consult-reden": "Er was niemand.",
          "kind-gehoord": "nee",
          "besluit-melden": "nee",
          "afwijking-reden": "Moeder wil hulp.",
          "afwijking-tweede-persoon": "Directeur",
        },
        outcome: "hulp",
        norms: ["meldnorm-1"],
        asks: ["eigen-of-gehoord", "broertje", "niemand", "kind-nog-niet", "afwijking", "vader"],
      },
    ],
    [
      "te-laat, only from hearsay, the talk put off without a reason of safety, and no pattern seen",
      {
        practice: "te-laat",
        change: {
          signalen: [{ soort: "gevoel", wat: "Ik maak me zorgen." }],
          "gesprek-status": "uitgesteld",
          structureel: "nee",
          tussentijd: [],
          "besluit-melden": "nee",
        },
        outcome: "hulp",
        norms: [],
        asks: [
          "eigen-of-gehoord",
          "geen-waarneming",
          "geen-uitspraak",
          "broertje",
          "gesprek",
          "geheim",
          "patroon",
          "vader",
          "tot-die-tijd",
        ],
      },
    ],
    [
      "te-laat, nobody is told beforehand, and Veilig Thuis was not asked",
      {
        practice: "te-laat",
        change: {
          consulten: [
            {
              "met-wie": "collega",
              functie: "Leerkracht",
              datum: "2026-11-20",
              anoniem: "ja",
              vraag: "Wat nu?",
              advies: "Praat.",
              gedaan: "Doe ik.",
            },
          ],
          geinformeerd: [],
        },
        outcome: "melden-en-hulp",
        norms: ["meldnorm-1"],
        asks: ["eigen-of-gehoord", "broertje", "zonder-veilig-thuis", "geheim", "niet-vooraf", "vader"],
      },
    ],
    [
      "te-laat, closed after step 1",
      {
        practice: "te-laat",
        change: closed,
        outcome: "afsluiten",
        norms: [],
        asks: ["eigen-of-gehoord", "broertje", "geen-vermoeden", "vader"],
      },
    ],
    [
      "vader-en-dochter, with care: advice in doubt, and help",
      { practice: "vader-en-dochter", change: {}, outcome: "hulp", norms: [], asks: ["alleen", "wens", "overbelast", "terugkijken"] },
    ],
    [
      "vader-en-dochter, doubt without advice: a report is advised",
      {
        practice: "vader-en-dochter",
        change: { "advies-na-twijfel": "nog-niet-gevraagd", "advies-vragen-op": "2026-11-21", "besluit-melden": "ja", ...report },
        outcome: "melden-en-hulp",
        norms: ["voorzorg-twijfel"],
        asks: ["alleen", "wens", "twijfel", "overbelast", "melden-mag", "terugkijken"],
      },
    ],
    [
      "vader-en-dochter, sure that it is safe, and no injury written down",
      {
        practice: "vader-en-dochter",
        change: {
          signalen: [{ soort: "waarneming", wat: "Ik hoorde haar roepen.", letsel: "nee" }],
          letselduiding: undefined,
          vormen: ["psychisch"],
          acuut: "nee",
          structureel: "nee",
        },
        outcome: "hulp",
        norms: [],
        asks: ["alleen", "geen-uitspraak", "geen-letsel", "welk-woord", "wens", "zeker", "overbelast", "terugkijken"],
      },
    ],
    [
      "vader-en-dochter, his words taken as a disclosure: report",
      {
        practice: "vader-en-dochter",
        change: {
          disclosure: "ja",
          "disclosure-wie": "De man, aan mij",
          letselduiding: "niet-gevraagd",
          "afwegingen-met-vt": "ja",
          "besluit-melden": "ja",
          ...report,
        },
        outcome: "melden-en-hulp",
        norms: ["meldnorm-1"],
        asks: ["alleen", "niet-gekeken", "onthulling", "wens", "overbelast", "terugkijken"],
      },
    ],
    [
      "sjaal, with care: the woman is told, the man is not; report and help",
      { practice: "sjaal", change: {}, outcome: "melden-en-hulp", norms: ["meldnorm-1"], asks: ["bereiken", "toestemming", "vannacht"] },
    ],
    [
      "sjaal, direct danger: the urgent way comes to the same",
      {
        practice: "sjaal",
        change: { "direct-gevaar": "ja", "hulpdienst-gebeld": ["nog-niet"] },
        outcome: "melden-en-hulp",
        norms: ["meldnorm-1"],
        asks: ["niemand-gebeld", "bereiken", "toestemming", "vannacht"],
      },
    ],
    [
      "sjaal, not acute, the control and the children not seen, both spoken to, no advice and no report",
      {
        practice: "sjaal",
        change: {
          "kindcheck-kinderen": undefined,
          kindcheck: "nee",
          vormen: ["lichamelijk"],
          consulten: [],
          "geen-consult-reden": "Er was geen tijd.",
          "gesprek-status": "gehouden",
          acuut: "nee",
          structureel: "nee",
          "besluit-melden": "nee",
          tussentijd: [],
        },
        outcome: "hulp",
        norms: [],
        asks: [
          "kindcheck",
          "controle",
          "zonder-veilig-thuis",
          "ook-met-hem",
          "bereiken",
          "toestemming",
          "keel",
          "vannacht",
          "tot-die-tijd",
        ],
      },
    ],
    [
      "sjaal, one child seen, another reason than safety, a departure from the norm",
      {
        practice: "sjaal",
        change: {
          "kindcheck-kinderen": [{ geboren: "ja", leeftijd: 4, woont: "bij-client", veilig: "onbekend" }],
          "gesprek-reden": "anders",
          "besluit-melden": "nee",
          "afwijking-reden": "Zij wil het niet.",
          "afwijking-tweede-persoon": "Collega-huisarts",
        },
        outcome: "hulp",
        norms: ["meldnorm-1"],
        asks: ["ongeboren", "reden", "bereiken", "toestemming", "vannacht", "afwijking"],
      },
    ],
    [
      "sjaal, closed after step 1",
      {
        practice: "sjaal",
        change: closed,
        outcome: "afsluiten",
        norms: [],
        asks: ["bereiken", "toestemming", "geen-vermoeden", "vannacht"],
      },
    ],
  ])("%s", (_, row) => {
    const now = walked(row);
    const one = practiceOf(row.practice);
    expect([...now.open, ...now.deferred].map(({ id }) => id)).toEqual([]);
    expect({
      outcome: now.outcome?.id,
      norms: [...now.norms].filter(([, is]) => is === "met").map(([id]) => id),
      asks: shownIn(one, now),
    }).toEqual({
      outcome: row.outcome,
      norms: row.norms,
      asks: row.asks,
    });
    const lines = debrief(one, flow, now);
    expect(lines.filter((line) => /^\d+\. /.test(line))).toHaveLength(row.asks.length);
    expect(lines.at(-1)).toBe(one.closing.trim());
  });
});
