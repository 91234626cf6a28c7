/** Scenarios: these answers, and what must follow from them. The order of answers and ids never matters. */
import type { Document, UnknownKey } from "./answers.ts";
import { itemNumber } from "./chapter.ts";
import type { Flow, Question } from "./flow.ts";
import type { DecidedSource, ExpectationSource } from "./formats.ts";
import { accepts, acceptsEntry, acceptsList, fieldPath, isMapping, type Entry, type Item, type Refusal, type Value } from "./value.ts";
import { raised, walk, type Answer, type Answers, type Walk } from "./walk.ts";

export type Given = Readonly<Record<string, Value>>;

export interface Scenario {
  readonly name: string;
  /** Where it stands: file:line:column. */
  readonly place: string;
  readonly document: Document;
  readonly given: Given;
  /** The day on which all answers were written down. */
  readonly written?: string | undefined;
  readonly expect: ExpectationSource;
}

/** What a scenario must say and does not. `found` is undefined where there is nothing to set against it. */
export interface Difference {
  readonly of: keyof ExpectationSource | "outcomes";
  /** The norm, or the part of a decision, that differs. */
  readonly which?: string;
  readonly expected: string;
  readonly found: string | undefined;
}

/** What follows from answers. */
export interface Result {
  /** The answers that the flow refuses, as question or list.field. */
  readonly refused: readonly string[];
  /** undefined when no outcome holds, or more than one. */
  readonly walk: Walk | undefined;
  readonly answers: Answers;
}

/** What the flow makes of these answers. A refused answer counts as not given; every notice counts as read. @param written on which day all were given */
export function follow(flow: Flow, document: Document, given: Given = {}, written?: string): Result {
  const refused = refusals(flow, document);
  return { refused: [...new Set(refused.map(nameOf))], ...followed(flow, accepted(flow, document, refused), given, written) };
}

/** As `follow`, for answers that were accepted before. */
export function followed(flow: Flow, answers: Answers, given: Given = {}, written?: string): Omit<Result, "refused"> {
  try {
    return { walk: walk(flow, answers, given, () => written), answers };
  } catch {
    // Only outcomes that are not exactly one throw.
    return { walk: undefined, answers };
  }
}

/** Where a result differs from what was expected; nothing when it does not. */
export function differences(flow: Flow, { refused, walk: now, answers }: Result, expect: ExpectationSource): readonly Difference[] {
  const found: Difference[] = [];
  const wanted = expect.refused ?? [];
  for (const name of wanted) if (!refused.includes(name)) found.push({ of: "refused", expected: name, found: undefined });
  for (const name of refused) if (!wanted.includes(name)) found.push({ of: "refused", expected: "", found: name });
  if (now === undefined) return [...found, { of: "outcomes", expected: expect.outcome ?? "", found: undefined }];
  const equal = (of: Difference["of"], expected: Said, is: Said, which?: string): void => {
    if (expected !== undefined && expected !== is)
      found.push({ of, expected: word(expected), found: word(is), ...(which === undefined ? {} : { which }) });
  };
  equal("status", expect.status, now.status);
  equal("outcome", expect.outcome, now.outcome?.id ?? null);
  equal("departs", expect.departs, now.departs);
  for (const of of ["norms", "precautions"] as const) {
    for (const [id, state] of Object.entries(expect[of] ?? {})) {
      const norm = flow.norms.get(id);
      const listed = norm !== undefined && (norm.class === "voorzorg") === (of === "precautions");
      equal(of, state, listed ? now.norms.get(id) : null, id);
    }
  }
  for (const of of ["report", "help"] as const) {
    const { rule, decided, says }: DecidedSource = expect[of] ?? {};
    equal(of, rule, now[of]?.rule ?? null, "rule");
    equal(of, decided, now.outcome?.[of] ?? null, "decided");
    if (says !== undefined && now[of]?.text.includes(says) !== true) equal(of, says, now[of]?.text ?? null, "says");
  }
  const lists = { asked: onPath(now, answers, expect.asked), open: idsOf(now.open), deferred: idsOf(now.deferred) };
  for (const of of ["asked", "open", "deferred"] as const)
    for (const name of expect[of] ?? []) if (!lists[of].has(name)) found.push({ of, expected: name, found: undefined });
  for (const name of expect.parked ?? []) if (!now.parked.includes(name)) found.push({ of: "parked", expected: name, found: undefined });
  const checks = new Set(raised(flow, now).map(({ id }) => id));
  for (const name of expect.raised ?? []) if (!checks.has(name)) found.push({ of: "raised", expected: name, found: undefined });
  for (const name of expect["not-raised"] ?? []) if (checks.has(name)) found.push({ of: "not-raised", expected: name, found: undefined });
  const not = onPath(now, answers, expect["not-asked"]);
  for (const name of expect["not-asked"] ?? []) if (not.has(name)) found.push({ of: "not-asked", expected: name, found: undefined });
  return found;
}

const idsOf = (questions: readonly Question[]): ReadonlySet<string> => new Set(questions.map(({ id }) => id));
type Said = string | boolean | null | undefined;
const word = (value: Said): string => String(value ?? "");

