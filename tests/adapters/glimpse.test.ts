/** Many cases are looked at quickly: what is seen is what the cases say, each read by itself. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { cases } from "../../src/adapters/cases.ts";
import { decode, editions, encode } from "../../src/adapters/chain.ts";
import { glimpses } from "../../src/adapters/glimpse.ts";
import { survey } from "../../src/adapters/survey.ts";
import { evolve, fold, type Case } from "../../src/core/case.ts";
import { walkOf, type Chapter } from "../../src/core/chapter.ts";
import { JournalDefect } from "../../src/core/defect.ts";
import type { NewEvent } from "../../src/core/event.ts";
import type { Edition, QuestionSource } from "../../src/core/formats.ts";
import { glance, type Glance } from "../../src/core/glance.ts";
import { ROOT } from "../program.ts";
import { begun, choice, tiny } from "../tiny.ts";
import { noVault } from "./novault.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "meldcode-glimpse-"));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** A date under a condition, one in each entry of a list, and a term: all that can wait. Two of them differ in one byte. */
const edition = (workdays: number, id = "klein"): Edition =>
  tiny(
    [
      choice("soort"),
      { id: "op", kind: "date", text: "op", required: false, agenda: "op", when: { soort: ["ja"] }, reminder: { kind: "terugkijken" } },
      {
        id: "taken",
        kind: "list",
        text: "taken",
        item: "taak",
        fields: [
          { id: "wat", kind: "line", text: "wat" },
          {
            id: "voor",
            kind: "date",
            text: "voor",
            required: false,
            agenda: "voor",
            reminder: { kind: "afspraak", checked: ["nagekeken"] },
          },
        ],
      } satisfies QuestionSource,
      { id: "gemeld", kind: "date", text: "gemeld", required: false },
      choice("nagekeken", { required: false }),
    ],
    { id, deadlines: [{ id: "termijn", from: "gemeld", workdays, kind: "navragen", sources: [] }] },
  );
const pool: readonly Edition[] = [edition(5), edition(6), edition(5, "vervolg")];

const day = fc.integer({ min: 1, max: 28 }).map((n) => `2026-11-${String(n).padStart(2, "0")}`);
const body = fc.oneof<fc.MaybeWeightedArbitrary<(state: Case) => NewEvent | undefined>[]>(
  fc
    .tuple(fc.constantFrom("soort", "nagekeken"), fc.constantFrom("ja", "nee", null))
    .map(([q, value]) => ({ chapters: { length: ch } }) => ({ type: "answered", ch, body: { q, value, reason: "anders" } })),
  fc
    .tuple(fc.constantFrom("op", "gemeld"), fc.option(day))
    .map(([q, value]) => ({ chapters: { length: ch } }) => ({ type: "answered", ch, body: { q, value, reason: "anders" } })),
  fc.tuple(fc.nat(4), fc.constantFrom("added", "changed", "removed"), day).map(([n, type, voor]) => ({ chapters: { length: ch } }) => {
    const item = `taken-${String(n + 1)}`;
    const value = { wat: "bellen", voor };
    if (type === "added") return { type, ch, body: { q: "taken", item, value } };
    if (type === "changed") return { type, ch, body: { q: "taken", item, value, reason: "anders" } };
    return { type: "removed", ch, body: { q: "taken", item, reason: "anders" } };
  }),
  fc.constant(({ chapters: { length: ch } }) => ({ type: "closed", ch, body: { q: "taken" } })),
  fc.constantFrom(...pool).map(
    (one) =>
      ({ chapters: { length: ch } }) =>
        ch < 3 ? ({ ...begun(one)[1], ch: ch + 1 } as NewEvent) : undefined,
  ),
  {
    weight: 4,
    arbitrary: day.map(
      (at) =>
        ({ chapters }) =>
          further(chapters.at(-1), at),
    ),
  },
  { weight: 2, arbitrary: fc.constant(({ chapters }) => finish(chapters.at(-1))) },
);

