/** What editors complete: every YAML file names its schema, and every property says what it is. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";

const root = join(import.meta.dirname, "..", "..");
const yamlIn = (folder: string): readonly string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".yaml"))
    .map((name) => join(folder, name));

const named = [...yamlIn("flows"), ...yamlIn("tests/flows").filter((file) => file.endsWith(".scenarios.yaml"))];

test.each(named)("%s names its schema on its first line", (file) => {
  const [first = ""] = readFileSync(join(root, file), "utf8").split("\n");
  const path = /^# yaml-language-server: \$schema=(\S+)$/.exec(first)?.[1];
  expect(path, first).toBeDefined();
  expect(existsSync(join(root, dirname(file), path ?? ""))).toBe(true);
});

describe("every property has a description", () => {
  test.each(readdirSync(join(root, "schemas")))("%s", (file) => {
    const silent: string[] = [];
    const look = (node: unknown, path: string): void => {
      if (Array.isArray(node)) {
        for (const [i, part] of (node as readonly unknown[]).entries()) look(part, `${path}/${String(i)}`);
        return;
      }
      if (typeof node !== "object" || node === null) return;
      for (const [key, part] of Object.entries(node)) {
        // What stands in if, then and else is about properties that are described elsewhere.
        if (key === "if" || key === "then" || key === "else") continue;
        if (key === "properties")
          for (const [name, property] of Object.entries(part as Record<string, unknown>))
            if (typeof property === "object" && property !== null && !("description" in property)) silent.push(`${path}/${name}`);
        look(part, `${path}/${key}`);
      }
    };
    const schema = JSON.parse(readFileSync(join(root, "schemas", file), "utf8")) as object;
    look(schema, "");
    expect(silent).toEqual([]);
    expect("description" in schema).toBe(true);
  });
});
