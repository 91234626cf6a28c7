/** One writer for a case. A lock is stale only when its process is proven dead, never by age: a suspended process keeps it. */
import { randomBytes } from "node:crypto";
import { constants, readFileSync } from "node:fs";
import { hostname } from "node:os";
import { JournalDefect } from "../core/defect.ts";
import type { TakenOver } from "../core/formats.ts";
import { nl } from "../core/nl.ts";
import { systemClock } from "./clock.ts";
import type { Disk } from "./disk.ts";
import { codeOf, onDisk, remove, writeAll } from "./files.ts";
import { nameOf } from "./place.ts";

interface Holder extends TakenOver {
  readonly nonce: string;
  /** Which start of the machine, and when in it the process began; "" where the system does not tell. */
  readonly boot: string;
  readonly start: string;
}

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
  const place = `${nameOf(path)}.lock`;
  const own: Holder = {
    nonce: randomBytes(12).toString("hex"),
    host: hostname(),
    pid: process.pid,
    since: systemClock(),
    boot: bootId(),
    start: startOf(process.pid),
  };
  let tookOver: TakenOver | undefined;
  for (let attempt = 1; !link(disk, place, own); attempt++) {
    const text = read(disk, place);
    if (text === undefined) continue;
    const holder = parsed(text);
    if (attempt >= 10 || !isDead(holder)) throw new JournalDefect(nl.journal.inUse(holder.host, holder.pid, holder.since));
    if (evict(disk, place, text, own.nonce)) tookOver = { host: holder.host, pid: holder.pid, since: holder.since };
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
  return Object.assign(release, { assertHeld, tookOver });
}

/** Writes the lock elsewhere and links it into place: it appears whole, and for one process only. After a power cut nobody holds it, so nothing is synced. */
function link(disk: Disk, place: string, own: Holder): boolean {
  const whole = `${place}.${own.nonce}`;
  try {
    onDisk(whole, () => {
      const descriptor = disk.openSync(whole, constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL | constants.O_NOFOLLOW, 0o600);
      try {
        writeAll(disk, descriptor, Buffer.from(JSON.stringify(own), "utf8"));
      } finally {
        disk.closeSync(descriptor);
      }
    });
    disk.linkSync(whole, place);
    return true;
  } catch (error) {
    if (codeOf(error) === "EEXIST") return false;
    return onDisk(place, () => {
      throw error;
    });
  } finally {
    onDisk(whole, () => {
      remove(disk, whole);
    });
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

/** A lock appears whole, so one that cannot be read was cut off with the machine: nobody holds it. */
function parsed(text: string): Holder {
  try {
    return JSON.parse(text) as Holder;
  } catch {
    return { nonce: "", host: hostname(), pid: 0, since: "?", boot: "", start: "" };
  }
}

/** Moves a dead lock away, and puts it back when it turns out to be another one that came in between. */
function evict(disk: Disk, place: string, dead: string, nonce: string): boolean {
  const away = `${place}.${nonce}.old`;
  try {
    disk.renameSync(place, away);
  } catch {
    return false;
  }
  const same = read(disk, away) === dead;
  if (!same) {
    try {
      disk.linkSync(away, place);
    } catch {
      // A third process holds it now, which is as good: we do not.
    }
  }
  remove(disk, away);
  return same;
}

function isDead(holder: Holder): boolean {
  if (holder.nonce === "") return true;
  if (holder.host !== hostname()) return false;
  const boot = bootId();
  if (boot !== "" && holder.boot !== "" && boot !== holder.boot) return true;
  try {
    process.kill(holder.pid, 0);
  } catch (error) {
    return codeOf(error) === "ESRCH";
  }
  const start = startOf(holder.pid);
  return start !== "" && holder.start !== "" && start !== holder.start;
}

function bootId(): string {
  try {
    return readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim();
  } catch {
    return "";
  }
}

function startOf(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${String(pid)}/stat`, "utf8");
    return stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19] ?? "";
  } catch {
    return "";
  }
}
