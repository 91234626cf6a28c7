/** The case file on a real disk: what stands there, what is refused, what is kept. */
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { execFile } from "node:child_process";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { decode, encode } from "../../src/adapters/chain.ts";
import { sha256 } from "../../src/adapters/crypto.ts";
import { cases } from "../../src/adapters/cases.ts";
import { disk } from "../../src/adapters/disk.ts";
import { createCase, openCase as openWith, type Tools } from "../../src/adapters/journal.ts";
import { readCase as readWith, type Read } from "../../src/adapters/read.ts";
import { JournalDefect } from "../../src/core/defect.ts";
import { fold } from "../../src/core/case.ts";
import type { NewEvent } from "../../src/core/event.ts";
import type { Journal } from "../../src/ports.ts";
import { begun, choice, tiny } from "../tiny.ts";
import { veil } from "../faults/vaults.ts";
import { noVault } from "./novault.ts";

let folder = "";
let path = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "meldcode-journal-"));
  path = join(folder, "2026-11-21-abc234.jsonl");
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const clock = (): string => "2026-11-21T10:00:00+01:00";
const salt = (n: number): string => n.toString(16).padStart(32, "0");
const tools: Tools = { disk, clock, salt, vault: noVault };
const openCase = (at: string): Promise<Journal> => openWith(at, tools);
const readCase = (at: string): Promise<Read> => readWith(at, tools);
const first = begun(tiny([choice("a"), choice("b")]));
const said = (q: string, value: string): NewEvent => ({ type: "answered", ch: 1, body: { q, value } });
const created = async (): Promise<Journal> => {
  const journal = await createCase(path, first, tools);
  if (journal === null) throw new Error("the name is taken");
  return journal;
};
const written = async (...events: NewEvent[]): Promise<void> => {
  const journal = await created();
  for (const event of events) await journal.append([event]);
  journal.close();
};
const lines = (): string[] => readFileSync(path, "utf8").split("\n");

describe("the file", () => {
  test("is JSON Lines in one key order, and gives back what was written", async () => {
    await written(said("a", "ja"));
    expect(lines().at(-1)).toBe("");
    expect(
      lines()
        .slice(0, -1)
        .map((line) => Object.keys(JSON.parse(line) as object).join(" ")),
    ).toEqual(Array(3).fill("hash n at type ch sum salt body"));
    for (const line of lines().slice(0, -1)) expect(JSON.stringify(JSON.parse(line))).toBe(line);
    expect(fold((await readCase(path)).events).chapters[0]?.answers.get("a")).toEqual({ kind: "value", value: "ja" });
  });

  test("chains every line: the hash covers the line before and the bytes from n to sum, the sum covers salt and body", async () => {
    await written(said("a", "ja"));
    let previous = "";
    for (const line of lines().slice(0, -1)) {
      const { hash, sum, salt: grain, body } = JSON.parse(line) as { hash: string; sum: string; salt: string; body: unknown };
      expect(sha256(grain + JSON.stringify(body))).toBe(sum);
      expect(sha256(previous + line.slice(line.indexOf('"n":'), line.indexOf(',"salt"')))).toBe(hash);
      previous = hash;
    }
  });

  test("is for its owner only, also under a wide umask", async () => {
    const dir = join(folder, "nieuw", "dieper");
    await promisify(execFile)("sh", [
      "-c",
      `umask 000; "$0" bin/meldcode.js start --oefenen --answers tests/cases/onvolledig/leeg.yaml --dir "$1"; true`,
      process.execPath,
      dir,
    ]);
    const modes = ["", "nieuw", "nieuw/dieper", `nieuw/dieper/${readdirSync(dir)[0] ?? ""}`].map(
      (name) => statSync(join(folder, name)).mode & 0o777,
    );
    expect(modes).toEqual([0o700, 0o700, 0o700, 0o600]);
  });

  test("is never made over another one, nor through a symbolic link", async () => {
    await written();
    expect(await createCase(path, first, tools)).toBeNull();
    const link = join(folder, "link.jsonl");
    symlinkSync(path, link);
    await expect(openCase(link)).rejects.toThrow(/symlink/);
  });

  test("has a name of date and letters, never of content; an exercise counts", async () => {
    const all = cases(folder, { MELDCODE_NOW: clock() }, noVault);
    const names: (string | undefined)[] = [];
    for (const exercise of [false, true, true]) {
      const journal = await all.create(exercise, () => first);
      journal.close();
      names.push(journal.path.split("/").at(-1));
    }
    expect(names[0]).toMatch(/^\d{4}-\d{2}-\d{2}-[a-z2-9]{6}\.jsonl$/);
    expect(names.slice(1)).toEqual(["2026-11-21-oefening1.jsonl", "2026-11-21-oefening2.jsonl"]);
  });
});

