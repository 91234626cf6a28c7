/**
 * What was seen of the cases in a folder, kept so that ten thousand need not all be read again. It can be thrown away at any time, and
 * never says anything wrong: what stands in it counts only for exactly the file that was read, and only when we wrote it ourselves.
 */
import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import { existsSync, realpathSync, statSync, type BigIntStats } from "node:fs";
import { basename, dirname, join } from "node:path";
import { Defect, Stopped } from "../core/defect.ts";
import type { Glance } from "../core/glance.ts";
import type { Catalogue } from "../ports.ts";
import { disk as machine, type Disk } from "./disk.ts";
import { codeOf, isLeftover, privateFolder, remove, replace, writeNew } from "./files.ts";
import { forget, SEEN } from "./forget.ts";
import { SEALED } from "./place.ts";

/** In the user's own folder: who can only write beside the cases, cannot forge it. */
const KEY = "overzicht.sleutel";
/** Fewer cases are read at once. */
const LEAST = 100;
/** A file that was changed so short ago may be changed again without a change of its times. FAT knows two seconds. */
const SETTLED = 3000;
const FORMAT = "meldcode overzicht 1";
const [NONCE, TAG] = [12, 16];

export interface Shelf {
  readonly folder: string;
  /** Where the user's own key is. */
  readonly home: string;
  readonly version: string;
  /** 32 bytes that only who can open the cases has. */
  readonly secret: () => Promise<Uint8Array>;
  readonly disk?: Disk;
  /** In ms. */
  readonly now?: () => number;
  readonly least?: number;
}

/** A case as it was read from exactly this file. */
interface Entry {
  readonly stamp: string;
  readonly glance: Glance;
}

/**
 * Opens what is kept of these cases; of few nothing is.
 * @param paths all cases in the folder: what is kept of others, is dropped
 * @throws Stopped when she stops at the passphrase
 */
export async function catalogue(paths: readonly string[], shelf: Shelf): Promise<Catalogue> {
  const { folder, disk = machine, now = Date.now, least = LEAST } = shelf;
  if (paths.length < least) {
    forget(disk, folder);
    return { known: () => undefined, keep: () => undefined, save: () => Promise.resolve() };
  }
  const drawers = {
    open: await drawer(shelf, SEEN.open, () => Promise.resolve(ownKey(shelf)), paths.some(isOpen)),
    closed: await drawer(shelf, SEEN.closed, shelf.secret, !paths.every(isOpen)),
  };
  const of = (path: string): Drawer => (isOpen(path) ? drawers.open : drawers.closed);
  /** Of each file as it was before it was read. A change from there on gives it another. */
  const stamps = new Map<string, string | undefined>();
  return {
    known: (path) => {
      const stamp = stampOf(path, now() - SETTLED);
      stamps.set(path, stamp);
      const { before, after } = of(path);
      const entry = before.get(basename(path));
      if (entry === undefined || stamp === undefined || entry.stamp !== stamp) return undefined;
      after.set(basename(path), entry);
      return entry.glance;
    },
    keep: (path, glance) => {
      const stamp = stamps.get(path);
      if (stamp !== undefined) of(path).after.set(basename(path), { stamp, glance });
    },
    save: async (isWhole) => {
      for (const one of Object.values(drawers)) await one.save(isWhole);
    },
  };
}

const isOpen = (path: string): boolean => !path.endsWith(SEALED);

/** What tells a file from any other, and from itself after a change; undefined when it is not there, or was changed after `before`. */
function stampOf(path: string, before: number): string | undefined {
  let found: BigIntStats;
  try {
    found = statSync(path, { bigint: true });
  } catch (error) {
    if (codeOf(error) === "") throw error;
    return undefined;
  }
  if (found.ctimeMs > before || found.mtimeMs > before) return undefined;
  return [found.dev, found.ino, found.size, found.mtimeNs, found.ctimeNs].join(".");
}

