/** `meldcode check` as a user runs it; what is left with a reason, from an answers file to the record. */
import { copyFileSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { inFolder, ROOT, runInTurn as run } from "./program.ts";

const cases = (name: string): string => join(ROOT, "tests", "cases", `${name}.yaml`);
const begun = async (folder: string, answers: string): Promise<string> =>
  (await run(["start", "--oefenen", "--dir", folder, "--answers", answers])).stdout.trim();
const left = (folder: string, reasons: string): string => {
  const file = join(folder, "antwoorden.yaml");
  writeFileSync(file, `${readFileSync(cases("twijfel-nog-niet-gevraagd"), "utf8")}\nzorgvuldigheid:\n${reasons}`);
  return file;
};

describe.concurrent("meldcode check", () => {
  test.each([
    ["nothing", "acuut", 0, "Er staat niets ernstigs open. U beslist."],
    ["something to look at", "vermoeden-nee", 0, "Er staat niets ernstigs open. Kijk nog eens naar"],
    ["something serious", "twijfel-nog-niet-gevraagd", 1, "Er staan 2 ernstige punten open."],
  ])("%s", (_, answers, status, said) =>
    inFolder(async (folder) => {
      const file = await begun(folder, cases(answers));
      const before = readFileSync(file);
      const ran = await run(["check", file]);
      expect([ran.status, ran.stderr]).toEqual([status, ""]);
      expect(ran.stdout).toContain(said);
      expect(readFileSync(file).equals(before)).toBe(true);
    }),
  );

  test("a case in progress: what cannot be judged yet is named", () =>
    inFolder(async (folder) => {
      const file = await begun(folder, cases("onvolledig/gestopt-in-stap-3"));
      const { status, stdout } = await run(["check", file]);
      expect(status).toBe(0);
      expect(stdout).toMatch(/Nog niet te beoordelen, want er zijn? \d+ vra.+ open: .*tussentijd-leeg/);
    }));

  test("--json", () =>
    inFolder(async (folder) => {
      const file = await begun(folder, left(folder, "  geen-overleg: Er was die dag geen collega.\n"));
      const { status, stdout } = await run(["check", file, "--json"]);
      expect(status).toBe(1);
      const { chapters } = JSON.parse(stdout) as { chapters: { findings: object[]; pending: string[] }[] };
      expect(chapters).toHaveLength(1);
      expect(chapters[0]?.pending).toEqual([]);
      expect(chapters[0]?.findings[0]).toMatchObject({
        rule: "geen-overleg",
        severity: "ernstig",
        question: "consulten",
        reason: { text: "Er was die dag geen collega." },
      });
    }));

  test("a case of before there were rules", () =>
    inFolder(async (folder) => {
      const flows = join(folder, "vragenlijsten");
      const { mkdirSync } = await import("node:fs");
      mkdirSync(flows);
      const text = readFileSync(join(ROOT, "flows", "meldcode.yaml"), "utf8");
      writeFileSync(join(flows, "meldcode.yaml"), text.replace("care: zorgvuldigheid\n", ""));
      copyFileSync(join(ROOT, "flows", "meldnormen.yaml"), join(flows, "meldnormen.yaml"));
      const { stdout: file } = await run(["start", "--oefenen", "--dir", folder, "--flows", flows, "--answers", cases("acuut")]);
      const { status, stdout } = await run(["check", file.trim()]);
      expect(status).toBe(0);
      expect(stdout).toContain("Bij dit hoofdstuk horen geen regels.");
    }));
});

describe.concurrent("left with a reason", () => {
  test("stands in the record, and in what check says; the finding stays open; verify finds nothing wrong", () =>
    inFolder(async (folder) => {
      const file = await begun(folder, left(folder, "  geen-overleg: Er was die dag geen collega.\n"));
      const { stdout: record } = await run(["export", file]);
      expect(record).toMatch(/Wat zo is gelaten[^]*Er is met niemand overlegd\.[^]*Er was die dag geen collega\./);
      expect(record).not.toContain("van wie het komt, en u gaat verder");
      const { status, stdout } = await run(["check", file]);
      expect([status, stdout]).toEqual([1, expect.stringMatching(/Uw reden \(.+\): Er was die dag geen collega\./)]);
      expect((await run(["verify", file])).status).toBe(0);
    }));

  test("the same file once more writes nothing; mended later, the record says so", () =>
    inFolder(async (folder) => {
      const answers = left(folder, "  geen-overleg: Er was die dag geen collega.\n");
      const file = await begun(folder, answers);
      const before = readFileSync(file, "utf8");
      await run(["resume", file, "--answers", answers, "--reason", "nog eens"]);
      expect(readFileSync(file, "utf8")).toBe(before);
      const mended = join(folder, "beter.yaml");
      writeFileSync(
        mended,
        "advies-na-twijfel: niet-melden\nconsulten: [{ met-wie: collega, functie: Huisarts, datum: 2026-11-10, anoniem: ja, vraag: Wat nu?, advies: Bel., gedaan: Gebeld. }]\n",
      );
      await run(["resume", file, "--answers", mended, "--reason", "alsnog overlegd"]);
      expect((await run(["check", file])).status).toBe(0);
      expect((await run(["export", file])).stdout).toContain("Dit staat nu niet meer open.");
    }));

  test("a reason for what is not open is not written down, and that is said", () =>
    inFolder(async (folder) => {
      const answers = left(folder, "  tussentijd-leeg: Dat komt later nog wel.\n");
      const { status, stdout, stderr } = await run(["start", "--oefenen", "--dir", folder, "--answers", answers]);
      expect(status).toBe(0);
      expect(stderr).toContain("Niet opgeschreven, want hier is nu niets blijven liggen: ‘tussentijd-leeg’.");
      expect(readFileSync(stdout.trim(), "utf8")).not.toContain("Dat komt later nog wel.");
    }));

  test.each([
    ["  geen-overlg: Een reden.\n", "geen-overlg: Er is geen regel ‘geen-overlg’. Bedoelt u ‘geen-overleg’?"],
    ["  geen-overleg: ''\n", "Schrijf een reden"],
    ["  - geen-overleg\n", "Hier hoort bij elke regel een reden"],
  ])("refused with the line, and nothing is written: %j", (reasons, said) =>
    inFolder(async (folder) => {
      const { status, stderr } = await run(["start", "--oefenen", "--dir", join(folder, "z"), "--answers", left(folder, reasons)]);
      expect(status).toBe(4);
      expect(stderr).toContain(said);
      expect(stderr).toMatch(/antwoorden\.yaml:\d+: zorgvuldigheid/);
    }),
  );
});
