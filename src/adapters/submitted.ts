/** Definitions that are handed in to be checked, put together with what belongs to them. */
import { existsSync, readdirSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { withCare } from "../core/care.ts";
import { FlowDefect } from "../core/defect.ts";
import { enders } from "../core/enders.ts";
import { filled } from "../core/fill.ts";
import type { Placed, Spot } from "../core/finding.ts";
import type { CareSource, FlowSource } from "../core/formats.ts";
import { checkLanguage } from "../core/language/check.ts";
import { nearest } from "../core/near.ts";
import { nl } from "../core/nl.ts";
import { words } from "../core/nl-check.ts";
import { origin, type Bundle, type Origin } from "../core/origin.ts";
import { assembled } from "../core/overlay.ts";
import { checkPractice } from "../core/practicecheck.ts";
import type { Submitted } from "../ports.ts";
import { overlayFile, SECTORS } from "./definitions.ts";
import { readText } from "./files.ts";
import { handed, type Handed, type Of, type Refuse } from "./handed.ts";
import { shapeFaults } from "./shape.ts";
import { isAsked, withUsed } from "./uses.ts";
import { flow as isFlow } from "./validators.js";

type Checked = Submitted["bundles"][number];

/** What was handed in, and where the rest is found. */
interface Desk {
  /** The shipped definitions. */
  readonly folder: string;
  readonly given: readonly Handed[];
  /** Those that were handed in, or use norms or rules of care that were. */
  readonly flows: readonly Of<"flow">[];
  readonly refuse: Refuse;
  /** Each file is read once. @returns undefined when it is not sound, and that was told */
  readonly read: (file: string) => Handed | undefined;
  /** A flow with its rules of care, the same each time, so that it is inspected once. */
  readonly whole: (flow: Of<"flow">, care: CareSource | undefined) => FlowSource;
}

/**
 * @param root the folder of the package
 * @param names files; none: all that is shipped
 * @throws FlowDefect when a file cannot be read at all
 */
export function submitted(root: string, names: readonly string[]): Submitted {
  const faults: Placed[] = [];
  const refuse: Refuse = (code, at, text) => void faults.push({ ...at, code, severity: "error", text });
  const known = new Map<string, Handed | undefined>();
  const read = (file: string): Handed | undefined => {
    const path = resolve(file);
    if (!known.has(path)) known.set(path, handed(file, refuse));
    return known.get(path);
  };
  const folder = join(root, "flows");
  const given = (names.length > 0 ? names : shipped(folder)).flatMap((file) => read(file) ?? []);
  const flows = given.filter((one) => one.kind === "flow");
  for (const beside of given.filter((one) => one.kind === "norms" || one.kind === "care"))
    if (!flows.some(({ source }) => source[beside.kind] === beside.source.id)) flows.push(...using(beside, read));
  const sources = flows.map(({ source }) => source);
  const made = new Map<Of<"flow">, FlowSource>();
  const whole: Desk["whole"] = (flow, care) => {
    const one = made.get(flow) ?? withCare(withUsed(flow.source, flow.file, [folder], sources), care);
    made.set(flow, one);
    return one;
  };
  const desk: Desk = { folder, given, flows, refuse, read, whole };
  const overlays = given.filter((one) => one.kind === "overlay");
  const bundles = [...flows.map((flow) => bundled(desk, flow)), ...overlays.map((overlay) => onBase(desk, overlay))];
  for (const practice of given.filter((one) => one.kind === "practice")) checkCases(desk, practice);
  const languages = given.filter((one) => one.kind === "language");
  for (const { source, spot } of languages) for (const { at, what } of checkLanguage(source)) refuse("vorm", spot(at), what);
  const reviews = languages.map(({ source: { review }, spot }) => ({ review, ...spot(["review"]) }));
  return { files: known.size, faults, reviews, bundles: bundles.filter((one) => one !== undefined) };
}

/** A definition by its id: one that was handed in, or a file of that name in one of the folders; undefined when that is not sound. */
function find<K extends Handed["kind"]>(desk: Desk, kind: K, id: string, folders: readonly string[]): Of<K> | "missing" | undefined {
  const fits = (one: Handed): one is Of<K> => one.kind === kind && one.source.id === id;
  const here = desk.given.find(fits);
  const file = folders.map((folder) => join(folder, `${id}.yaml`)).find((path) => existsSync(path));
  if (here !== undefined || file === undefined) return here ?? "missing";
  const one = desk.read(file);
  return one !== undefined && fits(one) ? one : undefined;
}

/** The norms or rules of care of a flow, from its folder; "unsound" when there are none that can be used, and that was told. */
function usedBy<K extends "norms" | "care">(desk: Desk, flow: Of<"flow">, kind: K): Of<K> | "unsound" | undefined {
  const id = flow.source[kind];
  if (id === undefined) return undefined;
  const folder = dirname(flow.file);
  const found = find(desk, kind, id, [folder]);
  if (found === "missing") {
    const missing = kind === "norms" ? words.noNorms : words.noCare;
    desk.refuse("onbekende-naam", flow.spot([kind]), missing(id, nearest(id, idsIn(folder))));
  }
  return found === "missing" ? "unsound" : (found ?? "unsound");
}

/** An overlay behind those that it builds on; undefined when one of them is not sound, and that was told. */
function chain(desk: Desk, overlay: Of<"overlay">): readonly Of<"overlay">[] | undefined {
  const all = [overlay];
  for (let [first = overlay] = all; first.source.extends !== undefined; [first = overlay] = all) {
    const id = first.source.extends;
    const before = find(desk, "overlay", id, [dirname(first.file), join(desk.folder, SECTORS)]);
    if (before === "missing") desk.refuse("onbekende-naam", first.spot(["extends"]), nl.flow.noExtended(id));
    if (before === undefined || before === "missing") return undefined;
    if (all.includes(before)) {
      desk.refuse("onbekende-naam", first.spot(["extends"]), nl.flow.extendsCircle(id));
      return undefined;
    }
    all.unshift(before);
  }
  return all;
}

/** A flow as it is checked, with what differs in a sector; undefined when what it needs is not sound, and that was told. */
function bundled(desk: Desk, flow: Of<"flow">, overlay?: Of<"overlay">): Checked | undefined {
  const norms = usedBy(desk, flow, "norms");
  const care = norms === "unsound" ? undefined : usedBy(desk, flow, "care");
  const overlays = overlay === undefined || care === "unsound" ? [] : chain(desk, overlay);
  if (norms === "unsound" || care === "unsound" || overlays === undefined) return undefined;
  const used = desk.whole(flow, care?.source);
  const bundle: Bundle = {
    flow: used,
    norms: norms?.source,
    care: care?.source,
    overlays: overlays.map(({ source }) => source),
  };
  const spot = ({ file, at }: Origin): Spot =>
    (file === "flow" ? flow : file === "norms" ? (norms ?? flow) : file === "care" ? (care ?? flow) : (overlays[file] ?? flow)).spot(at);
  if (!isStillFlow(bundle, spot, desk.refuse)) return undefined;
  checkEnders(desk, flow, bundle, spot);
  return { bundle, spot };
}

/** What an answer may end has to be asked somewhere. */
function checkEnders(desk: Desk, flow: Of<"flow">, bundle: Bundle, spot: (origin: Origin) => Spot): void {
  const { edition } = assembled(bundle.flow, bundle.norms, bundle.overlays);
  const all = [edition.flow, ...desk.flows.map(({ source }) => source)];
  const folders = [dirname(flow.file), desk.folder];
  // What a flow that was not handed in leaves to others, is told where it is checked itself; and reading all flows is felt.
  const left = new Set(
    bundle.overlays.length === 0 ? [] : enders(bundle.flow).flatMap(({ id }) => (isAsked(id, [], [bundle.flow]) ? [] : id)),
  );
  for (const { id, at } of enders(edition.flow))
    if (!left.has(id) && !isAsked(id, folders, all))
      desk.refuse("onbekende-naam", spot(origin(bundle, edition, at)), nl.flow.unknownEnder(id));
}

/** What differs in a sector, with the flow it belongs to. */
function onBase(desk: Desk, overlay: Of<"overlay">): Checked | undefined {
  const folder = dirname(overlay.file);
  const id = overlay.source.base;
  const base = find(desk, "flow", id, [folder, dirname(resolve(folder)), desk.folder]);
  if (base === undefined) return undefined;
  if (base !== "missing") return bundled(desk, base, overlay);
  const names = [...desk.flows.map(({ source }) => source.id), ...idsIn(folder), ...idsIn(desk.folder)];
  desk.refuse("onbekende-naam", overlay.spot(["base"]), words.noBase(id, nearest(id, names)));
  return undefined;
}

/** Practice cases against their flow. */
function checkCases(desk: Desk, practice: Of<"practice">): void {
  const id = practice.source.flow;
  const folders = [dirname(practice.file), desk.folder];
  const flow = find(desk, "flow", id, folders);
  if (flow === "missing") desk.refuse("onbekende-naam", practice.spot(["flow"]), nl.flow.unknown(id, nearest(id, folders.flatMap(idsIn))));
  if (flow === undefined || flow === "missing") return;
  const { norms: named } = flow.source;
  const norms = named === undefined ? undefined : find(desk, "norms", named, [dirname(flow.file)]);
  // What is wrong with the flow itself, is told of the flow.
  if (norms === "missing") return;
  for (const { at, what } of checkPractice(practice.source, filled(assembled(flow.source, norms?.source).edition)))
    desk.refuse("onbekende-naam", practice.spot(at), what);
}

/** The file of what differs in a sector. @throws UsageDefect when there is no such sector */
export const sectorFile = (root: string, sector: string | undefined): readonly string[] =>
  sector === undefined ? [] : [shortest(overlayFile(join(root, "flows"), sector))];

/** Whether the merged flow fits the schema of a flow as well. What does not fit together, is found later. */
function isStillFlow(bundle: Bundle, spot: (origin: Origin) => Spot, refuse: Refuse): boolean {
  if (bundle.overlays.length === 0) return true;
  const { edition, misfits } = assembled(bundle.flow, bundle.norms, bundle.overlays);
  const data: unknown = filled(edition).flow;
  if (misfits.length > 0 || isFlow(data)) return true;
  for (const { path, what } of shapeFaults(isFlow.errors)) refuse("vorm", spot(origin(bundle, edition, ["flow", ...path])), what);
  return false;
}

/** The flows in the folder of norms or rules of care that use them. */
function using(beside: Of<"norms" | "care">, read: Desk["read"]): readonly Of<"flow">[] {
  const folder = dirname(beside.file);
  return idsIn(folder)
    .map((id) => read(join(folder, `${id}.yaml`)))
    .filter((one) => one?.kind === "flow")
    .filter(({ source }) => source[beside.kind] === beside.source.id);
}

const idsIn = (folder: string): readonly string[] =>
  existsSync(folder) ? readdirSync(folder).flatMap((name) => (name.endsWith(".yaml") ? [name.slice(0, -5)] : [])) : [];

/** The definitions of the package; norms come with the flow that uses them. */
function shipped(folder: string): readonly string[] {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".yaml"));
  const isOurs = (file: string): boolean => /^(?:steps|base|cases|terms|classes):/m.test(readText(file, (what) => new FlowDefect(what)));
  return files
    .sort()
    .map((name) => shortest(join(folder, name)))
    .filter(isOurs);
}

function shortest(file: string): string {
  const short = relative(process.cwd(), resolve(file));
  return short.startsWith("..") ? resolve(file) : short;
}
