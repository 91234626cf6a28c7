/** The profile of the organisation: organisatie.yaml in the folder with cases. */
import { existsSync } from "node:fs";
import { FlowDefect, UsageDefect } from "../core/defect.ts";
import type { OrganisationSource } from "../core/formats.ts";
import { nl } from "../core/nl.ts";
import { line, readSource } from "./authored.ts";
import { RECIPIENT } from "./key.ts";
import { organisation as isOrganisation } from "./validators.js";

/**
 * The profile as it is written. Slow: it loads YAML.
 * @throws UsageDefect when it is not there; FlowDefect with `file:line:column` when it is wrong: it never repeats a key, as that may be a secret one
 */
export function readProfile(file: string): OrganisationSource {
  if (!existsSync(file)) throw new UsageDefect(nl.framework.noProfile(file));
  const { source, place } = readSource<OrganisationSource>(file, isOrganisation);
  const recipients = source.ontvangers ?? [];
  const wrong = recipients.findIndex(({ sleutel }) => !RECIPIENT.test(sleutel));
  if (wrong >= 0) throw new FlowDefect(line(file, place(["ontvangers", wrong, "sleutel"]), nl.age.badRecipient));
  return source;
}
