/** The program in processes of their own that wait for each other. */
import { spawn, type ChildProcess } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { NOW, ROOT, type Ran } from "../program.ts";

/** Says that the process is there, and waits for a byte before the program begins. */
const GATE = `data:text/javascript,import{readSync,writeSync}from"node:fs";writeSync(1,"\\n");readSync(0,new Uint8Array(1))`;

interface Racer {
  readonly child: ChildProcess;
  readonly ended: Promise<Ran>;
}

function racing(args: readonly string[], gate: readonly string[], more: Readonly<Record<string, string>> = {}): Racer {
  const { NODE_EXTRA_CA_CERTS: _, ...env } = process.env;
  const child = spawn(process.execPath, [...gate, join(ROOT, "bin", "meldcode.js"), ...args], {
    cwd: ROOT,
    env: { ...env, ...more, MELDCODE_NOW: NOW },
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
  /** Writes the answers file, and lets it go on. */
  readonly answer: (text: string) => void;
}

/** Has a process say that it is about to read its answers file, and wait for a byte. */
const HOLD = `data:text/javascript,import fs from"node:fs";const read=fs.readFileSync;fs.readFileSync=(path,...more)=>{if(path===process.env.HELD){fs.writeSync(1,"\\n");fs.readSync(0,new Uint8Array(1))}return read(path,...more)}`;

/**
 * A process that has a case open: it waits before it reads its answers file.
 * @throws when it ends without reading it
 */
export async function holder(path: string, answers: string): Promise<Holder> {
  writeFileSync(answers, "");
  const racer = racing(["resume", path, "--answers", answers], ["--import", HOLD], { HELD: answers });
  racer.child.stdin?.on("error", () => undefined);
  const early = await Promise.race([
    new Promise<undefined>((there) => racer.child.stdout?.once("data", () => there(undefined))),
    racer.ended,
  ]);
  if (early !== undefined) throw new Error(`it ended with ${String(early.status)}: ${early.stderr}`);
  return {
    ...racer,
    answer: (text) => {
      writeFileSync(answers, text);
      racer.child.stdin?.end("x");
    },
  };
}
