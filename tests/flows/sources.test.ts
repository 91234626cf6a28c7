/** A source is one page: whoever reads two records side by side sees the same words for it. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { parse } from "yaml";
import type { ReferenceSource } from "../../src/core/formats.ts";
import { ROOT } from "../program.ts";

const FOLDER = join(ROOT, "flows");
const all = readdirSync(FOLDER, { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".yaml"))
  .flatMap((file) => (parse(readFileSync(join(FOLDER, file), "utf8")) as { readonly sources?: readonly ReferenceSource[] }).sources ?? []);

/** The values of one key for which another key has more than one. */
function split(
  by: (source: ReferenceSource) => string | undefined,
  of: (source: ReferenceSource) => string,
): readonly (readonly string[])[] {
  const groups = new Map<string, Set<string>>();
  for (const source of all) {
    const key = by(source);
    if (key !== undefined) groups.set(key, (groups.get(key) ?? new Set()).add(of(source)));
  }
  return [...groups.values()].filter(({ size }) => size > 1).map((found) => [...found]);
}

const place = (source: ReferenceSource): string | undefined => source.place?.replace(/\/$/, "");

test("there are sources to compare", () => {
  expect(all.length).toBeGreaterThan(200);
});

test.each<[string, (source: ReferenceSource) => string | undefined, (source: ReferenceSource) => string]>([
  ["an id has one title, one place and one mark of not having been read", ({ id }) => id, (one) => `${one.id}: ${one.title} ${place(one) ?? ""} ${String(one.unverified ?? false)}`], // prettier-ignore
  ["a place has one id", place, ({ id }) => id],
  ["a title has one id", ({ title }) => title, ({ id }) => id],
])("%s", (_, by, of) => {
  expect(split(by, of)).toEqual([]);
});
