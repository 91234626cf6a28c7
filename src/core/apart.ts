/** Two flows that differ in one place: answers that show the difference, or the certainty that there are none. */
import { entries, filled } from "./classes.ts";
import type { Document } from "./answers.ts";
import { holds } from "./condition.ts";
import { assignments, needed, settled } from "./fact.ts";
import type { Askable, Decision, Field, Flow, Question, Ruling } from "./flow.ts";
import type { ExpectationSource } from "./formats.ts";
import type { Formula } from "./formula.ts";
import type { Target } from "./mutate.ts";
import { complete, documentOf, without } from "./invent.ts";
import { differences, fieldsOnPath, follow, type Result } from "./scenario.ts";
import type { Pair, Search } from "./search.ts";
import { raised } from "./walk.ts";
import { accepts, acceptsEntry, acceptsList, entryScope, type Entry, type Value } from "./value.ts";

/** same: no answers tell them apart. unknown: that could not be settled. */
export type Verdict = { readonly document: Document; readonly expect: ExpectationSource } | "same" | "unknown";

/**
 * @param search in the first flow
 * @param target where they differ; everything else is equal
 */
export function apart(one: Flow, other: Flow, target: Target, search: Search): Verdict {
  const found = where(one, other, target, search);
  if (found === "same" || found === "unknown") return found;
  // What was worked out is walked for real: only a difference that shows is one.
  for (const document of [found, ...finished(one, other, target, found)]) {
    const expect = shown(one, other, document);
    if (expect === undefined) continue;
    const same = JSON.stringify(expect);
    return { document: without(document, (fewer) => JSON.stringify(shown(one, other, fewer)) === same), expect };
  }
  return "unknown";
}

/** What the first flow says of these answers and the other does not; undefined when both say the same. */
function shown(one: Flow, other: Flow, document: Document): ExpectationSource | undefined {
  const [said, instead] = [follow(one, document), follow(other, document)];
  const expect = expectation(one, other, said, instead);
  return expect !== undefined && differences(one, said, expect).length === 0 && differences(other, instead, expect).length > 0
    ? expect
    : undefined;
}

/** The first thing in which two results differ, as what a scenario may expect. */
function expectation(flow: Flow, other: Flow, said: Result, instead: Result): ExpectationSource | undefined {
  if (said.refused.join() !== instead.refused.join()) return { refused: said.refused };
  const [a, b] = [said.walk, instead.walk];
  if (a === undefined) return undefined;
  if (b === undefined) return a.outcome === undefined ? undefined : { outcome: a.outcome.id };
  const more = (of: (result: Result) => readonly string[]): readonly [readonly string[], readonly string[]] => {
    const [x, y] = [of(said), of(instead)];
    return [x.filter((id) => !y.includes(id)).slice(0, 3), y.filter((id) => !x.includes(id)).slice(0, 3)];
  };
  const [asked, not] = more(namesOnPath);
  if (asked.length + not.length > 0) return { ...(asked.length > 0 ? { asked } : {}), ...(not.length > 0 ? { "not-asked": not } : {}) };
  for (const [id, norm] of flow.norms) {
    const key = norm.class === "voorzorg" ? "precautions" : "norms";
    if (a.norms.get(id) !== b.norms.get(id)) return { [key]: { [id]: a.norms.get(id) } };
  }
  for (const key of ["report", "help"] as const) {
    if (a[key]?.rule !== b[key]?.rule) return { [key]: { rule: a[key]?.rule ?? null } };
    if (a[key]?.text !== b[key]?.text) return { [key]: { says: firstWords(a[key]?.text ?? "", b[key]?.text ?? "") } };
  }
  const [there, gone] = [raised(flow, a), raised(other, b)].map((checks) => checks.map(({ id }) => id)) as [string[], string[]];
  const [raise, hush] = [there.filter((id) => !gone.includes(id)), gone.filter((id) => !there.includes(id))];
  if (raise.length > 0) return { raised: raise };
  if (hush.length > 0) return { "not-raised": hush };
  if (a.status !== b.status) return { status: a.status };
  if (a.outcome?.id !== b.outcome?.id) return a.outcome === undefined ? { status: a.status } : { outcome: a.outcome.id };
  for (const key of ["report", "help"] as const)
    if ((a.outcome?.[key] ?? null) !== (b.outcome?.[key] ?? null)) return { [key]: { decided: a.outcome?.[key] ?? null } };
  const [open, deferred] = more(({ walk }) => walk?.open.map(({ id }) => id) ?? []);
  if (open.length > 0) return { open };
  if (deferred.length > 0) return { deferred };
  return a.departs === b.departs ? undefined : { departs: a.departs };
}

