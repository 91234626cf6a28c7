/** The nodes of decision diagrams: kept in flat arrays, the same node never twice. */

/** A function; FALSE and TRUE are the constant ones. */
export type Node = number;
export const FALSE: Node = 0;
export const TRUE: Node = 1;

/** What was asked does not fit in the budget: it is neither proven nor refuted. */
export class TooLarge extends Error {
  override readonly name = "TooLarge";
}

export interface Nodes {
  /** How many values each variable has. */
  readonly sizes: number[];
  /** The variable that a node looks at; of the constants one behind all others. */
  readonly levelOf: (node: Node) => number;
  /** What is left of a node when a variable has this value. */
  readonly child: (node: Node, level: number, value: number) => Node;
  /** Room on the stack for the children of a node that is to be made. @returns where it begins */
  readonly room: (level: number) => number;
  readonly put: (at: number, child: Node) => void;
  /** The node with the children that stand on the stack from there; they are taken off. @throws TooLarge */
  readonly make: (level: number, base: number) => Node;
  readonly count: () => number;
}

const LEAF = 0x7fff_ffff;

/** @param most how many there may be */
export function store(most: number): Nodes {
  const sizes: number[] = [];
  let levels = new Int32Array(256).fill(LEAF, 0, 2);
  let starts = new Int32Array(256);
  let children = new Int32Array(1024);
  let count = 2;
  let used = 0;
  // 0 is a free slot: the constants are never looked up.
  let slots = new Int32Array(512);

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

  function make(level: number, base: number): Node {
    top = base;
    const size = sizes[level] ?? 0;
    if (isSame(base, size)) return kids[base] ?? FALSE;
    let slot = slotOf(level, kids, base);
    for (let node = slots[slot] ?? 0; node !== 0; node = slots[slot] ?? 0) {
      if (isAt(node, level, base)) return node;
      slot = (slot + 1) & (slots.length - 1);
    }
    if (count >= most) throw new TooLarge();
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
    for (let node = 2; node < count; node++) {
      let slot = slotOf(levelOf(node), children, starts[node] ?? 0);
      while (slots[slot] !== 0) slot = (slot + 1) & (slots.length - 1);
      slots[slot] = node;
    }
  }

  return {
    sizes,
    levelOf,
    child,
    room,
    put: (at, node) => {
      kids[at] = node;
    },
    make,
    count: () => count,
  };
}

export function doubled(array: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(2 * array.length);
  larger.set(array);
  return larger;
}
