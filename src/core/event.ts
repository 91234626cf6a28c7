/** The events of a case: what happened, in the past tense. The file format around them is the journal's. */
import type {
  Added,
  Answered,
  Begun,
  Changed,
  Closed,
  Erased,
  EventLine,
  Finished,
  Kept,
  Noted,
  Opened,
  Recovered,
  Removed,
  TakenOver,
} from "./formats.ts";

interface Bodies {
  readonly opened: Opened;
  readonly begun: Begun;
  readonly answered: Answered;
  readonly added: Added;
  readonly changed: Changed;
  readonly removed: Removed;
  readonly closed: Closed;
  readonly finished: Finished;
  readonly noted: Noted;
  readonly erased: Erased;
  readonly recovered: Recovered;
  readonly "taken-over": TakenOver;
  readonly kept: Kept;
}

export type EventType = EventLine["type"];

/** What is about to be written. `ch` is the chapter, 0 the case itself. */
export type NewEvent = { readonly [T in EventType]: { readonly type: T; readonly ch: number; readonly body: Bodies[T] } }[EventType];

/** What stands in the file: line number, moment (RFC 3339 with offset) and the fingerprint of the line. */
export type Event = NewEvent & { readonly n: number; readonly at: string; readonly hash: string };

/** A line whose body was erased on request: that something was said still stands, what was said does not. */
export interface Blank {
  readonly n: number;
  readonly at: string;
  readonly hash: string;
  readonly ch: number;
  readonly type: EventType;
  readonly body: null;
}
