import { describe, expect, test } from "vitest";
import { json } from "../../src/export/json.ts";
import { answer, AT, caseOf, change, close, finish, REPORTED } from "./fixture.ts";

const stand = {
  status: "finished",
  outcome: { id: "melden", report: { rule: "required", decided: true }, help: { rule: "allowed", decided: false } },
  norms: { "meldnorm-1": "met" },
  precautions: { voorzorg: "not-reached" },
  answers: {
    "direct-gevaar": "nee",
    "zaak-referentie": "K-14",
    betrokkenen: [
      { id: "betrokkenen-1", rol: "kind", leeftijd: 8 },
      { id: "betrokkenen-2", rol: "moeder" },
    ],
    signalen: [
      {
        id: "signalen-1",
        soort: "uitspraak",
        "van-wie": "leerling",
        wat: "‘Ik wil niet naar huis.’\n\nZij huilde.",
        wie: "betrokkenen-1",
        datum: "2026-11-20",
      },
      { id: "signalen-2", soort: "waarneming", wat: "Blauwe plek op de arm.", datum: "2026-11-21", "terug-op": "2026-12-01" },
    ],
    vormen: ["psychisch", "lichamelijk"],
    tegen: null,
    vermoeden: "ja",
    acuut: "ja",
    "besluit-melden": "ja",
    "besluit-door": "leerkracht",
    "besluit-datum": "2026-11-21",
    terugkijken: "2026-11-28",
  },
  parked: {},
  deferred: [],
  open: [],
  departs: false,
};

describe("a case as data", () => {
  test("a finished case", () => {
    const events = [...REPORTED, finish("melden", { "meldnorm-1": "met", voorzorg: "not-reached" })];
    const data = json(caseOf(events));
    expect(data).toEqual({
      case: { id: "2026-11-21-k7q2f9", app: "0.1.0", exercise: false, opened: AT, format: 1 },
      ...stand,
      chapters: [
        {
          n: 1,
          flow: "meldcode",
          version: "1.0",
          sector: "algemeen",
          editionHash: "e".repeat(64),
          begun: AT,
          finished: AT,
          given: {},
          ...stand,
        },
      ],
      notes: [],
      events: [
        { n: 1, at: AT, type: "opened", ch: 0, body: { format: 1, app: "0.1.0", id: "2026-11-21-k7q2f9", exercise: false } },
        {
          n: 2,
          at: AT,
          type: "begun",
          ch: 1,
          body: { flow: "meldcode", version: "1.0", sector: "algemeen", editionHash: "e".repeat(64), given: {} },
        },
        ...events.map(({ type, ch, body }, i) => ({ n: i + 3, at: AT, type, ch, body })),
      ],
      record: { renderer: "3", lines: 19, fingerprint: "hash-19" },
    });
    expect(Object.keys(data ?? {})).toEqual([
      "case",
      "status",
      "outcome",
      "norms",
      "precautions",
      "answers",
      "parked",
      "deferred",
      "open",
      "departs",
      "chapters",
      "notes",
      "events",
      "record",
    ]);
  });

  test.each([
    [
      "open: nothing is known",
      [],
      {
        status: "open",
        outcome: { id: null, report: { rule: null, decided: null }, help: { rule: null, decided: null } },
        norms: { "meldnorm-1": "not-reached" },
        open: expect.arrayContaining(["direct-gevaar"]) as unknown,
      },
    ],
    [
      "open, but the norms already say something",
      REPORTED.slice(0, -4),
      { status: "open", outcome: { id: null, report: { rule: "required", decided: null }, help: { rule: "allowed", decided: null } } },
    ],
    [
      "decided, one question deferred",
      [...REPORTED.filter(({ body }) => !("q" in body && body.q === "tegen")), answer("direct-gevaar", "ja"), answer("bel", true)],
      { status: "decided", deferred: ["tegen"], open: [] },
    ],
    [
      "parked answers with their values, in flow order",
      [...REPORTED, answer("vermoeden", "nee")],
      {
        status: "finished",
        parked: { acuut: "ja", "besluit-melden": "ja" },
        outcome: { id: "afsluiten", report: { rule: "not-required", decided: false }, help: { rule: "not-required", decided: false } },
      },
    ],
    ["a departure", [...REPORTED, answer("besluit-melden", "nee")], { status: "open", departs: true, open: ["afwijking-reden"] }],
    [
      "a caution",
      [...REPORTED, answer("acuut", "twijfel"), close("taken")],
      {
        norms: { "meldnorm-1": "not-met" },
        precautions: { voorzorg: "met" },
        outcome: { id: "melden", report: { rule: "advised", decided: true }, help: { rule: "allowed", decided: false } },
      },
    ],
  ])("%s", (_, events, expected) => {
    expect(json(caseOf(events))).toMatchObject(expected);
  });

  test("fields of an entry stand in the order of the list, and only those that apply", () => {
    const state = caseOf([...REPORTED, change("signalen", 1, { wat: "Zorgen.", "van-wie": "leerling", soort: "gevoel" })]);
    expect(JSON.stringify(json(state))).toContain('"signalen":[{"id":"signalen-1","soort":"gevoel","wat":"Zorgen."}');
  });

  test("the edition stays out of it", () => {
    expect(JSON.stringify(json(caseOf(REPORTED)))).not.toContain('"steps"');
  });
});
