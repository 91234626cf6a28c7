/** The format of a case file: JSON Lines whose hashes form a chain. Bytes <-> events; no disk here. */
import { isUtf8 } from "node:buffer";
import { JournalDefect } from "../core/defect.ts";
import type { Blank, Event, EventType, NewEvent } from "../core/event.ts";
import type { Begun } from "../core/formats.ts";
import { nl } from "../core/nl.ts";
import { sha256 } from "./crypto.ts";
import * as shape from "./lines.js";

/** The bytes of a line that its hash covers: from n to sum. */
const covered = (n: number, at: string, type: string, ch: number, sum: string): string =>
  `"n":${String(n)},"at":"${at}","type":"${type}","ch":${String(ch)},"sum":"${sum}"`;

export interface Line {
  readonly event: Event;
  readonly bytes: Uint8Array;
}

/**
 * One more line of the chain.
 * @param previous the hash of the line before, "" for the first
 * @param salt 32 hex digits, never the same twice
 */
export function encode(event: NewEvent, n: number, at: string, previous: string, salt: string): Line {
  // As bytes at once: a chapter begins with a whole edition, and two more texts of that length are felt at the start.
  const body = Buffer.from(JSON.stringify(event.body), "utf8");
  const span = covered(n, at, event.type, event.ch, sha256(Buffer.concat([Buffer.from(salt), body])));
  const own = sha256(previous + span);
  return {
    event: { ...event, n, at, hash: own },
    bytes: Buffer.concat([Buffer.from(`{"hash":"${own}",${span},"salt":"${salt}","body":`), body, Buffer.from("}\n")]),
  };
}

/**
 * A file with the body of one line taken away; its hash goes on covering what is left of it.
 * @param n the line, counted from 1
 */
export function blanked(bytes: Uint8Array, n: number): Uint8Array {
  const lines = Buffer.from(bytes).toString("utf8").split("\n");
  const line = lines[n - 1] ?? "";
  return Buffer.from(lines.with(n - 1, line.replace(/,"salt":"[0-9a-f]{32}","body":.*$/, "}")).join("\n"), "utf8");
}

export interface Decoded {
  readonly events: readonly (Event | Blank)[];
  /** How many bytes the sound lines take, the last newline included. */
  readonly bytes: number;
  /** Whether the last sound line lacks its newline; the next writer adds it. */
  readonly unended: boolean;
  /** Bytes behind the last sound line that were never acknowledged. */
  readonly torn: Uint8Array;
}

/** What chapters began with in the cases that were read so far: nearly all began with one of a few editions, which is most of a case. */
export interface Editions {
  /** @returns what was read from the very same bytes */
  readonly known: (body: Uint8Array) => Begun | undefined;
  readonly keep: (body: Uint8Array, read: Begun) => void;
}

/** @param most how many are kept, of a good half MB each */
export function editions(most = 100): Editions {
  const all: { readonly body: Uint8Array; readonly read: Begun }[] = [];
  return {
    known: (body) => all.find((one) => Buffer.compare(one.body, body) === 0)?.read,
    keep: (body, read) => {
      all.unshift({ body: Uint8Array.from(body), read });
      all.length = Math.min(all.length, most);
    },
  };
}

/**
 * Reads a case file and checks its chain.
 * @param hashes false: everything but the hashes, for who has `decode` look at them before anything rests on what was read
 * @param shared spares time when many cases are read. What a chapter began with is then not hashed when it is, byte for byte, what
 * another did
 * @throws JournalDefect naming the first line that is wrong; a last line that is not sound is no defect but `torn`, when it has no newline
 * or there are zeros in it
 */
export function decode(bytes: Uint8Array, hashes = true, shared?: Editions): Decoded {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const events: (Event | Blank)[] = [];
  let previous = "";
  let start = 0;
  while (start < buffer.length) {
    const newline = buffer.indexOf(10, start);
    const end = newline < 0 ? buffer.length : newline;
    const raw = buffer.subarray(start, end);
    const line = readLine(raw, events.length + 1, previous, hashes, shared);
    if (typeof line === "string") {
      const isLast = newline < 0 || newline === buffer.length - 1;
      // Zeros are what a power cut leaves of what was not on the disk yet, and our lines have none.
      if (newline >= 0 && !(isLast && raw.includes(0)))
        throw new JournalDefect(nl.journal.atLine(events.length + 1, line) + nl.journal.soundUpTo(events.length));
      return { events, bytes: start, unended: false, torn: buffer.subarray(start) };
    }
    events.push(line);
    previous = line.hash;
    if (newline < 0) return { events, bytes: end, unended: true, torn: new Uint8Array() };
    start = newline + 1;
  }
  return { events, bytes: start, unended: false, torn: new Uint8Array() };
}

