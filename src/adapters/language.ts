/** The words of flows/taal.yaml. */
import { join } from "node:path";
import type { LanguageSource } from "../core/formats.ts";
import { built } from "./built.ts";

export const LANGUAGE = "taal";

/** @param root the folder of the package, with flows/ and dist/. @throws FlowDefect when the YAML is wrong */
export async function languageSource(root: string): Promise<LanguageSource> {
  const file = languageFile(join(root, "flows"));
  const known = built<LanguageSource>(root, `${LANGUAGE}.json`, () => [file]);
  return known ?? (await import("./authored.ts")).authorLanguage(file);
}

/** @param folder flows/ */
export const languageFile = (folder: string): string => join(folder, `${LANGUAGE}.yaml`);
