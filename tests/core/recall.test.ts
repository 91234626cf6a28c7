/** What was said earlier and is shown while a question is asked: of another flow as taken over, of the same flow from the chapter before. */
import { expect, test } from "vitest";
import { askingOf, noteOn } from "../../src/commands/asking.ts";
import { chapterOf } from "../../src/core/answers.ts";
import { recalled } from "../../src/core/recall.ts";
import { evolve, fold, type Case } from "../../src/core/case.ts";
import { walkOf } from "../../src/core/chapter.ts";
import type { NewEvent } from "../../src/core/event.ts";
import type { Edition, QuestionSource } from "../../src/core/formats.ts";
import { choice, tiny } from "../tiny.ts";

const line = (id: string, more: Partial<QuestionSource> = {}): QuestionSource => ({ id, kind: "line", text: id, ...more });
const list: QuestionSource = {
  id: "afspraken",
  kind: "list",
  text: "Afspraken",
  item: "afspraak",
  recalls: ["afspraken"],
  fields: [
    { id: "wie", kind: "line", text: "Wie" },
    {
      id: "kan",
      kind: "choice",
      text: "Kan",
      options: [
        { id: "ja", text: "Ja" },
        { id: "nee", text: "Nee" },
      ],
    },
  ],
};
const follow: Edition = tiny(
  [
    line("stand", { recalls: ["doel", "stand"] }),
    list,
    choice("past"),
    line("anders", { when: { past: ["nee"] }, recalls: ["anders"] }),
    line("nieuw"),
  ],
  { id: "zicht", given: [line("doel", { required: false })] },
);
/** Another flow with a question of the same name. */
const plan: Edition = tiny([line("stand")], { id: "plan" });

type Said = Readonly<Record<string, unknown>>;

/** A case of chapters, each with what was said in it. */
function caseIn(...chapters: readonly (readonly [Edition, readonly Said[]])[]): Case {
  const begun = (edition: Edition) =>
    ({ flow: edition.flow.id, version: "1.0", sector: "algemeen", editionHash: "", given: {}, edition }) as const;
  const opened = { type: "opened", ch: 0, body: { format: 1, app: "meldcode", id: "2026-11-21-a", exercise: true } } as const;
  const said = chapters.flatMap(([edition, all], i) => [
    { type: "begun", ch: i + 1, body: begun(edition) },
    ...all.map((body) => ({ type: "item" in body ? "added" : "value" in body ? "answered" : "closed", ch: i + 1, body })),
  ]);
  return [opened, ...(said as readonly NewEvent[])].reduce<Case | undefined>((so, event, i) => {
    const whole = { ...event, n: i + 1, at: "2026-11-21T10:00:00Z", hash: "" };
    return so === undefined ? fold([whole]) : evolve(so, whole);
  }, undefined) as Case;
}

/** The same, all of one flow. */
const caseOf = (...chapters: readonly (readonly Said[])[]): Case => caseIn(...chapters.map((said) => [follow, said] as const));

const EARLIER: readonly Said[] = [
  { q: "doel", value: "Niemand slaat" },
  { q: "stand", value: "Twee keer geschreeuwd" },
  { q: "afspraken", item: "afspraken-1", value: { wie: "Oma", kan: "nee" } },
  { q: "afspraken" },
];
const shown = (state: Case, q: string): readonly string[] => {
  const chapter = state.chapters.at(-1);
  const question = chapter?.flow.questions.get(q);
  if (chapter === undefined || question === undefined) throw new Error(q);
  return recalled(state, chapter, question);
};

test.each<[string, Case, string, readonly string[]]>([
  ["nothing was said yet", caseOf([]), "stand", []],
  ["what was taken over, as it stands here", caseOf([{ q: "doel", value: "Rust" }]), "stand", ["doel: Rust"]],
  ["what was taken over and skipped is not shown", caseOf([{ q: "doel", value: null }]), "stand", []],
  ["not what is said in this chapter itself", caseOf([{ q: "stand", value: "Rustig" }]), "stand", []],
  ["the chapter before, with its day", caseOf(EARLIER, []), "stand", ["stand (21 november 2026): Twee keer geschreeuwd"]],
  [
    "only the last chapter before, not older ones",
    caseOf(EARLIER, [{ q: "stand", value: "Rustig" }], []),
    "stand",
    ["stand (21 november 2026): Rustig"],
  ],
  [
    "not a question of that name in another flow",
    caseIn([follow, EARLIER], [plan, [{ q: "stand", value: "Van het plan" }]], [follow, []]),
    "stand",
    ["stand (21 november 2026): Twee keer geschreeuwd"],
  ],
  [
    "what was said",
    caseOf(
      [
        { q: "past", value: "nee" },
        { q: "anders", value: "Oma belt" },
      ],
      [],
    ),
    "anders",
    ["anders (21 november 2026): Oma belt"],
  ],
  [
    "not what was parked by a correction",
    caseOf(
      [
        { q: "past", value: "nee" },
        { q: "anders", value: "Oma belt" },
        { q: "past", value: "ja" },
      ],
      [],
    ),
    "anders",
    [],
  ],
  ["nothing where nothing is recalled", caseOf([{ q: "nieuw", value: "Iets" }], []), "nieuw", []],
  [
    "entries, with what was answered yes or no under its label",
    caseOf(EARLIER, []),
    "afspraken",
    ["Afspraken (21 november 2026):", "- Oma, Kan: Nee"],
  ],
  ["a list that was not closed is not shown", caseOf(EARLIER.slice(0, 3), []), "afspraken", []],
])("%s", (_, state, q, lines) => {
  expect(shown(state, q)).toEqual(lines);
});

test("it stands above the question while that is asked; the fields of an entry are asked below that of their list", () => {
  const state = caseOf([...EARLIER], []);
  const chapter = chapterOf(state, 2);
  const now = walkOf(chapter);
  const noteAt = (q: string, isWhole?: boolean): string | undefined => {
    const question = chapter.flow.questions.get(q);
    return question && noteOn(state, chapter, question, now, isWhole);
  };
  expect(noteAt("stand")).toBe("stand (21 november 2026): Twee keer geschreeuwd");
  expect(noteAt("afspraken")).toBe("Afspraken (21 november 2026):\n- Oma, Kan: Nee");
  expect(noteAt("afspraken", false)).toBeUndefined();
  const stand = chapter.flow.questions.get("stand");
  expect(stand && askingOf(state, chapter, stand, now).note).toBe(noteAt("stand"));
});
