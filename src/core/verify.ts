/** A case held against itself: what can be worked out again is, and what does not follow is named with its line. */
import { beginning, questionsOf } from "./chapters.ts";
import { fold, type Case } from "./case.ts";
import { itemNumber } from "./chapter.ts";
import { JournalDefect } from "./defect.ts";
import type { Blank, Event, EventType } from "./event.ts";
import { build, type Flow, type Question } from "./flow.ts";
import type { Begun, Edition } from "./formats.ts";
import { nl } from "./nl.ts";
import { listOf, same, type Entry } from "./value.ts";
import { isAnswered, walk, type Status } from "./walk.ts";

type Line = Event | Blank;

/** `what` is a whole sentence that names the line, and never what stands in it. */
export interface Finding {
  readonly line: number;
  readonly what: string;
}

/** What holds lines against their schemas in full. */
export interface Judge {
  /** Why an edition is no valid definition; undefined when it is one. */
  readonly edition: (edition: Edition) => string | undefined;
  /** SHA-256 of an edition as JSON. */
  readonly hash: (edition: Edition) => string;
  /**
   * Whether the schema of a flow takes a value as the answer to a question; a list whole, with the ids of its entries.
   * @param hash of the edition that the flow is built of
   */
  readonly answers: (flow: Flow, hash: string) => (q: string, value: unknown) => boolean;
}

/** How the last chapter stands. */
export interface Standing {
  readonly status: Status;
  /** How many questions are not answered yet. */
  readonly waiting: number;
  /** How many answers count, and how many do not because their question is off the path. */
  readonly counted: number;
  readonly parked: number;
  /** Whether a line says that the chapter was finished, and nothing was changed since. */
  readonly ended: boolean;
}

export interface Verified {
  /** One for a line. Of what needs the lines before it, only the first: behind that nothing can be worked out. */
  readonly findings: readonly Finding[];
  /** The case up to where it could be worked out; undefined when it could not be begun. */
  readonly state: Case | undefined;
  readonly standing: Standing | undefined;
  /** Lines whose content was erased, and those with an outcome that can no longer be worked out because of it. */
  readonly erased: readonly number[];
  readonly unsure: readonly number[];
}

/** The lines whose content may be taken away; the others hold the case together. */
export const ERASABLE: ReadonlySet<EventType> = new Set(["answered", "added", "changed", "removed", "noted"]);

/** @param events lines whose chain holds */
export function verify(events: readonly Line[], judge: Judge): Verified {
  const editions = editionsOf(events, judge);
  const gone = events.filter(({ type, body }) => body === null && !ERASABLE.has(type));
  const stops = Math.min(...[...gone.map(({ n }) => n), ...editions.broken].map((n) => n - 1), events.length);
  const ran = replay(events.slice(0, stops));
  const standing = ran.state === undefined ? undefined : standingOf(ran.state);
  const stuck = standing === "cannot" && ran.findings.length === 0 ? [at(ran.state?.events.length ?? 1, nl.trust.verify.cannotRun)] : [];
  const findings = [...erasures(events), ...editions.findings, ...ran.findings, ...stuck, ...answers(events, editions.known)];
  const erased = events.filter(({ body, type }) => body === null && ERASABLE.has(type));
  return {
    findings: findings
      .filter(({ line }, i) => findings.findIndex((other) => other.line === line) === i)
      .toSorted((a, b) => a.line - b.line),
    state: ran.state,
    standing: standing === "cannot" ? undefined : standing,
    erased: erased.map(({ n }) => n),
    unsure: events.flatMap(({ type, ch, n }) => (type === "finished" && erased.some((gap) => gap.ch === ch && gap.n < n) ? [n] : [])),
  };
}

/** How a case stands, by its last chapter; "cannot" when its flow gives no one outcome. */
export function standingOf({ chapters }: Case): Standing | undefined | "cannot" {
  const chapter = chapters.at(-1);
  if (chapter === undefined) return undefined;
  try {
    const { status, open, deferred, path, parked } = walk(chapter.flow, chapter.answers);
    return {
      status,
      waiting: open.length + deferred.length,
      counted: path.filter(({ id }) => isAnswered(chapter.answers.get(id))).length,
      parked: parked.length,
      ended: chapter.finished !== undefined,
    };
  } catch {
    return "cannot";
  }
}

