/** What holds on every way through the shipped flow. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { judgeOf } from "../../src/adapters/answersfile.ts";
import { faults, intake } from "../../src/core/answers.ts";
import { fold, imagined, type Case } from "../../src/core/case.ts";
import type { NewEvent } from "../../src/core/event.ts";
import type { Askable } from "../../src/core/flow.ts";
import { walk } from "../../src/core/walk.ts";
import { markdown } from "../../src/export/markdown.ts";
import { anyEntries, anyValue, anyWalk, asDocument, dice, edition, flow, opening, type Offers } from "../shipped.ts";

const seeds = fc.integer({ min: 0, max: 2 ** 31 });
const AT = "2026-11-21T10:00:00+01:00";
const caseOf = (events: readonly NewEvent[]): Case => fold(events.map((event, i) => ({ ...event, n: i + 1, at: AT, hash: String(i) })));
const takenIn = (state: Case, document: Record<string, unknown>): readonly NewEvent[] => {
  const taken = intake(state, 1, document, "verbeterd");
  if (taken === "reason" || "code" in taken) throw new Error(JSON.stringify(taken));
  return taken.events;
};

describe("every way through the meldcode", () => {
  test("ends in exactly one outcome, with every norm one of three values and a rule for the decision", () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const { status, outcome, norms, report, help } = walk(flow, anyWalk(flow, dice(seed)));
        expect(status).toBe("finished");
        expect(outcome).toBeDefined();
        expect([...norms.values()].every((state) => ["met", "not-met", "not-reached"].includes(state))).toBe(true);
        if (outcome?.id !== "andere-route") expect([report, help]).not.toContain(undefined);
      }),
      { numRuns: 400 },
    );
  });

  test("a decision that departs from a required report or help asks the reason and a second person", () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const { outcome, report, help, departs } = walk(flow, anyWalk(flow, dice(seed)));
        const against =
          (report?.rule === "required" && outcome?.report === false) || (help?.rule === "required" && outcome?.help === false);
        expect(departs).toBe(against);
      }),
      { numRuns: 400 },
    );
  });

  test("parked answers never change the path, the norms or the outcome", () => {
    fc.assert(
      fc.property(seeds, seeds, (one, other) => {
        const answers = anyWalk(flow, dice(one));
        const on = new Set(walk(flow, answers).path.map(({ id }) => id));
        const more = new Map([...anyWalk(flow, dice(other))].filter(([q]) => !on.has(q)));
        const before = walk(flow, answers);
        const after = walk(flow, new Map([...answers, ...more]));
        expect(after.path.map(({ id }) => id)).toEqual(before.path.map(({ id }) => id));
        expect([...after.norms]).toEqual([...before.norms]);
        expect(after.outcome).toBe(before.outcome);
        expect(new Set(after.parked)).toEqual(new Set(more.keys()));
      }),
      { numRuns: 200 },
    );
  });

  test("the record of answers given in any order, with corrections, is that of the final answers", () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const roll = dice(seed);
        const final = anyWalk(flow, roll);
        const document = asDocument(final);
        // First a few wrong ones, then the right ones in an order of their own.
        let events: readonly NewEvent[] = opening;
        const shuffled = Object.keys(document).sort(
          (a, b) => dice(seed + a.length * 31 + a.charCodeAt(0))(1000) - dice(seed + b.length * 17 + b.charCodeAt(1))(1000),
        );
        for (const q of shuffled.slice(0, 12)) {
          const question = flow.questions.get(q);
          if (question === undefined || question.kind === "list" || question.kind === "notice") continue;
          events = [...events, { type: "answered", ch: 1, body: { q, value: anyValue(question, roll, () => []) } }];
        }
        for (const part of [shuffled.slice(0, 9), shuffled.slice(9)]) {
          // References need their lists: those come with the whole, at the end.
          const now = part.filter((q) => flow.questions.get(q)?.kind !== "list");
          events = [...events, ...takenIn(imagined(events), Object.fromEntries(now.map((q) => [q, document[q]])))];
        }
        // Lists that were other ones first: entries with other words, one too few or too many. No references yet: nobody is there to point to.
        const lists = Object.keys(document).filter((q) => flow.questions.get(q)?.kind === "list" && roll(2) === 0);
        events = [...events, ...takenIn(imagined(events), Object.fromEntries(lists.map((q) => [q, others(q, roll)])))];
        events = [...events, ...takenIn(imagined(events), document)];
        const straight = [...opening, ...takenIn(imagined(opening), document)];
        const body = (record: string): string => record.slice(0, record.lastIndexOf("\n## "));
        expect(body(markdown(caseOf(events)))).toBe(body(markdown(caseOf(straight))));
      }),
      { numRuns: 60 },
    );
  });

  /** Other entries for a list, as a file would give them, with ids. */
  const others = (q: string, roll: ReturnType<typeof dice>): readonly unknown[] => {
    const list = flow.questions.get(q);
    return list === undefined ? [] : anyEntries(list, roll, () => []).map(({ id, value }) => ({ id, ...value }));
  };

  test("taking the same answers in again says nothing new", () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const document = asDocument(anyWalk(flow, dice(seed)));
        const events = [...opening, ...takenIn(imagined(opening), document)];
        expect(takenIn(imagined(events), document)).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });
});

