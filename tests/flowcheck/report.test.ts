/** `flow check` and `flow explain` as they are typed: what stands where, exit codes, and forms for programs. */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { author } from "../../src/adapters/authored.ts";
import { submitted } from "../../src/adapters/submitted.ts";
import { parseYaml } from "../../src/adapters/yaml.ts";
import { codes, explanations } from "../../src/core/nl-explain.ts";
import { paper } from "../../src/core/paper.ts";
import { prove } from "../../src/core/proof/prove.ts";
import { findingsIn, report } from "../../src/core/report.ts";
import { everything } from "../everything.ts";
import { inFolder, ROOT, runInTurn as run } from "../program.ts";
import { anyWalk, asDocument, dice, flow } from "../shipped.ts";
import { laidOut } from "./corpus.ts";

const TODAY = "2026-11-22";

describe("what is shipped", () => {
  const checked = findingsIn(everything, TODAY);

  test("has no errors and no warnings", () => {
    expect(checked.findings.filter(({ severity }) => severity !== "note")).toEqual([]);
    expect(checked.isUnproven).toBe(false);
    const shipped = ["flows", join("flows", "sectoren")].flatMap((folder) => readdirSync(join(ROOT, folder)));
    expect(checked.files).toBe(shipped.filter((name) => name.endsWith(".yaml")).length);
  });

  test.each<[string, string, string, string]>([
    ["oefeningen.yaml", "flow: meldcode", "flow: meldcod", "‘meldcod’ bestaat niet. Bedoelt u ‘meldcode’?"],
    ["oefeningen.yaml", "at: gesprekken", "at: gesprek", "‘gesprek’ bestaat niet."],
    ["bewaartermijnen.yaml", "terms:", "trems:", "Dit is geen verloop"],
    ["bewaartermijnen.yaml", "format: 1", "format: 2", "Hier hoort 1."],
  ])("%s is checked too: %s becomes %s", (name, from, to, said) =>
    inFolder(async (folder) => {
      const file = join(folder, name);
      const text = readFileSync(join(ROOT, "flows", name), "utf8");
      writeFileSync(file, text.replace(from, to));
      expect(findingsIn(submitted(ROOT, [file]), TODAY).findings.map((one) => one.text)[0]).toContain(said);
      writeFileSync(file, text);
      expect(findingsIn(submitted(ROOT, [file]), TODAY).findings).toEqual([]);
      await Promise.resolve();
    }),
  );

  test("every note is meant so", () => {
    const said = checked.findings
      .filter(({ file }) => file.startsWith("flows/meld"))
      .map(({ code, text }) => `${code} ${/‘([^’]+)’/.exec(text)?.[1] ?? ""}`);
    expect(new Set(said)).toEqual(
      new Set([
        // For the record only.
        ...["aanleiding", "letselduiding", "anoniem-grond", "melding-wijze", "opnieuw-waarom", "naam-nu-grond", "gemeld-hoe"].map(
          (q) => `ongebruikt ${q}`,
        ),
        // Comes with direct danger only, and then it waits.
        "altijd-waar gevaar-toelichting",
        // Said beside the norm for whoever reads it.
        "overbodig vermoeden",
        // Belongs to the help afterwards.
        "norm-nooit meldnorm-3",
      ]),
    );
  });

  test("a review date that has passed is a warning, and no error", () => {
    const later = findingsIn(everything, "2099-01-01").findings.filter(({ severity }) => severity !== "note");
    expect(new Set(later.map(({ code, severity }) => `${code} ${severity}`))).toEqual(new Set(["herziening-voorbij warning"]));
  });

  test("the proof takes under 300 ms", () => {
    const edition = author(join(ROOT, "flows", "meldcode.yaml"), (norms) => join(ROOT, "flows", `${norms}.yaml`));
    const times = [0, 1, 2].map(() => {
      const begun = performance.now();
      prove(edition);
      return performance.now() - begun;
    });
    expect(Math.min(...times)).toBeLessThan(300);
  });
});

test("an answers file reads back as it was", () => {
  for (let seed = 0; seed < 30; seed++) {
    const document = asDocument(anyWalk(flow, dice(seed)));
    const parsed = parseYaml(paper(document));
    expect("data" in parsed ? parsed.data : parsed).toEqual(document);
  }
  const odd = {
    null: ["true", "null", "~"],
    constructor: "2026-11-21",
    leeg: [],
    regels: [{}, { a: null, b: [] }],
    getal: -3,
    "1": 'a: "b" # c\n',
  };
  expect(parseYaml(paper(odd))).toMatchObject({ data: odd });
});

describe("every code", () => {
  test("is explained with an example and a cure", () => {
    for (const [code, { what, example, cure }] of Object.entries(explanations))
      expect([code, what.length > 20, example.length > 5, cure.length > 5]).toEqual([code, true, true, true]);
    expect(codes().split("\n").length - 1).toBe(Object.keys(explanations).length);
  });
});

