/** The one reader of the terminal, for a whole session: raw mode, UTF-8, bracketed paste, and what arrives between prompts. */
import { Readable, type Writable } from "node:stream";
import type { Key } from "../core/edit.ts";
import { decode, flush, NOTHING } from "./keys.ts";
import { known, machine, through, type Station } from "./station.ts";

/** text: what was typed or pasted ahead is used. choice: it is dropped, so that nothing is chosen by accident. */
export type Manner = "text" | "choice";

/** One prompt at the terminal. */
export interface Seat {
  /** Emits KEY events, never data: @inquirer/core's own line editor has nothing to do. */
  readonly input: Readable;
  readonly output: Writable;
  /** Text that was typed ahead and dropped. */
  readonly early: string;
  /** From now on keys come in; call it once somebody listens. */
  readonly start: () => void;
  readonly leave: () => void;
}

export interface Terminal {
  readonly open: (manner: Manner) => Promise<Seat>;
  readonly columns: () => number;
  readonly rows: () => number;
  readonly write: (text: string) => void;
  /** Gives the terminal to another program while the action lasts. */
  readonly lend: <T>(action: () => T) => T;
  /** Takes away what was shown, also what scrolled off. */
  readonly wipe: () => void;
  /** As Ctrl-C. */
  readonly stop: () => void;
  /** Gives the terminal back as it was. May be called more than once. */
  readonly close: () => void;
}

/** The name of the keypress event that carries one of our keys. */
export const KEY = "meldcode";
const ON = "\x1b[?2004h";
const OFF = "\x1b[?2004l\x1b[?25h";
/** How long Esc waits for the rest of a sequence, and an unfinished paste for its end. */
const WAIT = { escape: 50, paste: 2_000 };
/** Screen and scrollback: nothing of a case can be read back. */
export const WIPE = "\x1b[2J\x1b[3J\x1b[H";
const ENDING: ReadonlySet<string> = new Set(["enter", "submit", "escape", "interrupt", "leave", "overview"]);

/**
 * Takes the terminal. When it goes away (end or error of the input, SIGHUP) or on SIGTERM the process ends by that signal
 * itself: on Node 20 `process.exit` aborts on a closed terminal, with a core dump that may hold the case.
 */
export function openTerminal(station: Station = machine()): Terminal {
  const { input, output, events } = station;
  let queue: readonly Key[] = [];
  let pending = NOTHING;
  let timer: NodeJS.Timeout | undefined;
  let seat: Readable | undefined;
  let waiting = false;
  let open = true;
  let dead = false;

  const pump = (): void => {
    waiting = false;
    while (seat !== undefined && !waiting) {
      const [key, ...others] = queue;
      if (key === undefined) return;
      queue = others;
      // A key that can end the prompt: the next one waits until it is known whether it did.
      if (ENDING.has(key.name)) {
        waiting = true;
        setImmediate(pump);
      }
      press(seat, key);
    }
  };
  const take = (keys: readonly Key[]): void => {
    if (keys.some(({ name }) => name === "suspend")) suspend();
    queue = [...queue, ...keys.filter(({ name }) => name !== "suspend")];
    if (!waiting) pump();
  };
  const settle = (): void => {
    const keys = flush(pending);
    pending = NOTHING;
    take(keys);
  };
  const read = (chunk: unknown): void => {
    clearTimeout(timer);
    const { keys, pending: left } = decode(pending, String(chunk));
    pending = left;
    if (left.pasted !== undefined || left.rest !== "") timer = setTimeout(settle, left.pasted === undefined ? WAIT.escape : WAIT.paste);
    take(keys);
  };
  const interrupt = (): void => {
    take([{ name: "interrupt" }]);
  };
  const resize = (): void => {
    if (seat !== undefined) press(seat, { name: "resize" });
  };
  const raw = (on: boolean): void => {
    input.setRawMode?.(on);
  };
  const enter = (): void => {
    raw(true);
    output.write(ON);
  };
  const suspend = (): void => {
    output.write("\x1b[J\r\n");
    restore();
    station.suspend();
  };
  const goOn = (): void => {
    enter();
    if (seat !== undefined) press(seat, { name: "resize" });
  };
  const restore = (): void => {
    try {
      output.write(OFF);
      raw(false);
    } catch {
      // The terminal is gone: there is nothing left to restore.
    }
  };
  const die = (signal: "SIGHUP" | "SIGTERM"): void => {
    if (dead) return;
    dead = true;
    if (open) restore();
    open = false;
    station.die(signal);
  };
  const hangUp = (): void => {
    die("SIGHUP");
  };
  const terminate = (): void => {
    die("SIGTERM");
  };
  const signals: readonly (readonly [string, () => void])[] = [
    ["SIGHUP", hangUp],
    ["SIGTERM", terminate],
    ["SIGINT", interrupt],
    ["SIGCONT", goOn],
    ["exit", restore],
  ];
  const close = (): void => {
    if (!open) return;
    open = false;
    clearTimeout(timer);
    restore();
    input.removeListener("data", read);
    output.removeListener("resize", resize);
    for (const [event, listener] of signals) events.removeListener(event, listener);
    input.pause();
  };

  input.setEncoding("utf8");
  input.on("data", read);
  // After an earlier close it stands paused, and a listener alone does not set it going again.
  input.resume();
  input.on("end", hangUp);
  // These two stay after close: without them a terminal that goes away would still make Node 20 abort.
  input.on("error", hangUp);
  output.on("error", hangUp);
  output.on("resize", resize);
  for (const [event, listener] of signals) events.on(event, listener);
  enter();

  return {
    open: async (manner) => {
      if (manner === "choice") await arrived();
      const early = queue;
      queue = manner === "choice" ? early.filter(({ name }) => name === "interrupt" || name === "leave") : typed(early);
      const own = new Readable({ read: () => undefined });
      return {
        input: own,
        output: through(output),
        early: manner === "choice" ? words(early) : "",
        start: () => {
          seat = own;
          if (!waiting) pump();
        },
        leave: () => {
          if (seat === own) seat = undefined;
        },
      };
    },
    columns: () => known(output.columns, 80),
    rows: () => known(output.rows, 24),
    write: (text) => {
      output.write(text);
    },
    lend: (action) => {
      restore();
      try {
        return action();
      } finally {
        enter();
      }
    },
    wipe: () => {
      output.write(WIPE);
    },
    stop: interrupt,
    close,
  };
}

const press = (seat: Readable, key: Key): void => {
  seat.emit("keypress", undefined, { name: KEY, ctrl: false, shift: false, key });
};

/** An Enter that was pressed once too often answers no question that had not been shown yet. */
function typed(keys: readonly Key[]): readonly Key[] {
  const first = keys.findIndex(({ name }) => name !== "enter" && name !== "submit");
  return first < 0 ? [] : keys.slice(first);
}

const words = (keys: readonly Key[]): string =>
  keys
    .map((key) => ("text" in key ? key.text : key.name === "enter" ? " " : ""))
    .join("")
    .trim();

/** Resolves when what the terminal still held has been read: one full turn of the event loop. */
const arrived = (): Promise<void> => new Promise((resolve) => setImmediate(() => setImmediate(resolve)));
