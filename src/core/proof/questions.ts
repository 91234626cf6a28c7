/** Claims about what is asked: every step, question, field and option can be reached, and every question answered. */
import { ALWAYS, NEVER, normalise } from "../condition.ts";
import type { Finding } from "../finding.ts";
import type { Askable, Field, Question } from "../flow.ts";
import type { FieldSource, QuestionSource, StepSource } from "../formats.ts";
import { words } from "../nl-check.ts";
import type { At } from "../parts.ts";
import { FALSE } from "./diagram.ts";
import { neededRefs } from "./kinds.ts";
import { where, type Frame } from "./idle.ts";
import type { Proof } from "./proof.ts";
import { ofEntry, remarks, type Whole } from "./remarks.ts";
import { isImpossible } from "./sets.ts";
import { samples } from "./split.ts";

const unreachable =
  (thing: string): Whole =>
  ({ kind, at }) =>
    kind === "never" ? { code: "onbereikbaar", severity: "error", at, text: words.unreachable(thing) } : undefined;

/** @returns whether the step is ever reached */
export function* stepClaims(proof: Proof, step: StepSource, at: At): Generator<Finding, boolean> {
  const when = { condition: normalise(step.when, ALWAYS), at: [...at, "when"] };
  return (yield* remarks(proof, when, [proof.coming], unreachable(words.step(step.id))))?.kind !== "never";
}

/** @param isOpen whether its step is ever reached */
export function* questionClaims(proof: Proof, source: QuestionSource, step: StepSource, isOpen: boolean, at: At): Generator<Finding> {
  const question = proof.flow.questions.get(source.id);
  if (question === undefined) return;
  const thing = words.question(source.id);
  const inStep = where([proof.coming], (truth) => truth.holds(normalise(step.when, ALWAYS)));
  const when = { condition: normalise(source.when, ALWAYS), at: [...at, "when"] };
  if (!isOpen || (yield* remarks(proof, when, inStep, unreachable(thing)))?.kind === "never") proof.assumed.add(source.id);
  const onPath = where([proof.coming], (truth) => truth.on(source.id));
  yield* remarks(proof, { condition: normalise(source.defer, NEVER), at: [...at, "defer"] }, onPath, ({ kind, at: spot }) =>
    kind === "always" ? { code: "altijd-waar", severity: "note", at: spot, text: words.alwaysDeferred(source.id) } : undefined,
  );
  yield* answerable(proof, question, thing, at);
  if (question.kind === "list") yield* listClaims(proof, question, source.fields ?? [], onPath, at);
}

function* answerable(proof: Proof, askable: Askable, thing: string, at: At): Generator<Finding> {
  const isEmpty =
    askable.kind === "choices"
      ? isImpossible(askable)
      : askable.kind === "list"
        ? (askable.min ?? 0) > (askable.max ?? Infinity)
        : samples(askable, [], proof.taste).length === 0;
  if (isEmpty) yield { code: "doodlopend", severity: "error", at: [...at, "min"], text: words.unanswerable(thing) };
  if (isEmpty || askable.kind !== "choices") return;
  for (const [i, { id }] of askable.options.entries())
    if (isImpossible(askable, id))
      yield { code: "keuze-onbereikbaar", severity: "error", at: [...at, "options", i], text: words.unreachableOption(id, askable.id) };
}

function* listClaims(proof: Proof, list: Question, sources: readonly FieldSource[], onPath: readonly Frame[], at: At): Generator<Finding> {
  for (const [i, field] of list.fields.entries()) {
    const home = [...at, "fields", i];
    const thing = words.field(field.id, list.id);
    yield* ofEntry(proof, list, { condition: normalise(sources[i]?.when, ALWAYS), at: [...home, "when"] }, onPath, unreachable(thing));
    yield* answerable(proof, field, thing, home);
    yield* offer(proof, field, home);
  }
  for (const field of neededRefs(proof.flow, list)) yield* pointing(proof, list, field.id, field.to ?? "", at);
}

/** What a field leaves out: somebody who can be, and never everybody. */
function* offer(proof: Proof, { except, to = "", id }: Field, at: At): Generator<Finding> {
  const target = proof.flow.questions.get(to);
  if (except === undefined || target === undefined) return;
  const part = { condition: normalise(except, NEVER), at: [...at, "except"] };
  yield* ofEntry(proof, target, part, [], ({ kind, at: spot }) =>
    kind === "always" ? { code: "doodlopend", severity: "error", at: spot, text: words.nobodyToRefer(id, to) } : undefined,
  );
}

/** A list that must have entries, which must point to another list, which may be empty. */
function* pointing(proof: Proof, list: Question, field: string, target: string, at: At): Generator<Finding> {
  const { truth } = proof.coming;
  const { and, not, test } = truth.space.diagram;
  const domain = truth.space.domains.get(list.id);
  const mark = domain?.list?.marks.get(`ref ${target}`);
  if (domain === undefined || mark === undefined || !list.required || (list.min ?? 0) === 0) return;
  if (and(domain.legal, not(test(mark, (value) => value === 1))) !== FALSE) return;
  const node = and(truth.on(list.id), truth.lacks(target));
  if (truth.within(node) === FALSE) return;
  const example = proof.show(proof.coming, node, ({ walk }) => walk.path.some(({ id }) => id === list.id), { until: list.id });
  const index = list.fields.findIndex(({ id }) => id === field);
  yield {
    code: "doodlopend",
    severity: "error",
    at: [...at, "fields", index, "to"],
    text: words.nothingToRefer(list.id, field, target),
    ...(example && { example }),
  };
}
