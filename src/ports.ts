/** What the program needs from the world, each a small type of functions. */
import type { NewEvent, Event, Blank } from "./core/event.ts";
import type { Askable, Option } from "./core/flow.ts";
import type { ReferenceSource } from "./core/formats.ts";
import type { Value } from "./core/value.ts";

/** One question as it is put to the user. Whoever answers it, gives a value that `accepts` takes. */
export interface Asking {
  readonly askable: Askable;
  /** What can be chosen: the options of the question, or for a ref the entries of the other list. */
  readonly options: readonly Option[];
  /** Where she is: "Stap 2 van 5: Overleggen. Nog 4 vragen in deze stap." */
  readonly place: string;
  /** What was answered before; undefined when nothing was, null when it was skipped. */
  readonly current: Value | null | undefined;
  /** What she should know before she answers, for example what the norms say. */
  readonly note: string | undefined;
  readonly urgent: boolean;
  readonly sources: readonly ReferenceSource[];
}

/** A choice that is about the walk and is no answer: add an entry, go on, begin. */
export interface Menu {
  readonly title: string;
  readonly place: string;
  /** What stands above the options, a line each: the entries of a list. */
  readonly lines: readonly string[];
  readonly help: string | undefined;
  readonly options: readonly { readonly id: string; readonly text: string }[];
}

export type Reply<T> = { readonly kind: "answer"; readonly value: T } | { readonly kind: "back" } | { readonly kind: "stop" };

export interface Prompt {
  /** null: skipped, which only an optional question allows. */
  readonly ask: (asking: Asking) => Promise<Reply<Value | null>>;
  /** The id of the chosen option. */
  readonly choose: (menu: Menu) => Promise<Reply<string>>;
  /** Lines for the user to read, cleaned of control characters by whoever shows them. */
  readonly tell: (...lines: readonly string[]) => void;
  readonly close: () => void;
}

/** The clock: now as RFC 3339 with offset, in seconds. */
export type Clock = () => string;

/** A case file that is open for writing. */
export interface Journal {
  readonly path: string;
  readonly events: readonly (Event | Blank)[];
  /**
   * Puts events on the disk, in one write and one sync, and only then returns them as they stand there.
   * @throws DiskDefect when the disk refuses; the file is then as it was
   * @throws JournalDefect when somebody else changed the file
   */
  readonly append: (events: readonly NewEvent[]) => readonly Event[];
  readonly close: () => void;
}
