/** Mutants: which there are, who notices them, and that what is called equivalent is. */
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readScenarios } from "../../src/adapters/scenarios.ts";
import { apart } from "../../src/core/apart.ts";
import { build, type Flow } from "../../src/core/flow.ts";
import type { ConditionSource, Edition, QuestionSource } from "../../src/core/formats.ts";
import { mutants } from "../../src/core/mutate.ts";
import { mutation } from "../../src/core/mutation.ts";
import { nl } from "../../src/core/nl.ts";
import { differences, follow } from "../../src/core/scenario.ts";
import { searchIn } from "../../src/core/search.ts";
import { walk, type Answer, type Answers } from "../../src/core/walk.ts";
import { inWords } from "../../src/core/words.ts";
import { anyWalk, dice, edition, flow, type Dice } from "../shipped.ts";
import { choice, norm, tiny, yesNo } from "../tiny.ts";

const three = [...yesNo, { id: "anders", text: "Anders" }];
const changes = (made: Edition, at: string): readonly string[] =>
  [...mutants(made)]
    .filter((one) => one.at.join(".").startsWith(at))
    .map(({ key, change }) => `${key}: ${nl.scenario.change(change, change.code === "part" ? inWords(change.of) : "")}`);

describe("the mutants of", () => {
  test.each<[string, Edition, string, readonly string[]]>([
    [
      "a choice in a condition",
      tiny([choice("a", { options: three }), choice("b", { when: { a: ["ja"] } })]),
      "flow.steps.0.questions.1.when",
      ["when: voorwaarde altijd waar", "when: voorwaarde nooit waar", "when: voorwaarde omgekeerd", "a: ‘nee’ erbij", "a: ‘anders’ erbij"],
    ],
    [
      "a number",
      tiny([{ id: "n", kind: "number", text: "n" }, choice("b", { when: { n: { lt: 12 } } })]),
      "flow.steps.0.questions.1.when.n",
      ["n: ‘lt’ wordt ‘lte’", "n: ‘lt’ wordt ‘gt’", "lt: ‘12’ wordt ‘11’", "lt: ‘12’ wordt ‘13’"],
    ],
    [
      "a day",
      tiny([{ id: "d", kind: "date", text: "d" }, choice("b", { when: { d: { gte: "2026-03-01" } } })]),
      "flow.steps.0.questions.1.when.d.gte",
      ["gte: ‘2026-03-01’ wordt ‘2026-02-28’", "gte: ‘2026-03-01’ wordt ‘2026-03-02’"],
    ],
    [
      "parts",
      tiny([choice("a"), choice("b"), choice("c", { when: { all: [{ a: ["ja"] }, { not: { asked: "b" } }] } })]),
      "flow.steps.0.questions.2.when",
      [
        "when: voorwaarde altijd waar",
        "when: voorwaarde nooit waar",
        "when: voorwaarde omgekeerd",
        "when: ‘all’ wordt ‘any’",
        "all: dit deel weg: ‘a’ is ja",
        "all: ‘ja’ weg",
        "a: ‘nee’ erbij",
        "all: dit deel weg: niet (‘b’ is beantwoord)",
        "all: voorwaarde omgekeerd",
      ],
    ],
    [
      "limits",
      tiny([
        {
          id: "k",
          kind: "choices",
          text: "k",
          min: 1,
          options: [
            { id: "x", text: "x" },
            { id: "y", text: "y", exclusive: true },
          ],
        },
      ]),
      "flow.steps.0.questions.0",
      [
        "when: voorwaarde nooit waar",
        "required: ‘true’ wordt ‘false’",
        "min: ‘1’ wordt ‘0’",
        "min: ‘1’ wordt ‘2’",
        "min: ‘1’ weg",
        "options: ‘x’ weg",
        "exclusive: ‘false’ wordt ‘true’",
        "options: ‘y’ weg",
        "exclusive: ‘true’ wordt ‘false’",
      ],
    ],
    [
      "a derived fact",
      tiny(
        [
          { id: "p", kind: "list", text: "p", item: "p", fields: [{ id: "soort", kind: "choice", text: "soort", options: three }] },
          {
            id: "l",
            kind: "list",
            text: "l",
            item: "l",
            fields: [
              { id: "wie", kind: "ref", text: "wie", to: "p", required: false },
              { id: "met", kind: "ref", text: "met", to: "p", required: false },
              { id: "wat", kind: "line", text: "wat" },
            ],
          },
        ],
        { facts: [{ id: "x", is: "linked", list: "l", field: "wie", whom: { soort: ["ja"] } }] },
      ),
      "flow.facts",
      [
        "whom: voorwaarde altijd waar",
        "whom: voorwaarde nooit waar",
        "whom: voorwaarde omgekeerd",
        "soort: ‘nee’ erbij",
        "soort: ‘anders’ erbij",
        "field: ‘wie’ wordt ‘met’",
      ],
    ],
    [
      "the days of a derived fact",
      tiny(
        [
          { id: "d", kind: "date", text: "d" },
          { id: "e", kind: "date", text: "e" },
        ],
        {
          facts: [
            { id: "x", is: "timely", dates: ["d", "e"], days: 7 },
            { id: "y", is: "before", from: "d", to: "e" },
          ],
        },
      ),
      "flow.facts",
      ["days: ‘7’ wordt ‘6’", "days: ‘7’ wordt ‘8’", "dates: ‘d’ weg", "dates: ‘e’ weg", "facts: ‘d’ en ‘e’ omgewisseld"],
    ],
    [
      "norms",
      tiny([choice("a")], {}, [norm("n", { a: ["ja"] }, { all: [] })]),
      "norms.0",
      [
        "when: voorwaarde altijd waar",
        "when: voorwaarde nooit waar",
        "when: voorwaarde omgekeerd",
        "a: ‘nee’ erbij",
        "met: voorwaarde nooit waar",
        "met: voorwaarde omgekeerd",
        "class: ‘meldnorm’ wordt ‘voorzorg’",
      ],
    ],
    [
      "a list and a norm value",
      tiny(
        [
          { id: "l", kind: "list", text: "l", item: "l", fields: [{ id: "f", kind: "choice", text: "f", options: yesNo }] },
          choice("b", { when: { any: [{ l: { some: { f: ["ja"] } } }, { l: { count: { gte: 2 } } }, { norm: { n: "met" } }] } }),
        ],
        {},
        [norm("n", { all: [] }, { all: [] })],
      ),
      "flow.steps.0.questions.1.when.any",
      [
        "any: dit deel weg: in ‘l’ een regel staat waarvoor geldt: ‘f’ is ja",
        "l: ‘some’ wordt ‘every’",
        "some: ‘ja’ weg",
        "f: ‘nee’ erbij",
        "any: dit deel weg: ‘l’ heeft minstens 2 regels",
        "count: ‘gte’ wordt ‘gt’",
        "count: ‘gte’ wordt ‘lte’",
        "gte: ‘2’ wordt ‘1’",
        "gte: ‘2’ wordt ‘3’",
        "any: dit deel weg: n van toepassing is",
        "n: ‘met’ wordt ‘not-met’",
        "n: ‘met’ wordt ‘not-reached’",
      ],
    ],
    [
      "outcomes",
      tiny([choice("a")], {
        outcomes: [
          { id: "een", when: { a: ["ja"] }, title: "een", text: "een", report: true },
          { id: "twee", when: { a: ["nee"] }, title: "twee", text: "twee" },
        ],
      }),
      "flow.outcomes",
      [
        "when: voorwaarde altijd waar",
        "when: voorwaarde nooit waar",
        "when: voorwaarde omgekeerd",
        "a: ‘nee’ erbij",
        "report: ‘true’ wordt ‘false’",
        "when: voorwaarde altijd waar",
        "when: voorwaarde nooit waar",
        "when: voorwaarde omgekeerd",
        "a: ‘ja’ erbij",
        "outcomes: ‘een’ en ‘twee’ omgewisseld",
      ],
    ],
  ])("%s", (_, made, at, expected) => {
    expect(changes(made, at)).toEqual(expected);
  });

  test("the meldcode: each is another definition, and stands where it says", () => {
    let n = 0;
    for (const { at, edition: make } of mutants(edition)) {
      if (n++ % 40 !== 0) continue;
      expect(JSON.stringify(make()), at.join(".")).not.toBe(JSON.stringify(edition));
    }
    expect(n).toBeGreaterThan(1800);
  });
});

