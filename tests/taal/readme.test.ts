/** The figures in the README are those that `npm run bench:taal` prints. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { report } from "../../scripts/taal.ts";

const root = join(import.meta.dirname, "..", "..");
const printed = report(root, { apart: true, mistakes: false });
const readme = readFileSync(join(root, "README.md"), "utf8");

test.each(["tuned", "kept apart"])("%s", (part) => {
  const [, sentences, concrete, clean] =
    new RegExp(`^${part}: (\\d+) sentences, (\\d+) of them concrete \\((\\d+) without`, "m").exec(printed) ?? [];
  const [, precision, recall] = new RegExp(`^${part}:[^]*?^totaal +([\\d.]+) +([\\d.]+)`, "m").exec(printed) ?? [];
  expect(readme).toContain(
    `| ${part} | ${String(sentences)} | ${String(precision)} | ${String(recall)} | ${String(clean)} of ${String(concrete)} |`,
  );
});

test("the weakest class", () => {
  const [tuned, apart] = [...printed.matchAll(/^lijdend +([\d.]+)/gm)].map(([, precision]) => Number(precision).toFixed(2));
  expect(readme).toMatch(new RegExp(`\\*lijdend\\*[^.]*precision ${String(tuned)} tuned, ${String(apart)} kept apart`));
});
