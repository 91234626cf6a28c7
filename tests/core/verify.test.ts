/** What is wrong with a case is found, with its line: changed bytes, and forged cases whose chain is sound. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { compiler, judgeOf } from "../../src/adapters/answersfile.ts";
import { beginning } from "../../src/core/chapters.ts";
import { decode, encode } from "../../src/adapters/chain.ts";
import { sha256 } from "../../src/adapters/crypto.ts";
import { caseJudge } from "../../src/adapters/judge.ts";
import { JournalDefect } from "../../src/core/defect.ts";
import type { Blank, Event, NewEvent } from "../../src/core/event.ts";
import { build } from "../../src/core/flow.ts";
import type { Edition } from "../../src/core/formats.ts";
import { answersSchema } from "../../src/core/schema.ts";
import { firstDifference, verify, type Judge, type Verified } from "../../src/core/verify.ts";
import { inFolder, lastLine, run } from "../program.ts";
import { flow } from "../shipped.ts";
import { caseOf, choice, norm, tiny } from "../tiny.ts";

type Line = Event | Blank;
const AT = "2026-11-21T10:00:00+01:00";
const salt = (n: number): string => n.toString(16).padStart(32, "0");

let judge: Judge;
/** A finished case as the program wrote it, and the same one with an edition without its explanations: quick to read. */
let [whole, small]: [Buffer, Buffer] = [Buffer.alloc(0), Buffer.alloc(0)];
beforeAll(async () => {
  judge = caseJudge(compiler());
  await inFolder(async (dir) => {
    const { status, stdout } = await run([
      "start",
      "--oefenen",
      "--dir",
      dir,
      "--answers",
      join("tests", "cases", "kinderen-onderling.yaml"),
    ]);
    expect(status).toBe(0);
    whole = readFileSync(lastLine(stdout));
  });
  small = chain(
    decode(whole)
      .events.map(asNew)
      .map((event) => (event.type === "begun" ? begun(terse(event.body.edition)) : event)),
  );
});

/** Lines of a new chain; a blank one is written and then blanked. */
function chain(events: readonly NewEvent[], at = AT): Buffer {
  let previous = "";
  const lines = events.map((event, i) => {
    const { bytes, event: made } = encode(event, i + 1, at, previous, salt(i + 1));
    previous = made.hash;
    return bytes;
  });
  return Buffer.concat(lines);
}

const asNew = ({ type, ch, body }: Line): NewEvent => ({ type, ch, body }) as NewEvent;

function begun(edition: Edition, more: object = {}): NewEvent {
  const { id, version } = edition.flow;
  const body = { flow: id, version, sector: "algemeen", editionHash: sha256(JSON.stringify(edition)), given: {}, edition, ...more };
  return { type: "begun", ch: 1, body };
}

const EXPLAINS: ReadonlySet<string> = new Set(["help", "weak", "strong", "unit", "agenda"]);
const WORDS: ReadonlySet<string> = new Set(["text", "label", "title", "why", "place"]);
const terse = (edition: Edition): Edition =>
  JSON.parse(
    JSON.stringify(edition, (key, value: unknown) => {
      if (key === "sources") return [];
      if (typeof value !== "string") return value;
      return EXPLAINS.has(key) ? undefined : WORDS.has(key) ? "x" : value;
    }),
  ) as Edition;

/** Decode and verify, as the program does. @returns what was found, undefined when nothing is wrong */
function found(bytes: Uint8Array): string | undefined {
  try {
    const { events, torn, unended } = decode(bytes);
    if (torn.length > 0) return "torn";
    return verify(events, judge).findings[0]?.what ?? (unended ? "unended" : undefined);
  } catch (error) {
    if (error instanceof JournalDefect) return error.message;
    throw error;
  }
}

const linesOf = (bytes: Buffer): Buffer[] => {
  const lines: Buffer[] = [];
  for (let start = 0; start < bytes.length;) {
    const end = bytes.indexOf(10, start) + 1;
    lines.push(bytes.subarray(start, end));
    start = end;
  }
  return lines;
};
const startOf = (bytes: Buffer, line: number): number =>
  linesOf(bytes)
    .slice(0, line - 1)
    .reduce((sum, { length }) => sum + length, 0);

/** The byte at a spot changed into another one, not always the same way. */
function changedAt(bytes: Buffer, at: number): Buffer {
  const other = Buffer.from(bytes);
  other[at] = (other[at] ?? 0) ^ (1 + ((at * 7) % 255));
  return other;
}

