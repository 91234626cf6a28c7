import { describe, expect, test } from "vitest";
import { walk } from "../../src/core/walk.ts";
import { answers, choice, flowOf, norm } from "../tiny.ts";

const ids = (questions: readonly { readonly id: string }[]): string[] => questions.map(({ id }) => id);

describe("the path", () => {
  const flow = flowOf([choice("a"), choice("b", { when: { a: ["ja"] } }), choice("c", { when: { b: ["ja"] } }), choice("d")]);

  test.each([
    ["nothing answered", {}, ["a", "d"], "a", []],
    ["a chain opens", { a: "ja", b: "ja" }, ["a", "b", "c", "d"], "c", []],
    ["an answer that left the path does not count further on", { a: "nee", b: "ja", c: "ja" }, ["a", "d"], "d", ["b", "c"]],
    ["and comes back with it", { a: "ja", b: "ja", c: "ja", d: "ja" }, ["a", "b", "c", "d"], undefined, []],
    ["skipped is answered, and absent for conditions", { a: "ja", b: null }, ["a", "b", "d"], "d", []],
  ])("%s", (_, given, path, next, parked) => {
    const now = walk(flow, answers(given));
    expect([ids(now.path), now.next?.id, now.parked]).toEqual([path, next, parked]);
  });

  test("a step's own condition holds for all its questions", () => {
    const flow = flowOf([choice("a")], {
      steps: [
        { id: "een", title: "Een", questions: [choice("a")] },
        { id: "twee", title: "Twee", when: { a: ["ja"] }, questions: [choice("b"), choice("c", { when: { b: ["ja"] } })] },
      ],
    });
    expect(ids(walk(flow, answers({ a: "nee", b: "ja" })).path)).toEqual(["a"]);
    expect(ids(walk(flow, answers({ a: "ja", b: "ja" })).path)).toEqual(["a", "b", "c"]);
  });

  test("a list is open until closed, and counts from then on", () => {
    const list = { id: "l", kind: "list" as const, text: "l", item: "ding", fields: [{ id: "f", kind: "line" as const, text: "f" }] };
    const flow = flowOf([list, choice("geen", { when: { l: { count: { is: 0 } } } })]);
    expect(walk(flow, new Map([["l", { kind: "list", closed: false, items: [] }]])).next?.id).toBe("l");
    expect(walk(flow, answers({ l: [] })).next?.id).toBe("geen");
  });
});

describe("what may wait", () => {
  const flow = flowOf([choice("gevaar"), choice("later", { defer: { gevaar: ["ja"] } }), choice("besluit")], {
    decision: {
      questions: ["besluit"],
      by: "besluit",
      on: "besluit",
      departure: ["later"],
      report: { question: "besluit", rules: [] },
      help: { question: "besluit", rules: [] },
    },
  });

  test.each([
    ["nothing waits without danger", { gevaar: "nee" }, "later", "open"],
    ["it stays on the path and is asked last", { gevaar: "ja" }, "besluit", "open"],
    ["it does not hold up the decision", { gevaar: "ja", besluit: "ja" }, "later", "decided"],
    ["it holds up closing", { gevaar: "ja", besluit: "ja", later: "ja" }, undefined, "finished"],
  ])("%s", (_, given, next, status) => {
    const now = walk(flow, answers(given));
    expect([now.next?.id, now.status]).toEqual([next, status]);
  });
});

describe("a norm", () => {
  const flow = flowOf([choice("a"), choice("b", { when: { a: ["ja"] } }), choice("c", { when: { norm: { n: "met" } } })], {}, [
    norm("n", { a: ["ja"] }, { b: ["ja"] }),
    norm("m", { norm: { n: "not-met" } }, { a: ["ja"] }),
  ]);

  test.each([
    ["a question it names is open", {}, "not-reached", "not-reached"],
    ["it does not apply", { a: "nee" }, "not-reached", "not-reached"],
    ["open further on", { a: "ja" }, "not-reached", "not-reached"],
    ["met", { a: "ja", b: "ja" }, "met", "not-reached"],
    ["not met; and the norm that rests on that", { a: "ja", b: "nee" }, "not-met", "met"],
    ["a parked answer does not make it met", { a: "nee", b: "ja" }, "not-reached", "not-reached"],
  ])("%s", (_, given, n, m) => {
    const { norms } = walk(flow, answers(given));
    expect([norms.get("n"), norms.get("m")]).toEqual([n, m]);
  });

  test("a condition may rest on it", () => {
    expect(walk(flow, answers({ a: "ja", b: "ja" })).next?.id).toBe("c");
  });
});

test("no outcome, or two, is a bug of the definition and never passes in silence", () => {
  const two = flowOf([choice("a")], {
    outcomes: [
      { id: "x", when: { all: [] }, title: "x", text: "x" },
      { id: "y", when: { a: ["ja"] }, title: "y", text: "y" },
    ],
  });
  expect(() => walk(two, answers({ a: "ja" }))).toThrow("‘x’, ‘y’");
  expect(walk(two, answers({ a: "nee" })).outcome?.id).toBe("x");
  const none = flowOf([choice("a")], { outcomes: [{ id: "x", when: { a: ["ja"] }, title: "x", text: "x" }] });
  expect(() => walk(none, answers({ a: "nee" }))).toThrow("geen enkele uitkomst");
});
