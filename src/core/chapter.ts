/** One chapter of a case: its edition and answers, and what each event makes of them. It refuses what cannot have happened. */
import { JournalDefect } from "./defect.ts";
import type { Event } from "./event.ts";
import { build, type Flow, type Question } from "./flow.ts";
import type { Begun, Edition, Finished } from "./formats.ts";
import { nl } from "./nl.ts";
import { accepts, acceptsEntry, canonical, canonicalEntry, same, type Entry, type Item, type Value } from "./value.ts";
import { walk, type Answer, type Answers, type Walk } from "./walk.ts";

/** An answer that took the place of another. `before` or `after` is undefined where an entry was added or taken away. */
export interface Correction {
  readonly at: string;
  readonly q: string;
  readonly item: string | undefined;
  readonly before: Value | Entry | null | undefined;
  readonly after: Value | Entry | null | undefined;
  readonly reason: string | undefined;
  readonly afterFinish: boolean;
}

export interface Chapter {
  readonly n: number;
  readonly at: string;
  readonly flow: Flow;
  readonly edition: Edition;
  readonly editionHash: string;
  readonly sector: string;
  readonly given: Begun["given"];
  /** The organisation as its profile said; undefined when it had none. */
  readonly organisation: Begun["organisation"];
  readonly answers: Answers;
  /** When each question (by id) and list entry (by item id) was last written down. */
  readonly written: ReadonlyMap<string, string>;
  /** When each was first written down; what came after an erased line is not in it, as that line may have said it before. */
  readonly first: ReadonlyMap<string, string>;
  /** The highest number an entry of each list ever had. */
  readonly numbered: ReadonlyMap<string, number>;
  readonly corrections: readonly Correction[];
  /** The last `finished`, until a correction comes. */
  readonly finished: (Finished & { readonly at: string }) | undefined;
  /** From the first `finished` on, a change needs a reason. */
  readonly everFinished: boolean;
  /** Whether a line of this chapter was erased: what came after it can then no longer be worked out again. */
  readonly hasBlanks: boolean;
}

/** A chapter while it is being folded: the same shape, with what changes still open. */
export interface ChapterDraft extends Omit<
  Chapter,
  "answers" | "written" | "first" | "numbered" | "corrections" | "finished" | "everFinished" | "hasBlanks"
> {
  readonly answers: Map<string, Answer>;
  readonly written: Map<string, string>;
  readonly first: Map<string, string>;
  readonly numbered: Map<string, number>;
  readonly corrections: Correction[];
  finished: Chapter["finished"];
  everFinished: boolean;
  hasBlanks: boolean;
}

function flowOf(edition: Edition): Flow {
  const known = flows.get(edition);
  if (known !== undefined) return known;
  const made = build(edition);
  flows.set(edition, made);
  return made;
}
const flows = new WeakMap<Edition, Flow>();

/** Where the answers of a chapter lead; worked out once for each state of it, and read many times. */
export function walkOf(chapter: Chapter): Walk {
  const known = walks.get(chapter);
  if (known !== undefined) return known;
  const made = walk(chapter.flow, chapter.answers, {}, (id) => chapter.first.get(id));
  walks.set(chapter, made);
  return made;
}
const walks = new WeakMap<Chapter, Walk>();

/** The same, of its own. */
export const copy = (chapter: Chapter): ChapterDraft => ({
  ...chapter,
  answers: new Map(chapter.answers),
  written: new Map(chapter.written),
  first: new Map(chapter.first),
  numbered: new Map(chapter.numbered),
  corrections: [...chapter.corrections],
});

/** @returns a chapter without answers, but for what the profile of the organisation says */
export function begin(event: Event & { type: "begun" }): ChapterDraft {
  const { edition, editionHash, sector, given, organisation } = event.body;
  // What the profile of the organisation says is seen by conditions like an answer.
  const facts = Object.entries(organisation?.facts ?? {}).map(([q, value]): [string, Answer] => [q, { kind: "value", value }]);
  const nothing = {
    answers: new Map(facts),
    written: new Map(),
    first: new Map(),
    numbered: new Map(),
    corrections: [],
    finished: undefined,
    everFinished: false,
    hasBlanks: false,
  };
  return { n: event.ch, at: event.at, flow: flowOf(edition), edition, editionHash, sector, given, organisation, ...nothing };
}

/** The last chapter goes on in another edition of the same flow, such as that of a sector: what was answered must fit in it. */
export function beginAgain(chapter: ChapterDraft | undefined, event: Event & { type: "begun" }): ChapterDraft {
  const { flow, edition, editionHash, sector, given, organisation, answers } = begin(event);
  if (chapter?.flow.id !== flow.id || chapter.everFinished) throw impossible(event, nl.journal.begunTwice(event.ch));
  for (const [q, answer] of chapter.answers) {
    if (!chapter.flow.questions.has(q)) continue;
    const question = flow.questions.get(q);
    const values = answer.kind === "list" ? answer.items.map(({ value }) => value) : [];
    const fits =
      question !== undefined &&
      (answer.kind === "value"
        ? accepts(question, answer.value) === null
        : question.kind === "list" && values.every((value) => acceptsEntry(question, value) === null));
    if (!fits) throw impossible(event, nl.journal.refused(q));
  }
  return { ...chapter, flow, edition, editionHash, sector, given, organisation, answers: new Map([...chapter.answers, ...answers]) };
}

