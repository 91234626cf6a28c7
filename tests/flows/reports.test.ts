/** The chapters about reporting, advising and handing over, and what stands apart: proven, covered, and played with the family of tests/cases/gezin. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import type { FlowSource, ScenariosSource } from "../../src/core/formats.ts";
import { inFolder, lastLine, ROOT, run } from "../program.ts";

const CHAPTERS = ["melding", "informatieverzoek", "adviesvraag", "overdracht", "meedenken", "samenwerking"];
const APART = ["reflectie", "teamgesprek"];
const FLOWS = [...CHAPTERS, ...APART];

const flow = (id: string): FlowSource => parse(readFileSync(join(ROOT, "flows", `${id}.yaml`), "utf8")) as FlowSource;
const scenariosOf = (id: string): string => join(ROOT, "tests", "flows", `${id}.scenarios.yaml`);
const story = (name: string): string => join(ROOT, "tests", "cases", "gezin", `${name}.yaml`);

describe.each(FLOWS)("%s", (id) => {
  test("is proven: no errors, no warnings", async () => {
    const { status, stdout } = await run(["flow", "check", join(ROOT, "flows", `${id}.yaml`)]);
    expect({ status, worse: stdout.split("\n").filter((line) => /: (?:fout|waarschuwing): /.test(line)) }).toEqual({
      status: 0,
      worse: [],
    });
  });

  test("every question, option and outcome is touched, and every change is noticed", async () => {
    const { status, stdout, stderr } = await run(["flow", "test", scenariosOf(id), "--mutate"]);
    const said = stdout + stderr;
    expect(status, said).toBe(0);
    for (const what of ["vragen", "keuzes", "uitkomsten"]) {
      const [, touched, all] = new RegExp(`${what}: +(\\d+) van (\\d+)`).exec(said) ?? [];
      expect([what, touched]).toEqual([what, all ?? "?"]);
    }
    const [, noticed, made] = /: (\d+) van de (\d+) worden gemerkt/.exec(said) ?? [];
    expect(noticed).toBe(made);
    expect(Number(made)).toBeGreaterThan(60);
  });

  test("each check is raised by a scenario, and not by another", () => {
    const { scenarios } = parse(readFileSync(scenariosOf(id), "utf8")) as ScenariosSource;
    const named = (key: "raised" | "not-raised"): ReadonlySet<string> => new Set(scenarios.flatMap((one) => one.expect[key] ?? []));
    for (const { id: check } of flow(id).checks ?? [])
      expect([check, named("raised").has(check), named("not-raised").has(check)]).toEqual([check, true, true]);
  });
});

test("only the report asks for names, birth dates and addresses; what stands apart asks for nothing that identifies", () => {
  const asked = (id: string): readonly string[] =>
    flow(id)
      .steps.flatMap(({ questions }) => questions.flatMap((question) => [question, ...(question.fields ?? [])]))
      .flatMap(({ identifies }) => identifies ?? []);
  expect(new Set(asked("melding"))).toEqual(new Set(["name", "reference", "birth", "address"]));
  expect(FLOWS.filter((id) => id !== "melding").flatMap(asked)).toEqual([]);
});

describe("played through the program", () => {
  /** A case in which was reported, about a family of three. */
  const FAMILY = `betrokkenen:
  - { rol: Zoon, leeftijd: 8, in-huis: ja, plaats: [slachtoffer] }
  - { rol: Moeder, leeftijd: 37, in-huis: ja, gezag: [gezag], zwanger: nee, plaats: [getuige] }
  - { rol: Vader, leeftijd: 40, in-huis: nee, gezag: [gezag], plaats: [pleger] }
`;
  const first = (dir: string): string => {
    const text = readFileSync(join(ROOT, "tests", "cases", "structureel.yaml"), "utf8");
    const path = join(dir, "1.yaml");
    writeFileSync(path, text.replace(/^betrokkenen:\n(?: .*\n)+/m, FAMILY).replaceAll("betrokkenen-4", "betrokkenen-3"));
    return path;
  };

  test("the family: each chapter is finished by its own answers file, and its record tells what was said", () =>
    inFolder(async (dir) => {
      const path = lastLine((await run(["start", "--oefenen", "--dir", dir, "--answers", first(dir)])).stdout);
      const order: readonly (readonly [string, string, string])[] = [
        ["adviesvraag", "adviesvraag", "Advies gekregen, en niet helemaal gevolgd"],
        ["meedenken", "meedenken", "Eerst aanvullen"],
        ["melding", "melding", "Gemeld, en Veilig Thuis is aan zet"],
        ["melding", "melding-opnieuw", "Gemeld, en Veilig Thuis is aan zet"],
        ["informatieverzoek", "informatieverzoek", "Informatie gedeeld"],
        ["overdracht", "overdracht", "Overgedragen en bevestigd"],
        ["samenwerking", "samenwerking", "Teruggekeken, met afspraken"],
      ];
      for (const [id, file, outcome] of order) {
        const { status, stderr } = await run(["resume", path, "--oefenen", "--flow", id, "--answers", story(file)]);
        expect([file, status, stderr]).toEqual([file, 0, expect.stringContaining(`Klaar. Uitkomst: ${outcome}.`)]);
        expect(stderr).not.toMatch(/tellen nu niet mee|Kijk hier nog eens naar/);
      }
      const { stdout } = await run(["export", path]);
      const chapters = stdout.split(/^(?=## Hoofdstuk )/m).slice(1);
      expect(chapters).toHaveLength(order.length);
      for (const [i, [, file]] of order.entries())
        for (const said of spoken(parse(readFileSync(story(file), "utf8")))) expect(plain(chapters[i] ?? "")).toContain(plain(said));
      // Of what was said about persons by name, nothing stands outside the two reports.
      const elsewhere = [stdout.split(/^## Hoofdstuk /m)[0] ?? "", ...chapters.filter((_, i) => ![2, 3].includes(i))].join("");
      expect(elsewhere).not.toMatch(/Naam (?:Zoon|Moeder|Vader|Oma|Melder)|Straat Voorbeeld/);
    }));

  test.each(APART)("%s: a file of its own, in one go", (id) =>
    inFolder(async (dir) => {
      const answers = join(ROOT, "tests", "cases", "apart", `${id}.yaml`);
      const ran = await run(["start", "--oefenen", "--dir", dir, "--flow", id, "--answers", answers]);
      expect(ran.status).toBe(0);
      const { stdout } = await run(["export", lastLine(ran.stdout)]);
      for (const said of spoken(parse(readFileSync(answers, "utf8")))) expect(plain(stdout)).toContain(plain(said));
    }),
  );
});

/** Every text in answers that has words of its own. */
function spoken(value: unknown): readonly string[] {
  if (typeof value === "string") return value.includes(" ") ? [value] : [];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(spoken) : [];
}

/** Without what Markdown does to signs. */
const plain = (text: string): string => text.replaceAll("\\", "").replace(/\s+/g, " ");
