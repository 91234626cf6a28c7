/** Parts of a condition that decide nothing: never true, always true, or of no account beside the others. And `not` over what may be absent. */
import { ALWAYS, NEVER, atoms, type Atom, type Condition } from "../condition.ts";
import { inside, spot, type At, type Part } from "../parts.ts";
import { FALSE, TRUE, type Node } from "./diagram.ts";
import type { Truth } from "./truth.ts";
import type { WitnessOptions } from "./witness.ts";

/** The states in which a condition counts. */
export interface Frame {
  readonly truth: Truth;
  readonly context: Node;
  readonly waits: WitnessOptions["waits"];
}

/** never: nowhere where it is looked at. always: wherever the condition counts. needless: the parts beside it leave it no say. */
export interface Idle {
  readonly kind: "never" | "always" | "needless";
  readonly at: At;
  readonly condition: Condition;
  /** Whether all of the condition is idle, and not a part of it. */
  readonly whole: boolean;
}

/** A `not` that holds because a question was not answered, while the source does not say that this is meant. */
export interface Silent {
  readonly kind: "silent";
  readonly at: At;
  readonly condition: Condition;
  readonly q: string;
  /** Where it shows. */
  readonly frame: Frame;
  readonly node: Node;
}

/** @param frames one condition may count in several sets of states; it is idle only when it is so in all of them */
export function* idle(whole: Part, frames: readonly Frame[]): Generator<Idle | Silent> {
  yield* visit(whole, { all: frames, there: frames, relevant: frames }, true);
}

/** The states in which a part is looked at. */
interface Context {
  /** In which the whole condition counts. */
  readonly all: readonly Frame[];
  /** In which, besides, what must hold together with the part does. */
  readonly there: readonly Frame[];
  /** In which the other parts leave it a say. */
  readonly relevant: readonly Frame[];
}

/** @returns the part with what is idle left out: what comes behind it is held against that */
function* visit(part: Part, context: Context, whole: boolean): Generator<Idle | Silent, Condition> {
  const { condition, at } = part;
  const { all, there, relevant } = context;
  if (isConstant(condition)) return condition;
  const isTrue = possible(relevant, (truth) => truth.holds(condition));
  const isFalse = possible(relevant, (truth) => truth.space.diagram.not(truth.holds(condition)));
  if (!isTrue && !isFalse) return condition;
  if (!isTrue || !isFalse) {
    const never = !isTrue && !possible(there, (truth) => truth.holds(condition));
    const always = !isFalse && !possible(all, (truth) => truth.space.diagram.not(truth.holds(condition)));
    const cause = never || always ? culprit(part, never ? there : all, never) : part;
    yield { kind: never ? "never" : always ? "always" : "needless", at: spot(cause), condition: cause.condition, whole };
    return isTrue ? ALWAYS : NEVER;
  }
  if (condition.op === "not") {
    yield* silent(part, condition.of, relevant);
    return { op: "not", of: yield* visit({ condition: condition.of, at: [...at, "not"] }, context, false) };
  }
  if (condition.op === "in" && condition.values.length > 1) return { ...condition, values: yield* options(part, condition, context) };
  if (condition.op !== "all" && condition.op !== "any") return condition;
  return { op: condition.op, of: yield* siblings(part, condition.op, context) };
}

/** The parts of an all or any, each held against what is left of those before it and all of those behind it. */
function* siblings(part: Part, op: "all" | "any", context: Context): Generator<Idle | Silent, readonly Condition[]> {
  const beside = ({ all, there, relevant }: Context, other: Condition): Context => ({
    all,
    there: op === "all" ? narrowed(there, other, op) : there,
    relevant: narrowed(relevant, other, op),
  });
  const parts = inside(part);
  const behind = [context];
  for (const { condition } of parts.slice(1).reverse()) behind.push(beside(behind.at(-1) ?? context, condition));
  let before = context;
  const left: Condition[] = [];
  for (const inner of parts) {
    const after = behind.pop() ?? context;
    const both = { all: context.all, there: meet(before.there, after.there), relevant: meet(before.relevant, after.relevant) };
    const kept = yield* visit(inner, both, false);
    left.push(kept);
    before = beside(before, kept);
  }
  return left;
}

/** The states that are in both. */
const meet = (some: readonly Frame[], others: readonly Frame[]): readonly Frame[] =>
  some.map((frame, i) => ({ ...frame, context: frame.truth.space.diagram.and(frame.context, others[i]?.context ?? TRUE) }));

/** The options of an `in`, one by one. @returns those that have a say */
function* options(
  { at }: Part,
  { q, values }: Condition & { readonly op: "in" },
  { there, relevant }: Context,
): Generator<Idle, readonly string[]> {
  let left = values;
  for (const [i, value] of values.entries()) {
    const one: Condition = { op: "in", q, values: [value] };
    const others = left.filter((other) => other !== value);
    if (possible(narrowed(relevant, { op: "in", q, values: others }, "any"), (truth) => truth.holds(one))) continue;
    left = others;
    const never = !possible(there, (truth) => truth.holds(one));
    yield { kind: never ? "never" : "needless", at: [...at, q, i], condition: one, whole: false };
  }
  return left;
}

/** The states in which a condition leaves the matter open to what stands beside it: true in `all`, false in `any`. */
const narrowed = (frames: readonly Frame[], condition: Condition, op: "all" | "any"): readonly Frame[] =>
  where(frames, ({ holds, space: { diagram } }) => (op === "all" ? holds(condition) : diagram.not(holds(condition))));

/** The innermost part that makes the whole of it never true, or always. */
function culprit(part: Part, frames: readonly Frame[], never: boolean): Part {
  if (part.condition.op !== (never ? "all" : "any")) return part;
  const cause = inside(part).find(
    ({ condition }) => !possible(frames, (truth) => (never ? truth.holds(condition) : truth.space.diagram.not(truth.holds(condition)))),
  );
  return cause === undefined || isConstant(cause.condition) ? part : culprit(cause, frames, never);
}

/** `not` is true of what is absent; an `asked` beside it or inside it shows that this was thought of. */
function* silent(part: Part, inner: Condition, relevant: readonly Frame[]): Generator<Silent> {
  const named = [...atoms(inner)];
  const asked = new Set(named.flatMap((atom) => (atom.op === "asked" ? [atom.q] : [])));
  for (const q of new Set(named.flatMap((atom) => ("q" in atom && !asked.has(atom.q) ? [atom.q] : []))))
    for (const frame of relevant) {
      const { and, not } = frame.truth.space.diagram;
      const answered = (atom: Atom): Node | undefined => ("q" in atom && atom.q === q ? TRUE : undefined);
      const bySilence = and(not(frame.truth.holds(inner)), frame.truth.holds(inner, answered));
      const node = and(and(frame.context, bySilence), not(frame.truth.holds({ op: "asked", q })));
      if (frame.truth.within(node) === FALSE) continue;
      yield { kind: "silent", at: [...part.at, "not"], condition: part.condition, q, frame, node };
      break;
    }
}

/** The states in which this holds as well. */
export const where = (frames: readonly Frame[], what: (truth: Truth) => Node): readonly Frame[] =>
  frames.map((frame) => ({ ...frame, context: frame.truth.space.diagram.and(frame.context, what(frame.truth)) }));

export const possible = (frames: readonly Frame[], what: (truth: Truth) => Node): boolean =>
  frames.some(({ truth, context }) => truth.within(truth.space.diagram.and(context, what(truth))) !== FALSE);

/** An empty all or any: written on purpose. */
const isConstant = (condition: Condition): boolean => (condition.op === "all" || condition.op === "any") && condition.of.length === 0;
