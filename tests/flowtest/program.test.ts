/** flow test and flow graph as somebody types them. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readScenarios } from "../../src/adapters/scenarios.ts";
import { FlowDefect } from "../../src/core/defect.ts";
import { strange } from "../../src/core/trial.ts";
import { inFolder, lastLine, runInTurn as run, type Ran } from "../program.ts";
import { flow } from "../shipped.ts";

const row = (name: string, rest: string): string => `  - name: ${name}\n    ${rest}\n`;
const file = (rows: string): string => `format: 1\nflow: meldcode\nscenarios:\n${rows}`;
const withFile = (text: string, use: (path: string, folder: string) => Promise<void>): Promise<void> =>
  inFolder(async (folder) => {
    const path = join(folder, "proef.scenarios.yaml");
    writeFileSync(path, text);
    await use(path, folder);
  });

describe.concurrent("flow test", () => {
  test("without a file: the scenarios of the package; all good is exit 0, and nothing is missing", async () => {
    const { status, stdout: written, stderr } = await run(["flow", "test", "--generate"]);
    expect({ status, written }).toEqual({ status: 0, written: "" });
    expect(stderr).toContain("Er ontbreken geen scenario's.");
    const { stdout } = await run(["flow", "test"]);
    expect(stdout).toMatch(/^tests\/flows\/meldcode\.scenarios\.yaml \(meldcode\)\n {2}goed {2}/m);
    expect(stdout).toMatch(/\d+ scenario's, allemaal goed\.\n/);
    expect(stdout).toMatch(/vragen: +(\d+) van \1\n.*keuzes: +(\d+) van \2\n/s);
    expect(stdout).toContain("kan niet voorkomen: meldnorm-3 van toepassing en meldnorm-3 niet van toepassing");
  });

  test("what differs is said, with the place; exit 1", async () => {
    const rows = row("Acuut", "answers: { bron: onbekend }\n    expect: { asked: [signalen, vermoeden], status: decided }");
    await withFile(file(rows), async (path) => {
      const { status, stdout } = await run(["flow", "test", path]);
      expect(status).toBe(1);
      expect(stdout).toContain(`  fout  Acuut (${path}:4:5)\n`);
      expect(stdout).toContain(
        "        status: verwacht ‘decided’, gevonden ‘open’.\n        ‘vermoeden’ moet worden gevraagd, en wordt niet gevraagd.\n",
      );
      expect(stdout).toContain("1 scenario, 1 fout.");
      expect(stdout).toMatch(/niet geraakt: direct-gevaar: ja, /);
    });
  });

  const whole = (answers: string, expectation: string): string =>
    file(`  - name: Proef\n    answers: ${answers}\n    expect: ${expectation}\n`);
  test.each<[string, string, number, RegExp]>([
    [
      "an unknown flow",
      whole("{}", "{ status: open }").replace("flow: meldcode", "flow: meldcod"),
      5,
      /:2:1: Het verloop ‘meldcod’ is er niet\. Bedoelt u ‘meldcode’\?/,
    ],
    ["an unknown question", whole("{}", "{ asked: [vermoede] }"), 5, /:4:5: ‘vermoede’ bestaat niet\. Bedoelt u ‘vermoeden’\?/],
    ["an answers file that is not there", whole("weg.yaml", "{ status: open }"), 4, /weg\.yaml kan niet worden gelezen/],
  ])("%s", async (_, text, exit, says) => {
    await withFile(text, async (path) => {
      const { status, stdout, stderr } = await run(["flow", "test", path]);
      expect({ status, stdout }).toEqual({ status: exit, stdout: "" });
      expect(stderr).toMatch(says);
    });
  });

  // The same faults in the same words, without a process for each.
  test.each<[string, string, RegExp]>([
    ["no YAML", "scenarios: [", /proef\.scenarios\.yaml:1:\d+: Dit is geen geldige YAML/],
    ["a wrong key", whole("{}", "{ outcom: melden }"), /:6:15: ‘outcom’ hoort hier niet\. Bedoelt u ‘outcome’\?/],
    ["a wrong value", whole("{}", "{ status: klaar }"), /:6:15: Hier hoort een van: open, decided, finished/],
    ["an unknown norm", whole("{}", "{ norms: { meldnorm-4: met } }"), /:4:5: ‘meldnorm-4’ bestaat niet\. Bedoelt u ‘meldnorm-/],
    ["an unknown outcome", whole("{}", "{ outcome: meldn }"), /:4:5: ‘meldn’ bestaat niet\. Bedoelt u ‘melden’\?/],
    ["an unknown field", whole("{}", "{ asked: [betrokkenen.rl] }"), /‘betrokkenen\.rl’ bestaat niet\. Bedoelt u ‘betrokkenen\.rol’\?/],
    [
      "a name twice",
      file(row("A", "answers: {}\n    expect: { status: open }") + row("A", "answers: {}\n    expect: { status: open }")),
      /:7:5: ‘A’ staat er twee keer/,
    ],
    ["no scenarios", "format: 1\nflow: meldcode\nscenarios: []\n", /:3:1: /],
  ])("%s is refused", async (_, text, says) => {
    await withFile(text, (path) => {
      const faults = (): string => {
        try {
          return strange(flow, readScenarios(path).scenarios).join("\n");
        } catch (error) {
          return error instanceof FlowDefect ? error.message : String(error);
        }
      };
      expect(faults()).toMatch(says);
      return Promise.resolve();
    });
  });

  test("an answer that does not fit is a difference, not a fault", async () => {
    await withFile(whole("{ acuut: misschien, vraag: x }", "{ status: open }"), async (path) => {
      const { status, stdout } = await run(["flow", "test", path]);
      expect(status).toBe(1);
      expect(stdout).toContain("Het antwoord op ‘acuut’ past niet bij de vraag.\n        Het antwoord op ‘vraag’ past niet bij de vraag.");
    });
  });

  test("answers, change and without", async () => {
    await withFile("", async (path, folder) => {
      writeFileSync(join(folder, "basis.yaml"), "bron: onbekend\ndirect-gevaar: nee\ndisclosure: nee\n");
      writeFileSync(
        path,
        file(
          row("Gewoon", "answers: basis.yaml\n    expect: { asked: [verder-na-stap-1] }") +
            row(
              "Anders",
              "answers: basis.yaml\n    change: { disclosure: ja }\n    expect: { asked: [disclosure-wie], not-asked: [verder-na-stap-1] }",
            ) +
            row(
              "Zonder",
              "answers: basis.yaml\n    without: [bron]\n    expect: { open: [bron], not-asked: [disclosure], parked: [disclosure] }",
            ),
        ),
      );
      expect(await run(["flow", "test", path])).toMatchObject({ status: 0, stderr: "" });
    });
  });

  test("--generate writes scenarios that hold, the same ones each time; with --mutate none goes unnoticed after that", async () => {
    await inFolder(async (folder) => {
      writeFileSync(join(folder, "klein.yaml"), SMALL);
      writeFileSync(join(folder, "klein-normen.yaml"), NORMS);
      const first = join(folder, "een.scenarios.yaml");
      writeFileSync(first, "format: 1\nflow: klein\nscenarios:\n  - { name: Leeg, answers: {}, expect: { status: open } }\n");
      const flows = ["--flows", folder];
      const generate = (): Promise<Ran> => run(["flow", "test", "--generate", "--mutate", ...flows]);
      const made = await generate();
      expect(made).toEqual(await generate());
      expect(made.status).toBe(1);
      writeFileSync(join(folder, "meer.scenarios.yaml"), made.stdout);
      const { status, stdout } = await run(["flow", "test", "--mutate", ...flows]);
      expect(stdout).not.toContain("niet geraakt");
      expect(stdout).toMatch(/worden gemerkt \(100 %\)/);
      expect(status).toBe(0);
    });
  });

  test("--mutate names what nobody notices, with its place; exit 1", async () => {
    await inFolder(async (folder) => {
      writeFileSync(join(folder, "klein.yaml"), SMALL);
      writeFileSync(join(folder, "klein-normen.yaml"), NORMS);
      writeFileSync(
        join(folder, "een.scenarios.yaml"),
        "format: 1\nflow: klein\nscenarios:\n  - { name: Leeg, answers: {}, expect: { status: open } }\n",
      );
      const { status, stdout } = await run(["flow", "test", "--mutate", "--flows", folder]);
      expect(status).toBe(1);
      expect(stdout).toContain("Geen enkel scenario merkt deze veranderingen:");
      expect(stdout).toMatch(/klein\.yaml:14:\d+: leeftijd: ‘gte’ wordt ‘gt’\n/);
      expect(stdout).toMatch(/klein-normen\.yaml:8:\d+: class: ‘meldnorm’ wordt ‘voorzorg’\n/);
    });
  });

  test("--mutate waits until all scenarios are good", async () => {
    await withFile(whole("{}", "{ status: finished }"), async (path) => {
      expect(await run(["flow", "test", "--mutate", path])).toMatchObject({
        status: 1,
        stdout: expect.stringContaining("Eerst moeten alle scenario's goed zijn.") as string,
      });
    });
  });
});

const SMALL = `format: 1
id: klein
version: "1"
title: Klein
norms: klein-normen
checked: 2026-11-21
review: 2027-11-21
steps:
  - id: een
    title: Een
    questions:
      - { id: kind, kind: choice, text: Kind?, help: Kijk., sources: [A], options: [{ id: ja, text: Ja }, { id: nee, text: Nee }] }
      - { id: leeftijd, kind: number, text: Leeftijd?, help: Kijk., sources: [A], min: 0, max: 99, when: { kind: [ja] } }
      - { id: praat, kind: choices, text: Met wie?, help: Kijk., sources: [A], when: { leeftijd: { gte: 12 } }, options: [{ id: kind, text: Kind }, { id: ouder, text: Ouder }] }
      - id: signalen
        kind: list
        item: signaal
        text: Signalen?
        help: Kijk.
        sources: [A]
        when: { praat: { includes: kind } }
        fields: [{ id: soort, kind: choice, text: Soort?, options: [{ id: wond, text: Wond }, { id: woord, text: Woord }] }]
outcomes:
  - { id: gezien, when: { kind: [ja] }, title: Gezien, text: Klaar. }
  - { id: geen, when: { kind: [nee] }, title: Geen kind, text: Klaar. }
sources: [{ id: A, title: Afspraak, read: 2026-11-21 }]
`;
const NORMS = `format: 1
id: klein-normen
version: "1"
norms:
  - id: norm
    title: Norm
    text: Meld.
    class: meldnorm
    requires: report
    when: { kind: [ja] }
    met: { signalen: { some: { soort: [wond] } } }
    why: Daarom.
    sources: [A]
    checked: 2026-11-21
    review: 2027-11-21
sources: [{ id: A, title: Afspraak, read: 2026-11-21 }]
`;

describe.concurrent("flow graph", () => {
  test.each<[string, readonly string[], number, RegExp]>([
    ["text is the default", ["flow", "graph"], 0, /^Meldcode huiselijk geweld en kindermishandeling \(meldcode, versie /],
    ["mermaid", ["flow", "graph", "meldcode", "--format", "mermaid"], 0, /flowchart TB\n/],
    ["dot", ["flow", "graph", "--format", "dot"], 0, /^digraph "meldcode" \{\n/],
    ["what the scenarios reach", ["flow", "graph", "--coverage"], 0, /\[x\] 1\. Direct gevaar/],
    ["an unknown form", ["flow", "graph", "--format", "svg"], 2, /Dit past niet bij .*Kies text, mermaid of dot\./],
    ["an unknown option", ["flow", "graph", "--covrage"], 2, /Bedoelt u ‘--coverage’\?/],
    ["an unknown flow", ["flow", "graph", "meldcod"], 2, /Bedoelt u ‘meldcode’\?/],
    ["two overlays", ["flow", "graph", "--coverage", "--case", "x"], 2, /niet allebei/],
    ["a case that is not there", ["flow", "graph", "--case", "/nergens/zaak.jsonl"], 6, /bestaat niet/],
  ])("%s", async (_, args, exit, says) => {
    const { status, stdout, stderr } = await run(args);
    expect(status).toBe(exit);
    expect(exit === 0 ? stdout : stderr).toMatch(says);
  });

  test("the path of a case: asked, open, parked and not on the path; no answer is shown", async () => {
    await inFolder(async (dir) => {
      const answers = join(dir, "antwoorden.yaml");
      writeFileSync(answers, "direct-gevaar: nee\nbron: beroepskracht\ninvuller-functie: Kraamverzorgende\nvermoeden: ja\n");
      const path = lastLine((await run(["start", "--oefenen", "--dir", dir, "--answers", answers])).stdout);
      const { status, stdout } = await run(["flow", "graph", "--case", path]);
      expect(status).toBe(0);
      for (const line of [
        "[x] 1. Direct gevaar",
        "[ ] 4. Aanleiding",
        "[~] 46. Vermoeden",
        " -  15. Signalen",
        "Meldnorm 1 (meldnorm-1): niet bereikt",
      ])
        expect(stdout).toContain(line);
      expect(stdout).not.toContain("Kraamverzorgende");
      expect((await run(["flow", "graph", "anders", "--case", path])).stderr).toContain("geen hoofdstuk met het verloop ‘anders’");
    });
  });
});
