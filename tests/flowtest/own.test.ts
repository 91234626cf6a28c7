/** --flows: own definitions add to the shipped ones or take their place; a wrong one is refused, a warning is shown. Through the program. */
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { inFolder, lastLine, ROOT, runInTurn as run } from "../program.ts";

const FLOW = `# yaml-language-server: $schema=../schemas/flow.schema.json
format: 1
id: veilig
version: "1"
title: Veilig thuis
checked: 2026-11-21
review: 2027-11-21
steps:
  - id: kijken
    number: 1
    title: Kijken
    questions:
      - id: kind
        kind: choice
        text: Is er een kind?
        help: Kijk goed.
        sources: [A]
        options: [{ id: ja, text: Ja }, { id: nee, text: Nee }]
      - id: leeftijd
        kind: number
        text: Hoe oud is het kind?
        help: In jaren.
        sources: [A]
        min: 0
        when: { kind: [ja] }
outcomes:
  - { id: gezien, when: { kind: [ja] }, title: Gezien, text: Klaar. }
  - { id: geen, when: { kind: [nee] }, title: Geen kind, text: Klaar. }
sources: [{ id: A, title: Eigen afspraak, read: 2026-11-21 }]
`;

const withFlow = (text: string, use: (own: string, folder: string) => Promise<void>, name = "veilig"): Promise<void> =>
  inFolder(async (folder) => {
    const own = join(folder, "eigen");
    mkdirSync(own);
    writeFileSync(join(own, `${name}.yaml`), text);
    await use(own, folder);
  });