const list = {
  id: "l",
  kind: "list" as const,
  text: "l",
  item: "ding",
  min: 1,
  max: 2,
  fields: [{ id: "f", kind: "line" as const, text: "f" }],
};
const edition = tiny([choice("a"), choice("b"), list], {}, [norm("n", { asked: "a" }, { a: ["ja"] })]);
const opened: NewEvent = { type: "opened", ch: 0, body: { format: 1, app: "test", id: "2026-11-21-test1", exercise: true } };
const said = (q: string, value: string | null, more: object = {}): NewEvent => ({ type: "answered", ch: 1, body: { q, value, ...more } });
const added = (n: number, value: object = { f: "x" }, q = "l"): NewEvent => ({
  type: "added",
  ch: 1,
  body: { q, item: `${q}-${String(n)}`, value: value as Record<string, string> },
});
const closed: NewEvent = { type: "closed", ch: 1, body: { q: "l" } };
const finished = (outcome = "klaar", norms: Record<string, "met" | "not-met" | "not-reached"> = { n: "met" }): NewEvent => ({
  type: "finished",
  ch: 1,
  body: { outcome, norms },
});
const erased = (line: number): NewEvent => ({ type: "erased", ch: 0, body: { line, ground: "Op verzoek" } });
/** From line 3 on. */
const ANSWERS = [said("a", "ja"), said("b", "nee"), added(1), closed];
const WHOLE = [opened, begun(edition), ...ANSWERS, finished()];
/** A finished case of a small flow, in which every byte can be tried. */
const brief = chain(WHOLE);

describe("a finished case", () => {
  test("as the program wrote it, has nothing wrong with it", () => {
    for (const bytes of [whole, small, brief]) {
      const { findings, standing, erased } = verify(decode(bytes).events, judge);
      expect(findings).toEqual([]);
      expect([standing?.status, standing?.ended, standing?.waiting, erased]).toEqual(["finished", true, 0, []]);
    }
  });

  test("every single byte that changes is reported, in a case of a small flow", () => {
    for (let at = 0; at < brief.length; at++) expect(found(changedAt(brief, at)), `byte ${String(at)}`).toBeDefined();
  });

  test("also in a case of the meldcode, sampled: its events often, its edition now and then", () => {
    const [from, to] = [startOf(small, 2), startOf(small, 3)];
    for (let at = 0; at < small.length; at += at < from || at >= to ? 13 : 97)
      expect(found(changedAt(small, at)), `byte ${String(at)}`).toBeDefined();
    for (let at = 0; at < whole.length; at += 997) expect(found(changedAt(whole, at)), `byte ${String(at)}`).toBeDefined();
  });

  test("every line deleted, every line twice, every two neighbours swapped", () => {
    const lines = linesOf(small);
    for (const [i, line] of lines.entries()) {
      // Without its last line it is a shorter case: see below.
      if (i < lines.length - 1) {
        expect(found(Buffer.concat(lines.toSpliced(i, 1))), `line ${String(i + 1)} deleted`).toBeDefined();
        expect(found(Buffer.concat(lines.toSpliced(i, 2, lines[i + 1] ?? line, line))), `line ${String(i + 1)} swapped`).toBeDefined();
      }
      expect(found(Buffer.concat(lines.toSpliced(i, 0, line))), `line ${String(i + 1)} twice`).toBeDefined();
    }
  });

  test("the tail cut off at every byte of its last lines: reported, and at a line end it is a shorter case that is not finished", () => {
    for (const [bytes, lines] of [
      [brief, linesOf(brief).length - 3],
      [small, 1],
    ] as const) {
      const first = startOf(bytes, linesOf(bytes).length - lines);
      const ends = new Set(linesOf(bytes).map((_, i) => startOf(bytes, i + 1)));
      const fingerprint = decode(bytes).events.at(-1)?.hash;
      for (let end = first; end < bytes.length; end++) {
        const cut = bytes.subarray(0, end);
        if (!ends.has(end)) {
          expect(found(cut), `cut at ${String(end)}`).toBeDefined();
          continue;
        }
        const { events } = decode(cut);
        const { findings, standing } = verify(events, judge);
        expect([findings, standing?.ended]).toEqual([[], false]);
        expect(events.at(-1)?.hash).not.toBe(fingerprint);
      }
    }
  });
});

