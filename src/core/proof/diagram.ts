/**
 * Decision diagrams: functions of variables with a few values each, kept so that two functions that say the same are the same
 * number. Ordered and reduced; nodes live in flat arrays, found again through a hash table.
 */

/** A function; FALSE and TRUE are the constant ones. */
export type Node = number;
export const FALSE: Node = 0;
export const TRUE: Node = 1;

/** What was asked does not fit in the budget: it is neither proven nor refuted. */
export class TooLarge extends Error {
  override readonly name = "TooLarge";
}

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
const LEAF = 0x7fff_ffff;
const AND = 1;
const OR = 2;
const NOT = 3;

/** @throws TooLarge from each of its functions, once the budget is used up */
export function diagram({ nodes: mostNodes, steps: mostSteps } = BUDGET): Diagram {
  const sizes: number[] = [];
  let levels = new Int32Array(256).fill(LEAF, 0, 2);
  let starts = new Int32Array(256);
  let children = new Int32Array(1024);
  let count = 2;
  let used = 0;
  // 0 is a free slot: the constants are never looked up.
  let slots = new Int32Array(512);
  // Answers of and, or, not: kind, operands, result. A newer answer takes the place of an older one.
  let memo = new Int32Array(4 * 1024);
  let steps = 0;

  const levelOf = (node: Node): number => levels[node] ?? LEAF;
  const child = (node: Node, level: number, value: number): Node =>
    levelOf(node) === level ? (children[(starts[node] ?? 0) + value] ?? FALSE) : node;

  // The children of nodes that are being made: a stack, as arrays of their own would cost as much as all the rest.
  let kids = new Int32Array(1024);
  let top = 0;
  const room = (level: number): number => {
    const base = top;
    top += sizes[level] ?? 0;
    while (top > kids.length) kids = doubled(kids);
    return base;
  };

  function slotOf(level: number, from: Int32Array, start: number): number {
    let hash = level + 1;
    const end = start + (sizes[level] ?? 0);
    for (let i = start; i < end; i++) hash = Math.imul(hash ^ (from[i] ?? 0), 0x9e37_79b1) ^ (hash >>> 15);
    return (hash ^ (hash >>> 13)) & (slots.length - 1);
  }

  function isAt(node: Node, level: number, base: number): boolean {
    if (levels[node] !== level) return false;
    const start = starts[node] ?? 0;
    const size = sizes[level] ?? 0;
    for (let i = 0; i < size; i++) if (children[start + i] !== kids[base + i]) return false;
    return true;
  }

  function isSame(base: number, size: number): boolean {
    for (let i = 1; i < size; i++) if (kids[base + i] !== kids[base]) return false;
    return true;
  }

  /** The node with the children that stand on the stack from `base`; they are taken off. */
  function make(level: number, base: number): Node {
    top = base;
    const size = sizes[level] ?? 0;
    if (isSame(base, size)) return kids[base] ?? FALSE;
    let slot = slotOf(level, kids, base);
    for (let node = slots[slot] ?? 0; node !== 0; node = slots[slot] ?? 0) {
      if (isAt(node, level, base)) return node;
      slot = (slot + 1) & (slots.length - 1);
    }
    if (count >= mostNodes) throw new TooLarge();
    if (count === levels.length) [levels, starts] = [doubled(levels), doubled(starts)];
    while (used + size > children.length) children = doubled(children);
    levels[count] = level;
    starts[count] = used;
    for (let i = 0; i < size; i++) children[used++] = kids[base + i] ?? FALSE;
    slots[slot] = count++;
    if (2 * count > slots.length) rehash();
    return count - 1;
  }

  function rehash(): void {
    slots = new Int32Array(4 * slots.length);
    if (memo.length < 4 * (1 << 20)) memo = new Int32Array(4 * memo.length);
    for (let node = 2; node < count; node++) {
      let slot = slotOf(levelOf(node), children, starts[node] ?? 0);
      while (slots[slot] !== 0) slot = (slot + 1) & (slots.length - 1);
      slots[slot] = node;
    }
  }

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
      const made = kind === NOT ? not(one) : combine(kind, one, child(b, level, value));
      kids[base + value] = made;
    }
    const result = make(level, base);
    // The table may have grown meanwhile.
    const at = 4 * ((key >>> 7) & (memo.length / 4 - 1));
    memo[at] = kind;
    memo[at + 1] = a;
    memo[at + 2] = b;
    memo[at + 3] = result;
    return result;
  }

  const put = (level: number, parts: readonly Node[]): Node => {
    const base = room(level);
    kids.set(parts, base);
    return make(level, base);
  };
  const not = (a: Node): Node => (a <= TRUE ? 1 - a : remembered(NOT, a, a));
  const or = (a: Node, b: Node): Node => combine(OR, a, b);

  function exists(a: Node, variables: ReadonlySet<number>): Node {
    const known = new Map<Node, Node>();
    const within = (node: Node): Node => {
      if (node <= TRUE) return node;
      const before = known.get(node);
      if (before !== undefined) return before;
      const level = levelOf(node);
      const parts = Array.from({ length: sizes[level] ?? 0 }, (_, value) => within(child(node, level, value)));
      const result = variables.has(level) ? parts.reduce(or, FALSE) : put(level, parts);
      known.set(node, result);
      return result;
    };
    return within(a);
  }

  // Which walk over the diagram saw a node last.
  let seen = new Int32Array(256);
  let walks = 0;
  function support(a: Node): ReadonlySet<number> {
    while (seen.length < count) seen = doubled(seen);
    const now = ++walks;
    const found = new Set<number>();
    const waiting = [a];
    for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
      if (node <= TRUE || seen[node] === now) continue;
      seen[node] = now;
      const level = levelOf(node);
      found.add(level);
      const start = starts[node] ?? 0;
      const end = start + (sizes[level] ?? 0);
      for (let i = start; i < end; i++) waiting.push(children[i] ?? FALSE);
    }
    return found;
  }

  function model(a: Node): Model | undefined {
    if (a === FALSE) return undefined;
    const found = new Map<number, number>();
    for (let node = a; node !== TRUE;) {
      const level = levelOf(node);
      let value = 0;
      while (child(node, level, value) === FALSE) value++;
      found.set(level, value);
      node = child(node, level, value);
    }
    return found;
  }

  return {
    variable: (size) => sizes.push(size) - 1,
    test: (variable, holds) =>
      put(
        variable,
        Array.from({ length: sizes[variable] ?? 0 }, (_, value) => (holds(value) ? TRUE : FALSE)),
      ),
    and: (a, b) => combine(AND, a, b),
    or,
    not,
    exists,
    support,
    model,
    size: () => count,
  };
}

function doubled(array: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(2 * array.length);
  larger.set(array);
  return larger;
}