const namesOnPath = ({ walk, answers }: Result): readonly string[] =>
  walk?.path.flatMap((question) => [question.id, ...fieldsOnPath(question, answers.get(question.id))]) ?? [];

/** As many words from the start as tell one text from the other. */
function firstWords(text: string, other: string): string {
  const words = text.split(" ");
  const enough = words.findIndex((_, i) => !other.includes(words.slice(0, i + 1).join(" ")));
  return words.slice(0, enough < 0 ? words.length : Math.max(enough + 1, 4)).join(" ");
}

/** The same answers, with what must be answered before anything is decided. */
function* finished(one: Flow, other: Flow, target: Target, document: Document): Generator<Document> {
  if (target.kind === "deciding") {
    for (const flow of [one, other]) {
      const last = follow(flow, document).walk?.path.findLast(({ id }) => flow.decision?.questions.includes(id));
      if (last !== undefined) yield complete(flow, document, ({ open }) => open.find(({ order }) => order <= last.order));
    }
  }
  yield complete(one, document, ({ open, status }) => (status === "open" ? open[0] : undefined));
}

/** Answers on which they must differ, when that was found out. */
function where(one: Flow, other: Flow, target: Target, search: Search): Document | "same" | "unknown" {
  const { make } = search;
  const mine = (condition: Question["when"]): Formula => make.of(condition, one.norms);
  const theirs = (condition: Question["when"]): Formula => make.of(condition, other.norms);
  const look = (pairs: readonly Pair[], decided = false): Document | "same" | "unknown" => {
    const found = search.differ(pairs, decided);
    return typeof found === "string" ? found : documentOf(one, found);
  };
  switch (target.kind) {
    case "step":
    case "when":
      return look(
        [...one.questions.values()].flatMap((question) => {
          const twin = other.questions.get(question.id);
          const about = target.kind === "step" ? question.step.id === target.step : question.id === target.q;
          return about && twin !== undefined ? [[mine(question.when), theirs(twin.when)] as const] : [];
        }),
      );
    case "defer": {
      const [a, b] = [one.questions.get(target.q), other.questions.get(target.q)];
      if (a === undefined || b === undefined) return "unknown";
      return look([[make.all([mine(a.when), mine(a.defer)]), make.all([theirs(b.when), theirs(b.defer)])]]);
    }
    case "norm": {
      const [a, b] = [one.norms.get(target.id), other.norms.get(target.id)];
      if (a === undefined || b === undefined) return "unknown";
      return look(["met", "not-reached"].map((is) => [make.norm(a, is, one.norms), make.norm(b, is, other.norms)] as const));
    }
    case "outcome":
      return look(
        one.outcomes.map((row) => {
          const twin = other.outcomes.find(({ id }) => id === row.id);
          return [mine(row.when), twin === undefined ? make.no : theirs(twin.when)] as const;
        }),
        true,
      );
    case "check": {
      const [a, b] = [one.checks.find(({ id }) => id === target.id), other.checks.find(({ id }) => id === target.id)];
      if (a === undefined || b === undefined) return "unknown";
      const ways = assignments(a.when, b.when);
      const found = ways.map((facts) => {
        const known = needed(one, facts);
        return look([
          [mine({ op: "all", of: [settled(a.when, facts), known] }), theirs({ op: "all", of: [settled(b.when, facts), known] })],
        ]);
      });
      // Where facts make the difference, it is not known which answers make the facts so.
      return (
        found.find((one) => one !== "same" && (ways.length === 1 || one === "unknown")) ??
        (found.every((one) => one === "same") ? "same" : "unknown")
      );
    }
    case "says": {
      const row = one.outcomes.find(({ id }) => id === target.id);
      return row === undefined ? "unknown" : look([[mine(row.when), make.no]], true);
    }
    case "rules": {
      const [a, b] = [one.decision?.[target.of], other.decision?.[target.of]];
      const rows = new Set([...(a?.rules ?? []), ...(b?.rules ?? [])].map(({ rule, text }) => `${rule}\n${text}`));
      return look([...rows].map((row) => [chosen(a, row, mine, make), chosen(b, row, theirs, make)] as const));
    }
    case "departure":
      return look([[ofAny(one, one.decision, mine, make), ofAny(one, other.decision, mine, make)]]);
    case "deciding":
      return look(
        (one.decision?.questions ?? []).map(
          (q) => [last(one, one.decision, q, mine, make), last(one, other.decision, q, mine, make)] as const,
        ),
      );
    case "class":
      return {};
    case "fact":
      // Which answers make a fact so is not known here: scenarios must show it.
      return "unknown";
    case "answer":
      return answerApart(one, other, target.q);
    case "entry":
    case "field":
      return entryApart(one, other, target, (list) => look([[mine(list.when), make.no]]));
  }
}

