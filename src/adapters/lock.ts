/** One writer for a case. A lock is stale only when its process is proven dead, never by age: a suspended process keeps it. */
import { randomBytes } from "node:crypto";
import { linkSync, readFileSync, renameSync, unlinkSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { JournalDefect } from "../core/defect.ts";
import type { TakenOver } from "../core/formats.ts";
import { nl } from "../core/nl.ts";
import { systemClock } from "./clock.ts";
import { codeOf, onDisk } from "./files.ts";

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
export function lock(path: string): Lock {
  const place = path.replace(/\.jsonl$/, "") + ".lock";
  const own: Holder = {
    nonce: randomBytes(12).toString("hex"),
    host: hostname(),
    pid: process.pid,
    since: systemClock(),
    boot: bootId(),
    start: startOf(process.pid),
  };
  let tookOver: TakenOver | undefined;
  for (let attempt = 1; !link(place, own); attempt++) {
    const holder = read(place);
    if (holder === undefined && attempt < 10) continue;
    if (holder === undefined || !isDead(holder) || attempt >= 10)
      throw new JournalDefect(nl.journal.inUse(holder?.host ?? "?", holder?.pid ?? 0, holder?.since ?? "?"));
    if (evict(place, holder, own.nonce)) tookOver = { host: holder.host, pid: holder.pid, since: holder.since };
  }
  const isOurs = (): boolean => read(place)?.nonce === own.nonce;
  const release = (): void => {
    if (isOurs()) unlinkSync(place);
  };
  const assertHeld = (): void => {
    if (!isOurs()) throw new JournalDefect(nl.journal.changedMeanwhile(path));
  };
  return Object.assign(release, { assertHeld, tookOver });
}

/** Writes the lock elsewhere and links it into place: it appears whole, and for one process only. After a power cut nobody holds it, so nothing is synced. */
function link(place: string, own: Holder): boolean {
  const whole = `${place}.${own.nonce}`;
  onDisk(whole, () => {
    writeFileSync(whole, JSON.stringify(own), { flag: "wx", mode: 0o600 });
  });
  try {
    linkSync(whole, place);
    return true;
  } catch (error) {
    if (codeOf(error) === "EEXIST") return false;
    return onDisk(place, () => {
      throw error;
    });
  } finally {
    unlinkSync(whole);
  }
}

function read(place: string): Holder | undefined {
  try {
    return JSON.parse(readFileSync(place, "utf8")) as Holder;
  } catch {
    return undefined;
  }
}

/** Moves a dead lock away, and puts it back when it turns out to be another one that came in between. */
function evict(place: string, dead: Holder, nonce: string): boolean {
  const away = `${place}.${nonce}.old`;
  try {
    renameSync(place, away);
  } catch {
    return false;
  }
  const same = read(away)?.nonce === dead.nonce;
  if (!same) {
    try {
      linkSync(away, place);
    } catch {
      // A third process holds it now, which is as good: we do not.
    }
  }
  unlinkSync(away);
  return same;
}

function isDead(holder: Holder): boolean {
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
