/** The plain form of a profile says the same as its YAML, or nothing. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseYaml } from "../../src/adapters/yaml.ts";
import { organisation as isOrganisation } from "../../src/adapters/validators.js";
import { asProfile, plainProfile, SECTORS } from "../../src/core/organisation.ts";
import { words } from "../../src/core/nl-organisation.ts";
import { paper } from "../../src/core/paper.ts";

const yaml = (text: string): unknown => {
  const parsed = parseYaml(text);
  return "data" in parsed && isOrganisation(parsed.data) ? parsed.data : undefined;
};

test("the sectors are those of the menu", () => {
  expect(Object.keys(words.sectors)).toEqual(SECTORS);
});

const role = fc.oneof(
  fc.string(),
  fc.string({ unit: "binary" }),
  fc.constantFrom("de bestuurder", "true", "null", "x", "2026-11-21", "1e3", " ", ""),
);
const written = fc
  .record(
    {
      naam: role,
      sector: fc.oneof(fc.constantFrom(...SECTORS), role),
      eindverantwoordelijke: role,
      leidinggevende: role,
      "veilig-thuis": fc.record({ naam: role, telefoon: fc.constantFrom("088-123", "0800 2000", "nul", "1") }, { requiredKeys: ["naam"] }),
      "werkbestand-weken": fc.integer(),
    },
    { requiredKeys: [] },
  )
  .map((source) => `${words.head}\n${paper(source)}`);
const mangled = fc
  .tuple(written, fc.nat(), fc.constantFrom("", "\n", "'", '"', "#", " ", "{", "}", ":", "\t", "&a ", "naam: x\n", "\r"))
  .map(([text, at, what]) => text.slice(0, at % (text.length + 1)) + what + text.slice(at % (text.length + 1)));

test.each([
  ["as it is written", written],
  ["with something put in", mangled],
])("whatever is read plainly, %s, YAML and its schema read as well", (_, texts) => {
  fc.assert(
    fc.property(texts, (text) => {
      const plain = plainProfile(text);
      if (plain !== undefined) expect(plain).toEqual(yaml(text));
    }),
    { numRuns: 2000 },
  );
});

describe("what start and init write is read plainly", () => {
  test.each<[string, string]>([
    ["by start", words.remember("ggz")],
    [
      "by init",
      `${words.head}\n${paper({ naam: "De Wilg", eindverantwoordelijke: "de bestuurder", sector: "ggz", "veilig-thuis": { naam: "Veilig Thuis X", telefoon: "088 123" } })}${words.tail}`,
    ],
  ])("%s", (_, text) => {
    expect(plainProfile(text)).toEqual(yaml(text));
    expect(plainProfile(text)?.sector).toBe("ggz");
  });

  test.each([
    "sector: ggz\naanvullingen: eigen.yaml\n",
    "sector: ggzz\n",
    "naam: x\n",
    "sector: ggz\nnaam: null\n",
    "sector: ggz\nnaam: De {wilg}\n",
    "sector: ggz\nsector: ggz\n",
    "sector: 'ggz'\n",
    "",
  ])("%j is left to YAML", (text) => {
    expect(plainProfile(text)).toBeUndefined();
  });
});

test("roles, facts and additions", () => {
  const source = {
    sector: "ggz",
    leidinggevende: "de teamleider",
    verwijsindex: { naam: "de index" },
    aanvullingen: "eigen.yaml",
    vragenlijsten: "eigen",
  } as const;
  expect(asProfile(source)).toMatchObject({
    roles: { leidinggevende: "de teamleider", verwijsindex: "de index" },
    facts: { "verwijsindex-in-gebruik": "ja" },
    additions: "eigen.yaml",
    definitions: "eigen",
  });
});
