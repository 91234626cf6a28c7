/** The chapters about reporting, advising and handing over, and what stands apart: covered. tests/flowcheck proves them, tests/story.test.ts plays them. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import type { FlowSource, ScenariosSource } from "../../src/core/formats.ts";
import { inFolder, lastLine, ROOT, runInTurn as run } from "../program.ts";
import { plain, spoken } from "../spoken.ts";

const CHAPTERS = ["melding", "informatieverzoek", "adviesvraag", "overdracht", "meedenken", "samenwerking"];
const APART = ["reflectie", "teamgesprek"];
const FLOWS = [...CHAPTERS, ...APART];

const flow = (id: string): FlowSource => parse(readFileSync(join(ROOT, "flows", `${id}.yaml`), "utf8")) as FlowSource;
const scenariosOf = (id: string): string => join(ROOT, "tests", "flows", `${id}.scenarios.yaml`);

describe.each(FLOWS)("%s", (id) => {
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

describe("what stands apart, through the program", () => {
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

test("what identifies is shown as it was when a report is made again, so that it need not be looked up", () => {
  const asked = flow("melding").steps.flatMap(({ questions }) => questions);
  const identifying = asked.filter((question) => [question, ...(question.fields ?? [])].some(({ identifies }) => identifies !== undefined));
  // Of a new report there is a new number.
  expect(identifying.filter(({ id, recalls = [] }) => !recalls.includes(id)).map(({ id }) => id)).toEqual(["gemeld-bij"]);
});
