/** A chapter as it begins in a sector, for an organisation. */
import type { Case } from "../core/case.ts";
import { walkOf } from "../core/chapter.ts";
import type { NewEvent } from "../core/event.ts";
import type { Definition, Organisation, Tailoring } from "../ports.ts";

/** What a chapter says of its sector when no sector was chosen: the general framework. */
export const GENERAL = "algemeen";

export const tailoring = (sector: string | undefined, organisation: Organisation | undefined): Tailoring => ({
  sector,
  roles: organisation?.roles,
  // Additions build on the sector of the profile.
  additions: organisation !== undefined && organisation.sector === sector ? organisation.additions : undefined,
});

export function begun(
  ch: number,
  { edition, editionHash }: Definition,
  sector: string | undefined,
  organisation: Organisation | undefined,
  given: Readonly<Record<string, number>> = {},
): NewEvent {
  const uses = new Set(edition.flow.uses);
  const facts = Object.fromEntries(Object.entries(organisation?.facts ?? {}).filter(([fact]) => uses.has(fact)));
  const profile = organisation === undefined ? {} : { organisation: { ...named(organisation), roles: organisation.roles, facts } };
  const { id, version } = edition.flow;
  return { type: "begun", ch, body: { flow: id, version, sector: sector ?? GENERAL, editionHash, given, ...profile, edition } };
}

const named = ({ name }: Organisation): object => (name === undefined ? {} : { name });

/** A real case of which only the first question was answered, in no sector. Not while there is direct danger: then what can wait, waits. */
export function isUnframed({ exercise, chapters }: Case): boolean {
  const [first] = chapters;
  if (exercise || first?.sector !== GENERAL || chapters.length > 1 || first.answers.size !== 1) return false;
  return walkOf(first).deferred.length === 0;
}
