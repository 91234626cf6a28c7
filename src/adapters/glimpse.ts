/** Looks at many cases that are not encrypted, quickly. It is the whole of a bundle of its own, for threads. */
import { closeSync, openSync, readSync } from "node:fs";
import { fold } from "../core/case.ts";
import { glance, type Glance } from "../core/glance.ts";
import { decode, editions } from "./chain.ts";
import { MOST_OF_CASE, unfit } from "./files.ts";
import { isSealed } from "./key.ts";

/**
 * @returns what was seen, by path. What could not be read at once, for whatever reason, is not there: who wants to know why, reads it again
 */
export function glimpses(paths: readonly string[]): ReadonlyMap<string, Glance> {
  const shared = editions();
  const read = reader();
  const seen = new Map<string, Glance>();
  for (const path of paths)
    try {
      const bytes = unfit(path, MOST_OF_CASE) === undefined ? read(path) : undefined;
      if (bytes !== undefined && !isSealed(bytes)) seen.set(path, glance(fold(decode(bytes, true, shared).events)));
    } catch {
      // Also a mistake of ours: it comes again, where it is told.
    }
  return seen;
}

/** Reads files one after the other into the same memory: what was read before is then gone. */
function reader(): (path: string) => Uint8Array {
  let room = Buffer.allocUnsafe(2 ** 20);
  return (path) => {
    const file = openSync(path, "r");
    try {
      for (let length = 0; ;) {
        const more = readSync(file, room, length, room.length - length, length);
        length += more;
        if (more === 0) return room.subarray(0, length);
        if (length === room.length) room = Buffer.concat([room, Buffer.allocUnsafe(room.length)]);
      }
    } finally {
      closeSync(file);
    }
  };
}
