/** Sealed files and the key: opened by whom they are meant for, by the standard program too; refused in words otherwise. */
import { execFileSync, spawnSync } from "node:child_process";
import { createHash, randomBytes } from "node:crypto";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inflateSync } from "node:zlib";
import { spawn } from "@lydell/node-pty";
import { Encrypter } from "age-encryption";
import * as vectors from "cctv-age";
import { buildSync } from "esbuild";
import { afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { isRecipient, lockIdentity, makeIdentity, openIdentity, seal, unseal } from "../../src/adapters/age.ts";
import { disk, type Disk } from "../../src/adapters/disk.ts";
import { isSealed, readLocked, readRecipient, writeKey } from "../../src/adapters/key.ts";
import { vault } from "../../src/adapters/vault.ts";
import { DiskDefect, JournalDefect, UsageDefect } from "../../src/core/defect.ts";
import { nl } from "../../src/core/nl.ts";
import { calm, faulty, strikes } from "../faults/disk.ts";
import { ROOT } from "../program.ts";

const CHUNK = 64 * 1024;
const PASSPHRASE = "zon schijnt op Ünals fiets";
/** Far too little for a real key, and quick. */
const QUICK = 2;

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "meldcode-age-"));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

let [mine, theirs] = [
  { identity: "", recipient: "" },
  { identity: "", recipient: "" },
];
beforeAll(async () => {
  [mine, theirs] = await Promise.all([makeIdentity(), makeIdentity()]);
});

