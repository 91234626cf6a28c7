/** Definitions that an organisation wrote itself: a folder of YAML files that add to what is shipped, or take its place, by id. */
import { existsSync, statSync } from "node:fs";
import { join } from "node:path";
import { FlowDefect, UsageDefect } from "../core/defect.ts";
import { filled } from "../core/fill.ts";
import type { Placed, Severity } from "../core/finding.ts";
import { nearest } from "../core/near.ts";
import { words } from "../core/nl-check.ts";
import { nl } from "../core/nl.ts";
import { origin, type Origin } from "../core/origin.ts";
import { assembled } from "../core/overlay.ts";
import { findingsIn } from "../core/report.ts";
import { isMapping } from "../core/value.ts";
import type { Authored, Definition, Submitted, Tailoring } from "../ports.ts";
import { asDefinition, ids, SECTORS } from "./definitions.ts";
import { readText } from "./files.ts";
import { submitted } from "./submitted.ts";
import { parseYaml } from "./yaml.ts";

/** Where own definitions are, and who hears of them. */
export interface Own {
  /** undefined: nowhere, beside what the profile of an organisation names. */
  readonly folder: string | undefined;
  /** yyyy-mm-dd */
  readonly today: () => string;
  readonly tell: (...lines: readonly string[]) => void;
  /** For an exercise: what `flow check` finds is told and refuses nothing, so that a counter-example can be played. */
  readonly exercise: boolean;
}

/**
 * A flow of which at least one file is the organisation's own.
 * @param root the folder of the package
 * @returns undefined when the flow, its norms and its overlays are as shipped
 * @throws UsageDefect when the folder is not there; FlowDefect with `file:line:column` for every error. Warnings are told.
 */
export function ownDefinition(root: string, own: Own, id: string, tailoring: Tailoring): Definition | undefined {
  assertFolder(own.folder);
  const files = filesOf(root, own.folder, id, tailoring);
  if (!files.some(({ isOwn }) => isOwn)) return undefined;
  return asDefinition(read(root, files, id, tailoring, judge(own)).edition);
}

/** @throws UsageDefect when there is no such folder */
export function assertFolder(folder: string | undefined): void {
  if (folder !== undefined && !(existsSync(folder) && statSync(folder).isDirectory())) throw new UsageDefect(nl.flow.noFolder(folder));
}

/**
 * A flow from its YAML, own or shipped, with the place of everything in it. Whether it is sound, `definition` has said.
 * @throws FlowDefect, UsageDefect
 */
export function authored(root: string, own: Own | undefined, id: string, sector?: string): Authored {
  const tailoring = sector === undefined ? {} : { sector };
  const files = filesOf(root, own?.folder, id, tailoring);
  if (files.length === 0) throw new UsageDefect(nl.flow.notFound(id, nearest(id, ids(join(root, "flows"), own?.folder))));
  return read(root, files, id, tailoring, undefined);
}

interface Found {
  readonly path: string;
  readonly isOwn: boolean;
}

/** The files of a flow, of its norms and of what differs in a sector: the own one where there is one, else the shipped one. None when there is no such flow. */
function filesOf(root: string, folder: string | undefined, id: string, { sector, additions }: Tailoring): readonly Found[] {
  const find = (...name: readonly string[]): Found | undefined =>
    [
      ...(folder === undefined ? [] : [{ path: `${join(folder, ...name)}.yaml`, isOwn: true }]),
      { path: `${join(root, "flows", ...name)}.yaml`, isOwn: false },
    ].find(({ path }) => existsSync(path));
  const isId = (text: unknown): text is string => typeof text === "string" && /^[a-z][a-z0-9-]*$/.test(text);
  const flow = isId(id) ? find(id) : undefined;
  if (flow === undefined) return [];
  const parsed = parseYaml(readText(flow.path, (what) => new FlowDefect(what)));
  const named = (key: string): unknown => ("data" in parsed && isMapping(parsed.data) ? parsed.data[key] : undefined);
  const beside = [named("norms"), named("care")].map((name) => (isId(name) ? find(name) : undefined));
  const overlay = additions !== undefined ? { path: additions, isOwn: true } : isId(sector) ? find(SECTORS, sector) : undefined;
  if (sector !== undefined && overlay === undefined)
    throw new UsageDefect(nl.flow.noSector(sector, nearest(sector, ids(join(root, "flows", SECTORS)))));
  return [flow, ...beside, overlay].filter((one) => one !== undefined);
}

type Judge = (handed: Submitted) => void;

/** The one place where an own definition is held against `flow check`: its errors refuse it but for an exercise, its warnings are told. */
function judge({ today, tell, exercise }: Own): Judge {
  return (handed) => {
    const { findings } = findingsIn(handed, today());
    const wrong = findings.filter(is("error"));
    if (wrong.length > 0 && !exercise) throw new FlowDefect([nl.flow.wrong, ...wrong.map(said)].join("\n"));
    if (wrong.length > 0) tell(nl.flow.practiceOnly, ...wrong.map(said));
    tell(...findings.filter(is("warning")).map(said));
  };
}

const is =
  (wanted: Severity) =>
  ({ severity }: Placed): boolean =>
    severity === wanted;

const said = ({ file, line, column, severity, text, code }: Placed): string =>
  words.line(`${file}:${String(line)}:${String(column)}`, severity, text, code);

function read(
  root: string,
  found: readonly Found[],
  id: string,
  { sector, roles, additions }: Tailoring,
  judged: Judge | undefined,
): Authored {
  const files = found.map(({ path }) => path);
  const handed = submitted(root, files);
  if (handed.faults.length > 0) throw new FlowDefect([nl.flow.wrong, ...handed.faults.map(said)].join("\n"));
  const [file = ""] = files;
  const isTailored = sector !== undefined || additions !== undefined;
  const whole = handed.bundles.find(({ bundle }) => bundle.flow.id === id && bundle.overlays.length > 0 === isTailored);
  if (whole === undefined) throw new FlowDefect(nl.flow.otherId(file, id));
  const { bundle, spot } = whole;
  if (sector !== undefined && !bundle.overlays.some((overlay) => overlay.id === sector))
    throw new FlowDefect(nl.flow.otherSector(additions ?? file, sector));
  judged?.(handed);
  const { edition: open, misfits } = assembled(bundle.flow, bundle.norms, bundle.overlays);
  const place = (from: Origin): string => {
    const { file: home, line, column } = spot(from);
    return `${home}:${String(line)}:${String(column)}`;
  };
  if (misfits[0] !== undefined) throw new FlowDefect(misfits[0].what);
  return {
    edition: filled(open, roles),
    spot: (at) => place(origin(bundle, open, at)),
    isChanged: (at) => origin(bundle, open, at).file === bundle.overlays.length - 1,
  };
}
