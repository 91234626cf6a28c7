// npm run bench:flow: how long `flow check` takes to prove a large flow, in a process of its own each time, and the shipped ones; and the whole
// command over everything that is shipped. The memory is the most that the process ever had.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";

// A certificate file in the environment triples the start of Node 20.
const { NODE_EXTRA_CA_CERTS: _, ...env } = process.env;
const scratch = mkdtempSync(join(tmpdir(), "meldcode-flowcheck-"));
const { outputFiles } = await build({
  entryPoints: [join(import.meta.dirname, "wide.ts")],
  bundle: true,
  platform: "node",
  format: "cjs",
  write: false,
  outdir: scratch,
});
const bundle = join(scratch, "wide.cjs");
writeFileSync(bundle, outputFiles[0].text);
const ran = (script) => {
  const { stdout, stderr } = spawnSync(process.execPath, ["-e", script], { encoding: "utf8", env });
  if (stdout === "") throw new Error(stderr);
  return JSON.parse(stdout);
};
const one = (seed, back) =>
  ran(`const { timed, wide } = require(${JSON.stringify(bundle)}); console.log(JSON.stringify(timed(wide(${seed}, ${back}))));`);
const memory = (mb) => `  ${mb.toFixed(0)} MB at most 300  ${mb <= 300 ? "ok" : "TOO MUCH"}`;
const line = (what, ms, most, more = "") =>
  console.log(
    `${what.padEnd(54)} ${ms.toFixed(0).padStart(6)} ms  ${most === undefined ? "" : `at most ${most}  ${ms <= most ? "ok" : "TOO SLOW"}`}${more}`,
  );

for (const [back, most] of [
  [30, 2000],
  [60, undefined],
]) {
  const runs = Array.from({ length: 10 }, (_, seed) => one(seed, back));
  const slowest = runs.toSorted((a, b) => b.ms - a.ms);
  const mb = Math.max(...runs.map((run) => run.mb));
  const unproven = runs.filter((run) => run.codes["niet-bewezen"] !== undefined).length;
  line(`120 questions, ${back} atoms back: median of 10`, slowest[5].ms, most);
  line(
    `120 questions, ${back} atoms back: slowest of 10`,
    slowest[0].ms,
    most,
    `${most === undefined ? `  ${mb.toFixed(0)} MB` : memory(mb)}  not proven: ${unproven}`,
  );
}
const dist = join(import.meta.dirname, "..", "dist", "flows");
for (const name of readdirSync(dist).filter((one) => one.endsWith(".json"))) {
  const file = join(dist, name);
  if (JSON.parse(readFileSync(file, "utf8")).made.edition === undefined) continue;
  const script = `const { timed } = require(${JSON.stringify(bundle)}); console.log(JSON.stringify(timed(require(${JSON.stringify(file)}).made.edition)));`;
  const times = Array.from({ length: 5 }, () => ran(script).ms).sort((a, b) => a - b);
  line(`shipped: ${name.slice(0, -5)}, first run, median of 5`, times[2], 300);
}
const peak = join(scratch, "peak.cjs");
writeFileSync(peak, 'process.on("exit", () => console.error(`peak ${process.resourceUsage().maxRSS}`));');
const whole = Array.from({ length: 5 }, () => {
  const begun = performance.now();
  const { status, stderr } = spawnSync(
    process.execPath,
    ["-r", peak, join(import.meta.dirname, "..", "bin", "meldcode.js"), "flow", "check"],
    {
      encoding: "utf8",
      env,
    },
  );
  if (status !== 0) throw new Error(stderr);
  return { ms: performance.now() - begun, mb: Number(/^peak (\d+)$/m.exec(stderr)?.[1]) / 1000 };
}).sort((a, b) => a.ms - b.ms);
line("meldcode flow check, all that is shipped, median of 5", whole[2].ms, 2000, memory(Math.max(...whole.map((run) => run.mb))));
rmSync(scratch, { recursive: true, force: true });
