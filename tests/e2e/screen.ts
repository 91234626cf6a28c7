/** A real terminal with a screen that can be looked at, as a person sees it. */
import { spawn } from "@lydell/node-pty";
import xterm from "@xterm/headless";
import { join } from "node:path";
import { AT_A_TERMINAL } from "../program.ts";

export interface Window {
  /** What stands on the screen now, a row each, without the empty ones. */
  readonly rows: () => readonly string[];
  /** Also what scrolled off. */
  readonly all: () => readonly string[];
  /** Waits until a text stands on the screen, broken over rows or not. @throws with the screen when it does not come */
  readonly sees: (text: string) => Promise<void>;
  /** Waits until there is a row that is just this. */
  readonly hasRow: (row: string) => Promise<void>;
  /** Waits for a text, then types. */
  readonly at: (text: string, keys: string) => Promise<void>;
  readonly types: (keys: string) => void;
  readonly resize: (columns: number) => void;
  readonly kill: (signal: string) => void;
  /** The terminal is taken away. */
  readonly vanishes: () => void;
  /** @returns the exit code */
  readonly ends: () => Promise<number>;
  /** @returns the signal that ended it; 0 when none did */
  readonly dies: () => Promise<number>;
}

const program = join(import.meta.dirname, "..", "..", "bin", "meldcode.js");
const flat = (text: string): string => text.replace(/\s+/g, "");

export const open = (argv: readonly string[], env: Readonly<Record<string, string>>, columns: number, rows = 60): Window =>
  openAny(process.execPath, [program, ...argv], env, columns, rows);

/** A shell in which the program can be stopped and set going again, and the command that starts it there. */
export function openShell(argv: readonly string[], env: Readonly<Record<string, string>>, columns: number): Window {
  const shell = openAny("bash", ["--norc", "--noprofile", "-i"], { ...env, PS1: "shell> ", LC_ALL: "C.UTF-8" }, columns, 60);
  shell.types(`'${process.execPath}' '${program}' ${argv.map((word) => `'${word}'`).join(" ")}\r`);
  return shell;
}

function openAny(file: string, args: readonly string[], env: Readonly<Record<string, string>>, columns: number, rows: number): Window {
  const screen = new xterm.Terminal({ cols: columns, rows, allowProposedApi: true, scrollback: 5000 });
  const pty = spawn(file, [...args], {
    cols: columns,
    rows,
    env: { ...AT_A_TERMINAL, ...env, NO_COLOR: "1" },
  });
  let wake = (): void => undefined;
  const ended = new Promise<{ readonly exitCode: number; readonly signal?: number | undefined }>((resolve) => {
    pty.onExit((how) => {
      // What was written last is still on its way to the screen.
      screen.write("", () => {
        resolve(how);
      });
    });
  });
  pty.onData((data) => {
    screen.write(data, () => {
      wake();
    });
  });
  const lines = (from: number): readonly string[] => {
    const { active } = screen.buffer;
    return Array.from({ length: active.length - from }, (_, i) => active.getLine(from + i)?.translateToString(true) ?? "").filter(
      (line) => line !== "",
    );
  };
  const now = (): readonly string[] => lines(screen.buffer.active.baseY);
  const waits = async (text: string, isThere: () => boolean): Promise<void> => {
    const until = Date.now() + 10_000;
    while (!isThere()) {
      if (Date.now() > until) throw new Error(`not on the screen: ${text}\n--- the screen:\n${now().join("\n")}`);
      await new Promise<void>((resolve) => {
        wake = resolve;
        setTimeout(resolve, 100);
      });
    }
  };
  const sees = (text: string): Promise<void> => waits(text, () => flat(now().join("")).includes(flat(text)));
  return {
    rows: now,
    hasRow: (row) => waits(row, () => now().includes(row)),
    all: () => lines(0),
    sees,
    at: async (text, keys) => {
      await sees(text);
      pty.write(keys);
    },
    types: (keys) => {
      pty.write(keys);
    },
    resize: (wide) => {
      screen.resize(wide, rows);
      pty.resize(wide, rows);
    },
    kill: (signal) => {
      pty.kill(signal);
    },
    vanishes: () => {
      (pty as typeof pty & { readonly destroy: () => void }).destroy();
    },
    ends: async () => (await ended).exitCode,
    dies: async () => (await ended).signal ?? 0,
  };
}
