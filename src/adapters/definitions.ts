/** The shipped flows: as they were built when that fits the YAML, else from the YAML itself. The YAML is the source. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { UsageDefect } from "../core/defect.ts";
import { filled } from "../core/fill.ts";
import type { Edition } from "../core/formats.ts";
import { nearest } from "../core/near.ts";
import { nl } from "../core/nl.ts";
import type { Definition, Tailoring } from "../ports.ts";
import { built } from "./built.ts";
import { sha256 } from "./crypto.ts";
import { onDisk } from "./files.ts";
import type { Own } from "./own.ts";

/**
 * A flow by its id, as it is in a sector and for an organisation.
 * @param root the folder of the package, with flows/ and dist/
 * @param own the organisation's own definitions, which go before the shipped ones
 * @throws UsageDefect when there is none; FlowDefect when it is wrong
 */
export async function definition(root: string, id: string, own?: Own, tailoring: Tailoring = {}): Promise<Definition> {
  const { sector, roles, additions } = tailoring;
  if (own !== undefined && (own.folder !== undefined || additions !== undefined)) {
    const theirs = (await import("./own.ts")).ownDefinition(root, own, id, tailoring);
    if (theirs !== undefined) return theirs;
  }
  const folder = join(root, "flows");
  const file = join(folder, `${id}.yaml`);
  if (!/^[a-z][a-z0-9-]*$/.test(id) || !existsSync(file))
    throw new UsageDefect(nl.flow.notFound(id, nearest(id, ids(folder, own?.folder))));
  const overlay = sector === undefined ? undefined : overlayFile(folder, sector);
  const hasRoles = roles !== undefined && Object.keys(roles).length > 0;
  const known = built<Definition>(root, builtName(id, sector, hasRoles), ({ edition }) => filesOf(folder, edition));
  if (known !== undefined) return hasRoles ? asDefinition(filled(known.edition, roles)) : known;
  const { author, authorOpen } = await import("./authored.ts");
  const norms = (name: string): string => join(folder, `${name}.yaml`);
  return asDefinition(hasRoles ? filled(authorOpen(file, norms, overlay), roles) : author(file, norms, overlay));
}

/** What the build leaves in dist/flows/. @param open with the names of roles still in the texts */
export const builtName = (id: string, sector: string | undefined, open: boolean): string =>
  `${open ? "open/" : ""}${sector === undefined ? id : `${id}.${sector}`}.json`;

export const asDefinition = (edition: Edition): Definition => ({ edition, editionHash: sha256(JSON.stringify(edition)) });

/** @param folder flows/. @throws UsageDefect when there is no such sector */
export function overlayFile(folder: string, sector: string): string {
  const file = join(folder, SECTORS, `${sector}.yaml`);
  if (!/^[a-z][a-z0-9-]*$/.test(sector) || !existsSync(file))
    throw new UsageDefect(nl.flow.noSector(sector, nearest(sector, ids(join(folder, SECTORS)))));
  return file;
}

/** The folder, in flows/, of what differs per sector. */
export const SECTORS = "sectoren";

/** @throws DiskDefect */
const contentOf = (path: string): string => onDisk(path, () => readFileSync(path, "utf8"));

/** The YAML files an edition comes from; what it uses may stand in any of them. @param folder flows/ */
export function filesOf(folder: string, { flow, overlays }: Edition): readonly string[] {
  const own = [flow.id, ...[flow.norms, flow.care].filter((id) => id !== undefined), ...overlays.map((id) => join(SECTORS, id))];
  const names = flow.given === undefined ? own : [...own, ...ids(folder)];
  return names.map((name) => join(folder, `${name}.yaml`));
}

/** The ids of all flows, shipped or own; what has no steps is no flow. */
export function flowIds(root: string, own: Own | undefined): readonly string[] {
  const folders = [own?.folder, join(root, "flows")].filter((folder) => folder !== undefined);
  const isFlow = (id: string): boolean =>
    folders.some((folder) => existsSync(join(folder, `${id}.yaml`)) && /^steps:/m.test(contentOf(join(folder, `${id}.yaml`))));
  return [...new Set(ids(...folders))].filter(isFlow).sort();
}

/** The ids that definitions in these folders have. */
export const ids = (...folders: readonly (string | undefined)[]): readonly string[] =>
  folders.flatMap((folder) =>
    folder === undefined || !existsSync(folder)
      ? []
      : onDisk(folder, () => readdirSync(folder)).flatMap((name) =>
          /^[a-z][a-z0-9-]*\.yaml$/.test(name) ? [name.slice(0, -".yaml".length)] : [],
        ),
  );
