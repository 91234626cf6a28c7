import { isUnsure } from "../core/defect.ts";
import { chapterOf, pointingTo } from "../core/answers.ts";
import type { Chapter } from "../core/chapter.ts";
import type { NewEvent } from "../core/event.ts";
import type { Field, Question } from "../core/flow.ts";
import { nl } from "../core/nl.ts";
import { summary, whole } from "../core/summary.ts";
import { fieldPath, same, type Entry, type Item, type Value } from "../core/value.ts";
import type { Walk } from "../core/walk.ts";
import { aboutList, askingField, isVain, noteOn, placeOf } from "./asking.ts";
import { entryIn, fieldIn, type Part } from "./draft.ts";
import type { Drafted } from "../ports.ts";
import { agreed } from "./agreed.ts";
import { chapterIn, elsewhere, type Onward, type Session } from "./converse.ts";
import { askReason, NO_REASON } from "./reason.ts";
import { askWithTips } from "./tips.ts";

/** A list: what is there, one more, correct, take away, or done. */
export async function askList(session: Session, list: Question, now: Walk): Promise<Onward> {
  const found = await foundBack(session, list, now);
  if (found === "stop" || found === "overview") return found;
  for (;;) {
    const chapter = chapterOf(session.state(), session.chapter);
    const answer = chapter.answers.get(list.id);
    const items = answer?.kind === "list" ? answer.items : [];
    const reply = await session.prompt.choose({
      title: list.text,
      label: list.label,
      place: placeOf(session.state(), chapter, list, now),
      lines: [
        ...items.map(({ value }, i) => `${String(i + 1)}. ${summary(list, value, chapter)}`),
        ...halfDone(session, list, items.length, chapter),
      ],
      note: noteOn(session.state(), chapter, list, now),
      help: list.help,
      about: aboutList(chapter, list, now),
      overview: true,
      options: nl.interview.listOptions(list.item, items.length, list.min ?? 0, list.max ?? Infinity),
    });
    if (reply.kind !== "answer") return elsewhere(reply);
    if (reply.value === "klaar") {
      session.drafts.take(list.id);
      if (answer?.kind !== "list" || !answer.closed) await session.say({ type: "closed", ch: chapter.n, body: { q: list.id } });
      await session.drafts.done(list.id);
      return "on";
    }
    const done = await { erbij: add, verbeter: change, "haal-weg": remove }[reply.value as "erbij" | "verbeter" | "haal-weg"](
      session,
      list,
      items,
      now,
    );
    if (done === "stop" || done === "overview") return done;
  }
}

/** Goes on with the entry that was being filled in when the case was last open. */
async function foundBack(session: Session, list: Question, now: Walk): Promise<Onward> {
  const draft = session.drafts.take(list.id);
  if (draft === undefined) return "on";
  const answer = chapterOf(session.state(), session.chapter).answers.get(list.id);
  const item = answer?.kind === "list" ? answer.items.find(({ id }) => id === draft.item) : undefined;
  if (draft.item !== undefined && item === undefined) return "on";
  return item === undefined ? add(session, list, [], now, draft) : correct(session, list, item, now, draft);
}

/** An entry that was left half filled in is named where it can be gone on with. */
function halfDone(session: Session, list: Question, count: number, chapter: Chapter): readonly string[] {
  const draft = session.drafts.held(list.id);
  if (draft === undefined) return [];
  const words = summary(list, entryIn(list, draft), chapter);
  return [draft.item === undefined ? nl.interview.halfAdded(list.item, count, words) : nl.interview.halfCorrected(words)];
}

/** What was left half filled in, if it is of this entry; of a new one when no entry is named. */
const leftOf = ({ drafts }: Session, list: Question, item?: string): Drafted | undefined =>
  drafts.held(list.id)?.item === item ? drafts.take(list.id) : undefined;

async function add(session: Session, list: Question, _items: readonly Item[], now: Walk, draft = leftOf(session, list)): Promise<Onward> {
  const value = await fill(session, { list, item: undefined, before: {}, draft }, entryIn(list, draft), now);
  if (typeof value === "string") return value;
  const { answers, everFinished, numbered } = chapterOf(session.state(), session.chapter);
  const answer = answers.get(list.id);
  let reason = NO_REASON;
  // One more in a list that was closed is a correction. Until the reason is given it is not written down, and must not be lost.
  if (everFinished && answer?.kind === "list" && answer.closed) {
    const part = lastOf(list, undefined, value);
    await session.drafts.type(part);
    const why = await askReason(session);
    if (why === "back") return add(session, list, _items, now, { ...part, at: "", ch: session.chapter });
    if (typeof why === "string") return why;
    reason = why;
  }
  const number = (numbered.get(list.id) ?? 0) + 1;
  return keep(session, list, value, {
    type: "added",
    ch: session.chapter,
    body: { q: list.id, item: `${list.id}-${String(number)}`, value, ...reason },
  });
}

async function change(session: Session, list: Question, items: readonly Item[], now: Walk): Promise<Onward> {
  const item = await pick(session, list, items);
  return typeof item === "string" ? item : correct(session, list, item, now, leftOf(session, list, item.id));
}

