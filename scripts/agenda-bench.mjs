// npm run bench:agenda [-- CASES [ENCRYPTED]]: `agenda` and `list` over a folder of cases, in a process of its own each time: the first
// time, when all are read, and after that. The cases are one finished case under other references, with hashes that fit. The memory is
// the most that the process ever had.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Encrypter } from "age-encryption";

const [count, encrypted] = [Number(process.argv[2] ?? 10_000), Number(process.argv[3] ?? 300)];
const scratch = mkdtempSync(join(tmpdir(), "meldcode-agenda-"));
const program = join(import.meta.dirname, "..", "bin", "meldcode.js");
const peak = join(scratch, "peak.cjs");
writeFileSync(peak, 'process.on("exit", () => console.error(`peak ${process.resourceUsage().maxRSS}`));');
writeFileSync(join(scratch, "wachtzin"), "een lange wachtzin om te meten\n", { mode: 0o600 });
// A certificate file in the environment triples the start of Node 20.
const { NODE_EXTRA_CA_CERTS: _, ...own } = process.env;
const env = { ...own, MELDCODE_HOME: join(scratch, "home"), MELDCODE_PASSPHRASE_FILE: join(scratch, "wachtzin") };
const run = (...argv) => {
  const began = performance.now();
  const { status, stdout, stderr } = spawnSync(process.execPath, ["-r", peak, program, ...argv], {
    env,
    encoding: "utf8",
    maxBuffer: 2 ** 28,
  });
  if (status !== 0) throw new Error(`${argv.join(" ")} ended with ${status}: ${stderr}`);
  return { stdout, s: (performance.now() - began) / 1000, mb: Number(/^peak (\d+)$/m.exec(stderr)[1]) / 1024 };
};

const made = run(
  "start",
  "--answers",
  join(import.meta.dirname, "..", "tests", "cases", "hulp-aanvaard.yaml"),
  "--dir",
  join(scratch, "one"),
);
const path = made.stdout.trim().split("\n").at(-1);
const sha256 = (text) => createHash("sha256").update(text).digest("hex");
const lines = readFileSync(path, "utf8")
  .trimEnd()
  .split("\n")
  .map((line) => {
    const { salt, body } = JSON.parse(line);
    const [, span, lead] = /^\{"hash":"[0-9a-f]+",("n":.*?"sum":)"[0-9a-f]+"(,"salt":"[0-9a-f]+","body":)/.exec(line);
    return { span, lead, salt, body: JSON.stringify(body), id: body.id, sum: sha256(salt + JSON.stringify(body)) };
  });
/** The same case under another reference. */
function copy(id) {
  let previous = "";
  return lines
    .map(({ span, lead, salt, body, id: before, sum }) => {
      const own = before === undefined ? body : body.replace(before, id);
      const covered = `${span}"${before === undefined ? sum : sha256(salt + own)}"`;
      previous = sha256(previous + covered);
      return `{"hash":"${previous}",${covered}${lead}${own}}\n`;
    })
    .join("");
}
const idOf = (i) => `2026-11-21-${(36 ** 5 + i).toString(36)}`;
async function folderOf(name, many, kept, ending = "") {
  const folder = join(scratch, name);
  mkdirSync(folder, { mode: 0o700 });
  for (let i = 0; i < many; i++) writeFileSync(join(folder, `${idOf(i)}.jsonl${ending}`), await kept(copy(idOf(i))), { mode: 0o600 });
  return folder;
}

const median = (all) => all.toSorted((a, b) => a.s - b.s)[Math.floor(all.length / 2)];
/** @param one a folder with one such case: what that costs, is the start */
function measure(what, folder, one) {
  const start = median([1, 2, 3].map(() => run("list", "--dir", one)));
  console.log(
    `${`${what}: start (list of one case)`.padEnd(50)} ${start.s.toFixed(2).padStart(7)} s  ${start.mb.toFixed(0).padStart(4)} MB`,
  );
  const line = (name, { s, mb }, most) => {
    const net = s - start.s;
    // The passphrase alone takes 256 MB: that is what it is for.
    const room = start.mb > 200 ? start.mb + 50 : 300;
    const verdict =
      most === undefined ? "" : `  at most ${most} s and ${room.toFixed(0)} MB  ${net <= most && mb <= room ? "ok" : "TOO MUCH"}`;
    console.log(
      `${`${what}, ${name}`.padEnd(50)} ${net.toFixed(2).padStart(7)} s besides start  ${mb.toFixed(0).padStart(4)} MB${verdict}`,
    );
  };
  // What was changed in the last seconds is not kept.
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 3500);
  line("agenda, all read for the first time", run("agenda", "--dir", folder), 3);
  for (const verb of ["agenda", "list"]) {
    line(`${verb}, after that: median of 3`, median([1, 2, 3].map(() => run(verb, "--dir", folder))), 3);
  }
}

console.log(`a case of ${(copy(idOf(0)).length / 1000).toFixed(0)} kB`);
measure(`${count} cases`, await folderOf("plain", count, (text) => text), join(scratch, "one"));
if (encrypted > 0) {
  run("key", "new");
  const recipient = readFileSync(join(scratch, "home", "sleutel.pub"), "utf8").trim();
  const seal = (text) => {
    const age = new Encrypter();
    age.addRecipient(recipient);
    return age.encrypt(text);
  };
  measure(`${encrypted} encrypted cases`, await folderOf("sealed", encrypted, seal, ".age"), await folderOf("sealed-one", 1, seal, ".age"));
}
rmSync(scratch, { recursive: true, force: true });
