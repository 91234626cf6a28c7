// One session of the real program, a process for each step, and what must hold when one of them goes wrong.
import { spawn } from "node:child_process";
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { Decrypter, Encrypter, generateX25519Identity, identityToRecipient } from "age-encryption";
import { parse, stringify } from "yaml";

const PASSPHRASE = "alleen voor deze proef";
const ID = "2026-11-21-oefening1";
const FINE = [0, 3];
const RECOVERY = ["recovered", "taken-over"];

/** Makes the program, a key, and the folder as it is before each step when nothing goes wrong. */
export async function prepare() {
  const work = mkdtempSync(join(tmpdir(), "meldcode-faults-"));
  const home = join(work, "sleutel");
  // Of its own: a build meanwhile would take it away from under a run.
  for (const part of ["bin", "dist", "flows", "schemas", "package.json"]) cpSync(part, join(work, "program", part), { recursive: true });
  const identity = await makeKey(home);
  const environment = {
    ...process.env,
    MELDCODE_NOW: "2026-11-21T10:00:00+01:00",
    MELDCODE_HOME: home,
    MELDCODE_PASSPHRASE_FILE: join(home, "wachtzin"),
    NODE_EXTRA_CA_CERTS: undefined,
    NODE_OPTIONS: undefined,
  };
  const steps = stepsWith(work);

  /** Runs the program in a folder. @param by what runs it: a command before it, and more of the environment */
  const run = (folder, args, { before = [], env = {} } = {}) =>
    new Promise((done, fail) => {
      const [command, ...rest] = [...before, process.execPath, join(work, "program", "bin", "meldcode.js"), ...args, "--dir", folder];
      const child = spawn(command, rest, { env: { ...environment, ...env }, stdio: ["ignore", "pipe", "pipe"] });
      const said = { stdout: "", stderr: "" };
      for (const name of ["stdout", "stderr"]) child[name].setEncoding("utf8").on("data", (text) => (said[name] += text));
      child.on("error", fail).on("close", (status, signal) => done({ status, signal, ...said }));
    });

  /** The events in a folder, each as text, without what tells of a recovery. Of two files, of which one was to go, the longer one. */
  const eventsIn = async (folder) => {
    const names = existsSync(folder) ? readdirSync(folder).filter((name) => /\.jsonl(\.age)?$/.test(name)) : [];
    // One that cannot be read has none: what was acknowledged is then lost.
    const found = names.map(async (name) => {
      const bytes = readFileSync(join(folder, name));
      return linesOf(name.endsWith(".age") ? await opened(bytes, identity) : bytes);
    });
    const read = await Promise.all(found.map((events) => events.catch(() => [])));
    return read.toSorted((one, other) => other.length - one.length)[0] ?? [];
  };

  /** The rest of the session and the record of it, without its last section, which tells how it came about. */
  const finished = async (folder) => {
    const { args, anew } = steps.at(-1);
    // What is left behind before there was a case, goes when one is opened.
    if ((await eventsIn(folder)).length === 0) await run(folder, anew);
    const last = await run(folder, args);
    const { stdout } = await run(folder, ["export", ID]);
    return { ...last, record: stdout.slice(0, stdout.lastIndexOf("\n## ")) };
  };

  const folders = [join(work, "stap-0")];
  mkdirSync(folders[0], { mode: 0o700 });
  const before = [[]];
  for (const [i, { name, args }] of steps.entries()) {
    const next = join(work, `stap-${i + 1}`);
    cpSync(folders[i], next, { recursive: true });
    const { status, stderr } = await run(next, args);
    if (!FINE.includes(status)) throw new Error(`${name} ended with ${status}: ${stderr}`);
    folders.push(next);
    before.push(await eventsIn(next));
  }
  const whole = (await finished(folders.at(-1))).record;

  let made = 0;
  return {
    work,
    steps,
    run,
    eventsIn,
    /** A folder as it is before a step. */
    folderBefore: (step) => {
      const folder = join(work, `plek-${made++}`);
      cpSync(folders[step], folder, { recursive: true });
      return folder;
    },
    fill: (step, folder) => cpSync(folders[step], folder, { recursive: true }),
    /** What was acknowledged when this step ended so. */
    acknowledged: (step, { status }) => before[FINE.includes(status) ? step + 1 : step],
    /** Holds a folder against what was acknowledged, before and after the next session. @returns how many events are lost, and what else is wrong */
    judge: async (folder, { status, signal, stderr }, acknowledged) => {
      // Before the next session, which says all answers once more.
      const found = await eventsIn(folder);
      const { status: next, stderr: said, record } = await finished(folder);
      const names = readdirSync(folder);
      const wrong = [];
      if (signal === null && ![...FINE, 74].includes(status)) wrong.push(`ended with ${status}: ${stderr}`);
      if (next !== 0) wrong.push(`the next session ended with ${next}: ${said}`);
      if (record !== whole) wrong.push("another record");
      if (names.length !== names.filter((name) => name.startsWith(`${ID}.jsonl`) && !name.endsWith(".tmp")).length || !hasOne(names))
        wrong.push(`left behind: ${names.join(" ")}`);
      return { lost: acknowledged.filter((event, i) => found[i] !== event).length, wrong };
    },
    end: () => rmSync(work, { recursive: true, force: true }),
  };
}

