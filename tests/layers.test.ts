/** Who may import whom; this table is the documentation of the layers. */
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { expect, test } from "vitest";

const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  core: ["core"],
  export: ["core", "export"],
  ports: ["core"],
  commands: ["core", "export", "ports", "commands"],
  adapters: ["core", "ports", "adapters", "packages"],
  cli: ["core/nl", "cli", "commander"],
  typed: ["core", "cli", "adapters", "commander"],
  quick: ["core", "export", "adapters"],
  world: ["core", "ports", "adapters", "commands/organisation"],
  main: ["core", "export", "ports", "commands", "adapters", "cli", "typed", "world"],
};

const src = join(import.meta.dirname, "..", "src");
const files = readdirSync(src, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".ts") && !name.endsWith(".d.ts"));
const layerOf = (path: string): string => path.split("/")[0]?.replace(/\.ts$/, "") ?? "";

function imports(file: string): readonly string[] {
  const text = readFileSync(join(src, file), "utf8");
  return [...text.matchAll(/^(?:import|export)\b[^"]*?from "([^"]+)"|import\("([^"]+)"\)/gms)].map((match) => match[1] ?? match[2] ?? "");
}

test.each(files)("%s", (file) => {
  const allowed = ALLOWED[layerOf(file)];
  expect(allowed, `no layer for ${file}`).toBeDefined();
  for (const name of imports(file)) {
    const target = name.startsWith(".") ? relative(src, join(src, dirname(file), name)).replace(/\.ts$/, "") : name;
    const fits = name.startsWith(".")
      ? allowed?.some((one) => target === one || layerOf(target) === one)
      : (allowed?.includes("packages") ?? false) || (allowed?.includes(name) ?? false);
    expect(fits, `${file} imports ${name}`).toBe(true);
  }
});

test("the pure part knows no world", () => {
  const impure = files.filter(
    (file) =>
      ["core", "export"].includes(layerOf(file)) &&
      /new Date\(\)|Date\.now|Math\.random|\bprocess\.\w|"node:/.test(readFileSync(join(src, file), "utf8")),
  );
  expect(impure).toEqual([]);
});
