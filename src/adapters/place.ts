/** How a case file is named, and what stands beside it under the same name. */
import { basename, dirname, join } from "node:path";
import type { Disk } from "./disk.ts";

export const ENDING = ".jsonl";
/** What the name of an encrypted file ends with. */
export const SEALED = ".age";

/** Whether a file name is that of a case. */
export const isCaseName = (name: string): boolean => name.endsWith(ENDING) || name.endsWith(ENDING + SEALED);

/** The path without the ending: lock, draft and leftovers begin with it. */
export const nameOf = (path: string): string => path.replace(/\.jsonl(\.age)?$/, "");

/** The same case kept in the other way: readable, or encrypted. */
export const twinOf = (path: string): string => (path.endsWith(SEALED) ? path.slice(0, -SEALED.length) : path + SEALED);

/** The files that belong to a case, without the case itself: draft, lock, torn lines, what was cut off while it was written. */
export function besideOf(disk: Pick<Disk, "readdirSync">, path: string): readonly string[] {
  const folder = dirname(path);
  const own = `${basename(nameOf(path))}.`;
  return disk
    .readdirSync(folder)
    .filter((name) => name.startsWith(own) && !isCaseName(name))
    .map((name) => join(folder, name));
}
