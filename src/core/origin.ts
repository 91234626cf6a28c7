/** Definitions that belong together, and where in them a part of their edition was written. */
import type { CareSource, Edition, FlowSource, NormsSource, OverlaySource } from "./formats.ts";
import type { At } from "./parts.ts";

export interface Bundle {
  /** With the rules of care behind its own checks. */
  readonly flow: FlowSource;
  readonly norms: NormsSource | undefined;
  readonly care?: CareSource | undefined;
  /** In the order in which they are merged. */
  readonly overlays: readonly OverlaySource[];
}

/** A spot in one of the files of a bundle; a number is that overlay. */
export interface Origin {
  readonly file: "flow" | "norms" | "care" | number;
  readonly at: At;
}

/**
 * Where something of an edition comes from. What an overlay changed stands in the overlay.
 * @param at keys from the top of the edition, `flow` or `norms` first; or of a file itself, with `norms-file`, `care-file` or `overlay` and its number first
 */
export function origin({ flow, norms, care, overlays }: Bundle, edition: Edition, [part, ...at]: At): Origin {
  if (part === "norms-file") return { file: "norms", at };
  if (part === "care-file") return { file: "care", at };
  if (part === "overlay") return { file: Number(at[0]), at: at.slice(1) };
  if (part === "flow" && (at[0] === "checks" || at[0] === "facts") && at.length > 1) {
    const id = edition.flow[at[0]]?.[Number(at[1])]?.id ?? "";
    return ofCheck({ flow, norms, care, overlays }, at[0], id, at.slice(2));
  }
  if (overlays.length === 0) return part === "norms" ? { file: "norms", at: ["norms", ...at] } : { file: "flow", at };
  if (part === "norms") return ofNorm(overlays, norms, edition.norms[Number(at[0])]?.id ?? "", at.slice(1));
  const [key, first, second, i, ...rest] = at;
  const step = key === "steps" ? edition.flow.steps[Number(first)] : undefined;
  if (step !== undefined) {
    const question = second === "questions" ? step.questions[Number(i)] : undefined;
    if (question !== undefined) return ofQuestion(flow, overlays, question.id, rest);
    const changed = second === undefined ? undefined : latest(overlays, ({ steps = [] }) => indexOf(steps, step.id, second));
    if (changed !== undefined) return { file: changed.file, at: ["steps", changed.index, ...at.slice(2)] };
    return { file: "flow", at: ["steps", flow.steps.findIndex(({ id }) => id === step.id), ...at.slice(2)] };
  }
  if (key === "outcomes") {
    const id = edition.flow.outcomes[Number(first)]?.id ?? "";
    const changed = latest(overlays, ({ outcomes = [] }) => indexOf(outcomes, id, second));
    if (changed !== undefined) return { file: changed.file, at: ["outcomes", changed.index, ...at.slice(2)] };
  }
  if (key === "decision" && (first === "report" || first === "help") && second === "rules") {
    const changed = latest(overlays, ({ rules }) => (rules?.[first] === undefined ? -1 : 0));
    if (changed !== undefined) return { file: changed.file, at: ["rules", first, ...at.slice(3)] };
  }
  if (key === "framework" || key === "afwegingen") {
    const changed = latest(overlays, (overlay) => (overlay[key] === undefined ? -1 : 0));
    if (changed !== undefined) return { file: changed.file, at };
  }
  return { file: "flow", at };
}

/** The last overlay in which an index is found. */
function latest(
  overlays: readonly OverlaySource[],
  index: (overlay: OverlaySource) => number,
): { readonly file: number; readonly index: number } | undefined {
  for (const [file, overlay] of [...overlays.entries()].reverse()) {
    const found = index(overlay);
    if (found >= 0) return { file, index: found };
  }
  return undefined;
}

/** The part with this id that says something of a key. */
const indexOf = (parts: readonly { readonly id: string }[], id: string, key: string | number | undefined): number =>
  parts.findIndex((one) => one.id === id && String(key) !== "id" && Object.hasOwn(one, String(key)));

function ofQuestion(flow: FlowSource, overlays: readonly OverlaySource[], id: string, at: At): Origin {
  const [key, i, inner] = at;
  for (const [file, { add = [], replace = [] }] of [...overlays.entries()].reverse()) {
    const changed = indexOf(replace, id, key);
    if (changed >= 0 && key !== "fields") return { file, at: ["replace", changed, ...at] };
    const texts = key === "options" || key === "fields" ? replace.findIndex((one) => one.id === id) : -1;
    const before = flow.steps.flatMap(({ questions }) => questions).find((one) => one.id === id);
    const part = key === "options" || key === "fields" ? before?.[key]?.[Number(i)]?.id : undefined;
    const list = key === "options" ? "optionTexts" : "fields";
    const j = part === undefined ? -1 : indexOf(replace[texts]?.[list] ?? [], part, inner);
    if (j >= 0) return { file, at: ["replace", texts, list, j, ...at.slice(2)] };
    const added = add.findIndex(({ question }) => question.id === id);
    if (added >= 0) return { file, at: ["add", added, "question", ...at] };
  }
  const step = flow.steps.findIndex(({ questions }) => questions.some((one) => one.id === id));
  const question = flow.steps[step]?.questions.findIndex((one) => one.id === id) ?? -1;
  return { file: "flow", at: ["steps", step, "questions", question, ...at] };
}

/** Of a check or fact: the overlay that changed or added it, the rules of care, or the flow itself. */
function ofCheck({ flow, care, overlays }: Bundle, kind: "checks" | "facts", id: string, at: At): Origin {
  for (const [file, overlay] of [...overlays.entries()].reverse()) {
    const changed = kind === "checks" ? indexOf(overlay.replaceChecks ?? [], id, at[0]) : -1;
    if (changed >= 0) return { file, at: ["replaceChecks", changed, ...at] };
    const whole = overlay[kind]?.findIndex((one) => one.id === id) ?? -1;
    if (whole >= 0) return { file, at: [kind, whole, ...at] };
  }
  const rule = (kind === "checks" ? care?.rules : care?.facts)?.findIndex((one) => one.id === id) ?? -1;
  if (rule >= 0) return { file: "care", at: [kind === "checks" ? "rules" : "facts", rule, ...at] };
  return { file: "flow", at: [kind, flow[kind]?.findIndex((one) => one.id === id) ?? -1, ...at] };
}

function ofNorm(overlays: readonly OverlaySource[], norms: Bundle["norms"], id: string, at: At): Origin {
  for (const [file, overlay] of [...overlays.entries()].reverse()) {
    const changed = indexOf(overlay.replaceNorms ?? [], id, at[0]);
    if (changed >= 0) return { file, at: ["replaceNorms", changed, ...at] };
    const whole = overlay.norms?.findIndex((norm) => norm.id === id) ?? -1;
    if (whole >= 0) return { file, at: ["norms", whole, ...at] };
  }
  return { file: "norms", at: ["norms", norms?.norms.findIndex((norm) => norm.id === id) ?? -1, ...at] };
}
