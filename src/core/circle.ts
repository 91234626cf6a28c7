/** Norms that rest on norms: what one rests on, and circles. */
import { atoms, type Condition } from "./condition.ts";

/** The norms that a condition names. */
export const normsIn = (condition: Condition): readonly string[] =>
  [...atoms(condition)].flatMap((atom) => (atom.op === "norm" ? [atom.id] : []));

/** All that can be reached from a norm; the norm itself only in a circle. */
export function reached(id: string, next: (id: string) => readonly string[]): ReadonlySet<string> {
  const found = new Set<string>();
  const waiting = [...next(id)];
  for (let one = waiting.pop(); one !== undefined; one = waiting.pop()) {
    if (found.has(one)) continue;
    found.add(one);
    waiting.push(...next(one));
  }
  return found;
}

/** The norms that are in a circle, each with all norms of its circles. */
export function circles(rests: ReadonlyMap<string, readonly string[]>): ReadonlyMap<string, ReadonlySet<string>> {
  const behind = new Map([...rests.keys()].map((id) => [id, reached(id, (one) => rests.get(one) ?? [])]));
  const found = [...behind].map(([id, all]) => [id, new Set([...all].filter((other) => behind.get(other)?.has(id)))] as const);
  return new Map(found.filter(([, members]) => members.size > 0));
}
