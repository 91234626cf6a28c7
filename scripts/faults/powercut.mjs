// A power cut at every call, and after every step: an image that is mounted is copied as it is, so that only what had reached the
// disk is in the copy; the copy is mounted as after a restart.
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { callsOf, CHANGES, library } from "./shim.mjs";
import { row, together } from "./session.mjs";

const SYNCS = ["fsync", "fdatasync"];
const nameOf = (call) => call.split(" ")[0];

export async function powercut(session) {
  const { path, lacks } = library(session);
  if (lacks !== undefined) return lacks;
  if (process.getuid?.() !== 0) return "only root can mount an image";
  const empty = join(session.work, "leeg.img");
  must("truncate", "-s", "16M", empty);
  if (!works("mkfs.ext4", "-q", "-F", empty)) return "there is no mkfs.ext4";
  try {
    await mounted(empty, join(session.work, "proef"), "loop", () => undefined);
  } catch {
    return "there are no loop devices";
  }

  /** Runs a step on a disk of its own, and cuts the power. @returns what the next session makes of it */
  const cut = async ({ place, step, env, acknowledged }) => {
    const own = join(session.work, place.replaceAll(/\W+/g, "-"));
    const [image, copy] = [`${own}.img`, `${own}-na.img`];
    cpSync(empty, image);
    await mounted(image, own, "loop", () => session.fill(step, join(own, "zaken")));
    const ended = await mounted(image, own, "loop,commit=300", async () => {
      const folder = join(own, "zaken");
      const run = await session.run(folder, session.steps[step].args, { env: { LD_PRELOAD: path, FAULT_DIR: folder, ...env } });
      const events = await acknowledged(folder, run);
      must("cp", "--sparse=always", image, copy);
      return { ...run, events };
    });
    const verdict = await mounted(copy, own, "loop", () => session.judge(join(own, "zaken"), ended, ended.events));
    for (const gone of [image, copy]) rmSync(gone);
    return { place, ...verdict };
  };
  const asSaid = (step) => (_, run) => session.acknowledged(step, run);

  const afterEach = (env) =>
    together(
      session.steps.map(
        ({ name }, step) =>
          () =>
            cut({ place: `after ${name} ${env.FAULT_HOW ?? ""}`, step, env, acknowledged: asSaid(step) }),
      ),
    );
  const atCall = (step, n, name, last) => () =>
    cut({
      place: `${session.steps[step].name}, call ${n}, ${name}`,
      step,
      env: { FAULT_AT: String(n), FAULT_HOW: "KILL" },
      // Right after a sync all that can be read was promised.
      acknowledged: SYNCS.includes(last) ? session.eventsIn : asSaid(step),
    });
  const calls = await together(session.steps.map((_, step) => () => callsOf(session, step, path)));
  const places = calls.flatMap((made, step) => {
    const names = made.map(nameOf);
    return names.flatMap((name, i) => (CHANGES.includes(name) ? [atCall(step, i + 1, name, names[i - 1])] : []));
  });
  const rows = [row("after each step", await afterEach({})), row("at each call", await together(places))];
  // The cut must be one: without syncs it takes answers.
  const { lost } = row("", await afterEach({ FAULT_HOW: "UNSYNCED" }));
  console.log(`powercut: when no sync does anything, ${lost} answers are lost`);
  return lost > 0 ? rows : [...rows, { fault: "without syncs", places: 0, lost: 0, wrong: ["nothing is lost: the power cut is none"] }];
}

async function mounted(image, folder, options, action) {
  mkdirSync(folder, { recursive: true });
  must("mount", "-o", options, image, folder);
  try {
    return await action(folder);
  } finally {
    must("umount", folder);
  }
}

const works = (command, ...args) => spawnSync(command, args).status === 0;
function must(command, ...args) {
  const { status, stderr } = spawnSync(command, args, { encoding: "utf8" });
  if (status !== 0) throw new Error(`${command} ${args.join(" ")}: ${stderr}`);
}
