/** The program in processes of their own that wait for each other. */
import { spawn, type ChildProcess } from "node:child_process";
import { constants } from "node:fs";
import { open } from "node:fs/promises";
import { join } from "node:path";
import { NOW, ROOT, type Ran } from "../program.ts";

/** Says that the process is there, and waits for a byte before the program begins. */
const GATE = `data:text/javascript,import{readSync,writeSync}from"node:fs";writeSync(1,"\\n");readSync(0,new Uint8Array(1))`;

interface Racer {
  readonly child: ChildProcess;
  readonly ended: Promise<Ran>;
}

function racing(args: readonly string[], gate: readonly string[]): Racer {
  const { NODE_EXTRA_CA_CERTS: _, ...env } = process.env;
  const child = spawn(process.execPath, [...gate, join(ROOT, "bin", "meldcode.js"), ...args], {
    cwd: ROOT,
    env: { ...env, MELDCODE_NOW: NOW },
  });
  const ran = { stdout: "", stderr: "" };
  for (const name of ["stdout", "stderr"] as const) {
    child[name].setEncoding("utf8").on("data", (text: string) => {
      ran[name] += text;
    });
  }
  const ended = new Promise<Ran>((done, fail) => {
    child.on("error", fail);
    child.on("close", (status) => {
      done({ status, ...ran });
    });
  });
  return { child, ended };
}

/** Starts a process for each, and lets them all go when the last one is there. */
export async function race(commands: readonly (readonly string[])[]): Promise<readonly Ran[]> {
  const racers = commands.map((args) => racing(args, ["--import", GATE]));
  await Promise.all(racers.map(({ child, ended }) => Promise.race([new Promise((there) => child.stdout?.once("data", there)), ended])));
  for (const { child } of racers) child.stdin?.on("error", () => undefined).end("x");
  return Promise.all(racers.map(({ ended }) => ended));
}

export interface Holder extends Racer {
  /** Writes the answers file, and so lets it go on. */
  readonly answer: (text: string) => Promise<void>;
  /** Writes nothing, to a process that ended. */
  readonly leave: () => Promise<void>;
}

/**
 * A process that has a case open: it waits for an answers file that is a pipe.
 * @throws when it ends without reading it
 */
export async function holder(path: string, pipe: string): Promise<Holder> {
  const racer = racing(["resume", path, "--answers", pipe], []);
  // This opens as soon as the other end does; the program has the lock by then.
  const opening = open(pipe, "w");
  const early = await Promise.race([opening.then(() => undefined), racer.ended]);
  // Were nobody ever to read, opening to write would wait for ever.
  if (early !== undefined) await (await open(pipe, constants.O_RDONLY | constants.O_NONBLOCK)).close();
  const end = await opening;
  if (early !== undefined) throw new Error(`it ended with ${String(early.status)}: ${early.stderr}`);
  return {
    ...racer,
    answer: async (text) => {
      await end.writeFile(text);
      await end.close();
    },
    leave: () => end.close(),
  };
}
