/** A terminal without a machine: what is typed goes in, what is on the screen can be read. */
import { EventEmitter } from "node:events";
import { PassThrough, Writable } from "node:stream";
import { setTimeout as pause } from "node:timers/promises";
import { stripVTControlCharacters } from "node:util";
import type { Station } from "../../src/adapters/station.ts";
import { openTerminal, type Terminal } from "../../src/adapters/terminal.ts";

/** The piece of the machine, and what happened to it. */
export interface Wired {
  readonly station: Station;
  readonly input: PassThrough;
  readonly events: EventEmitter;
  /** The signals the process would have died of. */
  readonly deaths: readonly string[];
  /** Raw mode as it was put on and off. */
  readonly raw: readonly boolean[];
  /** Everything that was written, in the pieces in which it came. */
  readonly written: readonly string[];
}

export function wired(columns = 80, rows = 24): Wired {
  const written: string[] = [];
  const deaths: string[] = [];
  const raw: boolean[] = [];
  const events = new EventEmitter();
  const input = Object.assign(new PassThrough(), { setRawMode: (on: boolean) => raw.push(on) });
  const stream = new Writable({
    write: (chunk, _, done) => {
      written.push(String(chunk));
      done();
    },
  });
  const output = Object.assign(stream, { columns, rows });
  const station: Station = { input, output, events, die: (signal) => deaths.push(signal), suspend: () => deaths.push("SIGTSTP") };
  return { station, input, events, deaths, raw, written };
}

export interface Desk extends Wired {
  readonly terminal: Terminal;
  /** Everything that was written. */
  readonly output: () => string;
  /** What was last written, without its escape sequences. */
  readonly screen: () => string;
  /** Waits until a text stands on the screen. */
  readonly sees: (text: string) => Promise<void>;
  /** Types, and waits until it was handled. An empty chunk waits until a prompt is shown. */
  readonly type: (...chunks: readonly string[]) => Promise<void>;
}

export function desk(columns = 80, rows = 24): Desk {
  const machine = wired(columns, rows);
  const { station, input, written } = machine;
  const screen = (): string => stripVTControlCharacters(written.findLast((chunk) => stripVTControlCharacters(chunk).trim() !== "") ?? "");
  const terminal = openTerminal(station);
  return {
    ...machine,
    terminal,
    output: () => written.join(""),
    screen,
    sees: async (text) => {
      while (!screen().includes(text)) await pause(1);
    },
    type: async (...chunks) => {
      for (const chunk of chunks) {
        while (chunk === "" && !screen().includes("Ctrl-C")) await pause(1);
        input.write(chunk);
        await pause(chunk === "\x1b" ? 80 : 5);
      }
      await pause(10);
    },
  };
}