describe("SARIF", () => {
  test("has what its schema asks for, with a place and a rule for every result", () =>
    inFolder(async (folder) => {
      const [file = ""] = laidOut("gat-in-keuze", false, join(folder, "een map"));
      const { findings } = findingsIn(submitted(ROOT, [file]), TODAY);
      const made = JSON.parse(report.sarif({ files: 1, findings, isUnproven: false }, "1.2.3")) as {
        version: string;
        runs: { tool: { driver: { rules: { id: string }[] } }; results: Record<string, unknown>[] }[];
      };
      const [sarif] = made.runs;
      expect(made.version).toBe("2.1.0");
      expect(sarif?.results).toEqual([
        {
          ruleId: "geen-uitkomst",
          ruleIndex: 0,
          level: "error",
          message: { text: "Bij deze antwoorden past geen enkele uitkomst." },
          locations: [
            {
              physicalLocation: {
                artifactLocation: { uri: `file://${folder}/een%20map/proef.yaml` },
                region: { startLine: 17, startColumn: 1 },
              },
            },
          ],
          properties: { answers: "a: twijfel\n" },
        },
      ]);
      expect(sarif?.tool.driver.rules.map(({ id }) => id)).toEqual(["geen-uitkomst"]);
      await Promise.resolve();
    }));
});

describe("through the program", () => {
  test("exit codes: nothing or warnings 0, an error 1, wrong words 2, no file 5", () =>
    inFolder(async (folder) => {
      const exit = async (...argv: string[]): Promise<number | null> => (await run(["flow", ...argv])).status;
      const [clean = ""] = laidOut("gat-in-keuze", true, join(folder, "clean"));
      const [wrong = ""] = laidOut("gat-in-keuze", false, join(folder, "wrong"));
      const [warned = ""] = laidOut("geen-uitleg", false, join(folder, "warned"));
      expect(
        await Promise.all([
          exit("check"),
          exit("check", clean, "--today", TODAY),
          exit("check", warned, "--today", TODAY),
          exit("check", wrong),
          exit("check", wrong, clean, "--json"),
          exit("check", wrong, "--sarif"),
          exit("check", "--today", "gisteren"),
          exit("check", "--json", "--sarif"),
          exit("check", join(folder, "weg.yaml")),
          exit("explain"),
          exit("explain", "nooit-waar"),
          exit("explain", "nooit-war"),
        ]),
      ).toEqual([0, 0, 0, 1, 1, 1, 2, 2, 5, 0, 0, 2]);
    }));

  test("text for people, JSON for programs, and the nearest code", () =>
    inFolder(async (folder) => {
      const [wrong = ""] = laidOut("gat-in-keuze", false, join(folder, "wrong"));
      const [text, json, near] = await Promise.all([
        run(["flow", "check", wrong, "--today", TODAY]),
        run(["flow", "check", wrong, "--today", TODAY, "--json"]),
        run(["flow", "explain", "geen-uitkmst"]),
      ]);
      expect(text.stdout).toBe(
        `${wrong}:17:1: fout: Bij deze antwoorden past geen enkele uitkomst. [geen-uitkomst]\n` +
          "  Antwoorden die dit laten zien:\n    # meldcode start --oefenen --flows MAP --flow ID --answers DIT-BESTAND\n    a: twijfel\n" +
          "\n1 bestand nagekeken: 1 fout, 0 waarschuwingen, 0 opmerkingen.\nUitleg bij een code: meldcode flow explain CODE\n",
      );
      expect(JSON.parse(json.stdout)).toMatchObject({
        format: 1,
        files: 1,
        findings: [{ code: "geen-uitkomst", severity: "error", file: wrong, line: 17, column: 1, answers: "a: twijfel\n" }],
      });
      expect(near.stderr).toContain("Bedoelt u ‘geen-uitkomst’?");
    }));

  test("a counter-example of the shipped flow is replayed by start", () =>
    inFolder(async (folder) => {
      for (const name of ["meldcode", "meldnormen", "zorgvuldigheid"])
        writeFileSync(join(folder, `${name}.yaml`), readFileSync(join(ROOT, "flows", `${name}.yaml`)));
      const file = join(folder, "meldcode.yaml");
      const text = readFileSync(file, "utf8");
      writeFileSync(
        file,
        text.replace(
          "{ all: [{ besluit-melden: [nee] }, { besluit-hulp: [nee] }] }",
          "{ all: [{ besluit-melden: [nee] }, { besluit-hulp: [nee] }, { acuut: [ja] }] }",
        ),
      );
      const { findings } = findingsIn(submitted(ROOT, [file]), TODAY);
      const found = findings.find(({ code }) => code === "geen-uitkomst" || code === "twee-uitkomsten");
      expect(found?.example).toBeDefined();
      const answers = join(folder, "antwoorden.yaml");
      writeFileSync(answers, paper(found?.example ?? {}));
      const play = (...more: readonly string[]): ReturnType<typeof run> =>
        run(["start", "--dir", join(folder, "zaken"), "--answers", answers, ...more]);
      // The shipped flow has an outcome for them; this one has none, and only an exercise gets as far as that.
      expect(await play("--oefenen")).toMatchObject({ status: 0 });
      const shown = await play("--oefenen", "--flows", folder);
      expect(shown).toMatchObject({ status: 5, stdout: "" });
      expect(shown.stderr).toContain("Alleen een oefening gaat er toch mee verder");
      expect(shown.stderr).toContain("\nBij deze antwoorden past geen enkele uitkomst.\n");
      expect((await play("--flows", folder)).stderr).toMatch(/^Een definitie klopt niet:/);
      expect(readdirSync(join(folder, "zaken"))).toHaveLength(1);
    }));
});