/** An event that changes a chapter which was begun. */
type Turn = Extract<Event, { type: "answered" | "added" | "changed" | "removed" | "closed" | "finished" }>;

/** Has an event change a chapter. @throws JournalDefect naming the line that cannot have happened */
export function turn(chapter: ChapterDraft, event: Turn): void {
  if (event.type === "finished") {
    finish(chapter, event);
    return;
  }
  const question = chapter.flow.questions.get(event.body.q);
  if (question === undefined) throw impossible(event, nl.journal.noSuchQuestion(event.body.q));
  if (event.type === "answered") {
    answer(chapter, question, event);
    return;
  }
  if (question.kind !== "list") throw impossible(event, nl.journal.noList(question.id));
  const list = chapter.answers.get(question.id);
  const items = list?.kind === "list" ? list.items : [];
  const closed = list?.kind === "list" && list.closed;
  if (event.type === "closed") put(chapter, question.id, { kind: "list", items, closed: true }, event.at);
  else entry(chapter, question, event, items, closed);
}

function answer(chapter: ChapterDraft, question: Question, event: Event & { type: "answered" }): void {
  const { reason } = event.body;
  if (accepts(question, event.body.value) !== null) throw impossible(event, nl.journal.refused(question.id));
  const value = canonical(question, event.body.value);
  const before = chapter.answers.get(question.id);
  put(chapter, question.id, { kind: "value", value }, event.at);
  if (before?.kind !== "value" || same(before.value, value)) return;
  correct(chapter, event, { q: question.id, item: undefined, before: before.value, after: value, reason });
}

function entry(
  chapter: ChapterDraft,
  list: Question,
  event: Event & { type: "added" | "changed" | "removed" },
  items: readonly Item[],
  closed: boolean,
): void {
  const { item } = event.body;
  if (event.type !== "removed" && acceptsEntry(list, event.body.value) !== null) throw impossible(event, nl.journal.refused(item));
  const after = event.type === "removed" ? undefined : canonicalEntry(list, event.body.value);
  const keep = (changed: readonly Item[]): void => {
    put(chapter, list.id, { kind: "list", items: changed, closed }, event.at, item);
  };
  if (event.type === "added") {
    const number = itemNumber(list.id, item);
    if (number <= (chapter.numbered.get(list.id) ?? 0)) throw impossible(event, nl.journal.usedItem(item));
    chapter.numbered.set(list.id, number);
    keep([...items, { id: item, value: after ?? {} }]);
    if (closed) correct(chapter, event, { q: list.id, item, before: undefined, after, reason: event.body.reason });
    return;
  }
  const at = items.findIndex(({ id }) => id === item);
  const before = items[at]?.value;
  // The line that added it may be the one that was erased; what is said of it since then stands.
  if (before === undefined && chapter.hasBlanks) {
    if (after !== undefined) keep([...items, { id: item, value: after }]);
    return;
  }
  if (before === undefined) throw impossible(event, nl.journal.noSuchItem(item));
  keep(after === undefined ? items.toSpliced(at, 1) : items.with(at, { id: item, value: after }));
  correct(chapter, event, { q: list.id, item, before, after, reason: event.body.reason });
}

/** The number in an item id; 0 when it is not one of this list. */
export function itemNumber(list: string, item: string): number {
  return item.startsWith(`${list}-`) ? Number(item.slice(list.length + 1)) || 0 : 0;
}

function put(chapter: ChapterDraft, q: string, value: Answer, at: string, item = q): void {
  walks.delete(chapter);
  chapter.answers.set(q, value);
  chapter.written.set(q, at).set(item, at);
  if (!chapter.hasBlanks) for (const id of [q, item]) if (!chapter.first.has(id)) chapter.first.set(id, at);
  chapter.finished = undefined;
}

function correct(chapter: ChapterDraft, event: Turn, change: Omit<Correction, "at" | "afterFinish">): void {
  if (chapter.everFinished && change.reason === undefined && change.before !== undefined) throw impossible(event, nl.journal.noReason);
  chapter.corrections.push({ ...change, at: event.at, afterFinish: chapter.everFinished });
}

function finish(chapter: ChapterDraft, event: Event & { type: "finished" }): void {
  const { status, outcome, norms } = walkOf(chapter);
  const agrees = status === "finished" && outcome?.id === event.body.outcome && same(Object.fromEntries(norms), event.body.norms);
  if (!agrees && !chapter.hasBlanks) throw impossible(event, nl.journal.otherOutcome);
  chapter.finished = { ...event.body, at: event.at };
  chapter.everFinished = true;
}

/** A line that cannot have happened. */
export const impossible = (event: { readonly n: number }, why: string): JournalDefect => new JournalDefect(nl.journal.atLine(event.n, why));
