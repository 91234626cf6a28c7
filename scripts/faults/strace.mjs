// The same from outside the program: strace has the kernel refuse a rename, a link or an open, or kills at it.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { row, together } from "./session.mjs";

const CALLS = ["rename", "renameat", "renameat2", "link", "linkat", "openat"];
const FAULTS = { ENOSPC: "error=ENOSPC", EIO: "error=EIO", KILL: "signal=KILL" };

export async function strace(session) {
  if (spawnSync("strace", ["-qq", "-e", "trace=none", "true"]).status !== 0) return "strace is not there, or may not trace";
  const places = (await together(session.steps.map((_, step) => () => placesOf(session, step)))).flat();
  const rows = [];
  for (const [fault, inject] of Object.entries(FAULTS)) {
    const found = await together(
      places.map(({ step, call, n }) => async () => {
        let folder;
        let ended;
        // Node opens files of its own too, not the same number each time: what struck elsewhere says nothing of a case.
        for (let attempt = 0; attempt === 0 || (attempt < 5 && !struckIn(folder, call, n)); attempt++) {
          folder = session.folderBefore(step);
          const before = ["strace", "-qq", "-o", `${folder}.log`, "-e", `trace=${call}`, "-e", `inject=${call}:${inject}:when=${n}`];
          ended = await session.run(folder, session.steps[step].args, { before });
        }
        // strace ends as what it traced: 137, or by the same signal.
        const seen = ended.status === 137 ? { ...ended, status: null, signal: "SIGKILL" } : ended;
        return {
          place: `${session.steps[step].name}, ${call} ${n}`,
          ...(await session.judge(folder, seen, session.acknowledged(step, seen))),
        };
      }),
    );
    rows.push(row(fault, found));
  }
  return rows;
}

/** Whether the n-th call of this name was one in the folder. */
const struckIn = (folder, call, n) =>
  readFileSync(`${folder}.log`, "utf8")
    .split("\n")
    .filter((line) => line.startsWith(`${call}(`))
    .at(n - 1)
    ?.includes(folder) ?? false;

/** The calls of a step in the folder of the case, each with its number among all calls of that name. */
async function placesOf(session, step) {
  const folder = session.folderBefore(step);
  const log = `${folder}.log`;
  await session.run(folder, session.steps[step].args, { before: ["strace", "-qq", "-o", log, "-e", `trace=${CALLS.join(",")}`] });
  const count = {};
  const lines = existsSync(log) ? readFileSync(log, "utf8").split("\n") : [];
  return lines.flatMap((line) => {
    const call = /^(\w+)\(/.exec(line)?.[1];
    if (call === undefined) return [];
    count[call] = (count[call] ?? 0) + 1;
    return line.includes(folder) ? [{ step, call, n: count[call] }] : [];
  });
}