/** A line as event, or what is wrong with it. */
function readLine(raw: Buffer, n: number, previous: string, hashes: boolean, shared: Editions | undefined): Event | Blank | string {
  const head = HEAD.exec(raw.toString("latin1", 0, LONGEST));
  const type = head?.[5] ?? "";
  if (head === null || !isType(type)) return misfit(raw);
  const [lead, own = "", span = "", number, at = "", , ch, sum, salt] = head;
  const chained = { n, at, hash: own, ch: Number(ch), type };
  const isNext = Number(number) === n && (!hashes || sha256(previous + span) === own);
  // What concerns the case itself stands in chapter 0.
  if ((CASE.has(type) && chained.ch !== 0) || raw.at(-1) !== CLOSE) return misfit(raw);
  if (salt === undefined && lead.length !== raw.length) return misfit(raw);
  if (salt === undefined) return isNext ? { ...chained, body: null } : nl.journal.broken;
  const said = raw.subarray(lead.length, -1);
  const known = type === "begun" ? shared?.known(said) : undefined;
  if (known !== undefined) return isNext ? { ...chained, type: "begun", body: known } : nl.journal.broken;
  // Bytes that are no UTF-8 are read as the same sign as others; of those that are, the text has the same hash.
  if (!isUtf8(said)) return nl.journal.noText;
  const text = said.toString("utf8");
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    return misfit(raw);
  }
  if (!BODIES[type](body)) return misfit(raw);
  if (!isNext) return nl.journal.broken;
  // The schema has just said which body belongs to which type; the compiler cannot read that from it.
  const event = { ...chained, body } as Event;
  if (!hashes) return event;
  if (sha256(type === "begun" ? Buffer.concat([Buffer.from(salt), said]) : salt + text) !== sum) return nl.journal.bodyChanged;
  if (event.type === "begun") shared?.keep(said, event.body);
  return event;
}

/** A line up to its body, or all of one that was erased, as the schema has it: what its hash covers in one group, and each part of that. */
const HEAD = new RegExp(
  [
    String.raw`^\{"hash":"([0-9a-f]{64})",`,
    String.raw`("n":([1-9]\d*),"at":"(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:Z|[+-]\d\d:\d\d))","type":"([a-z-]+)",`,
    String.raw`"ch":(0|[1-9]\d*),"sum":"([0-9a-f]{64})")(?:,"salt":"([0-9a-f]{32})","body":|\}$)`,
  ].join(""),
);
/** A head is shorter. */
const LONGEST = 400;
const CLOSE = "}".charCodeAt(0);

const BODIES: Readonly<Record<EventType, (body: unknown) => boolean>> = {
  opened: shape.opened,
  begun: shape.begun,
  answered: shape.answered,
  added: shape.added,
  changed: shape.changed,
  removed: shape.removed,
  closed: shape.closed,
  finished: shape.finished,
  noted: shape.noted,
  erased: shape.erased,
  recovered: shape.recovered,
  "taken-over": shape.taken_over,
  kept: shape.kept,
};
const isType = (text: string): text is EventType => Object.hasOwn(BODIES, text);
const CASE: ReadonlySet<EventType> = new Set(["opened", "erased", "recovered", "taken-over", "kept"]);

/** What is wrong with a line that is not as we write it. @throws JournalDefect when a newer program wrote it */
function misfit(raw: Buffer): string {
  if (!isUtf8(raw)) return nl.journal.noText;
  let line: unknown;
  try {
    line = JSON.parse(raw.toString("utf8"));
  } catch {
    return nl.journal.noJson;
  }
  if (isNewer(line)) throw new JournalDefect(nl.journal.newer);
  return nl.journal.shape;
}

function isNewer(line: unknown): boolean {
  if (typeof line !== "object" || line === null || !("type" in line) || line.type !== "opened" || !("body" in line)) return false;
  const { body } = line;
  return typeof body === "object" && body !== null && "format" in body && typeof body.format === "number" && body.format > 1;
}
