/** The words of flows/taal.yaml: the built JSON when it fits the YAML beside it, else the YAML itself. */
import { hash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { LanguageSource } from "../core/formats.ts";

export const LANGUAGE = "taal";

/** What the build leaves in dist/flows/taal.json. */
export interface BuiltLanguage {
  /** SHA-256 of the YAML it was made from. */
  readonly source: string;
  readonly language: LanguageSource;
}

/** @param root the folder of the package, with flows/ and dist/. @throws FlowDefect when the YAML is wrong */
export async function languageSource(root: string): Promise<LanguageSource> {
  const folder = join(root, "flows");
  const built = join(root, "dist", "flows", `${LANGUAGE}.json`);
  if (existsSync(built)) {
    const { source, language } = JSON.parse(readFileSync(built, "utf8")) as BuiltLanguage;
    if (source === fingerprint(folder)) return language;
  }
  const { authorLanguage } = await import("./authored.ts");
  return authorLanguage(languageFile(folder));
}

/** @param folder flows/ */
export const buildLanguage = (language: LanguageSource, folder: string): BuiltLanguage => ({ source: fingerprint(folder), language });

/** @param folder flows/ */
export const languageFile = (folder: string): string => join(folder, `${LANGUAGE}.yaml`);

const fingerprint = (folder: string): string => hash("sha256", readFileSync(languageFile(folder)));