/** Checks lines of a new, valid chain. @param blanks lines that lose their content */
function checked(events: readonly NewEvent[], blanks: readonly number[] = []): Verified {
  const lines: Line[] = decode(chain(events)).events.map((event) => (blanks.includes(event.n) ? { ...event, body: null } : event));
  return verify(lines, judge);
}
const linesFound = (...args: Parameters<typeof checked>): string[] =>
  checked(...args).findings.map(({ line, what }) => `${String(line)} ${what}`);
/** The edition without what is at the end of a path. */
function without(path: readonly string[]): Edition {
  const cut = (part: unknown, [key = "", ...rest]: readonly string[]): unknown => {
    if (Array.isArray(part)) return part.map((one: unknown, i) => (String(i) === key ? cut(one, rest) : one));
    const entries = Object.entries(part as object).filter(([name]) => name !== key || rest.length > 0);
    return Object.fromEntries(entries.map(([name, value]) => [name, name === key ? cut(value, rest) : (value as unknown)]));
  };
  return cut(edition, path) as Edition;
}

describe("a forged case, with a valid chain around it, is found out with its line", () => {
  test("and a true one has nothing wrong with it", () => {
    expect(checked(WHOLE)).toMatchObject({ findings: [], standing: { status: "finished", ended: true, counted: 3, parked: 0 } });
  });

  test.each<[string, readonly NewEvent[], string[]]>([
    ["an answer that is no option", WHOLE.with(2, said("a", "misschien")), ["3 ‘a’ past niet"]],
    ["two of them: the schema sees what lies behind the first", WHOLE.with(2, said("a", "x")).with(3, said("b", "y")), ["3 ‘a’", "4 ‘b’"]],
    ["skipping what is required", WHOLE.with(3, said("b", null)), ["4 ‘b’"]],
    ["an answer on an unknown question", WHOLE.with(2, said("c", "ja")), ["3 ‘c’ bestaat niet"]],
    ["a value for a list", WHOLE.with(4, said("l", "ja")), ["5 ‘l’", "6 ‘l’"]],
    ["an entry without its field", WHOLE.with(4, added(1, {})), ["5 ‘l-1’"]],
    ["an entry with a field that is not there", WHOLE.with(4, added(1, { f: "x", g: "y" })), ["5 ‘l-1’"]],
    ["an entry of what is no list", WHOLE.with(3, added(1, { f: "x" }, "b")), ["4 ‘b’"]],
    ["an item number used twice", WHOLE.toSpliced(5, 0, added(1)), ["6 l-1 is al eens gebruikt"]],
    ["a list that was closed with too many entries", WHOLE.toSpliced(5, 0, added(2), added(3)), ["8 ‘l’"]],
    ["a list that was closed with too few entries", WHOLE.toSpliced(4, 1), ["5 ‘l’"]],
    ["a wrong outcome", WHOLE.with(6, finished("anders")), ["7 uitkomst"]],
    ["wrong norms", WHOLE.with(6, finished("klaar", { n: "not-met" })), ["7 normen"]],
    ["norms left out", WHOLE.with(6, finished("klaar", {})), ["7 normen"]],
    ["finished while something is open", WHOLE.toSpliced(3, 1), ["6 open"]],
    ["a correction after finishing without a reason", [...WHOLE, said("a", "nee")], ["8 reden"]],
    [
      "a wrong fingerprint of the edition",
      WHOLE.with(1, begun(edition, { editionHash: "0".repeat(64) })),
      ["2 vingerafdruk van de vragenlijst"],
    ],
    ["another version than the edition has", WHOLE.with(1, begun(edition, { version: "2" })), ["2 versie"]],
    ["something taken over from a chapter that is not there", WHOLE.with(1, begun(edition, { given: { z: 1 } })), ["2 overgenomen"]],
    ["an edition without steps", WHOLE.with(1, begun(without(["flow", "steps"]))), ["2 niet geldig"]],
    ["an edition without outcomes", WHOLE.with(1, begun(without(["flow", "outcomes"]))), ["2 niet geldig"]],
    ["an edition with an unknown kind", WHOLE.with(1, begun(tiny([choice("a", { kind: "vraag" as "line" })]))), ["2 niet geldig"]],
    ["a norm that is none", WHOLE.with(1, begun(without(["norms", "0", "met"]))), ["2 niet geldig"]],
    ["an overlay that is no name", WHOLE.with(1, begun({ ...edition, overlays: [null as unknown as string] })), ["2 niet geldig"]],
    [
      "a condition on what comes later",
      WHOLE.with(1, begun(tiny([choice("a", { when: { b: ["ja"] } }), choice("b"), list]))),
      ["2 niet geldig"],
    ],
    ["a first line that opens nothing", WHOLE.slice(1), ["1 opent geen zaak"]],
    ["opening twice", [...WHOLE, opened], ["8 tweede keer geopend"]],
    ["a chapter that was not begun", WHOLE.with(5, { ...closed, ch: 2 }), ["6 hoofdstuk 2"]],
    ["a note in a chapter that is not there", [...WHOLE, { type: "noted", ch: 3, body: { by: "x", text: "x" } }], ["8 hoofdstuk 3"]],
    ["a line that is said to be erased, and is there", [...WHOLE, erased(3)], ["3 volgens regel 8"]],
    ["a line erased that was not there yet", [...WHOLE, erased(9)], ["8 regel 9"]],
  ])("%s", (_, events, wanted) => {
    const lines = linesFound(events);
    expect(lines.map((line) => line.split(" ")[0])).toEqual(wanted.map((line) => line.split(" ")[0]));
    for (const [i, words] of wanted.entries()) expect(lines[i]).toContain(words.slice(words.indexOf(" ") + 1));
  });

  test("lines that count wrongly", () => {
    const first = chain(WHOLE.slice(0, 2));
    const { hash } = decode(first).events[1] ?? { hash: "" };
    const { bytes } = encode(said("a", "ja"), 4, AT, hash, salt(3));
    expect(found(Buffer.concat([first, bytes]))).toContain("Regel 3");
  });

  test("the case stands as far as it could be worked out", () => {
    const { state, standing } = checked(WHOLE.with(3, said("b", "misschien")));
    expect([state?.events.length, standing?.counted, standing?.ended]).toEqual([3, 1, false]);
    expect(checked(WHOLE.with(1, begun(without(["flow", "steps"])))).state?.events.length).toBe(1);
  });

  test("what an earlier chapter answered, is taken over as it was; anything else not", () => {
    const uses = tiny([choice("c", { when: { a: ["ja"] } })], { id: "tweede", uses: ["a"] });
    const state = caseOf(WHOLE);
    const { edition: second, given, events } = beginning(state, uses);
    const next = { ...begun(second, { given }), ch: 2 };
    expect(linesFound([...WHOLE, next, ...events])).toEqual([]);
    for (const value of ["nee", null]) {
      const other: NewEvent = { type: "answered", ch: 2, body: { q: "a", value } };
      expect(linesFound([...WHOLE, next, other])).toEqual([expect.stringContaining("8 Regel 8")]);
    }
    expect(linesFound([...WHOLE, next])).toEqual([expect.stringContaining("8 Regel 8")]);
    const other = { ...begun(beginning(state, tiny([choice("c")], { id: "tweede", uses: ["b"] })).edition, { given }), ch: 2 };
    expect(linesFound([...WHOLE, other, ...events])).toEqual([expect.stringContaining("8 Regel 8"), expect.anything()]);
  });

  test("what the profile of the organisation says stands in the same line, and comes from no chapter", () => {
    const fact = "verwijsindex-in-gebruik";
    const flow = tiny([choice("c", { when: { [fact]: ["ja"] } })], { id: "tweede", uses: [fact] });
    const next = (given: object): NewEvent => ({
      ...begun(flow, { given, organisation: { roles: {}, facts: { [fact]: "ja" } } }),
      ch: 2,
    });
    expect(linesFound([...WHOLE, next({}), { type: "answered", ch: 2, body: { q: "c", value: "ja" } }])).toEqual([]);
    expect(linesFound([...WHOLE, next({ [fact]: 1 })])).toEqual([expect.stringContaining("8 Regel 8")]);
  });

  test("a flow in which no outcome holds, or two do, ends in a finding and not in an error", () => {
    const none = tiny([choice("a")], { outcomes: [{ id: "klaar", when: { a: ["nee"] }, title: "x", text: "x" }] });
    for (const more of [[], [finished("klaar", {})]]) expect(linesFound([opened, begun(none), said("a", "ja"), ...more])).toHaveLength(1);
  });

  test("a condition that is too deep is a finding and not an error", () => {
    const line = JSON.stringify(begun(edition).body).replace(
      '"id":"b"',
      `"id":"b","when":${'{"not":'.repeat(20_000)}{"a":["ja"]}${"}".repeat(20_000)}`,
    );
    const event = { ...begun(edition), body: JSON.parse(line) as object } as NewEvent;
    expect(
      verify(
        [opened, event].map((one, i) => ({ ...one, n: i + 1, at: AT, hash: "" })),
        judge,
      ).findings,
    ).toMatchObject([{ line: 2 }]);
  });
});

