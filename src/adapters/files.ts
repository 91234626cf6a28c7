/** Small promises about files: private folders, whole files, errors in words. */
import { randomBytes } from "node:crypto";
import {
  closeSync,
  constants,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  statSync,
  unlinkSync,
  writeSync,
} from "node:fs";
import { dirname } from "node:path";
import { Defect, DiskDefect, type JournalDefect } from "../core/defect.ts";
import { nl } from "../core/nl.ts";

/** The code of a system error, such as ENOENT; "" for any other error. */
export const codeOf = (error: unknown): string =>
  error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : "";

/** Runs what touches the disk. @throws DiskDefect in place of a system error; any other error comes through */
export function onDisk<T>(path: string, action: () => T): T {
  try {
    return action();
  } catch (error) {
    if (error instanceof Defect || codeOf(error) === "") throw error;
    throw new DiskDefect(nl.disk.failed(path, nl.disk.why[codeOf(error)] ?? codeOf(error)));
  }
}

/** Makes a folder that only its owner may enter, with the folders above it. */
export function privateFolder(path: string): void {
  if (existsSync(path)) return;
  onDisk(path, () => mkdirSync(path, { recursive: true, mode: 0o700 }));
}

/** Whether others than the owner can look into a folder. */
export const isOpenToOthers = (path: string): boolean => process.platform !== "win32" && (statSync(path).mode & 0o077) !== 0;

/** Writes all of a buffer: a write may take less than it was given. */
export function writeAll(descriptor: number, bytes: Uint8Array): void {
  for (let done = 0; done < bytes.length;) done += writeSync(descriptor, bytes, done, bytes.length - done);
}

/** After this the name of a new file in the folder survives a power cut. */
export function syncFolder(path: string): void {
  if (process.platform === "win32") return;
  const descriptor = openSync(path, constants.O_RDONLY);
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** A new file, whole and on the disk under its name. @throws DiskDefect also when something stands there already */
export function writeNew(path: string, content: string | Uint8Array): void {
  onDisk(path, () => {
    const descriptor = openSync(path, constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL | constants.O_NOFOLLOW, 0o600);
    try {
      writeAll(descriptor, typeof content === "string" ? Buffer.from(content, "utf8") : content);
      fsyncSync(descriptor);
    } catch (error) {
      unlinkSync(path);
      throw error;
    } finally {
      closeSync(descriptor);
    }
    syncFolder(dirname(path));
  });
}

/** A whole file or none: written beside it, synced, and moved into place. @throws DiskDefect when it exists already, unless `force` */
export function writeFile(path: string, text: string, force: boolean): void {
  if (!force) {
    writeNew(path, text);
    return;
  }
  const beside = `${path}.${randomBytes(6).toString("hex")}.tmp`;
  writeNew(beside, text);
  onDisk(path, () => {
    try {
      renameSync(beside, path);
    } catch (error) {
      unlinkSync(beside);
      throw error;
    }
    syncFolder(dirname(path));
  });
}

/** The text of a file. @throws what `refuse` makes of a file that cannot be read or is no UTF-8 */
export function readText(path: string, refuse: (what: string) => Defect | JournalDefect): string {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(path);
  } catch {
    throw refuse(nl.yaml.cannotRead(path));
  }
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw refuse(`${path}: ${nl.yaml.notUtf8}`);
  }
}
