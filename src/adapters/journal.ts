/** A case file that is open: its events, and the promise that each is on the disk before it counts. */
import { dirname } from "node:path";
import { erasing } from "../core/case.ts";
import { DiskDefect, JournalDefect } from "../core/defect.ts";
import type { Blank, Event, NewEvent } from "../core/event.ts";
import type { Clock, Journal } from "../ports.ts";
import { forget } from "./forget.ts";
import { blanked, decode, encode } from "./chain.ts";
import type { Disk } from "./disk.ts";
import { draftFile } from "./draft.ts";
import { writeNew } from "./files.ts";
import { lock, type Lock } from "./lock.ts";
import { SEALED, twinOf } from "./place.ts";
import { named, readCase, type Read } from "./read.ts";
import { takeAway, settle } from "./settle.ts";
import { plainStore, sealedStore, sealFor, type Store } from "./store.ts";
import { sweep, sweepFolder } from "./sweep.ts";
import { keepAside, moveTorn } from "./torn.ts";
import type { Vault } from "./vault.ts";

/** Makes 32 hex digits for the n-th line; never the same twice in one file. */
export type Salt = (n: number) => string;

export interface Tools {
  readonly disk: Disk;
  readonly vault: Vault;
  readonly clock: Clock;
  readonly salt: Salt;
}

/**
 * Makes a new case file of a first few events; encrypted when its name ends so.
 * @returns null when the name is taken
 * @throws DiskDefect when the disk refuses; the file is then not there
 */
export async function createCase(path: string, first: readonly NewEvent[], tools: Tools): Promise<Journal | null> {
  let held: Lock;
  try {
    held = lock(tools.disk, path);
  } catch (error) {
    // Somebody is working on it, so it is there.
    if (error instanceof JournalDefect) return null;
    throw error;
  }
  try {
    const { bytes, events } = chained([], first, tools);
    const content = path.endsWith(SEALED) ? await sealFor(tools.vault, events)(bytes) : bytes;
    writeNew(tools.disk, path, content);
    return opened(
      path,
      { events, bytes: bytes.length, unended: false, torn: new Uint8Array(), source: content, plain: bytes, proven: true },
      tools,
      held,
    );
  } catch (error) {
    held();
    if (error instanceof DiskDefect && error.code === "EEXIST") return null;
    throw error;
  }
}

/**
 * Opens a case for writing. A torn last line was never acknowledged: it is kept aside, cut off, and that is written down.
 * @param before the case as it was just read
 * @throws JournalDefect when it is missing, damaged or in use
 */
export async function openCase(path: string, tools: Tools, before?: Read): Promise<Journal> {
  // First read: a file that is no case gets no lock beside it.
  const seen = before ?? (await readCase(path, tools));
  const held = lock(tools.disk, path);
  try {
    const place = await settle(path, tools);
    // Read again: only under the lock it can no longer change.
    const read = await readCase(place, tools, place === path ? seen : undefined);
    const tidy = (): void => {
      sweepFolder(tools.disk, dirname(place));
      sweep(tools.disk, place);
    };
    if (read.proven) tidy();
    if (read.torn.length > 0) keepAside(tools.disk, place, read.torn);
    const journal = opened(place, read, tools, held, tidy);
    const draft = await journal.draft();
    // Written again, or taken away: it may have been kept in another way than the case is now, or have been answered.
    await journal.keep(draft);
    const incidents: NewEvent[] = [];
    if (read.torn.length > 0) incidents.push({ type: "recovered", ch: 0, body: { bytes: read.torn.length, draft: false } });
    if (held.tookOver !== undefined) incidents.push({ type: "taken-over", ch: 0, body: held.tookOver });
    if (held.tookOver !== undefined && draft !== undefined)
      incidents.push({ type: "recovered", ch: 0, body: { bytes: Buffer.byteLength(JSON.stringify(draft)), draft: true } });
    if (incidents.length > 0) await journal.append(incidents);
    return journal;
  } catch (error) {
    held();
    throw error;
  }
}