describe("erased lines", () => {
  test("are no finding when a later line says why; what rests on them can no longer be worked out", () => {
    expect(checked([...WHOLE, erased(3)], [3])).toMatchObject({ findings: [], erased: [3], unsure: [7], standing: { status: "open" } });
    const noted: NewEvent = { type: "noted", ch: 1, body: { by: "x", text: "x" } };
    expect(checked([...WHOLE, noted, erased(8)], [8])).toMatchObject({ findings: [], erased: [8], unsure: [] });
  });

  test.each([3, 4, 5])("line %i gone, and nowhere is said why", (line) => {
    expect(linesFound(WHOLE, [line])).toEqual([
      expect.stringContaining(`${String(line)} Regel ${String(line)} van de zaak klopt niet: de inhoud is weg`),
    ]);
  });

  test("the number of an entry that was erased is still that entry's, as long as another line names it", () => {
    const changed: NewEvent = { type: "changed", ch: 1, body: { q: "l", item: "l-1", value: { f: "y" } } };
    expect(linesFound([opened, begun(edition), added(1), changed, added(1), erased(3)], [3])).toEqual([
      expect.stringContaining("5 Regel 5"),
    ]);
    expect(linesFound([opened, begun(edition), added(1), changed, added(2), erased(3)], [3])).toEqual([]);
  });

  test("the number of an entry that was erased is nobody else's, when the erasing names it", () => {
    const named: NewEvent = { type: "erased", ch: 0, body: { line: 3, ground: "Op verzoek", entry: "l-1" } };
    expect(linesFound([opened, begun(edition), added(1), named, added(1)], [3])).toEqual([expect.stringContaining("5 Regel 5")]);
    expect(linesFound([opened, begun(edition), added(1), named, added(2)], [3])).toEqual([]);
  });

  test.each([1, 2, 6, 7])("line %i can never go", (line) => {
    expect(linesFound([...WHOLE, erased(line)], [line])[0]).toContain(`${String(line)} Regel`);
  });
});

