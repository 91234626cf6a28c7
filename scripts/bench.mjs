// npm run bench [-- RUNS]: whole processes against a bare `node -e 0`, in one interleaved, shuffled run; prints median ratios.
// Prompts are timed in a pseudo-terminal, from start until the question is on the screen.
import { spawn as spawnPty } from "@lydell/node-pty";
import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { build } from "esbuild";

const runs = Number(process.argv[2] ?? 31);
const warmUp = 2;
const scratch = mkdtempSync(join(tmpdir(), "meldcode-bench-"));
const program = join(import.meta.dirname, "..", "bin", "meldcode.js");
const cases = join(import.meta.dirname, "..", "tests", "cases");
// A certificate file in the environment triples the start of Node 20, for the program and for the base alike.
const { NODE_EXTRA_CA_CERTS: _, ...own } = process.env;
const env = { ...own, MELDCODE_HOME: join(scratch, "started") };

const prepare = (...argv) => {
  const { stdout, stderr } = spawnSync(process.execPath, [program, ...argv], { env, encoding: "utf8" });
  const path = stdout.trim().split("\n").at(-1);
  if (!path) throw new Error(stderr);
  return path;
};
const finished = prepare("start", "--answers", join(cases, "acuut.yaml"), "--dir", join(scratch, "finished"));
const halfway = prepare(
  "start",
  "--oefenen",
  "--answers",
  join(cases, "onvolledig", "gestopt-in-stap-3.yaml"),
  "--dir",
  join(scratch, "halfway"),
);

const process_ =
  (...argv) =>
  () =>
    new Promise((resolve, reject) => {
      const begun = performance.now();
      spawn(process.execPath, argv, { env, stdio: "ignore" })
        .on("error", reject)
        .on("exit", () => resolve(performance.now() - begun));
    });
const prompt =
  (shown, ...argv) =>
  () =>
    new Promise((resolve, reject) => {
      const begun = performance.now();
      const terminal = spawnPty(process.execPath, [program, ...argv], { cols: 80, rows: 24, env: { ...env, TERM: "xterm-256color" } });
      let screen = "";
      let took;
      terminal.onData((data) => {
        screen += data;
        if (took === undefined && screen.includes(shown)) {
          took = performance.now() - begun;
          terminal.write("\x03");
        }
      });
      terminal.onExit(() => (took === undefined ? reject(new Error(`not shown: ${shown}\n${screen}`)) : resolve(took)));
    });

/** A bare process in a pseudo-terminal: making one takes time of its own, for the program and for the base alike. */
const bareInTerminal = () =>
  new Promise((resolve) => {
    const begun = performance.now();
    spawnPty(process.execPath, ["-e", "0"], { cols: 80, rows: 24, env: { ...env, TERM: "xterm-256color" } }).onExit(() =>
      resolve(performance.now() - begun),
    );
  });

