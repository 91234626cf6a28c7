/** The meldcode as a table: what each case in tests/cases must come to, through the program itself. The rows are the scenarios in the file beside this one. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { inFolder, lastLine, runInTurn as run, ROOT, type Ran } from "../program.ts";
import type { ScenariosSource } from "../../src/core/formats.ts";
import { flow } from "../shipped.ts";

const CASES = join(ROOT, "tests", "cases");
const INCOMPLETE = join(CASES, "onvolledig");
const INVALID = join(CASES, "ongeldig");
const MOST_ANSWERS_WHEN_URGENT = 15;

interface Decision {
  readonly rule: string | null;
  readonly decided: boolean | null;
}
interface Finished {
  readonly status: string;
  readonly outcome: string;
  readonly report: Decision;
  readonly help: Decision;
  readonly norms: Readonly<Record<string, string>>;
  readonly precautions: Readonly<Record<string, string>>;
  readonly departs: boolean;
  readonly asked: readonly string[];
  readonly "not-asked": readonly string[];
}
interface Incomplete {
  readonly status: string;
  readonly "first-open": string;
  readonly deferred: readonly string[];
  readonly parked: readonly string[];
  readonly complete: string;
}
interface Fault {
  readonly line: number;
  readonly key?: string;
  readonly says: string;
}

/** What `export --format json` says, as far as the table looks at it. */
interface Exported {
  readonly status: string;
  readonly outcome: { readonly id: string | null; readonly report: Decision; readonly help: Decision };
  readonly norms: Readonly<Record<string, string>>;
  readonly precautions: Readonly<Record<string, string>>;
  readonly answers: Readonly<Record<string, unknown>>;
  readonly parked: Readonly<Record<string, unknown>>;
  readonly deferred: readonly string[];
  readonly open: readonly string[];
  readonly departs: boolean;
}

const table = <Row>(name: string): [string, Row][] =>
  Object.entries(parse(readFileSync(join(import.meta.dirname, `${name}.verwacht.yaml`), "utf8")) as Record<string, Row>);
// The scenarios of the flow that are a whole case, from beginning to end; `flow test` runs them all, the program itself runs these.
const finished = wholeCases();
const incomplete = table<Incomplete>("onvolledig");
const invalid = table<readonly Fault[]>("ongeldig");

function wholeCases(): [string, Finished][] {
  const { scenarios } = parse(readFileSync(join(import.meta.dirname, "meldcode.scenarios.yaml"), "utf8")) as ScenariosSource;
  return scenarios.flatMap(({ answers, change, without, expect: row }): [string, Finished][] =>
    typeof answers === "string" && answers.startsWith("../cases/") && change === undefined && without === undefined
      ? [[basename(answers, ".yaml"), row as Finished]]
      : [],
  );
}

const fileOf = (folder: string, name: string): string => join(folder, `${name}.yaml`);
const filesIn = (folder: string): string[] =>
  readdirSync(folder).flatMap((file) => (file.endsWith(".yaml") ? [file.slice(0, -".yaml".length)] : []));
const start = (dir: string, answers: string): Promise<Ran> => run(["start", "--oefenen", "--dir", dir, "--answers", answers]);
const exported = async (path: string): Promise<Exported> => {
  const { status, stdout, stderr } = await run(["export", path, "--format", "json"]);
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  return JSON.parse(stdout) as Exported;
};
const isQuestion = (id: string): boolean => {
  const question = flow.questions.get(id);
  if (question === undefined) throw new Error(`no question ${id}`);
  return question.kind !== "notice";
};

describe("every way through the meldcode", () => {
  test.concurrent.each(finished)("%s", async (name, expected) => {
    await inFolder(async (dir) => {
      const { status, stdout, stderr } = await start(dir, fileOf(CASES, name));
      expect(stderr).not.toContain("open vraag");
      expect(status).toBe(0);
      const it = await exported(lastLine(stdout));
      expect({
        status: it.status,
        outcome: it.outcome.id,
        report: it.outcome.report,
        help: it.outcome.help,
        norms: it.norms,
        precautions: it.precautions,
        departs: it.departs,
      }).toEqual({
        status: expected.status,
        outcome: expected.outcome,
        report: expected.report,
        help: expected.help,
        norms: expected.norms,
        precautions: expected.precautions,
        departs: expected.departs,
      });
      expect({ open: it.open, deferred: it.deferred, parked: it.parked }).toEqual({ open: [], deferred: [], parked: {} });
      const path = Object.keys(it.answers);
      expect(path).toEqual(expect.arrayContaining([...expected.asked]));
      expect(path.filter((id) => expected["not-asked"].includes(id))).toEqual([]);
    });
  });

  test.concurrent("also outside an exercise, and with the real clock", async () => {
    await inFolder(async (dir) => {
      const { status, stdout } = await run(["start", "--dir", dir, "--answers", fileOf(CASES, "hulp-aanvaard")]);
      expect(status).toBe(0);
      expect((await exported(lastLine(stdout))).outcome.id).toBe("hulp");
    });
  });
});

