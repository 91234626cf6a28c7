/** Which lists can be made of the kinds of entry there are. */
import type { Atom } from "../condition.ts";
import type { Flow, Question } from "../flow.ts";
import type { Entry } from "../value.ts";
import { FALSE, TRUE, type Diagram, type Model, type Node } from "./diagram.ts";
import { kindsOf, marksOf, type Kind, type Mark } from "./kinds.ts";
import type { ListDomain } from "./space.ts";
import { ranges, type Range, type Taste } from "./split.ts";

/** The lists of a flow: their domains, and their entries as a model has them. */
export interface Lists {
  readonly domain: (list: Question, about: readonly Atom[], diagram: Diagram) => { readonly domain: ListDomain; readonly legal: Node };
  /** The entries that a model gives to a list; undefined when there can be none that fit. */
  readonly entries: (list: Question, domain: ListDomain | undefined, model: Model) => readonly Entry[] | undefined;
}

/** Nobody types an example with more. */
export const MOST_ENTRIES = 100;

export function lists(flow: Flow, taste: Taste): Lists {
  const kinds = new Map<string, readonly Kind[]>();
  const kindsFor = (list: Question, about: readonly Atom[]): readonly Kind[] => {
    const known = kinds.get(list.id) ?? kindsOf(list, marksOf(flow, list, about), taste);
    kinds.set(list.id, known);
    return known;
  };
  return {
    domain: (list, about, into) => domainOf(list, about, marksOf(flow, list, about), kindsFor(list, about), into),
    entries: (list, domain, model) => {
      const there = kindsFor(list, []);
      if (domain === undefined) return enough(list, there, []);
      const wanted = [...domain.marks].flatMap(([name, variable]) => (model.get(variable) === 1 ? [name] : []));
      const range = domain.ranges[model.get(domain.count) ?? 0] ?? { low: 0, high: 0 };
      if (range.high === 0) return [];
      const least = cover(new Set(wanted), there, range.high);
      return least && enough({ min: Math.max(range.low, 1) }, there, least);
    },
  };
}

/** Entries of kinds that are there, the same ones again until there are enough. */
function enough(
  { min = 0 }: { readonly min?: number | undefined },
  kinds: readonly Kind[],
  least: readonly Kind[],
): readonly Entry[] | undefined {
  const filler = least[0] ?? kinds.find(({ marks }) => marks.size === 0) ?? kinds[0];
  if (filler === undefined) return min > 0 ? undefined : [];
  if (min > MOST_ENTRIES) return undefined;
  return Array.from({ length: Math.max(min, least.length) }, (_, i) => (least[i] ?? filler).entry);
}

function domainOf(
  list: Question,
  about: readonly Atom[],
  marks: readonly Mark[],
  kinds: readonly Kind[],
  { variable, test, and, or, not, exists }: Diagram,
): { readonly domain: ListDomain; readonly legal: Node } {
  const constants = about.flatMap((atom) => (atom.op === "count" ? [atom.value] : []));
  const counts = countsOf(list, kinds, constants);
  const count = variable(counts.length);
  const variables = new Map(marks.map(({ name }) => [name, variable(2)]));
  const is = (name: string): Node => test(variables.get(name) ?? 0, (value) => value === 1);
  const exactly = (has: ReadonlySet<string>): Node =>
    marks.reduce((node, { name }) => and(node, has.has(name) ? is(name) : not(is(name))), TRUE);
  const plus = (node: Node, { marks: has }: Kind): Node =>
    [...has].reduce((more, name) => and(more, is(name)), exists(node, new Set([...has].map((name) => variables.get(name) ?? 0))));

  /** What lists of n entries can be like, from 0 on; the last one holds for all longer ones. */
  const reach: Node[] = [exactly(new Set()), kinds.reduce((node, { marks: has }) => or(node, exactly(has)), FALSE)];
  const most = Math.max(...counts.map(({ high }) => high));
  for (let before = FALSE, now = reach[1] ?? FALSE; now !== before && reach.length <= most;) {
    before = now;
    now = kinds.reduce((node, kind) => or(node, plus(before, kind)), before);
    reach.push(now);
  }
  const legal = counts.reduce(
    (node, { high }, i) =>
      or(
        node,
        and(
          test(count, (value) => value === i),
          reach[Math.min(high, reach.length - 1)] ?? FALSE,
        ),
      ),
    FALSE,
  );
  const pointing = new Map(marks.flatMap(({ name, target }) => (target === undefined ? [] : [[name, target] as const])));
  // A list that nothing fits is reported by itself; here it may be as it likes.
  return { domain: { count, ranges: counts, marks: variables, pointing }, legal: legal === FALSE ? TRUE : legal };
}

/** How many entries there can be: none by itself, and the others cut at the constants. An optional list may always be empty. */
function countsOf({ min = 0, max = Infinity, required }: Question, kinds: readonly Kind[], constants: readonly number[]): readonly Range[] {
  const all = ranges({ low: Math.max(0, min), high: kinds.length === 0 ? 0 : max }, [0, ...constants]);
  const none = !required && min > 0 ? [{ low: 0, high: 0 }] : [];
  return all.length + none.length === 0 ? [{ low: 0, high: Infinity }] : [...none, ...all];
}

/**
 * Kinds that together have exactly these marks, at most so many; undefined when there are none. Which kinds are of no use any more is
 * remembered by what is missing, so that this ends soon.
 */
function cover(wanted: ReadonlySet<string>, kinds: readonly Kind[], most: number): readonly Kind[] | undefined {
  const useful = kinds.filter(({ marks }) => [...marks].every((mark) => wanted.has(mark)));
  const failed = new Set<string>();
  const search = (missing: ReadonlySet<string>, left: number): readonly Kind[] | undefined => {
    const [first] = missing;
    if (first === undefined) return [];
    const key = JSON.stringify([left, ...missing]);
    if (left === 0 || failed.has(key)) return undefined;
    const fitting = useful.filter(({ marks }) => marks.has(first));
    const gain = ({ marks }: Kind): number => [...marks].filter((mark) => missing.has(mark)).length;
    for (const kind of fitting.sort((a, b) => gain(b) - gain(a))) {
      const rest = search(new Set([...missing].filter((mark) => !kind.marks.has(mark))), left - 1);
      if (rest !== undefined) return [kind, ...rest];
    }
    failed.add(key);
    return undefined;
  };
  return wanted.size === 0 ? useful.slice(0, 1) : search(wanted, Math.min(most, wanted.size));
}
