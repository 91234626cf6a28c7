/** The organisation: its profile made and checked, and what start takes from it. Through the program. */
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import type { OrganisationSource } from "../src/core/formats.ts";
import { words } from "../src/core/nl-organisation.ts";
import { lacking, points } from "../src/core/points.ts";
import { inFolder, lastLine, ROOT, runInTurn as run, type Ran } from "./program.ts";

const TODAY = "2026-11-22";
const ACUUT = join(ROOT, "tests", "cases", "acuut.yaml");
const whole: OrganisationSource = {
  naam: "De Wilg",
  sector: "ggz",
  eindverantwoordelijke: "de bestuurder",
  aandachtsfunctionaris: "de coördinator",
  leidinggevende: "de teamleider",
  "veilig-thuis": { naam: "Veilig Thuis Voorbeeldregio" },
  bewaartermijn: "20 jaar",
  meldcode: Array.from({ length: 14 }, (_, i) => ({ punt: i + 1, stand: "ja" as const, datum: "2026-10-01", eigenaar: "de bestuurder" })),
};
const init = (folder: string, ...args: readonly string[]): Promise<Ran> => run(["organisation", "init", "--dir", folder, ...args]);
const check = (folder: string): Promise<Ran> => run(["organisation", "check", "--dir", folder]);
const profileIn = (folder: string): string => join(folder, "organisatie.yaml");

describe.concurrent("init, without a terminal", () => {
  test("makes a private profile of what was given, and says what is lacking", async () => {
    await inFolder(async (home) => {
      const folder = join(home, "nieuw");
      const { status, stdout, stderr } = await init(folder, "--sector", "onderwijs", "--eindverantwoordelijke", "de bestuurder");
      expect({ status, stdout }).toEqual({ status: 0, stdout: `${profileIn(folder)}\n` });
      expect(stderr).toContain("Nog niet ingevuld: de aandachtsfunctionaris");
      expect(parse(readFileSync(profileIn(folder), "utf8"))).toEqual({ sector: "onderwijs", eindverantwoordelijke: "de bestuurder" });
      expect(statSync(profileIn(folder)).mode & 0o077).toBe(0);
    });
  });

  test("fills up what only says a sector, and with --force what says more; what is there stays", async () => {
    await inFolder(async (folder) => {
      writeFileSync(profileIn(folder), "sector: ggz\n");
      expect((await init(folder, "--name", "De Wilg")).status).toBe(0);
      const refused = await init(folder, "--telefoon", "088 123");
      expect(refused).toMatchObject({ status: 2, stderr: expect.stringContaining("--force") as string });
      expect((await init(folder, "--telefoon", "088 123", "--veilig-thuis", "Veilig Thuis X", "--force")).status).toBe(0);
      expect(parse(readFileSync(profileIn(folder), "utf8"))).toEqual({
        naam: "De Wilg",
        sector: "ggz",
        "veilig-thuis": { naam: "Veilig Thuis X", telefoon: "088 123" },
      });
    });
  });

  test("keeps recipients and points", async () => {
    await inFolder(async (folder) => {
      writeFileSync(profileIn(folder), JSON.stringify(whole));
      expect((await init(folder, "--name", "De Es", "--force")).status).toBe(0);
      expect(parse(readFileSync(profileIn(folder), "utf8"))).toEqual({ ...whole, naam: "De Es" });
    });
  });

  test.each<[string, readonly string[], string]>([
    ["no sector", ["--name", "De Wilg"], "Noem de sector"],
    ["an unknown sector", ["--sector", "onderwijz"], "Bedoelt u ‘onderwijs’?"],
    ["a name of two lines", ["--sector", "ggz", "--name", "De\nWilg"], "één regel"],
    ["a brace", ["--sector", "ggz", "--name", "De {wilg}"], "geen accolades"],
    ["a number with letters", ["--sector", "ggz", "--telefoon", "nul"], "alleen cijfers"],
  ])("refuses %s, and writes nothing", async (_, args, said) => {
    await inFolder(async (folder) => {
      const { status, stderr } = await init(folder, ...args);
      expect({ status, is: existsSync(profileIn(folder)) }).toEqual({ status: 2, is: false });
      expect(stderr).toContain(said);
    });
  });
});

