/** As few walks of the shipped flow at random as together ask each question, choose each option, and take both sides of each `when`. */
import { goals, keyOf, reached } from "../../src/core/coverage.ts";
import { fieldPath } from "../../src/core/value.ts";
import { walk, type Answers } from "../../src/core/walk.ts";
import { anyWalk, dice, flow } from "../shipped.ts";

/** How many walks are drawn to choose from. */
const DRAWN = 1_500;

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

/** One after the other the walk that shows the most that is new per question asked. */
export function chosen(): readonly Answers[] {
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