/** What is open in a chapter, answered. */
function further(last: Chapter | undefined, at: string): NewEvent | undefined {
  const open = last && walkOf(last).next;
  if (last === undefined || open === undefined) return undefined;
  const { n: ch } = last;
  if (open.kind === "list") return { type: "closed", ch, body: { q: open.id } };
  return { type: "answered", ch, body: { q: open.id, value: open.kind === "date" ? at : "ja" } };
}

function finish(last: Chapter | undefined): NewEvent | undefined {
  const { status, outcome, norms } = last === undefined ? {} : walkOf(last);
  const body = { outcome: outcome?.id ?? "", norms: Object.fromEntries(norms ?? []) };
  return last !== undefined && status === "finished" ? { type: "finished", ch: last.n, body } : undefined;
}

/** The bytes of a case in which these things happened, as far as they can. */
function written(first: Edition, wanted: readonly ((state: Case) => NewEvent | undefined)[]): Buffer {
  const lines: Buffer[] = [];
  let state: Case | undefined;
  let previous = "";
  const put = (event: NewEvent): void => {
    const n = lines.length + 1;
    const line = encode(
      event,
      n,
      `2026-11-${String(Math.min(n, 28)).padStart(2, "0")}T10:00:00+01:00`,
      previous,
      n.toString(16).padStart(32, "0"),
    );
    state = state === undefined ? fold([line.event]) : evolve(state, line.event);
    lines.push(Buffer.from(line.bytes));
    previous = line.event.hash;
  };
  begun(first).forEach(put);
  for (const one of wanted) {
    const event = state && one(state);
    try {
      if (event !== undefined) put(event);
    } catch (error) {
      if (!(error instanceof JournalDefect)) throw error;
    }
  }
  return Buffer.concat(lines);
}
type Wanted = (state: Case) => NewEvent | undefined;
/** All that is asked, answered and finished. */
const done: readonly Wanted[] = [
  ...Array.from(
    { length: 6 },
    (): Wanted =>
      ({ chapters }) =>
        further(chapters.at(-1), "2026-11-20"),
  ),
  ({ chapters }) => finish(chapters.at(-1)),
];
const journal = fc
  .tuple(fc.constantFrom(...pool), fc.constantFrom([], done), fc.array(body, { maxLength: 25 }))
  .map(([first, before, wanted]) => written(first, [...before, ...wanted]));

/** What a case says when it is read by itself and folded step by step; undefined when it cannot be. */
function alone(bytes: Uint8Array): Glance | undefined {
  try {
    const { events } = decode(bytes);
    return glance(events.slice(1).reduce(evolve, fold(events.slice(0, 1))));
  } catch (error) {
    if (error instanceof JournalDefect) return undefined;
    throw error;
  }
}

function filed(all: readonly Uint8Array[]): readonly string[] {
  return all.map((bytes, i) => {
    const path = join(folder, `${String(i)}.jsonl`);
    writeFileSync(path, bytes);
    return path;
  });
}