const hasOne = (names) => names.filter((name) => /\.jsonl(\.age)?$/.test(name)).length === 1;

/** Three times more answers, in a case that is encrypted on the way and made readable again. */
function stepsWith(work) {
  const answers = Object.entries(parse(readFileSync("tests/cases/acuut.yaml", "utf8")));
  const file = (part) => {
    const path = join(work, `antwoorden-${part}.yaml`);
    writeFileSync(path, stringify(Object.fromEntries(answers.slice(0, Math.ceil((answers.length * part) / 3)))));
    return path;
  };
  const start = (part) => ["start", "--oefenen", "--answers", file(part)];
  const resume = (part) => ["resume", ID, "--answers", file(part)];
  return [
    { name: "start", args: start(1) },
    { name: "encrypt", args: ["encrypt", ID] },
    { name: "resume encrypted", args: resume(2) },
    { name: "decrypt", args: ["decrypt", ID] },
    { name: "resume", args: resume(3), anew: start(3) },
  ];
}

/** A key whose passphrase costs no time, as it guards nothing. @returns the identity */
async function makeKey(home) {
  mkdirSync(home, { mode: 0o700 });
  const identity = await generateX25519Identity();
  const locked = new Encrypter();
  locked.setPassphrase(PASSPHRASE);
  locked.setScryptWorkFactor(2);
  writeFileSync(join(home, "sleutel.age"), await locked.encrypt(`${identity}\n`));
  writeFileSync(join(home, "sleutel.pub"), `${await identityToRecipient(identity)}\n`);
  writeFileSync(join(home, "wachtzin"), `${PASSPHRASE}\n`);
  for (const name of readdirSync(home)) chmodSync(join(home, name), 0o600);
  return identity;
}

async function opened(bytes, identity) {
  const decrypter = new Decrypter();
  decrypter.addIdentity(identity);
  return decrypter.decrypt(bytes);
}

/** The whole lines; one that was torn counts for nothing. */
const linesOf = (bytes) =>
  Buffer.from(bytes)
    .toString("utf8")
    .split("\n")
    .slice(0, -1)
    .map((line) => JSON.parse(line))
    .filter(({ type }) => !RECOVERY.includes(type))
    .map(({ type, ch, body }) => JSON.stringify([type, ch, body]));

/** Does all of it, so many at a time as there are processors. @returns the results in order */
export async function together(tasks) {
  const results = [];
  const queue = [...tasks.entries()];
  const work = async () => {
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) results[next[0]] = await next[1]();
  };
  await Promise.all(Array.from({ length: availableParallelism() }, work));
  return results;
}

/** One row of the table from what was found at each place. */
export const row = (fault, found) => ({
  fault,
  places: found.length,
  lost: found.reduce((sum, { lost }) => sum + lost, 0),
  wrong: found.flatMap(({ place, wrong }) => wrong.map((what) => `${place}: ${what}`)),
});
