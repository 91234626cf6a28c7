/** Comparisons that come out the same for every answer within its bounds. */
import { holds, type Atom, type Scope } from "../condition.ts";
import type { Askable } from "../flow.ts";
import { ranges, samples, type Taste } from "./split.ts";

/** How a comparison comes out for every answer there can be; undefined when that depends on the answer. */
export function fixed(question: Askable, atom: Atom, taste: Taste): "never" | "always" | undefined {
  if (atom.op !== "cmp" && atom.op !== "count") return undefined;
  const said =
    atom.op === "cmp"
      ? samples(question, [atom], taste).map((value) => scope(value, 0))
      : counts(question, atom.value).map((n) => scope(undefined, n));
  const truths = new Set(said.map((one) => holds(atom, one)));
  if (truths.size !== 1) return undefined;
  return truths.has(true) ? "always" : "never";
}

function counts({ min = 0, max = Infinity, required }: Askable, constant: number): readonly number[] {
  const found = ranges({ low: Math.max(0, min), high: max }, [constant]).map(({ low }) => low);
  return required ? found : [0, ...found];
}

const scope = (value: unknown, count: number): Scope => ({
  value: () => value,
  entries: () => ({ length: count }) as readonly Scope[],
  norm: () => "",
  fact: () => "",
});
