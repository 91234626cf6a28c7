/** When the working file is past its term, and what is said of the organisation's own file. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { retention as isRetention } from "../../src/adapters/validators.js";
import { fold } from "../../src/core/case.ts";
import type { Blank, Event, NewEvent } from "../../src/core/event.ts";
import type { RetentionSource } from "../../src/core/formats.ts";
import { advice, dueOn } from "../../src/core/retention.ts";
import { begun, choice, tiny } from "../tiny.ts";

const edition = tiny([choice("a"), choice("b", { when: { a: ["nee"] } })]);
const [opened, first] = begun(edition);
const said = (q: string, value: string, reason?: string, ch = 1): NewEvent => ({
  type: "answered",
  ch,
  body: { q, value, ...(reason === undefined ? {} : { reason }) },
});
const finished = (ch = 1): NewEvent => ({ type: "finished", ch, body: { outcome: "klaar", norms: {} } });
const second = { ...first, ch: 2 } as NewEvent;
const noted: NewEvent = { type: "noted", ch: 0, body: { by: "moeder", text: "Ik zie het anders." } };
const takenOver: NewEvent = { type: "taken-over", ch: 0, body: { host: "h", pid: 1, since: "2026-01-01T10:00:00Z" } };

/** Events with the day (or moment) they were written on. */
type Dated = readonly [string, NewEvent | Blank];
const moment = (at: string): string => (at.length === 10 ? `${at}T10:00:00+01:00` : at);
const caseAt = (...events: readonly Dated[]) =>
  fold(
    [["2026-01-01", opened], ["2026-01-01", first], ...events].map(([at, event], i) => ({
      ...(event as NewEvent),
      n: i + 1,
      at: moment(at as string),
      hash: String(i),
    })),
  );
const blank = (event: NewEvent): Blank => ({ ...event, n: 0, at: "", hash: "", body: null });

describe("the day on which a case is past its term", () => {
  test.each<[string, readonly Dated[], number, string | undefined]>([
    ["nothing was answered", [], 8, undefined],
    ["everything was answered, but not finished", [["2026-01-02", said("a", "ja")]], 8, undefined],
    [
      "eight weeks after it was finished",
      [
        ["2026-01-02", said("a", "ja")],
        ["2026-01-05", finished()],
      ],
      8,
      "2026-03-02",
    ],
    [
      "one week, over the end of a year",
      [
        ["2026-01-02", said("a", "ja")],
        ["2026-12-28", finished()],
      ],
      1,
      "2027-01-04",
    ],
    [
      "over the 29th of February",
      [
        ["2026-01-02", said("a", "ja")],
        ["2028-02-25", finished()],
      ],
      1,
      "2028-03-03",
    ],
    [
      "the day is that of the place where it was written",
      [
        ["2026-01-02", said("a", "ja")],
        ["2026-06-01T00:30:00+02:00", finished()],
      ],
      1,
      "2026-06-08",
    ],
    [
      "a correction opened a question again",
      [
        ["2026-01-02", said("a", "ja")],
        ["2026-01-05", finished()],
        ["2026-01-06", said("a", "nee", "nieuw feit")],
      ],
      1,
      undefined,
    ],
    [
      "a correction opened nothing, and was finished again",
      [
        ["2026-01-02", said("a", "nee")],
        ["2026-01-02", said("b", "ja")],
        ["2026-01-05", finished()],
        ["2026-01-06", said("b", "nee", "nieuw feit")],
        ["2026-01-07", finished()],
      ],
      1,
      "2026-01-14",
    ],
    [
      "a correction opened nothing, and the session was cut off before it was finished again",
      [
        ["2026-01-02", said("a", "nee")],
        ["2026-01-02", said("b", "ja")],
        ["2026-01-05", finished()],
        ["2026-01-09", said("b", "nee", "nieuw feit")],
      ],
      1,
      "2026-01-16",
    ],
    [
      "a note after it was finished",
      [
        ["2026-01-02", said("a", "ja")],
        ["2026-01-05", finished()],
        ["2026-01-08", noted],
      ],
      1,
      "2026-01-15",
    ],
    [
      "what only concerns the file does not count",
      [
        ["2026-01-02", said("a", "ja")],
        ["2026-01-05", finished()],
        ["2026-01-08", takenOver],
      ],
      1,
      "2026-01-12",
    ],
    [
      "a clock that went back: the newest moment counts",
      [
        ["2026-01-20", said("a", "ja")],
        ["2026-01-05", finished()],
      ],
      1,
      "2026-01-27",
    ],
    [
      "a finished case with an erased line stays finished",
      [
        ["2026-01-02", blank(said("a", "ja"))],
        ["2026-01-05", finished()],
        ["2026-01-08", { type: "erased", ch: 0, body: { line: 3, ground: "op verzoek" } }],
      ],
      1,
      "2026-01-15",
    ],
    [
      "one of two chapters is not finished",
      [
        ["2026-01-02", said("a", "ja")],
        ["2026-01-05", finished()],
        ["2026-01-06", second],
      ],
      1,
      undefined,
    ],
    [
      "two chapters: from the last one",
      [
        ["2026-01-02", said("a", "ja")],
        ["2026-01-05", finished()],
        ["2026-01-06", second],
        ["2026-01-07", said("a", "ja", undefined, 2)],
        ["2026-01-08", finished(2)],
      ],
      1,
      "2026-01-15",
    ],
    [
      "a moment that does not exist",
      [
        ["2026-01-02", said("a", "ja")],
        ["9999-12-31", finished()],
      ],
      8,
      undefined,
    ],
  ])("%s", (_, events, weeks, day) => {
    expect(dueOn(caseAt(...events), weeks)).toBe(day);
  });

  test("what is for the user alone: on the day it was finished, and no earlier", () => {
    const [, alone] = begun({ ...edition, flow: { ...edition.flow, apart: true, private: true } });
    const of = (...events: readonly Dated[]) =>
      dueOn(
        fold(
          [["2026-01-01", opened] as Dated, ["2026-01-01", alone as NewEvent] as Dated, ...events].map(([at, event], i) => ({
            ...(event as NewEvent),
            n: i + 1,
            at: moment(at),
            hash: String(i),
          })),
        ),
        8,
      );
    expect(of(["2026-01-02", said("a", "ja")])).toBeUndefined();
    expect(of(["2026-01-02", said("a", "ja")], ["2026-01-05", finished()])).toBe("2026-01-05");
  });

  test("a case in which nothing was begun has none", () => {
    const [line] = [{ ...opened, n: 1, at: moment("2026-01-01"), hash: "0" } as Event];
    expect(dueOn(fold([line]), 8)).toBeUndefined();
  });
});

