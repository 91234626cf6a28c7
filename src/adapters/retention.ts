/** The terms for which organisations keep their files. */
import { join } from "node:path";
import type { RetentionSource } from "../core/formats.ts";
import { built } from "./built.ts";

export const TERMS = "bewaartermijnen";

/** @param root the folder of the package, with flows/ and dist/. @throws FlowDefect when the YAML is wrong */
export async function retention(root: string): Promise<RetentionSource> {
  const file = termsFile(join(root, "flows"));
  const known = built<RetentionSource>(root, `${TERMS}.json`, () => [file]);
  if (known !== undefined) return known;
  const { readSource } = await import("./authored.ts");
  const { retention: isRetention } = await import("./validators.js");
  return readSource<RetentionSource>(file, isRetention).source;
}

/** @param folder flows/ */
export const termsFile = (folder: string): string => join(folder, `${TERMS}.yaml`);
