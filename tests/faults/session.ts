/** Every call of a whole session goes wrong once, in every way. What it takes is shared by the two ways in which a case is kept. */
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { DiskDefect } from "../../src/core/defect.ts";
import type { Disk } from "../../src/adapters/disk.ts";
import { calm, faulty, Killed, strikes, type Call, type Fault } from "./disk.ts";
import { LOSSES, platter } from "./platter.ts";
import { bury, filesOf, takenUp, undisturbed } from "./promises.ts";
import { casesOn, nothing, play, type Known, type Room } from "./script.ts";
import { veil } from "./vaults.ts";

/** Plays until the disk ends it. Anything but a refusal in words, or a kill, is a fault of the program. */
async function until(ended: Promise<unknown>): Promise<void> {
  await ended.catch((error: unknown) => {
    if (!(error instanceof DiskDefect) && !(error instanceof Killed)) throw error;
  });
}

/** What went wrong, and the lines of ours that it came through. */
function inShort(error: unknown): string {
  const [what = "", ...stack] = (error instanceof Error ? (error.stack ?? error.message) : String(error)).split(/\n\s+at /);
  const ours = stack.filter((line) => /\/(src|faults)\//.test(line)).map((line) => line.replace(/^.*\/(\S+?):\d+\)?$/, "$1"));
  return [what, ...ours.slice(0, 4)].join(" < ");
}

export function sessions(encrypted: boolean): void {
  // In memory where there is such a folder: nothing here needs a disk, and thousands of files are made.
  const root = mkdtempSync(join(existsSync("/dev/shm") ? "/dev/shm" : tmpdir(), "meldcode-faults-"));
  afterAll(() => {
    rmSync(root, { recursive: true, force: true });
  });
  const room = (name: string): Room => {
    mkdirSync(join(root, name));
    return { folder: join(root, name, "zaken"), vault: veil, encrypted };
  };
  let whole = "";
  let calls: readonly Call[] = [];
  beforeAll(async () => {
    const counting = faulty(calm, "EIO", 0);
    await play(room("geteld"), counting.disk, nothing());
    ({ calls } = counting);
    whole = await undisturbed(room("ongestoord"));
  });

  /** What the next session finds, and how it ends, whichever of two files it is given. */
  async function goOn(here: Room, known: Known): Promise<void> {
    bury(here);
    const [first, second] = filesOf(here);
    const other = { ...here, folder: `${here.folder}-ander` };
    if (second !== undefined) {
      cpSync(here.folder, other.folder, { recursive: true });
      expect(await takenUp(other, known, join(other.folder, second))).toBe(whole);
    }
    expect(await takenUp(here, known, first === undefined ? undefined : join(here.folder, first))).toBe(whole);
  }

  /** Tries at every call that the fault can strike at, and behind the last. @returns what went wrong */
  async function everywhere(fault: Fault, name: string, attempt: (here: Room, n: number) => Promise<void>): Promise<readonly string[]> {
    const wrong: string[] = [];
    for (const n of [...calls.keys(), calls.length].map((i) => i + 1)) {
      const call = calls[n - 1];
      if (call !== undefined && !strikes(fault, call)) continue;
      await attempt(room(`${name}-${String(n)}`), n).catch((error: unknown) => {
        wrong.push(`${String(n)} ${call?.name ?? "end"}: ${inShort(error)}`);
      });
    }
    return wrong;
  }

  test("the session makes every kind of call there is, but for the one that only comes after a fault", () => {
    expect(new Set(calls.map(({ name }) => name)).size).toBe(13);
  });

  describe("the next session has all that was acknowledged, and ends as if nothing had happened, after", () => {
    test.each<Fault>(["ENOSPC", "ENOSPC from then on", "EIO", "EIO from then on", "short", "torn", "killed"])("%s", async (fault) => {
      const wrong = await everywhere(fault, fault, async (here, n) => {
        const known = nothing();
        await until(play(here, faulty(calm, fault, n).disk, known));
        await goOn(here, known);
      });
      expect(wrong).toEqual([]);
    });

    test.each(LOSSES)("a power cut that takes content that was not synced, and %s", async (loss) => {
      const wrong = await everywhere("killed", loss, async (here, n) => {
        const known = nothing();
        const under = platter(join(here.folder, ".."));
        await until(play(here, faulty(under.disk, "killed", n).disk, known));
        under.cut(loss);
        await goOn(here, known);
      });
      expect(wrong).toEqual([]);
    });

    // The readable case is encrypted on the way, so that once is enough.
    if (encrypted) return;
    test("a kill, and a second one at every call of the recovery", async () => {
      const seen = new Set<string>();
      const killedTwice = async (here: Room, fault: Fault, n: number): Promise<void> => {
        const known = nothing();
        await until(play(here, faulty(calm, fault, n).disk, known));
        bury(here);
        // What the folder looks like is enough: the same files are recovered in the same way.
        const shape = shapeOf(here);
        if (filesOf(here).length === 0 || seen.has(shape)) return;
        seen.add(shape);
        const again = async (m: number): Promise<readonly Call[]> => {
          const copy = { ...here, folder: `${here.folder}-${String(m)}` };
          cpSync(here.folder, copy.folder, { recursive: true });
          const second = faulty(calm, "killed", m);
          await until(opened(copy, second.disk));
          await goOn(copy, known);
          return second.calls;
        };
        for (const [i, call] of (await again(0)).entries()) if (strikes("killed", call)) await again(i + 1);
      };
      for (const fault of ["torn", "killed"] as const)
        expect(await everywhere(fault, `${fault}, herstel`, (here, n) => killedTwice(here, fault, n))).toEqual([]);
      expect(seen.size).toBeGreaterThan(10);
    });
  });
}

const opened = async (room: Room, disk: Disk): Promise<void> => {
  const here = casesOn(room, disk);
  (await here.open(here.list()[0] ?? "")).close();
};

/** The kinds of files of the case there are, and whether its last line is torn. */
function shapeOf({ folder }: Room): string {
  const names = existsSync(folder) ? readdirSync(folder) : [];
  const torn = (name: string): boolean => name.endsWith(".jsonl") && !readFileSync(join(folder, name), "utf8").endsWith("\n");
  const kinds = names.map(
    (name) => (name.endsWith(".tmp") ? "leftover" : name.replace(/.*\.(lock|uitvoer).*/, "$1")) + (torn(name) ? ", torn" : ""),
  );
  return [...new Set(kinds.filter((kind) => !kind.startsWith("verslag")))].join();
}
