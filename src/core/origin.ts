/** Definitions that belong together, and where in them a part of their edition was written. */
import type { Edition, FlowSource, NormsSource, OverlaySource } from "./formats.ts";
import type { At } from "./parts.ts";

export interface Bundle {
  readonly flow: FlowSource;
  readonly norms: NormsSource | undefined;
  /** In the order in which they are merged. */
  readonly overlays: readonly OverlaySource[];
}

/** A spot in one of the files of a bundle; a number is that overlay. */
export interface Origin {
  readonly file: "flow" | "norms" | number;
  readonly at: At;
}

/**
 * Where something of an edition comes from. What an overlay changed stands in the overlay.
 * @param at keys from the top of the edition, `flow` or `norms` first; or of a file itself, with `norms-file` or `overlay` and its number first
 */
export function origin({ flow, norms, overlays }: Bundle, edition: Edition, [part, ...at]: At): Origin {
  if (part === "norms-file") return { file: "norms", at };
  if (part === "overlay") return { file: Number(at[0]), at: at.slice(1) };
  if (part === "norms" && overlays.length === 0) return { file: "norms", at: ["norms", ...at] };
  if (part === "norms") return ofNorm(overlays, norms, edition.norms[Number(at[0])]?.id ?? "", at.slice(1));
  const [steps, s, questions, i, ...rest] = at;
  const step = steps === "steps" ? edition.flow.steps[Number(s)] : undefined;
  if (step === undefined) return { file: "flow", at };
  const question = questions === "questions" ? step.questions[Number(i)] : undefined;
  if (question !== undefined && overlays.length > 0) return ofQuestion(flow, overlays, question.id, rest);
  if (overlays.length === 0) return { file: "flow", at };
  return { file: "flow", at: ["steps", flow.steps.findIndex(({ id }) => id === step.id), ...at.slice(2)] };
}

function ofQuestion(flow: FlowSource, overlays: readonly OverlaySource[], id: string, at: At): Origin {
  for (const [file, { add = [], replace = [] }] of [...overlays.entries()].reverse()) {
    const changed = replace.findIndex((one) => one.id === id && String(at[0]) !== "id" && Object.hasOwn(one, String(at[0])));
    if (changed >= 0) return { file, at: ["replace", changed, ...at] };
    const added = add.findIndex(({ question }) => question.id === id);
    if (added >= 0) return { file, at: ["add", added, "question", ...at] };
  }
  const step = flow.steps.findIndex(({ questions }) => questions.some((one) => one.id === id));
  const question = flow.steps[step]?.questions.findIndex((one) => one.id === id) ?? -1;
  return { file: "flow", at: ["steps", step, "questions", question, ...at] };
}

function ofNorm(overlays: readonly OverlaySource[], norms: Bundle["norms"], id: string, at: At): Origin {
  for (const [file, overlay] of [...overlays.entries()].reverse()) {
    const index = overlay.norms?.findIndex((norm) => norm.id === id) ?? -1;
    if (index >= 0) return { file, at: ["norms", index, ...at] };
  }
  return { file: "norms", at: ["norms", norms?.norms.findIndex((norm) => norm.id === id) ?? -1, ...at] };
}