describe.concurrent("a flow of one's own", () => {
  test.each<[string, readonly string[], RegExp]>([
    [
      "graph",
      ["flow", "graph", "veilig"],
      /1\. Is er een kind\? \[kind\]: ja, nee\n {4}als ja:\n {6}2\. Hoe oud is het kind\? \[leeftijd\]/,
    ],
    ["schema", ["flow", "schema", "veilig"], /"\$id": "https:\/\/meldcode\.invalid\/answers\/veilig\/1"/],
    ["template", ["flow", "template", "veilig"], /#kind: ja/],
  ])("%s", async (_, args, expected) => {
    await withFlow(FLOW, async (own) => {
      expect(await run([...args, "--flows", own])).toEqual({ status: 0, stdout: expect.stringMatching(expected) as string, stderr: "" });
    });
  });

  test("start takes its own meldcode, and carries it in the case; resume goes on with that", async () => {
    await withFlow(
      FLOW.replace("id: veilig", "id: meldcode"),
      async (own, folder) => {
        const dir = join(folder, "zaken");
        writeFileSync(join(folder, "antwoorden.yaml"), "kind: nee\n");
        const begun = await run(["start", "--oefenen", "--dir", dir, "--flows", own, "--answers", join(folder, "antwoorden.yaml")]);
        expect(begun).toMatchObject({ status: 0, stderr: expect.stringContaining("Uitkomst: Geen kind") as string });
        const path = lastLine(begun.stdout);
        expect((await run(["flow", "graph", "--case", path])).stdout).toContain("Veilig thuis (meldcode, versie 1)");
        writeFileSync(join(folder, "meer.yaml"), "kind: ja\n");
        const more = await run(["resume", path, "--flows", own, "--reason", "Toch wel", "--answers", join(folder, "meer.yaml")]);
        expect(more).toMatchObject({ status: 3, stderr: expect.stringContaining("‘leeftijd’") as string });
      },
      "meldcode",
    );
  });

  test("own norms take the place of the shipped ones", async () => {
    await withFlow("", async (own) => {
      const norms = readFileSync(join(ROOT, "flows", "meldnormen.yaml"), "utf8");
      writeFileSync(join(own, "meldnormen.yaml"), norms.replace("title: Meldnorm 1\n", "title: Onze norm\n"));
      const { status, stdout } = await run(["flow", "graph", "--flows", own]);
      expect({ status, title: /Onze norm \(meldnorm-1\)/.test(stdout) }).toEqual({ status: 0, title: true });
    });
  });

  test("what is not there comes from the package", async () => {
    await withFlow(FLOW, async (own) => {
      expect(await run(["flow", "graph", "--flows", own])).toEqual(await run(["flow", "graph"]));
    });
  });

  test("what is not asked for is not read", async () => {
    await withFlow("steps: [", async (own, folder) => {
      const dir = join(folder, "zaken");
      expect(await run(["start", "--dir", dir, "--flows", own])).toMatchObject({ status: 3 });
    });
  });

  test("a review date that has passed is told, once", async () => {
    await withFlow(FLOW.replace("review: 2027-11-21", "review: 2026-01-01"), async (own) => {
      const { status, stderr } = await run(["flow", "schema", "veilig", "--flows", own]);
      expect(status).toBe(0);
      expect(stderr.trimEnd().split("\n")).toEqual([expect.stringMatching(/veilig\.yaml:7:1: waarschuwing: .*1 januari 2026/)]);
      writeFileSync(
        join(own, "veilig.scenarios.yaml"),
        "format: 1\nflow: veilig\nscenarios:\n  - { name: Geen kind, answers: { kind: nee }, expect: { outcome: geen } }\n",
      );
      expect((await run(["flow", "test", "--mutate", "--flows", own])).stderr.match(/waarschuwing/g)).toHaveLength(1);
    });
  });
});

describe.concurrent("what is refused, and nothing is written", () => {
  test.each<[string, (text: string) => string, RegExp]>([
    [
      "a name that is not there",
      (text) => text.replace("when: { kind: [ja] }\nout", "when: { kint: [ja] }\nout"),
      /veilig\.yaml:25:17: fout: ‘kint’ bestaat niet\. Bedoelt u ‘kind’\?/,
    ],
    [
      "a hole, which only proof finds",
      (text) => text.replace("{ id: geen, when: { kind: [nee] }", "{ id: geen, when: { leeftijd: { is: 3 } }"),
      /veilig\.yaml:\d+:\d+: fout: .*uitkomst/,
    ],
    [
      "what does not fit the schema",
      (text) => text.replace("kind: number", "kind: getal"),
      /veilig\.yaml:20:9: fout: Hier hoort een van: .*number/,
    ],
    ["what is no YAML", () => "steps: [", /veilig\.yaml:1:\d+: fout: Dit is geen geldige YAML/],
    [
      "another id than the name of the file",
      (text) => text.replace("id: veilig", "id: anders"),
      /veilig\.yaml: dit bestand hoort het verloop ‘veilig’ te bevatten/,
    ],
  ])("%s", async (_, change, expected) => {
    await withFlow(change(FLOW), async (own) => {
      const { status, stdout, stderr } = await run(["flow", "graph", "veilig", "--flows", own]);
      expect({ status, stdout }).toEqual({ status: 5, stdout: "" });
      expect(stderr).toMatch(expected);
    });
  });

  test("start with a wrong meldcode makes no case", async () => {
    await withFlow(
      FLOW.replace("id: veilig", "id: meldcode").replace("[ja] }\nout", "[jaa] }\nout"),
      async (own, folder) => {
        const dir = join(folder, "zaken");
        const { status, stderr } = await run(["start", "--dir", dir, "--flows", own]);
        expect({ status, made: existsSync(dir) }).toEqual({ status: 5, made: false });
        expect(stderr).toMatch(/‘jaa’ is geen keuze van ‘kind’\. Bedoelt u ‘ja’\?/);
      },
      "meldcode",
    );
  });

  test("a folder that is not there", async () => {
    for (const args of [
      ["flow", "graph"],
      ["flow", "test"],
      ["flow", "schema"],
      ["start", "--oefenen"],
    ])
      expect(await run([...args, "--flows", "/nergens/eigen"])).toEqual({
        status: 2,
        stdout: "",
        stderr: "De map /nergens/eigen met eigen vragenlijsten is er niet.\n",
      });
  });

  test("an id that is nowhere gets the nearest name, own ones too", async () => {
    await withFlow(FLOW, async (own) => {
      expect(await run(["flow", "graph", "veilg", "--flows", own])).toEqual({
        status: 2,
        stdout: "",
        stderr: "Het verloop ‘veilg’ is er niet. Bedoelt u ‘veilig’?\n",
      });
    });
  });
});

test("the folder is only read", async () => {
  await inFolder(async (folder) => {
    cpSync(join(ROOT, "flows", "meldnormen.yaml"), join(folder, "meldnormen.yaml"));
    await run(["flow", "graph", "--flows", folder]);
    expect(readdirSync(folder)).toEqual(["meldnormen.yaml"]);
  });
});
