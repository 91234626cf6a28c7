/** The terms for which organisations keep their files: the built JSON when it fits the YAML beside it, else the YAML itself. */
import { hash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { RetentionSource } from "../core/formats.ts";

export const TERMS = "bewaartermijnen";

/** What the build leaves in dist/flows/bewaartermijnen.json. */
export interface BuiltTerms {
  /** SHA-256 of the YAML it was made from. */
  readonly source: string;
  readonly retention: RetentionSource;
}

/** @param root the folder of the package, with flows/ and dist/. @throws FlowDefect when the YAML is wrong */
export async function retention(root: string): Promise<RetentionSource> {
  const folder = join(root, "flows");
  const built = join(root, "dist", "flows", `${TERMS}.json`);
  if (existsSync(built)) {
    const terms = JSON.parse(readFileSync(built, "utf8")) as BuiltTerms;
    if (terms.source === fingerprint(folder)) return terms.retention;
  }
  const { readSource } = await import("./authored.ts");
  const { retention: isRetention } = await import("./validators.js");
  return readSource<RetentionSource>(termsFile(folder), isRetention).source;
}

/** @param folder flows/ */
export const buildTerms = (retention: RetentionSource, folder: string): BuiltTerms => ({ source: fingerprint(folder), retention });

/** @param folder flows/ */
export const termsFile = (folder: string): string => join(folder, `${TERMS}.yaml`);

const fingerprint = (folder: string): string => hash("sha256", readFileSync(termsFile(folder)));
