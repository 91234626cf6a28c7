/** Taking away what processes left that were cut off: files that were being written, and locks. */
import { dirname, join, relative, resolve } from "node:path";
import { Defect } from "../core/defect.ts";
import type { Disk } from "./disk.ts";
import { codeOf, isLeftover, LEFTOVER, leftoverOf, onDisk, remove, writeNew } from "./files.ts";
import { isDead, parsed, self, type Holder } from "./holder.ts";
import { lock, sweepLocks } from "./lock.ts";
import { besideOf, ENDING, isCaseName, nameOf } from "./place.ts";

/** Takes away what a writer of this case left that was cut off. For who has its lock: nobody else is writing then. */
export function sweep(disk: Disk, path: string): void {
  onDisk(path, () => {
    for (const left of besideOf(disk, path)) if (left.endsWith(LEFTOVER)) remove(disk, left);
    sweepLocks(disk, path);
  });
}

/**
 * Has a document written that is made of a case. Where it is going, what is not whole yet can be read by who can look there: so a line
 * beside the case says where that is, before it is there, and whoever works in the folder next takes it away if this process dies.
 * @param write writes it under that name first
 * @param of the case
 */
export function promised(disk: Disk, path: string, of: string, write: (own: string) => void): void {
  const own = leftoverOf(path);
  const promise = `${nameOf(of)}.${self().nonce}${PROMISE}`;
  try {
    writeNew(disk, promise, JSON.stringify({ ...self(), written: relative(dirname(of), own) } satisfies Promised));
  } catch (error) {
    // A case on a disk that cannot be written to is still read.
    if (!(error instanceof Defect)) throw error;
  }
  try {
    write(own);
  } finally {
    // What the disk does not take away now, stands until this process has ended.
    tried(() => kept(disk, promise, own));
  }
}

const PROMISE = ".uitvoer";

interface Promised extends Holder {
  /** From the folder of the case. */
  readonly written: string;
}

/** What was on its way goes first, then the line about it. */
function kept(disk: Disk, promise: string, written: string): void {
  remove(disk, written);
  remove(disk, promise);
}

/**
 * Takes away what dead processes left in a folder of cases: documents on their way, and cases that were never made, which nobody opens.
 * What cannot be taken away, is left: this is no reason not to work.
 */
export function sweepFolder(disk: Disk, folder: string): void {
  const names = tried(() => disk.readdirSync(folder)) ?? [];
  for (const name of names) if (name.endsWith(PROMISE)) tried(() => redeem(disk, join(folder, name)));
  const made = new Set(names.filter(isCaseName).map(nameOf));
  const begun = new Set(names.flatMap((name) => BEGUN.exec(name)?.[1] ?? []));
  for (const id of begun) if (!made.has(id)) tried(() => sweepUnmade(disk, join(folder, id + ENDING)));
}

/** A lock, or a case that was being written. */
const BEGUN = /^(\d{4}-\d\d-\d\d-[a-z0-9]+)\.(?:lock(?:\.[0-9a-f]+(?:\.old)?)?|jsonl(?:\.age)?\.[0-9a-f]{12}\.tmp)$/;

function redeem(disk: Disk, promise: string): void {
  const text = disk.readFileSync(promise, "utf8");
  if (!isDead(parsed(text))) return;
  const said: unknown = JSON.parse(text);
  const written = typeof said === "object" && said !== null && "written" in said ? String(said.written) : "";
  // Only ever what has such a name.
  if (isLeftover(`.${written.split(".").slice(-2).join(".")}`)) kept(disk, promise, resolve(dirname(promise), written));
}

/** Under its lock: whoever is making it now, has that. */
function sweepUnmade(disk: Disk, path: string): void {
  const held = lock(disk, path);
  try {
    sweep(disk, path);
  } finally {
    held();
  }
}

/** undefined when the disk refused, or somebody has the lock. */
function tried<T>(action: () => T): T | undefined {
  try {
    return action();
  } catch (error) {
    if (error instanceof Defect || error instanceof SyntaxError || codeOf(error) !== "") return undefined;
    throw error;
  }
}