/** Where two texts first differ, as a line counted from 1; undefined when they are the same, byte for byte. */
export function firstDifference(a: Uint8Array, b: Uint8Array): number | undefined {
  let line = 1;
  for (let i = 0; i < Math.max(a.length, b.length); i++) {
    if (a[i] !== b[i]) return line;
    if (a[i] === 10) line++;
  }
  return undefined;
}

const at = (line: number, why: string): Finding => ({ line, what: nl.journal.atLine(line, why) });

/** A line without content needs a later one that says why; and what that one names must be gone. */
function erasures(events: readonly Line[]): readonly Finding[] {
  const grounds = events.filter((event) => event.type === "erased" && event.body !== null);
  return [
    ...events
      .filter(({ body }) => body === null)
      .flatMap(({ n, type }) => {
        if (!ERASABLE.has(type)) return [at(n, nl.trust.verify.structureGone)];
        return grounds.some((ground) => ground.body.line === n && ground.n > n) ? [] : [at(n, nl.trust.verify.goneUnsaid)];
      }),
    ...grounds.flatMap(({ n, body: { line } }) => {
      const named = events[line - 1];
      if (named === undefined || line >= n) return [at(n, nl.trust.verify.erasedNothing(line))];
      return named.body === null ? [] : [at(line, nl.trust.verify.stillThere(n))];
    }),
  ];
}

interface Known {
  readonly flow: Flow;
  readonly takes: (q: string, value: unknown) => boolean;
}

interface Editions {
  readonly findings: readonly Finding[];
  /** Lines with an edition that cannot be built: behind them nothing can be worked out. */
  readonly broken: readonly number[];
  readonly known: ReadonlyMap<number, Known>;
}

/** The edition of each chapter in full, its fingerprint, and what was given to it. */
function editionsOf(events: readonly Line[], judge: Judge): Editions {
  const words = nl.trust.verify;
  const findings: Finding[] = [];
  const broken: number[] = [];
  const known = new Map<number, Known>();
  for (const [i, event] of events.entries()) {
    if (event.type !== "begun" || event.body === null) continue;
    const { n, ch, body } = event;
    try {
      const hash = judge.hash(body.edition);
      if (hash !== body.editionHash) findings.push(at(n, words.editionHash));
      const why = judge.edition(body.edition);
      if (why !== undefined) throw new JournalDefect(why);
      const { id, version } = body.edition.flow;
      if (id !== body.flow || version !== body.version) findings.push(at(n, words.otherFlow));
      const flow = build(body.edition);
      known.set(ch, { flow, takes: judge.answers(flow, hash) });
    } catch (error) {
      // Whatever a forged edition makes of the code that reads it, is said of the edition.
      broken.push(n);
      findings.push(at(n, words.noFlow(error instanceof JournalDefect ? error.message : nl.schema.other)));
      continue;
    }
    if (
      (questionsOf(body.edition.flow).length > 0 || Object.keys(body.given).length > 0) &&
      broken.length === 0 &&
      !isTakenOver(body, events.slice(0, i), events.slice(i + 1))
    )
      findings.push(at(n, words.notGiven));
  }
  return { findings, broken, known };
}

/** Whether it is what earlier chapters said, with the questions as they were asked there; of erased lines that is not known. */
function isTakenOver({ given, edition }: Begun, before: readonly Line[], after: readonly Line[]): boolean {
  try {
    const state = fold(before);
    if (state.chapters.some(({ hasBlanks }) => hasBlanks)) return true;
    const begins = beginning(state, edition);
    const lines = after.slice(0, begins.events.length);
    if (lines.some(({ body }) => body === null)) return true;
    return (
      JSON.stringify([begins.given, begins.edition.flow.given]) === JSON.stringify([given, edition.flow.given]) &&
      begins.events.every(({ type, ch, body }, i) => same({ type, ch, body }, told(lines[i])))
    );
  } catch {
    // Found where it happened.
    return true;
  }
}

const told = (line: Line | undefined): object => (line === undefined ? {} : { type: line.type, ch: line.ch, body: line.body });