async function correct(session: Session, list: Question, item: Item, now: Walk, draft: Drafted | undefined): Promise<Onward> {
  const start = draft === undefined ? item.value : entryIn(list, draft);
  const value = await fill(session, { list, item: item.id, before: item.value, draft }, start, now);
  if (typeof value === "string") return value;
  if (same(item.value, value)) {
    await session.drafts.done(list.id);
    return "on";
  }
  const event = { type: "changed" as const, ch: session.chapter, body: { q: list.id, item: item.id, value } };
  const part = lastOf(list, item.id, value);
  const again = (): Promise<Onward> => correct(session, list, item, now, { ...part, at: "", ch: session.chapter });
  // Until she has agreed and given a reason it is not written down, and must not be lost.
  await session.drafts.type(part);
  const agreement = await agreed(session, event);
  if (agreement === "on") await session.drafts.done(list.id);
  if (agreement === "back") return again();
  if (agreement !== "yes") return agreement;
  const reason = await askReason(session);
  if (reason === "back") return again();
  if (typeof reason === "string") return reason;
  return keep(session, list, value, { ...event, body: { ...event.body, ...reason } });
}

/** An entry that is filled in, at its last field. */
function lastOf(list: Question, item: string | undefined, entry: Entry): Part {
  const last = fieldPath(list, entry).at(-1);
  return { q: list.id, ...(item === undefined ? {} : { item }), entry, ...(last === undefined ? {} : { field: last.id }) };
}

async function remove(session: Session, list: Question, items: readonly Item[]): Promise<Onward> {
  const item = await pick(session, list, items);
  if (typeof item === "string") return item;
  const lists = pointingTo(chapterOf(session.state(), session.chapter), item.id);
  if (lists.length > 0) {
    session.prompt.tell(
      nl.interview.pointedTo(
        list.item,
        lists.map(({ label }) => label),
      ),
    );
    return "back";
  }
  const event = { type: "removed" as const, ch: session.chapter, body: { q: list.id, item: item.id, reason: "" } };
  const agreement = await agreed(session, event);
  if (agreement !== "yes") return agreement;
  const why = await askReason(session, true);
  if (typeof why === "string") return why;
  await session.say({ ...event, body: { ...event.body, reason: why.reason ?? "" } });
  return "on";
}

/** Writes an entry down; when the disk refuses, all of it is shown, as the screen had it shortened. */
async function keep(session: Session, list: Question, value: Entry, event: NewEvent): Promise<"on"> {
  try {
    await session.say(event);
  } catch (error) {
    session.prompt.tell(nl.interview.notSaved(list.item, isUnsure(error)), ...whole(list, value, chapterIn(session)));
    throw error;
  }
  await session.drafts.done(list.id);
  return "on";
}

async function pick(session: Session, list: Question, items: readonly Item[]): Promise<Item | Exclude<Onward, "on">> {
  const reply = await session.prompt.choose({
    title: nl.interview.which(list.item),
    label: nl.interview.which(list.item),
    place: "",
    lines: [],
    help: undefined,
    overview: true,
    options: items.map(({ id, value }) => ({ id, text: summary(list, value, chapterOf(session.state(), session.chapter)) })),
  });
  return reply.kind === "answer" ? (items.find(({ id }) => id === reply.value) ?? "back") : elsewhere(reply);
}

interface Filling {
  readonly list: Question;
  /** The entry that is changed; undefined for a new one. */
  readonly item: string | undefined;
  /** As it stands in the case. */
  readonly before: Entry;
  readonly draft: Drafted | undefined;
}

/** Asks the fields of one entry in order; back goes to the field before, and from the first one out of the entry, which is held. */
async function fill(
  session: Session,
  { list, item, before, draft }: Filling,
  start: Entry,
  now: Walk,
): Promise<Entry | Exclude<Onward, "on">> {
  let entry: Readonly<Record<string, Value>> = start;
  /** The first field to ask from here on, that way; before the first one or behind the last one when there is none. */
  const from = (place: number, way: 1 | -1): number => {
    const field = fieldPath(list, entry)[place];
    const isPassed = field !== undefined && isVain(chapterOf(session.state(), session.chapter), field, entry);
    return isPassed ? from(place + way, way) : place;
  };
  let at = from(draft === undefined ? 0 : fieldIn(list, entry, draft), 1);
  let text = draft?.text;
  // In an entry that is corrected, what is not there was skipped before.
  const skipped = ({ required }: Field): null | undefined => (item !== undefined && !required ? null : undefined);
  for (;;) {
    const field = fieldPath(list, entry)[at];
    if (field === undefined) return entry;
    const part: Part = { q: list.id, ...(item === undefined ? {} : { item }), entry, field: field.id };
    const asking = {
      ...askingField(
        session.state(),
        chapterOf(session.state(), session.chapter),
        list,
        field,
        now,
        entry,
        entry[field.id] ?? skipped(field),
      ),
      draft: text,
      keep: (typed: string) => session.drafts.type({ ...part, text: typed }),
    };
    const reply = await askWithTips(session, asking, now);
    text = undefined;
    if (reply.kind === "stop") return "stop";
    if (reply.kind === "back" && reply.overview === true) {
      session.drafts.hold(part);
      return "overview";
    }
    if (reply.kind === "back" && from(at - 1, -1) < 0) {
      if (!same(entry, before)) session.drafts.hold(part);
      await session.drafts.done(list.id);
      return "back";
    }
    if (reply.kind === "answer") {
      const { [field.id]: _old, ...rest } = entry;
      entry = reply.value === null ? rest : { ...rest, [field.id]: reply.value };
    }
    at = reply.kind === "back" ? from(at - 1, -1) : from(at + 1, 1);
    const next = fieldPath(list, entry)[at];
    // The last field makes the entry whole, and then it is written down itself.
    if (next === undefined || reply.kind === "back") continue;
    try {
      await session.drafts.keep({ ...part, entry, field: next.id });
    } catch (error) {
      session.prompt.tell(nl.interview.notSaved(list.item), ...whole(list, entry, chapterIn(session)));
      throw error;
    }
  }
}
