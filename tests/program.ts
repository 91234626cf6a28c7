/** The program as a user runs it: bin/meldcode.js in a process of its own, without a terminal. Build first (npm test does). */
import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";

export interface Ran {
  /** The exit code; null when a signal ended it. */
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly cwd?: string;
  /** Beside the environment of the tests; undefined takes a variable out. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** Standard input; nothing when left out. */
  readonly input?: string;
}

/** The environment of somebody at a terminal: what says how this machine runs tests (CI, FORCE_COLOR) stays out. */
export const AT_A_TERMINAL: Readonly<Record<string, string>> = {
  ...Object.fromEntries(Object.entries(process.env).filter((one): one is [string, string] => /^(PATH|HOME|TMPDIR|LANG)$/.test(one[0]))),
  TERM: "xterm-256color",
};

/** The clock of an exercise. */
export const NOW = "2026-11-21T10:00:00+01:00";
export const ROOT = join(import.meta.dirname, "..");

const PROGRAM = join(ROOT, "bin", "meldcode.js");
const OURS = { MELDCODE_NOW: NOW, MELDCODE_HOME: undefined, NODE_EXTRA_CA_CERTS: undefined, NODE_OPTIONS: undefined };

const waiting: (() => void)[] = [];
let free = availableParallelism();

/** Runs the program; no more at a time than there are processors. */
export async function run(args: readonly string[], options: RunOptions = {}): Promise<Ran> {
  if (free === 0) await new Promise<void>((go) => waiting.push(go));
  else free--;
  try {
    return await alone(args, options);
  } finally {
    const next = waiting.shift();
    if (next === undefined) free++;
    else next();
  }
}

function alone(args: readonly string[], { cwd = ROOT, env = {}, input = "" }: RunOptions): Promise<Ran> {
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, [PROGRAM, ...args], { cwd, env: { ...process.env, ...OURS, ...env } });
    const read = { stdout: "", stderr: "" };
    for (const name of ["stdout", "stderr"] as const) {
      child[name].setEncoding("utf8").on("data", (text: string) => {
        read[name] += text;
      });
    }
    child.on("error", fail);
    child.on("close", (status) => {
      done({ status, ...read });
    });
    // A program that ends without reading its input is no failure of the test.
    child.stdin.on("error", () => undefined);
    child.stdin.end(input);
  });
}

let server: ChildProcess | undefined;
let turn: Promise<unknown> = Promise.resolve();

/**
 * The same without a process for each: where the words and the files count, and not how the program begins and ends.
 * Nothing is read from standard input.
 */
export function runInTurn(args: readonly string[], { cwd = ROOT, env = {} }: Omit<RunOptions, "input"> = {}): Promise<Ran> {
  const mine = turn.then(async () => {
    server ??= serve();
    const over = new AbortController();
    const answer = once(server, "message", over) as Promise<[Ran]>;
    const end = once(server, "exit", over) as Promise<[number | null]>;
    server.send({ args, cwd, env: { ...process.env, ...OURS, ...env } });
    try {
      const [ran] = await Promise.race([answer, end]);
      if (ran === null || typeof ran === "number") throw new Error(`it took the process of all with it: ${args.join(" ")}`);
      return ran;
    } finally {
      over.abort();
    }
  });
  turn = mine.catch(() => {
    server = undefined;
  });
  return mine;
}

/** It ends when the thread does that asks it. */
function serve(): ChildProcess {
  const child = spawn(process.execPath, [join(ROOT, "tests", "turns.cjs"), ROOT], { stdio: ["ignore", "ignore", "pipe", "ipc"] });
  child.stderr?.pipe(process.stderr, { end: false });
  child.unref();
  child.channel?.unref();
  return child;
}

/** Gives a folder of its own to what needs one, and takes it away afterwards. */
export async function inFolder<T>(use: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), "meldcode-test-"));
  try {
    return await use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The last line of a text that ends with a line feed. */
export const lastLine = (text: string): string => text.trimEnd().split("\n").at(-1) ?? "";
