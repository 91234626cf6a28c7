/** An answers file: checked as a whole, then turned into the events that make the case say the same. */
import { further, type Case } from "./case.ts";
import { itemNumber, walkOf, type Chapter } from "./chapter.ts";
import type { NewEvent } from "./event.ts";
import type { Flow, Question } from "./flow.ts";
import { nl } from "./nl.ts";
import { accepts, acceptsList, clean, isMapping, same, type Entry, type Item, type Refusal, type Value } from "./value.ts";
import { isAnswered } from "./walk.ts";

/** Question id -> answer, as an answers file holds it. */
export type Document = Readonly<Record<string, unknown>>;
/** A key that is no question; `path` is the key alone. */
export interface UnknownKey {
  readonly code: "unknown-key";
  readonly path: readonly (string | number)[];
  readonly given: string;
}

/** Every text in a document as it may be kept. `replaced` tells whether unreadable characters were replaced. */
export function cleaned(document: Document): { readonly document: Document; readonly replaced: boolean } {
  let replaced = false;
  const walkOver = (value: unknown): unknown => {
    if (typeof value === "string") {
      const text = clean(value);
      replaced ||= text !== value.replace(/\r\n?/g, "\n");
      return text;
    }
    if (Array.isArray(value)) return value.map(walkOver);
    if (isMapping(value)) return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, walkOver(part)]));
    return Object.is(value, -0) ? 0 : value;
  };
  return { document: Object.fromEntries(Object.entries(document).map(([key, value]) => [key, walkOver(value)])), replaced };
}

/** What is wrong with a document, the first fault of each key; an empty list when it may be taken in. */
export function faults(flow: Flow, document: Document): readonly (Refusal | UnknownKey)[] {
  return Object.entries(document).flatMap(([q, value]): readonly (Refusal | UnknownKey)[] => {
    const question = flow.questions.get(q);
    if (question === undefined) return [{ code: "unknown-key", path: [q], given: q }];
    const refusal = question.kind === "list" ? acceptsList(question, value) : accepts(question, value);
    return refusal === null ? [] : [{ ...refusal, path: [q, ...refusal.path] }];
  });
}

/**
 * The events that take a document in: answers on the path first, in flow order, notices acknowledged on the way, then the
 * known answers that are off the path. An equal answer is nothing, a different one a correction, a list is the whole list.
 * @param document one without faults
 * @param reason why answers change; needed when the chapter was finished before
 * @returns the events and the case after them, or the refusal of an item id or reference, or `reason` when a reason is needed
 */
export function intake(
  state: Case,
  chapterNumber: number,
  document: Document,
  reason: string | undefined,
): { readonly events: readonly NewEvent[]; readonly state: Case } | Refusal | "reason" {
  const events: NewEvent[] = [];
  let now = state;
  const chapter = (): Chapter => chapterOf(now, chapterNumber);
  const say = (event: NewEvent): void => {
    events.push(event);
    now = further(now, [event]);
  };
  const todo = new Set(Object.keys(document));
  /** Takes one answer in. @returns why not, or null */
  const take = (question: Question): Refusal | "reason" | null => {
    todo.delete(question.id);
    const planned = plan(chapter(), question, document[question.id], reason);
    if (planned === "reason" || "code" in planned) return planned;
    planned.forEach(say);
    return null;
  };
  for (;;) {
    const { path, open } = walkOf(chapter());
    const question = path.find(({ id, kind }) => todo.has(id) || (kind === "notice" && open[0]?.id === id));
    if (question === undefined) break;
    const refusal = todo.has(question.id) ? take(question) : null;
    if (refusal !== null) return refusal;
    if (question.kind === "notice" && !isAnswered(chapter().answers.get(question.id)))
      say({ type: "answered", ch: chapterNumber, body: { q: question.id, value: true } });
  }
  for (const question of chapter().flow.questions.values()) {
    const refusal = todo.has(question.id) ? take(question) : null;
    if (refusal !== null) return refusal;
  }
  return dangling(chapter(), document) ?? { events, state: now };
}

export function chapterOf(state: Case, n: number): Chapter {
  const chapter = state.chapters[n - 1];
  if (chapter === undefined) throw new Error(`no chapter ${String(n)}`);
  return chapter;
}

function plan(chapter: Chapter, question: Question, given: unknown, reason: string | undefined): readonly NewEvent[] | Refusal | "reason" {
  if (question.kind === "list") return planList(chapter, question, given, reason);
  const value = given as Value | null;
  const before = chapter.answers.get(question.id);
  if (before?.kind === "value" && same(before.value, value)) return [];
  if (before !== undefined && chapter.everFinished && reason === undefined) return "reason";
  const why = before === undefined || reason === undefined ? {} : { reason };
  return [{ type: "answered", ch: chapter.n, body: { q: question.id, value, ...why } }];
}

