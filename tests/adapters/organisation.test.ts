/** organisatie.yaml: read when it is there, and refused with its place when it is wrong. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { asBuilt } from "../../src/adapters/built.ts";
import { profile, profileIn } from "../../src/adapters/profile.ts";
import { retention, termsFile } from "../../src/adapters/retention.ts";
import { FlowDefect, UsageDefect } from "../../src/core/defect.ts";
import { WEEKS } from "../../src/core/retention.ts";

const root = join(import.meta.dirname, "..", "..");
const KEY = "age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p";
const NO_MORE = { roles: {}, facts: {}, additions: undefined };
let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "meldcode-organisatie-"));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});
const write = (text: string): void => {
  writeFileSync(join(folder, "organisatie.yaml"), text);
};
const refused = async (text: string): Promise<string> => {
  write(text);
  const error: unknown = await profile(profileIn(folder)).catch((reason: unknown) => reason);
  if (!(error instanceof FlowDefect)) throw new Error("not refused");
  return error.message.replace(folder, "map");
};

describe("a profile", () => {
  test("is undefined when there is none, also when there is no folder", async () => {
    expect(await profile(profileIn(folder))).toBeUndefined();
    expect(await profile(profileIn(join(folder, "nergens")))).toBeUndefined();
    await expect(profile(profileIn(folder), true)).rejects.toThrow(UsageDefect);
  });

  test("in its smallest form gets what is usual", async () => {
    write("naam: De Wilg\nsector: ggz\n");
    expect(await profile(profileIn(folder))).toEqual({
      ...NO_MORE,
      name: "De Wilg",
      sector: "ggz",
      recipients: [],
      weeks: WEEKS,
      wording: { tips: true, words: [] },
    });
  });

  test("says all of it", async () => {
    write(
      `naam: De Wilg\nsector: sociaal-werk\nontvangers:\n  - wie: aandachtsfunctionaris\n    sleutel: ${KEY}\nwerkbestand-weken: 520\n` +
        "taal:\n  tips: false\n  woorden:\n    - { woord: casus*, vraag: Over wie gaat het? }\n",
    );
    expect(await profile(profileIn(folder))).toEqual({
      ...NO_MORE,
      name: "De Wilg",
      sector: "sociaal-werk",
      recipients: [{ role: "aandachtsfunctionaris", key: KEY }],
      weeks: 520,
      wording: { tips: false, words: [{ woord: "casus*", vraag: "Over wie gaat het?" }] },
    });
  });

  test("the usual number of weeks is that of the schema", () => {
    const schema = JSON.parse(readFileSync(join(root, "schemas", "organisation.schema.json"), "utf8")) as {
      properties: { "werkbestand-weken": { default: number } };
    };
    expect(schema.properties["werkbestand-weken"].default).toBe(WEEKS);
  });
});

describe("a wrong profile is refused, with file, line, column and what was meant", () => {
  const good = "naam: De Wilg\nsector: ggz\n";
  test.each<[string, string, string]>([
    ["a key with a typing error", "naam: De Wilg\nsectr: ggz\n", "map/organisatie.yaml:2:1: ‘sectr’ hoort hier niet. Bedoelt u ‘sector’?"],
    ["a sector with a typing error", "naam: De Wilg\nsector: kinderopvnag\n", "Bedoelt u ‘kinderopvang’?"],
    [
      "a key of a recipient with a typing error",
      `${good}ontvangers:\n  - wie: leider\n    sluitel: x\n`,
      ":5:5: ‘sluitel’ hoort hier niet. Bedoelt u ‘sleutel’?",
    ],
    ["no sector", "naam: De Wilg\n", "organisatie.yaml:1:1: Hier ontbreekt ‘sector’."],
    ["an empty file", "", "Hier ontbreekt"],
    ["no mapping", "- een\n", "Hier hoort een groep sleutels met een waarde."],
    [
      "a word that is a pattern",
      `${good}taal:\n  woorden:\n    - { woord: "a|b", vraag: Wie? }\n`,
      ":5:9: Deze tekst heeft niet de goede vorm",
    ],
    ["a word without a question", `${good}taal:\n  woorden:\n    - { woord: casus }\n`, ":5:7: Hier ontbreekt ‘vraag’."],
    ["weeks in words", `${good}werkbestand-weken: acht\n`, ":3:1: Hier hoort een heel getal."],
    ["too few weeks", `${good}werkbestand-weken: 0\n`, ":3:1: Hier hoort een getal: van 1 tot en met 520."],
    ["too many weeks", `${good}werkbestand-weken: 521\n`, ":3:1: Hier hoort een getal: van 1 tot en met 520."],
    ["recipients that are no list", `${good}ontvangers: ${KEY}\n`, ":3:1: Hier hoort een lijst."],
    [
      "a recipient that is none",
      `${good}ontvangers:\n  - { wie: leider, sleutel: ${KEY} }\n  - wie: leider\n    sleutel: age1kort\n`,
      ":6:5: Een publieke sleutel klopt niet.",
    ],
    ["no YAML", "naam: [De Wilg\n", "geen geldige YAML"],
    ["a key twice", `${good}naam: De Es\n`, ":3:1: ‘naam’ staat er twee keer."],
  ])("%s", async (_, text, expected) => {
    const message = await refused(text);
    expect(message).toContain(expected);
    expect(message).toMatch(/^map\/organisatie\.yaml:\d+:\d+: /);
  });

  test("what may be a secret key is not repeated", async () => {
    const secret = "AGE-SECRET-KEY-1GFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPQ4EGAEX";
    expect(await refused(`${good}ontvangers:\n  - { wie: leider, sleutel: ${secret} }\n`)).not.toContain("SECRET");
  });

  test("a folder with that name", async () => {
    mkdirSync(join(folder, "organisatie.yaml"));
    await expect(profile(profileIn(folder))).rejects.toThrow(FlowDefect);
  });
});

test("without a profile no YAML is loaded: nothing that reads it is imported at once", () => {
  const src = join(root, "src", "adapters");
  const imported = (file: string, seen: Set<string>): Set<string> => {
    if (seen.has(file)) return seen;
    seen.add(file);
    if (file.endsWith(".ts"))
      for (const [, name = ""] of readFileSync(file, "utf8").matchAll(/^import (?!type )[^;]*?from "([^"]+)";/gms))
        imported(name.startsWith(".") ? join(file, "..", name) : name, seen);
    return seen;
  };
  const outside = [...imported(join(src, "profile.ts"), new Set())].filter((name) => !name.startsWith(join(root, "src", "core")));
  expect(
    outside
      .filter((name) => !name.startsWith("node:"))
      .map((name) => name.replace(`${src}/`, ""))
      .toSorted(),
  ).toEqual(["crypto.ts", "disk.ts", "files.ts", "profile.ts"]);
});

describe("the terms of the organisation's own file", () => {
  const flows = join(root, "flows", "bewaartermijnen.yaml");

  test("come from YAML, and from the built form while it fits the YAML", async () => {
    mkdirSync(join(folder, "flows"));
    mkdirSync(join(folder, "dist", "flows"), { recursive: true });
    writeFileSync(join(folder, "flows", "bewaartermijnen.yaml"), readFileSync(flows));
    const fromYaml = await retention(folder);
    expect(fromYaml.terms.length).toBeGreaterThan(5);
    const marked = asBuilt({ ...fromYaml, version: "gemaakt" }, [termsFile(join(folder, "flows"))]);
    writeFileSync(join(folder, "dist", "flows", "bewaartermijnen.json"), JSON.stringify(marked));
    expect((await retention(folder)).version).toBe("gemaakt");
    writeFileSync(join(folder, "flows", "bewaartermijnen.yaml"), `${readFileSync(flows, "utf8")}# anders\n`);
    expect((await retention(folder)).version).toBe(fromYaml.version);
  });
});
