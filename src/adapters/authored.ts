/** Definitions from YAML: parsed, held against their schema and checked, with the place of every fault. Slow, so only when the built form does not fit. */
import { dirname, join } from "node:path";
import { withCare } from "../core/care.ts";
import { check } from "../core/check.ts";
import { FlowDefect } from "../core/defect.ts";
import type { CareSource, Edition, FlowSource, LanguageSource, NormsSource, OverlaySource, PracticeSource } from "../core/formats.ts";
import { checkLanguage } from "../core/language/check.ts";
import { nl } from "../core/nl.ts";
import { filled } from "../core/fill.ts";
import { origin, type Bundle, type Origin } from "../core/origin.ts";
import { assembled } from "../core/overlay.ts";
import type { At } from "../core/parts.ts";
import { checkPractice } from "../core/practicecheck.ts";
import { readText } from "./files.ts";
import { shapeFault } from "./shape.ts";
import { withUsed } from "./uses.ts";
import {
  care as isCare,
  flow as isFlow,
  language as isLanguage,
  norms as isNorms,
  overlay as isOverlay,
  practice as isPractice,
  type Validator,
} from "./validators.js";
import { parseYaml, type Path, type Place } from "./yaml.ts";

interface Read<T> {
  readonly file: string;
  readonly source: T;
  readonly place: (path: Path) => Place;
}

/** What belongs together, read from YAML, with the place of everything in it. */
export interface Gathered {
  readonly bundle: Bundle;
  /** file:line:column */
  readonly spot: (origin: Origin) => string;
}

/**
 * @param norms the path of a file with norms or rules of care, from the id that the flow names
 * @param overlay the file of an overlay; those that it builds on stand in the same folder
 * @throws FlowDefect with `file:line:column`
 */
export function gather(file: string, norms: (id: string) => string, overlay?: string): Gathered {
  const flow = readSource<FlowSource>(file, isFlow);
  const beside = flow.source.norms === undefined ? undefined : readSource<NormsSource>(norms(flow.source.norms), isNorms);
  const care = flow.source.care === undefined ? undefined : readSource<CareSource>(norms(flow.source.care), isCare);
  const overlays = overlay === undefined ? [] : chain(overlay);
  return {
    bundle: {
      flow: withCare(withUsed(flow.source, file), care?.source),
      norms: beside?.source,
      care: care?.source,
      overlays: overlays.map(({ source }) => source),
    },
    spot: ({ file: of, at }) => {
      const home = of === "flow" ? flow : of === "norms" ? (beside ?? flow) : of === "care" ? (care ?? flow) : (overlays[of] ?? flow);
      return line(home.file, home.place(at), "").replace(/: $/, "");
    },
  };
}

/** An overlay behind those that it builds on. */
function chain(file: string): readonly Read<OverlaySource>[] {
  const all: Read<OverlaySource>[] = [];
  for (let next: string | undefined = file; next !== undefined;) {
    const one: Read<OverlaySource> = readSource<OverlaySource>(next, isOverlay);
    if (all.some(({ source }) => source.id === one.source.id))
      throw new FlowDefect(line(one.file, one.place(["extends"]), nl.flow.extendsCircle(one.source.id)));
    all.unshift(one);
    next = one.source.extends === undefined ? undefined : join(dirname(next), `${one.source.extends}.yaml`);
  }
  return all;
}

/**
 * The edition of the flow in a file, with its norms file beside it and an overlay merged in.
 * @throws FlowDefect with `file:line:column` for every fault
 */
export function author(...parts: Parameters<typeof gather>): Edition {
  return filled(authorOpen(...parts));
}

/** The same; in its texts stand still the names of words and roles. */
export function authorOpen(...parts: Parameters<typeof gather>): Edition {
  const { bundle, spot } = gather(...parts);
  const { edition, merged, misfits } = assembled(bundle.flow, bundle.norms, bundle.overlays);
  const at = (keys: At): string => spot(origin(bundle, edition, keys));
  const faults =
    misfits.length > 0
      ? misfits.map(({ at: keys, what, base }) => `${at(["overlay", merged, ...keys])}: ${what} ${nl.flow.against(at(base))}`)
      : check(filled(edition)).map((problem) => `${at(problem.at)}: ${problem.what}`);
  if (faults.length > 0) throw new FlowDefect([nl.flow.wrong, ...faults].join("\n"));
  return edition;
}

/**
 * The practice cases in a file, held against the flow that they practise.
 * @param editionOf that flow, by its id
 * @throws FlowDefect with `file:line:column` for every fault
 */
export function authorPractice(file: string, editionOf: (flow: string) => Edition): PracticeSource {
  const { source, place } = readSource<PracticeSource>(file, isPractice);
  const problems = checkPractice(source, editionOf(source.flow));
  if (problems.length > 0) throw new FlowDefect([nl.flow.wrong, ...problems.map(({ at, what }) => line(file, place(at), what))].join("\n"));
  return source;
}

/** The words of a language file. @throws FlowDefect with `file:line:column` for every fault */
export function authorLanguage(file: string): LanguageSource {
  const { source, place } = readSource<LanguageSource>(file, isLanguage);
  const problems = checkLanguage(source);
  if (problems.length > 0) throw new FlowDefect([nl.flow.wrong, ...problems.map(({ at, what }) => line(file, place(at), what))].join("\n"));
  return source;
}

/** One YAML file that fits its schema. @throws FlowDefect with `file:line:column` */
export function readSource<T>(file: string, isSource: Validator<T>): Read<T> {
  const refuse = (what: string): FlowDefect => new FlowDefect(what);
  const parsed = parseYaml(readText(file, refuse));
  if ("what" in parsed) throw refuse(line(file, parsed, parsed.what));
  const { data, place } = parsed;
  if (isSource(data)) return { file, source: data, place };
  const fault = shapeFault(isSource.errors);
  throw refuse(line(file, place(fault.path), fault.what));
}

export const line = (file: string, at: Place, what: string): string => `${file}:${String(at.line)}:${String(at.column)}: ${what}`;
