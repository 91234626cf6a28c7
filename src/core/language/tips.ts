/** Of all that could be said about a text the little that helps most. */
import type { Remark } from "./lint.ts";

const MOST = 2;

/** At most two, of different classes, the most useful first. */
export function tips(remarks: readonly Remark[]): readonly Remark[] {
  const classes = new Map<string, Remark>();
  for (const remark of remarks) if (!classes.has(remark.of.id)) classes.set(remark.of.id, remark);
  return [...classes.values()].sort((a, b) => a.of.rank - b.of.rank).slice(0, MOST);
}