const shipped = parse(readFileSync(join(import.meta.dirname, "..", "..", "flows", "bewaartermijnen.yaml"), "utf8")) as RetentionSource;

describe("the shipped terms", () => {
  test("fit their schema; each has an id of its own and sources that are in the list, and no source stands there for nothing", () => {
    expect([isRetention(shipped), isRetention.errors]).toEqual([true, null]);
    expect(new Set(shipped.terms.map(({ id }) => id)).size).toBe(shipped.terms.length);
    const named = new Set(shipped.terms.flatMap(({ sources }) => sources));
    expect([...named].toSorted()).toEqual(shipped.sources.map(({ id }) => id).toSorted());
  });

  test("what rests on a source that was not read is unverified", () => {
    const unread = new Set(shipped.sources.filter(({ unverified }) => unverified === true).map(({ id }) => id));
    const guessed = shipped.terms.filter(({ sources }) => sources.every((id) => unread.has(id)));
    expect(guessed.map(({ id, unverified }) => [id, unverified])).toEqual([["kinderopvang", true]]);
  });
});

describe("advice about the organisation's own file", () => {
  const text = (sector: string | undefined): string => advice(shipped, sector).join("\n");

  test.each<[string, readonly string[], readonly string[]]>([
    [
      "artsen",
      ["20 jaar na de laatste wijziging", "ten minste tot het 39e levensjaar van de minderjarige", "34e levensjaar"],
      ["Jeugdwet"],
    ],
    ["onderwijs", ["Leerlingdossier: 2 jaar na het vertrek", "5 jaar na", "3 jaar na"], ["WGBO", "niet gecontroleerd"]],
    ["sociaal-werk", ["artikel 5.3.4 van de Wmo 2015", "hoogstens 30 jaar na", "niet gecontroleerd"], ["WGBO"]],
    [
      "kinderopvang",
      ["ongeveer 2 jaar na", "Let op: deze termijn is niet gecontroleerd", "Eigen kennis van de makers (niet gecontroleerd)"],
      [],
    ],
    ["justitie", ["Voor de sector ‘justitie’ is geen vaste termijn gevonden", "geen vast aantal jaren. Grond: de AVG"], ["20 jaar"]],
    ["constructor", ["geen vaste termijn gevonden"], ["20 jaar"]],
  ])("%s", (sector, present, absent) => {
    for (const words of ["hoort in het dossier van uw organisatie", "Dat is advies", "gelezen op 21 november 2026", ...present])
      expect(text(sector)).toContain(words);
    for (const words of absent) expect(text(sector)).not.toContain(words);
  });

  test("without a sector it says where to put one, and names no term of a sector", () => {
    expect(text(undefined)).toContain("Zet uw sector in organisatie.yaml");
    expect(text(undefined)).not.toContain("20 jaar");
  });

  test("an unverified term is followed by a line that says so; a verified one is not", () => {
    const term = { id: "x", file: "X", ground: "g", sources: [] };
    const lines = (unverified: boolean) =>
      advice({ ...shipped, terms: [{ ...term, unverified }] }, "anders").filter((line) => line.includes("niet gecontroleerd"));
    expect([lines(true).length, lines(false).length]).toEqual([1, 0]);
  });
});
