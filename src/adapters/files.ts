/** Small promises about files: private folders, whole files, errors in words. */
import { constants, existsSync, readFileSync, statfsSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { Defect, DiskDefect, type JournalDefect } from "../core/defect.ts";
import { nl } from "../core/nl.ts";
import { random } from "./crypto.ts";
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
  // One by one: where a folder cannot be made, Node's own recursion may go on for ever (/proc).
  privateFolder(disk, dirname(path));
  onDisk(path, () => {
    try {
      disk.mkdirSync(path, { mode: 0o700 });
    } catch (error) {
      // Somebody else made it just now.
      if (codeOf(error) !== "EEXIST") throw error;
    }
    syncFolder(disk, dirname(path));
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
 * @param own the name it is written under first
 * @throws DiskDefect also when something stands there already
 */
export function writeNew(disk: Disk, path: string, content: string | Uint8Array, own = leftoverOf(path)): void {
  onDisk(path, () => {
    const whole = beside(disk, own, content, (written) => {
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

/**
 * A whole file in place of what stands there, if anything: after a failure or a cut it is the old one or the new one.
 * @param own as writeNew
 * @param unsure called when from there on a failure leaves it open which of the two it is
 * @throws DiskDefect
 */
export function replace(
  disk: Disk,
  path: string,
  content: string | Uint8Array,
  own = leftoverOf(path),
  unsure: () => void = () => undefined,
): void {
  onDisk(path, () => {
    beside(disk, own, content, (written) => {
      try {
        disk.renameSync(written, path);
      } catch (error) {
        if (!["ENOSPC", "EDQUOT"].includes(codeOf(error))) unsure();
        throw error;
      }
    });
    unsure();
    syncFolder(disk, dirname(path));
  });
}

/** Writes and syncs a file under a name of its own, and has it moved into place; when that fails, it is taken away. @returns that name */
function beside(disk: Disk, own: string, content: string | Uint8Array, place: (written: string) => void): string {
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
/** A name for a file until it is whole. */
export const leftoverOf = (path: string): string => `${path}.${random(6).toString("hex")}${LEFTOVER}`;
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

/** More than any case: what is larger is not read, as it would fill the memory first. */
export const MOST_OF_CASE = 2 ** 26;
/** The same of a text that somebody wrote. */
const MOST_OF_TEXT = 2 ** 22;

/**
 * Why a path is not read: it is no ordinary file (a device, a pipe and a file of the system may never end), or a larger one than makes sense.
 * @returns undefined when it may be, and when it is not there
 */
export function unfit(path: string, most: number): "kind" | "size" | undefined {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined) return undefined;
  if (!found.isFile() || (found.size === 0 && isOfSystem(path))) return "kind";
  return found.size > most ? "size" : undefined;
}

/** Whether a file is made up by Linux while it is read: /proc and /sys. */
const isOfSystem = (path: string): boolean => process.platform === "linux" && [0x9fa0, 0x62656572].includes(statfsSync(path).type);

/** The text of a file. @throws what `refuse` makes of a file that cannot be read or is no UTF-8 */
export function readText(path: string, refuse: (what: string) => Defect | JournalDefect, from: string | number = path): string {
  let bytes: Uint8Array;
  let why: ReturnType<typeof unfit>;
  try {
    why = typeof from === "number" ? undefined : unfit(path, MOST_OF_TEXT);
    bytes = why === undefined ? readFileSync(from) : new Uint8Array();
  } catch {
    throw refuse(nl.yaml.cannotRead(path));
  }
  if (why !== undefined) throw refuse(why === "kind" ? nl.yaml.noFile(path) : nl.yaml.tooLarge(path, MOST_OF_TEXT / 2 ** 20));
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw refuse(`${path}: ${nl.yaml.notUtf8}`);
  }
}