describe("the scenarios of the meldcode", () => {
  const scenarios = ["meldcode", "zorgvuldigheid"].flatMap(
    (name) => readScenarios(join(import.meta.dirname, "..", "flows", `${name}.scenarios.yaml`)).scenarios,
  );
  // The short form: one of every six. `npm run mutate` tries them all.
  const told = mutation(edition, scenarios, (_, n) => n % 6 === 1);

  test("notice every mutant that answers can show", () => {
    expect(told.unnoticed.map(({ mutant, shows }) => [mutant.at.join("."), mutant.change, shows])).toEqual([]);
    expect(told.unproven).toEqual([]);
    expect(told.noticed).toBe(told.made - told.equivalent.length);
    expect(told.made).toBeGreaterThan(300);
  });

  test("the mutants that are called equivalent are, on walks at random", () => {
    expect(told.equivalent.length).toBeGreaterThan(2);
    for (const { at, edition: make } of told.equivalent) {
      const other = build(make());
      for (let seed = 0; seed < 60; seed++) {
        const answers = withHoles(anyWalk(flow, dice(seed)), dice(seed + 7));
        expect(seen(other, answers), `${at.join(".")} ${String(seed)}`).toEqual(seen(flow, answers));
      }
    }
  });

  test("fewer scenarios notice less, and what they miss can be shown", () => {
    const fewer = scenarios.filter(({ expect: wanted }) => wanted.help === undefined);
    const { unnoticed } = mutation(edition, fewer, ({ at }) => at.includes("help"));
    expect(unnoticed.length).toBeGreaterThan(0);
    for (const { mutant, shows } of unnoticed) {
      expect(differences(flow, follow(flow, shows.document), shows.expect)).toEqual([]);
      const other = build(mutant.edition());
      expect(differences(other, follow(other, shows.document), shows.expect)).not.toEqual([]);
    }
  });
});