/** The names in an expectation that the flow does not have. */
export function unknownNames(
  flow: Flow,
  expect: ExpectationSource,
): readonly { readonly key: keyof ExpectationSource; readonly id: string }[] {
  const named = (["asked", "not-asked", "open", "deferred", "parked"] as const).flatMap((key) =>
    (expect[key] ?? []).map((id) => ({ key, id, known: names(flow).has(id) })),
  );
  const norms = (["norms", "precautions"] as const).flatMap((key) =>
    Object.keys(expect[key] ?? {}).map((id) => ({ key, id, known: flow.norms.has(id) })),
  );
  const checks = (["raised", "not-raised"] as const).flatMap((key) =>
    (expect[key] ?? []).map((id) => ({ key, id, known: flow.checks.some((one) => one.id === id) })),
  );
  const outcome = expect.outcome === undefined ? [] : [expect.outcome];
  return [
    ...named,
    ...norms,
    ...checks,
    ...outcome.map((id) => ({ key: "outcome" as const, id, known: flow.outcomes.some((row) => row.id === id) })),
  ]
    .filter(({ known }) => !known)
    .map(({ key, id }) => ({ key, id }));
}

/** Every question, and every field as list.field. */
export const names = (flow: Flow): ReadonlySet<string> =>
  new Set([...flow.questions.values()].flatMap(({ id, fields }) => [id, ...fields.map((field) => `${id}.${field.id}`)]));

/** The questions on the path; with the fields of entries only where a name asks for them. */
function onPath({ path }: Walk, answers: Answers, wanted: readonly string[] = []): ReadonlySet<string> {
  const on = new Set(path.map(({ id }) => id));
  const lists = new Set(wanted.flatMap((name) => (name.includes(".") ? [name.slice(0, name.indexOf("."))] : [])));
  for (const list of path) if (lists.has(list.id)) for (const name of fieldsOnPath(list, answers.get(list.id))) on.add(name);
  return on;
}

/** The fields of a list that apply in at least one of its entries, as list.field. */
export const fieldsOnPath = (list: Question, answer: Answer | undefined): ReadonlySet<string> =>
  new Set(
    answer?.kind === "list" ? answer.items.flatMap(({ value }) => fieldPath(list, value).map((field) => `${list.id}.${field.id}`)) : [],
  );

/** Every answer that the flow refuses: as `faults`, but each entry of a list by itself, and references as well. */
export function refusals(flow: Flow, document: Document): readonly (Refusal | UnknownKey)[] {
  return Object.entries(document).flatMap(([q, value]): readonly (Refusal | UnknownKey)[] => {
    const question = flow.questions.get(q);
    if (question === undefined) return [{ code: "unknown-key", path: [q], given: q }];
    const found = question.kind === "list" ? listRefusals(flow, question, value, document) : [accepts(question, value)];
    return found.flatMap((refusal) => (refusal === null ? [] : [{ ...refusal, path: [q, ...refusal.path] }]));
  });
}

function listRefusals(flow: Flow, list: Question, value: unknown, document: Document): readonly (Refusal | null)[] {
  if (!Array.isArray(value)) return [acceptsList(list, value)];
  const entries = (value as readonly unknown[]).map((entry, i): Refusal | null => {
    const refusal = acceptsEntry(list, entry) ?? dangling(flow, list, entry, document);
    return refusal === null ? null : { ...refusal, path: [i, ...refusal.path] };
  });
  return entries.some((refusal) => refusal !== null) ? entries : [acceptsList(list, value)];
}

function dangling(flow: Flow, list: Question, entry: unknown, document: Document): Refusal | null {
  for (const { id, to } of list.fields) {
    const given = to === undefined || !isMapping(entry) ? undefined : entry[id];
    if (to === undefined || typeof given !== "string") continue;
    const target = flow.questions.get(to);
    const there = target === undefined ? [] : itemsOf(target, document[to]);
    if (!there.some((item) => item.id === given)) return { code: "unknown-ref", path: [id], given, list: to };
  }
  return null;
}

/** A refusal as question or list.field. */
export function nameOf(refusal: Refusal | UnknownKey): string {
  const [q, , field] = refusal.path;
  const name = refusal.code === "missing-field" ? refusal.askable.id : typeof refusal.path[1] === "number" ? field : undefined;
  return name === undefined ? String(q) : `${String(q)}.${String(name)}`;
}

/** What is left of a document once its refused answers are out, as the walk takes it. */
function accepted(flow: Flow, document: Document, refused: readonly (Refusal | UnknownKey)[]): Answers {
  const out = new Set(refused.map(({ path: [q] }) => q));
  return answersOf(flow, Object.fromEntries(Object.entries(document).filter(([q]) => !out.has(q))));
}

/** A document without faults as answers; notices are read. */
export function answersOf(flow: Flow, document: Document): Answers {
  const answers = new Map<string, Answer>();
  for (const question of flow.questions.values()) {
    const value = document[question.id];
    if (question.kind === "notice") answers.set(question.id, { kind: "value", value: true });
    else if (value === undefined && question.given) answers.set(question.id, nothingFor(question));
    else if (value === undefined) continue;
    else if (question.kind === "list")
      answers.set(
        question.id,
        value === null ? { kind: "value", value: null } : { kind: "list", items: itemsOf(question, value), closed: true },
      );
    else answers.set(question.id, { kind: "value", value: value as Value | null });
  }
  return answers;
}

/** What no earlier chapter answered. */
const nothingFor = ({ kind }: Question): Answer =>
  kind === "list" ? { kind: "list", items: [], closed: true } : { kind: "value", value: null };

function itemsOf(list: Question, value: unknown): readonly Item[] {
  const entries = (Array.isArray(value) ? (value as readonly unknown[]) : []).filter(isMapping);
  const own = entries.map(({ id }) => (typeof id === "string" ? id : undefined));
  let next = Math.max(0, ...own.map((id) => (id === undefined ? 0 : itemNumber(list.id, id))));
  return entries.map(({ id: _, ...rest }, i) => ({
    id: own[i] ?? `${list.id}-${String(++next)}`,
    value: Object.fromEntries(Object.entries(rest).filter(([, part]) => part !== null)) as Entry,
  }));
}