describe("a last line that was not finished", () => {
  test("was never acknowledged: it is kept aside, cut off, and that is written down", async () => {
    await written(said("a", "ja"), said("b", "nee"));
    const sound = readFileSync(path);
    const torn = 40;
    truncateSync(path, sound.length - torn);
    const left = (await readCase(path)).torn;
    expect(left.length).toBeGreaterThan(0);
    (await openCase(path)).close();
    const { events } = await readCase(path);
    expect(events.map(({ type }) => type)).toEqual(["opened", "begun", "answered", "recovered"]);
    expect(events.at(-1)?.body).toEqual({ bytes: left.length, draft: false });
    expect(readFileSync(`${path}.torn-1`)).toEqual(Buffer.from(left));
    expect(statSync(`${path}.torn-1`).mode & 0o777).toBe(0o600);
  });

  test.each<[string, (line: Buffer) => Buffer]>([
    ["all of it", (line) => line.fill(0, 0, line.length - 1)],
    ["its beginning", (line) => line.fill(0, 0, 40)],
    ["its middle", (line) => line.fill(0, 40, 80)],
    ["its end, the newline too", (line) => line.fill(0, 80)],
  ])("and has zeros where %s should be, as a power cut leaves it, was never acknowledged either", async (_, cut) => {
    await written(said("a", "ja"), said("b", "nee"));
    const bytes = readFileSync(path);
    const at = bytes.lastIndexOf(10, bytes.length - 2) + 1;
    const torn = cut(Buffer.from(bytes.subarray(at)));
    writeFileSync(path, Buffer.concat([bytes.subarray(0, at), torn]));
    (await openCase(path)).close();
    expect((await readCase(path)).events.map(({ type }) => type)).toEqual(["opened", "begun", "answered", "recovered"]);
    expect(readFileSync(`${path}.torn-1`)).toEqual(torn);
  });

  test("is never put over one that was kept aside before, also when the case changes how it is kept", async () => {
    const using: Tools = { ...tools, vault: veil };
    let place = path;
    await written(said("a", "ja"));
    for (const text of ["een", "twee", "drie"]) {
      writeFileSync(place, text, { flag: "a" });
      for (const encrypted of [true, false]) {
        const journal = await openWith(place, using);
        await journal.keepAs(encrypted, []);
        journal.close();
        place = journal.path;
      }
    }
    const kept = readdirSync(folder).filter((name) => name.includes(".torn-"));
    const texts = await Promise.all(kept.map(async (name) => Buffer.from(await veil.unseal(readFileSync(join(folder, name)))).toString()));
    expect(texts.toSorted()).toEqual(["drie", "een", "twee"]);
  });

  test("without its newline but sound is complete, and the next writer adds the newline", async () => {
    await written(said("a", "ja"));
    truncateSync(path, statSync(path).size - 1);
    const journal = await openCase(path);
    await journal.append([said("b", "ja")]);
    journal.close();
    expect((await readCase(path)).events.map(({ type }) => type)).toEqual(["opened", "begun", "answered", "answered"]);
  });
});

