/** Conditions over the space of all answers: when a question is on the path, when a condition holds, what a norm says. As `walk` has it. */
import { holds as holdsFor, type Atom, type Condition, type Scope } from "../condition.ts";
import type { NormState } from "../walk.ts";
import { FALSE, TRUE, type Node } from "./diagram.ts";
import type { Asked, Domain, Scene, Space, State } from "./space.ts";

/** Which states are looked at: which questions may be open, besides the answers that are given. */
export type Waiting = (question: Asked, holds: Truth["holds"]) => Node;
/** Nothing is open. */
export const complete: Waiting = () => FALSE;
/** As the interview comes by: only what is deferred may be open. */
export const walking: Waiting = ({ defer }, holds) => (defer === undefined ? FALSE : holds(defer));

export interface Truth {
  readonly space: Space;
  readonly on: (q: string) => Node;
  /** @param instead what to take for an atom in place of what it says; undefined for what it says */
  readonly holds: (condition: Condition, instead?: (atom: Atom) => Node | undefined) => Node;
  /** The norm is in that state. */
  readonly norm: (id: string, is: NormState) => Node;
  /** A question that the norm names is on the path and open: then it is not reached. */
  readonly unsettled: (id: string) => Node;
  /** A list has no entry that another can point to. */
  readonly lacks: (list: string) => Node;
  /** What of the answers to a question can stand together. */
  readonly legal: (q: string) => Node;
  /** The same, as far as the answers can stand together; FALSE when they cannot. */
  readonly within: (node: Node) => Node;
}

