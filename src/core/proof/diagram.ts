/**
 * Decision diagrams: functions of variables with a few values each, kept so that two functions that say the same are the same
 * number (ordered and reduced).
 */
import { doubled, FALSE, store, TooLarge, TRUE, type Node } from "./nodes.ts";

export { FALSE, TooLarge, TRUE, type Node } from "./nodes.ts";

/** Which value each variable has; a variable that is not there may have any. */
export type Model = ReadonlyMap<number, number>;

export interface Diagram {
  /** A new variable, behind those before it. @param size how many values it has, from 0 */
  readonly variable: (size: number) => number;
  /** Whether a variable has one of the values. */
  readonly test: (variable: number, holds: (value: number) => boolean) => Node;
  readonly and: (a: Node, b: Node) => Node;
  readonly or: (a: Node, b: Node) => Node;
  readonly not: (a: Node) => Node;
  /** Whether some values of these variables make it true. */
  readonly exists: (a: Node, variables: ReadonlySet<number>) => Node;
  /** The variables it depends on. */
  readonly support: (a: Node) => ReadonlySet<number>;
  /** The first values, in order, that make it true; undefined when there are none. */
  readonly model: (a: Node) => Model | undefined;
  /** How many nodes there are. */
  readonly size: () => number;
}

/** Nodes and steps that a diagram may take: a second or two at most. */
export const BUDGET = { nodes: 1_000_000, steps: 6_000_000 };
const AND = 1;
const OR = 2;
const NOT = 3;
const MOST_MEMO = 4 * (1 << 20);

/** @throws TooLarge from each of its functions, once the budget is used up */
export function diagram({ nodes, steps: mostSteps } = BUDGET): Diagram {
  const { sizes, levelOf, child, room, put, make, count } = store(nodes);
  // Answers of and, or, not: kind, operands, result. A newer answer takes the place of an older one.
  let memo = new Int32Array(4 * 1024);
  let steps = 0;

  function combine(kind: typeof AND | typeof OR, a: Node, b: Node): Node {
    const strong = kind === AND ? FALSE : TRUE;
    if (a === strong || b === strong) return strong;
    if (a <= TRUE || a === b) return b;
    if (b <= TRUE) return a;
    return a < b ? remembered(kind, a, b) : remembered(kind, b, a);
  }

  function remembered(kind: typeof AND | typeof OR | typeof NOT, a: Node, b: Node): Node {
    const key = Math.imul(Math.imul(a, 0x85eb_ca6b) ^ b, 0xc2b2_ae35) ^ kind;
    const before = 4 * ((key >>> 7) & (memo.length / 4 - 1));
    if (memo[before] === kind && memo[before + 1] === a && memo[before + 2] === b) return memo[before + 3] ?? FALSE;
    if (++steps > mostSteps) throw new TooLarge();
    const level = Math.min(levelOf(a), levelOf(b));
    const size = sizes[level] ?? 0;
    const base = room(level);
    for (let value = 0; value < size; value++) {
      const one = child(a, level, value);
      put(base + value, kind === NOT ? not(one) : combine(kind, one, child(b, level, value)));
    }
    const result = make(level, base);
    // The table grows with the nodes.
    if (memo.length < MOST_MEMO && 8 * count() > memo.length) memo = new Int32Array(4 * memo.length);
    const at = 4 * ((key >>> 7) & (memo.length / 4 - 1));
    memo[at] = kind;
    memo[at + 1] = a;
    memo[at + 2] = b;
    memo[at + 3] = result;
    return result;
  }

  const node = (level: number, parts: readonly Node[]): Node => {
    const base = room(level);
    for (const [i, part] of parts.entries()) put(base + i, part);
    return make(level, base);
  };
  const not = (a: Node): Node => (a <= TRUE ? 1 - a : remembered(NOT, a, a));
  const or = (a: Node, b: Node): Node => combine(OR, a, b);

  function exists(a: Node, variables: ReadonlySet<number>): Node {
    const known = new Map<Node, Node>();
    const within = (one: Node): Node => {
      if (one <= TRUE) return one;
      const before = known.get(one);
      if (before !== undefined) return before;
      const level = levelOf(one);
      const parts = Array.from({ length: sizes[level] ?? 0 }, (_, value) => within(child(one, level, value)));
      const result = variables.has(level) ? parts.reduce(or, FALSE) : node(level, parts);
      known.set(one, result);
      return result;
    };
    return within(a);
  }

  // Which walk over the diagram saw a node last.
  let seen = new Int32Array(256);
  let walks = 0;
  function support(a: Node): ReadonlySet<number> {
    while (seen.length < count()) seen = doubled(seen);
    const now = ++walks;
    const found = new Set<number>();
    const waiting = [a];
    for (let one = waiting.pop(); one !== undefined; one = waiting.pop()) {
      if (one <= TRUE || seen[one] === now) continue;
      seen[one] = now;
      const level = levelOf(one);
      const size = sizes[level] ?? 0;
      found.add(level);
      for (let value = 0; value < size; value++) waiting.push(child(one, level, value));
    }
    return found;
  }

  function model(a: Node): Model | undefined {
    if (a === FALSE) return undefined;
    const found = new Map<number, number>();
    for (let one = a; one !== TRUE;) {
      const level = levelOf(one);
      let value = 0;
      while (child(one, level, value) === FALSE) value++;
      found.set(level, value);
      one = child(one, level, value);
    }
    return found;
  }

  return {
    variable: (size) => sizes.push(size) - 1,
    test: (variable, holds) =>
      node(
        variable,
        Array.from({ length: sizes[variable] ?? 0 }, (_, value) => (holds(value) ? TRUE : FALSE)),
      ),
    and: (a, b) => combine(AND, a, b),
    or,
    not,
    exists,
    support,
    model,
    size: count,
  };
}
