import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { erasing, fold } from "../../src/core/case.ts";
import type { Blank, Event, NewEvent } from "../../src/core/event.ts";
import type { Edition } from "../../src/core/formats.ts";
import { begun, caseOf, choice, tiny } from "../tiny.ts";

const list = {
  id: "l",
  kind: "list" as const,
  text: "l",
  item: "ding",
  fields: [
    { id: "f", kind: "line" as const, text: "f" },
    { id: "k", kind: "choices" as const, text: "k", required: false, options: choice("x").options ?? [] },
  ],
};
const edition = tiny([choice("a"), list]);
const said = (q: string, value: string | null, reason?: string): NewEvent => ({
  type: "answered",
  ch: 1,
  body: { q, value, ...(reason === undefined ? {} : { reason }) },
});
const added = (item: string, f: string): NewEvent => ({ type: "added", ch: 1, body: { q: "l", item, value: { f } } });
const closed: NewEvent = { type: "closed", ch: 1, body: { q: "l" } };
const finished = (outcome = "klaar", norms = {}): NewEvent => ({ type: "finished", ch: 1, body: { outcome, norms } });
const after = (...events: NewEvent[]) => caseOf([...begun(edition), ...events]);
const chapter = (...events: NewEvent[]) => after(...events).chapters[0];

describe("events fold into a case", () => {
  test("an answer, and its correction with both values", () => {
    const { answers, corrections } = chapter(said("a", "ja"), said("a", "nee", "verkeerd gelezen")) ?? {};
    expect(answers?.get("a")).toEqual({ kind: "value", value: "nee" });
    expect(corrections).toMatchObject([{ q: "a", before: "ja", after: "nee", reason: "verkeerd gelezen", afterFinish: false }]);
  });

  test("entries keep their ids, and the options of choices get the order of the question", () => {
    const two: NewEvent = { type: "added", ch: 1, body: { q: "l", item: "l-3", value: { k: ["nee", "ja"], f: "drie" } } };
    const removed: NewEvent = { type: "removed", ch: 1, body: { q: "l", item: "l-1", reason: "dubbel" } };
    const { answers, numbered } = chapter(added("l-1", "een"), two, removed, closed) ?? {};
    expect(answers?.get("l")).toEqual({ kind: "list", closed: true, items: [{ id: "l-3", value: { f: "drie", k: ["ja", "nee"] } }] });
    expect(numbered?.get("l")).toBe(3);
  });

  test("after finishing, a correction needs a reason, shows as such, and opens the chapter", () => {
    const whole = [said("a", "ja"), closed, finished()];
    expect(chapter(...whole)?.finished).toMatchObject({ outcome: "klaar" });
    const corrected = chapter(...whole, said("a", "nee", "nieuw feit"));
    expect(corrected?.finished).toBeUndefined();
    expect(corrected?.corrections).toMatchObject([{ afterFinish: true }]);
  });
});

describe("an erased line", () => {
  const erase = (events: readonly NewEvent[], line: number) =>
    fold(
      events.map((event, i): Event | Blank => ({
        ...event,
        n: i + 1,
        at: "2026-11-21T10:00:00Z",
        hash: String(i),
        ...(i + 1 === line ? { body: null } : {}),
      })),
    );

  test("leaves what was finished finished, and its question open", () => {
    const { chapters } = erase([...begun(edition), said("a", "ja"), closed, finished()], 3);
    expect(chapters[0]?.finished).toMatchObject({ outcome: "klaar" });
    expect(chapters[0]?.answers.has("a")).toBe(false);
  });

  test("keeps the number of its entry: nobody else gets it, whatever is said, taken away and erased", () => {
    const step = fc.record({ what: fc.constantFrom("add", "change", "remove", "erase"), which: fc.nat(20) });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
        let events: (Event | Blank)[] = [];
        const put = (event: NewEvent): void => void events.push({ ...event, n: events.length + 1, at: "2026-11-21T10:00:00Z", hash: "" });
        for (const event of begun(edition)) put(event);
        const given = new Set<string>();
        for (const { what, which } of steps) {
          const { answers, numbered } = fold(events).chapters[0] ?? {};
          const now = answers?.get("l");
          const item = now?.kind === "list" ? now.items[which % now.items.length]?.id : undefined;
          const line = events.filter(({ type, body }) => body !== null && ["added", "changed", "removed"].includes(type)).at(which);
          if (what === "add") {
            const fresh = `l-${String((numbered?.get("l") ?? 0) + 1)}`;
            expect(given).not.toContain(fresh);
            given.add(fresh);
            put(added(fresh, "x"));
          }
          if (what === "change" && item !== undefined) put({ type: "changed", ch: 1, body: { q: "l", item, value: { f: "y" } } });
          if (what === "remove" && item !== undefined) put({ type: "removed", ch: 1, body: { q: "l", item, reason: "dubbel" } });
          if (what === "erase" && line !== undefined) {
            events = events.with(line.n - 1, { ...line, type: line.type, body: null });
            put(erasing(line, line.n, "op verzoek"));
          }
        }
      }),
    );
  });

  test("of before its entry was written down, is still read", () => {
    const old: NewEvent = { type: "erased", ch: 0, body: { line: 3, ground: "op verzoek" } };
    expect(erase([...begun(edition), added("l-1", "oud"), old, added("l-1", "nieuw")], 3).chapters[0]?.answers.has("l")).toBe(true);
  });

  test("does not take with it what was said of the entry later", () => {
    const changed: NewEvent = { type: "changed", ch: 1, body: { q: "l", item: "l-1", value: { f: "nieuw" } } };
    const { chapters } = erase([...begun(edition), added("l-1", "oud"), changed], 3);
    expect(chapters[0]?.answers.get("l")).toMatchObject({ items: [{ id: "l-1", value: { f: "nieuw" } }] });
    const gone: NewEvent = { type: "removed", ch: 1, body: { q: "l", item: "l-1", reason: "dubbel" } };
    expect(erase([...begun(edition), added("l-1", "oud"), gone], 3).chapters[0]?.answers.has("l")).toBe(false);
  });
});

