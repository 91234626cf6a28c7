/** Claims about checks: each can be raised, and each can be satisfied, as answers that were tried show. */
import type { Document } from "../answers.ts";
import { entries } from "../classes.ts";
import { holds, normalise, ALWAYS, type Condition } from "../condition.ts";
import { dayFrom } from "../date.ts";
import { assignments, settled, type Truth } from "../fact.ts";
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

export function* checkClaims(proof: Proof, check: Check, at: At): Generator<Finding> {
  for (const wanted of [true, false]) {
    const tried = attempts(proof, check, wanted);
    const shown = tried.some((document) => shows(proof.flow, document, check, wanted));
    if (shown) continue;
    const text = wanted ? words.checkNever(check.id) : words.checkAlways(check.id);
    if (tried.length === 0) yield { code: wanted ? "nooit-waar" : "altijd-waar", severity: "error", at: [...at, "when"], text };
    else yield { code: "niet-bewezen", severity: "error", at: [...at, "when"], text: words.checkUnproven(check.id, wanted) };
  }
}

/** Answers for each way in which facts can make the check what it should be; none when there is no way. */
function attempts({ flow, whole, lists, taste }: Proof, check: Check, wanted: boolean): readonly Document[] {
  const { truth, waits } = whole;
  const { not } = truth.space.diagram;
  return assignments(check.when).flatMap((is) => {
    const holds = truth.holds(settled(check.when, is));
    const node = truth.within(wanted ? holds : not(holds));
    const example = node === FALSE ? undefined : witness(flow, truth, node, { lists, taste, waits });
    return example === undefined ? [] : [made(flow, example.document, is, taste.date)];
  });
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

/** Answers of which a fact is so. Nothing is done for onbekend: that is so where a question is not on the path. */
function answersFor(flow: Flow, document: Document, fact: FactSource, truth: Truth, date: string): Document {
  const { list = "", by = "", field = "", from = "", to = "", days = 0 } = fact;
  if (truth === "onbekend") return {};
  switch (fact.is) {
    case "covered": {
      const named = filled(flow, document, list, 2, normalise(fact.where, ALWAYS));
      const naming = filled(flow, { ...document, [list]: named }, by, truth === "ja" ? named.length : 1);
      const who = (i: number): string => `${list}-${String(truth === "ja" ? (i % named.length) + 1 : 1)}`;
      return { [list]: named, [by]: naming.map((entry, i) => ({ ...entry, [field]: who(i) })) };
    }
    case "one-sided": {
      const target = flow.questions.get(list)?.fields.find(({ id }) => id === field);
      const targets = target?.to === undefined ? {} : { [target.to]: filled(flow, document, target.to, 2) };
      const values = target?.to === undefined ? target?.options.map(({ id }) => id) : [`${target.to}-1`, `${target.to}-2`];
      const [one, other] = values ?? [];
      const two = filled(flow, { ...document, ...targets }, list, 2).slice(0, 2);
      return { ...targets, [list]: two.map((entry, i) => ({ ...entry, [field]: truth === "ja" || i === 0 ? one : other })) };
    }
    case "within":
      return { [from]: date, [to]: dayFrom(date, truth === "ja" ? days : days + 1) };
    case "before":
      return { [from]: date, [to]: dayFrom(date, truth === "ja" ? 1 : 0) };
  }
}

/** A list with at least so many entries of which a condition holds, each whole, with their ids. */
function filled(flow: Flow, document: Document, id: string, least: number, where: Condition = ALWAYS): Entries {
  const list = flow.questions.get(id);
  const given = document[id];
  const there: Entries = (Array.isArray(given) ? (given as readonly unknown[]) : []).filter(isMapping);
  const fits = (entry: Readonly<Record<string, unknown>>): boolean => list !== undefined && holds(where, entryScope(list, entry as Entry));
  const sample = list === undefined ? {} : (entries(list, [where]).find(fits) ?? {});
  const more = Array.from({ length: Math.max(0, least - there.filter(fits).length) }, () => sample);
  return [...there, ...more].map((entry, i) => ({ ...entry, id: `${id}-${String(i + 1)}` }));
}

function shows(flow: Flow, document: Document, { id }: Check, wanted: boolean): boolean {
  const whole = complete(flow, document, ({ open, deferred }) => open[0] ?? deferred[0]);
  const { walk, refused } = follow(flow, whole);
  return refused.length === 0 && walk?.status === "finished" && raised(flow, walk).some((one) => one.id === id) === wanted;
}