test("whatever stands in lines with a valid chain, is a finding or nothing, and never an error", () => {
  const body = fc.jsonValue({ maxDepth: 3 }).map((value) => value as unknown);
  fc.assert(
    fc.property(fc.nat(WHOLE.length - 1), fc.array(fc.nat(40), { maxLength: 6 }), body, (line, path, value) => {
      const event = structuredClone(WHOLE[line]) as unknown as Record<string, unknown>;
      // Down into the body, and one part of it replaced.
      let [home, key]: [Record<string, unknown>, string] = [event, "body"];
      for (const step of path) {
        const next = home[key];
        if (typeof next !== "object" || next === null || Object.keys(next).length === 0) break;
        home = next as Record<string, unknown>;
        key = Object.keys(home)[step % Object.keys(home).length] ?? "";
      }
      home[key] = value;
      expect(() => found(chain(WHOLE.with(line, event as unknown as NewEvent)))).not.toThrow();
    }),
    { numRuns: 500 },
  );
});

test("where two texts first differ", () => {
  const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
  expect(firstDifference(bytes("een\ntwee\n"), bytes("een\ntwee\n"))).toBeUndefined();
  expect(firstDifference(bytes("een\ntwee\n"), bytes("een\ntwie\n"))).toBe(2);
  expect(firstDifference(bytes("een\ntwee\n"), bytes("een\ntwee\ndrie"))).toBe(3);
  expect(firstDifference(bytes(""), bytes("x"))).toBe(1);
});

describe("the schema of a flow", () => {
  test("is itself a valid schema: the judge does not look", () => {
    expect(new Ajv2020({ strict: false }).validateSchema(answersSchema(flow))).toBe(true);
  });

  test("takes answers beside a question, or a field, that is named as what every object inherits", () => {
    const entries = { ...list, fields: [...list.fields, { id: "constructor", kind: "line" as const, text: "c", required: false }] };
    const own = tiny([choice("constructor", { required: false }), choice("a"), entries]);
    expect(judgeOf(build(own))({ a: "ja", l: [{ f: "x" }] })).toBe(true);
    expect(linesFound([opened, begun(own), said("a", "ja"), added(1), closed])).toEqual([]);
    expect(linesFound([opened, begun(own), said("constructor", "x"), added(1, { f: "x", constructor: " " })])).toHaveLength(2);
  });
});