describe("a chapter that goes on in another edition of its flow, such as that of a sector", () => {
  const [, first] = begun(edition);
  if (first?.type !== "begun") throw new Error("no chapter");
  const again = (other: Edition, sector = "onderwijs"): NewEvent => ({ ...first, body: { ...first.body, sector, edition: other } });
  const more = tiny([choice("a"), ...edition.flow.steps.flatMap(({ questions }) => questions).filter(({ id }) => id !== "a"), choice("z")]);

  test("keeps what was answered, and asks what is new", () => {
    const [chapter, second] = after(said("a", "ja"), again(more)).chapters;
    expect([chapter?.sector, chapter?.answers.get("a"), chapter?.flow.questions.has("z"), second]).toEqual([
      "onderwijs",
      { kind: "value", value: "ja" },
      true,
      undefined,
    ]);
  });

  test.each<[string, NewEvent[]]>([
    ["without a question that was answered", [said("a", "ja"), again(tiny([choice("z")]))]],
    [
      "without the option that was chosen",
      [
        said("a", "ja"),
        again(
          tiny([
            choice("a", {
              options: [
                { id: "nee", text: "Nee" },
                { id: "x", text: "X" },
              ],
            }),
          ]),
        ),
      ],
    ],
    ["of another flow", [said("a", "ja"), again(tiny([choice("a")], { id: "groot" }))]],
    ["after finishing", [said("a", "ja"), closed, finished(), again(edition)]],
  ])("is refused %s", (_, events) => {
    expect(() => after(...events)).toThrow(new RegExp(`^Regel ${String(2 + events.length)} `));
  });
});

describe("what cannot have happened is refused, with its line", () => {
  test.each<[string, NewEvent[]]>([
    ["an unknown question", [said("b", "ja")]],
    ["an unknown option", [said("a", "misschien")]],
    ["skipping what is required", [said("a", null)]],
    ["a list answered as a value", [said("l", "ja")]],
    ["an entry that lacks a field", [{ type: "added", ch: 1, body: { q: "l", item: "l-1", value: {} } }]],
    ["an item id used twice", [added("l-1", "x"), added("l-1", "y")]],
    [
      "an item id of a removed entry",
      [added("l-2", "x"), { type: "removed", ch: 1, body: { q: "l", item: "l-2", reason: "x" } }, added("l-2", "y")],
    ],
    ["an item id of another list", [added("m-1", "x")]],
    ["a change of what is not there", [{ type: "changed", ch: 1, body: { q: "l", item: "l-1", value: { f: "x" } } }]],
    ["an entry of what is no list", [{ type: "added", ch: 1, body: { q: "a", item: "a-1", value: {} } }]],
    ["finishing while something is open", [said("a", "ja"), finished()]],
    ["another outcome than follows", [said("a", "ja"), closed, finished("anders")]],
    ["other norms than follow", [said("a", "ja"), closed, finished("klaar", { n: "met" })]],
    ["a correction after finishing without a reason", [said("a", "ja"), closed, finished(), said("a", "nee")]],
    ["a chapter that was not begun", [{ type: "closed", ch: 2, body: { q: "l" } }]],
    ["opening twice", [{ type: "opened", ch: 0, body: { format: 1, app: "x", id: "2026-11-21-x", exercise: true } }]],
  ])("%s", (_, events) => {
    expect(() => after(...events)).toThrow(new RegExp(`^Regel ${String(2 + events.length)} `));
  });

  test("a file that does not begin with opened", () => {
    expect(() => caseOf([said("a", "ja")])).toThrow("geen zaak");
  });
});