/** All that a user could see of these answers. */
function seen(of: Flow, answers: Answers): unknown {
  const { path, open, deferred, norms, report, help, status, outcome, departs } = walk(of, answers);
  const ids = (list: readonly { readonly id: string }[]): readonly string[] => list.map(({ id }) => id);
  return {
    path: ids(path),
    open: ids(open),
    deferred: ids(deferred),
    norms: [...norms],
    rules: [report?.text, help?.text],
    status,
    outcome: [outcome?.id, outcome?.report, outcome?.help],
    departs,
  };
}

const withHoles = (answers: Answers, roll: Dice): Answers => {
  const often = roll(4);
  return new Map([...answers].filter(() => roll(12) >= often));
};

describe("answers that show a change", () => {
  const number: QuestionSource = { id: "n", kind: "number", text: "n", min: 0, max: 99 };
  const date: QuestionSource = { id: "d", kind: "date", text: "d" };
  const list: QuestionSource = {
    id: "l",
    kind: "list",
    text: "l",
    item: "l",
    max: 4,
    fields: [
      { id: "f", kind: "choice", text: "f", options: three },
      { id: "g", kind: "number", text: "g", when: { f: ["ja"] } },
    ],
  };
  const kinds: QuestionSource = { id: "k", kind: "choices", text: "k", min: 2, options: three };

  test.each<[string, readonly QuestionSource[], ConditionSource, unknown]>([
    ["between two numbers", [number], { all: [{ n: { gt: 1 } }, { n: { lt: 4 } }] }, { n: 2 }],
    ["between two days", [date], { all: [{ d: { gt: "2026-02-27" } }, { d: { lt: "2026-03-01" } }] }, { d: "2026-02-28" }],
    ["no number in between", [number], { all: [{ n: { gt: 1 } }, { n: { lt: 2 } }] }, "same"],
    ["beyond what is allowed", [number], { n: { gt: 99 } }, "same"],
    [
      "an exact number of entries",
      [list],
      { l: { count: { is: 3 } } },
      {
        l: [
          { f: "ja", g: 1 },
          { f: "ja", g: 1 },
          { f: "ja", g: 1 },
        ],
      },
    ],
    ["more entries than there may be", [list], { l: { count: { gt: 4 } } }, "same"],
    [
      "entries of two kinds",
      [list],
      { all: [{ l: { some: { g: { gte: 18 } } } }, { not: { l: { every: { f: ["ja", "nee"] } } } }, { l: { some: { f: ["nee"] } } }] },
      { l: [{ f: "ja", g: 18 }, { f: "nee" }, { f: "anders" }] },
    ],
    ["a field that does not apply has no answer", [list], { l: { some: { all: [{ f: ["nee"] }, { asked: "g" }] } } }, "same"],
    [
      "options that stand together",
      [kinds],
      { all: [{ k: { includes: "ja" } }, { not: { k: { includes: "nee" } } }] },
      { k: ["ja", "anders"] },
    ],
    ["a skipped answer", [{ ...number, required: false }], { all: [{ not: { asked: "n" } }] }, {}],
  ])("%s", (_, questions, when, expected) => {
    const [one, other] = [when, { any: [] }].map((condition) => build(tiny([...questions, choice("laatste", { when: condition })])));
    if (one === undefined || other === undefined) return;
    const verdict = apart(one, other, { kind: "when", q: "laatste" }, searchIn(one));
    if (typeof expected === "string") expect(verdict).toBe(expected);
    else expect(verdict).toEqual({ document: expected, expect: { asked: ["laatste"] } });
  });
});

