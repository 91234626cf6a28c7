/** The days of all cases together, for one day that is today. */
import type { Due } from "./agenda.ts";
import { daysBetween } from "./date.ts";
import type { Glance } from "./glance.ts";
import { dueFrom } from "./retention.ts";

export interface Row extends Omit<Due, "kind"> {
  /** Of the case. */
  readonly id: string;
  readonly exercise: boolean;
  readonly kind: Due["kind"] | "bewaren";
  /** How many days ago it was; negative for what is to come. */
  readonly late: number;
}

/**
 * What waits, overdue first; on one day in the order of the cases.
 * @param today yyyy-mm-dd
 * @param weeks how long a finished case is kept here
 */
export function agendaOf(glances: readonly Glance[], today: string, weeks: number): readonly Row[] {
  const rows = glances.flatMap((one): readonly Row[] => {
    const { id, exercise, settled, isPrivate } = one;
    const until = dueFrom(settled, isPrivate ? 0 : weeks);
    const kept = until === undefined ? [] : [{ date: until, kind: "bewaren" as const, key: "bewaren", revision: 0 }];
    return [...one.dues, ...kept].map((due) => ({ ...due, id, exercise, late: daysBetween(due.date, today) }));
  });
  return rows.toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
}
