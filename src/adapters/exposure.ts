/** Who else may see a folder: other users of the machine, or a cloud that it is copied to. */
import { realpathSync, statSync } from "node:fs";
import { dirname } from "node:path";
import type { Exposure } from "../ports.ts";
import { onDisk } from "./files.ts";

/** The folders of programs that copy what stands in them to their own machines, by their usual names in small letters. */
const CLOUD =
  /(^|[\\/])(onedrive( - [^\\/]+)?|dropbox( \([^\\/]+\))?|icloud ?drive|mobile documents|cloudstorage|google ?drive|my drive|mijn drive|nextcloud|owncloud|pcloud ?drive|stack)([\\/]|$)/;

/** @param folder one that is not there yet, will be for its owner alone. @throws DiskDefect when it cannot be one */
export function exposures(folder: string): readonly Exposure[] {
  const found = onDisk(folder, () => statSync(folder, { throwIfNoEntry: false }));
  const others = process.platform !== "win32" && ((found?.mode ?? 0) & 0o077) !== 0;
  const cloud = [...new Set([folder, realPath(folder)])].some((path) => CLOUD.test(path.toLowerCase()));
  return [...(others ? ["others" as const] : []), ...(cloud ? ["cloud" as const] : [])];
}

/** Where it is behind links; of one that is not there yet, where it will be. */
function realPath(folder: string): string {
  try {
    return realpathSync.native(folder);
  } catch {
    return dirname(folder) === folder ? folder : realPath(dirname(folder));
  }
}
