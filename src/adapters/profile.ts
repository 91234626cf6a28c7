/** The profile of an organisation beside its cases. YAML is slow to load: not for a plain profile, and not where there is none. */
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { asProfile, plainProfile } from "../core/organisation.ts";
import type { OrganisationSource } from "../core/formats.ts";
import type { Organisation } from "../ports.ts";
import { disk } from "./disk.ts";
import { privateFolder } from "./files.ts";

/** The profile in a folder with cases. */
export const profileIn = (folder: string): string => join(folder, "organisatie.yaml");

/** @returns undefined when there is no such file and nobody named it. @throws UsageDefect, FlowDefect as readProfile */
export async function profile(file: string, isNamed = false): Promise<Organisation | undefined> {
  if (!isNamed && !existsSync(file)) return undefined;
  const found = asProfile(plain(file) ?? (await inYaml(file)));
  const beside = (name: string | undefined): string | undefined => (name === undefined ? undefined : join(dirname(file), name));
  return { ...found, additions: beside(found.additions), definitions: beside(found.definitions) };
}

/** The same as it is written; undefined when there is no such file. @throws FlowDefect when it is wrong */
export const profileSource = async (file: string): Promise<OrganisationSource | undefined> => (existsSync(file) ? inYaml(file) : undefined);

const inYaml = async (file: string): Promise<OrganisationSource> => (await import("./organisation.ts")).readProfile(file);

function plain(file: string): OrganisationSource | undefined {
  try {
    return plainProfile(readFileSync(file, "utf8"));
  } catch {
    // A folder, no rights: whoever reads it next says so.
    return undefined;
  }
}

/** Makes the folder of a profile when it is not there. @throws DiskDefect */
export const madeFor = (file: string): void => {
  privateFolder(disk, dirname(file));
};
