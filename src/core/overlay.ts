/** Overlays: what a sector or organisation changes in a flow, merged before the walk. */
import { FlowDefect } from "./defect.ts";
import type { Edition, FlowSource, NormsSource, OverlaySource, QuestionSource, StepSource } from "./formats.ts";
import { nearest } from "./near.ts";
import { nl } from "./nl.ts";
import type { At } from "./parts.ts";

/**
 * The edition of a flow: its norms beside it and its overlays merged in, in the order given.
 * @throws FlowDefect when an overlay was written for another version, or names what is not there
 */
export function edition(flow: FlowSource, norms: NormsSource | undefined, overlays: readonly OverlaySource[] = []): Edition {
  const base: Edition = { flow: { ...flow, sources: union(flow.sources, norms?.sources ?? []) }, norms: norms?.norms ?? [], overlays: [] };
  return overlays.reduce(merge, base);
}

/** Something in an overlay that does not fit the flow it is for. */
export interface Misfit {
  /** Keys from the top of the overlay. */
  readonly at: At;
  readonly what: string;
}

/** What keeps an overlay from being merged; an empty list when nothing does. */
export function misfits(flow: FlowSource, overlay: OverlaySource): readonly Misfit[] {
  if (overlay.base !== flow.id || overlay.baseVersion !== flow.version) {
    const what = nl.flow.otherBase(overlay.id, `${overlay.base} ${overlay.baseVersion}`, `${flow.id} ${flow.version}`);
    return [{ at: [overlay.base === flow.id ? "baseVersion" : "base"], what }];
  }
  const { add = [], remove = [], replace = [], steps = [] } = overlay;
  const known = new Set(flow.steps.flatMap((step) => step.questions.map(({ id }) => id)));
  // What is added comes behind a question that is there, or behind one that was added so.
  const placed = new Set(known);
  for (let before = 0; before !== placed.size;) {
    before = placed.size;
    for (const { after, question } of add) if (placed.has(after)) placed.add(question.id);
  }
  const left = new Set([...placed].filter((id) => !remove.includes(id)));
  const missing = (id: string, at: At, names: Iterable<string>): readonly Misfit[] => {
    const all = [...names];
    return all.includes(id) ? [] : [{ at, what: nl.flow.overlayUnknown(overlay.id, id) + nl.nearest(nearest(id, all)) }];
  };
  return [
    ...replace.flatMap(({ id }, i) => missing(id, ["replace", i, "id"], placed)),
    ...remove.flatMap((id, i) => missing(id, ["remove", i], placed)),
    ...add.flatMap(({ after }, i) => missing(after, ["add", i, "after"], placed)),
    ...add.flatMap(({ question: { id } }, i) =>
      known.has(id) || add.findIndex(({ question }) => question.id === id) < i
        ? [{ at: ["add", i, "question", "id"], what: nl.flow.overlayTwice(overlay.id, id) }]
        : [],
    ),
    ...steps.flatMap(({ id, order = [] }, i) => [
      ...missing(
        id,
        ["steps", i, "id"],
        flow.steps.map((step) => step.id),
      ),
      ...order.flatMap((q, j) => missing(q, ["steps", i, "order", j], left)),
    ]),
  ];
}

function merge(base: Edition, overlay: OverlaySource): Edition {
  const { flow } = base;
  const [misfit] = misfits(flow, overlay);
  if (misfit !== undefined) throw new FlowDefect(misfit.what);
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
  const all = new Map(steps.flatMap((step) => step.questions.map((question) => [question.id, question] as const)));
  const moved = new Set([...orders.values()].flatMap((step) => step.order ?? []));
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
