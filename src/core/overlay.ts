/** Overlays: what a sector or organisation changes in a flow, merged before the walk. */
import { FlowDefect } from "./defect.ts";
import type { Edition, FlowSource, NormsSource, OverlaySource, QuestionSource, StepSource } from "./formats.ts";
import { nl } from "./nl.ts";

/**
 * The edition of a flow: its norms beside it and its overlays merged in, in the order given.
 * @throws FlowDefect when an overlay was written for another version, or names what is not there
 */
export function edition(flow: FlowSource, norms: NormsSource | undefined, overlays: readonly OverlaySource[] = []): Edition {
  const base: Edition = { flow: { ...flow, sources: union(flow.sources, norms?.sources ?? []) }, norms: norms?.norms ?? [], overlays: [] };
  return overlays.reduce(merge, base);
}

function merge(base: Edition, overlay: OverlaySource): Edition {
  const { flow } = base;
  if (overlay.base !== flow.id || overlay.baseVersion !== flow.version)
    throw new FlowDefect(nl.flow.otherBase(overlay.id, `${overlay.base} ${overlay.baseVersion}`, `${flow.id} ${flow.version}`));
  const known = new Set(flow.steps.flatMap((step) => step.questions.map(({ id }) => id)));
  const added = (overlay.add ?? []).map(({ question }) => question.id);
  const named = [
    ...(overlay.replace ?? []).map(({ id }) => id),
    ...(overlay.remove ?? []),
    ...(overlay.add ?? []).map(({ after }) => after),
  ];
  for (const id of named) if (!known.has(id) && !added.includes(id)) throw new FlowDefect(nl.flow.overlayUnknown(overlay.id, id));
  for (const id of added) if (known.has(id)) throw new FlowDefect(nl.flow.overlayTwice(overlay.id, id));
  const replaced = flow.steps.map((step) => ({ ...step, questions: step.questions.flatMap((question) => changed(question, overlay)) }));
  return {
    flow: { ...flow, steps: arranged(replaced, overlay), sources: union(flow.sources, overlay.sources ?? []) },
    norms: union(base.norms, overlay.norms ?? []),
    overlays: [...base.overlays, overlay.id],
  };
}

/** A question with its replacement, what is added behind it, or nothing when it is taken out. */
function changed(question: QuestionSource, overlay: OverlaySource): readonly QuestionSource[] {
  const replacement = overlay.replace?.find(({ id }) => id === question.id);
  const kept = overlay.remove?.includes(question.id) === true ? [] : [{ ...question, ...replacement }];
  const behind = (overlay.add ?? [])
    .filter(({ after }) => after === question.id)
    .flatMap((addition) => changed(addition.question, overlay));
  return [...kept, ...behind];
}

function arranged(steps: readonly StepSource[], overlay: OverlaySource): StepSource[] {
  const orders = new Map((overlay.steps ?? []).map((step) => [step.id, step]));
  for (const id of orders.keys()) if (!steps.some((step) => step.id === id)) throw new FlowDefect(nl.flow.overlayUnknown(overlay.id, id));
  const all = new Map(steps.flatMap((step) => step.questions.map((question) => [question.id, question] as const)));
  const moved = new Set([...orders.values()].flatMap((step) => step.order ?? []));
  for (const id of moved) if (!all.has(id)) throw new FlowDefect(nl.flow.overlayUnknown(overlay.id, id));
  return steps.map((step) => {
    const own = orders.get(step.id);
    const ordered = own?.order?.flatMap((id) => all.get(id) ?? []) ?? [];
    const rest = step.questions.filter(({ id }) => !moved.has(id));
    return { ...step, title: own?.title ?? step.title, questions: [...ordered, ...rest] };
  });
}

/** Both lists; where an id stands in both, the second one, in the place of the first. */
function union<T extends { readonly id: string }>(base: readonly T[], more: readonly T[]): T[] {
  const merged = new Map(base.map((part) => [part.id, part]));
  for (const part of more) merged.set(part.id, part);
  return [...merged.values()];
}
