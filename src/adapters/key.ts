/** The key of this machine: two files in a folder. Sealing and opening is in age.ts; this costs nothing to import. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { JournalDefect, UsageDefect } from "../core/defect.ts";
import { nl } from "../core/nl.ts";
import type { Disk } from "./disk.ts";
import { codeOf, onDisk, privateFolder, remove, writeNew } from "./files.ts";

/** The identity behind a passphrase, as age itself reads it. */
const LOCKED = "sleutel.age";
/** The recipient, on one line: it seals, and opens nothing. */
const OPEN = "sleutel.pub";

/** The form of an X25519 recipient. Whether its checksum is right, `isRecipient` in age.ts says. */
export const RECIPIENT = /^age1[02-9ac-hj-np-z]{58}$/;

const FIRST_LINE = Buffer.from("age-encryption.org/v1\n");

/** Whether these are the bytes of a binary age file, as far as its first line tells. */
export const isSealed = (bytes: Uint8Array): boolean => FIRST_LINE.equals(bytes.subarray(0, FIRST_LINE.length));

/**
 * What new cases are sealed to.
 * @returns undefined when there is no key
 * @throws JournalDefect when the file holds something else, DiskDefect when it cannot be read: a case is never left open by accident
 */
export function readRecipient(disk: Disk, folder: string): string | undefined {
  const path = join(folder, OPEN);
  const recipient = read(disk, path)?.toString("utf8").trim();
  if (recipient !== undefined && !RECIPIENT.test(recipient)) throw new JournalDefect(nl.age.notRecipient(path));
  return recipient;
}

/** The locked identity, for `openIdentity`; undefined when there is none. @throws DiskDefect when it cannot be read */
export const readLocked = (disk: Disk, folder: string): Uint8Array | undefined => read(disk, join(folder, LOCKED));

/**
 * Puts a new key in the folder, which is made when it is not there.
 * @param locked what `lockIdentity` made
 * @throws UsageDefect when there is a key, or half of one: without it nothing that was sealed to it can be opened
 */
export function writeKey(disk: Disk, folder: string, locked: Uint8Array, recipient: string): void {
  privateFolder(disk, folder);
  const [identity, open] = [join(folder, LOCKED), join(folder, OPEN)];
  if (existsSync(identity) || existsSync(open)) throw new UsageDefect(nl.age.keyExists(folder));
  // In this order: a recipient is used as soon as it is there, so the identity must be on the disk before it.
  writeNew(disk, identity, locked);
  try {
    writeNew(disk, open, `${recipient}\n`);
  } catch (error) {
    // Whatever of it is there, goes in the other order. Both names are ours: the identity was made new a moment ago.
    onDisk(folder, () => {
      remove(disk, open);
      remove(disk, identity);
    });
    throw error;
  }
}

/**
 * Holds the recipient in the folder against the one that belongs to the identity, and writes it down when it is missing: a cut left half a
 * key, or it was lost.
 * @throws JournalDefect when it is another one: what is sealed to that, its owner can read, and perhaps nobody here
 */
export function holdTogether(disk: Disk, folder: string, recipient: string): void {
  const path = join(folder, OPEN);
  const known = readRecipient(disk, folder);
  if (known === undefined) writeNew(disk, path, `${recipient}\n`);
  else if (known !== recipient) throw new JournalDefect(nl.key.otherRecipient(path));
}

function read(disk: Disk, path: string): Buffer | undefined {
  return onDisk(path, () => {
    try {
      return disk.readFileSync(path);
    } catch (error) {
      if (codeOf(error) === "ENOENT") return undefined;
      throw error;
    }
  });
}
