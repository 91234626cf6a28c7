/** What is wrong with the shape of a definition is said in the words of its author. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { shapeFaults } from "../../src/adapters/shape.ts";
import { flow as isFlow } from "../../src/adapters/validators.js";
import { parseYaml } from "../../src/adapters/yaml.ts";

const corpus = join(import.meta.dirname, "..", "flowcheck", "corpus");
const definition = (name: string): unknown => {
  const parsed = parseYaml(readFileSync(join(corpus, `${name}.yaml`), "utf8"));
  return "data" in parsed ? parsed.data : undefined;
};
const faults = (data: unknown): readonly string[] =>
  isFlow(data) ? [] : shapeFaults(isFlow.errors).map(({ path, what }) => `${path.join("/")}: ${what}`);

function put(source: unknown, [key, ...rest]: readonly (string | number)[], value: unknown): unknown {
  if (key === undefined) return value;
  if (Array.isArray(source)) return (source as readonly unknown[]).map((one, i) => (i === key ? put(one, rest, value) : one));
  const old = (source ?? {}) as Readonly<Record<string, unknown>>;
  return { ...old, [key]: put(old[key], rest, value) };
}

describe("one thing wrong", () => {
  const question = ["steps", 0, "questions", 0];
  test.each<[string, readonly (string | number)[], unknown, string]>([
    ["a number where text belongs", ["version"], 1, "version: Hier hoort tekst."],
    ["text that is empty", ["title"], "", "title: Dit mag niet leeg zijn."],
    ["a newer format", ["format"], 2, "format: Hier hoort 1."],
    ["no date", ["review"], "21 mei", "review: Hier hoort een datum als jjjj-mm-dd."],
    ["capitals in an id", ["steps", 0, "id"], "Stap Een", "kleine letters, cijfers en streepjes"],
    ["a list that is empty", ["outcomes"], [], "outcomes: Deze lijst mag niet leeg zijn."],
    ["one option", [...question, "options"], [{ id: "ja", text: "Ja" }], "In deze lijst horen er minstens 2."],
    ["a kind that is nearly right", [...question, "kind"], "choise", "Bedoelt u ‘choice’?"],
    ["a key that is nearly right", [...question, "helpp"], "x", "‘helpp’ hoort hier niet. Bedoelt u ‘help’?"],
    ["two conditions in one mapping", [...question, "when"], { a: ["ja"], b: ["nee"] }, "Zet meer voorwaarden samen in all of any."],
    ["a condition of nothing", [...question, "when"], {}, "Hier hoort één sleutel."],
    ["no options in a condition", [...question, "when"], { a: [] }, "Deze lijst mag niet leeg zijn."],
    ["an option twice in a condition", [...question, "when"], { a: ["ja", "ja"] }, "In deze lijst staat iets twee keer."],
    ["no step", ["steps", 0, "number"], 0, "Hier hoort een getal: minstens 1."],
  ])("%s", (_, path, value, said) => {
    expect(faults(put(definition("gat-in-keuze"), path, value)).join("\n")).toContain(said);
  });
});

/** Every place in a definition. */
function* places(node: unknown, path: readonly (string | number)[] = []): Generator<readonly (string | number)[]> {
  yield path;
  if (typeof node !== "object" || node === null) return;
  for (const [key, part] of Object.entries(node)) yield* places(part, [...path, Array.isArray(node) ? Number(key) : key]);
}

test("whatever stands anywhere: no word of the schema itself, and never only that it is wrong", () => {
  const wrong: readonly unknown[] = ["", "Zo Maar", [], {}, [1], { a: 1, b: 2 }, 0, -1.5, null, true];
  const said = new Set<string>();
  for (const name of ["geen-regel", "overlap-in-lijst", "via-datum"]) {
    const source = definition(name);
    for (const path of places(source)) for (const value of wrong) for (const fault of faults(put(source, path, value))) said.add(fault);
  }
  expect(said.size).toBeGreaterThan(100);
  expect(
    [...said].filter((fault) => /past niet bij|goede vorm|\\d|\^\[|\b(?:pattern|minItems|maxProperties|anyOf|oneOf)\b/.test(fault)),
  ).toEqual([]);
});

test("every pattern of a definition has words", () => {
  const folder = join(import.meta.dirname, "..", "..", "schemas");
  const authored = readdirSync(folder).filter((file) => !file.startsWith("event") && !file.startsWith("organisation"));
  const patterns = authored.flatMap((file) =>
    [...readFileSync(join(folder, file), "utf8").matchAll(/"pattern": ("(?:[^"\\]|\\.)*")/g)].map(
      ([, text]) => JSON.parse(text ?? "") as string,
    ),
  );
  expect(patterns.length).toBeGreaterThan(4);
  expect(
    patterns.filter((pattern) =>
      shapeFaults([{ keyword: "pattern", instancePath: "", schemaPath: "", params: { pattern } }])[0]?.what.includes("goede vorm"),
    ),
  ).toEqual([]);
});
