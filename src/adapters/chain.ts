/** The format of a case file: JSON Lines whose hashes form a chain. Bytes <-> events; no disk here. */
import { isUtf8 } from "node:buffer";
import { JournalDefect } from "../core/defect.ts";
import type { Blank, Event, NewEvent } from "../core/event.ts";
import type { EventLine } from "../core/formats.ts";
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

/**
 * Reads a case file and checks its chain.
 * @param hashes false: everything but the hashes, for who has `decode` look at them before anything rests on what was read
 * @throws JournalDefect naming the first line that is wrong; a last line that is not sound is no defect but `torn`, when it has no newline
 * or there are zeros in it
 */
export function decode(bytes: Uint8Array, hashes = true): Decoded {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const events: (Event | Blank)[] = [];
  let previous = "";
  let start = 0;
  while (start < buffer.length) {
    const newline = buffer.indexOf(10, start);
    const end = newline < 0 ? buffer.length : newline;
    const raw = buffer.subarray(start, end);
    // Bytes that are no UTF-8 are read as the same sign as others; those that are, are hashed as they stand.
    const line = isUtf8(raw) ? readLine(raw, events.length + 1, previous, hashes) : nl.journal.noText;
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
function readLine(raw: Buffer, n: number, previous: string, hashes: boolean): Event | Blank | string {
  const text = raw.toString("utf8");
  let line: unknown;
  try {
    line = JSON.parse(text);
  } catch {
    return nl.journal.noJson;
  }
  if (isNewer(line)) throw new JournalDefect(nl.journal.newer);
  if (!shape.envelope(line) || !fits(line)) return nl.journal.shape;
  const { at, type, ch, hash: own, sum, salt, body } = line;
  const span = covered(n, at, type, ch, sum);
  if (line.n !== n || (hashes && sha256(previous + span) !== own)) return nl.journal.broken;
  if (body === undefined || salt === undefined)
    return text === `{"hash":"${own}",${span}}` ? { n, at, hash: own, ch, type, body: null } : nl.journal.shape;
  const lead = `{"hash":"${own}",${span},"salt":"${salt}","body":`;
  if (!text.startsWith(lead)) return nl.journal.shape;
  if (!hashes) return asEvent(line);
  // The lead has one byte for each sign. As bytes, as in `encode`.
  const said = Buffer.concat([Buffer.from(salt), raw.subarray(lead.length, -1)]);
  return sha256(said) === sum ? asEvent(line) : nl.journal.bodyChanged;
}

/** Whether the body is one of its type; and what concerns the case itself stands in chapter 0. */
function fits({ type, ch, body }: EventLine): boolean {
  if (CASE.has(type) && ch !== 0) return false;
  return body === undefined || shape[type === "taken-over" ? "taken_over" : type](body);
}

const CASE: ReadonlySet<string> = new Set(["opened", "erased", "recovered", "taken-over", "kept"]);

// The schema has just said which body belongs to which type; the compiler cannot read that from it.
const asEvent = ({ n, at, hash, ch, type, body }: EventLine): Event => ({ type, ch, body, n, at, hash }) as Event;

function isNewer(line: unknown): boolean {
  if (typeof line !== "object" || line === null || !("type" in line) || line.type !== "opened" || !("body" in line)) return false;
  const { body } = line;
  return typeof body === "object" && body !== null && "format" in body && typeof body.format === "number" && body.format > 1;
}
