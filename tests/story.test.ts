/**
 * One family's story through the program, from the first signal to the end, each chapter written down on its own day. What the record
 * says of each chapter is kept as a file to be read: `npx vitest run tests/story.test.ts -u` writes it anew.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { parse, stringify } from "yaml";
import { inFolder, lastLine, ROOT, run } from "./program.ts";

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
  { on: "2027-01-22T16:00:00+01:00", flow: "melding", file: "melding-opnieuw", ends: "Gemeld, en Veilig Thuis is aan zet" },
  { on: "2027-02-03T16:00:00+01:00", flow: "informatieverzoek", file: "informatieverzoek", ends: "Informatie gedeeld" },
  { on: "2027-04-12T16:00:00+02:00", flow: "overdracht", file: "overdracht", ends: "Overgedragen en bevestigd" },
  { on: "2027-04-28T16:00:00+02:00", flow: "herstelplan", file: "herstelplan", ends: "Het herstelplan loopt" },
  { on: "2027-06-15T16:00:00+02:00", flow: "samenwerking", file: "samenwerking", ends: "Teruggekeken, met afspraken" },
  { on: "2027-07-09T16:00:00+02:00", flow: "zicht-op-veiligheid", file: "zicht-goed", ends: "Sluiten, met afspraken over blijven letten" },
];

test("from the first signal to the end", () =>
  inFolder(async (dir) => {
    let path = "";
    for (const { on, flow, file, until, ends, checks = [] } of STORY) {
      const env = { MELDCODE_NOW: on };
      const answers = join(dir, "answers.yaml");
      writeFileSync(answers, stringify(upTo(read(file), until)));
      const words = path === "" ? ["start", "--dir", dir] : ["resume", path, "--flow", flow];
      const { status, stderr, stdout } = await run([...words, "--oefenen", "--answers", answers], { env });
      path = lastLine(stdout);
      const [, said] = /^Klaar\. Uitkomst: (.*?)\.$/m.exec(stderr) ?? [];
      expect([on, file, status, said], stderr).toEqual([on, file, ends === undefined ? 3 : 0, ends]);
      const remarks = stderr.split("\n").flatMap((line) => (line.startsWith("- ") ? [line.slice(2)] : []));
      expect(remarks).toEqual(checks.map((check): unknown => expect.stringContaining(check)));
      if (ends !== undefined) await isGolden(path, flow);
    }
    expect((await run(["verify", path])).status).toBe(0);
  }));

/** The record of the last chapter of a flow is the one that was read. What depends on the edition and the machine (the fingerprints at the end) is no part of it. */
async function isGolden(path: string, flow: string): Promise<void> {
  const { stdout } = await run(["export", path]);
  const n = flowsIn(path).lastIndexOf(flow) + 1;
  const [body = ""] = stdout.split(/^(?=## Correcties en herkomst$)/m);
  const parts = body.split(/^(?=## Hoofdstuk \d+)/m);
  const part = n === 1 ? parts[0] : parts.find((one) => one.startsWith(`## Hoofdstuk ${String(n)}:`));
  await expect(part).toMatchFileSnapshot(join(GOLDEN, `${String(n).padStart(2, "0")}-${flow}.md`));
}

/** The flow of each chapter of a case. */
function flowsIn(path: string): readonly string[] {
  const lines = readFileSync(path, "utf8").trimEnd().split("\n");
  const begun = lines.map((line) => JSON.parse(line) as Line).filter(({ type }) => type === "begun");
  return begun.map(({ body }) => body.flow);
}

interface Line {
  readonly type: string;
  readonly body: { readonly flow: string };
}

const read = (file: string): Readonly<Record<string, unknown>> =>
  parse(readFileSync(join(FAMILY, `${file}.yaml`), "utf8")) as Readonly<Record<string, unknown>>;

/** The answers up to and with this question, in the order of the file. */
function upTo(answers: Readonly<Record<string, unknown>>, last: string | undefined): Readonly<Record<string, unknown>> {
  const all = Object.entries(answers);
  return last === undefined ? answers : Object.fromEntries(all.slice(0, all.findIndex(([q]) => q === last) + 1));
}
