/** Late is what was first written down long after it happened; what is corrected later was there already. */
import { describe, expect, test } from "vitest";
import { fold, type Case } from "../../src/core/case.ts";
import { walkOf } from "../../src/core/chapter.ts";
import type { Blank, Event, NewEvent } from "../../src/core/event.ts";
import { raised } from "../../src/core/walk.ts";
import { begun, tiny } from "../tiny.ts";

const edition = tiny(
  [
    {
      id: "a",
      kind: "list",
      text: "a",
      item: "a",
      happened: "dag",
      fields: [
        { id: "dag", kind: "date", text: "dag" },
        { id: "wat", kind: "line", text: "wat" },
      ],
    },
    { id: "op", kind: "date", text: "op" },
  ],
  {
    facts: [{ id: "op-tijd", is: "timely", dates: ["a", "op"], days: 14 }],
    checks: [{ id: "laat", when: { fact: { "op-tijd": "nee" } }, text: "x", why: "x", question: "a", sources: [] }],
  },
);

type Line = readonly [day: string, ...Extract<NewEvent, { type: "answered" | "added" | "changed" | "removed" | "closed" }>[]];
const entry = (dag: string, wat = "x") => ({ dag, wat });
const added = (dag: string, n = 1): Line[1] => ({ type: "added", ch: 1, body: { q: "a", item: `a-${String(n)}`, value: entry(dag) } });
const changed = (dag: string, wat: string): Line[1] => ({ type: "changed", ch: 1, body: { q: "a", item: "a-1", value: entry(dag, wat) } });
const closed: Line[1] = { type: "closed", ch: 1, body: { q: "a" } };
const answered = (value: string): Line[1] => ({ type: "answered", ch: 1, body: { q: "op", value } });

function caseOf(lines: readonly Line[], erased: readonly number[] = []): Case {
  const all = [
    ...begun(edition).map((event) => ({ event, day: "2026-03-01" })),
    ...lines.flatMap(([day, ...events]) => events.map((event) => ({ event, day }))),
  ];
  return fold(
    all.map(({ event, day }, i): Event | Blank => {
      const line = { ...event, n: i + 1, at: `${day}T23:30:00+01:00`, hash: String(i) };
      return erased.includes(i + 1) ? { ...line, body: null } : line;
    }),
  );
}
const isLate = (state: Case): boolean => state.chapters.some((chapter) => raised(chapter.flow, walkOf(chapter)).length > 0);

describe("late", () => {
  test.each<[string, readonly Line[], boolean]>([
    ["the same day", [["2026-03-20", added("2026-03-20"), closed]], false],
    ["fourteen days later", [["2026-04-03", added("2026-03-20"), closed]], false],
    ["fifteen days later", [["2026-04-04", added("2026-03-20"), closed]], true],
    [
      "one of two",
      [
        ["2026-03-20", added("2026-03-20")],
        ["2026-04-04", added("2026-03-20", 2), closed],
      ],
      true,
    ],
    [
      "a correction of its words",
      [
        ["2026-03-20", added("2026-03-20"), closed],
        ["2026-09-01", changed("2026-03-20", "y")],
      ],
      false,
    ],
    [
      "a correction of its day",
      [
        ["2026-03-20", added("2026-03-20"), closed],
        ["2026-09-01", changed("2026-03-01", "x")],
      ],
      true,
    ],
    ["a day that was still to come", [["2026-03-01", added("2026-03-20"), closed]], false],
    ["a list that is open", [["2026-09-01", added("2026-03-20")]], false],
    ["a question", [["2026-04-04", answered("2026-03-20")]], true],
    [
      "a question, answered again",
      [
        ["2026-03-20", answered("2026-03-19")],
        ["2026-09-01", answered("2026-03-20")],
      ],
      false,
    ],
  ])("%s", (_, lines, expected) => {
    expect(isLate(caseOf(lines))).toBe(expected);
  });

  test("of what came after an erased line it is not known when it was first written down", () => {
    const lines: readonly Line[] = [
      ["2026-03-20", added("2026-03-20")],
      ["2026-09-01", changed("2026-03-20", "y"), closed],
    ];
    expect(isLate(caseOf(lines, [3]))).toBe(false);
  });
});
