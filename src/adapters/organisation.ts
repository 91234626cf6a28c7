/** The profile of the organisation: organisatie.yaml in the folder with cases. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { FlowDefect } from "../core/defect.ts";
import type { OrganisationSource } from "../core/formats.ts";
import { nl } from "../core/nl.ts";
import { WEEKS } from "../core/retention.ts";
import type { Organisation } from "../ports.ts";
import { RECIPIENT } from "./key.ts";

const FILE = "organisatie.yaml";

/**
 * Most folders have no such file, and YAML is slow to load: without the file nothing is imported.
 * @returns undefined when there is no such file
 * @throws FlowDefect with `file:line:column` when it is wrong; it never repeats a key, as that may be a secret one
 */
export async function readOrganisation(folder: string): Promise<Organisation | undefined> {
  const file = join(folder, FILE);
  if (!existsSync(file)) return undefined;
  const { line, readSource } = await import("./authored.ts");
  const { organisation: isOrganisation } = await import("./validators.js");
  const { source, place } = readSource<OrganisationSource>(file, isOrganisation);
  const recipients = source.ontvangers ?? [];
  const wrong = recipients.findIndex(({ sleutel }) => !RECIPIENT.test(sleutel));
  if (wrong >= 0) throw new FlowDefect(line(file, place(["ontvangers", wrong, "sleutel"]), nl.age.badRecipient));
  return {
    name: source.naam,
    sector: source.sector,
    recipients: recipients.map(({ wie, sleutel }) => ({ role: wie, key: sleutel })),
    weeks: source["werkbestand-weken"] ?? WEEKS,
    wording: { tips: source.taal?.tips ?? true, words: source.taal?.woorden ?? [] },
  };
}
