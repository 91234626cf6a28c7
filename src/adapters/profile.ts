/** Where the profile of the organisation is. Most folders have none, and YAML is slow to load: without the file nothing is imported. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Organisation } from "../ports.ts";

/** The profile in a folder with cases. */
export const profileIn = (folder: string): string => join(folder, "organisatie.yaml");

/** @returns undefined when there is no such file and nobody named it. @throws as readOrganisation */
export async function profile(file: string, isNamed = false): Promise<Organisation | undefined> {
  if (!isNamed && !existsSync(file)) return undefined;
  return (await import("./organisation.ts")).readOrganisation(file);
}
