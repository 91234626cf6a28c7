/** The case: a list of events folded into a state. `evolve` refuses what cannot have happened. */
import { JournalDefect } from "./defect.ts";
import type { Blank, Event, NewEvent } from "./event.ts";
import { build, type Flow, type Question } from "./flow.ts";
import type { Begun, Edition, Erased, Finished, Noted, Opened } from "./formats.ts";
import { nl } from "./nl.ts";
import { accepts, acceptsEntry, canonical, canonicalEntry, same, type Entry, type Item, type Value } from "./value.ts";
import { walk, type Answer, type Answers } from "./walk.ts";

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
  readonly answers: Answers;
  /** When each question (by id) and list entry (by item id) was last written down. */
  readonly written: ReadonlyMap<string, string>;
  /** The highest number an entry of each list ever had. */
  readonly numbered: ReadonlyMap<string, number>;
  readonly corrections: readonly Correction[];
  /** The last `finished`, until a correction comes. */
  readonly finished: (Finished & { readonly at: string }) | undefined;
  /** From the first `finished` on, a change needs a reason. */
  readonly everFinished: boolean;
}

export interface Case extends Opened {
  readonly at: string;
  readonly chapters: readonly Chapter[];
  readonly notes: readonly (Noted & { readonly at: string; readonly ch: number })[];
  readonly erased: readonly (Erased & { readonly at: string })[];
  /** When a torn line was cut off, or another session's lock was taken over. */
  readonly incidents: readonly Event[];
  readonly events: readonly (Event | Blank)[];
}

/** Folds the events of a file. @throws JournalDefect naming the line that cannot have happened */
export function fold(events: readonly (Event | Blank)[]): Case {
  const [first, ...rest] = events;
  if (first?.type !== "opened" || first.body === null) throw new JournalDefect(nl.journal.notACase);
  const opened: Case = { ...first.body, at: first.at, chapters: [], notes: [], erased: [], incidents: [], events: [first] };
  return rest.reduce(evolve, opened);
}

/** A case as it would be after these events, with nothing written: to try something before it counts. */
export function imagined(events: readonly NewEvent[]): Case {
  return fold(events.map((event, i) => ({ ...event, n: i + 1, at: "", hash: "" })));
}

/** One event further. @throws JournalDefect naming the line that cannot have happened */
export function evolve(state: Case, event: Event | Blank): Case {
  const next = { ...state, events: [...state.events, event] };
  if (event.body === null) return next;
  switch (event.type) {
    case "opened":
      throw impossible(event, nl.journal.openedTwice);
    case "begun":
      if (event.ch !== state.chapters.length + 1) throw impossible(event, nl.journal.noSuchChapter(event.ch));
      return { ...next, chapters: [...state.chapters, begin(event)] };
    case "noted":
      return { ...next, notes: [...state.notes, { ...event.body, at: event.at, ch: event.ch }] };
    case "erased":
      return { ...next, erased: [...state.erased, { ...event.body, at: event.at }] };
    case "recovered":
    case "taken-over":
      return { ...next, incidents: [...state.incidents, event] };
    default: {
      const chapter = state.chapters[event.ch - 1];
      if (chapter === undefined) throw impossible(event, nl.journal.noSuchChapter(event.ch));
      return { ...next, chapters: state.chapters.with(event.ch - 1, turn(chapter, event)) };
    }
  }
}

function begin(event: Event & { type: "begun" }): Chapter {
  const { edition, editionHash, sector, given } = event.body;
  const nothing = { answers: new Map(), written: new Map(), numbered: new Map(), corrections: [], finished: undefined, everFinished: false };
  return { n: event.ch, at: event.at, flow: build(edition), edition, editionHash, sector, given, ...nothing };
}

type Turn = Extract<Event, { type: "answered" | "added" | "changed" | "removed" | "closed" | "finished" }>;

