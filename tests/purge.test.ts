/** Taking away what is past its term: named, asked about one by one, and gone with all that belongs to it. */
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import * as fs from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { cases } from "../src/adapters/cases.ts";
import { disk, type Disk } from "../src/adapters/disk.ts";
import { retention } from "../src/adapters/retention.ts";
import { advise, purge } from "../src/commands/purge.ts";
import { evolve, fold, type Case } from "../src/core/case.ts";
import { DiskDefect, EXIT, JournalDefect, Stopped, UsageDefect } from "../src/core/defect.ts";
import type { NewEvent } from "../src/core/event.ts";
import { walk } from "../src/core/walk.ts";
import type { Journal, Menu, Organisation, Prompt, Reply, World } from "../src/ports.ts";
import { noVault } from "./adapters/novault.ts";
import { begun, caseOf, choice, tiny } from "./tiny.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "meldcode-purge-"));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const LATER = "2199-01-01T10:00:00+01:00";
const edition = tiny([choice("a"), choice("b", { when: { a: ["nee"] } })]);
const said = (q: string, value: string, reason?: string): NewEvent => ({
  type: "answered",
  ch: 1,
  body: { q, value, ...(reason === undefined ? {} : { reason }) },
});
const finished: NewEvent = { type: "finished", ch: 1, body: { outcome: "klaar", norms: {} } };
const WHOLE = [said("a", "ja"), finished];

const kept = (on: Disk = disk) => cases(folder, {}, noVault, on);

/** Makes a case of these events and leaves it open, as a session does. */
async function opened(events: readonly NewEvent[] = WHOLE, exercise = false): Promise<Journal> {
  const journal = await kept().create(exercise, (id) =>
    begun(edition).map((event) => (event.type === "opened" ? { ...event, body: { ...event.body, id, exercise } } : event)),
  );
  if (events.length > 0) await journal.append(events);
  return journal;
}

/** @returns its path and its reference */
async function made(events?: readonly NewEvent[], exercise?: boolean): Promise<{ path: string; id: string }> {
  const journal = await opened(events, exercise);
  journal.close();
  return { path: journal.path, id: journal.path.replace(/^.*\//, "").replace(".jsonl", "") };
}

interface Said {
  readonly out: string[];
  readonly told: string[];
  readonly asked: Menu[];
}

/** A world with a temporary folder; what is asked is answered from the script, and with stop when that has run out; "back" goes back. */
function world(script: readonly string[] | undefined, more: Partial<World> = {}): { readonly world: World; readonly said: Said } {
  const record: Said = { out: [], told: [], asked: [] };
  const answers = [...(script ?? [])];
  const prompt: Prompt = {
    ask: () => Promise.reject(new Error("nothing to ask")),
    secret: () => Promise.reject(new Error("nothing to ask")),
    choose: (menu) => {
      record.asked.push(menu);
      expect(menu.outside, "stopping changes nothing, and is said to").toBe(true);
      const answer = answers.shift();
      const reply: Reply<string> =
        answer === undefined ? { kind: "stop" } : answer === "back" ? { kind: "back" } : { kind: "answer", value: answer };
      return Promise.resolve(reply);
    },
    tell: (...lines) => void record.told.push(...lines),
    greet: () => undefined,
    left: () => false,
    stop: () => undefined,
    close: () => undefined,
  };
  return {
    said: record,
    world: {
      version: "test",
      program: "meldcode",
      cases: kept(),
      keys: {
        folder,
        recipient: () => undefined,
        make: () => Promise.reject(new Error("no key")),
        restore: () => Promise.resolve(undefined),
        isRecipient: () => Promise.resolve(false),
      },
      secret: () => Promise.reject(new Error("nothing to ask")),
      flows: () => Promise.resolve([]),
      hash: () => "",
      fingerprint: () => "",
      definition: () => Promise.reject(new Error("no definition")),
      practice: () => Promise.reject(new Error("no practice")),
      answers: () => Promise.reject(new Error("no answers")),
      prompt: script === undefined ? undefined : () => Promise.resolve(prompt),
      out: (text) => void record.out.push(text),
      tell: (...lines) => void record.told.push(...lines),
      write: () => undefined,
      now: () => LATER,
      exerciseNow: () => LATER,
      organisation: () => Promise.resolve(undefined),
      profile: "",
      retention: () => retention(join(import.meta.dirname, "..")),
      ...more,
    },
  };
}
const NO_MORE = { roles: {}, facts: {}, additions: undefined, definitions: undefined };
const organisation = (more: Partial<Organisation>): (() => Promise<Organisation>) => {
  const whole = {
    ...NO_MORE,
    name: "De Wilg",
    sector: "ggz",
    recipients: [],
    weeks: 8,
    wording: { tips: true, words: [] },
    ...more,
  } as const;
  return () => Promise.resolve(whole);
};
const snapshot = (): Record<string, string> =>
  Object.fromEntries(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), "latin1")]));
