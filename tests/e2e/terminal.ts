/** A person at a real terminal: waits for a text on the screen, then types. */
import { spawn } from "@lydell/node-pty";
import { join } from "node:path";
import { AT_A_TERMINAL } from "../program.ts";

export interface Person {
  /** Waits until the text stands on what was shown since the last keys. @throws with the screen when it does not come */
  readonly sees: (text: string) => Promise<void>;
  readonly types: (keys: string) => void;
  /** Everything shown since the last keys, without control sequences. */
  readonly screen: () => string;
  /** Everything that was shown, as it came. */
  readonly bytes: () => string;
  /** Waits for the program to end. */
  readonly ends: () => Promise<{ readonly exitCode: number; readonly signal: number | undefined; readonly shown: string }>;
  readonly leaves: () => void;
  /** The terminal is taken away. */
  readonly vanishes: () => void;
}

const program = join(import.meta.dirname, "..", "..", "bin", "meldcode.js");
// eslint-disable-next-line no-control-regex -- these are the sequences of a terminal
const CONTROL = /\u001b\[[0-9;?]*[A-Za-z]|\u001b[=>]|\r/g;

/** Broken over rows or not, it is the same text. */
const flat = (text: string): string => text.replace(/\s+/g, "");

/** @param env an empty variable is left out */
export function sitsDown(argv: readonly string[], env: Readonly<Record<string, string>> = {}, columns = 200): Person {
  const terminal = spawn(process.execPath, [program, ...argv], {
    cols: columns,
    rows: 50,
    env: Object.fromEntries(Object.entries({ ...AT_A_TERMINAL, NO_COLOR: "1", ...env }).filter(([, value]) => value !== "")),
  });
  let fresh = "";
  let all = "";
  let bytes = "";
  let wake = (): void => undefined;
  const ended = new Promise<{ exitCode: number; signal: number | undefined }>((resolve) => {
    terminal.onExit(({ exitCode, signal }) => {
      resolve({ exitCode, signal });
      wake();
    });
  });
  terminal.onData((data) => {
    bytes += data;
    const text = data.replace(CONTROL, "");
    fresh += text;
    all += text;
    wake();
  });
  return {
    screen: () => fresh,
    bytes: () => bytes,
    sees: async (text) => {
      const until = Date.now() + 10_000;
      while (!flat(fresh).includes(flat(text))) {
        if (Date.now() > until) throw new Error(`not on the screen: ${text}\n--- the screen:\n${fresh}`);
        await new Promise<void>((resolve) => {
          wake = resolve;
          setTimeout(resolve, 250);
        });
      }
    },
    types: (keys) => {
      fresh = "";
      terminal.write(keys);
    },
    ends: async () => ({ ...(await ended), shown: all }),
    leaves: () => {
      terminal.kill();
    },
    vanishes: () => {
      (terminal as typeof terminal & { readonly destroy: () => void }).destroy();
    },
  };
}
