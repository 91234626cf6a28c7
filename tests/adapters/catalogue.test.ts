/** What is kept of the cases that were seen: used for exactly the same file, and for nothing else; lost or spoiled it costs only time. */
import * as fs from "node:fs";
import {
  appendFileSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { catalogue, type Shelf } from "../../src/adapters/catalogue.ts";
import { disk } from "../../src/adapters/disk.ts";
import { forget, SEEN } from "../../src/adapters/forget.ts";
import { EXIT, JournalDefect, Stopped } from "../../src/core/defect.ts";
import type { Glance } from "../../src/core/glance.ts";

let root = "";
let folder = "";
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "meldcode-catalogue-"));
  folder = join(root, "zaken");
  mkdirSync(folder);
});
afterEach(() => {
  rmSync(root, { recursive: true, force: true });
});

const glance = (id: string, waiting = 1): Glance => ({
  id,
  exercise: false,
  status: "open",
  waiting,
  deferred: 0,
  dues: [],
  isPrivate: false,
});
/** Long after all that happens here. */
const LATER = Date.now() + 3_600_000;
const secret = (): Promise<Uint8Array> => Promise.resolve(new Uint8Array(32).fill(7));
const shelf = (more: Partial<Shelf> = {}): Shelf => ({
  folder,
  home: join(root, "thuis"),
  version: "1",
  secret,
  now: () => LATER,
  least: 1,
  ...more,
});
function made(name: string, text = name): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}
/** Looks at these cases as a command does. @returns which were known, as it was said of them */
async function seen(paths: readonly string[], more: Partial<Shelf> = {}, waiting = 1): Promise<readonly (number | undefined)[]> {
  const kept = await catalogue(paths, shelf(more));
  const known = paths.map((path) => {
    const found = kept.known(path);
    if (found === undefined) kept.keep(path, glance(path, waiting));
    return found?.waiting;
  });
  await kept.save(true);
  return known;
}
const open = (): string => join(folder, SEEN.open);

test("what was seen is known as long as the file is the same", async () => {
  const paths = [made("a.jsonl"), made("b.jsonl")];
  expect(await seen(paths)).toEqual([undefined, undefined]);
  expect(await seen(paths, {}, 2)).toEqual([1, 1]);
  appendFileSync(paths[0] ?? "", "meer");
  expect(await seen(paths, {}, 2)).toEqual([undefined, 1]);
  expect(await seen(paths)).toEqual([2, 1]);
});

describe("a file is another one", () => {
  test.each<[string, (path: string) => void]>([
    [
      "when something was added",
      (path) => {
        appendFileSync(path, "x");
      },
    ],
    [
      "when it was written again with the same length",
      (path) => {
        writeFileSync(path, "b.jsonl");
      },
    ],
    [
      "when it was written again and its time put back",
      (path) => {
        writeFileSync(path, "b.jsonl");
        utimesSync(path, 1e9, 1e9);
      },
    ],
    [
      "when another one came in its place",
      (path) => {
        copyFileSync(path, `${path}.x`);
        renameSync(`${path}.x`, path);
      },
    ],
    [
      "when it was taken away and made again",
      (path) => {
        rmSync(path);
        writeFileSync(path, "a.jsonl");
      },
    ],
  ])("%s", async (_, change) => {
    const path = made("a.jsonl");
    utimesSync(path, 1e9, 1e9);
    await seen([path]);
    const before = statSync(path, { bigint: true }).ctimeNs;
    // The clock of the disk ticks, so that the change is one by its times too.
    while (statSync(made("klok", String(Math.random())), { bigint: true }).ctimeNs === before);
    change(path);
    expect(await seen([path])).toEqual([undefined]);
  });

  test("when it has the name of another", async () => {
    const [a, b] = [made("a.jsonl"), made("b.jsonl")];
    await seen([a, b]);
    renameSync(a, join(folder, "c.jsonl"));
    renameSync(b, a);
    expect(await seen([a])).toEqual([undefined]);
  });
});

describe("not kept", () => {
  test("of a file that changed a moment ago: it may change again within one tick of its clock", async () => {
    const path = made("a.jsonl");
    const now = (): number => statSync(path).ctimeMs + 2999;
    expect(await seen([path], { now })).toEqual([undefined]);
    expect(await seen([path], { now })).toEqual([undefined]);
    expect(existsSync(open())).toBe(false);
  });

  test("of few cases", async () => {
    const path = made("a.jsonl");
    await seen([path], { least: 2 });
    expect(readdirSync(folder)).toEqual(["a.jsonl"]);
    expect(existsSync(join(root, "thuis"))).toBe(false);
    await seen([path]);
    await seen([path], { least: 2 });
    expect(readdirSync(folder)).toEqual(["a.jsonl"]);
  });

  test("of a case that is gone", async () => {
    const paths = [made("a.jsonl"), made("b.jsonl")];
    await seen(paths);
    const both = statSync(open()).size;
    await seen(paths.slice(1));
    expect(statSync(open()).size).toBeLessThan(both);
    expect(await seen(paths)).toEqual([undefined, 1]);
  });

  test("and nothing once it is forgotten", async () => {
    const path = made("a.jsonl");
    await seen([path]);
    forget(disk, folder);
    expect(readdirSync(folder)).toEqual(["a.jsonl"]);
    expect(await seen([path])).toEqual([undefined]);
  });
});

