/** One prompt as a sheet: what a key does to its state, and how that state looks. Pure; `play` puts it on the terminal. */
import type { Key } from "../../core/edit.ts";
import type { Reply } from "../../ports.ts";
import type { Head } from "./head.ts";
import type { Paint } from "./paint.ts";

export interface Sheet<S, T> {
  readonly head: Head;
  readonly start: S;
  readonly press: (state: S, key: Key, room: Room) => Move<S, T>;
  readonly draw: (state: S, room: Room) => Picture;
  /** A value in words, for the line left behind. */
  readonly words: (value: T) => string;
  /** The text typed so far, and the one that is saved; undefined for a sheet on which nothing is typed. `hidden`: never shown nor kept; `long`: fit for an editor. */
  readonly typed:
    { readonly of: (state: S) => string; readonly saved: string; readonly hidden?: true; readonly long?: boolean } | undefined;
}

export type Move<S, T> =
  /** `message`: why nothing happened, in words. */
  | { readonly state: S; readonly message?: string | undefined }
  /** `state`: what is kept when the reply is no answer. */
  | { readonly reply: Reply<T>; readonly state?: S };

/** The space there is, and how to paint in it. */
export interface Room {
  readonly columns: number;
  readonly rows: number;
  readonly paint: Paint;
}

export interface Picture {
  /** What can be chosen or was typed, a row each, no wider than `width(room)`. */
  readonly body: readonly string[];
  /** The row the cursor stands on; never an empty one. */
  readonly focus: number;
  /** What that row ends with that is being typed, and where in it the cursor stands. Left out: the cursor stands at its end. */
  readonly typed?: { readonly text: string; readonly at: number };
  /** The most rows of the body to be shown at once. */
  readonly most?: number;
  readonly hint: string | undefined;
  readonly keys: readonly string[];
}

/** The columns text may take: less than the terminal has, and no more than reads well. */
export const width = (room: Room): number => Math.max(16, Math.min(room.columns - 2, 96));
