/**
 * No advice and no copy of the plan leaves with a name, a date of birth, an address or a number that was entered anywhere in the case. LEAKS is
 * how many cases are tried: 200, and 1000 with `npm run test:long`.
 */
import { beforeAll, describe, expect, test } from "vitest";
import { further, type Case } from "../../src/core/case.ts";
import type { Chapter } from "../../src/core/chapter.ts";
import type { NewEvent } from "../../src/core/event.ts";
import type { Entry } from "../../src/core/value.ts";
import { document, type DocumentKind, type Made } from "../../src/export/documents/document.ts";
import { html } from "../../src/export/html.ts";
import { written } from "../../src/export/markdown.ts";
import { dice, type Dice } from "../shipped.ts";
import { family } from "./family.ts";

const CASES = Number(process.env["LEAKS"] ?? 200);
const REASON = "Verbeterd.";

let story: Case;
beforeAll(async () => {
  story = await family();
}, 60_000);

const chapter = (flow: string): Chapter => {
  const found = story.chapters.findLast((one) => one.flow.id === flow);
  if (found === undefined) throw new Error(flow);
  return found;
};
const answered = (flow: string, q: string, value: string): NewEvent => ({
  type: "answered",
  ch: chapter(flow).n,
  body: { q, value, reason: REASON },
});
const entry = (flow: string, q: string, n: number): Entry => {
  const answer = chapter(flow).answers.get(q);
  const item = answer?.kind === "list" ? answer.items[n - 1] : undefined;
  if (item === undefined) throw new Error(`${q}-${String(n)}`);
  return item.value;
};
const changed = (flow: string, q: string, n: number, value: Entry): NewEvent => ({
  type: "changed",
  ch: chapter(flow).n,
  body: { q, item: `${q}-${String(n)}`, value: { ...entry(flow, q, n), ...value }, reason: REASON },
});
const added = (flow: string, q: string, n: number, value: Entry): NewEvent => ({
  type: "added",
  ch: chapter(flow).n,
  body: { q, item: `${q}-${String(n)}`, value },
});
const removed = (flow: string, q: string, n: number): NewEvent => ({
  type: "removed",
  ch: chapter(flow).n,
  body: { q, item: `${q}-${String(n)}`, reason: REASON },
});

interface Person {
  readonly first: string;
  readonly last: string;
  readonly second: string;
  readonly street: string;
  readonly place: string;
  readonly birth: { readonly iso: string; readonly long: string };
  readonly phone: string;
}

