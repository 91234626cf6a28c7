/** Practice through the program itself, without a terminal: which case, what is marked, what is said of it afterwards. */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { encode } from "../src/adapters/chain.ts";
import type { NewEvent } from "../src/core/event.ts";
import { inFolder, lastLine, ROOT, runInTurn as run } from "./program.ts";
import { opening } from "./shipped.ts";

const careful = (id: string): string => join(ROOT, "tests", "flows", "oefeningen", `${id}.yaml`);
const opened = (path: string): unknown => (JSON.parse(readFileSync(path, "utf8").split("\n")[0] ?? "") as { body: unknown }).body;
/** A case file with this first line, and no answers. */
const crafted = (dir: string, body: object): string => {
  const path = join(dir, "2026-11-21-oefening9.jsonl");
  let previous = "";
  let text = "";
  const events = opening.map((event, i) =>
    i === 0 ? ({ ...event, body: { ...event.body, id: "2026-11-21-oefening9", ...body } } as NewEvent) : event,
  );
  for (const [i, event] of events.entries()) {
    const line = encode(event, i + 1, "2026-11-21T10:00:00+01:00", previous, String(i).padStart(32, "0"));
    text += Buffer.from(line.bytes).toString("utf8");
    previous = line.event.hash;
  }
  writeFileSync(path, text);
  return path;
};

describe("which practice case", () => {
  const plain = { format: 1, exercise: true };
  test.each<[string, readonly string[], string | undefined]>([
    ["none without a terminal", ["start", "--oefenen"], undefined],
    ["none with an option behind it", ["start", "--oefenen", "--answers", "tests/cases/onvolledig/gestopt-in-stap-3.yaml"], undefined],
    ["none when that is said", ["start", "--oefenen=zonder"], undefined],
    ["by its id", ["start", "--oefenen=sjaal"], "sjaal"],
    ["by its id as a word of its own", ["start", "--oefenen", "te-laat"], "te-laat"],
    [
      "by its id before another option",
      ["start", "--oefenen", "te-laat", "--answers", "tests/cases/onvolledig/gestopt-in-stap-3.yaml"],
      "te-laat",
    ],
  ])("%s", (_, argv, practice) =>
    inFolder(async (dir) => {
      for (const all of [
        [...argv, "--dir", dir],
        ["--dir", dir, ...argv],
      ]) {
        const { status, stdout, stderr } = await run(all);
        expect(status).toBe(3);
        expect(stdout).toMatch(/^\S+\n$/);
        expect(opened(lastLine(stdout))).toMatchObject(practice === undefined ? plain : { ...plain, practice });
        if (practice === undefined) expect(opened(lastLine(stdout))).not.toHaveProperty("practice");
        expect(stderr.includes("Oefenzaak: ")).toBe(practice !== undefined);
        expect(stderr.startsWith("OEFENING: dit is geen echte zaak.\n")).toBe(true);
        expect(stderr).not.toContain("Nabespreking");
      }
    }),
  );

  test.each([
    ["--oefenen=sjal", "Bedoelt u ‘sjaal’?"],
    ["--oefenen=", "U kunt kiezen: te-laat, vader-en-dochter, sjaal of zonder."],
  ])("%s is no practice case: exit 2, and nothing is made", (option, words) =>
    inFolder(async (dir) => {
      const { status, stdout, stderr } = await run(["start", option, "--dir", dir]);
      expect([status, stdout]).toEqual([2, ""]);
      expect(stderr).toContain(words);
      expect(readdirSync(dir)).toEqual([]);
    }),
  );

  test("resume takes --oefenen without an id, and the file behind it is the case", () =>
    inFolder(async (dir) => {
      const path = lastLine((await run(["start", "--oefenen=sjaal", "--dir", dir])).stdout);
      const { status, stderr } = await run(["resume", "--oefenen", path]);
      expect(status).toBe(3);
      expect(stderr).toContain("Oefenzaak: Huisarts");
    }));
});

describe("afterwards", () => {
  test("the debrief comes when the case is finished, by whatever session, and again; the record and the JSON name the practice case", () =>
    inFolder(async (dir) => {
      const path = lastLine((await run(["start", "--oefenen=te-laat", "--dir", dir])).stdout);
      const finished = await run(["resume", path, "--answers", careful("te-laat")]);
      expect([finished.status, lastLine(finished.stdout)]).toEqual([0, path]);
      const [before = "", after = ""] = finished.stderr.split("=== Nabespreking: Leerkracht: een meisje dat vaak te laat komt ===");
      expect(before).toContain("Klaar. Uitkomst: Melden en hulp.");
      expect(after.match(/^\d+\. /gm)).toEqual(["1. ", "2. ", "3. ", "4. "]);
      expect(after).toContain("Bron: Augeo: feit of mening; JGZ-richtlijn Kindermishandeling: registratie");
      expect(after.trimEnd().endsWith("Kies er één uit en bespreek die met een collega.")).toBe(true);
      expect((await run(["resume", path])).stderr).toContain("=== Nabespreking");

      const record = (await run(["export", path])).stdout;
      expect(record.split("\n")[0]).toBe("**OEFENING: geen echte zaak. Oefenzaak: te-laat**");
      expect(record).not.toContain("Nabespreking");
      expect(JSON.parse((await run(["export", path, "--format", "json"])).stdout)).toMatchObject({
        case: { exercise: true, practice: "te-laat" },
      });
      expect((await run(["verify", path])).status).toBe(0);
      expect((await run(["list", "--dir", dir])).stdout).toContain("oefening");
    }));

  test("an exercise without a story has none, and its record is as it was", () =>
    inFolder(async (dir) => {
      const { stdout, stderr } = await run(["start", "--oefenen", "--dir", dir, "--answers", careful("sjaal")]);
      expect(stderr).not.toContain("Nabespreking");
      expect((await run(["export", lastLine(stdout)])).stdout.split("\n")[0]).toBe("**OEFENING: geen echte zaak**");
      expect(
        (JSON.parse((await run(["export", lastLine(stdout), "--format", "json"])).stdout) as { case: object }).case,
      ).not.toHaveProperty("practice");
    }));
});

describe("a case file", () => {
  test("of a practice case that is no longer there can be gone on with", () =>
    inFolder(async (dir) => {
      const path = crafted(dir, { exercise: true, practice: "van-vroeger" });
      const { status, stderr } = await run(["resume", path, "--answers", careful("sjaal")]);
      expect(status).toBe(0);
      expect(stderr).toContain("Het verhaal van de oefenzaak ‘van-vroeger’ is er niet meer.");
      expect(stderr).not.toContain("Nabespreking");
      expect((await run(["export", path])).stdout).toContain("Oefenzaak: van-vroeger");
    }));

  test.each([
    ["that is no exercise names no practice case", { exercise: false, practice: "sjaal" }],
    ["names it by an id", { exercise: true, practice: "**vet**" }],
  ])("%s", (_, body) =>
    inFolder(async (dir) => {
      const { status, stderr } = await run(["export", crafted(dir, body)]);
      expect(status).toBe(6);
      expect(stderr).toContain("Regel 1 van de zaak klopt niet");
    }),
  );
});
