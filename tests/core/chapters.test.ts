/** Chapters: what the next one takes over, when it is offered, and what moved on behind its back. */
import { describe, expect, test } from "vitest";
import { beginning, isOffered, movedOn, statusOf, waiting } from "../../src/core/chapters.ts";
import { evolve, type Case } from "../../src/core/case.ts";
import type { NewEvent } from "../../src/core/event.ts";
import type { Edition, FlowSource, QuestionSource } from "../../src/core/formats.ts";
import { walk } from "../../src/core/walk.ts";
import { begun, caseOf, choice, tiny } from "../tiny.ts";

const persons: QuestionSource = {
  id: "personen",
  kind: "list",
  text: "Wie?",
  item: "persoon",
  fields: [{ id: "wie", kind: "line", text: "wie" }],
};
const first = tiny([choice("a"), persons, choice("b", { when: { a: ["ja"] } }), choice("c", { defer: { a: ["ja"] } })]);
const said = (q: string, value: string, ch = 1): NewEvent => ({ type: "answered", ch, body: { q, value } });
const added = (item: string, wie: string, ch = 1): NewEvent => ({ type: "added", ch, body: { q: "personen", item, value: { wie } } });
const MET: readonly NewEvent[] = [
  ...begun(first),
  said("a", "ja"),
  added("personen-1", "moeder"),
  added("personen-2", "kind"),
  { type: "removed", ch: 1, body: { q: "personen", item: "personen-1", reason: "Dubbel." } },
  { type: "closed", ch: 1, body: { q: "personen" } },
  said("b", "nee"),
];
const plan = (more: Partial<FlowSource> = {}): Edition =>
  tiny([choice("d", { when: { personen: { count: { gte: 1 } } } })], { id: "plan", uses: ["a", "personen", "b"], ...more });

const after = (state: Case, events: readonly NewEvent[]): Case =>
  events.reduce((so, event) => evolve(so, { ...event, n: so.events.length + 1, at: so.at, hash: "" }), state);

/** The case once this flow was begun in it. */
function with2(state: Case, of: Edition): Case {
  const { edition, given, events } = beginning(state, of);
  const { id: flow, version } = edition.flow;
  return after(state, [{ type: "begun", ch: 2, body: { flow, version, sector: "x", editionHash: "", given, edition } }, ...events]);
}

describe("what is taken over", () => {
  test("the answers that count, entries under their own ids, each as a line of its own", () => {
    const { given, events } = beginning(caseOf(MET), plan());
    expect(given).toEqual({ a: 1, personen: 1, b: 1 });
    expect(events).toEqual([
      said("a", "ja", 2),
      added("personen-2", "kind", 2),
      { type: "closed", ch: 2, body: { q: "personen" } },
      said("b", "nee", 2),
    ]);
  });

  test("what the answers identify is taken over too", () => {
    const named: QuestionSource = { id: "nummer", kind: "line", text: "Welk nummer?", identifies: "reference" };
    expect(beginning(caseOf(begun(tiny([named]))), plan({ uses: ["nummer"] })).edition.flow.given).toMatchObject([
      { id: "nummer", identifies: "reference" },
    ]);
  });

  test("a parked answer does not, and the question is not asked again", () => {
    const state = with2(caseOf([...MET, said("a", "nee")]), plan());
    const chapter = state.chapters[1];
    if (chapter === undefined) throw new Error("begun");
    expect(chapter.answers.get("b")).toEqual({ kind: "value", value: null });
    expect(walk(chapter.flow, chapter.answers).open.map(({ id }) => id)).toEqual(["d"]);
  });

  test("conditions see it, and a new entry gets a number that was never used", () => {
    const state = with2(caseOf(MET), plan());
    expect(() => after(state, [added("personen-2", "vader", 2)])).toThrow("personen-2");
    expect(after(state, [added("personen-3", "vader", 2)]).chapters[1]?.answers.get("personen")).toMatchObject({
      items: [{}, { id: "personen-3" }],
    });
  });

  test("without an earlier chapter it is there and empty", () => {
    const { given, events } = beginning(
      { ...caseOf(MET), chapters: [] },
      { ...plan(), flow: { ...plan().flow, given: [persons, choice("a")] } },
    );
    expect(given).toEqual({});
    expect(events.map(({ type, ch }) => [type, ch])).toEqual([
      ["answered", 1],
      ["closed", 1],
    ]);
  });

  test("of two chapters that ask it, the latest", () => {
    const again = with2(caseOf(MET), { ...first, flow: { ...first.flow, id: "nog-eens" } });
    expect(beginning(after(again, [said("a", "nee", 2)]), plan()).given).toEqual({ a: 2, personen: 2, b: 2 });
  });
});

test.each<[string, Partial<FlowSource>, boolean]>([
  ["without a condition", {}, true],
  ["when its condition holds", { offered: { a: ["ja"] } }, true],
  ["a list counts as it stands", { offered: { personen: { count: { is: 2 } } } }, false],
  ["not when it does not hold", { offered: { b: ["ja"] } }, false],
  ["never when it stands apart", { apart: true }, false],
])("a chapter is offered: %s", (_, more, expected) => {
  expect(isOffered(caseOf(MET), plan(more))).toBe(expected);
});

test.each<[string, readonly NewEvent[], boolean]>([
  ["not while one of it can still be filled in", [], false],
  ["while one of it only waits for somebody else", [said("d", "ja", 2)], true],
  ["when one of it is finished", [said("d", "ja", 2), said("e", "ja", 2)], true],
])("a chapter is offered once more: %s", (_, more, expected) => {
  const waits = tiny([choice("d"), choice("e", { defer: { all: [] } })], { id: "plan", uses: ["a"] });
  expect(isOffered(after(with2(caseOf(MET), waits), more), waits)).toBe(expected);
});

test("nothing is offered after what stands apart", () => {
  const alone = begun({ ...first, flow: { ...first.flow, apart: true } });
  expect([isOffered(caseOf(begun(first)), plan()), isOffered(caseOf(alone), plan())]).toEqual([true, false]);
});

test.each<[string, readonly NewEvent[], readonly string[]]>([
  ["nothing", [], []],
  ["a correction upstream", [said("b", "ja")], ["b"]],
  ["a new entry upstream", [added("personen-3", "vader")], ["personen"]],
  ["a correction here is no news", [said("b", "ja", 2)], []],
])("what moved on: %s", (_, more, expected) => {
  const state = after(with2(caseOf(MET), plan()), more);
  const chapter = state.chapters[1];
  expect(chapter && movedOn(state, chapter)).toEqual(expected);
});

test.each<[string, readonly NewEvent[], string, number]>([
  ["the first waits for c, the second is open", [], "open", 2],
  ["the second is done", [said("d", "ja", 2)], "decided", 1],
  ["all is done", [said("d", "ja", 2), said("c", "ja")], "finished", 0],
])("a case of two chapters: %s", (_, more, status, n) => {
  const decision = {
    questions: ["b"],
    by: "b",
    on: "b",
    departure: ["b"],
    report: { question: "b", rules: [] },
    help: { question: "b", rules: [] },
  };
  const base = { ...first, flow: { ...first.flow, decision: decision as never } };
  const state = after(
    with2(caseOf(MET.map((event) => (event.type === "begun" ? { ...event, body: { ...event.body, edition: base } } : event))), plan()),
    more,
  );
  expect([statusOf(state), waiting(state)]).toEqual([status, n]);
});
