// Makes the example that ships: the invented story of a family up to its safety plan, as a case. It is an exercise, so the same answers
// give the same bytes. Part of the build; nothing of it is committed.
import { spawnSync } from "node:child_process";
import { renameSync, rmSync } from "node:fs";
import { basename, join } from "node:path";

const ANSWERS = join("tests", "cases", "gezin");
const CHAPTERS = ["melding", "veiligheidsplan"];

/** @param folder what stands there already is taken away */
export function example(folder) {
  const env = { ...process.env, MELDCODE_NOW: "2026-11-21T10:00:00+01:00", MELDCODE_HOME: folder };
  const run = (...argv) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, ["bin/meldcode.js", ...argv], { env, encoding: "utf8" });
    if (status !== 0) throw new Error(`the example: ${argv.join(" ")} ended with ${status}: ${stderr}`);
    return stdout.trim().split("\n").at(-1);
  };
  const making = `${folder}.nieuw`;
  rmSync(making, { recursive: true, force: true });
  const path = run("start", "--oefenen", "--dir", making, "--answers", join(ANSWERS, "1-meldcode.yaml"));
  for (const chapter of CHAPTERS) run("resume", path, "--flow", chapter, "--answers", join(ANSWERS, `${chapter}.yaml`));
  rmSync(folder, { recursive: true, force: true });
  renameSync(making, folder);
  return join(folder, basename(path));
}
