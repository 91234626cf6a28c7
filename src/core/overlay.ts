/** Overlays: what a sector or organisation changes in a flow, merged before the walk. */
import { FlowDefect } from "./defect.ts";
import { filled } from "./fill.ts";
import type { Edition, FlowSource, NormsSource, OverlaySource, QuestionSource, StepSource } from "./formats.ts";
import { misfits, type Misfit } from "./misfit.ts";

/**
 * The edition of a flow: its norms beside it and its overlays merged in, in the order given.
 * @throws FlowDefect when an overlay was written for another version, or names what is not there
 */
export function edition(flow: FlowSource, norms: NormsSource | undefined, overlays: readonly OverlaySource[] = []): Edition {
  const { edition: made, misfits: wrong } = assembled(flow, norms, overlays);
  if (wrong[0] !== undefined) throw new FlowDefect(wrong[0].what);
  return filled(made);
}

/** Definitions put together, as far as they fit: texts still name words and roles. */
export interface Assembled {
  readonly edition: Edition;
  /** How many overlays were merged; the next one does not fit, when there is one. */
  readonly merged: number;
  readonly misfits: readonly Misfit[];
}

export function assembled(flow: FlowSource, norms: NormsSource | undefined, overlays: readonly OverlaySource[] = []): Assembled {
  let made: Edition = { flow: { ...flow, sources: union(flow.sources, norms?.sources ?? []) }, norms: norms?.norms ?? [], overlays: [] };
  for (const [merged, overlay] of overlays.entries()) {
    const wrong = misfits(made, overlay, norms?.version);
    if (wrong.length > 0) return { edition: made, merged, misfits: wrong };
    made = merge(made, overlay);
  }
  return { edition: made, merged: overlays.length, misfits: [] };
}

/** One overlay more. It must fit: see `misfits`. */
export function merge({ flow, norms, overlays }: Edition, overlay: OverlaySource): Edition {
  const replaced = flow.steps.map((step) => ({ ...step, questions: step.questions.flatMap((question) => changed(question, overlay)) }));
  const { framework, words, roles, uses = [], afwegingen, rules, outcomes = [], replaceNorms = [], removeNorms = [] } = overlay;
  const { facts = [], checks = [], replaceChecks = [], removeChecks = [] } = overlay;
  return {
    flow: {
      ...flow,
      ...(framework === undefined ? {} : { framework }),
      ...(words === undefined ? {} : { words: { ...flow.words, ...words } }),
      ...(roles === undefined ? {} : { roles: { ...flow.roles, ...roles } }),
      ...(uses.length === 0 ? {} : { uses: [...new Set([...(flow.uses ?? []), ...uses])] }),
      ...(afwegingen === undefined ? {} : { afwegingen }),
      steps: arranged(replaced, overlay),
      ...(facts.length === 0 ? {} : { facts: union(flow.facts ?? [], facts) }),
      ...(checks.length + replaceChecks.length + removeChecks.length === 0
        ? {}
        : { checks: patched(union(flow.checks ?? [], checks), replaceChecks).filter(({ id }) => !removeChecks.includes(id)) }),
      ...(flow.decision === undefined || rules === undefined ? {} : { decision: ruled(flow.decision, rules) }),
      outcomes: flow.outcomes.map((outcome) => ({ ...outcome, ...outcomes.find(({ id }) => id === outcome.id) })),
      sources: union(flow.sources, overlay.sources ?? []),
    },
    norms: patched(union(norms, overlay.norms ?? []), replaceNorms).filter(({ id }) => !removeNorms.includes(id)),
    overlays: [...overlays, overlay.id],
  };
}

type Decision = NonNullable<FlowSource["decision"]>;

const ruled = (decision: Decision, { report, help }: NonNullable<OverlaySource["rules"]>): Decision => ({
  ...decision,
  ...(report === undefined ? {} : { report: { ...decision.report, rules: report } }),
  ...(help === undefined ? {} : { help: { ...decision.help, rules: help } }),
});

/** A question with its replacement, what is added behind it, or nothing when it is taken out. */
function changed(question: QuestionSource, overlay: OverlaySource): readonly QuestionSource[] {
  const kept = overlay.remove?.includes(question.id) === true ? [] : [renewed(question, overlay)];
  const behind = (overlay.add ?? [])
    .filter(({ after }) => after === question.id)
    .flatMap((addition) => changed(addition.question, overlay));
  return [...kept, ...behind];
}

function renewed(question: QuestionSource, overlay: OverlaySource): QuestionSource {
  const replacement = overlay.replace?.find(({ id }) => id === question.id);
  if (replacement === undefined) return question;
  const { optionTexts = [], fields = [], ...whole } = replacement;
  const { options } = { ...question, ...whole };
  return {
    ...question,
    ...whole,
    ...(options === undefined || optionTexts.length === 0 ? {} : { options: patched(options, optionTexts) }),
    ...(question.fields === undefined || fields.length === 0 ? {} : { fields: patched(question.fields, fields) }),
  };
}

const patched = <T extends { readonly id: string }>(all: readonly T[], changes: readonly { readonly id: string }[]): T[] =>
  all.map((one) => ({ ...one, ...changes.find(({ id }) => id === one.id) }));

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
