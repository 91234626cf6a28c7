/** The one reader of a terminal that gives whole lines, for a whole session: what is typed, also ahead; Ctrl-C, Ctrl-D, and the terminal's end. */
import { isatty } from "node:tty";
import type { Key } from "../../core/edit.ts";
import { decode, NOTHING } from "../keys.ts";
import { known, machine, type Station } from "../station.ts";
import { WIPE, type Manner } from "../terminal.ts";
import { heard } from "./heard.ts";

export interface Lines {
  /** Takes away what was typed ahead and cannot be meant for the question that comes. @returns what it was, before a choice */
  readonly clear: (manner: Manner) => Promise<string>;
  /** The next line; undefined when she stops. @param again is called when she comes back to the program meanwhile */
  readonly next: (again?: () => void) => Promise<string | undefined>;
  /** Whether another line comes in the same breath, as in a paste. */
  readonly more: () => Promise<boolean>;
  /** Key by key, and nothing of it is shown. @returns ends that */
  readonly keys: (press: (key: Key) => void) => () => void;
  readonly write: (text: string) => void;
  /** How many of them a row may take. */
  readonly columns: () => number;
  /** Takes away what was shown, or puts it out of sight. */
  readonly wipe: () => void;
  /** As Ctrl-C. */
  readonly stop: () => void;
  /** May be called more than once. */
  readonly close: () => void;
}

/** A line of so many bytes may have lost its end: Linux gives no more of one. */
export const LONGEST = 4_095;
/** How long a paste may pause, in ms. */
const BREATH = 30;
/** Rows that put everything out of sight. */
const PAGE = 60;
const INTERRUPT: Key = { name: "interrupt" };

/**
 * Takes the terminal as it is: it shows what is typed, and knows Backspace, Ctrl-U and Ctrl-Z by itself. When it goes away, or on
 * SIGTERM, the process ends by that signal itself, as with `openTerminal`.
 * @param dumb whether it obeys no escape sequences
 * @param there whether the terminal is still there: then the end of the input is Ctrl-D
 */
export function openLines(station: Station = machine(), dumb = false, there = (): boolean => isatty(0)): Lines {
  const { input, output, events } = station;
  let queue: readonly string[] = [];
  let rest = "";
  let arrivals = 0;
  let stopped = false;
  let interrupted = false;
  let ended = false;
  let waiting: { readonly go: (line: string | undefined) => void; readonly again: (() => void) | undefined } | undefined;
  let press: ((key: Key) => void) | undefined;
  let pending = NOTHING;
  let open = true;
  let dead = false;

  const raw = (on: boolean): void => {
    try {
      input.setRawMode?.(on);
    } catch {
      // The terminal is gone: there is nothing left to set.
    }
  };
  /** The key that ends it may not be the last that came. */
  const hit = (key: Key): void => press?.(key);
  const give = (): void => {
    const [line, ...others] = queue;
    if (waiting === undefined || (line === undefined && !stopped && !ended)) return;
    const { go } = waiting;
    waiting = undefined;
    queue = others;
    // What was typed before Ctrl-C comes before it.
    if (line === undefined) stopped = false;
    go(line);
  };
  const read = (chunk: unknown): void => {
    arrivals++;
    if (press !== undefined) {
      const { keys, pending: left } = decode(pending, String(chunk));
      pending = left;
      for (const key of keys) (key.name === "suspend" ? suspend : hit)(key);
      return;
    }
    const lines = (rest + String(chunk)).split("\n");
    rest = lines.pop() ?? "";
    queue = [...queue, ...lines.map((line) => line.replace(/\r$/, ""))];
    give();
  };
  const interrupt = (): void => {
    interrupted = true;
    stopped = press === undefined;
    hit(INTERRUPT);
    give();
  };
  const end = (): void => {
    if (!there()) {
      die("SIGHUP");
      return;
    }
    ended = true;
    if (rest !== "") queue = [...queue, rest];
    rest = "";
    hit(INTERRUPT);
    give();
  };
  const suspend = (): void => {
    raw(false);
    station.suspend();
  };
  const goOn = (): void => {
    if (press !== undefined) raw(true);
    waiting?.again?.();
  };
  const die = (signal: "SIGHUP" | "SIGTERM"): void => {
    if (dead) return;
    dead = true;
    if (press !== undefined) raw(false);
    station.die(signal);
  };
  const hangUp = (): void => {
    die("SIGHUP");
  };
  const terminate = (): void => {
    die("SIGTERM");
  };
  /** Resolves when nothing came for a whole turn of the event loop: the terminal gives one line in each. */
  const quiet = async (): Promise<void> => {
    for (let before = -1; before !== arrivals;) {
      before = arrivals;
      await new Promise((go) => setImmediate(() => setImmediate(go)));
    }
  };
  const signals: readonly (readonly [string, () => void])[] = [
    ["SIGHUP", hangUp],
    ["SIGTERM", terminate],
    ["SIGINT", interrupt],
    ["SIGCONT", goOn],
  ];

  input.setEncoding("utf8");
  input.on("data", read);
  // After an earlier close it stands paused, and a listener alone does not set it going again.
  input.resume();
  // These three stay after close: without them a terminal that goes away would still make Node 20 abort.
  input.on("end", end);
  input.on("error", hangUp);
  output.on("error", hangUp);
  for (const [event, listener] of signals) events.on(event, listener);

  return {
    clear: async (manner) => {
      await quiet();
      const early = queue;
      queue = manner === "choice" ? early.filter(isLeaving) : typed(early);
      return manner === "choice"
        ? early
            .filter((line) => !isLeaving(line))
            .join(" ")
            .trim()
        : "";
    },
    next: (again) =>
      new Promise((go) => {
        waiting = { go, again };
        give();
      }),
    more: async () => {
      if (queue.length === 0) await new Promise((go) => setTimeout(go, BREATH));
      return queue.length > 0;
    },
    keys: (take) => {
      press = take;
      pending = NOTHING;
      raw(true);
      // What was typed ahead stood on the screen, and is no passphrase; only that she wants to go is left of it.
      const [line] = queue;
      const going: Key = line !== undefined && heard(line).says === "leave" ? { name: "leave" } : INTERRUPT;
      if (stopped || ended || line !== undefined)
        setImmediate(() => {
          hit(going);
        });
      stopped = false;
      queue = [];
      return () => {
        press = undefined;
        raw(false);
      };
    },
    write: (text) => {
      output.write(text);
    },
    // A terminal that can do little goes to the next row by itself after the last column.
    columns: () => known(output.columns, 80) - 1,
    wipe: () => {
      output.write(dumb ? "\n".repeat(Math.max(PAGE, known(output.rows, PAGE))) : WIPE);
    },
    stop: interrupt,
    close: () => {
      if (!open) return;
      open = false;
      input.removeListener("data", read);
      for (const [event, listener] of signals) events.removeListener(event, listener);
      // npm passes on what the terminal had sent already; a second one must not cut off what is said at the end.
      if (interrupted) events.on("SIGINT", () => undefined);
      input.pause();
    },
  };
}

/** What may not be lost before a choice: that she wants to go. */
function isLeaving(line: string): boolean {
  const { says } = heard(line);
  return says === "stop" || says === "leave";
}

/** An Enter that was pressed once too often answers no question that had not been shown yet. */
function typed(lines: readonly string[]): readonly string[] {
  const first = lines.findIndex((line) => line.trim() !== "");
  return first < 0 ? [] : lines.slice(first);
}