/** What a refusal says; anything but a JournalDefect without a cause fails. */
async function refusal(attempt: Promise<unknown>): Promise<string> {
  const error: unknown = await attempt.then(
    () => new Error("it opened"),
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(JournalDefect);
  expect((error as Error).cause).toBeUndefined();
  return (error as Error).message;
}

/** As toEqual, which takes seconds for a long file. */
const expectSame = (bytes: Uint8Array, wanted: Uint8Array): void => {
  expect(Buffer.compare(bytes, wanted), `${String(bytes.length)} bytes, not the ${String(wanted.length)} wanted`).toBe(0);
};

const changed = (bytes: Uint8Array, at: number, mask: number): Uint8Array => {
  const other = Uint8Array.from(bytes);
  other[at] = (other[at] ?? 0) ^ mask;
  return other;
};

describe("what was sealed", () => {
  test.each([0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 2 * CHUNK, 1_000_000])("%i bytes come back as they were", async (size) => {
    const plain = randomBytes(size);
    const before = Buffer.from(plain);
    const sealed = await seal(plain, [mine.recipient]);
    expect(isSealed(sealed)).toBe(true);
    expectSame(await unseal(sealed, [mine.identity]), before);
    // What is sealed stays the caller's: it is not wiped.
    expectSame(plain, before);
  });

  test("each of two recipients can open it, and each of two identities is tried", async () => {
    const sealed = await seal(Buffer.from("zaak"), [mine.recipient, theirs.recipient]);
    for (const { identity } of [mine, theirs]) expect(String(await unseal(sealed, [identity]))).toBe("zaak");
    const hers = await seal(Buffer.from("zaak"), [theirs.recipient]);
    expect(String(await unseal(hers, [mine.identity, theirs.identity]))).toBe("zaak");
  });

  test("never looks the same twice, nor shows what is in it", async () => {
    const plain = Buffer.from("blauwe plekken".repeat(100));
    const [one, other] = await Promise.all([seal(plain, [mine.recipient]), seal(plain, [mine.recipient])]);
    expect(one).not.toEqual(other);
    expect(Buffer.from(one).includes("blauwe")).toBe(false);
  });

  test("does not open with another key, or with none", async () => {
    const sealed = await seal(Buffer.from("zaak"), [mine.recipient]);
    expect(await refusal(unseal(sealed, [theirs.identity]))).toBe(nl.age.wrongKey);
    expect(await refusal(unseal(sealed, []))).toBe(nl.age.wrongKey);
    expect(await refusal(unseal(await lockIdentity(mine.identity, PASSPHRASE, QUICK), [mine.identity]))).toBe(nl.age.wrongKey);
  });
});

describe("damage is told, and is never another kind of error", () => {
  const words = (): readonly string[] => [nl.age.damaged, nl.age.wrongKey, nl.age.notSealed];
  /** Where the header ends and the nonce and the chunks begin. */
  const body = (sealed: Uint8Array): number => Buffer.from(sealed).indexOf("\n", Buffer.from(sealed).indexOf("\n--- ") + 1) + 1;

  test("cut off anywhere", async () => {
    const sealed = await seal(Buffer.from("zaak"), [mine.recipient]);
    for (let end = 0; end < sealed.length; end++) {
      const said = await refusal(unseal(sealed.subarray(0, end), [mine.identity]));
      expect(said, String(end)).toBe(end < 22 ? nl.age.notSealed : nl.age.damaged);
    }
  });

  test.each(["the end of a chunk", "one byte more", "one byte less", "inside a later chunk", "all but a byte"])(
    "a long file cut off at %s",
    async (place) => {
      const sealed = await seal(randomBytes(3 * CHUNK), [mine.recipient]);
      const chunk = body(sealed) + 16 + CHUNK + 16;
      const end = {
        "the end of a chunk": chunk,
        "one byte more": chunk + 1,
        "one byte less": chunk - 1,
        "inside a later chunk": chunk + 5000,
        "all but a byte": sealed.length - 1,
      }[place];
      expect(await refusal(unseal(sealed.subarray(0, end), [mine.identity]))).toBe(nl.age.damaged);
    },
  );

  test.each([0x01, 0x20, 0x80])("any byte changed by %i", async (mask) => {
    const sealed = await seal(Buffer.from("zaak"), [mine.recipient, theirs.recipient]);
    for (let at = 0; at < sealed.length; at++)
      expect(words(), String(at)).toContain(await refusal(unseal(changed(sealed, at, mask), [mine.identity])));
  });

  test("a byte changed somewhere in a long file", async () => {
    const sealed = await seal(randomBytes(3 * CHUNK), [mine.recipient]);
    for (let at = body(sealed); at < sealed.length; at += 4999)
      expect(await refusal(unseal(changed(sealed, at, 1), [mine.identity])), String(at)).toBe(nl.age.damaged);
  });

  test("bytes behind the end, chunks changed round, a chunk left out", async () => {
    const sealed = await seal(randomBytes(3 * CHUNK + 5), [mine.recipient]);
    const start = body(sealed) + 16;
    const part = (n: number): Uint8Array => sealed.subarray(start + n * (CHUNK + 16), start + (n + 1) * (CHUNK + 16));
    const head = sealed.subarray(0, start);
    for (const parts of [
      [sealed, Buffer.from("x")],
      [head, part(1), part(0), part(2), part(3)],
      [head, part(0), part(2), part(3)],
      [head, part(0), part(1), part(2)],
    ])
      expect(await refusal(unseal(Buffer.concat(parts), [mine.identity]))).toBe(nl.age.damaged);
  });

  test("no age file at all", async () => {
    const armored = Buffer.from("-----BEGIN AGE ENCRYPTED FILE-----\n");
    for (const bytes of [Buffer.alloc(0), Buffer.from('{"hash":"'), Buffer.from("age-encryption.org/v2\n"), armored, randomBytes(5000)]) {
      expect(isSealed(bytes)).toBe(false);
      expect(await refusal(unseal(bytes, [mine.identity]))).toBe(nl.age.notSealed);
    }
  });

  test("the first line of age and then anything", async () => {
    const line = Buffer.from("age-encryption.org/v1\n");
    for (const rest of [
      "",
      "\n",
      "-> ",
      "-> X25519\n",
      "--- \n",
      `-> X25519 ${"A".repeat(43)}\n${"A".repeat(43)}\n--- ${"A".repeat(43)}\n`,
    ])
      expect(words()).toContain(await refusal(unseal(Buffer.concat([line, Buffer.from(rest)]), [mine.identity])));
    for (let size = 1; size < 200_000; size *= 3)
      expect(await refusal(unseal(Buffer.concat([line, randomBytes(size)]), [mine.identity]))).toBe(nl.age.damaged);
  });
});

describe("recipients", () => {
  test.each<[string, () => string]>([
    ["nothing", () => ""],
    ["a name", () => "Annemieke"],
    ["one letter changed", () => mine.recipient.slice(0, -1) + (mine.recipient.endsWith("q") ? "p" : "q")],
    ["one letter short", () => mine.recipient.slice(0, -1)],
    ["a space behind it", () => `${mine.recipient} `],
    ["capitals", () => mine.recipient.toUpperCase()],
    ["the secret half", () => mine.identity],
    ["another kind of age", () => "age1pq1qqqq"],
    ["a key of ssh", () => "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIN0000000000000000000000000000000000000000000"],
  ])("%s is none, and is not repeated", async (_, make) => {
    const text = make();
    expect(isRecipient(text)).toBe(false);
    const attempt = seal(Buffer.from("zaak"), [mine.recipient, text]);
    await expect(attempt).rejects.toThrow(UsageDefect);
    await expect(attempt).rejects.toThrow(nl.age.badRecipient);
  });

  test("a point that no identity belongs to has the right form, and is refused all the same", async () => {
    const low = "age1qqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqq5cu47z";
    expect(isRecipient(low)).toBe(true);
    await expect(seal(Buffer.from("zaak"), [low])).rejects.toThrow(UsageDefect);
  });

  test("without any, nothing is sealed: nobody could open it", async () => {
    expect(isRecipient(mine.recipient)).toBe(true);
    await expect(seal(Buffer.from("zaak"), [])).rejects.toThrow(nl.age.noRecipient);
  });
});

describe("the identity", () => {
  /** Any text behind the passphrase. */
  const lockedText = (text: string): Promise<Uint8Array> => {
    const encrypter = new Encrypter();
    encrypter.setPassphrase(PASSPHRASE);
    encrypter.setScryptWorkFactor(QUICK);
    return encrypter.encrypt(text);
  };

  test("is new each time, and comes back with its passphrase only", async () => {
    expect(mine.identity).toMatch(/^AGE-SECRET-KEY-1[02-9AC-HJ-NP-Z]{58}$/);
    expect(mine.identity).not.toBe(theirs.identity);
    const locked = await lockIdentity(mine.identity, PASSPHRASE, QUICK);
    expect(await openIdentity(locked, PASSPHRASE)).toBe(mine.identity);
    for (const wrong of ["", `${PASSPHRASE} `, PASSPHRASE.toUpperCase()])
      expect(await refusal(openIdentity(locked, wrong))).toBe(nl.age.wrongPassphrase);
  });

  test("is locked with the work that age asks, when nothing else is said", async () => {
    expect(Buffer.from(await lockIdentity(mine.identity, PASSPHRASE)).toString("latin1")).toMatch(
      /^age-encryption\.org\/v1\n-> scrypt \S{22} 18\n/,
    );
  });

  test("is not in a damaged file, nor in one that holds something else", async () => {
    const locked = await lockIdentity(mine.identity, PASSPHRASE, QUICK);
    for (let end = 0; end < locked.length; end++)
      expect(await refusal(openIdentity(locked.subarray(0, end), PASSPHRASE))).toBe(nl.age.badKey);
    for (let at = 0; at < locked.length; at++)
      expect([nl.age.badKey, nl.age.wrongPassphrase]).toContain(await refusal(openIdentity(changed(locked, at, 1), PASSPHRASE)));
    for (const other of [await seal(Buffer.from(mine.identity), [mine.recipient]), Buffer.from(mine.identity), randomBytes(300)])
      expect(await refusal(openIdentity(other, PASSPHRASE))).toBe(nl.age.badKey);
  });

  test.each<[string, () => string]>([
    ["nothing", () => ""],
    ["remarks", () => "# created: 2026-11-21T10:00:00Z\n"],
    ["two identities", () => `${mine.identity}\n${theirs.identity}\n`],
    ["a recipient", () => mine.recipient],
    ["an identity of another kind", () => mine.identity.replace("KEY-1", "KEY-PQ-1")],
    ["an identity with one letter wrong", () => mine.identity.slice(0, -1)],
    ["a letter", () => "Beste collega,"],
  ])("is not in a locked file that holds %s", async (_, text) => {
    expect(await refusal(openIdentity(await lockedText(text()), PASSPHRASE))).toBe(nl.age.badKey);
  });

  test("is found between remarks and other ends of lines", async () => {
    expect(await openIdentity(await lockedText(`# van mij\r\n\r\n${mine.identity}\r\n`), PASSPHRASE)).toBe(mine.identity);
  });

  test("is never in an error: one letter wrong, and the package would quote it", async () => {
    const wrong = mine.identity.slice(0, -1) + (mine.identity.endsWith("Q") ? "P" : "Q");
    const sealed = await seal(Buffer.from("zaak"), [mine.recipient]);
    expect(await refusal(unseal(sealed, [wrong]))).toBe(nl.age.badKey);
    expect(await refusal(lockIdentity(wrong, PASSPHRASE, QUICK))).toBe(nl.age.badKey);
    expect(await refusal(lockIdentity(mine.recipient, PASSPHRASE, QUICK))).toBe(nl.age.badKey);
  });
});

describe("the files of the key", () => {
  const locked = Buffer.from("age-encryption.org/v1\n…");
  const files = (): readonly string[] => readdirSync(folder).toSorted();

  test("are there once written, and not before", () => {
    const place = join(folder, "nieuw", "map");
    expect([readRecipient(disk, place), readLocked(disk, place)]).toEqual([undefined, undefined]);
    writeKey(disk, place, locked, mine.recipient);
    expect([readRecipient(disk, place), readLocked(disk, place)]).toEqual([mine.recipient, locked]);
    expect(readFileSync(join(place, "sleutel.pub"), "utf8")).toBe(`${mine.recipient}\n`);
  });

  test.each(["sleutel.age", "sleutel.pub"])("are never written over: %s is there", (name) => {
    writeFileSync(join(folder, name), "oud");
    expect(() => writeKey(disk, folder, locked, mine.recipient)).toThrow(UsageDefect);
    expect(files()).toEqual([name]);
    expect(readFileSync(join(folder, name), "utf8")).toBe("oud");
  });

  test("nor when they come at the last moment", () => {
    const late: Disk = {
      ...disk,
      linkSync: (from, to) => {
        writeFileSync(to, "oud", { flag: "wx" });
        disk.linkSync(from, to);
      },
    };
    expect(() => writeKey(late, folder, locked, mine.recipient)).toThrow(DiskDefect);
    expect(files()).toEqual(["sleutel.age"]);
    expect(readFileSync(join(folder, "sleutel.age"), "utf8")).toBe("oud");
  });

  test("are for their owner only, also under a wide umask", () => {
    const script = join(folder, "write.cjs");
    buildSync({
      stdin: {
        contents: `import { disk } from "./src/adapters/disk.ts";
          import { writeKey } from "./src/adapters/key.ts";
          process.umask(0);
          writeKey(disk, process.argv[2], Buffer.from("x"), "age1");`,
        resolveDir: ROOT,
      },
      bundle: true,
      platform: "node",
      outfile: script,
    });
    execFileSync(process.execPath, [script, join(folder, "nieuw")]);
    expect(["nieuw", "nieuw/sleutel.age", "nieuw/sleutel.pub"].map((name) => statSync(join(folder, name)).mode & 0o777)).toEqual([
      0o700, 0o600, 0o600,
    ]);
  });

  test.each<[string, string]>([
    ["nothing", ""],
    ["the secret half", "AGE-SECRET-KEY-1QQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQ\n"],
    ["half a line", "age1abc"],
    ["two lines", `${"age1".padEnd(62, "q")}\n${"age1".padEnd(62, "q")}\n`],
  ])("with %s for a recipient they are refused: a case is never left open by accident", (_, text) => {
    writeFileSync(join(folder, "sleutel.pub"), text);
    expect(() => readRecipient(disk, folder)).toThrow(JournalDefect);
    expect(() => readRecipient(disk, folder)).not.toThrow(/SECRET/);
  });

  test("that cannot be read are refused too", () => {
    mkdirSync(join(folder, "sleutel.pub"));
    expect(() => readRecipient(disk, folder)).toThrow(DiskDefect);
  });

  test.each(["once", "from then on"])("whatever the disk refuses (%s), no recipient is there without its identity", (how) => {
    let failures = 0;
    for (let n = 1; n < 100; n++) {
      const place = join(folder, `${how}-${String(n)}`);
      let calls = 0;
      const broken = Object.fromEntries(
        Object.entries(disk).map(([name, call]) => [
          name,
          (...args: unknown[]): unknown => {
            calls++;
            if (calls === n || (calls > n && how === "from then on")) throw Object.assign(new Error("EIO"), { code: "EIO" });
            return (call as (...all: unknown[]) => unknown)(...args);
          },
        ]),
      ) as unknown as Disk;
      try {
        writeKey(broken, place, locked, mine.recipient);
      } catch (error) {
        expect(error, String(n)).toBeInstanceOf(DiskDefect);
        failures++;
      }
      if (readRecipient(disk, place) !== undefined) expect(readLocked(disk, place), String(n)).toEqual(locked);
      if (calls < n) break;
    }
    expect(failures).toBeGreaterThan(10);
  });
});

describe("the vectors of C2SP for X25519", () => {
  const rows = Object.entries(vectors as unknown as Readonly<Record<string, Uint8Array>>).flatMap(([name, bytes]) => {
    const buffer = Buffer.from(bytes);
    const end = buffer.indexOf("\n\n");
    const pairs = buffer
      .toString("latin1", 0, end)
      .split("\n")
      .map((line) => line.split(": ") as [string, string]);
    const head = new Map(pairs);
    if (head.has("armored") || head.has("passphrase") || head.get("identity")?.startsWith("AGE-SECRET-KEY-1") !== true) return [];
    const file = head.get("compressed") === "zlib" ? inflateSync(buffer.subarray(end + 2)) : buffer.subarray(end + 2);
    const identities = pairs.flatMap(([key, value]) => (key === "identity" ? [value] : []));
    return [{ name, expected: head.get("expect") ?? "", file, identities, payload: head.get("payload") }];
  });

  test("are there", () => {
    expect(rows.length).toBeGreaterThan(60);
  });

  test.each(rows)("$name: $expected", async ({ expected, file, identities, payload }) => {
    if (expected === "success") {
      const plain = await unseal(file, identities);
      expect(createHash("sha256").update(plain).digest("hex")).toBe(payload);
    } else {
      const said = await refusal(unseal(file, identities));
      if (expected === "no match") expect(said).toBe(nl.age.wrongKey);
      else expect([nl.age.damaged, nl.age.notSealed]).toContain(said);
    }
  });
});

test("only age.ts knows the package, and only a dynamic import brings it", () => {
  const src = join(ROOT, "src");
  for (const name of readdirSync(src, { recursive: true, encoding: "utf8" }).filter((one) => one.endsWith(".ts"))) {
    const text = readFileSync(join(src, name), "utf8");
    expect(/^(?:import|export)\b(?! type)[^"]*?from "[^"]*\/age\.ts"/ms.test(text), name).toBe(false);
    expect(text.includes('"age-encryption"'), name).toBe(name === join("adapters", "age.ts"));
  }
});

const installed = spawnSync("age", ["--version"]).status === 0;
if (!installed) console.warn("age is not installed: what it reads and writes is not tested (apt-get install age)");

describe.skipIf(!installed)("the standard program", () => {
  const at = (name: string): string => join(folder, name);
  const age = (...args: readonly string[]): Buffer => execFileSync("age", args, { maxBuffer: 2 ** 24 });

  /** Runs age at a terminal, which is the only place where it takes a passphrase from. */
  const typing = (passphrase: string, ...args: string[]): Promise<number> =>
    new Promise((done) => {
      const terminal = spawn("age", args, { cols: 200 });
      let shown = "";
      terminal.onData((data) => {
        shown += data;
        if (!/passphrase[^:]*: $/i.test(shown)) return;
        shown = "";
        terminal.write(`${passphrase}\r`);
      });
      terminal.onExit(({ exitCode }) => done(exitCode));
    });

  test.each([0, 1, CHUNK, 1_000_000])("opens %i bytes that we sealed", async (size) => {
    const plain = randomBytes(size);
    writeFileSync(at("identity"), mine.identity);
    writeFileSync(at("sealed"), await seal(plain, [theirs.recipient, mine.recipient]));
    expectSame(age("-d", "-i", at("identity"), at("sealed")), plain);
  });

  test.each([0, 1, CHUNK, 1_000_000])("seals %i bytes that we open, for one or two", async (size) => {
    const plain = randomBytes(size);
    writeFileSync(at("plain"), plain);
    age("-r", mine.recipient, "-o", at("one"), at("plain"));
    age("-r", theirs.recipient, "-r", mine.recipient, "-o", at("two"), at("plain"));
    expectSame(await unseal(readFileSync(at("one")), [mine.identity]), plain);
    for (const { identity } of [mine, theirs]) expectSame(await unseal(readFileSync(at("two")), [identity]), plain);
  });

  test("opens a case with our key and its passphrase, and with no other passphrase", async () => {
    writeKey(disk, folder, await lockIdentity(mine.identity, PASSPHRASE, QUICK), mine.recipient);
    writeFileSync(at("case.jsonl.age"), await seal(Buffer.from("zaak"), [mine.recipient]));
    expect(await typing(PASSPHRASE, "-d", "-i", at("sleutel.age"), "-o", at("plain"), at("case.jsonl.age"))).toBe(0);
    expect(readFileSync(at("plain"), "utf8")).toBe("zaak");
    expect(await typing("iets anders", "-d", "-i", at("sleutel.age"), "-o", at("none"), at("case.jsonl.age"))).not.toBe(0);
  });

  test("finds in it what age-keygen writes", async () => {
    writeFileSync(at("sleutel.age"), await lockIdentity(mine.identity, PASSPHRASE, QUICK));
    expect(await typing(PASSPHRASE, "-d", "-o", at("identity"), at("sleutel.age"))).toBe(0);
    const form = (text: string): string => text.replace(/(?<=created: )[\d-]+T[\d:]+(?:Z|[+-]\d\d:\d\d)/, "T").replace(/1[\w]{58}/g, "1…");
    execFileSync("age-keygen", ["-o", at("theirs")], { stdio: "pipe" });
    expect(form(readFileSync(at("identity"), "utf8"))).toBe(form(readFileSync(at("theirs"), "utf8")));
    expect(String(execFileSync("age-keygen", ["-y", at("identity")])).trim()).toBe(mine.recipient);
  });

  test("makes a key that we can use", async () => {
    execFileSync("age-keygen", ["-o", at("identity")], { stdio: "pipe" });
    expect(await typing(PASSPHRASE, "-p", "-o", at("sleutel.age"), at("identity"))).toBe(0);
    expect(readFileSync(at("identity"), "utf8")).toContain(`\n${await openIdentity(readFileSync(at("sleutel.age")), PASSPHRASE)}\n`);
  });
});

describe("the two halves of the key", () => {
  const asks = (): Promise<string> => Promise.resolve(PASSPHRASE);
  const pub = (): string => join(folder, "sleutel.pub");

  test("whatever a kill leaves while they are written, the next session has a whole key or none", async () => {
    const locked = await lockIdentity(mine.identity, PASSPHRASE, QUICK);
    const counting = faulty(calm, "killed", 0);
    writeKey(counting.disk, join(folder, "geteld"), locked, mine.recipient);
    let halves = 0;
    for (const [i, call] of counting.calls.entries()) {
      if (!strikes("killed", call)) continue;
      const home = join(folder, String(i));
      expect(() => {
        writeKey(faulty(calm, "killed", i + 1).disk, home, locked, mine.recipient);
      }).toThrow("kill -9");
      const keys = vault(calm, home, asks);
      const isThere = readLocked(calm, home) !== undefined;
      if (isThere && keys.recipient() === undefined) halves++;
      await keys.restore();
      expect(keys.recipient()).toBe(isThere ? mine.recipient : undefined);
      if (isThere) expectSame(await keys.unseal(await keys.seal(Buffer.from("zaak"), [])), Buffer.from("zaak"));
    }
    expect(halves).toBeGreaterThan(0);
  });

  test("another public half is noticed as soon as the passphrase is given, and nothing is opened or sealed; taken away, it is made again", async () => {
    writeKey(disk, folder, await lockIdentity(mine.identity, PASSPHRASE, QUICK), mine.recipient);
    const sealed = await seal(Buffer.from("zaak"), [mine.recipient]);
    writeFileSync(pub(), `${theirs.recipient}\n`);
    const keys = vault(disk, folder, asks);
    expect(await refusal(keys.unseal(sealed))).toBe(nl.key.otherRecipient(pub()));
    expect(readFileSync(pub(), "utf8")).toBe(`${theirs.recipient}\n`);
    rmSync(pub());
    expectSame(await vault(disk, folder, asks).unseal(sealed), Buffer.from("zaak"));
    expect(readFileSync(pub(), "utf8")).toBe(`${mine.recipient}\n`);
    expect(statSync(pub()).mode & 0o777).toBe(0o600);
  });
});
