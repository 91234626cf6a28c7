/** Reading a case file: its bytes, its lines, and what is wrong with them. Nothing is written here. */
import { JournalDefect } from "../core/defect.ts";
import { nl } from "../core/nl.ts";
import { decode, type Decoded, type Editions } from "./chain.ts";
import type { Disk } from "./disk.ts";
import { codeOf, MOST_OF_CASE, onDisk, unfit } from "./files.ts";
import { isSealed } from "./key.ts";
import { SEALED } from "./place.ts";
import type { Vault } from "./vault.ts";

/** A case and the bytes it was read from. */
export interface Read extends Decoded {
  readonly source: Uint8Array;
  /** The same, readable. */
  readonly plain: Uint8Array;
  /** Whether the hashes were looked at. */
  readonly proven: boolean;
}

/**
 * Reads a case without writing anything.
 * @param shared what cases that were read before have in common with this one
 * @param before what was read earlier; while the bytes are the same they are not decoded again
 * @param later the hashes of a readable case may wait: whoever opens it, has them looked at before anything is written
 * @throws JournalDefect when it is missing or damaged, or cannot be opened with this key
 */
export async function readCase(
  path: string,
  { disk, vault, shared }: { readonly disk: Disk; readonly vault: Vault; readonly shared?: Editions },
  before?: Read,
  later = false,
): Promise<Read> {
  const source = bytesOf(disk, path);
  if (before !== undefined && Buffer.compare(source, before.source) === 0) return before;
  try {
    const plain = await readable(path, source, vault);
    const seen = later && plain === source ? skim(plain) : undefined;
    return { ...(seen ?? decode(plain, true, shared)), source, plain, proven: seen === undefined };
  } catch (error) {
    throw named(path, error);
  }
}

/** The lines of a case, from what stands in its file. */
export const readable = async (path: string, source: Uint8Array, vault: Vault): Promise<Uint8Array> =>
  isEncrypted(path, source) ? vault.unseal(source) : source;

/** By its name too: an encrypted file that was cut off near its beginning no longer says what it is. */
export const isEncrypted = (path: string, source: Uint8Array): boolean => isSealed(source) || path.endsWith(SEALED);

/** The bytes of a case file. @throws JournalDefect when it is missing, no ordinary file, or too large */
export function bytesOf(disk: Pick<Disk, "readFileSync">, path: string): Uint8Array {
  try {
    const why = unfit(path, MOST_OF_CASE);
    if (why !== undefined)
      throw new JournalDefect(why === "kind" ? nl.journal.missing(path) : nl.journal.tooLarge(path, MOST_OF_CASE / 2 ** 20));
    return disk.readFileSync(path);
  } catch (error) {
    if (codeOf(error) === "ENOENT" || codeOf(error) === "EISDIR") throw new JournalDefect(nl.journal.missing(path));
    return onDisk(path, () => {
      throw error;
    });
  }
}

/** A case without a look at its hashes; undefined when anything else is wrong with it, as only they tell what comes first. */
function skim(plain: Uint8Array): Decoded | undefined {
  try {
    const seen = decode(plain, false);
    return seen.unended || seen.torn.length > 0 ? undefined : seen;
  } catch (error) {
    if (error instanceof JournalDefect) return undefined;
    throw error;
  }
}

/** A defect with the file in which it is. */
export const named = (path: string, error: unknown): unknown =>
  error instanceof JournalDefect ? new JournalDefect(`${path}: ${error.message}`) : error;