const certificates = (): string[] => readFileSync(join(folder, "verwijderd.txt"), "utf8").split("\n");

describe("--dry-run", () => {
  test("lists what is past its term: reference and since when, never content; and changes nothing", async () => {
    const [whole, exercise] = [await made(), await made(WHOLE, true)];
    await made([said("a", "nee")]);
    await made([]);
    const before = snapshot();
    const { world: here, said: heard } = world(undefined);
    expect(await purge(here, { dryRun: true })).toBe(EXIT.fine);
    const day = String.raw`\d{1,2} [a-z]+ \d{4}`;
    const lines = heard.out.join("").split("\n");
    expect(lines.find((line) => line.includes(whole.id))).toMatch(new RegExp(`^${whole.id}  over de termijn sinds ${day}$`));
    expect(lines.find((line) => line.includes(exercise.id))).toMatch(
      new RegExp(`^${exercise.id}  over de termijn sinds ${day}, oefening$`),
    );
    expect([lines.length, lines.at(-1)]).toEqual([3, ""]);
    expect(heard.told.join("\n")).toContain(
      `Er gebeurt niets vanzelf. U verwijdert deze zaken zelf, een voor een, met: meldcode purge --dir ${folder}`,
    );
    expect(heard.told.join("\n")).toContain("hoort in het dossier van uw organisatie");
    expect(snapshot()).toEqual(before);
  });

  test("the term is that of the organisation, and is over on its day, not the day before", async () => {
    const { path } = await made();
    const at = fold((await kept().read(path)).events).events.at(-1)?.at ?? "";
    const after = (days: number): string =>
      `${new Date(Date.parse(`${at.slice(0, 10)}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)}T10:00:00Z`;
    const listed = async (days: number, weeks: number | undefined): Promise<boolean> => {
      const { world: here, said: heard } = world(undefined, {
        now: () => after(days),
        ...(weeks === undefined ? {} : { organisation: organisation({ weeks }) }),
      });
      await purge(here, { dryRun: true });
      return heard.out.length > 0;
    };
    expect([await listed(55, undefined), await listed(56, undefined)]).toEqual([false, true]);
    expect([await listed(20, 3), await listed(21, 3)]).toEqual([false, true]);
  });

  test("nothing past its term, or no folder at all, is said", async () => {
    const { world: here, said: heard } = world(undefined, { now: () => "2000-01-01T10:00:00Z", organisation: organisation({ weeks: 1 }) });
    await made();
    expect(await purge(here, { dryRun: true })).toBe(EXIT.fine);
    expect([heard.out, heard.told[0]]).toEqual([[], `In ${folder} is geen zaak langer dan 1 week afgerond.`]);
  });

  test("a damaged case is named and left alone", async () => {
    const { path } = await made();
    writeFileSync(path, readFileSync(path, "utf8").replace('"value":"ja"', '"value":"nu"'));
    const before = snapshot();
    const { world: here, said: heard } = world([]);
    expect(await purge(here, { dryRun: false })).toBe(EXIT.fine);
    expect(heard.told.join("\n")).toContain("kan niet worden gelezen");
    expect([heard.asked.length, snapshot()]).toEqual([0, before]);
  });
});

test("who stops at the passphrase is not asked it for the next case; a wrong one is said for each", async () => {
  const refusing = (defect: Error): World["cases"] => ({
    ...kept(),
    list: () => ["een.jsonl.age", "twee.jsonl.age"],
    read: () => Promise.reject(defect),
  });
  await expect(purge(world([], { cases: refusing(new Stopped("gestopt", EXIT.interrupt)) }).world, { dryRun: true })).rejects.toThrow(
    Stopped,
  );
  const { world: here, said: heard } = world([], { cases: refusing(new JournalDefect("de wachtzin klopt niet")) });
  await purge(here, { dryRun: true });
  expect(heard.told.filter((line) => line.includes("de wachtzin klopt niet")).length).toBe(2);
});

describe("taking away", () => {
  test("needs a terminal", async () => {
    await made();
    const before = snapshot();
    await expect(purge(world(undefined).world, { dryRun: false })).rejects.toThrow(UsageDefect);
    expect(snapshot()).toEqual(before);
  });

  test("asks per case whether the record is in the organisation's file; staying is what stands ready", async () => {
    const { id } = await made();
    const before = snapshot();
    const { world: here, said: heard } = world(["bewaren"]);
    expect(await purge(here, { dryRun: false })).toBe(EXIT.fine);
    expect(heard.asked[0]?.title).toContain(`${id} is over de termijn`);
    expect(heard.asked[0]?.title).toContain("Staat het verslag in het dossier van uw organisatie?");
    expect(heard.asked[0]?.options.map((option) => option.id)).toEqual(["bewaren", "verwijderen"]);
    expect(heard.told.join("\n")).toContain("reservekopieën");
    expect(snapshot()).toEqual(before);
  });

  test("removes the case and what belongs to it, and leaves one line without content", async () => {
    const { path, id } = await made();
    const stay = await made();
    const fingerprint = (await kept().read(path)).events.at(-1)?.hash ?? "";
    const beside = [".jsonl.torn-1", ".jsonl.torn-12", ".concept", ".concept.0123456789ab.tmp", ".jsonl.0123456789ab.tmp"];
    for (const rest of beside) writeFileSync(join(folder, id + rest), "inhoud");
    const own = [`${id}.md`, `${id}-torn-1`, `${id}.concept.md`, "sleutel.pub"];
    for (const name of own) writeFileSync(join(folder, name), "van mij");
    const order = [path, stay.path].toSorted();
    const { world: here, said: heard } = world(order.map((one) => (one === path ? "verwijderen" : "bewaren")));
    expect(await purge(here, { dryRun: false })).toBe(EXIT.fine);
    expect(readdirSync(folder).toSorted()).toEqual([...own, `${stay.id}.jsonl`, "verwijderd.txt"].toSorted());
    expect(certificates()).toEqual([
      `2199-01-01  ${id}  afgerond  ${fingerprint}  volgens de gebruiker staat het verslag in het dossier van de organisatie`,
      "",
    ]);
    expect(statSync(join(folder, "verwijderd.txt")).mode & 0o777).toBe(0o600);
    expect(heard.told.join("\n")).toContain(`${id} is verwijderd.`);
  });

  test("an exercise needs no record, and its line says so", async () => {
    const { id } = await made(WHOLE, true);
    const { world: here, said: heard } = world(["verwijderen"]);
    await purge(here, { dryRun: false });
    expect(heard.asked[0]?.title).not.toContain("dossier");
    expect(certificates()[0]).toMatch(new RegExp(`^2199-01-01  ${id}  afgerond, oefening  [0-9a-f]{64}  een verslag was niet nodig$`));
  });

  test.each<[string, readonly string[], number]>([
    ["stopping", [], EXIT.interrupt],
    ["going back", ["back"], EXIT.fine],
  ])("%s leaves all that was not answered", async (_, script, exit) => {
    await made();
    await made();
    const before = snapshot();
    expect(await purge(world(script).world, { dryRun: false })).toBe(exit);
    expect(snapshot()).toEqual(before);
  });

  test("a case that is in use is named, stays, and holds nothing up", async () => {
    const journal = await opened();
    const free = await made();
    const { world: here, said: heard } = world(["verwijderen", "verwijderen"]);
    expect(await purge(here, { dryRun: false })).toBe(EXIT.fine);
    journal.close();
    expect(heard.told.join("\n")).toMatch(/is niet verwijderd\. Deze zaak is al open/);
    expect([existsSync(journal.path), existsSync(free.path)]).toEqual([true, false]);
    expect(certificates().length).toBe(2);
  });

  test("a case that changed since it was read, or stands in two files, stays", async () => {
    const { path } = await made();
    const { events } = await kept().read(path);
    const journal = await kept().open(path);
    await journal.append([said("a", "nee", "nieuw feit")]);
    journal.close();
    await expect(kept().remove(path, `x ${events.at(-1)?.hash ?? ""}`)).rejects.toThrow("intussen veranderd");
    const now = (await kept().read(path)).events.at(-1)?.hash ?? "";
    writeFileSync(`${path}.age`, "de andere");
    await expect(kept().remove(path, `x ${now}`)).rejects.toThrow("twee bestanden");
    expect(readdirSync(folder).toSorted()).toEqual([path, `${path}.age`].map((one) => one.replace(`${folder}/`, "")));
  });

  test("a case that is not there leaves no lock", async () => {
    await expect(kept().remove("2026-11-21-abcdef", "x")).rejects.toThrow("bestaat niet");
    expect(readdirSync(folder)).toEqual([]);
  });

  test("lines come behind the lines that are there, also behind one that was cut off; the same line is not written twice", async () => {
    const { path } = await made();
    const line = `x ${(await kept().read(path)).events.at(-1)?.hash ?? ""}`;
    writeFileSync(join(folder, "verwijderd.txt"), "eerder\nhalf");
    await kept().remove(path, line);
    expect(certificates()).toEqual(["eerder", "half", line, ""]);
    const again = await made();
    const second = `y ${(await kept().read(again.path)).events.at(-1)?.hash ?? ""}`;
    writeFileSync(join(folder, "verwijderd.txt"), `${second}\n`);
    await kept().remove(again.path, second);
    expect(certificates()).toEqual([second, ""]);
  });
});

describe("a disk that refuses", () => {
  const CHANGING = ["openSync", "writeSync", "fsyncSync", "unlinkSync", "linkSync", "renameSync", "ftruncateSync"] as const;
  /** A disk whose n-th change or sync fails, and what was done on it: the call, and the name of its file. */
  function breaking(n: number): { readonly on: Disk; readonly calls: string[] } {
    const calls: string[] = [];
    const names = new Map<unknown, string>();
    const broken = { ...disk } as Record<string, unknown>;
    for (const name of CHANGING) {
      broken[name] = (...args: readonly unknown[]): unknown => {
        const [first] = args;
        const on = typeof first === "string" ? relative(folder, first) : (names.get(first) ?? "");
        calls.push(`${name.slice(0, -4)} ${on}`.trim());
        if (calls.length === n) throw Object.assign(new Error("EIO"), { code: "EIO" });
        const result = (fs[name] as (...given: readonly unknown[]) => unknown)(...args);
        if (name === "openSync") names.set(result, on);
        return result;
      };
    }
    return { on: broken as unknown as Disk, calls };
  }

  test("at every write, sync and removal: the case is there, or the line about it is; no line tells of what is there", async () => {
    let whole = 0;
    for (let n = 1; whole === 0; n++) {
      const { path, id } = await made();
      writeFileSync(join(folder, `${id}.concept`), "inhoud");
      const fingerprint = (await kept().read(path)).events.at(-1)?.hash ?? "";
      const { on, calls } = breaking(n);
      const error: unknown = await kept(on)
        .remove(path, `${id} ${fingerprint}`)
        .then(
          () => undefined,
          (reason: unknown) => reason,
        );
      const file = join(folder, "verwijderd.txt");
      const told = existsSync(file) && readFileSync(file, "utf8").includes(`${id} ${fingerprint}\n`);
      expect([existsSync(path), told], calls.join(", ")).toEqual(existsSync(path) ? [true, false] : [false, true]);
      if (calls.length < n) {
        whole = n;
        expect(error).toBeUndefined();
        // The line is on the disk, with its name in the folder, before anything goes; the case goes last; then the folder is synced.
        expect(calls.slice(calls.indexOf("open verwijderd.txt"))).toEqual([
          "open verwijderd.txt",
          "write verwijderd.txt",
          "fsync verwijderd.txt",
          "open",
          "fsync",
          `unlink ${id}.concept`,
          `unlink ${id}.jsonl`,
          `unlink ${id}.lock`,
          "open",
          "fsync",
        ]);
      } else if (existsSync(path)) expect(error).toBeInstanceOf(DiskDefect);
      rmSync(folder, { recursive: true });
      mkdirSync(folder);
    }
    expect(whole).toBeGreaterThan(8);
  });
});

test("a case that is not finished is never listed, however long ago and whatever happened to it", async () => {
  const step = fc.oneof(
    fc.constantFrom(said("a", "ja", "r"), said("a", "nee", "r"), said("b", "ja", "r"), said("b", "nee", "r")),
    fc.constant(finished),
    fc.constant<NewEvent>({ type: "noted", ch: 0, body: { by: "x", text: "y" } }),
    fc.constant<NewEvent>({ type: "begun", ch: 2, body: bodyOfBegun() }),
  );
  let [listed, open] = [0, 0];
  await fc.assert(
    fc.asyncProperty(
      fc.array(
        fc.oneof(
          step.map((one) => [one]),
          fc.constant(WHOLE),
        ),
        { maxLength: 6 },
      ),
      async (steps) => {
        const events = steps.flat();
        let state: Case = caseOf(begun(edition));
        for (const event of events) {
          try {
            state = evolve(state, { ...event, n: state.events.length + 1, at: "2020-01-01T10:00:00Z", hash: String(state.events.length) });
          } catch {
            // What cannot have happened did not.
          }
        }
        const done = state.chapters.every(({ flow, answers }) => walk(flow, answers).status === "finished");
        const all: World["cases"] = {
          ...kept(),
          list: () => ["zaak"],
          read: () => Promise.resolve({ path: "zaak", events: state.events, torn: 0 }),
        };
        const { world: here, said: heard } = world(undefined, { cases: all });
        await purge(here, { dryRun: true });
        if (heard.out.length > 0) listed++;
        if (!done) open++;
        expect(done || heard.out.length === 0).toBe(true);
      },
    ),
    { numRuns: 300 },
  );
  // Both happen often enough for this to say something.
  expect([listed > 20, open > 20]).toEqual([true, true]);
});

function bodyOfBegun(): Extract<NewEvent, { type: "begun" }>["body"] {
  const second = begun(edition)[1];
  if (second?.type !== "begun") throw new Error("no chapter");
  return second.body;
}

test("advice can be told by itself, for the sector of the organisation", async () => {
  const { world: here, said: heard } = world(undefined, { organisation: organisation({ sector: "kinderopvang" }) });
  await advise(here);
  expect(heard.told.join("\n")).toContain("ongeveer 2 jaar na het vertrek van het kind");
});
