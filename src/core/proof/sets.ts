/** Answers of several options: which sets may stand together, and an example of one. */
import type { Askable } from "../flow.ts";
import { FALSE, TRUE, type Diagram, type Node } from "./diagram.ts";

/** How many may be chosen, when `chosen` of the named ones are and `free` others can be added. */
function fits({ min, max }: Askable, chosen: number, free: number): boolean {
  return chosen <= (max ?? Infinity) && chosen + free >= (min ?? 0) && (min ?? 0) <= (max ?? Infinity);
}

/** Which sets of the named options can be part of an answer. */
export function legalSets(question: Askable, named: ReadonlyMap<string, number>, { test, and, or, not }: Diagram): Node {
  const others = question.options.filter(({ id }) => !named.has(id));
  const free = others.filter(({ exclusive }) => exclusive !== true).length;
  const known = new Map<string, Node>();
  const bits = [...named];
  const from = (at: number, chosen: number, alone: boolean): Node => {
    if (alone && chosen > 1) return FALSE;
    const bit = bits[at];
    if (bit === undefined) {
      if (alone) return fits(question, 1, 0) ? TRUE : FALSE;
      const lone = chosen === 0 && free < others.length && fits(question, 1, 0);
      return lone || fits(question, chosen, free) ? TRUE : FALSE;
    }
    const key = `${String(at)} ${String(chosen)} ${String(alone)}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    const [id, variable] = bit;
    const exclusive = question.options.some((option) => option.id === id && option.exclusive === true);
    const yes = test(variable, (value) => value === 1);
    const result = or(and(yes, from(at + 1, chosen + 1, alone || exclusive)), and(not(yes), from(at + 1, chosen, alone)));
    known.set(key, result);
    return result;
  };
  return from(0, 0, false);
}

/** Whether no set of options is an answer, or none with this one in it. */
export function isImpossible(question: Askable, option?: string): boolean {
  const free = question.options.filter(({ exclusive }) => exclusive !== true).length;
  const alone = question.options.find(({ id }) => id === option)?.exclusive ?? option === undefined;
  const lone = alone && question.options.length > free && fits(question, 1, 0);
  const among = option === undefined ? fits(question, 0, free) : !alone && fits(question, 1, free - 1);
  return !lone && !among;
}

/** A set with these options of the named ones, and others only as far as there must be more. */
export function filled(question: Askable, chosen: readonly string[], isNamed: (id: string) => boolean): readonly string[] {
  const { options, min = 0, max = 1 } = question;
  const others = options.filter(({ id, exclusive }) => !isNamed(id) && exclusive !== true).map(({ id }) => id);
  const lone = options.find(({ id, exclusive }) => !isNamed(id) && exclusive === true)?.id;
  if (options.some(({ id, exclusive }) => exclusive === true && chosen.includes(id))) return chosen;
  const wanted = Math.max(min, Math.min(1, max));
  const all = [...chosen, ...others.slice(0, Math.max(0, wanted - chosen.length))];
  if (all.length < wanted && chosen.length === 0 && lone !== undefined) return [lone];
  return options.flatMap(({ id }) => (all.includes(id) ? [id] : []));
}