test("what a cut leaves is kept: halfway nothing of before is dropped", async () => {
  const paths = [made("a.jsonl"), made("b.jsonl"), made("c.jsonl")];
  await seen(paths.slice(2));
  const kept = await catalogue(paths, shelf());
  kept.known(paths[0] ?? "");
  kept.keep(paths[0] ?? "", glance("a"));
  await kept.save(false);
  expect(await seen(paths)).toEqual([1, undefined, 1]);
});

describe("worth nothing, and made again without a word", () => {
  test.each<[string, () => void, Partial<Shelf>?]>([
    [
      "lost",
      () => {
        rmSync(open());
      },
    ],
    [
      "empty",
      () => {
        writeFileSync(open(), "");
      },
    ],
    [
      "cut off",
      () => {
        writeFileSync(open(), readFileSync(open()).subarray(0, 40));
      },
    ],
    [
      "something else",
      () => {
        writeFileSync(open(), JSON.stringify([["a.jsonl", {}]]));
      },
    ],
    [
      "a folder",
      () => {
        rmSync(open());
        mkdirSync(open());
      },
    ],
    ["written by another version", () => undefined, { version: "2" }],
    [
      "the key is lost",
      () => {
        rmSync(join(root, "thuis", "overzicht.sleutel"));
      },
    ],
    [
      "the key is broken",
      () => {
        writeFileSync(join(root, "thuis", "overzicht.sleutel"), "kort");
      },
    ],
    ["the key of another user", () => undefined, { home: "" }],
  ])("%s", async (_, spoil, more) => {
    const path = made("a.jsonl");
    await seen([path]);
    spoil();
    const there = more?.home === "" ? { home: join(root, "ander") } : more;
    expect(await seen([path], there, 2)).toEqual([undefined]);
  });

  test("that of another folder, copied with its files", async () => {
    const other = join(root, "anders");
    const path = made("a.jsonl");
    await seen([path]);
    renameSync(folder, other);
    expect(await seen([join(other, "a.jsonl")], { folder: other })).toEqual([undefined]);
  });

  test("one byte changed, wherever it is: never another answer than that of the file", async () => {
    const path = made("a.jsonl");
    await seen([path]);
    const sound = readFileSync(open());
    await fc.assert(
      fc.asyncProperty(fc.nat(sound.length - 1), fc.integer({ min: 1, max: 255 }), async (at, by) => {
        const forged = Buffer.from(sound);
        forged[at] = (forged[at] ?? 0) ^ by;
        writeFileSync(open(), forged);
        const kept = await catalogue([path], shelf());
        expect(kept.known(path)).toBeUndefined();
      }),
    );
  });

  test("where it cannot be written, the cases are read each time", async () => {
    const path = made("a.jsonl");
    const broken = {
      ...fs,
      openSync: (() => {
        throw Object.assign(new Error("full"), { code: "ENOSPC" });
      }) as typeof fs.openSync,
    };
    expect(await seen([path], { disk: broken })).toEqual([undefined]);
    expect(await seen([path], { disk: broken })).toEqual([undefined]);
    expect(readdirSync(folder)).toEqual(["a.jsonl"]);
  });
});

describe("who can read it", () => {
  test("the user alone, and nothing in it is readable", async () => {
    await seen([made("a.jsonl")]);
    expect(statSync(open()).mode & 0o777).toBe(0o600);
    expect(statSync(join(root, "thuis", "overzicht.sleutel")).mode & 0o777).toBe(0o600);
    expect(readFileSync(open(), "latin1")).not.toContain("jsonl");
  });

  test("what was seen of an encrypted case stands apart, and opens with the user's own key only", async () => {
    const paths = [made("a.jsonl"), made("b.jsonl.age")];
    await seen(paths);
    expect(await seen(paths)).toEqual([1, 1]);
    expect(await seen(paths, { secret: () => Promise.resolve(new Uint8Array(32)) })).toEqual([1, undefined]);
    const size = statSync(open()).size;
    rmSync(join(folder, SEEN.closed));
    expect(await seen(paths)).toEqual([1, undefined]);
    expect(statSync(open()).size).toBe(size);
  });

  test("with a wrong passphrase the rest goes on; who stops, stops", async () => {
    const paths = [made("a.jsonl"), made("b.jsonl.age")];
    await seen(paths);
    const wrong = (): Promise<Uint8Array> => Promise.reject(new JournalDefect("fout"));
    expect(await seen(paths, { secret: wrong })).toEqual([1, undefined]);
    const stopped = (): Promise<Uint8Array> => Promise.reject(new Stopped("gestopt", EXIT.interrupt));
    await expect(catalogue(paths, shelf({ secret: stopped }))).rejects.toThrow(Stopped);
  });

  test("the passphrase is not asked where no case is encrypted", async () => {
    const never = (): Promise<Uint8Array> => Promise.reject(new Error("asked"));
    expect(await seen([made("a.jsonl")], { secret: never })).toEqual([undefined]);
    expect(await seen([made("a.jsonl")], { secret: never })).toHaveLength(1);
  });
});

test("what programs left that were cut off while they wrote it, goes", async () => {
  made(`${SEEN.open}.0123456789ab.tmp`);
  made(`${SEEN.open}.notes`);
  await seen([made("a.jsonl")]);
  expect(readdirSync(folder).sort()).toEqual(["a.jsonl", SEEN.open, `${SEEN.open}.notes`].sort());
});
