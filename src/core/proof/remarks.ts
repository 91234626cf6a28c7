/** What is to be said of one condition and all its parts. */
import { holds, type Atom, type Condition } from "../condition.ts";
import type { Finding } from "../finding.ts";
import type { Askable, Question } from "../flow.ts";
import { nl } from "../nl.ts";
import { words } from "../nl-check.ts";
import { inside, parts, spot, type At, type Part } from "../parts.ts";
import { inWords } from "../words.ts";
import { fixed } from "./bounds.ts";
import { FALSE, TRUE } from "./diagram.ts";
import { entryOf, entryScene, type EntryScene } from "./kinds.ts";
import { MOST_ENTRIES } from "./lists.ts";
import { idle, type Frame, type Idle, type Silent } from "./idle.ts";
import type { Proof } from "./proof.ts";

/** What to say when all of a condition is idle; undefined for the general words. */
export type Whole = (idle: Idle) => Finding | undefined;

/**
 * @param frames the states in which the condition counts
 * @returns how all of it is idle, if it is
 */
export function* remarks(proof: Proof, part: Part, frames: readonly Frame[], whole?: Whole): Generator<Finding, Idle | undefined> {
  const found = [...bounds(part, proof.flow.questions, proof)];
  const isFound = (at: At): boolean => found.some((finding) => same(finding.at, at));
  const hollow: { readonly at: At; readonly cause: Finding }[] = [];
  for (const inner of ofEntries(proof, part, frames)) {
    for (const finding of inner.findings) if (!isFound(finding.at)) found.push(finding);
    const cause = inner.idle?.kind === "never" ? found.find(({ at }) => same(at, inner.idle?.at ?? [])) : undefined;
    if (cause !== undefined) hollow.push({ at: spot(inner.part), cause });
  }
  let all: Idle | undefined;
  for (const remark of idle(part, frames)) {
    if (remark.kind === "silent") {
      found.push(unasked(proof, remark));
      continue;
    }
    if (remark.whole) all = remark;
    if (isFound(remark.at)) continue;
    // What is never true of any entry, makes the whole of it so: one finding, at the cause.
    const cause = remark.kind === "never" ? hollow.find(({ at }) => same(at, remark.at))?.cause : undefined;
    const special = remark.whole ? whole?.({ ...remark, at: cause?.at ?? remark.at }) : undefined;
    if (cause === undefined) found.push(special ?? plain(remark));
    else if (special !== undefined && cause.severity !== "error") found.splice(found.indexOf(cause), 1, special);
  }
  yield* found;
  return all;
}

/** An idle condition, or part of one, in the general words. */
function plain({ kind, at, condition }: Idle): Finding {
  if (kind === "needless") return { code: "overbodig", severity: "note", at, text: words.needless(inWords(condition)) };
  return kind === "never"
    ? { code: "nooit-waar", severity: "warning", at, text: words.never(inWords(condition)) }
    : { code: "altijd-waar", severity: "warning", at, text: words.always(inWords(condition)) };
}

/** Comparisons outside the bounds of the question, also of the fields of entries. */
function* bounds(whole: Part, questions: ReadonlyMap<string, Askable>, proof: Proof): Generator<Finding> {
  for (const part of parts(whole)) {
    const { condition } = part;
    const question = "q" in condition ? questions.get(condition.q) : undefined;
    if (question === undefined) continue;
    if (condition.op === "some" || condition.op === "every") {
      const fields = proof.flow.questions.get(question.id)?.fields ?? [];
      for (const inner of inside(part)) yield* bounds(inner, new Map(fields.map((field) => [field.id, field])), proof);
      continue;
    }
    const kind = fixed(question, condition as Atom, proof.taste);
    if (kind === undefined) continue;
    const between = nl.between(question.min ?? (question.kind === "list" ? 0 : undefined), question.max);
    const say = kind === "never" ? words.outsideNever : words.outsideAlways;
    yield {
      code: "buiten-grenzen",
      severity: kind === "never" ? "error" : "warning",
      at: spot(part),
      text: say(inWords(condition), between),
    };
  }
}

interface OfEntries {
  /** The some or every. */
  readonly part: Part;
  readonly findings: readonly Finding[];
  readonly idle: Idle | undefined;
}

/** The conditions of some and every, over one entry. */
function* ofEntries(proof: Proof, whole: Part, frames: readonly Frame[]): Generator<OfEntries> {
  for (const part of parts(whole)) {
    const { condition } = part;
    const list = condition.op === "some" || condition.op === "every" ? proof.flow.questions.get(condition.q) : undefined;
    for (const inner of list === undefined ? [] : inside(part)) {
      const findings: Finding[] = [];
      const claims = ofEntry(proof, list as Question, inner, frames);
      let next = claims.next();
      for (; next.done !== true; next = claims.next()) findings.push(next.value);
      yield { part, findings, idle: next.value };
    }
  }
}

/** A condition over the fields of one entry: in some, every, or the `when` of a field. @returns how all of it is idle, if it is */
export function* ofEntry(
  proof: Proof,
  list: Question,
  part: Part,
  frames: readonly Frame[],
  whole?: Whole,
): Generator<Finding, Idle | undefined> {
  const scene = entryScene(list, [part.condition], proof.taste);
  let all: Idle | undefined;
  for (const remark of idle(part, [{ truth: scene.truth, context: TRUE, waits: () => false }])) {
    if (remark.kind === "silent") yield unaskedField(proof, list, scene, remark, frames);
    else {
      if (remark.whole) all = remark;
      yield (remark.whole ? whole?.(remark) : undefined) ?? plain(remark);
    }
  }
  return all;
}

function unasked(proof: Proof, { at, condition, q, frame, node }: Silent): Finding {
  const example = proof.show(frame, node, ({ walk: { scope } }) => holds(condition, scope) && !holds({ op: "asked", q }, scope));
  const severity = proof.needsGiven(frame, node) ? "warning" : "error";
  return { code: "niet-zonder-asked", severity, at, text: words.silent(q), ...(example && { example }) };
}

function unaskedField(proof: Proof, list: Question, { space, truth }: EntryScene, remark: Silent, frames: readonly Frame[]): Finding {
  const { at, condition, q } = remark;
  const entry = entryOf(list, space, space.diagram.model(truth.within(remark.node)) ?? new Map(), proof.taste);
  const finding: Finding = { code: "niet-zonder-asked", severity: "error", at, text: words.silent(q) };
  const silently: Condition = { op: "some", q: list.id, of: { op: "all", of: [condition, { op: "not", of: { op: "asked", q } }] } };
  for (const frame of (list.min ?? 0) > MOST_ENTRIES ? [] : frames) {
    const node = frame.truth.space.diagram.and(frame.context, frame.truth.holds({ op: "asked", q: list.id }));
    if (frame.truth.within(node) === FALSE) continue;
    const entries = Array.from({ length: Math.max(1, list.min ?? 0) }, () => entry);
    const special = { entries: new Map([[list.id, entries]]) };
    const example = proof.show(frame, node, ({ walk }) => holds(silently, walk.scope), special);
    if (example !== undefined) return { ...finding, example };
  }
  return finding;
}

const same = (a: At, b: At): boolean => a.length === b.length && a.every((key, i) => key === b[i]);
