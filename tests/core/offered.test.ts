/** Whom a reference offers: not those it leaves out, but always the one that was chosen, and everybody of whom it is not known. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { askingField, isVain } from "../../src/commands/asking.ts";
import { faults, intake } from "../../src/core/answers.ts";
import { imagined, type Case } from "../../src/core/case.ts";
import { walkOf, type Chapter } from "../../src/core/chapter.ts";
import type { NewEvent } from "../../src/core/event.ts";
import type { Field, Question } from "../../src/core/flow.ts";
import type { ConditionSource } from "../../src/core/formats.ts";
import { template } from "../../src/core/template.ts";
import { answersSchema } from "../../src/core/schema.ts";
import { offered, type Entry, type Item } from "../../src/core/value.ts";
import { raised } from "../../src/core/walk.ts";
import { begun, flowOf, tiny } from "../tiny.ts";

const edition = tiny(
  [
    {
      id: "mensen",
      kind: "list",
      text: "mensen",
      item: "mens",
      fields: [
        { id: "rol", kind: "line", text: "rol" },
        { id: "bekend", kind: "choice", text: "bekend", options: [{ id: "ja", text: "Ja" }, { id: "nee", text: "Nee" }], required: false }, // prettier-ignore
        { id: "leeftijd", kind: "number", text: "leeftijd", required: false, when: { bekend: ["ja"] } },
      ],
    },
    {
      id: "verteld",
      kind: "list",
      text: "verteld",
      item: "kind",
      fields: [
        { id: "kind", kind: "ref", to: "mensen", except: { leeftijd: { gte: 18 } }, text: "kind", required: false },
        { id: "hoe", kind: "line", text: "hoe" },
      ],
    },
  ],
  {
    facts: [{ id: "volwassen", is: "linked", list: "verteld", field: "kind" }],
    checks: [{ id: "geen-kind", when: { fact: { volwassen: "ja" } }, text: "x", why: "x", question: "verteld", sources: [] }],
  },
);

const who = (leeftijd?: number): Entry => ({ rol: "zus", ...(leeftijd === undefined ? {} : { bekend: "ja", leeftijd }) });
const [mensen, kind] = questions();
function questions(): readonly [Question, Field] {
  const { questions: all } = flowOf(...[edition.flow.steps[0]?.questions ?? []]);
  const [people, field] = [all.get("mensen"), all.get("verteld")?.fields[0]];
  if (people === undefined || field === undefined) throw new Error("no lists");
  return [people, field];
}
const idsOf = (items: readonly Item[]): string => items.map(({ id }) => id.replace("mensen-", "")).join();
const items = (...entries: readonly Entry[]): readonly Item[] => entries.map((value, i) => ({ id: `mensen-${String(i + 1)}`, value }));

describe("offered", () => {
  test.each<[string, readonly Entry[], string | undefined, string]>([
    ["a child, and no adult", [who(7), who(34), who(17), who(18)], undefined, "1,3"],
    ["somebody whose age is not known", [who(34), who()], undefined, "2"],
    ["an age that no longer applies is not known", [{ ...who(34), bekend: "nee" }], undefined, "1"],
    ["the one that was chosen, now an adult", [who(34), who(40)], "mensen-2", "2"],
    ["nobody is there", [], undefined, ""],
    ["nobody is left", [who(34)], undefined, ""],
  ])("%s", (_, entries, current, expected) => {
    expect(idsOf(offered(mensen, kind, items(...entries), current))).toBe(expected);
  });

  test("without an exception: everybody", () => {
    expect(idsOf(offered(mensen, { except: undefined }, items(who(7), who(34), who())))).toBe("1,2,3");
  });

  const RELATED: Readonly<Record<string, (age: number, limit: number) => boolean>> = {
    lt: (age, limit) => age < limit,
    lte: (age, limit) => age <= limit,
    gt: (age, limit) => age > limit,
    gte: (age, limit) => age >= limit,
    is: (age, limit) => age === limit,
  };

  test("everybody but those of whom the condition is known to hold, and always the one that was chosen", () => {
    const age = fc.option(fc.integer({ min: 0, max: 9 }), { nil: undefined });
    const relation = fc.constantFrom(...Object.keys(RELATED));
    fc.assert(
      fc.property(fc.array(age, { maxLength: 5 }), relation, fc.integer({ min: 0, max: 9 }), fc.nat(4), (ages, rel, limit, chosen) => {
        const except: ConditionSource = { leeftijd: { [rel]: limit } };
        const all = items(...ages.map(who));
        const expected = ages.flatMap((is, i) =>
          i === chosen || is === undefined || RELATED[rel]?.(is, limit) === false ? [`mensen-${String(i + 1)}`] : [],
        );
        expect(offered(mensen, { except }, all, all[chosen]?.id).map(({ id }) => id)).toEqual(expected);
      }),
    );
  });
});

describe("who was chosen and turns out to be an adult", () => {
  const added = (q: string, n: number, value: Entry): NewEvent => ({ type: "added", ch: 1, body: { q, item: `${q}-${String(n)}`, value } });
  const closed = (q: string): NewEvent => ({ type: "closed", ch: 1, body: { q } });
  const told = [
    ...begun(edition),
    added("mensen", 1, who(7)),
    added("mensen", 2, who(34)),
    closed("mensen"),
    added("verteld", 1, { kind: "mensen-1", hoe: "met tekeningen" }),
    closed("verteld"),
  ];
  const older: NewEvent = { type: "changed", ch: 1, body: { q: "mensen", item: "mensen-1", value: who(19) } };
  const chapterOf = (state: Case): Chapter => state.chapters[0] ?? fail();
  const fail = (): never => {
    throw new Error("no chapter");
  };
  const checks = (state: Case): readonly string[] => raised(chapterOf(state).flow, walkOf(chapterOf(state))).map(({ id }) => id);
  const asked = (state: Case, entry: Entry): readonly string[] => {
    const chapter = chapterOf(state);
    const list = chapter.flow.questions.get("verteld") ?? fail();
    return askingField(state, chapter, list, list.fields[0] ?? fail(), walkOf(chapter), entry, entry["kind"]).options.map(({ id }) => id);
  };

  test("the answer is kept, it is said, and it stays to choose until another is chosen", () => {
    const [before, after] = [imagined(told), imagined([...told, older])];
    expect([checks(before), checks(after)]).toEqual([[], ["geen-kind"]]);
    const answer = chapterOf(after).answers.get("verteld");
    expect(answer?.kind === "list" && answer.items[0]?.value).toEqual({ kind: "mensen-1", hoe: "met tekeningen" });
    expect([asked(before, {}), asked(after, {})]).toEqual([["mensen-1"], []]);
    expect(asked(after, { kind: "mensen-1" })).toEqual(["mensen-1"]);
  });

  test("an answers file that says so is taken in as well, and the same is said", () => {
    const document = { mensen: [{ id: "mensen-1", ...who(34) }], verteld: [{ kind: "mensen-1", hoe: "in woorden" }] };
    const state = imagined(begun(edition));
    expect(faults(chapterOf(state).flow, document)).toEqual([]);
    const taken = intake(state, 1, document, undefined);
    expect(typeof taken === "object" && "state" in taken && checks(taken.state)).toEqual(["geen-kind"]);
  });

  test("with nobody to choose there is nothing to ask, unless somebody was chosen", () => {
    const state = chapterOf(imagined([...told, older]));
    expect([isVain(state, kind, {}), isVain(state, kind, { kind: "mensen-1" }), isVain(state, { ...kind, required: true }, {})]).toEqual([
      true,
      false,
      false,
    ]);
    expect(isVain(chapterOf(imagined(told)), kind, {})).toBe(false);
  });
});

test("the template and the schema say whom it is not for", () => {
  const flow = flowOf(edition.flow.steps[0]?.questions ?? []);
  const words = "noemt een regel van ‘mensen’, maar niet een waarvan geldt: ‘leeftijd’ is minstens 18";
  expect(template(flow)).toContain(`##     ${words}\n#  - kind: mensen-1`);
  expect(JSON.stringify(answersSchema(flow))).toContain(words);
});