const SYLLABLES = [
  "bor",
  "dak",
  "fel",
  "gim",
  "hup",
  "jor",
  "kwel",
  "lum",
  "mip",
  "nug",
  "pif",
  "quo",
  "rak",
  "sjo",
  "tuf",
  "vlo",
  "wob",
  "zek",
];
const MONTHS = ["januari", "februari", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november", "december"];
const NUMBERS = ["01", "02", "04", "05", "06", "07", "08", "09", "10", "11", "12"];

function person(roll: Dice): Person {
  const word = (): string => {
    const text = Array.from({ length: 3 }, () => SYLLABLES[roll(SYLLABLES.length)] ?? "").join("");
    return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
  };
  const [month, day, year] = [roll(MONTHS.length), 1 + roll(28), 1950 + roll(70)];
  const digits = Array.from({ length: 8 }, () => String(roll(10))).join("");
  return {
    first: word(),
    last: word(),
    second: word(),
    street: `${word()}straat`,
    place: word(),
    birth: {
      iso: `${String(year)}-${NUMBERS[month] ?? ""}-${String(day).padStart(2, "0")}`,
      long: `${String(day)} ${MONTHS[month] ?? ""} ${String(year)}`,
    },
    phone: `06-${digits}`,
  };
}

/** A person whose birthday is no day that the story speaks of: that would be refused, and rightly. */
function stranger(roll: Dice): Person {
  const said = JSON.stringify(story.chapters.map(({ answers }) => [...answers]));
  for (;;) {
    const one = person(roll);
    const { iso, long } = one.birth;
    if (!said.includes(iso.slice(4)) && !said.includes(long.slice(0, -5))) return one;
  }
}

const named = ({ first, last, second, street, place, birth, phone }: Person): Entry => ({
  naam: `${first} van ${last}-${second}`,
  geboren: birth.iso,
  "adres-geven": "ja",
  adres: `${street} 12, ${place}`,
  "veilig-contact": `${phone}, in de ochtend`,
});

/** Ways in which a person is entered: as it counts now, and as what no longer counts. */
const ENTERED: Readonly<Record<string, (value: Entry) => readonly NewEvent[]>> = {
  given: (value) => [changed("melding", "personen", 2, value)],
  "added in a list": (value) => [added("melding", "personen", 4, { rol: "Buurman", ...value })],
  removed: (value) => [added("melding", "personen", 4, { rol: "Buurman", ...value }), removed("melding", "personen", 4)],
  "changed since": (value) => [
    changed("melding", "personen", 3, value),
    changed("melding", "personen", 3, { naam: "Onbekend", geboren: "1901-01-01", adres: "Onbekend", "veilig-contact": "Onbekend" }),
  ],
  // With no address to give, the address is no longer on the path.
  parked: (value) => [changed("melding", "personen", 3, { ...value, "adres-geven": "onbekend" })],
};

/** A piece of it as somebody would write it in a sentence. */
const PIECES: Readonly<Record<string, (one: Person) => string>> = {
  "first name": ({ first }) => first,
  "first name, of whom": ({ first }) => `${first}s`,
  "last name": ({ last }) => `mevrouw ${last}`,
  "second half of the last name": ({ second }) => second,
  "last name in small letters": ({ last }) => last.toLowerCase(),
  "name in capitals": ({ first, last }) => `${first} VAN ${last}`.toUpperCase(),
  "name with an apostrophe": ({ second }) => `${second}'s`,
  "name as one word": ({ last, second }) => `${last}${second}`,
  "date of birth": ({ birth }) => birth.long,
  "date of birth in figures": ({ birth }) => birth.iso,
  street: ({ street }) => `de ${street}`,
  place: ({ place }) => place,
  telephone: ({ phone }) => phone.replace("-", " "),
};

interface Spot {
  readonly kind: DocumentKind;
  readonly voor: string | undefined;
  readonly events: (text: string) => readonly NewEvent[];
}

/** Where it slipped in. */
const SPOTS: Readonly<Record<string, Spot>> = {
  "advies: the story": {
    kind: "advies",
    voor: undefined,
    events: (text) => [answered("adviesvraag", "zaak-kort", `Een jongen van 8. ${text}`)],
  },
  "advies: the question": {
    kind: "advies",
    voor: undefined,
    events: (text) => [answered("adviesvraag", "advies-vraag", `Wat nu? ${text}`)],
  },
  "advies: a signal": {
    kind: "advies",
    voor: undefined,
    events: (text) => [changed("adviesvraag", "signalen", 2, { wat: `Zij zei: ${text}.` })],
  },
  "advies: who said it": {
    kind: "advies",
    voor: undefined,
    events: (text) => [changed("adviesvraag", "signalen", 2, { "van-wie": text })],
  },
  "advies: a role": {
    kind: "advies",
    voor: undefined,
    events: (text) => [changed("adviesvraag", "betrokkenen", 2, { rol: `Moeder (${text})` })],
  },
  "gezin: an agreement": {
    kind: "gezin",
    voor: "moeder",
    events: (text) => [changed("veiligheidsplan", "plan-afspraken", 2, { wat: `Belt ${text}` })],
  },
  "gezin: who does it": {
    kind: "gezin",
    voor: "moeder",
    events: (text) => [changed("veiligheidsplan", "plan-afspraken", 1, { "wie-anders": text })],
  },
  "gezin: a condition": {
    kind: "gezin",
    voor: "vader",
    events: (text) => [changed("veiligheidsplan", "plan-voorwaarden", 1, { wat: `Niemand slaat ${text}` })],
  },
  "gezin: the network": {
    kind: "gezin",
    voor: "moeder",
    events: (text) => [changed("veiligheidsplan", "plan-netwerk", 2, { wie: `Oma, ${text}` })],
  },
  "gezin: her wish": {
    kind: "gezin",
    voor: "zoon",
    events: (text) => [changed("veiligheidsplan", "plan-wensen", 1, { wens: `Ik wil ${text}.` })],
  },
  "gezin: the one to call": { kind: "gezin", voor: "vader", events: (text) => [answered("veiligheidsplan", "plan-casusregisseur", text)] },
};

const pick = <T>(roll: Dice, of: Readonly<Record<string, T>>): T => {
  const found = Object.values(of)[roll(Object.keys(of).length)];
  if (found === undefined) throw new Error("nothing to pick");
  return found;
};

/** By other means than those of the program: every letter and digit of what leaves, in a row. */
const bare = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
const leaves = ({ paper, refused }: Made): string => (refused.length > 0 ? "" : bare(`${written(paper)} ${html(paper)}`));

test(`${String(CASES)} cases: a document with a piece of a person is refused, and says where`, () => {
  const roll = dice(8);
  const drawn = new Set<unknown>();
  for (let i = 0; i < CASES; i++) {
    const [one, other] = [person(roll), person(roll)];
    const [spot, make, entered] = [pick(roll, SPOTS), pick(roll, PIECES), pick(roll, ENTERED)];
    for (const way of [spot, make, entered]) drawn.add(way);
    const { kind, voor, events } = spot;
    const piece = make(one);
    const state = further(story, [...entered(named(one)), changed("melding", "personen", 1, named(other)), ...events(piece)]);
    const made = document(state, kind, voor);
    expect(made.refused.join("\n"), piece).toContain("Dat lijkt op");
    expect(leaves(made)).toBe("");
  }
  expect([SPOTS, PIECES, ENTERED].flatMap((all) => Object.keys(all).filter((name) => !drawn.has(all[name])))).toEqual([]);
});

test("the same cases with the piece nowhere: they leave, and nothing of anybody is in them", () => {
  const roll = dice(9);
  for (let i = 0; i < CASES; i++) {
    const one = stranger(roll);
    const { kind, voor, events } = pick(roll, SPOTS);
    const state = further(story, [...pick(roll, ENTERED)(named(one)), ...events("buurvrouw")]);
    const made = document(state, kind, voor);
    expect(made.refused).toEqual([]);
    const all = leaves(made);
    for (const part of [one.first, one.last, one.second, one.street, one.place, one.phone, one.birth.long])
      expect(all).not.toContain(bare(part));
  }
});

describe("what the plan keeps from somebody", () => {
  test.each<[string, string, readonly string[]]>([
    [
      "father has his own part: no agreement of another, no network, no words of his son",
      "vader",
      ["slaapkamer", "binnen tien minuten", "gewoon praat", "vraagt zoon", "durf te zeggen"],
    ],
    [
      "mother: no words of her son or of father, no place to flee to",
      "moeder",
      ["gewoon praat", "achter de bank", "naar wie hij toe rent", "pyjama", "schoen", "haar huis"],
    ],
    ["her son: no agreements of others", "zoon", ["slaapkamer", "loopt tien minuten", "naar wie hij toe rent"]],
  ])("%s", (_, voor, hidden) => {
    const all = written(document(story, "gezin", voor).paper);
    for (const words of hidden) expect(all).not.toContain(words);
  });

  const whole = (plan: string): NewEvent => changed("veiligheidsplan", "plan-bekend", 2, { plan });

  test("an agreement that he may not know stays out, also when he has the whole plan", () => {
    const made = document(further(story, [whole("ja")]), "gezin", "vader");
    expect(made.refused).toEqual([]);
    expect(written(made.paper)).toContain("Juf van groep 5");
    expect(written(made.paper)).not.toContain("slaapkamer");
  });

  test("an agreement that nobody may know stays out of hers", () => {
    const made = document(
      further(story, [added("veiligheidsplan", "niet-delen-met", 2, { afspraak: "plan-afspraken-3" })]),
      "gezin",
      "moeder",
    );
    expect(written(made.paper)).not.toContain("slaapkamer");
  });

  test.each<[string, string, () => NewEvent]>([
    ["words of her son in her wish", "moeder", changedOf("plan-wensen", 2, { wens: 'Hij zegt: "Dat papa gewoon praat."' })],
    [
      "where the children sleep, in a condition",
      "moeder",
      changedOf("plan-voorwaarden", 1, { wat: "Oma neemt zoon mee naar haar huis als moeder belt" }),
    ],
    [
      "an agreement that he may not know, in his own",
      "vader",
      changedOf("plan-afspraken", 2, { wat: "Weet dat zij met zoon naar de slaapkamer tot oma er is gaat" }),
    ],
    [
      "what somebody said of him, in his own",
      "vader",
      changedOf("plan-wensen", 3, { wens: "Ik durf niets te zeggen als hij boos is, zegt zij." }),
    ],
    ["the secret address", "vader", changedOf("plan-voorwaarden", 2, { wat: "Vader komt niet in Straat Voorbeeld" })],
  ])("refused: %s", (_, voor, change) => {
    const { refused } = document(further(story, [change()]), "gezin", voor);
    expect(refused.join("\n")).toContain("Dat lijkt op");
  });

  test("refused: an agreement of a few words that he may not know, and what one was before it was changed", () => {
    const kept = { ...entry("veiligheidsplan", "plan-afspraken", 3), wat: "Sleutel bij buurvrouw" };
    const short = [
      added("veiligheidsplan", "plan-afspraken", 5, kept),
      added("veiligheidsplan", "niet-delen-met", 2, { afspraak: "plan-afspraken-5", met: "betrokkenen-3" }),
    ];
    const before = entry("veiligheidsplan", "plan-afspraken", 3)["wat"] ?? "";
    const rewritten = ["Gaat met zoon naar de kelder van de buurvrouw", before].map((wat) =>
      changed("veiligheidsplan", "plan-afspraken", 3, { wat }),
    );
    const says = (wat: string): NewEvent => changed("veiligheidsplan", "plan-afspraken", 2, { wat });
    const refused = (...events: readonly NewEvent[]): string => document(further(story, events), "gezin", "vader").refused.join("\n");
    expect(refused(...short, ...rewritten)).toBe("");
    expect(refused(...short, says("Vraagt niet naar een sleutel bij buurvrouw"))).toContain("Dat lijkt op");
    expect(refused(whole("ja"), ...rewritten, says("Komt niet als zij met zoon naar de kelder van de buurvrouw gaat"))).toContain(
      "Dat lijkt op",
    );
  });

  /** The chapter of the plan once more, as a new one, and what is other in it. */
  const again = (...changes: readonly NewEvent[]): Case => {
    const { n: ch } = chapter("veiligheidsplan");
    const next = story.chapters.length + 1;
    const anew = ({ type, body }: NewEvent): NewEvent => ({ type, ch: next, body }) as NewEvent;
    const own = story.events.flatMap((event) =>
      event.ch === ch && event.body !== null && event.type !== "finished" ? [anew(event as NewEvent)] : [],
    );
    return further(story, [...own, ...changes.map(anew)]);
  };
  const shares = (): NewEvent => removed("veiligheidsplan", "niet-delen-met", 1);
  const other = (): NewEvent =>
    changed("veiligheidsplan", "plan-afspraken", 3, {
      ...{ wat: "Belt oma bij geschreeuw", "hoe-weten": "Oma schrijft op wanneer zij kwam." },
      ...{ wanneer: "Meteen", "wat-als-niet": "Dan belt de buurvrouw", succes: "In november" },
    });
  const tells = (): NewEvent =>
    changed("veiligheidsplan", "plan-afspraken", 2, { wat: "Weet dat zij met zoon naar de slaapkamer tot oma er is gaat" });

  test("refused: an agreement that he may not know, in a plan that was made before this one", () => {
    expect(document(again(shares(), other(), whole("ja")), "gezin", "vader").refused).toEqual([]);
    expect(document(again(shares(), other(), tells(), whole("ja")), "gezin", "vader").refused.join("\n")).toContain("Dat lijkt op");
    expect(document(again(shares(), other(), tells(), whole("ja")), "gezin", "moeder").refused.join("\n")).not.toContain(
      "slaapkamer tot oma",
    );
  });

  test("not refused: what the new plan tells him itself, word by word", () => {
    const made = document(again(shares(), whole("ja")), "gezin", "vader");
    expect(made.refused).toEqual([]);
    expect(written(made.paper)).toContain("slaapkamer tot oma er is");
  });

  test("refused: an agreement that he may not know, as it was written anew in a later chapter", () => {
    const later = changed("overdracht", "plan-afspraken", 3, { wat: "Gaat met zoon naar de kelder van de buurvrouw" });
    const says = changed("veiligheidsplan", "plan-afspraken", 2, {
      wat: "Komt niet als zij met zoon naar de kelder van de buurvrouw gaat",
    });
    expect(document(further(story, [whole("ja"), later]), "gezin", "vader").refused).toEqual([]);
    expect(document(further(story, [whole("ja"), later, says]), "gezin", "vader").refused.join("\n")).toContain("kelder van de buurvrouw");
    expect(document(further(story, [whole("ja"), later, says]), "gezin", "oma").refused).toEqual([]);
  });

  const CHILD = "Zoon fluisterde dat hij achter het schuurtje wacht";
  test.each<[string, () => NewEvent]>([
    ["the effect of a signal", () => changed("meldcode", "signalen", 1, { gevolg: `${CHILD}.` })],
    ["who disclosed it, and to whom", () => answered("meldcode", "disclosure-wie", CHILD)],
    ["the pattern in a report", () => answered("melding", "patroon", `Eerder ook. ${CHILD}.`)],
    ["the injury in a report", () => answered("melding", "medisch", CHILD)],
    ["the reason of a handover", () => answered("overdracht", "overdracht-aanleiding", `${CHILD}.`)],
    ["a question for advice", () => answered("adviesvraag", "zaak-kort", `Een jongen van 8. ${CHILD}.`)],
  ])("refused: words from another chapter, %s", (_, from) => {
    const slipped = changed("veiligheidsplan", "plan-afspraken", 2, { wat: `Gaat naar buiten. ${CHILD}.` });
    expect(document(further(story, [slipped]), "gezin", "vader").refused).toEqual([]);
    expect(document(further(story, [from(), slipped]), "gezin", "vader").refused.join("\n")).toContain("fluisterde");
  });

  test("refused: the plan is not safe with that person", () => {
    expect(document(further(story, [whole("niet-veilig")]), "gezin", "vader").refused.join("")).toContain("niet veilig");
  });

  test("nothing is in it that the definition does not mark", () => {
    const bare = story.chapters.map((one) => ({
      ...one,
      edition: {
        ...one.edition,
        flow: {
          ...one.edition.flow,
          steps: one.edition.flow.steps.map((step) => ({ ...step, questions: step.questions.map(({ gezin: _, ...rest }) => rest) })),
        },
      },
    }));
    const { paper } = document({ ...story, chapters: bare }, "gezin", "moeder");
    expect(paper.blocks.flatMap((block) => (block.kind === "section" ? [block.title] : []))).toEqual([
      "Wie er te bellen is",
      "Ruimte om te tekenen",
    ]);
  });
});

/** A change that is made when the story is there. */
function changedOf(q: string, n: number, value: Entry): () => NewEvent {
  return () => changed("veiligheidsplan", q, n, value);
}

describe("advice", () => {
  test("refused while she says herself that it can be seen who it is about", () => {
    const { refused } = document(further(story, [answered("adviesvraag", "herkenbaar", "staat-er-nog")]), "advies", undefined);
    expect(refused.join("")).toContain("u schreef");
  });
});

describe("the file of one client", () => {
  test("refused when those involved may not know who reports", () => {
    const { refused } = document(further(story, [answered("meldcode", "melding-naam", "anoniem")]), "dossier", "vader");
    expect(refused.join("")).toContain("zonder dat de betrokkenen weten");
  });

  test("refused with the name of another in it; her own name and the shared address stand", () => {
    const full = further(story, [changed("melding", "personen", 3, { naam: "Anno Brombeer" })]);
    expect(document(full, "dossier", "moeder").refused).toEqual([]);
    const slipped = further(full, [changed("veiligheidsplan", "plan-wensen", 2, { wens: "Dat Anno stopt." })]);
    expect(document(slipped, "dossier", "moeder").refused.join("\n")).toContain("‘anno’");
    expect(document(slipped, "dossier", "vader").refused).toEqual([]);
  });
});
