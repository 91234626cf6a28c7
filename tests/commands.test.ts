/** The verbs through the program itself, without a terminal: exit codes, what stands on stdout, what stays as it was. */
import { readdirSync, readFileSync, statSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { inFolder, lastLine, ROOT, run } from "./program.ts";

const file = (name: string): string => join(ROOT, "tests", "cases", `${name}.yaml`);
const answers = (dir: string, text: string): string => {
  const path = join(dir, "antwoorden.yaml");
  writeFileSync(path, text);
  return path;
};
const started = async (dir: string, name: string): Promise<string> =>
  lastLine((await run(["start", "--oefenen", "--dir", dir, "--answers", file(name)])).stdout);

describe("start and resume", () => {
  test("stop at the first open question, name it, and end stdout with the path", () =>
    inFolder(async (dir) => {
      const { status, stdout, stderr } = await run(["start", "--oefenen", "--dir", dir, "--answers", answers(dir, "direct-gevaar: nee\n")]);
      expect(status).toBe(3);
      expect(stdout).toBe(`${join(dir, "2026-11-21-oefening1.jsonl")}\n`);
      expect(stderr).toContain("De eerste open vraag is ‘aanleiding’");
      expect(stderr).toContain(`meldcode resume ${stdout.trim()}`);
    }));

  test("the same answers again change not one byte", () =>
    inFolder(async (dir) => {
      const path = await started(dir, "structureel");
      const before = readFileSync(path);
      expect((await run(["resume", path, "--answers", file("structureel")])).status).toBe(0);
      expect(readFileSync(path).equals(before)).toBe(true);
    }));

  test("a different answer is a correction; after finishing it needs a reason, and the record shows both", () =>
    inFolder(async (dir) => {
      const path = await started(dir, "structureel");
      const before = readFileSync(path);
      const change = answers(dir, "besluit-door: Directeur\n");
      const refused = await run(["resume", path, "--answers", change]);
      expect([refused.status, readFileSync(path).equals(before)]).toEqual([2, true]);
      expect(refused.stderr).toContain("--reason");
      expect((await run(["resume", path, "--answers", change, "--reason", "  "])).status).toBe(2);
      expect((await run(["resume", path, "--answers", change, "--reason", "Verkeerde functie genoemd"])).status).toBe(0);
      const { stdout } = await run(["export", path]);
      expect(stdout).toContain("**Besloten door (functie):** Directeur");
      expect(stdout).toContain("Verkeerde functie genoemd");
    }));

  test("a correction that opens questions again: the record says that there was a decision, and that it does not stand now", () =>
    inFolder(async (dir) => {
      const path = await started(dir, "acuut");
      const change = answers(dir, "acuut: nee\nstructureel: twijfel\n");
      expect((await run(["resume", path, "--answers", change, "--reason", "Nieuw feit van het ziekenhuis"])).status).toBe(3);
      const { stdout } = await run(["export", path]);
      expect(stdout).toContain("Deze zaak was afgerond, met een besluit.");
      expect(stdout).not.toContain("**Besloten op:**");
    }));

  test("answers of a file that do not count are named", () =>
    inFolder(async (dir) => {
      const path = await started(dir, "gesloten-na-stap-1");
      const { stderr } = await run(["resume", path, "--answers", answers(dir, "acuut: ja\n"), "--reason", "Toch gezien"]);
      expect(stderr).toContain("tellen nu niet mee: ‘acuut’");
    }));

  test("options may stand before the command, and a path with a space is printed so that it can be pasted", () =>
    inFolder(async (dir) => {
      const folder = join(dir, "mijn zaken");
      const { stdout, stderr } = await run(["--dir", folder, "start", "--oefenen"]);
      expect(stdout).toContain(folder);
      expect(stderr).toContain(`meldcode resume '${stdout.trim()}'`);
    }));

  test("an exercise is marked everywhere, and a real case cannot become one", () =>
    inFolder(async (dir) => {
      const path = await started(dir, "vermoeden-nee");
      expect(JSON.parse(readFileSync(path, "utf8").split("\n")[0] ?? "")).toMatchObject({ body: { exercise: true } });
      expect((await run(["export", path])).stdout).toMatch(/^\*\*OEFENING/);
      expect((await run(["list", "--dir", dir])).stdout).toContain("oefening");
      const real = lastLine((await run(["start", "--dir", dir, "--answers", file("vermoeden-nee")])).stdout);
      expect((await run(["export", real])).stdout).not.toContain("OEFENING");
      expect((await run(["resume", real, "--oefenen"])).status).toBe(2);
    }));

  test("the same exercise twice gives the same bytes", () =>
    inFolder(async (dir) => {
      const [one, two] = [await started(join(dir, "een"), "acuut"), await started(join(dir, "twee"), "acuut")];
      expect(readFileSync(one).equals(readFileSync(two))).toBe(true);
      expect((await run(["export", one])).stdout).toBe((await run(["export", two])).stdout);
    }));

  test("unreadable characters are replaced, and that is said", () =>
    inFolder(async (dir) => {
      const { stderr, stdout } = await run([
        "start",
        "--oefenen",
        "--dir",
        dir,
        "--answers",
        answers(dir, 'direct-gevaar: nee\ninvuller-functie: "leer\\0kracht"\n'),
      ]);
      expect(stderr).toContain("vervangen");
      expect(readFileSync(lastLine(stdout), "utf8")).toContain("leer\uFFFDkracht");
    }));

  test("the folder is MELDCODE_HOME, else the XDG data folder", () =>
    inFolder(async (dir) => {
      const home = await run(["start", "--oefenen"], { env: { MELDCODE_HOME: join(dir, "thuis") } });
      expect(home.stdout).toContain(join(dir, "thuis", "2026-11-21"));
      const xdg = await run(["start", "--oefenen"], { env: { XDG_DATA_HOME: join(dir, "data") } });
      expect(xdg.stdout).toContain(join(dir, "data", "meldcode", "2026-11-21"));
      expect(statSync(join(dir, "data", "meldcode")).mode & 0o777).toBe(0o700);
    }));
});

describe("export", () => {
  test("writes a whole new file, refuses an existing one, and overwrites only when told", () =>
    inFolder(async (dir) => {
      const path = await started(dir, "hulp-aanvaard");
      const output = join(dir, "verslag.md");
      const plain = (await run(["export", path])).stdout;
      expect((await run(["export", path, "--output", output])).status).toBe(0);
      expect(readFileSync(output, "utf8")).toBe(plain);
      writeFileSync(output, "iets anders");
      expect((await run(["export", path, "--output", output])).status).toBe(2);
      expect(readFileSync(output, "utf8")).toBe("iets anders");
      expect((await run(["export", path, "--output", output, "--force"])).status).toBe(0);
      expect(readFileSync(output, "utf8")).toBe(plain);
      expect(readdirSync(dir).filter((name) => name.endsWith(".tmp"))).toEqual([]);
    }));

  test("never takes the place of a case, nor of what is no file", () =>
    inFolder(async (dir) => {
      const path = await started(dir, "hulp-aanvaard");
      const before = readFileSync(path);
      const renamed = join(dir, "zaak-zonder-einde");
      writeFileSync(renamed, before);
      for (const output of [path, renamed, dir, "/dev/null"])
        expect((await run(["export", path, "--output", output, "--force"])).status).toBe(2);
      expect([readFileSync(path).equals(before), readFileSync(renamed).equals(before)]).toEqual([true, true]);
    }));

  test("the JSON holds nothing that a terminal would obey, and is the same data", () =>
    inFolder(async (dir) => {
      const said = "K\u202e1 \u009b2J \u007f \u2066";
      const path = lastLine(
        (
          await run([
            "start",
            "--oefenen",
            "--dir",
            dir,
            "--answers",
            answers(dir, JSON.stringify({ "zaak-referentie": said, "direct-gevaar": "nee" })),
          ])
        ).stdout,
      );
      const { stdout } = await run(["export", path, "--format", "json"]);
      expect(stdout).not.toMatch(/[\u007f-\u009f\u202a-\u202e\u2066-\u2069]/);
      expect(JSON.parse(stdout)).toMatchObject({ answers: { "zaak-referentie": said } });
    }));

  test("finds a case by its reference, and depends on no time zone or locale", () =>
    inFolder(async (dir) => {
      await started(dir, "oudere");
      const here = await run(["export", "2026-11-21-oefening1", "--dir", dir]);
      const elsewhere = await run(["export", "2026-11-21-oefening1", "--dir", dir], {
        env: { TZ: "Asia/Tokyo", LANG: "ja_JP.UTF-8", LC_ALL: "C" },
      });
      expect([here.status, elsewhere.stdout === here.stdout]).toEqual([0, true]);
    }));
});

describe("what is wrong is said, with its exit code, and changes nothing", () => {
  test.each<[string, string[], number, string]>([
    ["an unknown command", ["strat"], 2, "Bedoelt u ‘start’?"],
    ["an unknown command of flow", ["flow", "templat"], 2, "Bedoelt u ‘template’?"],
    ["an unknown option", ["start", "--anwsers", "x"], 2, "Bedoelt u ‘--answers’?"],
    ["a format that is not there", ["export", "x", "--format", "pdf"], 2, "md, html of json"],
    ["no case named", ["resume"], 2, "welke zaak"],
    ["a case that is not there", ["export", "/nergens/zaak"], 6, "bestaat niet"],
    ["a flow that is not there", ["flow", "template", "meldcod"], 2, "Bedoelt u ‘meldcode’?"],
    ["an answers file that is not there", ["start", "--answers", "/nergens/a.yaml"], 4, "kan niet worden gelezen"],
  ])("%s", (_, argv, code, words) =>
    inFolder(async (dir) => {
      const { status, stdout, stderr } = await run(argv, { env: { MELDCODE_HOME: dir } });
      expect([status, stdout]).toEqual([code, ""]);
      expect(stderr).toContain(words);
      expect(readdirSync(dir)).toEqual([]);
    }),
  );

  test("a damaged case: the line is named, nobody goes on, and list says so", () =>
    inFolder(async (dir) => {
      const path = await started(dir, "structureel");
      const damaged = readFileSync(path, "utf8").replace('"q":"bron","value":"', '"q":"bron","value":"x');
      writeFileSync(path, damaged);
      for (const verb of ["export", "resume"]) {
        const { status, stderr } = await run([verb, path]);
        expect(status).toBe(6);
        expect(stderr).toMatch(/Regel \d+ van de zaak klopt niet/);
      }
      expect((await run(["list", "--dir", dir])).stdout).toContain("kan niet worden gelezen");
      expect(readFileSync(path, "utf8")).toBe(damaged);
    }));

  test("a torn last line: export reads on and says so, resume repairs it", () =>
    inFolder(async (dir) => {
      const path = await started(dir, "structureel");
      truncateSync(path, statSync(path).size - 30);
      const exported = await run(["export", path]);
      expect(exported.status).toBe(0);
      expect(exported.stderr).toContain("niet afgemaakt");
      const resumed = await run(["resume", path]);
      expect(resumed.status).toBe(0);
      expect(resumed.stderr).toContain("was niet afgemaakt");
      expect(readFileSync(path, "utf8")).toContain('"type":"recovered"');
    }));
});