const BASE = "node -e 0";
const TERMINAL = "node -e 0 in a terminal";
/** name, what it is compared with, limit as a ratio to that, and one timed run in milliseconds. */
const subjects = [
  [BASE, BASE, undefined, process_("-e", "0")],
  [TERMINAL, TERMINAL, undefined, bareInTerminal],
  ["--version", BASE, 1.2, process_(program, "--version")],
  ["--help", BASE, 1.2, process_(program, "--help")],
  ["export of a finished case", BASE, 1.4, process_(program, "export", finished)],
  ["start to the first prompt", TERMINAL, 2.0, prompt("direct gevaar", "start")],
  ["resume to its prompt", TERMINAL, 2.1, prompt("Ctrl-C", "resume", halfway)],
];
const taken = new Map(subjects.map(([name]) => [name, []]));
for (let round = -warmUp; round < runs; round++) {
  for (const [name, , , run] of subjects.toSorted(() => Math.random() - 0.5)) {
    const ms = await run();
    if (round >= 0) taken.get(name).push(ms);
  }
}
const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];
console.log(`${String(runs)} runs, Node ${process.version}, median ratios of the same round`);
for (const [name, base, limit] of subjects) {
  const ratio = median(taken.get(name).map((ms, i) => ms / taken.get(base)[i]));
  const verdict = limit === undefined ? "" : `at most ${limit.toFixed(1)}  ${ratio <= limit ? "ok" : "TOO SLOW"}`;
  console.log(`${name.padEnd(28)} ${ratio.toFixed(2).padStart(5)}  ${median(taken.get(name)).toFixed(1).padStart(6)} ms  ${verdict}`);
}
// From an answer to the next question, the write and the sync included: keys in, next question on the screen.
const steps = [];
const dialogue = [
  ["direct gevaar", "2\r"],
  ["versleutelen?", "2\r"],
  ["Wat is de aanleiding", "1\r"],
  ["nummer of kenmerk", "K 12\r"],
  ["Wat is uw functie", "leerkracht\r"],
  ["Wie is uw cliënt", "1\r"],
  ["Om wie gaat het", "\x03"],
];
for (let session = 0; session < 5; session++) {
  await new Promise((resolve) => {
    const terminal = spawnPty(process.execPath, [program, "start", "--sector", "anders", "--dir", join(scratch, "started")], {
      cols: 100,
      rows: 30,
      env: { ...env, TERM: "xterm-256color", NO_COLOR: "1" },
    });
    let screen = "";
    let at = 0;
    let typed;
    terminal.onData((data) => {
      screen += data;
      if (at >= dialogue.length || !screen.includes(dialogue[at][0])) return;
      if (typed !== undefined) steps.push(performance.now() - typed);
      const keys = dialogue[at++][1];
      screen = "";
      // She reads before she answers.
      setTimeout(() => {
        typed = performance.now();
        terminal.write(keys);
      }, 250);
    });
    terminal.onExit(resolve);
  });
}
console.log(
  `answer to next question      ${median(steps).toFixed(1)} ms with its sync; at most 10 besides it  ${median(steps) <= 10 ? "ok" : "TOO SLOW"}`,
);
// A case of 2,000 events: whole processes less a bare one, and what one answer more costs.
const { outputFiles } = await build({
  entryPoints: [join(import.meta.dirname, "large.ts")],
  bundle: true,
  platform: "node",
  format: "cjs",
  write: false,
  outdir: scratch,
});
writeFileSync(join(scratch, "large.cjs"), outputFiles[0].text);
const { plain, plainSaves, sealedSaves } = await createRequire(import.meta.url)(join(scratch, "large.cjs")).large(
  join(scratch, "large"),
  finished,
);
// The changes opened it again: once without a terminal, and it is finished.
prepare("resume", plain);
const bare = [];
const bareTerminal = [];
const large = new Map([
  ["export", []],
  ["verify", []],
]);
const opens = [];
for (let round = 0; round < 15; round++) {
  bare.push(await process_("-e", "0")());
  for (const [verb, times] of large) times.push(await process_(program, verb, plain)());
  bareTerminal.push(await bareInTerminal());
  opens.push(await prompt("Wilt u iets verbeteren", "resume", plain, "--chapter", "1")());
}
/** At a text of a case of 2,000 events: milliseconds from a key to its letter on the screen, and from a paste to its last word there. */
const typing = await new Promise((resolve) => {
  const terminal = spawnPty(process.execPath, [program, "resume", plain, "--chapter", "1"], {
    cols: 100,
    rows: 40,
    env: { ...env, TERM: "xterm-256color", NO_COLOR: "1" },
  });
  // From the overview of a finished case to a text of its step 1. Each key is pressed once its screen is there and she has read it.
  const way = [
    [/Wilt u iets verbeteren/, "3"],
    [/> 3 Stap 1/, "\r"],
    [/(\d) ‘Wat ertegen spreekt’/, (digit) => digit],
    [/> +\d ‘Wat ertegen spreekt’/, "\r"],
    [/2× Enter klaar/, ""],
  ];
  const pasted = Array.from(
    { length: 50 },
    (_, i) => `${String(i).padStart(3)} ${"Wat ik zag en hoorde, per dag. ".repeat(3).slice(0, 75)}`,
  ).join("\r");
  const keys = [];
  const pastes = [];
  let screen = "";
  let typed;
  let wait;
  const press = (text, end, times, count, then) => {
    screen = "";
    typed = performance.now();
    wait = () => {
      if (!screen.includes(end)) return;
      times.push(performance.now() - typed);
      wait = undefined;
      setTimeout(() => (times.length < count ? press(text, end, times, count, then) : then()), 30);
    };
    terminal.write(text);
  };
  // One behind the other: the text grows.
  const paste = () => {
    const end = `slot ${String(pastes.length + 1)}.`;
    press(`\x1b[200~${pasted}\r${end}\x1b[201~`, end, pastes, 0, pastes.length < 2 ? paste : () => terminal.write("\x03"));
  };
  terminal.onData((data) => {
    screen += data;
    if (wait !== undefined) return wait();
    const [shown, then] = way[0] ?? [];
    const found = shown?.exec(screen);
    if (!found) return;
    way.shift();
    screen = "";
    if (then === "") setTimeout(() => press("x", "x", keys, 40, paste), 300);
    else setTimeout(() => terminal.write(typeof then === "string" ? then : then(found[1])), 200);
  });
  terminal.onExit(() => resolve({ keys, pastes, way, screen }));
});
if (typing.way.length > 0)
  console.log(`the way to a text no longer matches the screens: ${String(typing.way[0][0])} is not on\n${typing.screen}`);
const least = (times) => Math.min(...times);
/** Judged by the median; the best of all runs beside it tells how busy the machine was. @param base what a bare process took meanwhile */
const report = (what, times, limit, base = [0]) => {
  const [best, middle] = [least, median].map((of) => of(times) - of(base));
  console.log(
    times.length === 0
      ? `${what.padEnd(44)} NOT MEASURED`
      : `${what.padEnd(44)} best ${best.toFixed(1).padStart(6)} ms, median ${middle.toFixed(1).padStart(6)}  at most ${limit}  ${middle <= limit ? "ok" : "TOO SLOW"}`,
  );
};
for (const [verb, times] of large) report(`2,000 events: ${verb}, less a bare process`, times, 300, bare);
report("2,000 events: resume to its question, same", opens, 300, bareTerminal);
report("2,000 events: one answer more, encrypted", sealedSaves, 60);
report("2,000 events: one answer more, readable", plainSaves, 60);
report("2,000 events: a key until its letter shows", typing.keys, 16);
report("2,000 events: 50 lines of a paste until shown", typing.pastes, 200);
console.log(
  `load of the machine, 1 and 5 minutes: ${loadavg()
    .slice(0, 2)
    .map((load) => load.toFixed(1))
    .join(", ")}`,
);
console.log(
  `files left behind by the runs: ${String(readdirSync(join(scratch, "started")).filter((name) => name.endsWith(".jsonl")).length)} cases, removed`,
);
rmSync(scratch, { recursive: true, force: true });
