/** Torn lines: bytes behind the last sound line of a case that were never acknowledged. They are kept beside it, never thrown away. */
import { DiskDefect } from "../core/defect.ts";
import type { Disk } from "./disk.ts";
import { onDisk, remove, writeNew } from "./files.ts";
import { besideOf, SEALED } from "./place.ts";
import type { Seal } from "./store.ts";

/** Puts torn bytes in a file beside the case, under the first free name. @param ending what the name ends with */
export function keepAside(disk: Disk, path: string, torn: Uint8Array, ending = ""): void {
  for (let i = 1; ; i++) {
    try {
      writeNew(disk, `${path}.torn-${String(i)}${ending}`, torn);
      return;
    } catch (error) {
      if (!(error instanceof DiskDefect && error.code === "EEXIST")) throw error;
    }
  }
}

/** Torn lines are words of the case: in an encrypted case they are encrypted too. */
export async function moveTorn(disk: Disk, path: string, seal: Seal): Promise<void> {
  if (!path.endsWith(SEALED)) return;
  const beside = onDisk(path, () => besideOf(disk, path));
  for (const torn of beside.filter((name) => /\.torn-\d+$/.test(name))) {
    const sealed = await seal(onDisk(torn, () => disk.readFileSync(torn)));
    keepAside(disk, torn.replace(/\.torn-\d+$/, ""), sealed, SEALED);
    onDisk(torn, () => {
      remove(disk, torn);
    });
  }
}
