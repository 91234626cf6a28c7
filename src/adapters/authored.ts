/** Definitions from YAML: parsed, held against their schema and checked, with the place of every fault. Slow, so only when the built form does not fit. */
import { check, type Problem } from "../core/check.ts";
import { FlowDefect } from "../core/defect.ts";
import type { Edition, FlowSource, LanguageSource, NormsSource, OverlaySource, PracticeSource } from "../core/formats.ts";
import { checkLanguage } from "../core/language/check.ts";
import { nl } from "../core/nl.ts";
import { edition } from "../core/overlay.ts";
import { checkPractice } from "../core/practicecheck.ts";
import { readText } from "./files.ts";
import { shapeFault } from "./shape.ts";
import {
  flow as isFlow,
  language as isLanguage,
  norms as isNorms,
  overlay as isOverlay,
  practice as isPractice,
  type Validator,
} from "./validators.js";
import { parseYaml, type Path, type Place } from "./yaml.ts";

interface Authored<T> {
  readonly file: string;
  readonly source: T;
  readonly place: (path: Path) => Place;
}

/**
 * The edition of the flow in a file, with its norms file beside it and overlays merged in.
 * @param norms the path of a norms file, from the flow's `norms` id
 * @throws FlowDefect with `file:line:column` for every fault
 */
export function author(file: string, norms: (id: string) => string, overlays: readonly string[] = []): Edition {
  const flow = readSource<FlowSource>(file, isFlow);
  const beside = flow.source.norms === undefined ? undefined : readSource<NormsSource>(norms(flow.source.norms), isNorms);
  const made = edition(
    flow.source,
    beside?.source,
    overlays.map((overlay) => readSource<OverlaySource>(overlay, isOverlay).source),
  );
  const problems = check(made);
  if (problems.length > 0) throw new FlowDefect([nl.flow.wrong, ...problems.map((problem) => placed(problem, flow, beside))].join("\n"));
  return made;
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
export function readSource<T>(file: string, isSource: Validator<T>): Authored<T> {
  const refuse = (what: string): FlowDefect => new FlowDefect(what);
  const parsed = parseYaml(readText(file, refuse));
  if ("what" in parsed) throw refuse(line(file, parsed, parsed.what));
  const { data, place } = parsed;
  if (isSource(data)) return { file, source: data, place };
  const fault = shapeFault(isSource.errors);
  throw refuse(line(file, place(fault.path), fault.what));
}

/** Where a problem of an edition stands: in the flow's file, or in the norms'. After a merge the place may be that of the base. */
function placed(problem: Problem, flow: Authored<FlowSource>, norms: Authored<NormsSource> | undefined): string {
  const [part, ...path] = problem.at;
  const home = part === "norms" && norms !== undefined ? norms : flow;
  return line(home.file, home.place(part === "norms" ? ["norms", ...path] : path), problem.what);
}

export const line = (file: string, at: Place, what: string): string => `${file}:${String(at.line)}:${String(at.column)}: ${what}`;
