/** The profile of the organisation: organisatie.yaml in the folder with cases. */
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { FlowDefect, UsageDefect } from "../core/defect.ts";
import type { OrganisationSource } from "../core/formats.ts";
import { nl } from "../core/nl.ts";
import { WEEKS } from "../core/retention.ts";
import type { Organisation } from "../ports.ts";
import { RECIPIENT } from "./key.ts";

/**
 * YAML is slow to load: only called for a profile that is there, or that was named.
 * @throws UsageDefect when it is not there; FlowDefect with `file:line:column` when it is wrong: it never repeats a key, as that may be a secret one
 */
export async function readOrganisation(file: string): Promise<Organisation> {
  return asOrganisation(file, await readProfile(file));
}

/** The profile as it is written. @throws as readOrganisation */
export async function readProfile(file: string): Promise<OrganisationSource> {
  if (!existsSync(file)) throw new UsageDefect(nl.framework.noProfile(file));
  const { line, readSource } = await import("./authored.ts");
  const { organisation: isOrganisation } = await import("./validators.js");
  const { source, place } = readSource<OrganisationSource>(file, isOrganisation);
  const recipients = source.ontvangers ?? [];
  const wrong = recipients.findIndex(({ sleutel }) => !RECIPIENT.test(sleutel));
  if (wrong >= 0) throw new FlowDefect(line(file, place(["ontvangers", wrong, "sleutel"]), nl.age.badRecipient));
  return source;
}

function asOrganisation(file: string, source: OrganisationSource): Organisation {
  const roles = rolesOf(source);
  return {
    name: source.naam,
    sector: source.sector,
    roles,
    facts: source.verwijsindex === undefined ? {} : { "verwijsindex-in-gebruik": "ja" },
    card: source["sociale-kaart"],
    additions: source.aanvullingen === undefined ? undefined : join(dirname(file), source.aanvullingen),
    recipients: (source.ontvangers ?? []).map(({ wie, sleutel }) => ({ role: wie, key: sleutel })),
    weeks: source["werkbestand-weken"] ?? WEEKS,
  };
}

/** What texts name as {role}, as far as the organisation said it. */
function rolesOf(source: OrganisationSource): Readonly<Record<string, string>> {
  const regional = source["veilig-thuis"];
  const said: Readonly<Record<string, string | undefined>> = {
    aandachtsfunctionaris: source.aandachtsfunctionaris,
    leidinggevende: source.leidinggevende,
    eindverantwoordelijke: source.eindverantwoordelijke,
    "veilig-thuis": regional && nl.framework.regional(regional.naam, regional.telefoon),
    verwijsindex: source.verwijsindex?.naam,
    "sociale-kaart": source["sociale-kaart"],
  };
  return Object.fromEntries(Object.entries(said).filter((role): role is [string, string] => role[1] !== undefined));
}