describe("small flows at random, against all answers there are", () => {
  const FLOWS = 16;

  test("same means that no answers differ, and what is shown differs", () => {
    const count = { same: 0, shown: 0 };
    for (let seed = 0; seed < FLOWS; seed++) {
      const made = randomEdition(dice(seed));
      const one = build(made);
      const everything = [...allAnswers(one)];
      const search = searchIn(one);
      let n = seed;
      for (const { at, target, edition: make } of mutants(made)) {
        // Limits are about single values; a third of the rest is enough.
        if (!["when", "defer", "norm", "outcome", "step"].includes(target.kind) || n++ % 3 !== 0) continue;
        const other = build(make());
        const verdict = apart(one, other, target, search);
        const where = `${String(seed)} ${at.join(".")}`;
        const differs = (answers: Answers): boolean => JSON.stringify(safely(one, answers)) !== JSON.stringify(safely(other, answers));
        if (verdict === "unknown") continue;
        if (verdict === "same") {
          count.same++;
          expect(
            everything.find((answers) => safely(one, answers) !== "broken" && differs(answers)),
            where,
          ).toBeUndefined();
        } else {
          count.shown++;
          const result = follow(other, verdict.document);
          expect(differences(one, follow(one, verdict.document), verdict.expect), where).toEqual([]);
          expect(differences(other, result, verdict.expect), where).not.toEqual([]);
        }
      }
    }
    expect(count.same).toBeGreaterThan(15);
    expect(count.shown).toBeGreaterThan(120);
  });
});

const safely = (of: Flow, answers: Answers): unknown => {
  try {
    return seen(of, answers);
  } catch {
    return "broken";
  }
};

