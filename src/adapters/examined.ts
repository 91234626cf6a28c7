/** A case that is looked at for what is wrong with it: which lines are sound, and why the next one is not. */
import { JournalDefect } from "../core/defect.ts";
import { nl } from "../core/nl.ts";
import type { Examined } from "../ports.ts";
import { decode, type Decoded } from "./chain.ts";
import type { Disk } from "./disk.ts";
import { MOST_OF_CASE } from "./files.ts";
import { bytesOf, named, readable } from "./read.ts";
import type { Vault } from "./vault.ts";

/**
 * Reads as far as the chain holds, and as we write it.
 * @throws JournalDefect when it is missing, no case, of a newer format, or cannot be opened with this key
 */
export async function examined(path: string, disk: Disk, vault: Vault): Promise<Examined> {
  const source = bytesOf(disk, path);
  try {
    const plain = await readable(path, source, vault);
    if (plain.length > MOST_OF_CASE || !Buffer.from(plain.buffer, plain.byteOffset, plain.byteLength).includes('{"hash":"'))
      throw new JournalDefect(nl.journal.notACase);
    return { path, ...inOneForm(plain, sound(plain)) };
  } catch (error) {
    throw named(path, error);
  }
}

type Sound = Decoded & { readonly wrong: string | undefined };

/** The lines before the first one that is wrong. @throws JournalDefect for a newer format */
function sound(plain: Uint8Array): Sound {
  try {
    return { ...decode(plain), wrong: undefined };
  } catch (error) {
    if (!(error instanceof JournalDefect) || error.message === nl.journal.newer) throw error;
    // Each beginning of whole lines decodes until the wrong line is in it.
    const ends = [0];
    for (let end = plain.indexOf(10); end >= 0; end = plain.indexOf(10, end + 1)) ends.push(end + 1);
    let [good, bad] = [0, ends.length - 1];
    while (bad - good > 1) {
      const middle = Math.floor((good + bad) / 2);
      if (decodes(plain.subarray(0, ends[middle]))) good = middle;
      else bad = middle;
    }
    return { ...decode(plain.subarray(0, ends[good])), wrong: error.message.replace(nl.journal.soundUpTo(good), "") };
  }
}

function decodes(plain: Uint8Array): boolean {
  try {
    decode(plain);
    return true;
  } catch (error) {
    if (error instanceof JournalDefect) return false;
    throw error;
  }
}

/** The hashes are those of what a line says. Other bytes can say the same (spaces, a key twice, broken UTF-8): ours never do. */
function inOneForm(plain: Uint8Array, { events, unended, torn, wrong }: Sound): Omit<Examined, "path"> {
  const bytes = Buffer.from(plain.buffer, plain.byteOffset, plain.byteLength);
  let start = 0;
  for (const { n, body } of events) {
    const newline = bytes.indexOf(10, start);
    const line = bytes.subarray(start, newline < 0 ? bytes.length : newline);
    if (body !== null && !line.subarray(line.indexOf(BODY) + BODY.length).equals(Buffer.from(`${written(body)}}`, "utf8")))
      return { events: events.slice(0, n - 1), unended: false, torn: 0, wrong: nl.journal.atLine(n, nl.trust.verify.otherForm) };
    start += line.length + 1;
  }
  return { events, unended, torn: torn.length, wrong };
}

/** What a body follows; whatever stands before it has one form by its shape. */
const BODY = ',"body":';

/** "" for what is too deep to be written again. */
function written(body: object): string {
  try {
    return JSON.stringify(body);
  } catch (error) {
    if (error instanceof RangeError) return "";
    throw error;
  }
}
