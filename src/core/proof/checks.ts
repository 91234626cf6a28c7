/** Claims about checks: each can be raised, and each can be satisfied, as answers that were tried show. */
import type { Document } from "../answers.ts";
import { entries } from "../classes.ts";
import { holds, normalise, ALWAYS, type Condition } from "../condition.ts";
import { dayFrom } from "../date.ts";
import { assignments, lookedAt, settled, type Truth } from "../fact.ts";
import type { Finding } from "../finding.ts";
import type { Check, Flow } from "../flow.ts";
import type { FactSource } from "../formats.ts";
import { complete } from "../invent.ts";
import { words } from "../nl-check.ts";
import type { At } from "../parts.ts";
import { follow } from "../scenario.ts";
import { entryScope, isMapping, type Entry } from "../value.ts";
import { raised } from "../walk.ts";
import { FALSE } from "./diagram.ts";
import type { Proof } from "./proof.ts";
import { witness } from "./witness.ts";

/** What was raised by whole answers that were tried: they often show something of other checks as well. */
export type Tried = ReadonlySet<string>[];

export function* checkClaims(proof: Proof, check: Check, at: At, tried: Tried): Generator<Finding> {
  for (const wanted of [true, false]) {
    const isShown = (raised: ReadonlySet<string>): boolean => raised.has(check.id) === wanted;
    if (tried.some(isShown)) continue;
    let none = true;
    let found = false;
    for (const document of attempts(proof, check, wanted)) {
      none = false;
      const shown = raisedBy(proof.flow, document, proof.taste.date);
      if (shown !== undefined) tried.push(shown);
      found = shown !== undefined && isShown(shown);
      if (found) break;
    }
    if (found) continue;
    const text = wanted ? words.checkNever(check.id) : words.checkAlways(check.id);
    if (none) yield { code: wanted ? "nooit-waar" : "altijd-waar", severity: "error", at: [...at, "when"], text };
    else yield { code: "niet-bewezen", severity: "error", at: [...at, "when"], text: words.checkUnproven(check.id, wanted) };
  }
}

/** Answers for each way in which facts can make the check what it should be; none when there is no way. */
function* attempts({ flow, whole, lists, taste }: Proof, check: Check, wanted: boolean): Generator<Document> {
  const { truth, waits } = whole;
  const { and, not } = truth.space.diagram;
  for (const is of assignments(check.when)) {
    const holds = truth.holds(settled(check.when, is));
    // A fact is only so or not so of what was asked.
    const known = [...is].flatMap(([id, so]) => (so === "onbekend" ? [] : lookedAt(flow, id).map((q): Condition => ({ op: "asked", q }))));
    const node = truth.within(and(wanted ? holds : not(holds), truth.holds({ op: "all", of: known })));
    const example = node === FALSE ? undefined : witness(flow, truth, node, { lists, taste, waits });
    if (example !== undefined) yield made(flow, example.document, is, taste.date);
  }
}

/** The document changed so that the facts are as they should be, as far as that goes. */
function made(flow: Flow, document: Document, facts: ReadonlyMap<string, Truth>, date: string): Document {
  let now = document;
  for (const [id, truth] of facts) {
    const fact = flow.facts.get(id);
    if (fact !== undefined) now = { ...now, ...answersFor(flow, now, fact, truth, date) };
  }
  return now;
}

type Entries = readonly Readonly<Record<string, unknown>>[];

/** Answers of which a fact is so when all are given on `date`. Nothing is done for onbekend: that is so where a question is not on the path. */
function answersFor(flow: Flow, document: Document, fact: FactSource, truth: Truth, date: string): Document {
  const { list = "", by = "", field = "", from = "", to = "", dates = [], days = 0 } = fact;
  const day = truth === "ja" ? 0 : 1;
  if (truth === "onbekend") return {};
  switch (fact.is) {
    case "covered": {
      if (fact.of !== undefined) return chosenIn(flow, document, fact, truth);
      const named = filled(flow, document, list, 2, normalise(fact.where, ALWAYS));
      const naming = filled(flow, { ...document, [list]: named }, by, truth === "ja" ? named.length : 1);
      const who = (i: number): string => `${list}-${String(truth === "ja" ? (i % named.length) + 1 : 1)}`;
      return { [list]: named, [by]: naming.map((entry, i) => ({ ...entry, [field]: who(i) })) };
    }
    case "one-sided": {
      const [one, other, targets] = two(flow, document, list, field);
      const where = normalise(fact.where, ALWAYS);
      const all = filled(flow, { ...document, ...targets }, list, 2, where);
      const odd = truth === "ja" ? -1 : all.findIndex((entry) => fits(flow, list, where, entry));
      return { ...targets, [list]: all.map((entry, i) => ({ ...entry, [field]: i === odd ? other : one })) };
    }
    case "within":
      return { ...on(flow, document, from, date), ...on(flow, document, to, dayFrom(date, truth === "ja" ? days : days + 1)) };
    case "before":
      return { ...on(flow, document, from, date), ...on(flow, document, to, dayFrom(date, truth === "ja" ? 1 : 0)) };
    case "said": {
      const text = truth === "ja" ? words.sentence : "-";
      if (fact.of !== undefined) return { [fact.of]: text };
      const has: Condition = { op: "asked", q: field };
      const all = filled(flow, document, list, 1, has);
      return { [list]: all.map((entry) => (fits(flow, list, has, entry) ? { ...entry, [field]: text } : entry)) };
    }
    case "linked": {
      const [target, entries] = whomOf(flow, document, list, fact);
      const at = entries.length - 2 + day;
      const naming = filled(flow, { ...document, [target]: entries }, list, truth === "ja" ? 1 : 0);
      return { [target]: entries, [list]: naming.map((entry) => ({ ...entry, [field]: `${target}-${String(at + 1)}` })) };
    }
    case "first": {
      const [target, entries] = whomOf(flow, document, by, fact);
      const own = filled(flow, document, list, 1, normalise(fact.where, ALWAYS));
      const others = filled(flow, { ...document, [target]: entries }, by, 1);
      const dated = (id: string, all: Entries, moment: string): Entries =>
        all.map((entry) => ({ ...entry, [flow.questions.get(id)?.happened ?? ""]: moment }));
      return {
        [target]: entries,
        [list]: dated(list, own, dayFrom(date, day)),
        [by]: dated(by, others, date).map((entry) => ({ ...entry, [field]: `${target}-${String(entries.length - 1)}` })),
      };
    }
    case "timely": {
      const moment = dayFrom(date, -days - day);
      const meant = list === "" ? document : { ...document, [list]: filled(flow, document, list, 1, normalise(fact.where, ALWAYS)) };
      return Object.assign({}, ...(list === "" ? dates : [list]).map((q) => on(flow, meant, q, moment))) as Document;
    }
    case "steady": {
      const [first = "", ...others] = dates;
      const later = others.map((q) => on(flow, document, q, dayFrom(date, days + day)));
      return Object.assign({}, on(flow, document, first, date), ...later) as Document;
    }
  }
}

