/** Small promises about files: private folders, whole files, errors in words. */
import { randomBytes } from "node:crypto";
import { constants, existsSync, readFileSync } from "node:fs";
import { dirname } from "node:path";
import { Defect, DiskDefect, type JournalDefect } from "../core/defect.ts";
import { nl } from "../core/nl.ts";
import type { Disk } from "./disk.ts";

/** The code of a system error, such as ENOENT; "" for any other error. */
export const codeOf = (error: unknown): string =>
  error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : "";

/** Runs what touches the disk. @throws DiskDefect in place of a system error; any other error comes through */
export function onDisk<T>(path: string, action: () => T): T {
  try {
    return action();
  } catch (error) {
    if (error instanceof Defect || codeOf(error) === "") throw error;
    throw new DiskDefect(nl.disk.failed(path, nl.disk.why[codeOf(error)] ?? codeOf(error)), codeOf(error));
  }
}

/** Makes a folder that only its owner may enter, with the folders above it. After this they survive a power cut. */
export function privateFolder(disk: Disk, path: string): void {
  if (existsSync(path)) return;
  onDisk(path, () => {
    const first = disk.mkdirSync(path, { recursive: true, mode: 0o700 });
    for (let made = path; first !== undefined && made.startsWith(first); made = dirname(made)) syncFolder(disk, dirname(made));
  });
}

/** Writes all of a buffer: a write may take less than it was given. */
export function writeAll(disk: Pick<Disk, "writeSync">, descriptor: number, bytes: Uint8Array): void {
  for (let done = 0; done < bytes.length;) done += disk.writeSync(descriptor, bytes, done, bytes.length - done);
}

/** After this the names in the folder survive a power cut. */
export function syncFolder(disk: Disk, path: string): void {
  if (process.platform === "win32") return;
  const descriptor = disk.openSync(path, constants.O_RDONLY);
  try {
    disk.fsyncSync(descriptor);
  } finally {
    disk.closeSync(descriptor);
  }
}

/**
 * A new file, whole and on the disk under its name, or not there at all.
 * @throws DiskDefect also when something stands there already
 */
export function writeNew(disk: Disk, path: string, content: string | Uint8Array): void {
  onDisk(path, () => {
    const whole = beside(disk, path, content, (written) => {
      disk.linkSync(written, path);
    });
    try {
      disk.unlinkSync(whole);
      syncFolder(disk, dirname(path));
    } catch (error) {
      remove(disk, path);
      throw error;
    }
  });
}

/** A whole file in place of what stands there, if anything: after a failure or a cut it is the old one or the new one. @throws DiskDefect */
export function replace(disk: Disk, path: string, content: string | Uint8Array): void {
  onDisk(path, () => {
    beside(disk, path, content, (written) => {
      disk.renameSync(written, path);
    });
    syncFolder(disk, dirname(path));
  });
}

/** Writes and syncs a file under a name of its own, and has it moved into place; when that fails, it is taken away. @returns that name */
function beside(disk: Disk, path: string, content: string | Uint8Array, place: (written: string) => void): string {
  const own = `${path}.${randomBytes(6).toString("hex")}${LEFTOVER}`;
  try {
    const descriptor = disk.openSync(own, constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL | constants.O_NOFOLLOW, 0o600);
    try {
      writeAll(disk, descriptor, typeof content === "string" ? Buffer.from(content, "utf8") : content);
      disk.fsyncSync(descriptor);
    } finally {
      disk.closeSync(descriptor);
    }
    place(own);
    return own;
  } catch (error) {
    try {
      remove(disk, own);
    } catch {
      // What led here is thrown; what is left behind, is swept.
    }
    throw error;
  }
}

/** The end of the name of a file that was being written when the program was cut off. */
export const LEFTOVER = ".tmp";
/** Whether what follows a name is what such a file has behind it. */
export const isLeftover = (ending: string): boolean => /^\.[0-9a-f]{12}\.tmp$/.test(ending);

/** Takes a file away; that it is not there is as good. */
export function remove(disk: Disk, path: string): void {
  try {
    disk.unlinkSync(path);
  } catch (error) {
    if (codeOf(error) !== "ENOENT") throw error;
  }
}

/** The text of a file. @throws what `refuse` makes of a file that cannot be read or is no UTF-8 */
export function readText(path: string, refuse: (what: string) => Defect | JournalDefect, from: string | number = path): string {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(from);
  } catch {
    throw refuse(nl.yaml.cannotRead(path));
  }
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw refuse(`${path}: ${nl.yaml.notUtf8}`);
  }
}