/** Every answer and entry against its question, the numbers of entries, and how many a list has when it is closed. */
function answers(events: readonly Line[], known: ReadonlyMap<number, Known>): readonly Finding[] {
  const sizes = new Map<string, number>();
  const numbers = new Map<string, number>();
  const blanks = new Set<number>();
  return events.flatMap((event): readonly Finding[] => {
    const { n, ch, type, body } = event;
    const edition = known.get(ch);
    if (body === null) blanks.add(ch);
    if (type === "erased" && body !== null) retire(numbers, events[body.line - 1]?.ch ?? 0, body.entry);
    if (type === "noted" && ch > 0 && !events.some((other) => other.type === "begun" && other.ch === ch && other.n < n))
      return [at(n, nl.journal.noSuchChapter(ch))];
    if (edition === undefined || body === null || !("q" in body)) return [];
    const question = edition.flow.questions.get(body.q);
    if (question === undefined) return [at(n, nl.journal.noSuchQuestion(body.q))];
    const list = `${String(ch)} ${body.q}`;
    // Also of entries whose first line was erased: nobody else may have their number.
    const number = "item" in body ? itemNumber(body.q, body.item) : 0;
    const used = numbers.get(list) ?? 0;
    numbers.set(list, Math.max(used, number));
    if (type === "added" && number <= used) return [at(n, nl.journal.usedItem(body.item))];
    const size = (sizes.get(list) ?? 0) + (type === "added" ? 1 : type === "removed" ? -1 : 0);
    sizes.set(list, size);
    if (type === "closed") return blanks.has(ch) || isWithin(size, question) ? [] : [at(n, nl.trust.verify.count(body.q))];
    return fits(edition, question, event) ? [] : [at(n, nl.journal.refused("item" in body ? body.item : body.q))];
  });
}

/** The number of an entry that was erased: nobody else may have it from then on. */
function retire(numbers: Map<string, number>, ch: number, entry: string | undefined): void {
  if (entry === undefined) return;
  const list = `${String(ch)} ${listOf(entry)}`;
  numbers.set(list, Math.max(numbers.get(list) ?? 0, itemNumber(listOf(entry), entry)));
}

const isWithin = (size: number, { min, max }: Question): boolean => size >= (min ?? 0) && size <= (max ?? Infinity);

/** By the schema of the flow; by the core it is looked at while the case is run again. */
function fits({ takes }: Known, question: Question, event: Event): boolean {
  if (event.type === "answered") return question.kind !== "list" && takes(question.id, event.body.value);
  if (event.type !== "added" && event.type !== "changed") return question.kind === "list";
  const { item, value } = event.body;
  return question.kind === "list" && takes(question.id, aloneIn(question, item, value));
}

/** A list of this entry only: where it may not stand alone, as often as it must. */
const aloneIn = ({ min }: Question, id: string, value: Entry): readonly object[] => [
  { ...value, id },
  ...Array.from({ length: Math.max(0, (min ?? 0) - 1) }, () => value),
];

/** Runs the lines again, up to the first that cannot have happened. */
function replay(events: readonly Line[]): { readonly state: Case | undefined; readonly findings: readonly Finding[] } {
  if (events.length === 0) return { state: undefined, findings: [] };
  const whole = attempt(events);
  if (!(whole instanceof Error)) return { state: whole, findings: [] };
  // Each beginning runs until the wrong line is in it.
  let [good, bad] = [0, events.length];
  while (bad - good > 1) {
    const middle = Math.floor((good + bad) / 2);
    if (attempt(events.slice(0, middle)) instanceof Error) bad = middle;
    else good = middle;
  }
  const why = attempt(events.slice(0, bad));
  const before = attempt(events.slice(0, good));
  const state = before instanceof Error ? undefined : before;
  return { state, findings: [findingOf(events[bad - 1], why, state)] };
}

function attempt(events: readonly Line[]): Case | Error {
  try {
    return fold(events);
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

function findingOf(event: Line | undefined, why: unknown, before: Case | undefined): Finding {
  const line = event?.n ?? 1;
  if (before === undefined) return at(line, nl.trust.verify.notOpened);
  if (!(why instanceof JournalDefect)) return at(line, nl.trust.verify.cannotRun);
  const chapter = before.chapters[(event?.ch ?? 0) - 1];
  if (event?.type !== "finished" || event.body === null || chapter === undefined) return { line, what: why.message };
  const { status, outcome } = walk(chapter.flow, chapter.answers);
  if (status !== "finished") return at(line, nl.trust.verify.notFinished);
  return outcome?.id === event.body.outcome ? at(line, nl.trust.verify.otherNorms) : { line, what: why.message };
}
