/**
 * One family's story through the program, from the first signal to the end, each chapter written down on its own day. What the record
 * says of each chapter is kept as a file to be read: `npx vitest run tests/story.test.ts -u` writes it anew.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { parse, stringify } from "yaml";
import { inFolder, lastLine, ROOT, runInTurn as run } from "./program.ts";
import { plain, spoken } from "./spoken.ts";

const GOLDEN = join(import.meta.dirname, "golden", "gezin");
const FAMILY = join(ROOT, "tests", "cases", "gezin");

/** One sitting: a chapter begun, or gone on with. */
interface Sitting {
  readonly on: string;
  readonly flow: string;
  /** The answers file in tests/cases/gezin. */
  readonly file: string;
  /** The last question that is answered that day; the others come in a later sitting. */
  readonly until?: string;
  /** How the chapter ends, where it ends here. */
  readonly ends?: string;
  /** What there is to look at once more, by how it begins. */
  readonly checks?: readonly string[];
}

const STORY: readonly Sitting[] = [
  { on: "2026-11-24T09:00:00+01:00", flow: "meldcode", file: "1-meldcode", until: "vormen" },
  { on: "2026-11-24T11:00:00+01:00", flow: "adviesvraag", file: "adviesvraag", ends: "Advies gekregen, en niet helemaal gevolgd" },
  { on: "2026-11-24T13:00:00+01:00", flow: "meedenken", file: "meedenken", ends: "Eerst aanvullen" },
  { on: "2026-11-25T16:00:00+01:00", flow: "meldcode", file: "1-meldcode", ends: "Melden en hulp" },
  { on: "2026-11-25T17:00:00+01:00", flow: "melding", file: "melding", until: "navraag-op" },
  { on: "2026-11-26T16:00:00+01:00", flow: "veiligheidsplan", file: "veiligheidsplan", ends: "Er is een veiligheidsplan" },
  { on: "2026-12-02T12:00:00+01:00", flow: "melding", file: "melding", ends: "Gemeld, en Veilig Thuis is aan zet" },
  { on: "2026-12-11T12:00:00+01:00", flow: "hulpverleningsplan", file: "hulpverleningsplan", ends: "Er is een hulpverleningsplan" },
  {
    on: "2027-01-18T14:00:00+01:00",
    flow: "zicht-op-veiligheid",
    file: "zicht-niet-gestopt",
    ends: "(Opnieuw) melden bij Veilig Thuis",
    checks: ["Het veiligheidsplan of een afspraak past niet meer."],
  },
  { on: "2027-01-18T16:00:00+01:00", flow: "melding", file: "melding-opnieuw", until: "navraag-op" },
  { on: "2027-01-22T16:00:00+01:00", flow: "melding", file: "melding-opnieuw", until: "vt-eigen-rol" },
  { on: "2027-02-03T16:00:00+01:00", flow: "informatieverzoek", file: "informatieverzoek", ends: "Informatie gedeeld" },
  { on: "2027-03-26T11:00:00+01:00", flow: "melding", file: "melding-opnieuw", ends: "Gemeld, en Veilig Thuis is aan zet" },
  { on: "2027-04-12T16:00:00+02:00", flow: "overdracht", file: "overdracht", ends: "Overgedragen en bevestigd" },
  { on: "2027-04-28T16:00:00+02:00", flow: "herstelplan", file: "herstelplan", ends: "Het herstelplan loopt" },
  { on: "2027-06-15T16:00:00+02:00", flow: "samenwerking", file: "samenwerking", ends: "Teruggekeken, met afspraken" },
  { on: "2027-07-09T16:00:00+02:00", flow: "zicht-op-veiligheid", file: "zicht-goed", ends: "Sluiten, met afspraken over blijven letten" },
];

/** Many sittings, one after the other, on a machine that may be busy. */
const PATIENCE = 120_000;

test(
  "from the first signal to the end",
  () =>
    inFolder(async (dir) => {
      const path = await played(dir);
      expect((await run(["verify", path])).status).toBe(0);
      const { stdout } = await run(["export", path]);
      // What depends on the edition and the machine (fingerprints) stands at the end, and is no part of what is read.
      const [body = ""] = stdout.split(/^(?=## Correcties en herkomst$)/m);
      const parts = body.split(/^(?=## Hoofdstuk \d+)/m);
      // Each file is a chapter, in the order in which they began.
      const chapters = [...new Map(STORY.map((sitting) => [sitting.file, sitting])).values()];
      expect(parts).toHaveLength(chapters.length);
      for (const [i, { flow, file }] of chapters.entries()) await isGolden(parts[i] ?? "", i + 1, flow, read(file));
    }),
  PATIENCE,
);

/** Plays the sittings, each on its own day. @returns the path of the case */
async function played(dir: string): Promise<string> {
  let path = "";
  for (const { on, flow, file, until, ends, checks = [] } of STORY) {
    const answers = join(dir, "answers.yaml");
    writeFileSync(answers, stringify(upTo(read(file), until)));
    const words = path === "" ? ["start", "--dir", dir] : ["resume", path, "--flow", flow];
    const { status, stderr, stdout } = await run([...words, "--oefenen", "--answers", answers], { env: { MELDCODE_NOW: on } });
    path = lastLine(stdout);
    const [, said] = /^Klaar\. Uitkomst: (.*?)\.$/m.exec(stderr) ?? [];
    expect([on, file, status, said], stderr).toEqual([on, file, ends === undefined ? 3 : 0, ends]);
    const remarks = stderr.split("\n").flatMap((line) => (line.startsWith("- ") ? [line.slice(2)] : []));
    expect(remarks).toEqual(checks.map((check): unknown => expect.stringContaining(check)));
  }
  return path;
}

/** The record of a chapter is the one that was read; all that was said in the chapter stands in it, and names only in the reports. */
async function isGolden(part: string, n: number, flow: string, answers: unknown): Promise<void> {
  expect(n === 1 || part.startsWith(`## Hoofdstuk ${String(n)}:`)).toBe(true);
  for (const said of spoken(answers)) expect(plain(part)).toContain(plain(said));
  expect([flow, /Naam (?:Zoon|Moeder|Vader|Oma|Melder)|Straat Voorbeeld/.test(part)]).toEqual([flow, flow === "melding"]);
  await expect(part).toMatchFileSnapshot(join(GOLDEN, `${String(n).padStart(2, "0")}-${flow}.md`));
}

const read = (file: string): Readonly<Record<string, unknown>> =>
  parse(readFileSync(join(FAMILY, `${file}.yaml`), "utf8")) as Readonly<Record<string, unknown>>;

/** The answers up to and with this question, in the order of the file. */
function upTo(answers: Readonly<Record<string, unknown>>, last: string | undefined): Readonly<Record<string, unknown>> {
  const all = Object.entries(answers);
  return last === undefined ? answers : Object.fromEntries(all.slice(0, all.findIndex(([q]) => q === last) + 1));
}
