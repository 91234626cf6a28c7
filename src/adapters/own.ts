/** Definitions that an organisation wrote itself: a folder of YAML files that add to what is shipped, or take its place, by id. */
import { existsSync, statSync } from "node:fs";
import { join } from "node:path";
import { FlowDefect, UsageDefect } from "../core/defect.ts";
import type { Placed, Severity } from "../core/finding.ts";
import { nearest } from "../core/near.ts";
import { words } from "../core/nl-check.ts";
import { nl } from "../core/nl.ts";
import { origin } from "../core/origin.ts";
import { edition as merged } from "../core/overlay.ts";
import { findingsIn } from "../core/report.ts";
import { isMapping } from "../core/value.ts";
import type { Authored, Definition, Submitted } from "../ports.ts";
import { sha256 } from "./chain.ts";
import { ids } from "./definitions.ts";
import { readText } from "./files.ts";
import { submitted } from "./submitted.ts";
import { parseYaml } from "./yaml.ts";

/** Where own definitions are, and who hears of them. */
export interface Own {
  readonly folder: string;
  /** yyyy-mm-dd */
  readonly today: () => string;
  readonly tell: (...lines: readonly string[]) => void;
}

/**
 * A flow of which at least one file is the organisation's own.
 * @param root the folder of the package
 * @returns undefined when the flow and its norms are as shipped
 * @throws UsageDefect when the folder is not there; FlowDefect with `file:line:column` for every error. Warnings are told.
 */
export function ownDefinition(root: string, own: Own, id: string): Definition | undefined {
  if (!existsSync(own.folder) || !statSync(own.folder).isDirectory()) throw new UsageDefect(nl.flow.noFolder(own.folder));
  const files = filesOf(root, own.folder, id);
  if (!files.some(({ isOwn }) => isOwn)) return undefined;
  const { edition } = read(
    root,
    files.map(({ path }) => path),
    id,
    judge(own),
  );
  return { edition, editionHash: sha256(JSON.stringify(edition)) };
}

/**
 * A flow from its YAML, own or shipped, with the place of everything in it. Whether it is sound, `definition` has said.
 * @throws FlowDefect, UsageDefect
 */
export function authored(root: string, own: Own | undefined, id: string): Authored {
  const files = filesOf(root, own?.folder, id).map(({ path }) => path);
  if (files.length === 0) throw new UsageDefect(nl.flow.notFound(id, nearest(id, ids(join(root, "flows"), own?.folder))));
  return read(root, files, id, undefined);
}

/** The file of a flow and that of its norms: the own one where there is one, else the shipped one. None when there is no such flow. */
function filesOf(root: string, folder: string | undefined, id: string): readonly { readonly path: string; readonly isOwn: boolean }[] {
  const find = (name: string): { path: string; isOwn: boolean } | undefined =>
    [
      ...(folder === undefined ? [] : [{ path: join(folder, `${name}.yaml`), isOwn: true }]),
      { path: join(root, "flows", `${name}.yaml`), isOwn: false },
    ].find(({ path }) => existsSync(path));
  const flow = /^[a-z][a-z0-9-]*$/.test(id) ? find(id) : undefined;
  if (flow === undefined) return [];
  const parsed = parseYaml(readText(flow.path, (what) => new FlowDefect(what)));
  const named = "data" in parsed && isMapping(parsed.data) ? parsed.data["norms"] : undefined;
  const norms = typeof named === "string" && /^[a-z][a-z0-9-]*$/.test(named) ? find(named) : undefined;
  return norms === undefined ? [flow] : [flow, norms];
}

type Judge = (handed: Submitted) => void;

/** The one place where an own definition is held against `flow check`: its errors refuse it, its warnings are told. */
function judge({ today, tell }: Own): Judge {
  return (handed) => {
    const { findings } = findingsIn(handed, today());
    const wrong = findings.filter(({ severity }) => severity === "error");
    if (wrong.length > 0) throw new FlowDefect([nl.flow.wrong, ...wrong.map(said)].join("\n"));
    tell(...findings.filter(is("warning")).map(said));
  };
}

const is =
  (wanted: Severity) =>
  ({ severity }: Placed): boolean =>
    severity === wanted;

const said = ({ file, line, column, severity, text, code }: Placed): string =>
  words.line(`${file}:${String(line)}:${String(column)}`, severity, text, code);

function read(root: string, files: readonly string[], id: string, judged: Judge | undefined): Authored {
  const handed = submitted(root, files);
  if (handed.faults.length > 0) throw new FlowDefect([nl.flow.wrong, ...handed.faults.map(said)].join("\n"));
  const [file = ""] = files;
  const found = handed.bundles.find(({ bundle }) => bundle.flow.id === id);
  if (found === undefined) throw new FlowDefect(nl.flow.otherId(file, id));
  judged?.(handed);
  const { bundle, spot } = found;
  const edition = merged(bundle.flow, bundle.norms, bundle.overlays);
  return {
    edition,
    spot: (at) => {
      const place = spot(origin(bundle, edition, at));
      return `${place.file}:${String(place.line)}:${String(place.column)}`;
    },
  };
}
