/**
 * The bytes of a case file on the disk. Well-known packages lose data here (no directory sync, short writes taken for whole ones),
 * so these lines are ours.
 */
import { constants } from "node:fs";
import { DiskDefect, JournalDefect } from "../core/defect.ts";
import type { Blank, Event } from "../core/event.ts";
import { nl } from "../core/nl.ts";
import type { Disk } from "./disk.ts";
import { leftoverOf, onDisk, replace, writeAll } from "./files.ts";
import type { Vault } from "./vault.ts";

export interface Store {
  /** What stands in it now, readable. */
  readonly content: () => Uint8Array;
  /** Puts bytes behind what is there; they are on the disk when this returns. @throws DiskDefect the file is then as it was */
  readonly add: (plain: Uint8Array) => Promise<void>;
  /** Puts other bytes in place of all of it. @param by what seals them from now on @throws DiskDefect the file is then as it was */
  readonly replace: (plain: Uint8Array, by?: Seal) => Promise<void>;
  /** Goes on in the store that `elsewhere` makes; this one is closed. @throws DiskDefect nothing is saved here any more either */
  readonly leave: (elsewhere: () => Store) => Store;
  readonly close: () => void;
}

export type Seal = (plain: Uint8Array) => Promise<Uint8Array>;

/** Seals for the user and for who else can open the case, as that was last written down. @param events of the case, as they come */
export const sealFor =
  (vault: Vault, events: readonly (Event | Blank)[]): Seal =>
  (plain) => {
    const kept = events.findLast((event) => event.type === "kept" && event.body !== null);
    return vault.seal(plain, kept?.body.recipients ?? []);
  };

const DONE = Promise.resolve();
const WRITING = constants.O_RDWR | constants.O_APPEND | constants.O_NOFOLLOW;

/**
 * A readable file: what is added, is appended.
 * @param size how many bytes of it are sound; what stands behind them was never acknowledged and is cut off
 */
export function plainStore(disk: Disk, path: string, size: number): Store {
  const saving = saver(path);
  let length = size;
  let descriptor = onDisk(path, () => disk.openSync(path, WRITING));
  let { ino, size: found } = onDisk(path, () => disk.fstatSync(descriptor));
  const cut = (): void => {
    disk.ftruncateSync(descriptor, length);
  };
  if (found > size) onDisk(path, cut);

  const assertSame = (): void => {
    if (disk.fstatSync(descriptor).size !== length || disk.statSync(path).ino !== ino) throw changed(path);
  };
  const close = (): void => {
    try {
      disk.closeSync(descriptor);
    } catch {
      // All that was saved was synced: nothing depends on what close says.
    }
  };
  return {
    content: () => onDisk(path, () => disk.readFileSync(path)),
    add: (plain) => {
      saving((fate) => {
        assertSame();
        fate.unsure = true;
        try {
          writeAll(disk, descriptor, plain);
        } catch (error) {
          cut();
          fate.unsure = false;
          throw error;
        }
        disk.fdatasyncSync(descriptor);
      });
      length += plain.length;
      return DONE;
    },
    replace: (plain) => {
      saving((fate) => {
        assertSame();
        replace(disk, path, plain, leftoverOf(path), () => {
          fate.unsure = true;
        });
        const fresh = disk.openSync(path, WRITING);
        close();
        descriptor = fresh;
        ({ ino, size: found } = disk.fstatSync(descriptor));
      });
      length = plain.length;
      return DONE;
    },
    leave: (elsewhere) =>
      saving((fate) => {
        assertSame();
        fate.unsure = true;
        const next = elsewhere();
        close();
        return next;
      }),
    close,
  };
}

/** An encrypted file is written anew each time and moved into place. @param plain what stands in it */
export function sealedStore(disk: Disk, path: string, plain: Uint8Array, seal: Seal): Store {
  const saving = saver(path);
  let content = plain;
  let { ino, size } = onDisk(path, () => disk.statSync(path));
  const assertSame = (): void => {
    const now = disk.statSync(path);
    if (now.ino !== ino || now.size !== size) throw changed(path);
  };
  const put = async (wanted: Uint8Array, by = seal): Promise<void> => {
    const sealed = await by(wanted);
    saving((fate) => {
      assertSame();
      replace(disk, path, sealed, leftoverOf(path), () => {
        fate.unsure = true;
      });
      ({ ino, size } = disk.statSync(path));
    });
    content = wanted;
  };
  return {
    content: () => content,
    add: (more) => put(Buffer.concat([content, more])),
    replace: put,
    leave: (elsewhere) =>
      saving((fate) => {
        assertSame();
        fate.unsure = true;
        return elsewhere();
      }),
    close: () => undefined,
  };
}

/** Whether a failure now leaves it open what stands on the disk. */
interface Fate {
  unsure: boolean;
}

/**
 * Runs what saves. After a failure that leaves it open what stands on the disk (a failed sync that is tried again reports success),
 * nothing is saved any more; after any other the next attempt may do better.
 */
function saver(path: string): <T>(action: (fate: Fate) => T) => T {
  let dead = false;
  return (action) => {
    if (dead) throw new DiskDefect(`${nl.disk.failed(path, nl.disk.gaveUp)} ${nl.disk.afterUnsure}`);
    const fate: Fate = { unsure: false };
    try {
      return onDisk(path, () => action(fate));
    } catch (error) {
      dead = fate.unsure;
      if (!(error instanceof DiskDefect)) throw error;
      throw new DiskDefect(`${error.message} ${fate.unsure ? nl.disk.unsure : nl.disk.lastAnswer}`, error.code, fate.unsure);
    }
  };
}

const changed = (path: string): JournalDefect => new JournalDefect(nl.journal.changedMeanwhile(path));
