/** What one entry of a list can be, as far as conditions can tell. */
import { names, type Atom, type Condition } from "../condition.ts";
import type { Field, Flow, Question } from "../flow.ts";
import { fieldPath, type Entry, type Value } from "../value.ts";
import { diagram, FALSE, TooLarge, TRUE, type Model, type Node } from "./diagram.ts";
import { concrete, space, type Scene, type Space } from "./space.ts";
import type { Taste } from "./split.ts";
import { complete, markName, truth, type Truth } from "./truth.ts";

/** Something that an entry may be like. */
export interface Mark {
  readonly name: string;
  readonly condition: Condition;
  /** Whether an entry has the mark when the condition holds, or when it does not. */
  readonly when: boolean;
  /** The list that an entry with this mark points to. */
  readonly target?: string;
}

/** Entries that no condition tells apart. */
export interface Kind {
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

const sceneOf = (list: Question): Scene => ({ questions: new Map(list.fields.map((field) => [field.id, field])), norms: new Map() });

/** @param conditions what is asked of the entries */
export function entryScene(list: Question, conditions: readonly Condition[], taste: Taste): EntryScene {
  const scene = sceneOf(list);
  const all = [...list.fields.map(({ when }) => when), ...conditions];
  const none = { domain: { count: 0, ranges: [], marks: new Map(), pointing: new Map() }, legal: TRUE };
  const made = space(scene, all, diagram(), { taste, waits: () => false, list: () => none });
  return { scene, space: made, truth: truth(scene, made, complete) };
}

/** The marks that conditions ask about, and the references that they ask about or without which an entry cannot be. */
export function marksOf(flow: Flow, list: Question, about: readonly Atom[]): readonly Mark[] {
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
export function kindsOf(list: Question, marks: readonly Mark[], taste: Taste): readonly Kind[] {
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
