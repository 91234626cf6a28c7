/** What a killed process leaves in the folder of its case, and elsewhere, is gone after the next command there; what a living one has, stays. */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { cases } from "../../src/adapters/cases.ts";
import type { Disk } from "../../src/adapters/disk.ts";
import { lock } from "../../src/adapters/lock.ts";
import { calm, faulty, Killed, strikes } from "../faults/disk.ts";
import { veil } from "../faults/vaults.ts";
import { begun, choice, tiny } from "../tiny.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "meldcode-sweep-"));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const home = (): string => join(folder, "zaken");
const here = (disk: Disk = calm): ReturnType<typeof cases> => cases(home(), {}, veil, disk);
const make = (disk?: Disk): Promise<string> =>
  here(disk)
    .create(false, () => begun(tiny([choice("a")])))
    .then((journal) => {
      journal.close();
      return journal.path;
    });
const names = (): readonly string[] => readdirSync(home());
/** The process of this test stands for one that was killed. */
const bury = (): void => {
  for (const name of names().filter((one) => /\.lock|\.uitvoer$/.test(one))) {
    const path = join(home(), name);
    const text = readFileSync(path, "utf8");
    if (text.endsWith("}")) writeFileSync(path, JSON.stringify({ ...(JSON.parse(text) as object), pid: 2 ** 22 + 1 }));
  }
};

test("a real case, killed at every call while it is made: after the next one is made, and those that are there were opened, there are only cases", async () => {
  await make();
  for (let n = 1; ; n++) {
    const looking = faulty(calm, "killed", 0);
    await make(looking.disk);
    const call = looking.calls[n - 1];
    if (call === undefined) break;
    if (!strikes("killed", call)) continue;
    // Giving the lock back says nothing of what went wrong.
    await make(faulty(calm, "killed", n).disk).catch((error: unknown) => {
      expect(error).toBeInstanceOf(Killed);
    });
    bury();
    await make();
    // What stands beside a case that was made, goes when that is opened.
    for (const path of here().list()) (await here().open(path)).close();
    expect(names().filter((name) => !name.endsWith(".jsonl"))).toEqual([]);
  }
});

test.each<[string, readonly ("prove" | "close")[], boolean]>([
  ["goes when the case is proven", ["prove", "close"], true],
  ["stays when she left before that", ["close"], false],
  ["stays when the case is proven after she left, as others may be at work by then", ["close", "prove"], false],
])("what a killed process left, for a case whose hashes wait for the first question: %s", async (_, steps, goes) => {
  const path = await make();
  const left = [`${path}.0123456789ab.tmp`, join(home(), "2026-11-21-abc234.jsonl.0123456789ab.tmp")];
  for (const name of left) writeFileSync(name, "x");
  const journal = await here().open(path, true);
  expect(left.map((name) => existsSync(name))).toEqual([true, true]);
  for (const step of steps) journal[step]();
  expect(left.map((name) => existsSync(name))).toEqual([!goes, !goes]);
});

test("a case that is being made now, and what is not ours, stays", async () => {
  const path = await make();
  const other = join(home(), "2026-11-21-abc234.jsonl");
  const held = lock(calm, other);
  const stays = ["2026-11-21-abc234.jsonl.0123456789ab.tmp", "2026-11-21-verslag.md", "aantekening.0123456789ab.tmp"];
  for (const name of stays) writeFileSync(join(home(), name), "x");
  (await here().open(path)).close();
  held.assertHeld();
  expect(names()).toEqual(expect.arrayContaining(stays));
  held();
});

const holderOf = (pid: number): object => ({ nonce: "x", host: hostname(), pid, since: "2026-11-21T10:00:00Z", boot: "", start: "" });

test.each<[string, number, string, boolean]>([
  ["of a dead process is taken away, wherever it is", 2 ** 22 + 1, "verslag.md.0123456789ab.tmp", true],
  ["of a living one stays", process.pid, "verslag.md.0123456789ab.tmp", false],
  ["is never anything but a file that was not whole", 2 ** 22 + 1, "verslag.md", false],
])("a document on its way %s", async (_, pid, name, goes) => {
  const path = await make();
  writeFileSync(join(folder, name), "Wat in de zaak staat.");
  writeFileSync(path.replace(".jsonl", ".abc.uitvoer"), JSON.stringify({ ...holderOf(pid), written: join("..", name) }));
  (await here().open(path)).close();
  expect(existsSync(join(folder, name))).toBe(!goes);
});

test("a promise that cannot be read harms nothing", async () => {
  const path = await make();
  for (const text of ["", "null", "5", "[]", "{}", '{"written":5}', JSON.stringify({ ...holderOf(2 ** 22 + 1), written: "" })]) {
    writeFileSync(path.replace(".jsonl", ".abc.uitvoer"), text);
    (await here().open(path)).close();
  }
  expect(existsSync(path)).toBe(true);
});
