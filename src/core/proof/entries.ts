/** Lists: what one entry can be, and which lists can be made of such entries. */
import { names, type Atom, type Condition } from "../condition.ts";
import type { Field, Flow, Question } from "../flow.ts";
import { fieldPath, type Entry, type Value } from "../value.ts";
import { diagram, FALSE, TooLarge, TRUE, type Diagram, type Model, type Node } from "./diagram.ts";
import { concrete, space, type ListDomain, type Scene, type Space } from "./space.ts";
import { ranges, type Range, type Taste } from "./split.ts";
import { complete, markName, truth, type Truth } from "./truth.ts";

/** Something that an entry may be like. */
interface Mark {
  readonly name: string;
  readonly condition: Condition;
  /** Whether an entry has the mark when the condition holds, or when it does not. */
  readonly when: boolean;
  /** The list that an entry with this mark points to. */
  readonly target?: string;
}

/** Entries that no condition tells apart. */
interface Kind {
  readonly marks: ReadonlySet<string>;
  readonly entry: Entry;
}

/** One entry of a list as a scene of its own. */
export interface EntryScene {
  readonly scene: Scene;
  readonly space: Space;
  readonly truth: Truth;
}

const MOST_KINDS = 4096;

export const sceneOf = (list: Question): Scene => ({ questions: new Map(list.fields.map((field) => [field.id, field])), norms: new Map() });

/** @param conditions what is asked of the entries */
export function entryScene(list: Question, conditions: readonly Condition[], taste: Taste): EntryScene {
  const scene = sceneOf(list);
  const all = [...list.fields.map(({ when }) => when), ...conditions];
  const none = { domain: { count: 0, ranges: [], marks: new Map(), pointing: new Map() }, legal: TRUE };
  const made = space(scene, all, diagram(), { taste, waits: () => false, list: () => none });
  return { scene, space: made, truth: truth(scene, made, complete) };
}

/** The lists of a flow: their domains, and their entries as a model has them. */
export interface Lists {
  readonly domain: (list: Question, about: readonly Atom[], diagram: Diagram) => { readonly domain: ListDomain; readonly legal: Node };
  /** The entries that a model gives to a list; undefined when there can be none that fit. */
  readonly entries: (list: Question, domain: ListDomain | undefined, model: Model) => readonly Entry[] | undefined;
}

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
  return Array.from({ length: Math.max(min, least.length) }, (_, i) => (least[i] ?? filler).entry);
}

/** The marks that conditions ask about, and the references that they ask about or without which an entry cannot be. */
function marksOf(flow: Flow, list: Question, about: readonly Atom[]): readonly Mark[] {
  const asked = about.flatMap((atom): Mark[] =>
    atom.op === "some" || atom.op === "every" ? [{ name: markName(atom), condition: atom.of, when: atom.op === "some" }] : [],
  );
  const named = new Set(
    [...asked.map(({ condition }) => condition), ...list.fields.map(({ when }) => when)].flatMap((one) => [...names(one)]),
  );
  const isRef = (field: Field): boolean => field.kind === "ref" && flow.questions.get(field.to ?? "")?.kind === "list";
  const targets = new Set(
    [...neededRefs(flow, list), ...list.fields.filter((one) => named.has(one.id) && isRef(one))].map(({ to = "" }) => to),
  );
  const pointing = [...targets].map((target): Mark => {
    const refs = list.fields.filter(({ to }) => to === target);
    return { name: `ref ${target}`, condition: { op: "any", of: refs.map(({ id }) => ({ op: "asked", q: id })) }, when: true, target };
  });
  return [...new Map([...asked, ...pointing].map((mark) => [mark.name, mark])).values()];
}

/** The fields that point to another list of the flow and may not be left out. */
export const neededRefs = (flow: Flow, list: Question): readonly Field[] =>
  list.fields.filter(({ kind, to = "", required }) => kind === "ref" && required && flow.questions.get(to)?.kind === "list");

/** The kinds of entry that there can be; none when no entry is accepted. @throws TooLarge */
function kindsOf(list: Question, marks: readonly Mark[], taste: Taste): readonly Kind[] {
  const { truth: on, space: made } = entryScene(
    list,
    marks.map(({ condition }) => condition),
    taste,
  );
  const { and, not, model } = made.diagram;
  let parts: { readonly node: Node; readonly marks: readonly string[] }[] = [{ node: TRUE, marks: [] }];
  for (const { name, condition, when } of marks) {
    const yes = when ? on.holds(condition) : not(on.holds(condition));
    parts = parts.flatMap((part) =>
      [
        { node: and(part.node, not(yes)), marks: part.marks },
        { node: and(part.node, yes), marks: [...part.marks, name] },
      ].filter(({ node }) => on.within(node) !== FALSE),
    );
    if (parts.length > MOST_KINDS) throw new TooLarge();
  }
  return parts.map((part) => ({ marks: new Set(part.marks), entry: entryOf(list, made, model(on.within(part.node)) ?? new Map(), taste) }));
}

/** The entry that a model stands for. */
export function entryOf(list: Question, made: Space, model: Model, taste: Taste): Entry {
  let entry: Readonly<Record<string, Value>> = {};
  for (const field of list.fields) {
    if (!fieldPath(list, entry).some(({ id }) => id === field.id)) continue;
    const value = concrete(field, made.domains.get(field.id), model, taste) ?? null;
    if (value !== null) entry = { ...entry, [field.id]: value };
  }
  return entry;
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

/** The fewest kinds that together have exactly these marks, at most so many; undefined when that cannot be. */
function cover(wanted: ReadonlySet<string>, kinds: readonly Kind[], most: number): readonly Kind[] | undefined {
  const useful = kinds.filter(({ marks }) => [...marks].every((mark) => wanted.has(mark)));
  const search = (missing: ReadonlySet<string>, left: number): readonly Kind[] | undefined => {
    const [first] = missing;
    if (first === undefined) return [];
    if (left === 0) return undefined;
    for (const kind of useful.filter(({ marks }) => marks.has(first))) {
      const rest = search(new Set([...missing].filter((mark) => !kind.marks.has(mark))), left - 1);
      if (rest !== undefined) return [kind, ...rest];
    }
    return undefined;
  };
  if (wanted.size === 0) return useful.slice(0, 1);
  for (let size = 1; size <= Math.min(most, wanted.size); size++) {
    const found = search(wanted, size);
    if (found !== undefined) return found;
  }
  return undefined;
}
