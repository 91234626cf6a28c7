/** What the build made of YAML files and left as JSON in dist/flows/: used for as long as those files are the same. */
import { existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { sha256 } from "./crypto.ts";
import { onDisk } from "./files.ts";

export interface Built<T> {
  /** Size and time of each file it was made from. Other times say nothing: then the SHA-256 over all of them counts. */
  readonly stamp: string;
  readonly source: string;
  readonly made: T;
}

/** @param files the YAML it was made from; one that is not there counts as an empty one */
export const asBuilt = <T>(made: T, files: readonly string[]): Built<T> => ({ stamp: stampOf(files), source: hashOf(files), made });

/**
 * @param root the folder of the package
 * @param name in dist/flows/
 * @param filesOf what was made -> the YAML it was made from
 * @returns undefined when it was never built, or the YAML is not what it was
 * @throws DiskDefect
 */
export function built<T>(root: string, name: string, filesOf: (made: T) => readonly string[]): T | undefined {
  const path = join(root, "dist", "flows", name);
  if (!existsSync(path)) return undefined;
  const { stamp, source, made } = JSON.parse(onDisk(path, () => readFileSync(path, "utf8"))) as Built<T>;
  const files = filesOf(made);
  return stamp === stampOf(files) || source === hashOf(files) ? made : undefined;
}

const stampOf = (files: readonly string[]): string =>
  files
    .map((file) => statSync(file, { throwIfNoEntry: false }))
    .map((found) => (found === undefined ? "" : `${String(found.size)} ${String(found.mtimeMs)}`))
    .join();

const hashOf = (files: readonly string[]): string =>
  sha256(Buffer.concat(files.map((file) => (existsSync(file) ? onDisk(file, () => readFileSync(file)) : Buffer.alloc(0)))));
