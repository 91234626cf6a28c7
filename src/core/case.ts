/** The case: a list of events folded into a state. `evolve` refuses what cannot have happened. */
import { begin, beginAgain, copy, impossible, itemNumber, turn, type Chapter, type ChapterDraft } from "./chapter.ts";
import { JournalDefect } from "./defect.ts";
import type { Blank, Event, NewEvent } from "./event.ts";
import type { Erased, Noted, Opened } from "./formats.ts";
import { nl } from "./nl.ts";
import { listOf } from "./value.ts";

export interface Case extends Opened {
  readonly at: string;
  readonly chapters: readonly Chapter[];
  readonly notes: readonly (Noted & { readonly at: string; readonly ch: number })[];
  readonly erased: readonly (Erased & { readonly at: string })[];
  /** What happened to the file: a torn line was cut off, a session's lock was taken over, it was encrypted. */
  readonly incidents: readonly Event[];
  readonly events: readonly (Event | Blank)[];
}

/** A case while it is being folded: the same shape, with what changes still open. */
interface Draft extends Omit<Case, "chapters" | "notes" | "erased" | "incidents" | "events"> {
  readonly chapters: ChapterDraft[];
  readonly notes: Case["notes"][number][];
  readonly erased: Case["erased"][number][];
  readonly incidents: Event[];
  readonly events: (Event | Blank)[];
}

/** Folds the events of a file. @throws JournalDefect naming the line that cannot have happened */
export function fold(events: readonly (Event | Blank)[]): Case {
  const [first, ...rest] = events;
  if (first?.type !== "opened" || first.body === null) throw new JournalDefect(nl.journal.notACase);
  const draft: Draft = { ...first.body, at: first.at, chapters: [], notes: [], erased: [], incidents: [], events: [first] };
  for (const event of rest) apply(draft, event);
  return draft;
}

/** A case as it would be after these events, with nothing written: to try something before it counts. */
export function imagined(events: readonly NewEvent[]): Case {
  return fold(events.map((event, i) => ({ ...event, n: i + 1, at: "", hash: "" })));
}

/** A case as it would be after some events more, with nothing written. @throws JournalDefect when it cannot be */
export const further = (state: Case, events: readonly NewEvent[]): Case =>
  events.reduce((so, event) => evolve(so, { ...event, n: so.events.length + 1, at: so.at, hash: "" }), state);

/** One event further; the state before stays as it was. @throws JournalDefect naming the line that cannot have happened */
export function evolve(state: Case, event: Event | Blank): Case {
  const { chapters, notes, erased, incidents, events } = state;
  const draft: Draft = {
    ...state,
    chapters: chapters.map(copy),
    notes: [...notes],
    erased: [...erased],
    incidents: [...incidents],
    events: [...events],
  };
  apply(draft, event);
  return draft;
}

function apply(draft: Draft, event: Event | Blank): void {
  draft.events.push(event);
  if (event.body === null) {
    const chapter = draft.chapters[event.ch - 1];
    if (chapter !== undefined) chapter.hasBlanks = true;
    return;
  }
  switch (event.type) {
    case "opened":
      throw impossible(event, nl.journal.openedTwice);
    case "begun":
      if (event.ch > 0 && event.ch === draft.chapters.length) {
        draft.chapters[event.ch - 1] = beginAgain(draft.chapters[event.ch - 1], event);
        return;
      }
      if (event.ch !== draft.chapters.length + 1) throw impossible(event, nl.journal.noSuchChapter(event.ch));
      draft.chapters.push(begin(event));
      return;
    case "noted":
      draft.notes.push({ ...event.body, at: event.at, ch: event.ch });
      return;
    case "erased":
      draft.erased.push({ ...event.body, at: event.at });
      retire(draft, event.body);
      return;
    case "recovered":
    case "taken-over":
    case "kept":
      draft.incidents.push(event);
      return;
    default: {
      const chapter = draft.chapters[event.ch - 1];
      if (chapter === undefined) throw impossible(event, nl.journal.noSuchChapter(event.ch));
      turn(chapter, event);
    }
  }
}

/** The number of an entry whose line was erased stays taken. */
function retire({ events, chapters }: Draft, { line, entry }: Erased): void {
  const chapter = chapters[(events[line - 1]?.ch ?? 0) - 1];
  if (chapter === undefined || entry === undefined) return;
  const list = listOf(entry);
  chapter.numbered.set(list, Math.max(chapter.numbered.get(list) ?? 0, itemNumber(list, entry)));
}

/** What is written down when a line is erased. */
export function erasing(erased: Event | Blank | undefined, line: number, ground: string): NewEvent {
  const entry = erased?.body !== null && erased !== undefined && "item" in erased.body ? { entry: erased.body.item } : {};
  return { type: "erased", ch: 0, body: { line, ground, ...entry } };
}
