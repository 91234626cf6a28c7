/**
 * Walks of the shipped flow at random, typed in a real terminal: together they ask each question, choose each option, and take both sides of
 * each `when`. Each leaves these
 * answers, and finishes with the outcome that they have.
 */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { decode } from "../../src/adapters/chain.ts";
import { fold } from "../../src/core/case.ts";
import { goals, keyOf, reached } from "../../src/core/coverage.ts";
import { canonical, canonicalEntry, fieldPath } from "../../src/core/value.ts";
import { walk, type Answer } from "../../src/core/walk.ts";
import { anyWalk, asDocument, dice, flow } from "../shipped.ts";
import { sitsDown } from "./terminal.ts";
import { typeAnswers } from "./typist.ts";

const folder = mkdtempSync(join(tmpdir(), "meldcode-walks-"));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});
const env = { MELDCODE_NOW: "2026-11-21T10:00:00+01:00", MELDCODE_HOME: folder };
/** How many walks are drawn to choose from. */
const DRAWN = 1_500;

type Answers = ReadonlyMap<string, Answer>;

/** What a walk shows: questions asked, options chosen, and for each `when` the sides it takes. */
function shown(answers: Answers): ReadonlySet<string> {
  const now = walk(flow, answers);
  const keys = new Set([...reached([{ walk: now, answers, refused: [] }])].filter((key) => /^(?:question|option) /.test(key)));
  for (const question of flow.questions.values()) {
    const on = now.path.includes(question);
    keys.add(`when ${question.id} ${String(on)}`);
    const answer = answers.get(question.id);
    if (!on || answer?.kind !== "list") continue;
    for (const { value } of answer.items)
      for (const field of question.fields)
        keys.add(`when ${question.id}.${field.id} ${String(fieldPath(question, value).includes(field))}`);
  }
  return keys;
}

/** All there is to show. */
const wanted = new Set(
  [
    ...goals(flow).flatMap((goal) => (goal.kind === "question" || goal.kind === "option" ? [keyOf(goal)] : [])),
    ...[...flow.questions.values()].flatMap((question) => [
      ...sides(question.id, question.when),
      ...question.fields.flatMap((field) => sides(`${question.id}.${field.id}`, field.when)),
    ]),
  ].map(String),
);
function sides(id: string, when: unknown): readonly string[] {
  const always = JSON.stringify(when) === JSON.stringify({ op: "all", of: [] });
  return always ? [`when ${id} true`] : [`when ${id} true`, `when ${id} false`];
}

/** As few of the drawn walks as show everything, one after the other the one that shows the most that is new per question asked. */
function chosen(): readonly Answers[] {
  const drawn = Array.from({ length: DRAWN }, (_, seed) => anyWalk(flow, dice(seed)));
  const all = drawn.map((answers) => ({ answers, keys: [...shown(answers)].filter((key) => wanted.has(key)) }));
  const left = new Set(wanted);
  const picked: Answers[] = [];
  while (left.size > 0) {
    const gain = ({ keys, answers }: (typeof all)[number]): number => keys.filter((key) => left.has(key)).length / (answers.size + 20);
    const best = all.reduce((one, other) => (gain(other) > gain(one) ? other : one));
    if (gain(best) === 0) break;
    picked.push(best.answers);
    best.keys.forEach((key) => left.delete(key));
  }
  if (left.size > 0) throw new Error(`no walk that was drawn shows: ${[...left].join(", ")}`);
  return picked;
}

/** Answers as a case keeps them. */
const kept = (answers: Answers): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    [...answers].map(([q, answer]) => {
      const question = flow.questions.get(q);
      if (question === undefined) throw new Error(`not of this flow: ${q}`);
      return [
        q,
        answer.kind === "value" ? canonical(question, answer.value) : answer.items.map(({ value }) => canonicalEntry(question, value)),
      ];
    }),
  );

test.each(chosen().map((answers, i) => [i, i % 2 === 0 ? 40 : 120, answers] as const))(
  "walk %i, at %i columns",
  async (i, columns, answers) => {
    const person = sitsDown(["start", "--oefenen=zonder", "--dir", join(folder, String(i))], env, columns);
    await typeAnswers(person, asDocument(answers) as Parameters<typeof typeAnswers>[1], new Map<string, Answer>(), () => false);
    const { exitCode, shown } = await person.ends();
    expect(exitCode, shown).toBe(0);
    const [chapter] = fold(decode(readFileSync(join(folder, String(i), "2026-11-21-oefening1.jsonl"))).events).chapters;
    expect(kept(chapter?.answers ?? new Map())).toEqual(kept(answers));
    expect(chapter?.finished?.outcome).toBe(walk(flow, answers).outcome?.id);
  },
);
