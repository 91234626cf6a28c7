/** The chapters about plans and follow-up: their scenarios, what each check says and does not say, and one family's way through them by the program itself. */
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { author } from "../../src/adapters/authored.ts";
import { readScenarios } from "../../src/adapters/scenarios.ts";
import { build } from "../../src/core/flow.ts";
import { covered, tried } from "../../src/core/trial.ts";
import { inFolder, lastLine, ROOT, run } from "../program.ts";

const PLANS = ["veiligheidsplan", "zicht-op-veiligheid", "hulpverleningsplan", "herstelplan"] as const;

describe.each(PLANS)("%s", (id) => {
  const flow = build(author(join(ROOT, "flows", `${id}.yaml`), (norms) => join(ROOT, "flows", `${norms}.yaml`)));
  const { scenarios } = readScenarios(join(import.meta.dirname, `${id}.scenarios.yaml`));
  const all = tried(flow, scenarios);

  test("its scenarios hold", () => {
    expect(
      all.filter(({ differences: found }) => found.length > 0).map(({ scenario, differences: found }) => [scenario.name, found]),
    ).toEqual([]);
  });

  test("they reach every question, option, norm value and outcome", () => {
    const { left } = covered(flow, all);
    expect(left).toEqual({ reachable: [], unknown: [], never: [] });
  });

  test("each check is raised once, and not raised in a chapter that is finished", () => {
    const whole = scenarios.filter(({ expect: { status } }) => status === "finished");
    const silent = new Set(whole.flatMap(({ expect: row }) => row["not-raised"] ?? []));
    const raised = new Set(scenarios.flatMap(({ expect: row }) => row.raised ?? []));
    const ids = flow.checks.map(({ id: check }) => check);
    expect({ raised: [...raised].toSorted(), silent: [...silent].toSorted() }).toEqual({ raised: ids.toSorted(), silent: ids.toSorted() });
  });
});

interface Step {
  readonly flow: string;
  readonly answers: string;
  readonly says: string;
  readonly checks: readonly string[];
}

const STORY: readonly Step[] = [
  { flow: "veiligheidsplan", answers: "veiligheidsplan", says: "Er is een veiligheidsplan", checks: [] },
  { flow: "hulpverleningsplan", answers: "hulpverleningsplan", says: "Er is een hulpverleningsplan", checks: [] },
  {
    flow: "zicht-op-veiligheid",
    answers: "zicht-niet-gestopt",
    says: "(Opnieuw) melden bij Veilig Thuis",
    checks: ["Het veiligheidsplan of een afspraak past niet meer."],
  },
  { flow: "herstelplan", answers: "herstelplan", says: "Het herstelplan loopt", checks: [] },
  { flow: "zicht-op-veiligheid", answers: "zicht-goed", says: "Sluiten, met afspraken over blijven letten", checks: [] },
];

test("one family: decision, plans, a follow-up that fails, recovery, close", async () => {
  await inFolder(async (dir) => {
    const answers = (name: string): string => join(ROOT, "tests", "cases", "gezin", `${name}.yaml`);
    const begun = await run(["start", "--oefenen", "--dir", dir, "--answers", answers("1-meldcode")]);
    expect(begun.status).toBe(0);
    const file = lastLine(begun.stdout);
    for (const step of STORY) {
      const { status, stderr } = await run(["resume", file, "--oefenen", "--flow", step.flow, "--answers", answers(step.answers)]);
      expect({ status, says: stderr.includes(`Uitkomst: ${step.says}.`) }).toEqual({ status: 0, says: true });
      const checks = stderr.split("\n").flatMap((line) => (line.startsWith("- ") ? [line.slice(2)] : []));
      expect(checks.map((line, i) => line.startsWith(step.checks[i] ?? "-"))).toEqual(step.checks.map(() => true));
    }
    expect((await run(["verify", file])).status).toBe(0);
    const { stdout: record } = await run(["export", file]);
    // What a chapter took over can be read in it, without looking back.
    expect(record).toContain("(signaal 1): Vader pakte zoon bij het hek aan zijn bovenarm");
    expect(record).toContain("**Afspraak uit het plan:** Broer van vader, Is erbij zolang vader bij zoon is");
    expect(record).toContain("**Meldnorm 3: van toepassing**");
  });
});
