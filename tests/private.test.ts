/** What is for the user alone, through the program: nobody else can open it, it stays apart, and it can go as soon as it is finished. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { makeIdentity, unseal } from "../src/adapters/age.ts";
import { inFolder, lastLine, NOW, ROOT, runInTurn as run, type Ran } from "./program.ts";

const CASES = join(ROOT, "tests", "cases");

interface Keys {
  readonly own: string;
  readonly organisation: string;
  readonly other: string;
  readonly start: (...args: readonly string[]) => Promise<Ran>;
}

/** A folder with a key of the user, and one of the organisation that may open every new case. */
const withKeys = (use: (keys: Keys) => Promise<void>): Promise<void> =>
  inFolder(async (dir) => {
    const [own, organisation, other] = await Promise.all([makeIdentity(), makeIdentity(), makeIdentity()]);
    writeFileSync(join(dir, "sleutel.pub"), `${own.recipient}\n`);
    writeFileSync(
      join(dir, "organisatie.yaml"),
      `naam: Voorbeeld\nsector: onderwijs\nontvangers:\n  - { wie: aandachtsfunctionaris, sleutel: ${organisation.recipient} }\n`,
    );
    await use({
      own: own.identity,
      organisation: organisation.identity,
      other: other.recipient,
      start: (...args) => run(["start", ...args], { env: { MELDCODE_HOME: dir } }),
    });
  });

const opens = async ({ stdout }: Ran, identity: string): Promise<boolean> =>
  unseal(readFileSync(lastLine(stdout)), [identity]).then(
    () => true,
    () => false,
  );

describe("who can open a new file", () => {
  test.each<[string, readonly string[], boolean]>([
    ["a case: the user and the organisation", ["--answers", join(CASES, "structureel.yaml")], true],
    ["a team talk: the user and the organisation", ["--flow", "teamgesprek", "--answers", join(CASES, "apart", "teamgesprek.yaml")], true],
    ["a reflection: the user alone", ["--flow", "reflectie", "--answers", join(CASES, "apart", "reflectie.yaml")], false],
  ])("%s", (_, args, organisation) =>
    withKeys(async (keys) => {
      const ran = await keys.start(...args);
      expect(ran).toMatchObject({ status: 0 });
      expect([await opens(ran, keys.own), await opens(ran, keys.organisation)]).toEqual([true, organisation]);
    }),
  );

  test("a key of another is refused for a reflection, and nothing is written", () =>
    withKeys(async ({ start, other }) => {
      const { status, stdout, stderr } = await start("--flow", "reflectie", "--recipient", other);
      expect([status, stdout]).toEqual([2, ""]);
      expect(stderr).toContain("alleen voor uzelf");
    }));

  test("nor when it is encrypted later", () =>
    inFolder(async (dir) => {
      const [own, organisation] = await Promise.all([makeIdentity(), makeIdentity()]);
      const env = { MELDCODE_HOME: dir };
      const readable = await run(["start", "--flow", "reflectie", "--answers", join(CASES, "apart", "reflectie.yaml")], { env });
      writeFileSync(join(dir, "sleutel.pub"), `${own.recipient}\n`);
      writeFileSync(
        join(dir, "organisatie.yaml"),
        `naam: Voorbeeld\nsector: onderwijs\nontvangers:\n  - { wie: leider, sleutel: ${organisation.recipient} }\n`,
      );
      const path = lastLine(readable.stdout);
      const refused = await run(["encrypt", path, "--recipient", organisation.recipient], { env });
      expect([refused.status, refused.stderr.includes("alleen voor uzelf")]).toEqual([2, true]);
      const sealed = await run(["encrypt", path], { env });
      expect([sealed.status, await opens(sealed, own.identity), await opens(sealed, organisation.identity)]).toEqual([0, true, false]);
    }));
});