function turn(chapter: Chapter, event: Turn): Chapter {
  if (event.type === "finished") return finish(chapter, event);
  const question = chapter.flow.questions.get(event.body.q);
  if (question === undefined) throw impossible(event, nl.journal.noSuchQuestion(event.body.q));
  if (event.type === "answered") return answer(chapter, question, event);
  if (question.kind !== "list") throw impossible(event, nl.journal.noList(question.id));
  const list = chapter.answers.get(question.id);
  const items = list?.kind === "list" ? list.items : [];
  const closed = list?.kind === "list" && list.closed;
  if (event.type === "closed") return put(chapter, question.id, { kind: "list", items, closed: true }, event.at);
  return entry(chapter, question, event, items, closed);
}

function answer(chapter: Chapter, question: Question, event: Event & { type: "answered" }): Chapter {
  const { reason } = event.body;
  if (accepts(question, event.body.value) !== null) throw impossible(event, nl.journal.refused(question.id));
  const value = canonical(question, event.body.value);
  const before = chapter.answers.get(question.id);
  const next = put(chapter, question.id, { kind: "value", value }, event.at);
  if (before?.kind !== "value" || same(before.value, value)) return next;
  return correct(next, event, { q: question.id, item: undefined, before: before.value, after: value, reason });
}

function entry(chapter: Chapter, list: Question, event: Event & { type: "added" | "changed" | "removed" }, items: readonly Item[], closed: boolean): Chapter {
  const { item } = event.body;
  if (event.type !== "removed" && acceptsEntry(list, event.body.value) !== null) throw impossible(event, nl.journal.refused(item));
  const after = event.type === "removed" ? undefined : canonicalEntry(list, event.body.value);
  const at = items.findIndex(({ id }) => id === item);
  const keep = (changed: readonly Item[]): Chapter => put(chapter, list.id, { kind: "list", items: changed, closed }, event.at, item);
  if (event.type === "added") {
    const number = itemNumber(list.id, item);
    if (number <= (chapter.numbered.get(list.id) ?? 0)) throw impossible(event, nl.journal.usedItem(item));
    const next = { ...keep([...items, { id: item, value: after ?? {} }]), numbered: new Map(chapter.numbered).set(list.id, number) };
    return closed ? correct(next, event, { q: list.id, item, before: undefined, after, reason: undefined }) : next;
  }
  const before = items[at]?.value;
  if (before === undefined) throw impossible(event, nl.journal.noSuchItem(item));
  const kept = after === undefined ? items.toSpliced(at, 1) : items.with(at, { id: item, value: after });
  return correct(keep(kept), event, { q: list.id, item, before, after, reason: event.body.reason });
}

/** The number in an item id; 0 when it is not one of this list. */
export function itemNumber(list: string, item: string): number {
  return item.startsWith(`${list}-`) ? Number(item.slice(list.length + 1)) || 0 : 0;
}

function put(chapter: Chapter, q: string, value: Answer, at: string, item = q): Chapter {
  return { ...chapter, answers: new Map(chapter.answers).set(q, value), written: new Map(chapter.written).set(q, at).set(item, at), finished: undefined };
}

function correct(chapter: Chapter, event: Turn, change: Omit<Correction, "at" | "afterFinish">): Chapter {
  if (chapter.everFinished && change.reason === undefined && change.before !== undefined) throw impossible(event, nl.journal.noReason);
  return { ...chapter, corrections: [...chapter.corrections, { ...change, at: event.at, afterFinish: chapter.everFinished }] };
}

function finish(chapter: Chapter, event: Event & { type: "finished" }): Chapter {
  const { status, outcome, norms } = walk(chapter.flow, chapter.answers, chapter.given);
  const agrees = status === "finished" && outcome?.id === event.body.outcome && same(Object.fromEntries(norms), event.body.norms);
  if (!agrees) throw impossible(event, nl.journal.otherOutcome);
  return { ...chapter, finished: { ...event.body, at: event.at }, everFinished: true };
}

const impossible = (event: { readonly n: number }, why: string): JournalDefect => new JournalDefect(nl.journal.atLine(event.n, why));
