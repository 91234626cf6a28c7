/** Definitions that are handed in to be checked: read, told apart, and put together with what belongs to them. */
import { existsSync, readdirSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { FlowDefect } from "../core/defect.ts";
import type { Code, Placed, Spot } from "../core/finding.ts";
import type {
  CareSource,
  FlowSource,
  LanguageSource,
  NormsSource,
  OverlaySource,
  PracticeSource,
  RetentionSource,
} from "../core/formats.ts";
import { withCare } from "../core/care.ts";
import { checkLanguage } from "../core/language/check.ts";
import { nearest } from "../core/near.ts";
import { nl } from "../core/nl.ts";
import { words } from "../core/nl-check.ts";
import { origin, type Bundle, type Origin } from "../core/origin.ts";
import { enders } from "../core/enders.ts";
import { filled } from "../core/fill.ts";
import { assembled } from "../core/overlay.ts";
import type { At } from "../core/parts.ts";
import { checkPractice } from "../core/practicecheck.ts";
import { isMapping } from "../core/value.ts";
import type { Submitted } from "../ports.ts";
import { overlayFile, SECTORS } from "./definitions.ts";
import { readText } from "./files.ts";
import { shapeFaults } from "./shape.ts";
import { isAsked, withUsed } from "./uses.ts";
import {
  care as isCare,
  flow as isFlow,
  language as isLanguage,
  norms as isNorms,
  overlay as isOverlay,
  practice as isPractice,
  retention as isRetention,
  type Validator,
} from "./validators.js";
import { parseYaml } from "./yaml.ts";

interface Sound<K extends string, T> {
  readonly kind: K;
  readonly file: string;
  readonly source: T;
  readonly spot: (at: At) => Spot;
}
type Read =
  | Sound<"flow", FlowSource>
  | Sound<"norms", NormsSource>
  | Sound<"care", CareSource>
  | Sound<"language", LanguageSource>
  | Sound<"overlay", OverlaySource>
  | Sound<"practice", PracticeSource>
  | Sound<"retention", RetentionSource>;
type Of<K extends Read["kind"]> = Extract<Read, { readonly kind: K }>;

/**
 * @param root the folder of the package
 * @param names files; none: all that is shipped
 * @throws FlowDefect when a file cannot be read at all
 */
export function submitted(root: string, names: readonly string[]): Submitted {
  const faults: Placed[] = [];
  const known = new Map<string, Read | undefined>();
  const refuse = (code: Code, at: Spot, text: string): void => void faults.push({ ...at, code, severity: "error", text });
  const read = (file: string): Read | undefined => {
    const path = resolve(file);
    if (!known.has(path)) known.set(path, readOne(file, refuse));
    return known.get(path);
  };
  const given = (names.length > 0 ? names : shipped(root)).flatMap((file) => read(file) ?? []);
  /** A definition by its id: one that was handed in, or a file of that name in one of the folders. */
  const find = <K extends Read["kind"]>(kind: K, id: string, folders: readonly string[]): Of<K> | "missing" | undefined => {
    const fits = (one: Read): one is Of<K> => one.kind === kind && one.source.id === id;
    const here = given.find(fits);
    const file = folders.map((folder) => join(folder, `${id}.yaml`)).find((path) => existsSync(path));
    if (here !== undefined || file === undefined) return here ?? "missing";
    const one = read(file);
    return one !== undefined && fits(one) ? one : undefined;
  };

  /** An overlay behind those that it builds on; undefined when one of them is not sound, and that was told. */
  const chain = (overlay: Of<"overlay">): readonly Of<"overlay">[] | undefined => {
    const all = [overlay];
    for (let [first = overlay] = all; first.source.extends !== undefined; [first = overlay] = all) {
      const id = first.source.extends;
      const before = find("overlay", id, [dirname(first.file), join(root, "flows", SECTORS)]);
      if (before === "missing") refuse("onbekende-naam", first.spot(["extends"]), nl.flow.noExtended(id));
      if (before === undefined || before === "missing") return undefined;
      if (all.includes(before)) {
        refuse("onbekende-naam", first.spot(["extends"]), nl.flow.extendsCircle(id));
        return undefined;
      }
      all.unshift(before);
    }
    return all;
  };

  const all: Submitted["bundles"][number][] = [];
  const normsOf = ({ source: { norms: id }, file }: Of<"flow">): Of<"norms"> | "missing" | undefined =>
    id === undefined ? undefined : find("norms", id, [dirname(file)]);
  const careOf = ({ source: { care: id }, file }: Of<"flow">): Of<"care"> | "missing" | undefined =>
    id === undefined ? undefined : find("care", id, [dirname(file)]);
  /** Each flow with its rules of care once, so that it is inspected once. */
  const cared = new Map<Of<"flow">, FlowSource>();
  const whole = (flow: Of<"flow">, care: CareSource | undefined): FlowSource => {
    const made =
      cared.get(flow) ??
      withCare(
        withUsed(
          flow.source,
          flow.file,
          [join(root, "flows")],
          flows.map(({ source }) => source),
        ),
        care,
      );
    cared.set(flow, made);
    return made;
  };
  const put = (flow: Of<"flow">, overlay: Of<"overlay"> | undefined): void => {
    const id = flow.source.norms;
    const folder = dirname(flow.file);
    const norms = normsOf(flow);
    if (norms === "missing") refuse("onbekende-naam", flow.spot(["norms"]), words.noNorms(id ?? "", nearest(id ?? "", idsIn(folder))));
    if (norms === "missing" || (id !== undefined && norms === undefined)) return;
    const care = careOf(flow);
    if (care === "missing") {
      const name = flow.source.care ?? "";
      refuse("onbekende-naam", flow.spot(["care"]), words.noCare(name, nearest(name, idsIn(folder))));
    }
    if (care === "missing" || (flow.source.care !== undefined && care === undefined)) return;
    const overlays = overlay === undefined ? [] : chain(overlay);
    if (overlays === undefined) return;
    const used = whole(flow, care?.source);
    const bundle: Bundle = {
      flow: used,
      norms: norms?.source,
      care: care?.source,
      overlays: overlays.map(({ source }) => source),
    };
    const spot = ({ file, at }: Origin): Spot =>
      (file === "flow" ? flow : file === "norms" ? (norms ?? flow) : file === "care" ? (care ?? flow) : (overlays[file] ?? flow)).spot(at);
    if (!isStillFlow(bundle, spot, refuse)) return;
    const { edition } = assembled(used, norms?.source, bundle.overlays);
    const handed = [edition.flow, ...flows.map(({ source }) => source)];
    // What a flow that was not handed in leaves to others, is told where it is checked itself; and reading all flows is felt.
    const left = new Set(overlay === undefined ? [] : enders(used).flatMap(({ id }) => (isAsked(id, [], [used]) ? [] : id)));
    for (const { id, at } of enders(edition.flow))
      if (!left.has(id) && !isAsked(id, [folder, join(root, "flows")], handed))
        refuse("onbekende-naam", spot(origin(bundle, edition, at)), nl.flow.unknownEnder(id));
    all.push({ bundle, spot });
  };
  const flows = given.filter((one) => one.kind === "flow");
  for (const beside of given.filter((one) => one.kind === "norms" || one.kind === "care"))
    if (!flows.some(({ source }) => source[beside.kind] === beside.source.id)) flows.push(...using(beside, read));
  for (const flow of flows) put(flow, undefined);
  for (const overlay of given.filter((one) => one.kind === "overlay")) {
    const folder = dirname(overlay.file);
    const base = find("flow", overlay.source.base, [folder, dirname(resolve(folder)), join(root, "flows")]);
    const names = [...flows.map(({ source }) => source.id), ...idsIn(folder), ...idsIn(join(root, "flows"))];
    if (base === "missing")
      refuse("onbekende-naam", overlay.spot(["base"]), words.noBase(overlay.source.base, nearest(overlay.source.base, names)));
    else if (base !== undefined) put(base, overlay);
  }
  for (const practice of given.filter((one) => one.kind === "practice")) {
    const id = practice.source.flow;
    const flow = find("flow", id, [dirname(practice.file), join(root, "flows")]);
    if (flow === "missing")
      refuse(
        "onbekende-naam",
        practice.spot(["flow"]),
        nl.flow.unknown(id, nearest(id, [dirname(practice.file), join(root, "flows")].flatMap(idsIn))),
      );
    const norms = flow === "missing" || flow === undefined ? undefined : normsOf(flow);
    // What is wrong with the flow itself, is told of the flow.
    if (flow === "missing" || flow === undefined || norms === "missing") continue;
    for (const { at, what } of checkPractice(practice.source, filled(assembled(flow.source, norms?.source).edition)))
      refuse("onbekende-naam", practice.spot(at), what);
  }
  const languages = given.filter((one) => one.kind === "language");
  for (const { source, spot } of languages) for (const { at, what } of checkLanguage(source)) refuse("vorm", spot(at), what);
  const reviews = languages.map(({ source: { review }, spot }) => ({ review, ...spot(["review"]) }));
  return { files: known.size, faults, reviews, bundles: all };
}

/** The file of what differs in a sector. @throws UsageDefect when there is no such sector */
export const sectorFile = (root: string, sector: string | undefined): readonly string[] =>
  sector === undefined ? [] : [shortest(overlayFile(join(root, "flows"), sector))];

type Refuse = (code: Code, at: Spot, text: string) => void;

/** One file that fits its schema; undefined when it does not, and that was told. */
function readOne(file: string, refuse: Refuse): Read | undefined {
  const parsed = parseYaml(readText(file, (what) => new FlowDefect(what)));
  if ("what" in parsed) {
    refuse("yaml", { file, line: parsed.line, column: parsed.column }, parsed.what);
    return undefined;
  }
  const { data, place } = parsed;
  const spot = (at: At): Spot => ({ file, ...place(at) });
  const sound = <K extends string, T>(kind: K, isSource: Validator<T>): Sound<K, T> | undefined => {
    try {
      if (isSource(data)) return { kind, file, source: data, spot };
      for (const { path, what } of shapeFaults(isSource.errors)) refuse("vorm", spot(path), what);
    } catch (error) {
      // Nested deeper than the stack.
      if (!(error instanceof RangeError)) throw error;
      refuse("vorm", spot([]), words.tooDeep);
    }
    return undefined;
  };
  if (!isMapping(data)) {
    refuse("vorm", spot([]), nl.yaml.notMapping);
    return undefined;
  }
  if ("cases" in data) return sound("practice", isPractice);
  if ("terms" in data) return sound("retention", isRetention);
  if ("classes" in data) return sound("language", isLanguage);
  if ("rules" in data && !("base" in data)) return sound("care", isCare);
  if (!["steps", "outcomes", "norms", "base"].some((key) => key in data)) {
    refuse("vorm", spot([]), words.noDefinition);
    return undefined;
  }
  if ("base" in data) return sound("overlay", isOverlay);
  return Array.isArray(data["norms"]) && !("steps" in data) ? sound("norms", isNorms) : sound("flow", isFlow);
}

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
function using(beside: Of<"norms" | "care">, read: (file: string) => Read | undefined): readonly Of<"flow">[] {
  const folder = dirname(beside.file);
  return idsIn(folder)
    .map((id) => read(join(folder, `${id}.yaml`)))
    .filter((one) => one?.kind === "flow")
    .filter(({ source }) => source[beside.kind] === beside.source.id);
}

const idsIn = (folder: string): readonly string[] =>
  existsSync(folder) ? readdirSync(folder).flatMap((name) => (name.endsWith(".yaml") ? [name.slice(0, -5)] : [])) : [];

/** The definitions of the package; norms come with the flow that uses them. */
function shipped(root: string): readonly string[] {
  const folder = join(root, "flows");
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
