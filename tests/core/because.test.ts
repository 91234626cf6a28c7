/** What the program says about its own norms, against every other way the answers could have been. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { answerIn, footings, whyAsked, whyFilled } from "../../src/core/because.ts";
import { consequence, isWorthSaying } from "../../src/core/consequence.ts";
import { stateOf } from "../../src/core/position.ts";
import { support } from "../../src/core/grounds.ts";
import { build } from "../../src/core/flow.ts";
import { walk, type Answer, type Answers } from "../../src/core/walk.ts";
import { anyWalk, dice, flow } from "../shipped.ts";
import { choice, norm, tiny } from "../tiny.ts";

const seeds = fc.integer({ min: 0, max: 2 ** 31 });
const said = (value: string): Answer => ({ kind: "value", value });

describe("what a norm rests on", () => {
  test("while those answers stay, every other answer may change and the norm keeps its value", () => {
    let reached = 0;
    fc.assert(
      fc.property(seeds, seeds, (one, other) => {
        const answers = anyWalk(flow, dice(one));
        const now = walk(flow, answers);
        const otherwise = anyWalk(flow, dice(other));
        for (const [id, is] of now.norms) {
          const rests = new Set(support(flow, answers, now, { op: "norm", id, is }).map((question) => question.id));
          const changed: Answers = new Map([...answers, ...[...otherwise].filter(([q]) => !rests.has(q))]);
          if (is !== "not-reached") reached++;
          expect(walk(flow, changed).norms.get(id), `${id} rests on ${[...rests].join(", ")}`).toBe(is);
        }
      }),
      { numRuns: 300 },
    );
    expect(reached).toBeGreaterThan(100);
  });

  test("what would change it is found by answering each choice otherwise", () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const answers = anyWalk(flow, dice(seed));
        const now = walk(flow, answers);
        const brute = [...flow.norms.keys()].flatMap((id) => {
          const is = now.norms.get(id);
          if (is === "not-reached") return [];
          return [...flow.questions.values()].flatMap(({ id: q, kind, options }) => {
            const answer = answers.get(q);
            if (kind !== "choice" || answer?.kind !== "value" || !now.path.some((question) => question.id === q)) return [];
            return options.flatMap((option) => {
              const then = walk(flow, new Map([...answers, [q, said(option.id)]])).norms.get(id);
              return option.id === answer.value || then === is ? [] : [`${id} ${q} ${option.id} ${String(then)}`];
            });
          });
        });
        const found = footings(flow, answers, now).flatMap(({ title, pivots }) => {
          const id = [...flow.norms.values()].find((norm) => norm.title === title)?.id ?? "";
          return pivots.map(({ question, value, state }) => `${id} ${question.id} ${String(value)} ${state}`);
        });
        expect(new Set(found)).toEqual(new Set(brute));
      }),
      { numRuns: 60 },
    );
  });
});

describe("what a correction does", () => {
  test("is what the walks before and after differ in; undoing it does the opposite", () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const roll = dice(seed);
        const answers = anyWalk(flow, roll);
        const before = walk(flow, answers);
        const choices = before.path.filter(({ kind }) => kind === "choice");
        const question = choices[roll(choices.length)];
        if (question === undefined) return;
        const after = walk(flow, new Map([...answers, [question.id, said(question.options[roll(question.options.length)]?.id ?? "")]]));
        const there = consequence(flow, before, after);
        const back = consequence(flow, after, before);
        expect(there.parks).toEqual(back.returns);
        expect(there.returns).toEqual(back.parks);
        for (const { id } of there.parks) expect([before.parked.includes(id), after.parked.includes(id)]).toEqual([false, true]);
        expect(there.norms.map(({ title, from, to }) => [title, to, from])).toEqual(
          back.norms.map(({ title, from, to }) => [title, from, to]),
        );
        expect(isWorthSaying(consequence(flow, before, before))).toBe(false);
        // What is only read is no answer, and no question.
        expect([...there.parks, ...there.returns, ...there.opens].filter(({ kind }) => kind === "notice")).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });
});

test("a norm that comes to apply is said, also when it was not reached before", () => {
  const edition = tiny([choice("een"), choice("twee")], {}, [norm("n", { een: ["ja"] }, { een: ["ja"] })]);
  const klein = build(edition);
  const [before, after] = ["nee", "ja"].map((value) => walk(klein, new Map([["een", said(value)]])));
  if (before === undefined || after === undefined) throw new Error("two walks");
  expect([before.norms.get("n"), after.norms.get("n")]).toEqual(["not-reached", "met"]);
  expect(isWorthSaying(consequence(klein, before, after))).toBe(true);
});

test("why a field is asked: what stands in its entry; a field of every entry as its list", () => {
  const list = flow.questions.get("signalen");
  const now = walk(flow, new Map([["bron", said("onbekend")]]));
  const why = (id: string): string => {
    const field = list?.fields.find((one) => one.id === id);
    if (list === undefined || field === undefined) throw new Error(`no field ${id}`);
    return whyFilled(flow, new Map([["bron", said("onbekend")]]), now, list, field, { soort: "waarneming", letsel: "ja" });
  };
  expect(why("letsel-tekst")).toBe("Dit hangt af van wat u eerder antwoordde: ‘Letsel’ is ‘Ja’.");
  expect(why("soort")).toBe("Dit hangt af van wat u eerder antwoordde: ‘Van wie het komt’ is ‘Dat weet ik niet’.");
});

test("why a question is asked: the answers that led there, in words; without any, that it always is", () => {
  const answers = new Map([["direct-gevaar", said("ja")]]);
  const now = walk(flow, answers);
  const words = (id: string): string => {
    const question = flow.questions.get(id);
    return question === undefined ? "" : whyAsked(flow, answers, now, question);
  };
  expect(words("direct-gevaar")).toBe("Deze vraag hoort bij elke zaak.");
  expect(words([...flow.questions.keys()][1] ?? "")).toContain("‘Direct gevaar’ is ‘Ja’");
  for (const question of now.path) expect(answerIn(question, answers).length).toBeGreaterThan(0);
});

test("the steps: not begun, open, done, parked, not asked", () => {
  const states = (answers: Answers): readonly string[] => flow.steps.map((step) => stateOf(flow, answers, walk(flow, answers), step));
  /** Step 1, and the list of signals in it. */
  const words = (more: Answers): readonly unknown[] => {
    const answers: Answers = new Map([["direct-gevaar", said("nee")], ["bron", said("onbekend")], ...more]);
    const list = flow.questions.get("signalen");
    return list === undefined ? [] : [stateOf(flow, answers, walk(flow, answers), list.step), answerIn(list, answers)];
  };
  expect(states(new Map())[0]).toBe("fresh");
  expect(states(new Map([["direct-gevaar", said("nee")]]))[0]).toBe("open");
  const listed = (closed: boolean): Answers =>
    new Map([["signalen", { kind: "list", closed, items: [{ id: "signalen-1", value: { soort: "gevoel" } }] }]]);
  expect(words(listed(false))).toEqual(["open", "‘Signalen’: 1 ingevuld, nog niet klaar"]);
  expect(words(listed(true))).toEqual(["open", "‘Signalen’: 1 ingevuld"]);
  expect(words(new Map())).toEqual(["fresh", "‘Signalen’ is nog open"]);
  const full = anyWalk(flow, dice(7));
  expect(new Set(states(full))).toEqual(new Set(states(full).filter((state) => state === "done" || state === "absent")));
});
