/** What a session does after the disk refused: it goes on with what it knows, or says that it cannot. It never pretends. */
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { cases } from "../../src/adapters/cases.ts";
import type { Disk } from "../../src/adapters/disk.ts";
import { DiskDefect } from "../../src/core/defect.ts";
import type { NewEvent } from "../../src/core/event.ts";
import { nl } from "../../src/core/nl.ts";
import type { Journal } from "../../src/ports.ts";
import { NOW } from "../program.ts";
import { begun, choice, tiny } from "../tiny.ts";
import { calm, exchangeable, faulty, strikes, type Call, type Fault } from "./disk.ts";
import { veil } from "./vaults.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "meldcode-refusals-"));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const here = (disk: Disk): ReturnType<typeof cases> => cases(folder, { MELDCODE_NOW: NOW }, veil, disk);
const said = (value: string): NewEvent => ({ type: "answered", ch: 1, body: { q: "a", value } });
const typed = (text: string): { ch: number; q: string; text: string } => ({ ch: 1, q: "a", text });
const files = (): Record<string, string> =>
  Object.fromEntries(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), "latin1")]));
const answersIn = async (): Promise<readonly unknown[]> => {
  const { events } = await here(calm).read(here(calm).list()[0] ?? "");
  return events.flatMap((event) => (event.type === "answered" ? [event.body?.value] : []));
};

/** An open case with one answer and a draft, in an empty folder, and a way to put another disk under it. */
async function opened(encrypted: boolean): Promise<{ readonly journal: Journal; readonly put: (disk: Disk) => void }> {
  rmSync(folder, { recursive: true });
  mkdirSync(folder);
  const { disk, put } = exchangeable();
  const kept: NewEvent = { type: "kept", ch: 0, body: { encrypted: true, recipients: [] } };
  const journal = await here(disk).create(true, () => [...begun(tiny([choice("a")])), ...(encrypted ? [kept] : [])]);
  await journal.append([said("ja")]);
  await journal.keep(typed("eerst"));
  return { journal, put };
}

/** Has an attempt made with each of the calls it makes going wrong. @returns how many there were */
async function eachCall(fault: Fault, wanted: (call: Call) => boolean, attempt: (disk: Disk) => Promise<void>): Promise<number> {
  let places = 0;
  for (let n = 1; ; n++) {
    // Once without a fault, to see which call comes.
    const looking = faulty(calm, fault, 0);
    await attempt(looking.disk);
    const call = looking.calls[n - 1];
    if (call === undefined) return places;
    if (!strikes(fault, call) || !wanted(call)) continue;
    places++;
    await attempt(faulty(calm, fault, n).disk);
  }
}
const any = (): boolean => true;
const isSync = ({ name }: Call): boolean => name === "fsyncSync" || name === "fdatasyncSync";

/** How it was refused; undefined when it was not. */
const failure = async (action: () => Promise<unknown>): Promise<DiskDefect | undefined> => {
  try {
    await action();
    return undefined;
  } catch (error) {
    if (!(error instanceof DiskDefect)) throw error;
    return error;
  }
};
/** Whether it was refused; in words. */
const refused = async (action: () => unknown): Promise<boolean> => {
  try {
    await action();
    return false;
  } catch (error) {
    expect(error).toBeInstanceOf(DiskDefect);
    return true;
  }
};

describe("an answer", () => {
  test.each([
    ["ENOSPC", false, 1],
    // The file is written anew: opened, written, synced and moved, and its folder opened. Only then is it the new one.
    ["ENOSPC", true, 4],
    ["EIO", false, 4],
    ["EIO", true, 6],
  ] as const)(
    "that is refused for certain leaves the file as it was, and can be given again: %s, encrypted: %s",
    async (fault, encrypted, wanted) => {
      let refusals = 0;
      await eachCall(fault, any, async (disk) => {
        const { journal, put } = await opened(encrypted);
        const before = files();
        put(disk);
        const error = await failure(() => journal.append([said("nee")]));
        if (error !== undefined && !error.unsure) {
          refusals++;
          expect(error.message).not.toContain("niet zeker");
          put(calm);
          expect(Object.values(files())).toEqual(expect.arrayContaining(Object.values(before)));
          await journal.append([said("nee")]);
        }
        journal.close();
        if (error?.unsure !== true) expect(await answersIn()).toEqual(["ja", "nee"]);
      });
      expect(refusals).toBe(wanted);
    },
  );

  test.each([false, true])(
    "of which it is unknown whether it is on the disk, is the last of this session, and that is said (encrypted: %s)",
    async (encrypted) => {
      const places = await eachCall("EIO", isSync, async (disk) => {
        const { journal, put } = await opened(encrypted);
        put(disk);
        const error = await failure(() => journal.append([said("nee")]));
        if (error?.unsure === true) {
          expect(error.message).toContain("niet zeker");
          expect(error.message).not.toContain("niet opgeslagen");
          for (const attempt of [() => journal.append([said("ja")]), () => journal.erase(2, "x"), () => journal.keepAs(!encrypted, [])])
            await expect(attempt()).rejects.toThrow(nl.disk.gaveUp);
        }
        journal.close();
        const next = await here(calm).open(here(calm).list()[0] ?? "");
        await next.append([said("ja")]);
        next.close();
        expect((await answersIn()).slice(0, 1)).toEqual(["ja"]);
        expect((await answersIn()).slice(-1)).toEqual(["ja"]);
      });
      expect(places).toBe(encrypted ? 2 : 1);
    },
  );
});

const FAULTS: readonly Fault[] = ["ENOSPC", "EIO"];

describe.each([false, true])("a draft that cannot be kept (encrypted: %s)", (encrypted) => {
  test.each(FAULTS)("takes no answer with it, and what is answered next is written down: %s", async (fault) => {
    const places = await eachCall(fault, any, async (disk) => {
      const { journal, put } = await opened(encrypted);
      put(disk);
      const isRefused = await refused(() => journal.keep(typed("later")));
      put(calm);
      expect(isRefused ? ["eerst", "later"] : ["later"]).toContain((await journal.draft())?.text);
      await journal.append([said("nee")]);
      journal.close();
      expect(await answersIn()).toEqual(["ja", "nee"]);
    });
    expect(places).toBeGreaterThan(0);
  });
});

describe.each([undefined, "oud"])("a document that cannot be written, where there was: %s", (old) => {
  test.each(FAULTS)("is not there, or the old one is, and nothing beside it: %s", async (fault) => {
    const path = join(folder, "verslag.md");
    const fresh = "nieuw, en heel wat langer";
    const places = await eachCall(fault, any, async (disk) => {
      rmSync(path, { force: true });
      if (old !== undefined) writeFileSync(path, old);
      const isRefused = await refused(() => here(disk).write(path, fresh, old !== undefined));
      const found = existsSync(path) ? readFileSync(path, "utf8") : undefined;
      // When only the last sync of the folder failed, the old one is gone already, and the new one is whole.
      expect(isRefused ? [old, ...(old === undefined ? [] : [fresh])] : [fresh]).toContain(found);
      here(calm).write(join(folder, "verslag.md"), fresh, true);
      expect(readdirSync(folder)).toEqual(["verslag.md"]);
    });
    expect(places).toBeGreaterThan(0);
  });
});
