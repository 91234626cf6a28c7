/** One writer for a case. A lock is stale only when its process is proven dead, never by age: a suspended process keeps it. */
import { constants } from "node:fs";
import { hostname } from "node:os";
import { JournalDefect } from "../core/defect.ts";
import type { TakenOver } from "../core/formats.ts";
import { nl } from "../core/nl.ts";
import type { Holding } from "../ports.ts";
import type { Disk } from "./disk.ts";
import { codeOf, onDisk, remove, writeAll } from "./files.ts";
import { isDead, NOBODY, parsed, self, type Holder } from "./holder.ts";
import { besideOf, nameOf } from "./place.ts";

export interface Lock {
  (): void;
  /** @throws JournalDefect when somebody else has it by now */
  readonly assertHeld: () => void;
  /** The dead process whose lock was taken over. */
  readonly tookOver: TakenOver | undefined;
}

/**
 * Takes the lock of a case file.
 * @returns a function that gives it back
 * @throws JournalDefect saying who has it
 */
export function lock(disk: Disk, path: string): Lock {
  const place = placeOf(path);
  const own = self();
  for (let attempt = 1; !link(disk, place, own); attempt++) {
    const text = onDisk(place, () => read(disk, place));
    if (text === undefined) continue;
    const holder = parsed(text);
    if (attempt >= 10 || !isDead(holder)) throw new JournalDefect(nl.journal.inUse(holder.host, holder.pid, holder.since));
    onDisk(place, () => evict(disk, place, text, own.nonce));
  }
  const isOurs = (): boolean => parsed(onDisk(place, () => read(disk, place)) ?? "").nonce === own.nonce;
  const release = (): void => {
    try {
      if (isOurs()) remove(disk, place);
    } catch {
      // Left behind, it is that of a process that has ended: the next one takes it over.
    }
  };
  const assertHeld = (): void => {
    if (!isOurs()) throw new JournalDefect(nl.journal.changedMeanwhile(path));
  };
  try {
    return Object.assign(release, { assertHeld, tookOver: onDisk(place, () => evicted(disk, path)) });
  } catch (error) {
    release();
    throw error;
  }
}

const placeOf = (path: string): string => `${nameOf(path)}.lock`;

/** Who has the lock of a case file; undefined when nobody has. */
export function holdingOf(disk: Disk, path: string): Holding | undefined {
  const place = placeOf(path);
  const text = onDisk(place, () => read(disk, place));
  return text === undefined ? undefined : heldBy(parsed(text));
}

const heldBy = (holder: Holder): Holding => ({
  nonce: holder.nonce,
  host: holder.host,
  pid: holder.pid,
  since: holder.since,
  fate: isDead(holder) ? "dead" : holder.host === hostname() ? "lives" : "unknown",
});

/**
 * Makes the lock of a process on another machine one that nobody holds, so that whoever comes next takes it over and says so.
 * @throws JournalDefect when it is no longer that lock, or its process lives on this machine
 */
export function giveUp(disk: Disk, path: string, { nonce }: Holding): void {
  const place = placeOf(path);
  const text = onDisk(place, () => read(disk, place));
  if (text === undefined) return;
  const holder = parsed(text);
  const { host, pid, since } = holder;
  const ours = self().nonce;
  if (
    holder.nonce !== nonce ||
    heldBy(holder).fate !== "unknown" ||
    !onDisk(place, () => evict(disk, place, text, ours)) ||
    !link(disk, place, { ...holder, nonce: NOBODY }, ours)
  )
    throw new JournalDefect(nl.journal.inUse(host, pid, since));
  remove(disk, place + "." + ours + AWAY);
}

/** Writes the lock elsewhere and links it into place: it appears whole, and for one process only. After a power cut nobody holds it, so nothing is synced. */
function link(disk: Disk, place: string, own: Holder, name = own.nonce): boolean {
  const whole = `${place}.${name}`;
  try {
    onDisk(whole, () => {
      const descriptor = disk.openSync(whole, constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL | constants.O_NOFOLLOW, 0o600);
      try {
        writeAll(disk, descriptor, Buffer.from(JSON.stringify(own), "utf8"));
      } finally {
        disk.closeSync(descriptor);
      }
    });
    return onDisk(place, () => linked(disk, whole, place));
  } finally {
    try {
      remove(disk, whole);
    } catch {
      // Left behind, it is swept by who opens the case next.
    }
  }
}

/** false when a lock is there, and when what was to become the lock was swept meanwhile: whoever did that has the lock. */
function linked(disk: Disk, whole: string, place: string): boolean {
  try {
    disk.linkSync(whole, place);
    return true;
  } catch (error) {
    if (codeOf(error) === "EEXIST" || codeOf(error) === "ENOENT") return false;
    throw error;
  }
}

/** Takes away what processes left that died while they took the lock of this case. For who has the lock. */
export function sweepLocks(disk: Disk, path: string): void {
  for (const left of besideOf(disk, path)) {
    if (!/\.lock\.[0-9a-f]+(\.old)?$/.test(left)) continue;
    const text = read(disk, left);
    if (text !== undefined && isDead(parsed(text))) remove(disk, left);
  }
}

/** undefined when there is none by now. */
function read(disk: Disk, place: string): string | undefined {
  try {
    return disk.readFileSync(place, "utf8");
  } catch (error) {
    if (codeOf(error) === "ENOENT") return undefined;
    throw error;
  }
}

/** Ends the name of a lock that was moved away. */
const AWAY = ".old";

/**
 * Moves a dead lock away, and puts it back when it turns out to be another one that came in between.
 * It is left where it was moved: who moved it need not be who gets the lock then, and that one has to say whose it was.
 */
function evict(disk: Disk, place: string, dead: string, nonce: string): boolean {
  const away = place + "." + nonce + AWAY;
  try {
    disk.renameSync(place, away);
  } catch {
    return false;
  }
  if (read(disk, away) === dead) return true;
  try {
    disk.linkSync(away, place);
  } catch {
    // A third process holds it now, which is as good: we do not.
  }
  remove(disk, away);
  return false;
}

/** The dead process whose lock was moved away, by us or by one that did not get it. */
function evicted(disk: Disk, path: string): TakenOver | undefined {
  for (const left of besideOf(disk, path)) {
    const text = left.endsWith(AWAY) ? read(disk, left) : undefined;
    const holder = text === undefined ? undefined : parsed(text);
    if (holder !== undefined && isDead(holder)) return { host: holder.host, pid: holder.pid, since: holder.since };
  }
  return undefined;
}
