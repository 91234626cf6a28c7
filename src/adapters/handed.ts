/** One definition file: what kind it is, and whether it fits the schema of that kind. */
import { FlowDefect } from "../core/defect.ts";
import type { Code, Spot } from "../core/finding.ts";
import type {
  CareSource,
  FlowSource,
  LanguageSource,
  NormsSource,
  OverlaySource,
  PracticeSource,
  RetentionSource,
} from "../core/formats.ts";
import { nl } from "../core/nl.ts";
import { words } from "../core/nl-check.ts";
import type { At } from "../core/parts.ts";
import { isMapping } from "../core/value.ts";
import { readText } from "./files.ts";
import { shapeFaults } from "./shape.ts";
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
/** A file that fits its schema. */
export type Handed =
  | Sound<"flow", FlowSource>
  | Sound<"norms", NormsSource>
  | Sound<"care", CareSource>
  | Sound<"language", LanguageSource>
  | Sound<"overlay", OverlaySource>
  | Sound<"practice", PracticeSource>
  | Sound<"retention", RetentionSource>;
export type Of<K extends Handed["kind"]> = Extract<Handed, { readonly kind: K }>;

/** Tells what is wrong, and where. */
export type Refuse = (code: Code, at: Spot, text: string) => void;

/** @returns undefined when it does not fit its schema, and that was told. @throws FlowDefect when it cannot be read at all */
export function handed(file: string, refuse: Refuse): Handed | undefined {
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
