// Every call that changes the folder of the case goes wrong once, by a library in front of libc.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { row, together } from "./session.mjs";

const WRITES = ["write"];
const ROOM = [...WRITES, "open", "fsync", "fdatasync", "rename", "link"];
/** To be killed before a call that only looks is the same as before the one after it. */
export const CHANGES = [...ROOM, "unlink", "ftruncate"];
const FAULTS = { ENOSPC: ROOM, EIO: [...CHANGES, "look"], SHORT: WRITES, TORN: WRITES, KILL: CHANGES };

/** Compiles the library. @returns its path, or why there is none */
export function library({ work }) {
  if (process.platform !== "linux") return { lacks: "LD_PRELOAD works on Linux" };
  const path = join(work, "shim.so");
  const compiler = ["cc", "gcc", "clang"].find((name) => spawnSync(name, ["--version"]).status === 0);
  if (compiler === undefined) return { lacks: "there is no C compiler" };
  const { status, stderr } = spawnSync(compiler, ["-shared", "-fPIC", "-O1", "-o", path, "scripts/faults/shim.c", "-ldl"], {
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(stderr);
  return { path };
}

/** The calls of a step, in order. */
export async function callsOf(session, step, path) {
  const folder = session.folderBefore(step);
  const log = `${folder}.log`;
  await session.run(folder, session.steps[step].args, { env: { LD_PRELOAD: path, FAULT_DIR: `${folder}`, FAULT_LOG: log } });
  return existsSync(log) ? readFileSync(log, "utf8").trimEnd().split("\n") : [];
}

export async function shim(session) {
  const { path, lacks } = library(session);
  if (lacks !== undefined) return lacks;
  const calls = await together(session.steps.map((_, step) => () => callsOf(session, step, path)));
  const rows = [];
  for (const [fault, names] of Object.entries(FAULTS)) {
    const places = calls.flatMap((made, step) =>
      made.flatMap((call, i) => (names.includes(call.split(" ")[0]) ? [{ step, n: i + 1, call }] : [])),
    );
    const found = await together(
      places.map(({ step, n, call }) => async () => {
        const folder = session.folderBefore(step);
        const ended = await session.run(folder, session.steps[step].args, {
          env: { LD_PRELOAD: path, FAULT_DIR: folder, FAULT_AT: String(n), FAULT_HOW: fault },
        });
        const place = `${session.steps[step].name}, call ${n}, ${call.split(" ")[0]}`;
        return { place, ...(await session.judge(folder, ended, session.acknowledged(step, ended))) };
      }),
    );
    rows.push(row(fault, found));
  }
  return rows;
}
