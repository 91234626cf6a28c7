/** Taking a case away: first a line about it that lasts, then the case with all that belongs to it. */
import { constants, existsSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { JournalDefect } from "../core/defect.ts";
import type { Blank, Event } from "../core/event.ts";
import { nl } from "../core/nl.ts";
import type { Disk } from "./disk.ts";
import { LEFTOVER, onDisk, remove, syncFolder, writeAll } from "./files.ts";
import { lock } from "./lock.ts";
import { besideOf, nameOf, twinOf } from "./place.ts";

/** Where the lines stand, in the folder of the case. */
const CERTIFICATES = "verwijderd.txt";

/** What stands beside a case and is the program's: a draft, and torn lines. A record that the user wrote there is hers. */
const OURS = /^\.(concept|jsonl(\.age)?\.torn-\d+)(\.age)?$/;

/**
 * Takes a case away under its lock. The certificate is on the disk before anything goes, and stands only when the case went: a
 * failure takes it back. Only a cut in between leaves both; the next removal then finds its line there, if it says the same.
 * The case itself goes last, so that nothing of it stays behind unseen.
 * @param certificate one line that names the fingerprint of the last line
 * @param read reads the case, damaged ones refused
 * @throws JournalDefect when it is in use, damaged, in two files, or no longer the one that the certificate names; nothing changed then
 * @throws DiskDefect when the disk refuses
 */
export async function removeCase(
  disk: Disk,
  path: string,
  certificate: string,
  read: (path: string) => Promise<{ readonly events: readonly (Event | Blank)[] }>,
): Promise<void> {
  // First read: a file that is no case gets no lock beside it.
  await read(path);
  const held = onDisk(path, () => lock(disk, path));
  try {
    if (existsSync(twinOf(path))) throw new JournalDefect(nl.purge.twoFiles);
    const fingerprint = (await read(path)).events.at(-1)?.hash;
    if (fingerprint === undefined || !certificate.includes(fingerprint)) throw new JournalDefect(nl.purge.changed);
    held.assertHeld();
    certified(disk, join(dirname(path), CERTIFICATES), certificate, () => {
      for (const one of besideOf(disk, path)) if (isOurs(path, one)) remove(disk, one);
      remove(disk, path);
    });
  } finally {
    held();
  }
  onDisk(path, () => {
    syncFolder(disk, dirname(path));
  });
}

const isOurs = (path: string, beside: string): boolean =>
  beside.endsWith(LEFTOVER) || OURS.test(basename(beside).slice(basename(nameOf(path)).length));

/** Has a line on the disk, then does what it tells of; when that fails, the line goes again. */
function certified(disk: Disk, file: string, line: string, action: () => void): void {
  onDisk(file, () => {
    const descriptor = disk.openSync(file, constants.O_RDWR | constants.O_APPEND | constants.O_CREAT | constants.O_NOFOLLOW, 0o600);
    try {
      const before = disk.readFileSync(descriptor);
      const text = before.toString("utf8");
      const fresh = text.split("\n").includes(line) ? "" : `${text === "" || text.endsWith("\n") ? "" : "\n"}${line}\n`;
      try {
        writeAll(disk, descriptor, Buffer.from(fresh, "utf8"));
        disk.fsyncSync(descriptor);
        if (before.length === 0) syncFolder(disk, dirname(file));
        action();
      } catch (error) {
        takeBack(disk, descriptor, before.length, Buffer.byteLength(fresh, "utf8"));
        throw error;
      }
    } finally {
      disk.closeSync(descriptor);
    }
  });
}

/** Cuts the file back to what it was, unless another purge has written behind it since. What led here is thrown, not what fails here. */
function takeBack(disk: Disk, descriptor: number, size: number, fresh: number): void {
  try {
    if (disk.fstatSync(descriptor).size <= size + fresh) disk.ftruncateSync(descriptor, size);
  } catch {
    // The line then says more than happened; the case is still there, and listed.
  }
}
