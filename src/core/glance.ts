/** What the commands about all cases show of one: its reference, how it stands, and the days on which something waits. Never content. */
import { dues, type Due } from "./agenda.ts";
import type { Case } from "./case.ts";
import { deferred, isPrivate, statusOf, waiting } from "./chapters.ts";
import { settledOn } from "./retention.ts";
import type { Status } from "./walk.ts";

export interface Glance {
  readonly id: string;
  readonly exercise: boolean;
  /** undefined while nothing was begun. */
  readonly status: Status | undefined;
  /** How many questions wait. */
  readonly waiting: number;
  /** How many of them were put off: a decision did not wait for them, closing does. */
  readonly deferred: number;
  readonly dues: readonly Due[];
  /** The day from which the term for keeping it here counts; left out while it is not finished. */
  readonly settled?: string;
  readonly isPrivate: boolean;
}

export function glance(state: Case): Glance {
  const settled = settledOn(state);
  return {
    id: state.id,
    exercise: state.exercise,
    status: state.chapters.length === 0 ? undefined : statusOf(state),
    waiting: waiting(state),
    deferred: deferred(state),
    dues: dues(state),
    ...(settled === undefined ? {} : { settled }),
    isPrivate: isPrivate(state),
  };
}