/** Two options that are chosen, each with an entry that names it or only the first of them. */
function chosenIn(flow: Flow, document: Document, { of = "", by = "", field = "" }: FactSource, truth: Truth): Document {
  const options = flow.questions.get(of)?.options.flatMap(({ id, exclusive }) => (exclusive === true ? [] : [id])) ?? [];
  const chosen = options.slice(0, 2);
  const naming = filled(flow, { ...document, [of]: chosen }, by, truth === "ja" ? chosen.length : 1);
  return { [of]: chosen, [by]: naming.map((entry, i) => ({ ...entry, [field]: chosen[truth === "ja" ? i % chosen.length : 0] })) };
}

/** A date, or a list with entries of that day only. */
function on(flow: Flow, document: Document, q: string, day: string): Document {
  const { kind, happened = "" } = flow.questions.get(q) ?? {};
  return { [q]: kind === "list" ? filled(flow, document, q, 1).map((entry) => ({ ...entry, [happened]: day })) : day };
}

/** Two values of a field, with the entries that they name. */
function two(flow: Flow, document: Document, list: string, field: string): readonly [string, string, Document] {
  const { to, options = [] } = flow.questions.get(list)?.fields.find(({ id }) => id === field) ?? {};
  if (to !== undefined) return [`${to}-1`, `${to}-2`, { [to]: filled(flow, document, to, 2) }];
  const [one = words.sentence, other = "-"] = options.map(({ id }) => id);
  return [one, other, {}];
}

/** A list of which the last but one entry is one that is meant, and the last one is not. */
function whomOf(flow: Flow, document: Document, list: string, { field, whom }: FactSource): readonly [string, Entries] {
  const target = flow.questions.get(list)?.fields.find(({ id }) => id === field)?.to ?? "";
  const meant = normalise(whom, ALWAYS);
  const whole = filled(flow, document, target, 0);
  const [one, other] = [meant, { op: "not", of: meant } as const].map((where) => filled(flow, {}, target, 1, where));
  const entries = [...whole, ...(one ?? []), ...(other ?? [])];
  return [target, entries.map((entry, i) => ({ ...entry, id: `${target}-${String(i + 1)}` }))];
}

/** A list with at least so many entries of which a condition holds, each whole, with their ids. */
function filled(flow: Flow, document: Document, id: string, least: number, where: Condition = ALWAYS): Entries {
  const list = flow.questions.get(id);
  const given = document[id];
  const there: Entries = (Array.isArray(given) ? (given as readonly unknown[]) : []).filter(isMapping);
  const isMeant = (entry: Entries[number]): boolean => fits(flow, id, where, entry);
  const sample = list === undefined ? {} : (entries(list, [where]).find(isMeant) ?? {});
  const more = Array.from({ length: Math.max(0, least - there.filter(isMeant).length) }, () => sample);
  return [...there, ...more].map((entry, i) => ({ ...entry, id: `${id}-${String(i + 1)}` }));
}

/** Whether an entry of a list is one that is meant. */
function fits(flow: Flow, id: string, where: Condition, entry: Entries[number]): boolean {
  const list = flow.questions.get(id);
  return list !== undefined && holds(where, entryScope(list, entry as Entry));
}

/** The checks that these answers raise, once they are whole; undefined when they cannot be. @param written the day on which all are given */
function raisedBy(flow: Flow, document: Document, written: string): ReadonlySet<string> | undefined {
  const whole = complete(flow, document, ({ open, deferred }) => open[0] ?? deferred[0]);
  const { walk, refused } = follow(flow, whole, {}, written);
  return refused.length === 0 && walk?.status === "finished" ? new Set(raised(flow, walk).map(({ id }) => id)) : undefined;
}