type ToFormula = (condition: Question["when"]) => Formula;

/** This row of the rules is the first that holds. */
function chosen(ruling: Ruling | undefined, row: string, of: ToFormula, make: Search["make"]): Formula {
  const rules = ruling?.rules ?? [];
  return make.any(
    rules.flatMap(({ rule, text, when }, i) =>
      `${rule}\n${text}` === row ? [make.all([of(when), ...rules.slice(0, i).map((before) => make.not(of(before.when)))])] : [],
    ),
  );
}

function ofAny(flow: Flow, decision: Decision | undefined, of: ToFormula, make: Search["make"]): Formula {
  return make.any((decision?.departure ?? []).flatMap((q) => of(flow.questions.get(q)?.when ?? { op: "any", of: [] })));
}

/** This is the last of the deciding questions on the path. */
function last(flow: Flow, decision: Decision | undefined, q: string, of: ToFormula, make: Search["make"]): Formula {
  const deciding = (decision?.questions ?? []).flatMap((id) => flow.questions.get(id) ?? []);
  const self = deciding.find(({ id }) => id === q);
  if (self === undefined) return make.no;
  return make.all([of(self.when), ...deciding.filter(({ order }) => order > self.order).map(({ when }) => make.not(of(when)))]);
}

/** A value that one flow takes and the other refuses. */
function answerApart(one: Flow, other: Flow, q: string): Document | "same" | "unknown" {
  const [a, b] = [one.questions.get(q), other.questions.get(q)];
  if (a === undefined || b === undefined) return "unknown";
  const takes = (question: Question, value: unknown): boolean =>
    (question.kind === "list" ? acceptsList(question, value) : accepts(question, value)) === null;
  const value = candidates(a, b).find((candidate) => takes(a, candidate) !== takes(b, candidate));
  return value === undefined ? "same" : { [q]: value };
}

/** Every value that could be at the edge of what is allowed. */
function candidates(a: Askable | Question, b: Askable | Question): readonly unknown[] {
  const bounds = [a.min, a.max, b.min, b.max].flatMap((n) => (n === undefined ? [] : [n]));
  const edges = [...new Set([...bounds, ...bounds.map((n) => n - 1), ...bounds.map((n) => n + 1), 0, 1, 2])].filter((n) => n >= 0);
  switch (a.kind) {
    case "number":
      return [...edges, -1, 1_000_000, null];
    case "choice":
      return [...a.options.map(({ id }) => id), null];
    case "choices": {
      const ids = [...new Set([...a.options, ...b.options].map(({ id }) => id))];
      const free = ids.filter((id) => [a, b].every(({ options }) => options.find((option) => option.id === id)?.exclusive !== true));
      const pairs = ids.flatMap((id) => [[id], ...ids.filter((second) => second !== id).map((second) => [id, second])]);
      return [...pairs, ...edges.map((n) => free.slice(0, n)), null];
    }
    case "text":
    case "line":
      return [...[a.maxLength, b.maxLength].flatMap((n) => [n, n + 1]).map((n) => "x".repeat(n)), null];
    case "list": {
      const entry = "fields" in a ? entries(a, [])[0] : undefined;
      return [...edges.filter((n) => n < 50).map((n) => Array.from({ length: n }, () => entry)), null];
    }
    default:
      return [null];
  }
}

/** An entry that one flow takes and the other refuses, or in which a field applies for one of them only. */
function entryApart(
  one: Flow,
  other: Flow,
  { kind, q, field: id }: Extract<Target, { readonly kind: "entry" | "field" }>,
  reach: (question: Question) => Document | "same" | "unknown",
): Document | "same" | "unknown" {
  const [a, b] = [one.questions.get(q), other.questions.get(q)];
  const field = a?.fields.find((part) => part.id === id);
  const twin = b?.fields.find((part) => part.id === id);
  if (a === undefined || b === undefined || field === undefined || twin === undefined) return "unknown";
  const applies = (list: Question, { when }: Field, entry: Entry): boolean => holds(when, entryScope(list, entry));
  const places = entries(a, [field.when, twin.when]);
  if (kind === "entry") {
    const place = places.find((entry) => applies(a, field, entry));
    const tries = place === undefined ? [] : candidates(field, twin).map((value) => filled(a, { ...place, [id]: value as Value }));
    const entry = tries.find((one) => (acceptsEntry(a, one) === null) !== (acceptsEntry(b, one) === null));
    return entry === undefined ? "same" : { [q]: [entry] };
  }
  const entry = places.find((place) => applies(a, field, place) !== applies(b, twin, place));
  const on = reach(a);
  return entry === undefined || on === "same" ? "same" : on === "unknown" ? "unknown" : { ...on, [q]: [entry] };
}