/** By the name of the file. */
interface Drawer {
  readonly before: ReadonlyMap<string, Entry>;
  readonly after: Map<string, Entry>;
  readonly save: (isWhole: boolean) => Promise<void>;
}

async function drawer(shelf: Shelf, name: string, key: () => Promise<Uint8Array>, isWanted: boolean): Promise<Drawer> {
  const { folder, disk = machine } = shelf;
  const path = join(folder, name);
  const before = isWanted && existsSync(path) ? await opened(path, shelf, key) : new Map<string, Entry>();
  const after = new Map<string, Entry>();
  const isSame = (): boolean => after.size === before.size && [...after].every(([one, entry]) => before.get(one) === entry);
  return {
    before,
    after,
    save: (isWhole) =>
      attempt(undefined, async () => {
        const kept = isWhole ? after : new Map([...before, ...after]);
        if (kept.size === 0) remove(disk, path);
        if (kept.size === 0 || (isWhole && isSame())) return;
        sweep(disk, path);
        replace(disk, path, locked(JSON.stringify([...kept]), await key(), aboutOf(shelf)));
      }),
  };
}

/** What stands in a drawer; nothing when it cannot be opened with this key, or was written by another version or for another folder. */
const opened = (path: string, shelf: Shelf, key: () => Promise<Uint8Array>): Promise<ReadonlyMap<string, Entry>> =>
  attempt(new Map(), async () => {
    const { disk = machine } = shelf;
    const about = aboutOf(shelf);
    const bytes = disk.readFileSync(path);
    // Sealed by us, so it has our shape.
    return new Map(JSON.parse(unlocked(bytes, await key(), about)) as [string, Entry][]);
  });

/** Something can fail here in many ways, and each costs no more than time. @throws Stopped */
async function attempt<T>(instead: T, action: () => Promise<T>): Promise<T> {
  try {
    return await action();
  } catch (error) {
    if (error instanceof Stopped) throw error;
    if (error instanceof Defect || error instanceof SyntaxError || codeOf(error) !== "" || error instanceof Unfit) return instead;
    throw error;
  }
}

class Unfit extends Error {}

/** What a drawer is about; it opens for nothing else. */
const aboutOf = ({ version, folder }: Shelf): Buffer => Buffer.from(JSON.stringify([FORMAT, version, realpathSync(folder)]));

function locked(text: string, key: Uint8Array, about: Uint8Array): Buffer {
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv("aes-256-gcm", key, nonce).setAAD(about);
  const sealed = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]);
}

/** @throws Unfit when one byte of it is not ours */
function unlocked(bytes: Uint8Array, key: Uint8Array, about: Uint8Array): string {
  if (bytes.length < NONCE + TAG) throw new Unfit();
  const decipher = createDecipheriv("aes-256-gcm", key, bytes.subarray(0, NONCE), { authTagLength: TAG }).setAAD(about);
  decipher.setAuthTag(bytes.subarray(NONCE, NONCE + TAG));
  const text = decipher.update(bytes.subarray(NONCE + TAG));
  try {
    decipher.final();
  } catch {
    throw new Unfit();
  }
  return text.toString("utf8");
}

/** The key of the open drawer; made when it is not there. @throws DiskDefect, Unfit */
function ownKey({ home, disk = machine }: Shelf): Uint8Array {
  const path = join(home, KEY);
  if (!existsSync(path)) {
    privateFolder(disk, home);
    writeNew(disk, path, randomBytes(32));
  }
  const key = disk.readFileSync(path);
  if (key.length !== 32) {
    remove(disk, path);
    throw new Unfit();
  }
  return key;
}

/** Takes away what programs left that were cut off while they wrote it. One that is writing now, gives up, and loses nothing. */
function sweep(disk: Disk, path: string): void {
  for (const name of disk.readdirSync(dirname(path))) {
    const left = join(dirname(path), name);
    if (left.startsWith(path) && isLeftover(left.slice(path.length))) remove(disk, left);
  }
}