describe.concurrent("check", () => {
  test("without a profile: how to make one", async () => {
    await inFolder(async (folder) => {
      expect(await check(folder)).toMatchObject({ status: 2, stderr: expect.stringContaining("organisation init") as string });
    });
  });

  test("prints the fourteen points as Markdown, and ends with 1 until all of them stand", async () => {
    await inFolder(async (folder) => {
      writeFileSync(profileIn(folder), 'sector: ggz\nmeldcode: [{ punt: 2, stand: deels, eigenaar: "de | leider", datum: 2026-01-01 }]\n');
      const { status, stdout } = await check(folder);
      expect(status).toBe(1);
      expect(stdout.match(/^\| \d+ \|/gm)).toHaveLength(14);
      expect(stdout).toContain("| deels | 1 januari 2026 (voorbij) | de \\| leider |");
      expect(stdout).toContain("artikel 2 lid 1b");
      writeFileSync(profileIn(folder), JSON.stringify(whole));
      expect(await check(folder)).toMatchObject({ status: 0, stdout: expect.stringContaining("Ja: 14. Deels: 0. Nee: 0.") as string });
    });
  });

  test("a wrong profile is refused with its place", async () => {
    await inFolder(async (folder) => {
      writeFileSync(profileIn(folder), "sector: ggz\nmeldcode: [{ punt: 15, stand: ja }]\n");
      expect(await check(folder)).toMatchObject({ status: 5, stderr: expect.stringContaining("organisatie.yaml:2:") as string });
    });
  });
});

describe("the fourteen points", () => {
  const standing = (source: OrganisationSource): string[] => points(source, TODAY).map(({ stand }) => stand);
  test("there are fourteen, each with its words", () => {
    expect([words.points.length, standing(whole).length]).toEqual([14, 14]);
  });
  test("what nobody said is no; what only the profile says is partly", () => {
    expect(new Set(standing({ sector: "ggz" }))).toEqual(new Set(["nee"]));
    expect(standing({ sector: "ggz", aandachtsfunctionaris: "de coördinator" })[9]).toBe("deels");
  });
  test("who finally decides is asked by the law: without it in the profile that point never stands wholly", () => {
    const { eindverantwoordelijke: _, ...less } = whole;
    expect([standing(whole)[2], standing(less)[2]]).toEqual(["ja", "deels"]);
    expect([lacking(whole), lacking(less).length]).toEqual([[], 1]);
  });
  test("a date that has passed is told while the point does not stand", () => {
    const [first] = points({ sector: "ggz", meldcode: [{ punt: 1, stand: "nee", datum: "2026-11-21" }] }, TODAY);
    expect([first?.isLate, points(whole, TODAY)[0]?.isLate]).toEqual([true, false]);
  });
});

