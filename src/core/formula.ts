/**
 * Conditions as formulas that are worked out piece by piece. Equal formulas are one object: comparing is `===`, and an `id` says all.
 * Norms are written out in the answers they rest on.
 */
import { type Atom, type Condition } from "./condition.ts";
import type { Norm } from "./flow.ts";

export interface Formula {
  readonly id: number;
  readonly op: "true" | "false" | "all" | "any" | "not" | "atom" | "open";
  readonly of: readonly Formula[];
  /** atom, open: the question it is about. */
  readonly q: string;
  /** atom: what is asked of the answer; `key` tells atoms apart. */
  readonly atom: Atom | undefined;
  readonly key: string;
  /** The questions it names. */
  readonly names: ReadonlySet<string>;
}

export interface Formulas {
  readonly yes: Formula;
  readonly no: Formula;
  readonly all: (of: readonly Formula[]) => Formula;
  readonly any: (of: readonly Formula[]) => Formula;
  readonly not: (of: Formula) => Formula;
  /** @param norms the norms that the condition may name */
  readonly of: (condition: Condition, norms: ReadonlyMap<string, Norm>) => Formula;
  /** The norm has this value. */
  readonly norm: (norm: Norm, is: string, norms: ReadonlyMap<string, Norm>) => Formula;
  /** What is left of a formula when one question is known. */
  readonly known: (formula: Formula, q: string, truth: (part: Formula) => boolean) => Formula;
}

export function formulas(): Formulas {
  const pool = new Map<string, Formula>();
  const written = new WeakMap<ReadonlyMap<string, Norm>, Map<Condition, Formula>>();
  const intern = (op: Formula["op"], of: readonly Formula[], q = "", atom?: Atom): Formula => {
    const about = atom === undefined ? q : JSON.stringify(atom);
    const key = `${op}:${of.map(({ id }) => id).join(",")}:${about}`;
    const there = pool.get(key);
    if (there !== undefined) return there;
    const names = new Set([...of.flatMap((part) => [...part.names]), ...(q === "" ? [] : [q])]);
    const made: Formula = { id: pool.size, op, of, q, atom, key: about, names };
    pool.set(key, made);
    return made;
  };
  const no = intern("false", []);
  const yes = intern("true", []);
  const not = (part: Formula): Formula =>
    part === yes ? no : part === no ? yes : part.op === "not" ? (part.of[0] ?? no) : intern("not", [part]);
  const join = (op: "all" | "any", of: readonly Formula[]): Formula => {
    const [neutral, decisive] = op === "all" ? [yes, no] : [no, yes];
    const parts = new Set<Formula>();
    for (const part of of) {
      if (part === decisive) return decisive;
      if (part !== neutral) for (const inner of part.op === op ? part.of : [part]) parts.add(inner);
    }
    for (const part of parts) if (parts.has(not(part))) return decisive;
    const sorted = [...parts].sort((a, b) => a.id - b.id);
    const [only, second] = sorted;
    return only === undefined ? neutral : second === undefined ? only : intern(op, sorted);
  };
  const all = (of: readonly Formula[]): Formula => join("all", of);
  const any = (of: readonly Formula[]): Formula => join("any", of);

  const of = (condition: Condition, norms: ReadonlyMap<string, Norm>): Formula => {
    const memo = written.get(norms) ?? new Map<Condition, Formula>();
    written.set(norms, memo);
    const made = memo.get(condition) ?? write(condition, norms);
    memo.set(condition, made);
    return made;
  };
  const write = (condition: Condition, norms: ReadonlyMap<string, Norm>): Formula => {
    switch (condition.op) {
      case "all":
      case "any":
        return join(
          condition.op,
          condition.of.map((part) => of(part, norms)),
        );
      case "not":
        return not(of(condition.of, norms));
      case "norm": {
        const named = norms.get(condition.id);
        if (named === undefined) return condition.is === "not-reached" ? yes : no;
        return norm(named, condition.is, norms);
      }
      case "fact":
        return no;
      default:
        return intern("atom", [], condition.q, condition);
    }
  };
  const norm = (source: Norm, is: string, norms: ReadonlyMap<string, Norm>): Formula => {
    const answered = [...source.names].map((q) => not(intern("open", [], q)));
    const reached = all([...answered, of(source.when, norms)]);
    if (is === "not-reached") return not(reached);
    const met = of(source.met, norms);
    return is === "met" ? all([reached, met]) : is === "not-met" ? all([reached, not(met)]) : no;
  };

  const known = (formula: Formula, q: string, truth: (part: Formula) => boolean): Formula => {
    const memo = new Map<Formula, Formula>();
    const step = (part: Formula): Formula => {
      if (!part.names.has(q)) return part;
      const there = memo.get(part);
      if (there !== undefined) return there;
      const made =
        part.op === "atom" || part.op === "open"
          ? truth(part)
            ? yes
            : no
          : part.op === "not"
            ? not(step(part.of[0] ?? no))
            : join(part.op === "all" ? "all" : "any", part.of.map(step));
      memo.set(part, made);
      return made;
    };
    return step(formula);
  };
  return { yes, no, all, any, not, of, norm, known };
}
