/** Where the profile of the organisation is. Most folders have none, and YAML is slow to load: without the file nothing is imported. */
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import type { OrganisationSource } from "../core/formats.ts";
import type { Organisation } from "../ports.ts";
import { disk } from "./disk.ts";
import { privateFolder } from "./files.ts";

/** The profile in a folder with cases. */
export const profileIn = (folder: string): string => join(folder, "organisatie.yaml");

/** @returns undefined when there is no such file and nobody named it. @throws as readOrganisation */
export async function profile(file: string, isNamed = false): Promise<Organisation | undefined> {
  if (!isNamed && !existsSync(file)) return undefined;
  return (await import("./organisation.ts")).readOrganisation(file);
}

/** The same as it is written; undefined when there is no such file. @throws FlowDefect when it is wrong */
export const profileSource = async (file: string): Promise<OrganisationSource | undefined> =>
  existsSync(file) ? (await import("./organisation.ts")).readProfile(file) : undefined;

/** Makes the folder of a profile when it is not there. @throws DiskDefect */
export const madeFor = (file: string): void => {
  privateFolder(disk, dirname(file));
};
