/** Who else may see a folder: other users of the machine, or a cloud that it is copied to. */
import { realpathSync, statSync } from "node:fs";
import type { Exposure } from "../ports.ts";

/** The folders of programs that copy what stands in them to their own machines, by their usual names. */
const CLOUD =
  /(^|[\\/])(OneDrive( - [^\\/]+)?|Dropbox( \([^\\/]+\))?|iCloud ?Drive|Mobile Documents|CloudStorage|Google ?Drive|My Drive|Mijn Drive|Nextcloud|ownCloud|pCloud ?Drive|STACK)([\\/]|$)/i;

/** @param folder that is there */
export function exposures(folder: string): readonly Exposure[] {
  const others = process.platform !== "win32" && (statSync(folder).mode & 0o077) !== 0;
  const cloud = CLOUD.test(folder) || CLOUD.test(realpathSync(folder));
  return [...(others ? ["others" as const] : []), ...(cloud ? ["cloud" as const] : [])];
}
