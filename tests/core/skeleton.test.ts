/** What conditions can tell apart is in the skeleton; what people read is not. */
import { expect, test } from "vitest";
import { mutants } from "../../src/core/mutate.ts";
import { prove } from "../../src/core/proof/prove.ts";
import { skeleton } from "../../src/core/skeleton.ts";
import type { Edition } from "../../src/core/formats.ts";
import { edition } from "../shipped.ts";

test("every small change of the shipped flow that could be a mistake changes the skeleton", () => {
  const own = skeleton(edition);
  const same = [...mutants(edition)].filter((mutant) => skeleton(mutant.edition()) === own);
  expect(same.map(({ at, key, change }) => [at.join("."), key, change])).toEqual([]);
});

test("other texts do not change it, and not what is proven", () => {
  const TEXTS = new Set(["title", "text", "label", "help", "weak", "strong", "why", "agenda", "unit", "item"]);
  const other = JSON.parse(
    JSON.stringify(edition, (key, value: unknown) => (TEXTS.has(key) && typeof value === "string" ? `${value} (anders)` : value)),
  ) as Edition;
  expect(other).not.toEqual(edition);
  expect(skeleton(other)).toBe(skeleton(edition));
  expect(prove(other)).toEqual(prove(edition));
});