/** @param tidy what waits until the case is proven; a case that is read so, has nothing waiting */
function opened(start: string, read: Read, tools: Tools, held: Lock, tidy?: () => void): Journal {
  const { disk, vault } = tools;
  const events: (Event | Blank)[] = [...read.events];
  const seal = sealFor(vault, events);
  const storeOf = (place: string, plain: Uint8Array): Store =>
    place.endsWith(SEALED) ? sealedStore(disk, place, plain, seal) : plainStore(disk, place, plain.length);
  let path = start;
  let store = storeOf(path, read.plain.subarray(0, read.bytes));
  let { proven } = read;
  let closed = false;
  const prove = (): void => {
    if (proven) return;
    try {
      decode(read.plain);
    } catch (error) {
      throw named(path, error);
    }
    proven = true;
    // Without its lock, others may be at work there.
    if (!closed) tidy?.();
  };
  let drafts = draftFile(tools, path, events, seal, prove);
  let gap = read.unended ? "\n" : "";

  const append = async (fresh: readonly NewEvent[]): Promise<readonly Event[]> => {
    held.assertHeld();
    prove();
    const { bytes, events: lines } = chained(events, fresh, tools);
    await store.add(Buffer.concat([Buffer.from(gap), bytes]));
    gap = "";
    events.push(...lines);
    return lines;
  };
  return {
    get path() {
      return path;
    },
    events,
    prove,
    append,
    erase: async (line, ground) => {
      held.assertHeld();
      prove();
      forget(disk, dirname(path));
      const gone = events[line - 1];
      const { bytes, events: lines } = chained(events, [erasing(gone, line, ground)], tools);
      await store.replace(Buffer.concat([blanked(store.content(), line), Buffer.from(gap), bytes]));
      gap = "";
      if (gone !== undefined) events[line - 1] = { n: gone.n, at: gone.at, hash: gone.hash, ch: gone.ch, type: gone.type, body: null };
      events.push(...lines);
    },
    keepAs: async (encrypted, recipients) => {
      held.assertHeld();
      prove();
      forget(disk, dirname(path));
      const { bytes, events: said } = chained(events, [{ type: "kept", ch: 0, body: { encrypted, recipients: [...recipients] } }], tools);
      const plain = Buffer.concat([store.content(), Buffer.from(gap), bytes]);
      const old = path;
      const moves = old.endsWith(SEALED) !== encrypted;
      const draft = await drafts.read();
      if (moves) {
        const content = encrypted ? await vault.seal(plain, recipients) : plain;
        // From here on there are two files, until the old one is taken away; openCase ends what a cut leaves half done. Only the
        // new one says how the case is kept now: it is the longer one, and a case never says of itself what did not come about.
        store = store.leave(() => {
          writeNew(disk, twinOf(old), content);
          return storeOf(twinOf(old), plain);
        });
        path = twinOf(old);
        drafts = draftFile(tools, path, events, seal, prove);
      } else await store.replace(plain, () => vault.seal(plain, recipients));
      gap = "";
      events.push(...said);
      await drafts.keep(draft);
      if (!moves) return said;
      await moveTorn(disk, path, seal);
      takeAway(disk, old);
      return said;
    },
    draft: () => drafts.read(),
    keep: (draft) => drafts.keep(draft),
    close: () => {
      if (closed) return;
      closed = true;
      store.close();
      held();
    },
  };
}

/** What follows in the chain after these events. */
function chained(
  events: readonly (Event | Blank)[],
  fresh: readonly NewEvent[],
  { clock, salt }: Tools,
): { readonly bytes: Uint8Array; readonly events: readonly Event[] } {
  const at = clock();
  let previous = events.at(-1)?.hash ?? "";
  const lines = fresh.map((event, i) => {
    const n = events.length + i + 1;
    const line = encode(event, n, at, previous, salt(n));
    previous = line.event.hash;
    return line;
  });
  return { bytes: Buffer.concat(lines.map(({ bytes }) => bytes)), events: lines.map(({ event }) => event) };
}
