/** The rules of care: each is raised by some answers and not by nearly the same ones; what is said while questions are open stays so. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readScenarios } from "../../src/adapters/scenarios.ts";
import { judged } from "../../src/core/care.ts";
import { tried } from "../../src/core/trial.ts";
import { raised, walk } from "../../src/core/walk.ts";
import { anyWalk, dice, flow } from "../shipped.ts";

const { scenarios } = readScenarios(join(import.meta.dirname, "zorgvuldigheid.scenarios.yaml"));
const rules = flow.checks.map(({ id, severity }) => [id, severity] as const);

test("the scenarios hold", () => {
  expect(tried(flow, scenarios).flatMap(({ scenario, differences }) => differences.map((one) => [scenario.name, one]))).toEqual([]);
});

test("every rule says how much it weighs", () => {
  const count = (wanted: string): number => rules.filter(([, severity]) => severity === wanted).length;
  expect({ ernstig: count("ernstig"), aandacht: count("aandacht"), tip: count("tip") }).toEqual({ ernstig: 9, aandacht: 18, tip: 6 });
});

test.each(rules)("%s: a case that raises it, and a twin that does not", (id) => {
  expect(scenarios.some(({ expect: { raised: found = [] } }) => found.includes(id))).toBe(true);
  expect(scenarios.some(({ expect: { "not-raised": found = [] } }) => found.includes(id))).toBe(true);
});

test("the README has the figures", () => {
  const readme = readFileSync(join(import.meta.dirname, "..", "..", "README.md"), "utf8");
  const serious = rules.filter(([, severity]) => severity === "ernstig").length;
  expect(readme).toContain(`| ${String(rules.length)} rules of care, ${String(serious)} of them serious |`);
  expect(readme).toContain(`proven, ${String(rules.length)} of ${String(rules.length)} |`);
});

describe("while questions are open", () => {
  // Late for the first half of the days that are drawn.
  const written = (): string => "2026-11-28";

  test("what is raised stays raised, and what is neither raised nor pending is not raised later, however she goes on", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2 ** 31 }), fc.nat(80), (seed, many) => {
        const whole = anyWalk(flow, dice(seed));
        const order = [...flow.questions.keys()];
        // As an interview goes: the first so many answers. And with some left open, as in an answers file.
        const some = [...whole].filter(([q], i) => order.indexOf(q) < many && (seed % 2 === 0 || (i * 7 + seed) % 5 !== 0));
        const now = judged(flow, walk(flow, new Map(some), {}, written));
        const later = new Set(raised(flow, walk(flow, whole, {}, written)).map(({ id }) => id));
        expect(now.raised.filter(({ id }) => !later.has(id)).map(({ id }) => id)).toEqual([]);
        const said = new Set([...now.raised, ...now.pending].map(({ id }) => id));
        expect([...later].filter((id) => !said.has(id))).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });

  test("nothing is pending once all is answered, and what is raised is what the walk raises", () => {
    for (let seed = 0; seed < 100; seed++) {
      const now = walk(flow, anyWalk(flow, dice(seed)), {}, written);
      expect(judged(flow, now)).toEqual({ raised: raised(flow, now), pending: [] });
    }
  });

  test("before anything is answered nothing is raised, and most is pending", () => {
    const { raised: found, pending } = judged(flow, walk(flow, new Map()));
    expect(found).toEqual([]);
    expect(pending.length).toBe(flow.checks.length);
  });
});
