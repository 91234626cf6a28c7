/** A disk that keeps, when the power fails, no more than it was told to. */
import * as fs from "node:fs";
import { dirname, join } from "node:path";
import type { Disk } from "../../src/adapters/disk.ts";

/** What a power cut takes besides content that was not synced: that is always gone. */
export const LOSSES = ["names that were not synced", "no names"] as const;
export type Loss = (typeof LOSSES)[number];

interface Node {
  readonly isFolder: boolean;
  /** The content as of the last sync; of a new file nothing. */
  synced: Uint8Array;
}

export interface Platter {
  readonly disk: Disk;
  /** The power fails: makes the folder what is found when the machine starts again. */
  readonly cut: (loss: Loss) => void;
}

/**
 * A disk that keeps no more than it was told to: the content of a file as of its last fsync or fdatasync, the names in a folder as of
 * the last fsync of that folder.
 * @param root a folder that is there, and stays; everything in it is on the disk
 */
export function platter(root: string): Platter {
  const names = new Map<string, Node>(everything(root));
  const syncedNames = new Map(names);
  const open = new Map<number, Node | string>();

  const syncContent = (node: Node): void => {
    const at = [...names].find(([, other]) => other === node)?.[0];
    if (at !== undefined) node.synced = fs.readFileSync(at);
  };
  const syncNames = (folder: string): void => {
    for (const path of syncedNames.keys()) if (dirname(path) === folder) syncedNames.delete(path);
    for (const [path, node] of names) if (dirname(path) === folder) syncedNames.set(path, node);
  };
  const sync = (descriptor: number): void => {
    const what = open.get(descriptor);
    if (typeof what === "string") syncNames(what);
    else if (what !== undefined) syncContent(what);
  };
  const move = (from: string, to: string): void => {
    const node = names.get(from);
    if (node !== undefined) names.set(to, node);
  };

  const disk: Disk = {
    ...fs,
    openSync: (path, flags, mode) => {
      const descriptor = fs.openSync(path, flags, mode);
      const node = names.get(String(path)) ?? { isFolder: false, synced: new Uint8Array() };
      if (path === root || node.isFolder) open.set(descriptor, String(path));
      else {
        names.set(String(path), node);
        open.set(descriptor, node);
      }
      return descriptor;
    },
    closeSync: (descriptor) => {
      fs.closeSync(descriptor);
      open.delete(descriptor);
    },
    fsyncSync: sync,
    fdatasyncSync: sync,
    linkSync: (from, to) => {
      fs.linkSync(from, to);
      move(String(from), String(to));
    },
    renameSync: (from, to) => {
      fs.renameSync(from, to);
      move(String(from), String(to));
      names.delete(String(from));
    },
    unlinkSync: (path) => {
      fs.unlinkSync(path);
      names.delete(String(path));
    },
    mkdirSync: ((path: string, options: { mode: number }) => {
      fs.mkdirSync(path, options);
      names.set(path, { isFolder: true, synced: new Uint8Array() });
    }) as Disk["mkdirSync"],
  };

  return {
    disk,
    cut: (loss) => {
      const left = [...(loss === "names that were not synced" ? syncedNames : names)].map(
        ([path, node]) => [path, node, loss === "no names" ? zeroed(path, node) : node.synced] as const,
      );
      for (const name of fs.readdirSync(root)) fs.rmSync(join(root, name), { recursive: true });
      for (const [path, node, content] of left.toSorted(([one], [other]) => one.length - other.length)) {
        // A folder whose own name is lost takes what is in it with it.
        if (!fs.existsSync(dirname(path))) continue;
        if (node.isFolder) fs.mkdirSync(path, 0o700);
        else fs.writeFileSync(path, content, { mode: 0o600 });
      }
    },
  };
}

/** A file that was never synced is empty; what was added to one that was, reads as zeros. */
const zeroed = (path: string, { synced }: Node): Uint8Array =>
  synced.length === 0 ? synced : Buffer.concat([synced, Buffer.alloc(Math.max(0, fs.statSync(path).size - synced.length))]);

const everything = (root: string): readonly (readonly [string, Node])[] =>
  fs.readdirSync(root, { recursive: true, withFileTypes: true }).map((entry) => {
    const path = join(entry.parentPath, entry.name);
    const isFolder = entry.isDirectory();
    return [path, { isFolder, synced: isFolder ? new Uint8Array() : fs.readFileSync(path) }];
  });
