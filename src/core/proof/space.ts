/** All answers that can be given, as far as conditions can tell them apart: the variables of the proof. */
import { atoms, type Atom, type Condition } from "../condition.ts";
import type { Askable, Field, Norm } from "../flow.ts";
import type { Value } from "../value.ts";
import { FALSE, TRUE, type Diagram, type Model, type Node } from "./diagram.ts";
import { filled, legalSets } from "./sets.ts";
import { given, samples, type Range, type Taste } from "./split.ts";

/** What is walked: a flow, or one entry of a list with its fields for questions. */
export interface Scene {
  readonly questions: ReadonlyMap<
    string,
    Askable & { readonly defer?: Condition; readonly order?: number; readonly fields?: readonly Field[] }
  >;
  readonly norms: ReadonlyMap<string, Norm>;
}
export type Asked = Scene["questions"] extends ReadonlyMap<string, infer Q> ? Q : never;

/** An answer that stands for all that no condition tells from it. null: skipped. undefined: open. A list or choices: an empty array. */
export type State = Value | null | undefined;

/** The variables of one question. */
export interface Domain {
  /** Which of the states it is. */
  readonly variable: number;
  readonly states: readonly State[];
  /** choices: for each option that is named, whether it is among them. */
  readonly options: ReadonlyMap<string, number>;
  readonly list: ListDomain | undefined;
  /** What of these can stand together. */
  readonly legal: Node;
}

export interface ListDomain {
  /** How many entries: which of the ranges. */
  readonly count: number;
  readonly ranges: readonly Range[];
  /** What some entry is like, by the name of the mark. */
  readonly marks: ReadonlyMap<string, number>;
  /** The lists that an entry with this mark points to. */
  readonly pointing: ReadonlyMap<string, string>;
}

export interface Space {
  readonly diagram: Diagram;
  /** Of the questions, and answers of earlier chapters, that a condition names. */
  readonly domains: ReadonlyMap<string, Domain>;
  readonly ownerOf: (variable: number) => string;
}

export interface SpaceOptions {
  readonly taste: Taste;
  /** Whether a question can stay open in a state that counts. */
  readonly waits: (question: Asked) => boolean;
  readonly list: (question: Asked, atoms: readonly Atom[], diagram: Diagram) => { readonly domain: ListDomain; readonly legal: Node };
}

/** @param conditions all that may be asked of this space later */
export function space(scene: Scene, conditions: readonly Condition[], diagram: Diagram, { taste, waits, list }: SpaceOptions): Space {
  const named = mentions(conditions);
  const domains = new Map<string, Domain>();
  const owners: string[] = [];
  const owned = (id: string, domain: Domain): void => {
    domains.set(id, domain);
    const variables = [domain.variable, ...domain.options.values(), ...(domain.list?.marks.values() ?? [])];
    for (const variable of [...variables, ...(domain.list === undefined ? [] : [domain.list.count])]) owners[variable] = id;
  };
  for (const [id, about] of named) {
    if (scene.questions.has(id)) continue;
    const states = [undefined, ...given(about, taste)];
    const options = about.flatMap((atom) => (atom.op === "has" ? [atom.option] : []));
    const all = options.length === 0 ? states : [...states, []];
    owned(id, {
      variable: diagram.variable(all.length),
      states: all,
      options: new Map([...new Set(options)].map((option) => [option, diagram.variable(2)])),
      list: undefined,
      legal: TRUE,
    });
  }
  for (const question of scene.questions.values()) {
    const about = named.get(question.id);
    if (about === undefined) continue;
    const values = samples(question, about, taste);
    // A question that no answer fits is reported by itself; here it may have any.
    const states: State[] = [...(values.length === 0 ? samples({ ...question, min: undefined, max: undefined }, about, taste) : values)];
    if (!question.required && question.kind !== "list") states.push(null);
    if (waits(question)) states.push(undefined);
    const variable = diagram.variable(states.length);
    if (question.kind === "list") {
      const { domain, legal } = list(question, about, diagram);
      owned(question.id, { variable, states, options: new Map(), list: domain, legal });
      continue;
    }
    const chosen = new Set(about.flatMap((atom) => (atom.op === "has" ? [atom.option] : [])));
    const options = new Map(question.options.flatMap(({ id }) => (chosen.has(id) ? [[id, diagram.variable(2)] as const] : [])));
    const legal = question.kind === "choices" ? legalSets(question, options, diagram) : TRUE;
    owned(question.id, { variable, states, options, list: undefined, legal: legal === FALSE ? TRUE : legal });
  }
  return { diagram, domains, ownerOf: (variable) => owners[variable] ?? "" };
}

function mentions(conditions: readonly Condition[]): ReadonlyMap<string, readonly Atom[]> {
  const found = new Map<string, Atom[]>();
  for (const condition of conditions)
    for (const atom of atoms(condition)) {
      if (!("q" in atom)) continue;
      const about = found.get(atom.q);
      if (about === undefined) found.set(atom.q, [atom]);
      else about.push(atom);
    }
  return found;
}

/** The answer that a model gives to a question that is no list. undefined: it is left open. */
export function concrete(question: Askable, domain: Domain | undefined, model: Model, taste: Taste): State {
  // What may be skipped and nothing asks about, is skipped: the example stays short.
  const states: readonly State[] = domain?.states ?? (question.required ? samples(question, [], taste) : [null]);
  const state = states[domain === undefined ? 0 : (model.get(domain.variable) ?? 0)];
  if (question.kind !== "choices" || !Array.isArray(state)) return state;
  const named = [...(domain?.options ?? [])];
  return filled(
    question,
    named.flatMap(([id, variable]) => (model.get(variable) === 1 ? [id] : [])),
    (id) => domain?.options.has(id) ?? false,
  );
}