describe("what stands apart", () => {
  const answers = join(CASES, "apart", "reflectie.yaml");
  const reflected = async (dir: string): Promise<Ran> => run(["start", "--dir", dir, "--flow", "reflectie", "--answers", answers]);

  test("nothing comes after it, and it comes after nothing", () =>
    inFolder(async (dir) => {
      const ran = await reflected(dir);
      expect(ran.stderr).not.toContain("U kunt verder met");
      const more = await run(["resume", lastLine(ran.stdout), "--flow", "meldcode"]);
      expect(more.status).toBe(2);
      expect(more.stderr).toContain("geen zaak");
      const path = lastLine((await run(["start", "--dir", dir, "--answers", join(CASES, "structureel.yaml")])).stdout);
      const before = readFileSync(path);
      const into = await run(["resume", path, "--flow", "reflectie", "--answers", answers]);
      expect([into.status, readFileSync(path).equals(before)]).toEqual([2, true]);
      expect(into.stderr).toContain("Begin er een eigen bestand voor");
    }));

  /** What is said when a case closes beside a reflection. */
  const closed = (dir: string, name: string): Promise<Ran> => run(["start", "--dir", dir, "--answers", join(CASES, `${name}.yaml`)]);
  const OFFERED = "alleen voor uzelf is, zoals een reflectie";

  test("a case that closes offers to take away what was written beside it for the user alone; nothing goes by itself", () =>
    inFolder(async (dir) => {
      const path = lastLine((await reflected(dir)).stdout);
      const { status, stderr, stdout } = await closed(dir, "vermoeden-nee");
      expect([status, stderr.includes(OFFERED), stderr.includes("purge --dir")]).toEqual([0, true, true]);
      expect(lastLine(stdout)).toMatch(/\.jsonl$/);
      expect(readFileSync(path, "utf8")).toContain('"finished"');
    }));

  test("not when the case goes on, when there is nothing, or when the reflection is not finished", () =>
    inFolder(async (dir) => {
      expect((await closed(dir, "vermoeden-nee")).stderr).not.toContain(OFFERED);
      const half = join(dir, "half.yaml");
      writeFileSync(half, "stilstaan-bij: [gevoel]\n");
      await run(["start", "--dir", dir, "--flow", "reflectie", "--answers", half]);
      expect((await closed(dir, "vermoeden-nee")).stderr).not.toContain(OFFERED);
      await reflected(dir);
      expect((await closed(dir, "structureel")).stderr).not.toContain(OFFERED);
    }));

  test.each<[string, string, boolean]>([
    ["of the day before the case was opened: that belongs to something else", "2026-11-20T23:59:00+01:00", false],
    ["of that day", "2026-11-21T08:00:00+01:00", true],
  ])("a reflection %s", (_, at, isOffered) =>
    inFolder(async (dir) => {
      const begin = (now: string, ...more: readonly string[]): Promise<Ran> =>
        run(["start", "--oefenen", "--dir", dir, ...more], { env: { MELDCODE_NOW: now } });
      await begin(at, "--flow", "reflectie", "--answers", answers);
      const { stderr } = await begin(NOW, "--answers", join(CASES, "vermoeden-nee.yaml"));
      expect(stderr.includes(OFFERED)).toBe(isOffered);
    }),
  );

  test("what cannot be opened without a passphrase is not asked about, and named as such", () =>
    withKeys(async ({ start }) => {
      await start("--flow", "reflectie", "--answers", answers);
      const { status, stderr } = await start("--answers", join(CASES, "vermoeden-nee.yaml"));
      expect([status, stderr.includes(OFFERED), stderr.includes("Versleutelde bestanden zijn hier niet bekeken")]).toEqual([
        0,
        false,
        true,
      ]);
    }));

  test("what is private is listed to take away as soon as it is finished, not before; a case is not", () =>
    inFolder(async (dir) => {
      const half = join(dir, "half.yaml");
      writeFileSync(half, "stilstaan-bij: [gevoel]\n");
      await run(["start", "--dir", dir, "--flow", "reflectie", "--answers", half]);
      await run(["start", "--dir", dir, "--answers", join(CASES, "structureel.yaml")]);
      const past = async (): Promise<string> => (await run(["purge", "--dry-run", "--dir", dir])).stdout;
      expect(await past()).toBe("");
      await reflected(dir);
      expect(await past()).toMatch(/^\S+ {2}klaar sinds .*, alleen voor uzelf\n$/);
    }));
});