describe("the table", () => {
  test("has a row for every file, and a file for every row", () => {
    expect(finished.map(([name]) => name).toSorted()).toEqual(filesIn(CASES).toSorted());
    expect(incomplete.map(([name]) => name).toSorted()).toEqual(filesIn(INCOMPLETE).toSorted());
    expect(invalid.map(([name]) => name).toSorted()).toEqual(filesIn(INVALID).toSorted());
  });

  test("names only questions that exist", () => {
    const named = [
      ...finished.flatMap(([, { asked, "not-asked": not }]) => [...asked, ...not]),
      ...incomplete.flatMap(([, { deferred, parked }]) => [...deferred, ...parked]),
    ];
    expect(named.filter((id) => !flow.questions.has(id))).toEqual([]);
  });

  test("reaches every outcome, every rule of both decisions, and every question of the flow", () => {
    const rows = finished.map(([, row]) => row);
    expect(new Set(rows.map(({ outcome }) => outcome))).toEqual(new Set(flow.outcomes.map(({ id }) => id)));
    expect(new Set(rows.map(({ report }) => report.rule))).toEqual(
      new Set([null, ...(flow.decision?.report.rules.map(({ rule }) => rule) ?? [])]),
    );
    expect(new Set(rows.map(({ help }) => help.rule))).toEqual(
      new Set([null, ...(flow.decision?.help.rules.map(({ rule }) => rule) ?? [])]),
    );
    const answered = new Set(finished.flatMap(([name]) => Object.keys(parse(readFileSync(fileOf(CASES, name), "utf8")) as object)));
    expect([...flow.questions.values()].filter(({ id, kind }) => kind !== "notice" && !answered.has(id)).map(({ id }) => id)).toEqual([]);
  });
});

describe("an incomplete answers file is saved, says what is missing, and can be finished", () => {
  test.concurrent.each(incomplete)("%s", async (name, expected) => {
    await inFolder(async (dir) => {
      const { status, stdout, stderr } = await start(dir, fileOf(INCOMPLETE, name));
      expect(status).toBe(3);
      expect(stderr).toContain(`‘${expected["first-open"]}’`);
      const path = lastLine(stdout);
      expect(existsSync(path)).toBe(true);
      const it = await exported(path);
      expect({ status: it.status, open: it.open[0] ?? it.deferred[0], parked: Object.keys(it.parked) }).toEqual({
        status: expected.status,
        open: expected["first-open"],
        parked: expected.parked,
      });
      expect(it.deferred).toEqual(expect.arrayContaining([...expected.deferred]));

      const resumed = await run(["resume", path, "--oefenen", "--answers", fileOf(CASES, expected.complete)]);
      expect({ status: resumed.status, path: lastLine(resumed.stdout) }).toEqual({ status: 0, path });
      expect((await exported(path)).status).toBe("finished");
    });
  });

  test.concurrent("the template as it is printed answers nothing", async () => {
    await inFolder(async (dir) => {
      const { status, stdout } = await run(["flow", "template"]);
      expect(status).toBe(0);
      writeFileSync(join(dir, "template.yaml"), stdout);
      const started = await start(join(dir, "zaken"), join(dir, "template.yaml"));
      expect(started.status).toBe(3);
      expect(started.stderr).toContain("‘direct-gevaar’");
    });
  });
});

describe("with direct danger", () => {
  test.concurrent(`the decision stands after at most ${String(MOST_ANSWERS_WHEN_URGENT)} answers`, async () => {
    await inFolder(async (dir) => {
      const { stdout } = await start(dir, fileOf(INCOMPLETE, "spoed-besloten"));
      const { status, outcome, answers, deferred } = await exported(lastLine(stdout));
      expect({ status, report: outcome.report }).toEqual({ status: "decided", report: { rule: "required", decided: true } });
      expect(Object.keys(answers).filter(isQuestion).length).toBeLessThanOrEqual(MOST_ANSWERS_WHEN_URGENT);
      expect(deferred.length).toBeGreaterThan(MOST_ANSWERS_WHEN_URGENT);
    });
  });
});

describe("an invalid answers file is refused with file, line and key, and nothing is written", () => {
  test.concurrent.each(invalid)("%s", async (name, faults) => {
    await inFolder(async (dir) => {
      const file = fileOf(INVALID, name);
      const { status, stdout, stderr } = await start(dir, file);
      expect({ status, stdout, written: readdirSync(dir) }).toEqual({ status: 4, stdout: "", written: [] });
      const [, ...said] = stderr.trimEnd().split("\n");
      expect(said).toHaveLength(faults.length);
      for (const [i, { line, key, says }] of faults.entries()) {
        const place = `${file}:${String(line)}: ${key === undefined ? "" : `${key}: `}`;
        expect(said[i]?.slice(0, place.length)).toBe(place);
        expect(said[i]).toContain(says);
      }
    });
  });
});