describe("damage anywhere else is refused with its line, and nothing is written", () => {
  const edit = (n: number, change: (line: string) => string): void => {
    const all = lines();
    all[n - 1] = change(all[n - 1] ?? "");
    writeFileSync(path, all.join("\n"));
  };

  test.each<[string, () => void, number]>([
    ["a changed answer", () => edit(3, (line) => line.replace('"value":"ja"', '"value":"nee"')), 3],
    ["a changed moment", () => edit(3, (line) => line.replace("T10:00", "T11:00")), 3],
    ["a changed salt", () => edit(3, (line) => line.replace(/"salt":"./, '"salt":"f')), 3],
    ["a line taken out", () => writeFileSync(path, lines().toSpliced(2, 1).join("\n")), 3],
    [
      "two lines changed round",
      () => writeFileSync(path, [...lines().slice(0, 2), lines()[3], lines()[2], ...lines().slice(4)].join("\n")),
      3,
    ],
    [
      "a line twice",
      () =>
        writeFileSync(
          path,
          lines()
            .toSpliced(2, 0, lines()[2] ?? "")
            .join("\n"),
        ),
      4,
    ],
    ["no JSON", () => edit(2, () => "{"), 2],
    ["a key too many", () => edit(3, (line) => line.replace('{"hash"', '{"x":1,"hash"')), 3],
    [
      "another key order",
      () => edit(3, (line) => JSON.stringify(Object.fromEntries(Object.entries(JSON.parse(line) as object).reverse()))),
      3,
    ],
    ["a space", () => edit(3, (line) => line.replace(',"type"', ', "type"')), 3],
    ["zeros in a line that is not the last", () => edit(3, (line) => `\0\0${line.slice(2)}`), 3],
    [
      "broken UTF-8 that reads as the same sign",
      () => writeFileSync(path, Buffer.from(readFileSync(path).toString("latin1").replace("\xef\xbf\xbd", "\xf1\xbf\xbd"), "latin1")),
      5,
    ],
    ["a body of another type", () => edit(3, (line) => line.replace('"type":"answered"', '"type":"closed"')), 3],
  ])("%s", async (_, damage, line) => {
    await written(said("a", "ja"), said("b", "nee"), { type: "noted", ch: 1, body: { by: "Moeder", text: "On\uFFFDleesbaar" } });
    damage();
    const before = readFileSync(path);
    await expect(readCase(path)).rejects.toThrow(new RegExp(`Regel ${String(line)} `));
    await expect(openCase(path)).rejects.toThrow(JournalDefect);
    expect(readFileSync(path).equals(before)).toBe(true);
    expect(readdirSync(folder)).toEqual(["2026-11-21-abc234.jsonl"]);
  });

  test("every single bit of the last line counts", async () => {
    await written(said("a", "ja"));
    const bytes = readFileSync(path);
    const start = bytes.lastIndexOf(10, bytes.length - 2) + 1;
    for (let i = start; i < bytes.length - 1; i++) {
      const changed = Buffer.from(bytes);
      changed[i] = (changed[i] ?? 0) ^ 1;
      expect(() => decode(changed), String(i)).toThrow(JournalDefect);
    }
  });

  test("hashes that wait for the first question: the same fault is found, whatever byte was changed, before anything is written", async () => {
    await written(said("a", "ja"), said("b", "nee"));
    writeFileSync(path.replace("jsonl", "concept"), JSON.stringify({ at: clock(), ch: 1, q: "b", text: "getypt" }));
    const bytes = readFileSync(path);
    const concept = path.replace("jsonl", "concept");
    const draft = readFileSync(concept);
    const writes: readonly ((journal: Journal) => Promise<unknown>)[] = [
      (journal) => journal.append([said("a", "nee")]),
      (journal) => journal.erase(3, "x"),
      (journal) => journal.keepAs(false, []),
      (journal) => journal.keep({ ch: 1, q: "a", text: "anders" }),
    ];
    let waited = 0;
    for (let i = 0; i < bytes.length; i += 7) {
      const changed = Buffer.from(bytes);
      changed[i] = (changed[i] ?? 0) ^ 1;
      writeFileSync(path, changed);
      const expected = await readCase(path).then(
        () => "nothing wrong",
        (error: unknown) => String(error),
      );
      const seen = await readWith(path, tools, undefined, true).catch(String);
      if (typeof seen === "string") {
        expect([i, seen]).toEqual([i, expected]);
        continue;
      }
      expect([i, seen.proven, expected]).toEqual([i, false, expect.stringContaining("Regel")]);
      const fault = expected.replace(/^\w+: /, "");
      // A draft is written again when a case opens.
      await expect(openWith(path, tools, seen), String(i)).rejects.toThrow(fault);
      expect([readFileSync(path), readFileSync(concept)]).toEqual([changed, draft]);
      rmSync(concept);
      const journal = await openWith(path, tools, seen);
      expect(journal.prove, String(i)).toThrow(fault);
      for (const write of writes) await expect(write(journal), String(i)).rejects.toThrow(fault);
      journal.close();
      expect([readFileSync(path), readdirSync(folder)]).toEqual([changed, ["2026-11-21-abc234.jsonl"]]);
      writeFileSync(concept, draft);
      waited++;
    }
    expect(waited).toBeGreaterThan(10);
  });

  test("a case of a newer format", async () => {
    const [opened] = first;
    const newer = { ...opened, body: { ...opened?.body, format: 2 } } as unknown as NewEvent;
    writeFileSync(path, encode(newer, 1, clock(), "", salt(1)).bytes);
    await expect(readCase(path)).rejects.toThrow("nieuwere versie");
  });

  test("a file that is not there", async () => {
    await expect(readCase(path)).rejects.toThrow("bestaat niet");
  });
});

test("an erased line keeps hash to sum, and the chain still holds", async () => {
  await written(said("a", "ja"), said("b", "nee"));
  writeFileSync(
    path,
    lines()
      .map((line, i) => (i === 2 ? line.replace(/,"salt".*$/, "}") : line))
      .join("\n"),
  );
  expect((await readCase(path)).events[2]).toMatchObject({ n: 3, type: "answered", body: null });
});

describe("one writer", () => {
  test("a second one is told who has it, and may read", async () => {
    const journal = await created();
    await expect(openCase(path)).rejects.toThrow(new RegExp(`proces ${String(process.pid)} op `));
    expect((await readCase(path)).events).toHaveLength(2);
    journal.close();
    (await openCase(path)).close();
    expect(readdirSync(folder)).toEqual(["2026-11-21-abc234.jsonl"]);
  });

  test("a lock of a process that is proven dead is taken over, and that is written down", async () => {
    await written();
    const { host } = JSON.parse(await aLock()) as { host: string };
    writeFileSync(
      join(folder, "2026-11-21-abc234.lock"),
      JSON.stringify({ nonce: "x", host, pid: 2 ** 22 + 1, since: "gisteren", boot: "", start: "" }),
    );
    (await openCase(path)).close();
    expect((await readCase(path)).events.at(-1)).toMatchObject({ type: "taken-over", body: { host, pid: 2 ** 22 + 1, since: "gisteren" } });
  });

  test("a lock of another machine is never taken over, however old", async () => {
    await written();
    writeFileSync(
      join(folder, "2026-11-21-abc234.lock"),
      JSON.stringify({ nonce: "x", host: "elders", pid: 2 ** 22 + 1, since: "1999-01-01", boot: "", start: "" }),
    );
    await expect(openCase(path)).rejects.toThrow("elders");
  });

  test("a file that grew or was replaced meanwhile gets nothing", async () => {
    const journal = await created();
    writeFileSync(path, "x", { flag: "a" });
    await expect(journal.append([said("a", "ja")])).rejects.toThrow("veranderd");
  });

  const aLock = async (): Promise<string> => {
    const other = join(folder, "2026-11-21-other2.jsonl");
    const journal = await createCase(other, first, tools);
    const held = readFileSync(join(folder, "2026-11-21-other2.lock"), "utf8");
    journal?.close();
    return held;
  };
});

test("a folder that others can look into is noticed", () => {
  const all = cases(folder, {}, noVault);
  chmodSync(folder, 0o755);
  expect(all.exposures(path)).toEqual(["others"]);
  chmodSync(folder, 0o700);
  expect(all.exposures(path)).toEqual([]);
});