describe.concurrent("start", () => {
  const PROFILE = "sector: onderwijs\nnaam: De Wilg\neindverantwoordelijke: de bestuurder\n";
  const start = (folder: string, ...args: readonly string[]): Promise<Ran> =>
    run(["start", "--oefenen", "--dir", folder, "--answers", ACUUT, ...args]);

  test("without a sector and without a profile: the general framework, as before", async () => {
    await inFolder(async (folder) => {
      const begun = await start(folder);
      expect(begun.stderr).not.toContain("U volgt");
      expect((await run(["export", lastLine(begun.stdout)])).stdout).toContain("- **Sector:** algemeen");
    });
  });

  test("takes the sector of the profile in the folder; one that is named goes before it", async () => {
    await inFolder(async (folder) => {
      writeFileSync(profileIn(folder), PROFILE);
      const [ours, named] = [await start(folder), await start(folder, "--sector", "anders")];
      expect(ours.stderr).toContain("U volgt: Het afwegingskader voor onderwijs");
      expect(ours.stderr).toContain("Niet geverifieerd: De tekst van het afwegingskader zelf is niet gelezen.");
      expect(named.stderr).toContain("U volgt: Het algemene afwegingskader bij de meldcode (1 januari 2019).");
    });
  });

  test("the roles stand in the questions of the case", async () => {
    await inFolder(async (folder) => {
      writeFileSync(join(folder, "profiel.yaml"), PROFILE);
      const { stdout } = await start(folder, "--organisation", join(folder, "profiel.yaml"));
      expect(readFileSync(lastLine(stdout), "utf8")).toContain("wel of niet te melden. Bij u: de bestuurder. Noem die functie.");
    });
  });

  test("a profile that was named and is not there, and an unknown sector", async () => {
    await inFolder(async (folder) => {
      expect(await start(folder, "--organisation", join(folder, "weg.yaml"))).toMatchObject({ status: 2, stdout: "" });
      expect(await start(folder, "--sector", "onderwijz")).toMatchObject({
        status: 2,
        stderr: expect.stringContaining("Bedoelt u ‘onderwijs’?") as string,
      });
    });
  });

  test("own additions come behind the sector; what does not build on it, or has an error, is refused", async () => {
    await inFolder(async (folder) => {
      mkdirSync(join(folder, "zaken"));
      writeFileSync(profileIn(join(folder, "zaken")), `${PROFILE}aanvullingen: ../eigen.yaml\n`);
      const question = "{ id: eigen-vraag, kind: line, text: Eigen vraag, help: Zo, sources: [NJI] }";
      const own = `format: 1\nid: eigen\ntitle: Eigen\nbase: meldcode\nbaseVersion: "2026.11.1"\nextends: onderwijs\nadd: [{ after: client-is, question: ${question} }]\n`;
      writeFileSync(join(folder, "eigen.yaml"), own);
      const begun = await start(join(folder, "zaken"));
      expect(begun).toMatchObject({ status: 3, stderr: expect.stringContaining("‘eigen-vraag’") as string });
      writeFileSync(join(folder, "eigen.yaml"), own.replace("extends: onderwijs", "extends: artsen"));
      expect(await start(join(folder, "zaken"))).toMatchObject({
        status: 5,
        stderr: expect.stringContaining("extends: onderwijs") as string,
      });
      writeFileSync(join(folder, "eigen.yaml"), own.replace("after: client-is", "after: client-iss"));
      expect(await start(join(folder, "zaken"))).toMatchObject({ status: 5, stderr: expect.stringContaining("Vergelijk met") as string });
    });
  });
});

test("own definitions come from the folder that the profile names; one named with --flows goes before it", async () => {
  await inFolder(async (folder) => {
    const flow = (title: string): string =>
      `format: 1\nid: eigen-vragen\nversion: "1"\ntitle: ${title}\nchecked: 2026-11-01\nreview: 2027-11-01\nsources: [{ id: WET, title: De wet, read: 2026-11-01 }]\nsteps: [{ id: een, title: Een, questions: [{ id: eerste, kind: line, text: "${title}?", help: Zo, sources: [WET] }] }]\noutcomes: [{ id: klaar, title: Klaar, text: Klaar, when: { all: [] } }]\n`;
    for (const name of ["van-het-profiel", "genoemd"]) {
      mkdirSync(join(folder, name));
      writeFileSync(join(folder, name, "eigen-vragen.yaml"), flow(name));
    }
    writeFileSync(profileIn(folder), `sector: anders\nvragenlijsten: van-het-profiel\n`);
    const begin = (...more: readonly string[]): Promise<Ran> => run(["start", "--dir", folder, "--flow", "eigen-vragen", ...more]);
    expect(await begin()).toMatchObject({ status: 3, stderr: expect.stringContaining("van-het-profiel?") as string });
    expect(await begin("--flows", join(folder, "genoemd"))).toMatchObject({
      status: 3,
      stderr: expect.stringContaining("genoemd?") as string,
    });
    writeFileSync(profileIn(folder), `sector: anders\nvragenlijsten: weg\n`);
    expect(await begin()).toMatchObject({ status: 2, stdout: "" });
  });
});

describe.concurrent("definitions of a sector", () => {
  test.each<[string, readonly string[], string]>([
    ["template", ["flow", "template", "--sector", "artsen"], "#mantelzorgverleningscheck:"],
    ["schema", ["flow", "schema", "--sector", "kinderopvang"], '"gedrag-op-de-groep"'],
    ["graph", ["flow", "graph", "--sector", "sociaal-werk"], "[zicht-overgenomen-op]"],
    ["check", ["flow", "check", "--sector", "onderwijs"], "0 fouten"],
    ["test", ["flow", "test", "--sector", "ggz"], "1 scenario, allemaal goed."],
  ])("flow %s", async (_, args, expected) => {
    const { status, stdout } = await run(args);
    expect(status).toBe(0);
    expect(stdout).toContain(expected);
  });
});
