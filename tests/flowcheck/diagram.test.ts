/** Decision diagrams against truth tables. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { diagram, FALSE, TooLarge, TRUE, type Diagram, type Node } from "../../src/core/proof/diagram.ts";
import { ranges } from "../../src/core/proof/split.ts";

const SIZES = [2, 3, 2, 4];

type Formula =
  | { readonly op: "is"; readonly variable: number; readonly values: readonly number[] }
  | { readonly op: "and" | "or"; readonly parts: readonly [Formula, Formula] }
  | { readonly op: "not"; readonly part: Formula }
  | { readonly op: "exists"; readonly part: Formula; readonly variable: number };

const { formula } = fc.letrec<{ formula: Formula }>((tie) => ({
  formula: fc.oneof(
    { depthSize: "medium" },
    fc.record({ op: fc.constant("is" as const), variable: fc.nat(3), values: fc.uniqueArray(fc.nat(3)) }),
    fc.record({ op: fc.constantFrom("and" as const, "or" as const), parts: fc.tuple(tie("formula"), tie("formula")) }),
    fc.record({ op: fc.constant("not" as const), part: tie("formula") }),
    fc.record({ op: fc.constant("exists" as const), part: tie("formula"), variable: fc.nat(3) }),
  ),
}));

function value(of: Formula, at: readonly number[]): boolean {
  switch (of.op) {
    case "is":
      return of.values.includes(at[of.variable] ?? 0);
    case "and":
      return value(of.parts[0], at) && value(of.parts[1], at);
    case "or":
      return value(of.parts[0], at) || value(of.parts[1], at);
    case "not":
      return !value(of.part, at);
    case "exists":
      return Array.from({ length: SIZES[of.variable] ?? 0 }, (_, one) => at.with(of.variable, one)).some((other) => value(of.part, other));
  }
}

function node(of: Formula, d: Diagram): Node {
  switch (of.op) {
    case "is":
      return d.test(of.variable, (one) => of.values.includes(one));
    case "and":
      return d.and(node(of.parts[0], d), node(of.parts[1], d));
    case "or":
      return d.or(node(of.parts[0], d), node(of.parts[1], d));
    case "not":
      return d.not(node(of.part, d));
    case "exists":
      return d.exists(node(of.part, d), new Set([of.variable]));
  }
}

const all = SIZES.reduce<number[][]>((rows, size) => rows.flatMap((row) => Array.from({ length: size }, (_, one) => [...row, one])), [[]]);

test("two formulas say the same exactly when they are the same node; the support and the model are theirs", () => {
  fc.assert(
    fc.property(formula, formula, (one, other) => {
      const d = diagram();
      SIZES.forEach((size) => d.variable(size));
      const [a, b] = [node(one, d), node(other, d)];
      const table = all.map((at) => value(one, at));
      expect(a === b).toBe(all.every((at, i) => value(other, at) === table[i]));
      expect(a === TRUE).toBe(table.every((is) => is));
      expect(a === FALSE).toBe(!table.some((is) => is));
      for (const variable of SIZES.keys()) {
        const depends = all.some((at) =>
          Array.from({ length: SIZES[variable] ?? 0 }, (_, v) => at.with(variable, v)).some((to) => value(one, to) !== value(one, at)),
        );
        expect(d.support(a).has(variable)).toBe(depends);
      }
      const model = d.model(a);
      if (model === undefined) expect(a).toBe(FALSE);
      else expect(all.filter((at) => [...model].every(([variable, v]) => at[variable] === v)).every((at) => value(one, at))).toBe(true);
    }),
    { numRuns: 150 },
  );
});

test("beyond its budget it says so", () => {
  const grow = (budget: { nodes: number; steps: number }): void => {
    const d = diagram(budget);
    const pairs = Array.from({ length: 20 }, () => d.variable(2)).map((left) => [left, d.variable(2)] as const);
    const is = (variable: number): Node => d.test(variable, (one) => one === 1);
    // In this order the pairs stand side by side; crossed they do not.
    pairs.reduce((sum, [left], i) => d.or(sum, d.and(is(left), is(pairs[19 - i]?.[1] ?? 0))), FALSE);
  };
  expect(() => {
    grow({ nodes: 1000, steps: 1_000_000 });
  }).toThrow(TooLarge);
  expect(() => {
    grow({ nodes: 1_000_000, steps: 1000 });
  }).toThrow(TooLarge);
});

test.each<[number, number, number[], [number, number][]]>([
  [0, 5, [], [[0, 5]]],
  [
    0,
    5,
    [3, 3],
    [
      [0, 2],
      [3, 3],
      [4, 5],
    ],
  ],
  [
    0,
    5,
    [0, 5],
    [
      [0, 0],
      [1, 4],
      [5, 5],
    ],
  ],
  [
    0,
    5,
    [-1, 6, 2.5],
    [
      [0, 2],
      [3, 5],
    ],
  ],
  [
    -Infinity,
    Infinity,
    [0],
    [
      [-Infinity, -1],
      [0, 0],
      [1, Infinity],
    ],
  ],
  [3, 2, [1], []],
])("from %d to %d, cut at %j", (low, high, constants, expected) => {
  expect(ranges({ low, high }, constants).map((range) => [range.low, range.high])).toEqual(expected);
});
