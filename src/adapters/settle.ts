/** A case that stands in two files, as a change of how it is kept was cut off. */
import { existsSync } from "node:fs";
import { dirname } from "node:path";
import { JournalDefect } from "../core/defect.ts";
import { nl } from "../core/nl.ts";
import type { Disk } from "./disk.ts";
import { onDisk, remove, syncFolder } from "./files.ts";
import { twinOf } from "./place.ts";
import { readCase } from "./read.ts";
import { sealFor } from "./store.ts";
import { moveTorn } from "./torn.ts";
import type { Vault } from "./vault.ts";

/**
 * The one file of a case that stands in two: the newer one goes on.
 * @returns its path
 * @throws JournalDefect when one is not the beginning of the other
 */
export async function settle(path: string, tools: { readonly disk: Disk; readonly vault: Vault }): Promise<string> {
  const { disk, vault } = tools;
  const twin = twinOf(path);
  if (!existsSync(twin)) return path;
  const [ours, theirs] = [await readCase(path, tools), await readCase(twin, tools)];
  const [longer, shorter] = ours.events.length > theirs.events.length ? [ours, theirs] : [theirs, ours];
  const [keep, drop] = longer === ours ? [path, twin] : [twin, path];
  if (longer.events[shorter.events.length - 1]?.hash !== shorter.events.at(-1)?.hash) throw new JournalDefect(nl.journal.twoFiles(path));
  await moveTorn(disk, keep, sealFor(vault, longer.events));
  takeAway(disk, drop);
  return keep;
}

/** Takes away the file that does not go on. */
export const takeAway = (disk: Disk, path: string): void => {
  onDisk(path, () => {
    remove(disk, path);
    syncFolder(disk, dirname(path));
  });
};