describe("each question of the meldcode", () => {
  const questions = [...flow.questions.values()];
  const says = (text: string | undefined): boolean => text !== undefined && text.trim() !== "";
  test("says what a good answer is: in its help, and most with a weak and a strong one", () => {
    expect(questions.filter(({ help }) => !says(help)).map(({ id }) => id)).toEqual([]);
    const typed = questions.filter(({ kind }) => kind !== "notice");
    expect(typed.filter(({ weak, strong }) => !says(weak) || !says(strong)).map(({ id }) => id)).toEqual([]);
    const fields = questions.flatMap(({ id, fields }) => fields.map((field) => ({ ...field, id: `${id}.${field.id}` })));
    expect(fields.filter(({ help, weak, strong }) => !says(help) && !(says(weak) && says(strong))).map(({ id }) => id)).toEqual([]);
  });

  test("names where it comes from", () => {
    expect(questions.filter(({ sources }) => sources.length === 0).map(({ id }) => id)).toEqual([]);
    expect(questions.flatMap(({ sources }) => sources).filter((id) => !flow.sources.has(id))).toEqual([]);
  });

  test("asks for no name, address or day of birth: a reference of one's own is all that tells who it is", () => {
    const all = edition.flow.steps.flatMap((step) => step.questions).flatMap((question) => [question, ...(question.fields ?? [])]);
    expect(all.filter(({ identifies }) => identifies !== undefined).map(({ id, identifies }) => [id, identifies])).toEqual([
      ["zaak-referentie", "reference"],
    ]);
    // "Noem de rol, geen naam", and whether the professional reports under her own name.
    const asks = /(?<!geen |uw eigen )\b(?:naam|namen|adres|adressen|geboortedat\w*)\b/i;
    expect(all.filter(({ text }) => asks.test(text)).map(({ id }) => id)).toEqual([]);
  });
});

test("each norm says why, where it comes from, and when somebody last looked", () => {
  for (const { id, why, sources, checked } of edition.norms) {
    expect([id, why.trim() === "", sources.length === 0]).toEqual([id, false, false]);
    expect(checked).toMatch(/^\d{4}-\d\d-\d\d$/);
  }
});

describe("accepts and ajv agree on the generated schema", () => {
  const judge = judgeOf(flow);
  const junk = fc.oneof(
    fc.jsonValue({ maxDepth: 2 }),
    fc.string({ unit: "binary" }),
    fc.constantFrom(
      "",
      " ",
      "\n",
      "a\nb",
      "\u2028",
      "ja",
      "nee",
      "2026-02-29",
      "2024-02-29",
      "2026-11-21",
      "betrokkenen-1",
      "betrokkenen-0",
      -1,
      0,
      17,
      1.5,
      121,
      NaN,
      Infinity,
      true,
      false,
      null,
      [],
      [null],
      {},
      { id: "signalen-1" },
    ),
  );
  const questions = [...flow.questions.values()];
  /** Where a value just fits, and where it just does not. Chance alone seldom comes by these. */
  const edges = ({ min = 0, max = 0, maxLength }: Askable): readonly unknown[] => [
    ...["2024-02-29", "2026-02-29", "2026-04-31", "2026-13-01", "2026-00-10", "21-11-2026", "0000-01-01", "9999-12-31"],
    ...[min - 1, min, max, max + 1, min + 0.5],
    ...["a", "é", "😀"].flatMap((letter) => [maxLength, maxLength + 1].map((n) => letter.repeat(n))),
    ...["a\rb", "a\u2029b", "\u00a0", " a "],
  ];

  test.each(questions.map((question) => [question.id, question] as const))("%s", (q, question) => {
    const agrees = (value: unknown): void => {
      const core = faults(flow, { [q]: value }).length === 0;
      expect(judge({ [q]: value }), JSON.stringify(value)).toBe(core);
    };
    const offers: Offers = ({ to = "" }) => [{ id: `${to}-1`, value: {} }];
    if (question.kind !== "list") edges(question).forEach(agrees);
    // More than one entry: what one field makes needed may hide what is wrong with another.
    const examples = Array.from({ length: 20 }, (_, seed) => anyEntries(question, dice(seed), offers)).flatMap(([first]) => first ?? []);
    for (const { value } of examples.slice(0, 6))
      for (const field of question.fields) for (const edge of edges(field)) agrees([{ ...value, [field.id]: edge }]);
    fc.assert(
      fc.property(seeds, junk, fc.nat(), (seed, other, place) => {
        const roll = dice(seed);
        agrees(other);
        if (question.kind !== "list") {
          const value = anyValue(question, roll, offers);
          agrees(value);
          if (Array.isArray(value)) {
            const chosen = value as readonly string[];
            for (const more of [other, chosen[0], ...question.options.map(({ id }) => id)]) agrees([...chosen, more]);
          }
          return;
        }
        const entries: readonly Readonly<Record<string, unknown>>[] = anyEntries(question, roll, offers).map(({ id, value }) => ({
          id,
          ...value,
        }));
        agrees(entries);
        const one = entries[place % Math.max(entries.length, 1)];
        const fields = [...question.fields.map(({ id }) => id), "id", "onbekend", "__proto__"];
        if (one === undefined) return;
        const field = fields[place % fields.length] ?? "";
        agrees([{ ...one, [field]: other }]);
        const { [field]: _gone, ...rest } = one;
        agrees([rest]);
        agrees([one, other]);
      }),
      { numRuns: 25 },
    );
  });

  test("and both know a right answer when they see one", () => {
    const document = asDocument(anyWalk(flow, dice(7)));
    expect(faults(flow, document)).toEqual([]);
    expect(judge(document)).toBe(true);
  });
});
