/** The profile of an organisation, as the program uses it; and its plain form, which needs no reader of YAML. */
import type { OrganisationSource, SectorSource } from "./formats.ts";
import type { OwnWord } from "./language/language.ts";
import { nl } from "./nl.ts";
import { WEEKS } from "./retention.ts";

/** What a profile says, with what is usual where it says nothing. */
export interface Profile {
  readonly name: string | undefined;
  readonly sector: SectorSource;
  /** Who has which role, in the words of texts. */
  readonly roles: Readonly<Record<string, string>>;
  /** What is given to a flow beside answers. */
  readonly facts: Readonly<Record<string, string>>;
  /** Where own additions are, from the folder of the profile. */
  readonly additions: string | undefined;
  /** The folder with own definitions, likewise. */
  readonly definitions: string | undefined;
  /** Who else can open what is encrypted here, by role. */
  readonly recipients: readonly { readonly role: string; readonly key: string }[];
  /** After how many weeks a finished case is past its term on this machine. */
  readonly weeks: number;
  /** About the words in a text: whether tips are given, and the organisation's own words with what to ask. */
  readonly wording: { readonly tips: boolean; readonly words: readonly OwnWord[] };
}

export function asProfile(source: OrganisationSource): Profile {
  const regional = source["veilig-thuis"];
  const roles: Readonly<Record<string, string | undefined>> = {
    aandachtsfunctionaris: source.aandachtsfunctionaris,
    leidinggevende: source.leidinggevende,
    eindverantwoordelijke: source.eindverantwoordelijke,
    "veilig-thuis": regional && nl.framework.regional(regional.naam, regional.telefoon),
    verwijsindex: source.verwijsindex?.naam,
    "sociale-kaart": source["sociale-kaart"],
  };
  return {
    name: source.naam,
    sector: source.sector,
    roles: Object.fromEntries(Object.entries(roles).filter((role): role is [string, string] => role[1] !== undefined)),
    facts: source.verwijsindex === undefined ? {} : { "verwijsindex-in-gebruik": "ja" },
    additions: source.aanvullingen,
    definitions: source.vragenlijsten,
    recipients: (source.ontvangers ?? []).map(({ wie, sleutel }) => ({ role: wie, key: sleutel })),
    weeks: source["werkbestand-weken"] ?? WEEKS,
    wording: { tips: source.taal?.tips ?? true, words: source.taal?.woorden ?? [] },
  };
}

/** The groups of professions that have a file in flows/sectoren/. */
export const SECTORS = [
  "artsen",
  "tandartsen",
  "onderwijs",
  "kinderopvang",
  "psychologen",
  "sociaal-werk",
  "paramedici",
  "verpleegkundigen",
  "verloskundigen",
  "jeugdgezondheidszorg",
  "ggz",
  "justitie",
  "anders",
] as const satisfies readonly SectorSource[];

const LINE = /^(?:#.*|\s*|(naam|sector|aandachtsfunctionaris|leidinggevende|eindverantwoordelijke|veilig-thuis): (.+))$/;
const VALUE = String.raw`[a-z][a-z0-9-]*|"(?:[^"\\]|\\.)*"`;
const SCALAR = new RegExp(`^(?:${VALUE})$`);
const REGIONAL = new RegExp(`^\\{ naam: (${VALUE})(?:, telefoon: (${VALUE}))? \\}$`);
/** What the schema wants of a role, a name and a number. */
const ROLE = /^(?=.*\S)[^\p{Cc}{}]{1,160}$/u;
const PHONE = /^[0-9][0-9 -]{2,19}$/;

/**
 * Reads a profile in the form in which `start` and `organisation init` write it: loading a reader of YAML is felt at the start.
 * @returns undefined for every other form, also when something is wrong with it: then YAML and its schema have their say
 */
export function plainProfile(text: string): OrganisationSource | undefined {
  const found = new Map<string, unknown>();
  for (const line of text.split("\n")) {
    const match = LINE.exec(line);
    if (match === null) return undefined;
    const [, key, written] = match;
    if (key === undefined || written === undefined) continue;
    const value = key === "veilig-thuis" ? regionalOf(written) : scalarOf(written, ROLE);
    if (value === undefined || found.has(key)) return undefined;
    found.set(key, value);
  }
  const sector = SECTORS.find((one) => one === found.get("sector"));
  return sector === undefined ? undefined : { ...Object.fromEntries(found), sector };
}

function scalarOf(written: string, form: RegExp): string | undefined {
  if (!SCALAR.test(written) || ["true", "false", "null"].includes(written)) return undefined;
  try {
    const value = written.startsWith('"') ? (JSON.parse(written) as string) : written;
    return form.test(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function regionalOf(written: string): OrganisationSource["veilig-thuis"] {
  const [, name = "", phone] = REGIONAL.exec(written) ?? [];
  const naam = scalarOf(name, ROLE);
  const telefoon = phone === undefined ? undefined : scalarOf(phone, PHONE);
  if (naam === undefined || (phone !== undefined && telefoon === undefined)) return undefined;
  return { naam, ...(telefoon === undefined ? {} : { telefoon }) };
}