/** Where the salt of the line stands that a chapter begins with. What it begins with is known by then, and is not hashed. */
const salts = (bytes: Buffer): readonly number[] =>
  [...bytes.toString("latin1").matchAll(/"type":"begun","ch":\d,"sum":"[0-9a-f]{64}","salt":"/g)].map(
    ({ index, 0: { length } }) => index + length,
  );

test("the days, the status and the rest of every case, whatever happened in it and whichever came before", () => {
  let [most, corrected] = [0, 0];
  fc.assert(
    fc.property(fc.array(journal, { minLength: 1, maxLength: 8 }), (all) => {
      const paths = filed(all);
      const seen = glimpses(paths);
      all.forEach((bytes, i) => {
        expect(seen.get(paths[i] ?? "")).toEqual(alone(bytes));
        most = Math.max(most, alone(bytes)?.dues.length ?? 0);
        if (fold(decode(bytes).events).chapters.some(({ corrections }) => corrections.some(({ afterFinish }) => afterFinish))) corrected++;
      });
    }),
    { numRuns: 150 },
  );
  expect(most).toBeGreaterThan(3);
  expect(corrected).toBeGreaterThan(50);
});

test("one changed byte in a case is seen, also in what it has in common with others", () => {
  fc.assert(
    fc.property(journal, fc.nat(), fc.nat(), (bytes, at, more) => {
      const changed = Buffer.from(bytes);
      const place = at % bytes.length;
      changed[place] = ((changed[place] ?? 0) + 1 + (more % 255)) % 256;
      fc.pre(!salts(bytes).some((salt) => place >= salt && place < salt + 32));
      const paths = filed([bytes, changed]);
      expect(glimpses(paths).get(paths[1] ?? "")).toEqual(alone(changed));
    }),
    { numRuns: 400 },
  );
});

test("what is no case, is encrypted, missing or too strange is left to who says why", () => {
  const [sound = ""] = filed([written(edition(5), [])]);
  const others = ["leeg.jsonl", "age.jsonl", "weg.jsonl", "map.jsonl/.."].map((name) => join(folder, name));
  writeFileSync(others[0] ?? "", "");
  writeFileSync(others[1] ?? "", "age-encryption.org/v1\nx");
  expect([...glimpses([...others, folder, sound]).keys()]).toEqual([sound]);
});

test("a case larger than the room for one is read whole", () => {
  const many = Array.from({ length: 6000 }, (): (() => NewEvent) => () => ({
    type: "noted",
    ch: 0,
    body: { by: "x", text: "y".repeat(100) },
  }));
  const big = written(edition(5), [...many, () => ({ type: "answered", ch: 1, body: { q: "soort", value: "nee" } })]);
  expect(big.length).toBeGreaterThan(2 ** 20);
  const [path = ""] = filed([big]);
  expect(glimpses([path]).get(path)).toEqual(alone(big));
});

describe("editions", () => {
  test("are known by every byte, and only so many are kept", () => {
    const shared = editions(2);
    const [a, b, c] = ["a", "b", "c"].map((text) => ({ body: Buffer.from(text), read: begun(tiny([choice(text)]))[1]?.body as never }));
    for (const one of [a, b, c]) if (one !== undefined) shared.keep(one.body, one.read);
    expect([a, b, c].map((one) => shared.known(one?.body ?? Buffer.of()) === one?.read)).toEqual([false, true, true]);
  });

  test("stand apart from the memory they were read from", () => {
    const shared = editions();
    const bytes = written(edition(5), []);
    const fresh = Buffer.from(bytes);
    decode(fresh, true, shared);
    fresh.fill(0);
    const [, again] = decode(bytes, true, shared).events;
    expect(again?.body).toBe(decode(bytes, true, shared).events[1]?.body);
  });
});

describe("threads", () => {
  test("see what one case after the other shows, and leave out what cannot be read", async () => {
    const all = Array.from({ length: 520 }, (_, i) => written(pool[i % 3] ?? edition(5), i % 7 === 0 ? [() => begun(edition(6))[1]] : []));
    const paths = filed(all);
    writeFileSync(paths[11] ?? "", readFileSync(paths[11] ?? "", "utf8").replace('"salt":"', '"salt":"x'));
    const seen = await survey(paths, ROOT);
    expect(seen.size).toBe(519);
    expect(seen.has(paths[11] ?? "")).toBe(false);
    for (const [path, one] of seen) expect(one).toEqual(alone(readFileSync(path)));
  });

  test("are not begun for a few cases, and a program that is not built does without", async () => {
    const paths = filed(Array.from({ length: 520 }, () => written(edition(5), [])));
    expect((await survey(paths.slice(0, 400), ROOT)).size).toBe(0);
    expect((await survey(paths, folder)).size).toBe(0);
    expect((await cases(folder, {}, noVault).survey(paths)).size).toBe(0);
  });
});
