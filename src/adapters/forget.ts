/** What is kept of the cases in a folder, so that they need not all be read again: where it stands, and taking it away. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Disk } from "./disk.ts";
import { codeOf, remove } from "./files.ts";

/** Beside the cases. What was seen of encrypted cases stands apart, and is encrypted as well. */
export const SEEN = { open: "overzicht.index", closed: "overzicht.versleuteld.index" } as const;

/** Takes it away: one of these cases is about to hold less, or to be kept in another way. */
export function forget(disk: Disk, folder: string): void {
  for (const name of Object.values(SEEN))
    try {
      if (existsSync(join(folder, name))) remove(disk, join(folder, name));
    } catch (error) {
      // It no longer fits the file, and goes when the cases are next looked at.
      if (codeOf(error) === "") throw error;
    }
}
