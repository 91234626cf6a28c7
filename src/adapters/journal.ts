/** The case file on disk, append only. Well-known packages lose data here (no directory sync, short writes taken for whole ones), so these lines are ours. */
import {
  closeSync,
  constants,
  existsSync,
  fdatasyncSync,
  fstatSync,
  ftruncateSync,
  openSync,
  readFileSync,
  statSync,
  unlinkSync,
} from "node:fs";
import { dirname } from "node:path";
import { DiskDefect, JournalDefect } from "../core/defect.ts";
import type { Blank, Event, NewEvent } from "../core/event.ts";
import { nl } from "../core/nl.ts";
import type { Clock, Journal } from "../ports.ts";
import { decode, encode, type Decoded } from "./chain.ts";
import { codeOf, onDisk, syncFolder, writeAll, writeNew } from "./files.ts";
import { lock, type Lock } from "./lock.ts";

const WRITING = constants.O_RDWR | constants.O_APPEND | constants.O_NOFOLLOW;

/** Makes 32 hex digits for the n-th line; never the same twice in one file. */
export type Salt = (n: number) => string;

/** A case and the bytes it was read from. */
export interface Read extends Decoded {
  readonly source: Uint8Array;
}

/**
 * Reads a case without writing anything.
 * @param before what was read earlier; while the bytes are the same they are not decoded again
 * @throws JournalDefect when it is missing or damaged
 */
export function readCase(path: string, before?: Read): Read {
  try {
    const source = readFileSync(path);
    return before !== undefined && source.equals(before.source) ? before : { ...decode(source), source };
  } catch (error) {
    if (error instanceof JournalDefect) throw new JournalDefect(`${path}: ${error.message}`);
    if (codeOf(error) === "ENOENT" || codeOf(error) === "EISDIR") throw new JournalDefect(nl.journal.missing(path));
    return onDisk(path, () => {
      throw error;
    });
  }
}

/**
 * Makes a new case file of a first few events.
 * @returns null when the name is taken
 * @throws DiskDefect when the disk refuses; the file is then not there
 */
export function createCase(path: string, first: readonly NewEvent[], clock: Clock, salt: Salt): Journal | null {
  let descriptor: number;
  try {
    descriptor = openSync(path, WRITING | constants.O_CREAT | constants.O_EXCL, 0o600);
  } catch (error) {
    if (codeOf(error) === "EEXIST") return null;
    return onDisk(path, () => {
      throw error;
    });
  }
  let held: Lock | undefined;
  try {
    held = lock(path);
    const journal = writer(path, descriptor, { events: [], bytes: 0, unended: false, torn: new Uint8Array() }, clock, salt, held);
    journal.append(first);
    onDisk(path, () => {
      syncFolder(dirname(path));
    });
    return journal;
  } catch (error) {
    unlinkSync(path);
    held?.();
    throw error;
  }
}

/**
 * Opens a case for writing. A torn last line was never acknowledged: it is kept aside, cut off, and that is written down.
 * @param before the case as it was just read
 * @throws JournalDefect when it is missing, damaged or in use
 */
export function openCase(path: string, clock: Clock, salt: Salt, before: Read = readCase(path)): Journal {
  const held = lock(path);
  try {
    // Read again: only under the lock it can no longer change.
    const decoded = readCase(path, before);
    const journal = writer(
      path,
      onDisk(path, () => openSync(path, WRITING)),
      decoded,
      clock,
      salt,
      held,
    );
    if (held.tookOver !== undefined) journal.append([{ type: "taken-over", ch: 0, body: held.tookOver }]);
    return journal;
  } catch (error) {
    held();
    throw error;
  }
}

function writer(path: string, descriptor: number, decoded: Decoded, clock: Clock, salt: Salt, held: Lock): Journal {
  const events: (Event | Blank)[] = [...decoded.events];
  let size = decoded.bytes;
  let gap = decoded.unended ? "\n" : "";
  let dead = false;
  let closed = false;
  const { ino } = fstatSync(descriptor);

  const append = (fresh: readonly NewEvent[]): readonly Event[] => {
    if (dead) throw new DiskDefect(`${nl.disk.failed(path, nl.disk.gaveUp)} ${nl.disk.lastAnswer}`);
    held.assertHeld();
    if (fstatSync(descriptor).size !== size || onDisk(path, () => statSync(path).ino) !== ino)
      throw new JournalDefect(nl.journal.changedMeanwhile(path));
    const at = clock();
    let previous = events.at(-1)?.hash ?? "";
    const lines = fresh.map((event, i) => {
      const line = encode(event, events.length + i + 1, at, previous, salt(events.length + i + 1));
      previous = line.event.hash;
      return line;
    });
    const bytes = Buffer.concat([Buffer.from(gap), ...lines.map((line) => line.bytes)]);
    saving(path, () => {
      try {
        writeAll(descriptor, bytes);
      } catch (error) {
        ftruncateSync(descriptor, size);
        throw error;
      }
      try {
        fdatasyncSync(descriptor);
      } catch (error) {
        // What a failed sync left on the disk is unknown, and trying again would report success: never use it again.
        dead = true;
        throw error;
      }
    });
    size += bytes.length;
    gap = "";
    events.push(...lines.map(({ event }) => event));
    return lines.map(({ event }) => event);
  };

  const journal: Journal = {
    path,
    events,
    append,
    close: () => {
      if (closed) return;
      closed = true;
      closeSync(descriptor);
      held();
    },
  };
  if (decoded.torn.length > 0) {
    keepAside(path, decoded.torn);
    onDisk(path, () => {
      ftruncateSync(descriptor, size);
    });
    append([{ type: "recovered", ch: 0, body: { bytes: decoded.torn.length, draft: false } }]);
  }
  return journal;
}

/** As onDisk, and says what the user must know. */
function saving(path: string, action: () => void): void {
  try {
    onDisk(path, action);
  } catch (error) {
    throw error instanceof DiskDefect ? new DiskDefect(`${error.message} ${nl.disk.lastAnswer}`) : error;
  }
}

/** Puts torn bytes in a file beside the case, under the first free name. */
function keepAside(path: string, torn: Uint8Array): void {
  let i = 1;
  while (existsSync(`${path}.torn-${String(i)}`)) i++;
  writeNew(`${path}.torn-${String(i)}`, torn);
}
