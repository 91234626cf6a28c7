/** The chapters about plans and follow-up: their scenarios, and what each check says and does not say. Played in tests/story.test.ts. */
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { author } from "../../src/adapters/authored.ts";
import { readScenarios } from "../../src/adapters/scenarios.ts";
import { build } from "../../src/core/flow.ts";
import { covered, tried } from "../../src/core/trial.ts";
import { ROOT, runInTurn as run } from "../program.ts";

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

  test("they notice every change", async () => {
    const { status, stdout } = await run(["flow", "test", join(import.meta.dirname, `${id}.scenarios.yaml`), "--mutate"]);
    const [, noticed, made] = /: (\d+) van de (\d+) worden gemerkt/.exec(stdout) ?? [];
    expect([status, noticed]).toEqual([0, made]);
    expect(Number(made)).toBeGreaterThan(100);
  });

  test("each check is raised once, and not raised in a chapter that is finished", () => {
    const whole = scenarios.filter(({ expect: { status } }) => status === "finished");
    const silent = new Set(whole.flatMap(({ expect: row }) => row["not-raised"] ?? []));
    const raised = new Set(scenarios.flatMap(({ expect: row }) => row.raised ?? []));
    const ids = flow.checks.map(({ id: check }) => check);
    expect({ raised: [...raised].toSorted(), silent: [...silent].toSorted() }).toEqual({ raised: ids.toSorted(), silent: ids.toSorted() });
  });
});
