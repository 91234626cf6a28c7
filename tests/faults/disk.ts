/** Disks of which one call goes wrong, and one that forgets at a power cut what was never synced. */
import * as fs from "node:fs";
import { dirname, join } from "node:path";
import type { Disk } from "../../src/adapters/disk.ts";

/** A disk that loses nothing: the power stays on, so that nothing need be synced. */
export const calm: Disk = { ...fs, fsyncSync: () => undefined, fdatasyncSync: () => undefined };

export type Fault =
  /** The call is refused, nothing of it happened. */
  | "ENOSPC"
  | "EIO"
  /** A write takes half of what it was given, and says so. */
  | "short"
  /** A write takes half and what comes next is refused; then there is room again, or never more. */
  | "fills up"
  | "stays full"
  /** kill -9 in the middle of a write, before a call, after it. */
  | "torn"
  | "killed before"
  | "killed after";

/** Thrown by every call from a kill on: no system error, so that nobody takes it for one. */
export class Killed extends Error {
  override readonly name = "Killed";
}

const CALLS = [
  "closeSync",
  "fdatasyncSync",
  "fstatSync",
  "fsyncSync",
  "ftruncateSync",
  "linkSync",
  "mkdirSync",
  "openSync",
  "readdirSync",
  "readFileSync",
  "renameSync",
  "statSync",
  "unlinkSync",
  "writeSync",
] as const satisfies readonly (keyof Disk)[];
type Call = (typeof CALLS)[number];

const NEEDS_ROOM: ReadonlySet<Call> = new Set(["writeSync", "openSync", "fsyncSync", "fdatasyncSync", "renameSync", "linkSync", "mkdirSync"]);

/** Whether a fault can strike at a call. */
export const strikes = (fault: Fault, call: Call): boolean =>
  fault === "short" || fault === "fills up" || fault === "torn"
    ? call === "writeSync"
    : fault === "ENOSPC" || fault === "stays full"
      ? NEEDS_ROOM.has(call)
      : true;

export interface Faulty {
  readonly disk: Disk;
  /** What was called until now. */
  readonly calls: readonly Call[];
}

/** A disk that goes wrong at its n-th call. @param at counted from 1; 0 is never */
export function faulty(under: Disk, fault: Fault, at: number): Faulty {
  const calls: Call[] = [];
  const open = new Set<number>();
  let killed = false;
  let full = false;

  const pass = (call: Call, args: readonly unknown[]): unknown => {
    const result: unknown = Reflect.apply(under[call], undefined, args);
    if (call === "openSync") open.add(result as number);
    if (call === "closeSync") open.delete(args[0] as number);
    return result;
  };
  const half = ([descriptor, bytes, offset, length]: readonly unknown[]): number =>
    under.writeSync(descriptor as number, bytes as Uint8Array, offset as number, Math.ceil((length as number) / 2));
  const die = (): never => {
    killed = true;
    for (const descriptor of open) under.closeSync(descriptor);
    throw new Killed("kill -9");
  };
  const refuse = (call: Call, args: readonly unknown[], code: string): never => {
    // Whatever close says, the descriptor is gone.
    if (call === "closeSync") pass(call, args);
    throw Object.assign(new Error(`${code}: ${call}`), { code });
  };
  const strike = (call: Call, args: readonly unknown[]): unknown => {
    switch (fault) {
      case "ENOSPC":
      case "EIO":
        return refuse(call, args, fault);
      case "short":
        return half(args);
      case "fills up":
        full = true;
        return half(args);
      case "stays full":
        full = true;
        return call === "writeSync" ? half(args) : refuse(call, args, "ENOSPC");
      case "torn":
        half(args);
        return die();
      case "killed before":
        return die();
      case "killed after":
        pass(call, args);
        return die();
    }
  };
  const on = (call: Call, args: readonly unknown[]): unknown => {
    if (killed) throw new Killed("kill -9");
    calls.push(call);
    if (calls.length === at) return strike(call, args);
    if (!full || !NEEDS_ROOM.has(call)) return pass(call, args);
    full = fault === "stays full";
    return refuse(call, args, "ENOSPC");
  };
  const wrapped = Object.fromEntries(CALLS.map((call) => [call, (...args: readonly unknown[]) => on(call, args)]));
  return { disk: wrapped as unknown as Disk, calls };
}

/** What a power cut takes. Content that was not synced is always gone. */
export const LOSSES = ["names that were not synced", "only content", "only content, which reads as zeros"] as const;
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
    mkdirSync: ((path: string, options: { recursive: true; mode: number }) => {
      const first = fs.mkdirSync(path, options);
      for (let made = path; first !== undefined && made.startsWith(first); made = dirname(made))
        names.set(made, { isFolder: true, synced: new Uint8Array() });
      return first;
    }) as Disk["mkdirSync"],
  };

  return {
    disk,
    cut: (loss) => {
      const left = [...(loss === "names that were not synced" ? syncedNames : names)].map(
        ([path, node]) => [path, node, loss === "only content, which reads as zeros" ? zeroed(path, node) : node.synced] as const,
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

const zeroed = (path: string, { isFolder, synced }: Node): Uint8Array =>
  isFolder ? synced : Buffer.concat([synced, Buffer.alloc(Math.max(0, fs.statSync(path).size - synced.length))]);

const everything = (root: string): readonly (readonly [string, Node])[] =>
  fs.readdirSync(root, { recursive: true, withFileTypes: true }).map((entry) => {
    const path = join(entry.parentPath, entry.name);
    const isFolder = entry.isDirectory();
    return [path, { isFolder, synced: isFolder ? new Uint8Array() : fs.readFileSync(path) }];
  });