/** @param assumed questions that may be on the path or not, though they never are: what rests on them is not reported again */
export function truth(scene: Scene, space: Space, waiting: Waiting, assumed: ReadonlySet<string> = new Set()): Truth {
  const { and, or, not, test, support } = space.diagram;
  const all = (nodes: readonly Node[]): Node => nodes.reduce(and, TRUE);
  const any = (nodes: readonly Node[]): Node => nodes.reduce(or, FALSE);

  const onPath = remember((q: string): Node => {
    const question = scene.questions.get(q);
    return question === undefined ? TRUE : holds(question.when);
  });
  const either = remember((_: string): Node => test(space.diagram.variable(2), (value) => value === 1));
  const on = (q: string): Node => (assumed.has(q) ? either(q) : onPath(q));
  const mayWait = remember((q: string): Node => {
    const question = scene.questions.get(q);
    return question === undefined ? TRUE : waiting(question, holds);
  });

  /** On the path, with an answer of which this is true. Open where it may not be, stands for the first answer. */
  function answer(q: string, domain: Domain, isTrue: (state: State) => boolean): Node {
    const { variable, states } = domain;
    const said = test(variable, (value) => states[value] !== undefined && isTrue(states[value]));
    if (!states.includes(undefined) || !scene.questions.has(q)) return and(on(q), said);
    const open = test(variable, (value) => states[value] === undefined);
    const first = isTrue(states[0]) ? and(open, not(mayWait(q))) : FALSE;
    return and(on(q), or(said, first));
  }

  const isList = (domain: Domain): boolean => domain.list !== undefined;
  const closed = (q: string, domain: Domain): Node => answer(q, domain, () => true);
  const counted = ({ list }: Domain, isTrue: (count: number) => boolean): Node =>
    list === undefined ? FALSE : test(list.count, (value) => isTrue(list.ranges[value]?.low ?? 0));

  const isAtom = remember(
    (atom: Atom): Node => {
      if (atom.op === "norm") return isNormState(atom.is) ? norm(atom.id, atom.is) : FALSE;
      if (atom.op === "fact") return FALSE;
      const domain = space.domains.get(atom.q);
      if (domain === undefined) return FALSE;
      const mark = (name: string): Node => {
        const variable = domain.list?.marks.get(name);
        return variable === undefined ? FALSE : test(variable, (value) => value === 1);
      };
      switch (atom.op) {
        case "has": {
          const bit = domain.options.get(atom.option);
          if (bit === undefined) return FALSE;
          return and(
            answer(atom.q, domain, (state) => Array.isArray(state)),
            test(bit, (value) => value === 1),
          );
        }
        case "count":
          return and(
            isList(domain) ? closed(atom.q, domain) : FALSE,
            counted(domain, (count) => holdsFor(atom, scopeOf(atom.q, undefined, count))),
          );
        case "some":
          return and(closed(atom.q, domain), mark(markName(atom)));
        case "every":
          return all([closed(atom.q, domain), counted(domain, (count) => count > 0), not(mark(markName(atom)))]);
        default:
          return answer(atom.q, domain, (state) => (isList(domain) ? atom.op === "asked" : holdsFor(atom, scopeOf(atom.q, state))));
      }
    },
    (atom) => JSON.stringify(atom),
  );

  function holds(condition: Condition, instead?: (atom: Atom) => Node | undefined): Node {
    switch (condition.op) {
      case "all":
        return all(condition.of.map((part) => holds(part, instead)));
      case "any":
        return any(condition.of.map((part) => holds(part, instead)));
      case "not":
        return not(holds(condition.of, instead));
      default:
        return instead?.(condition) ?? isAtom(condition);
    }
  }

  const unsettled = remember((id: string): Node => {
    const named = [...(scene.norms.get(id)?.names ?? [])].filter((q) => scene.questions.has(q));
    return any(
      named.map((q) => {
        const domain = space.domains.get(q);
        if (domain?.states.includes(undefined) !== true) return FALSE;
        return all([on(q), test(domain.variable, (value) => domain.states[value] === undefined), mayWait(q)]);
      }),
    );
  });
  const norm = remember(
    (id: string, is: NormState): Node => {
      const source = scene.norms.get(id);
      if (source === undefined) return is === "not-reached" ? TRUE : FALSE;
      const reached = and(not(unsettled(id)), holds(source.when));
      return is === "not-reached" ? not(reached) : and(reached, is === "met" ? holds(source.met) : not(holds(source.met)));
    },
    (id, is) => `${id} ${is}`,
  );

  const lacks = (q: string): Node => {
    const domain = space.domains.get(q);
    return domain === undefined
      ? FALSE
      : not(
          and(
            closed(q, domain),
            counted(domain, (count) => count > 0),
          ),
        );
  };
  const legal = remember((q: string): Node => {
    const domain = space.domains.get(q);
    if (domain === undefined) return TRUE;
    // What is off the path may still be pointed to: it is parked.
    const pointing = [...(domain.list?.pointing ?? [])].map(([mark, target]) => {
      const points = test(domain.list?.marks.get(mark) ?? 0, (value) => value === 1);
      return not(all([closed(q, domain), points, on(target), lacks(target)]));
    });
    return all([domain.legal, ...pointing]);
  });
  function within(node: Node): Node {
    const seen = new Set<string>();
    const waiting = [node];
    let result = node;
    for (let part = waiting.pop(); part !== undefined && result !== FALSE; part = waiting.pop())
      for (const variable of support(part)) {
        const q = space.ownerOf(variable);
        if (seen.has(q)) continue;
        seen.add(q);
        result = and(result, legal(q));
        waiting.push(legal(q));
      }
    return result;
  }

  return { space, on, holds, norm, unsettled, lacks, legal, within };
}

/** What some entry of a list is like, for `some`; for `every`, what no entry may be like. */
export const markName = (atom: Atom & { readonly op: "some" | "every" }): string => `${atom.op} ${JSON.stringify(atom.of)}`;

const isNormState = (text: string): text is NormState => text === "met" || text === "not-met" || text === "not-reached";

function scopeOf(q: string, state: State, count?: number): Scope {
  return {
    value: (id) => (id === q ? (state ?? undefined) : undefined),
    entries: (id) => (id === q && count !== undefined ? { length: count } : undefined) as readonly Scope[] | undefined,
    norm: () => "",
    fact: () => "",
  };
}

function remember<A extends unknown[], T>(
  make: (...args: A) => T,
  keyOf: (...args: A) => string = (...args) => String(args[0]),
): (...args: A) => T {
  const known = new Map<string, T>();
  return (...args) => {
    const key = keyOf(...args);
    const before = known.get(key);
    if (before !== undefined) return before;
    const made = make(...args);
    known.set(key, made);
    return made;
  };
}
