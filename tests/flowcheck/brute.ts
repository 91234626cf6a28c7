/** Every way to answer a small flow, tried one by one with the real walk. */
import { ALWAYS } from "../../src/core/condition.ts";
import type { Askable, Field, Flow, Question } from "../../src/core/flow.ts";
import { accepts, acceptsEntry, acceptsList, type Entry, type Value } from "../../src/core/value.ts";
import { isAnswered, walk, type Answer, type Walk } from "../../src/core/walk.ts";

/** Which questions may stay open: none, deferred ones as the interview comes by, or any. */
export type Openness = "complete" | "walking" | "any";

function subsets<T>(from: readonly T[]): T[][] {
  const [first, ...rest] = from;
  if (first === undefined) return [[]];
  const without = subsets(rest);
  return [...without, ...without.map((set) => [first, ...set])];
}

function values(askable: Askable | Field): readonly (Value | null)[] {
  const all: (Value | null)[] = {
    choice: () => askable.options.map(({ id }) => id),
    choices: () => subsets(askable.options.map(({ id }) => id)),
    number: () => [-1, 0, 1, 2, 3, 4, 5, 6],
    date: () => ["2025-12-31", "2026-01-01", "2026-01-02", "2026-01-03", "2026-01-04", "2026-01-05"],
    notice: () => [true],
    text: () => ["x"],
    line: () => ["x"],
    ref: () => ["to" in askable ? `${String(askable.to)}-1` : ""],
    list: () => [],
  }[askable.kind]();
  return [...all, null].filter((value) => accepts(askable, value) === null);
}

function entries(list: Question): readonly Entry[] {
  let all: Record<string, Value>[] = [{}];
  for (const field of list.fields)
    all = all.flatMap((entry) => [entry, ...values(field).flatMap((value) => (value === null ? [] : [{ ...entry, [field.id]: value }]))]);
  return all.filter((entry) => acceptsEntry(list, entry) === null);
}

/** Lists of entries in one order only: no condition sees the order. */
function lists(list: Question): readonly (readonly Entry[])[] {
  const kinds = entries(list);
  let longest: { readonly entries: readonly Entry[]; readonly last: number }[] = [{ entries: [], last: 0 }];
  const found: (readonly Entry[])[] = [[]];
  for (let n = 0; n < (list.max ?? 3); n++) {
    longest = longest.flatMap(({ entries: before, last }) =>
      kinds.flatMap((kind, i) => (i < last ? [] : [{ entries: [...before, kind], last: i }])),
    );
    found.push(...longest.map(({ entries: made }) => made));
  }
  return found.filter((one) => acceptsList(list, one) === null || (one.length === 0 && !list.required));
}

function answersTo(question: Question): readonly Answer[] {
  if (question.kind !== "list") return values(question).map((value) => ({ kind: "value", value }));
  return lists(question).map((made) => ({
    kind: "list",
    closed: true,
    items: made.map((value, i) => ({ id: `${question.id}-${String(i + 1)}`, value })),
  }));
}

/** Whether what the entries point to is there: an entry of a list that is on the path, or was parked. */
function canPoint(list: Question, answer: Answer, now: Walk): boolean {
  const items = answer.kind === "list" ? answer.items : [];
  const targets = list.fields.flatMap(({ id, to }) => (to !== undefined && items.some(({ value }) => value[id] !== undefined) ? [to] : []));
  return targets.every((to) => !now.path.some(({ id }) => id === to) || (now.scope.entries(to)?.length ?? 0) > 0);
}

type Given = Readonly<Record<string, Value>>;

/** What an earlier chapter may have answered: nothing, one of two options, or something else. */
function givens({ uses: [id] }: Flow): readonly Given[] {
  return id === undefined ? [{}] : [{}, ...["ja", "nee", "anders"].map((value) => ({ [id]: value }))];
}

/** The flow with one outcome that always holds: its walk never throws. */
export const quiet = (flow: Flow): Flow => ({ ...flow, outcomes: [{ id: "", when: ALWAYS, title: "", text: "" }] });

/** The walks through all ways to answer; undefined when there are more than so many. */
export function allWalks(flow: Flow, openness: Openness, most = 4000): readonly Walk[] | undefined {
  const calm = quiet(flow);
  const known = new Map([...flow.questions.values()].map((question) => [question.id, answersTo(question)]));
  const found: Walk[] = [];
  const go = (given: Given, answers: ReadonlyMap<string, Answer>, left: ReadonlySet<string>): boolean => {
    const now = walk(calm, answers, given);
    const question = now.path.find(({ id }) => !isAnswered(answers.get(id)) && !left.has(id));
    if (question === undefined) return found.push(now) <= most;
    const mayStay = openness === "any" || (openness === "walking" && now.deferred.includes(question));
    if (mayStay && !go(given, answers, new Set([...left, question.id]))) return false;
    const answersNow = (known.get(question.id) ?? []).filter((answer) => canPoint(question, answer, now));
    return answersNow.every((answer) => go(given, new Map([...answers, [question.id, answer]]), left));
  };
  return givens(flow).every((given) => go(given, new Map(), new Set())) ? found : undefined;
}