function planList(chapter: Chapter, list: Question, given: unknown, reason: string | undefined): readonly NewEvent[] | Refusal | "reason" {
  const before = chapter.answers.get(list.id);
  const items = before?.kind === "list" ? before.items : [];
  const entries = Array.isArray(given) ? (given as readonly Document[]).map(asEntry) : [];
  // Where other lists point to these entries, what is left over may be somebody else: only an equal entry or its own id will do.
  const pointedTo = [...chapter.flow.questions.values()].some(({ fields }) => fields.some(({ to }) => to === list.id));
  const paired = pair(list, items, entries, chapter.numbered.get(list.id) ?? 0, pointedTo);
  if ("code" in paired) return paired;
  const kept = new Set(paired.map(({ id }) => id));
  const why = reason === undefined ? {} : { reason };
  const q = list.id;
  const ch = chapter.n;
  const removed = items
    .filter(({ id }) => !kept.has(id))
    .map(({ id }): NewEvent => ({ type: "removed", ch, body: { q, item: id, reason: reason ?? nl.answers.leftOut } }));
  const changed = paired.flatMap(({ id, value }): NewEvent[] => {
    const old = items.find((item) => item.id === id);
    return old === undefined || same(old.value, value) ? [] : [{ type: "changed", ch, body: { q, item: id, value, ...why } }];
  });
  const fresh = paired.filter(({ id }) => !items.some((item) => item.id === id)).sort((a, b) => itemNumber(q, a.id) - itemNumber(q, b.id));
  // One more in a list that was closed makes it a different answer too.
  const more = isAnswered(before) ? why : {};
  const added = fresh.map(({ id, value }): NewEvent => ({ type: "added", ch, body: { q, item: id, value, ...more } }));
  const corrections = removed.length + changed.length + (isAnswered(before) ? added.length : 0);
  if (chapter.everFinished && reason === undefined && corrections > 0) return "reason";
  const closed: NewEvent[] = isAnswered(before) ? [] : [{ type: "closed", ch, body: { q } }];
  return [...removed, ...changed, ...added, ...closed];
}

interface Given {
  readonly id: string | undefined;
  readonly value: Entry;
}

function asEntry(source: Document): Given {
  const { id, ...rest } = source;
  const value = Object.fromEntries(Object.entries(rest).flatMap(([field, part]) => (part === null ? [] : [[field, part as Value]])));
  return { id: typeof id === "string" ? id : undefined, value };
}

/** Gives every entry its item id: its own, else that of an equal entry, else of the next one left over unless others point to these, else a new one. */
function pair(
  list: Question,
  items: readonly Item[],
  entries: readonly Given[],
  highest: number,
  pointedTo: boolean,
): readonly Item[] | Refusal {
  const own = entries.flatMap(({ id }) => id ?? []);
  const known = new Set(items.map(({ id }) => id));
  const wrong = own.find((id, i) => own.indexOf(id) !== i || (!known.has(id) && itemNumber(list.id, id) <= highest));
  if (wrong !== undefined)
    return { code: "item-twice", path: [list.id, entries.findLastIndex(({ id }) => id === wrong), "id"], given: wrong };
  const free = items.filter(({ id }) => !own.includes(id));
  const equals = new Map<Given, string>();
  for (const entry of entries) {
    const at = entry.id === undefined ? free.findIndex((item) => same(item.value, entry.value)) : -1;
    if (at >= 0) equals.set(entry, free.splice(at, 1)[0]?.id ?? "");
  }
  let next = Math.max(highest, ...own.map((id) => itemNumber(list.id, id)));
  return entries.map((entry) => ({
    id: entry.id ?? equals.get(entry) ?? (pointedTo ? undefined : free.shift()?.id) ?? `${list.id}-${String(++next)}`,
    value: entry.value,
  }));
}

/** The lists in which an entry of another list is named. */
export function pointingTo({ flow, answers }: Chapter, item: string): readonly Question[] {
  return [...flow.questions.values()].filter((list) => {
    const answer = answers.get(list.id);
    if (answer?.kind !== "list") return false;
    return list.fields.some(({ id, to }) => to !== undefined && answer.items.some(({ value }) => value[id] === item));
  });
}

/** The first reference to an entry that is not there, in the lists of the document first. */
function dangling(chapter: Chapter, document: Document): Refusal | null {
  const lists = [...chapter.flow.questions.values()].filter(({ kind }) => kind === "list");
  const itemsOf = (q: string): readonly Item[] => {
    const answer = chapter.answers.get(q);
    return answer?.kind === "list" ? answer.items : [];
  };
  for (const list of lists.toSorted((a, b) => Number(b.id in document) - Number(a.id in document))) {
    for (const field of list.fields) {
      // What the file does not touch was so before.
      if (field.to === undefined || !(list.id in document || field.to in document)) continue;
      const there = new Set(itemsOf(field.to).map(({ id }) => id));
      for (const [i, { value }] of itemsOf(list.id).entries()) {
        const ref = value[field.id];
        if (typeof ref === "string" && !there.has(ref))
          return { code: "unknown-ref", path: [list.id, i, field.id], given: ref, list: field.to };
      }
    }
  }
  return null;
}
