/** Two sessions on one case: one writes. Lines never interleave, whoever comes when. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { cases } from "../../src/adapters/cases.ts";
import { decode } from "../../src/adapters/chain.ts";
import { disk } from "../../src/adapters/disk.ts";
import { lock, type Lock } from "../../src/adapters/lock.ts";
import { JournalDefect } from "../../src/core/defect.ts";
import type { Blank, Event } from "../../src/core/event.ts";
import { lastLine, run } from "../program.ts";
import { begun, choice, tiny } from "../tiny.ts";
import { interrupted } from "./disk.ts";
import { holder, race, type Holder } from "./racers.ts";
import { veil } from "./vaults.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "meldcode-writers-"));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const DEAD = JSON.stringify({ nonce: "x", host: hostname(), pid: 2 ** 22 + 1, since: "2026-11-20T10:00:00+01:00", boot: "", start: "" });
const taken = (path: string, on = disk): Lock | undefined => {
  try {
    return lock(on, path);
  } catch {
    return undefined;
  }
};
const holds = (held: Lock | undefined): boolean => {
  try {
    held?.assertHeld();
    return held !== undefined;
  } catch {
    return false;
  }
};

describe("the lock, when somebody else comes in between two calls", () => {
  const path = (): string => join(folder, "zaak.jsonl");
  const lay = (was: "nobody" | "dead"): void => {
    if (was === "dead") writeFileSync(join(folder, "zaak.lock"), DEAD);
  };

  test.each(["nobody", "dead"] as const)("is had by one: the lock of %s was there", (was) => {
    for (let n = 1; ; n++) {
      lay(was);
      const have: (Lock | undefined)[] = [];
      const one = interrupted(disk, n, () => have.push(taken(path())));
      have.push(taken(path(), one.disk));
      // And who has it once, is not robbed of it.
      expect(have.filter((held) => held !== undefined).map(holds)).toEqual([true]);
      rmSync(join(folder, "zaak.lock"));
      if (one.calls.length < n) return;
    }
  });

  test("is had by one of three, and whoever lost it is told before it writes", () => {
    for (let n = 1; ; n++) {
      for (let m = n; ; m++) {
        lay("dead");
        const have: (Lock | undefined)[] = [];
        const comesIn = (): unknown => have.push(taken(path()));
        // The second comes in at the n-th call of the first, the third at the m-th.
        const one = interrupted(interrupted(disk, n, comesIn).disk, m, comesIn);
        have.push(taken(path(), one.disk));
        expect(have.filter(holds)).toHaveLength(1);
        rmSync(join(folder, "zaak.lock"));
        if (one.calls.length < n) return;
        if (one.calls.length < m) break;
      }
    }
  });
});

test("a session that lost its lock writes nothing", async () => {
  const journal = await cases(folder, {}, veil).create(true, () => begun(tiny([choice("a")])));
  const before = readFileSync(journal.path);
  writeFileSync(journal.path.replace(/jsonl$/, "lock"), DEAD);
  const attempts = [
    () => journal.append([{ type: "answered", ch: 1, body: { q: "a", value: "ja" } }]),
    () => journal.erase(2, "x"),
    () => journal.keepAs(true, []),
  ];
  for (const attempt of attempts) await expect(attempt()).rejects.toBeInstanceOf(JournalDefect);
  journal.close();
  expect(readFileSync(journal.path).equals(before)).toBe(true);
});

const STARTED = ["start", "--oefenen"];
const answersFile = (name: string, text: string): string => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};
const started = async (): Promise<string> =>
  lastLine(
    (await run([...STARTED, "--dir", join(folder, "zaken"), "--answers", answersFile("begin.yaml", "direct-gevaar: nee\n")])).stdout,
  );
/** All lines of a case; the chain is checked on the way. */
const eventsIn = (path: string): readonly (Event | Blank)[] => {
  const { events, torn, unended } = decode(readFileSync(path));
  expect([torn.length, unended]).toEqual([0, false]);
  return events;
};
const answered = (path: string, q: string): unknown[] =>
  eventsIn(path).flatMap((event) => (event.type === "answered" && event.body?.q === q ? [event.body.value] : []));

describe.skipIf(process.platform === "win32")("processes", () => {
  const waiting = (path: string): Promise<Holder> => holder(path, join(folder, "antwoorden.yaml"));

  test("a second one is told who has the case and may read; a suspended one keeps it, and goes on", async () => {
    const path = await started();
    const before = readFileSync(path);
    const first = await waiting(path);
    for (const signal of ["SIGCONT", "SIGSTOP"] as const) {
      first.child.kill(signal);
      const second = await run(["resume", path, "--answers", answersFile("ander.yaml", "zaak-referentie: ander\n")]);
      expect([second.status, second.stdout]).toEqual([6, ""]);
      expect(second.stderr).toContain(`proces ${String(first.child.pid)} op ${hostname()}`);
      expect((await run(["export", path])).status).toBe(0);
      expect(readFileSync(path).equals(before)).toBe(true);
    }
    first.child.kill("SIGCONT");
    first.answer("zaak-referentie: eerst\n");
    expect((await first.ended).status).toBe(3);
    expect(answered(path, "zaak-referentie")).toEqual(["eerst"]);
  });

  test("a killed one is taken over, and that stands in the case", async () => {
    const path = await started();
    const first = await waiting(path);
    first.child.kill("SIGKILL");
    await first.ended;
    const next = await run(["resume", path, "--answers", answersFile("ander.yaml", "zaak-referentie: ander\n")]);
    expect(next.status).toBe(3);
    expect(next.stderr).toContain(`(proces ${String(first.child.pid)} op ${hostname()})`);
    const over = eventsIn(path).filter(({ type }) => type === "taken-over");
    expect(over.map(({ body }) => body)).toMatchObject([{ host: hostname(), pid: first.child.pid }]);
    expect(answered(path, "zaak-referentie")).toEqual(["ander"]);
  });

  const EIGHT = Array.from({ length: 8 }, (_, i) => `zaak ${String(i)}`);

  test.each(["nobody", "dead"])(
    "eight at once: the answers of those who had it stand there, each in one piece; the lock was of %s",
    async (was) => {
      const path = await started();
      if (was === "dead") writeFileSync(path.replace(/jsonl$/, "lock"), DEAD);
      const ran = await race(
        // Longer than what a disk writes at once.
        EIGHT.map((said) => [
          "resume",
          path,
          "--answers",
          answersFile(`${said}.yaml`, `zaak-referentie: ${said}\nandere-route-verslag: ${"x ".repeat(5000)}\n`),
        ]),
      );
      const winners = EIGHT.filter((_, i) => ran[i]?.status === 3);
      expect(ran.filter(({ status }) => status !== 3).map(({ status }) => status)).toEqual(Array(8 - winners.length).fill(6));
      expect(winners.length).toBeGreaterThan(0);
      expect(answered(path, "zaak-referentie").toSorted()).toEqual(winners);
      expect(eventsIn(path).filter(({ type }) => type === "taken-over")).toHaveLength(was === "dead" ? 1 : 0);
    },
  );

  test("eight that begin an exercise at once all get one of their own", async () => {
    const ran = await race(EIGHT.map(() => [...STARTED, "--dir", join(folder, "zaken")]));
    const paths = ran.map(({ stdout }) => lastLine(stdout));
    expect(new Set(paths).size).toBe(8);
    for (const path of paths) expect(eventsIn(path).map(({ type }) => type)).toEqual(["opened", "begun"]);
  });
});