/** A few questions of every kind that conditions look at, with conditions over what comes before. */
function randomEdition(roll: Dice): Edition {
  const questions: QuestionSource[] = [];
  const kinds = ["choice", "choices", "number", "list"] as const;
  for (const id of ["a", "b", "c", "d"]) {
    const kind = id === "a" ? "choice" : (kinds[roll(4)] ?? "choice");
    const when = questions.length > 0 && roll(3) > 0 ? { when: randomCondition(questions, roll, 2) } : {};
    const defer = questions.length > 0 && roll(3) === 0 ? { defer: randomCondition(questions, roll, 1) } : {};
    const base = { id, kind, text: id, required: roll(3) > 0, ...when, ...defer };
    questions.push(
      kind === "number"
        ? { ...base, min: 0, max: 2 }
        : kind === "list"
          ? { ...base, item: id, max: 2, fields: [{ id: "f", kind: "choice", text: "f", options: yesNo }] }
          : { ...base, options: yesNo },
    );
  }
  const norms = [norm("n", randomCondition(questions.slice(0, 2), roll, 1), randomCondition(questions.slice(0, 2), roll, 1))];
  questions.push(choice("e", { when: { norm: { n: ["met", "not-met", "not-reached"][roll(3)] ?? "met" } } }));
  const row = randomCondition(questions.slice(0, 3), roll, 1);
  const outcomes = [
    { id: "een", when: row, title: "een", text: "een" },
    { id: "twee", when: { not: row }, title: "twee", text: "twee" },
  ];
  return tiny(questions, { outcomes }, norms);
}

function randomCondition(before: readonly QuestionSource[], roll: Dice, depth: number): ConditionSource {
  const shape = depth === 0 ? 9 : roll(10);
  const inner = (): ConditionSource => randomCondition(before, roll, depth - 1);
  if (shape < 2) return { all: [inner(), inner()] };
  if (shape < 4) return { any: [inner(), inner()] };
  if (shape < 5) return { not: inner() };
  const { id = "a", kind = "choice" } = before[roll(before.length)] ?? {};
  if (roll(6) === 0) return { asked: id };
  const word = roll(2) === 0 ? "ja" : "nee";
  if (kind === "choice") return { [id]: [word] };
  if (kind === "choices") return { [id]: { includes: word } };
  if (kind === "number") return { [id]: { [["lt", "lte", "gt", "gte", "is"][roll(5)] ?? "is"]: roll(3) } };
  return roll(2) === 0
    ? { [id]: { count: { [roll(2) === 0 ? "gte" : "lt"]: 1 + roll(2) } } }
    : { [id]: { [roll(2) === 0 ? "some" : "every"]: { f: [word] } } };
}

/** Every way to answer, or leave open, each question. */
function* allAnswers(of: Flow): Generator<Answers> {
  const ways = [...of.questions.values()].map(({ id, kind, required }): (Answer | undefined)[] => {
    const lists = [[], ["ja"], ["nee"], ["ja", "nee"], ["ja", "ja"], ["nee", "nee"]];
    const values =
      kind === "choice" ? ["ja", "nee"] : kind === "choices" ? [["ja"], ["nee"], ["ja", "nee"], []] : kind === "number" ? [0, 1, 2] : [];
    return [
      undefined,
      ...(required ? [] : [{ kind: "value", value: null } as const]),
      ...(kind === "list"
        ? lists.map((list) => ({
            kind: "list" as const,
            closed: true,
            items: list.map((f, i) => ({ id: `${id}-${String(i + 1)}`, value: { f } })),
          }))
        : values.map((value) => ({ kind: "value" as const, value }))),
    ];
  });
  const ids = [...of.questions.keys()];
  const total = ways.reduce((product, way) => product * way.length, 1);
  for (let n = 0; n < total; n++) {
    let rest = n;
    yield new Map(
      ids.flatMap((id, i): [string, Answer][] => {
        const way = ways[i] ?? [];
        const answer = way[rest % way.length];
        rest = Math.floor(rest / way.length);
        return answer === undefined ? [] : [[id, answer]];
      }),
    );
  }
}
