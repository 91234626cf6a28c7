/** What reads and changes a disk, as Node does it. It is passed on, so that a test can break every call of it once. */
import * as fs from "node:fs";

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

export const disk: Disk = fs;
