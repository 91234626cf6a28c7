/** What reads and changes a disk, as Node does it. It is passed on, so that a test can break every call of it once. */
import type * as fs from "node:fs";

export type Disk = Pick<
  typeof fs,
  | "closeSync"
  | "fdatasyncSync"
  | "fstatSync"
  | "fsyncSync"
  | "ftruncateSync"
  | "linkSync"
  | "mkdirSync"
  | "openSync"
  | "readdirSync"
  | "readFileSync"
  | "renameSync"
  | "statSync"
  | "unlinkSync"
  | "writeSync"
>;

/** Asked for like this, the build copies none of the many names that it has. */
export const disk: Disk = process.getBuiltinModule("node:fs");
