/** Definitions with one defect each: it is found, there and nothing else; its clean twin has none; and the answers that should show it, do. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { submitted } from "../../src/adapters/submitted.ts";
import type { Document } from "../../src/core/answers.ts";
import { holds, normalise, ALWAYS, type Condition } from "../../src/core/condition.ts";
import type { Finding } from "../../src/core/finding.ts";
import type { ConditionSource, Edition } from "../../src/core/formats.ts";
import { inspect } from "../../src/core/inspect.ts";
import { nl } from "../../src/core/nl.ts";
import type { At } from "../../src/core/parts.ts";
import { findingsIn } from "../../src/core/report.ts";
import { laidOut, names } from "./corpus.ts";
import { replayed } from "./replay.ts";

const ROOT = join(import.meta.dirname, "..", "..");
const TODAY = "2026-11-22";
/** Answers must come with it, and show it. */
const EXAMPLE = true;

/** The file in corpus/, where the defect stands (which of its files, line, column), and what it is. */
const DEFECTS: readonly [string, string, Finding["severity"], Finding["code"], true?][] = [
  ["aanpassing-haalt-weg", "proef:34:17", "error", "onbekende-naam"],
  ["aanpassing-onbekend", "aanpassing:7:7", "error", "aanpassing-past-niet"],
  ["aanpassing-onbereikbaar", "aanpassing:14:7", "error", "onbereikbaar"],
  ["aanpassing-versie", "aanpassing:5:1", "error", "aanpassing-past-niet"],
  ["afgeleid-feit", "proef:22:25", "error", "afgeleid-feit"],
  ["agenda-zonder-datum", "proef:23:9", "error", "vorm"],
  ["deel-altijd", "proef:28:25", "warning", "altijd-waar"],
  ["deel-nooit", "proef:29:36", "warning", "nooit-waar"],
  ["doodlopend-getal", "proef:16:9", "error", "doodlopend"],
  ["doodlopend-keuzes", "proef:17:9", "error", "doodlopend"],
  ["doodlopend-verwijzing-2", "proef:36:46", "error", "doodlopend", EXAMPLE],
  ["doodlopend-verwijzing", "proef:28:46", "error", "doodlopend", EXAMPLE],
  ["dubbele-bron", "proef:27:7", "error", "dubbel"],
  ["dubbele-keuze", "proef:16:43", "error", "dubbel"],
  ["dubbele-stap", "proef:17:5", "error", "dubbel"],
  ["dubbele-uitkomst", "proef:19:7", "error", "dubbel"],
  ["dubbele-vraag", "proef:22:9", "error", "dubbel"],
  ["gat-bij-lege-lijst", "proef:21:1", "error", "geen-uitkomst", EXAMPLE],
  ["gat-bij-overslaan", "proef:18:1", "error", "geen-uitkomst", EXAMPLE],
  ["gat-bij-uitstel", "proef:59:1", "error", "geen-uitkomst", EXAMPLE],
  ["gat-in-combinatie", "proef:30:1", "error", "geen-uitkomst", EXAMPLE],
  ["gat-in-getal", "proef:18:1", "error", "geen-uitkomst", EXAMPLE],
  ["gat-in-keuze", "proef:17:1", "error", "geen-uitkomst", EXAMPLE],
  ["gat-na-besluit", "proef:52:1", "error", "geen-uitkomst", EXAMPLE],
  ["geen-bron", "proef:21:9", "warning", "geen-bron"],
  ["geen-datum", "proef:6:1", "error", "geen-datum"],
  ["geen-regel", "proef:40:5", "error", "geen-regel", EXAMPLE],
  ["geen-uitleg", "proef:17:9", "warning", "geen-uitleg"],
  ["gekozen-keuze-ontbreekt", "proef:28:50", "error", "onbekende-naam"],
  ["gereserveerd", "proef:17:9", "error", "gereserveerd-woord"],
  ["grens-aantal", "proef:26:17", "error", "buiten-grenzen"],
  ["grens-altijd", "proef:29:25", "warning", "buiten-grenzen"],
  ["grens-getal", "proef:23:17", "error", "buiten-grenzen"],
  ["grens-in-regel", "proef:25:30", "error", "buiten-grenzen"],
  ["herziening", "proef:6:1", "warning", "herziening-voorbij"],
  ["keuze-nooit-waar", "proef:29:42", "warning", "nooit-waar"],
  ["keuze-nooit", "proef:16:79", "error", "keuze-onbereikbaar"],
  ["koppeling-zonder-uitzondering", "proef:29:43", "error", "onbekende-naam"],
  ["latere-via-norm", "proef:23:25", "error", "latere-vraag"],
  ["latere-vraag", "proef:16:17", "error", "latere-vraag"],
  ["niet-buiten-pad", "proef:29:17", "error", "niet-zonder-asked", EXAMPLE],
  ["niet-in-norm", "normen:11:12", "error", "niet-zonder-asked", EXAMPLE],
  ["niet-in-regel", "proef:25:30", "error", "niet-zonder-asked", EXAMPLE],
  ["niet-in-uitkomst", "proef:26:41", "error", "niet-zonder-asked", EXAMPLE],
  ["niet-over-lijst", "proef:32:17", "error", "niet-zonder-asked", EXAMPLE],
  ["niet-overgeslagen", "proef:23:17", "error", "niet-zonder-asked", EXAMPLE],
  ["niet-uitgesteld", "proef:35:17", "error", "niet-zonder-asked", EXAMPLE],
  ["norm-altijd", "normen:11:12", "warning", "norm-altijd"],
  ["norm-herziening", "normen:15:5", "warning", "herziening-voorbij"],
  ["norm-in-kring", "normen:10:21", "error", "norm-in-kring"],
  ["norm-nooit-ter-sprake", "normen:10:5", "error", "norm-nooit"],
  ["norm-nooit", "normen:11:12", "error", "norm-nooit"],
  ["norm-zonder-bron", "normen:13:5", "warning", "geen-bron"],
  ["norm-zonder-regel", "normen:9:5", "error", "norm-zonder-regel", EXAMPLE],
  ["onbekend-veld", "proef:25:30", "error", "onbekende-naam"],
  ["onbekende-bron", "proef:21:19", "error", "onbekende-bron"],
  ["onbekende-keuze", "proef:22:21", "error", "onbekende-keuze"],
  ["onbekende-lijst", "proef:27:46", "error", "onbekende-naam"],
  ["onbekende-norm", "proef:23:25", "error", "onbekende-naam"],
  ["onbekende-stand", "proef:23:25", "error", "onbekende-naam"],
  ["onbekende-vraag", "proef:22:17", "error", "onbekende-naam"],
  ["ongebruikt", "proef:17:9", "note", "ongebruikt"],
  ["overbodig", "proef:29:25", "note", "overbodig"],
  ["overlap-in-getal", "proef:20:33", "error", "twee-uitkomsten", EXAMPLE],
  ["overlap-in-keuze", "proef:19:33", "error", "twee-uitkomsten", EXAMPLE],
  ["overlap-in-lijst", "proef:24:33", "error", "twee-uitkomsten", EXAMPLE],
  ["overlap-via-norm", "proef:26:33", "error", "twee-uitkomsten", EXAMPLE],
  ["regel-nooit-waar", "proef:25:22", "error", "onbereikbaar"],
  ["regel-nooit", "proef:42:26", "warning", "regel-nooit"],
  ["rust-op-onbereikbaar", "proef:22:9", "error", "onbereikbaar"],
  ["stap-nooit", "proef:26:5", "error", "onbereikbaar"],
  ["te-weinig-keuzes", "proef:23:9", "error", "onbereikbaar"],
  ["te-weinig-regels-2", "proef:26:9", "error", "onbereikbaar"],
  ["te-weinig-regels", "proef:26:9", "error", "onbereikbaar"],
  ["tegenspraak-met-stap", "proef:26:17", "error", "onbereikbaar"],
  ["tegenspraak", "proef:22:9", "error", "onbereikbaar"],
  ["termijn-zonder-datum", "proef:25:5", "error", "onbekende-naam"],
  ["toets-past-niet", "proef:22:17", "error", "toets-past-niet"],
  ["tussen-twee-getallen", "proef:21:9", "error", "onbereikbaar"],
  ["uitkomst-nooit", "proef:27:33", "error", "uitkomst-nooit"],
  ["uitzondering-altijd", "proef:32:23", "error", "doodlopend"],
  ["uitzondering-nooit", "proef:32:13", "warning", "nooit-waar"],
  ["uitzondering-onbekend-antwoord", "proef:32:23", "error", "niet-zonder-asked"],
  ["uitzondering-onbekend-veld", "proef:32:23", "error", "onbekende-naam"],
  ["veld-nooit", "proef:19:49", "error", "onbereikbaar"],
  ["veld-via-veld", "proef:20:49", "error", "onbereikbaar"],
  ["via-aantal", "proef:25:9", "error", "onbereikbaar"],
  ["via-datum", "proef:21:9", "error", "onbereikbaar"],
  ["via-drie-vragen", "proef:36:9", "error", "onbereikbaar"],
  ["via-elke-regel", "proef:25:9", "error", "onbereikbaar"],
  ["via-getal", "proef:28:9", "error", "onbereikbaar"],
  ["via-keuzes", "proef:22:9", "error", "onbereikbaar"],
  ["via-norm", "proef:30:9", "error", "onbereikbaar"],
  ["via-overslaan", "proef:23:9", "error", "onbereikbaar"],
  ["via-tussenvraag", "proef:29:9", "error", "onbereikbaar"],
  ["via-twee-verwijzingen", "proef:40:9", "error", "onbereikbaar"],
  ["via-verwijzing", "proef:32:9", "error", "onbereikbaar"],
  ["vorm-ontbreekt", "proef:1:1", "error", "vorm"],
  ["vorm-soort", "proef:18:9", "error", "vorm"],
  ["vorm-te-veel", "proef:23:9", "error", "vorm"],
  ["waarde-past-niet", "proef:23:22", "error", "waarde-past-niet"],
  ["yaml", "proef:27:1", "error", "yaml"],
  ["wacht-op-niets", "proef:17:47", "error", "onbekende-naam"],
];

const folder = mkdtempSync(join(tmpdir(), "meldcode-corpus-"));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});
const read = (name: string, isClean: boolean): ReturnType<typeof submitted> =>
  submitted(ROOT, laidOut(name, isClean, join(folder, name, isClean ? "clean" : "defect")));

test("every file has its row", () => {
  expect(DEFECTS.map(([name]) => name).sort()).toEqual([...names].sort());
  expect(DEFECTS.length).toBeGreaterThanOrEqual(40);
});

describe.each(DEFECTS)("%s", (name, place, severity, code, example) => {
  test("is found, there, and nothing else is", () => {
    const { findings } = findingsIn(read(name, false), TODAY);
    expect(
      findings.map((one) => [`${basename(one.file, ".yaml")}:${String(one.line)}:${String(one.column)}`, one.severity, one.code]),
    ).toEqual([[place, severity, code]]);
    expect(findings.map((one) => one.example !== undefined)).toEqual([example === EXAMPLE]);
  });

  test("its clean twin has nothing", () => {
    expect(findingsIn(read(name, true), TODAY).findings).toEqual([]);
  });
});

test.each(DEFECTS.filter(([, , , , example]) => example))("%s: the answers show it in the real start", (name) => {
  for (const { bundle } of read(name, false).bundles) {
    const { edition, findings } = inspect(bundle, TODAY);
    for (const { code, at, text, example } of findings) if (example !== undefined) shows(edition, code, at, text, example);
  }
});

function shows(edition: Edition, code: Finding["code"], at: At, text: string, example: Document): void {
  const { walk, message } = replayed(edition, example);
  const quoted = [...text.matchAll(/‘([^’]+)’/g)].map(([, id]) => id ?? "");
  if (code === "geen-uitkomst") expect(message).toBe(nl.flow.notOneOutcome([]));
  else if (code === "twee-uitkomsten") expect(message).toBe(nl.flow.notOneOutcome(quoted));
  else if (walk === undefined) throw new Error(message);
  else if (code === "geen-regel") expect([walk.report, walk.path.some(({ id }) => id === "d")]).toEqual([undefined, true]);
  else if (code === "norm-zonder-regel") expect([walk.norms.get("norm-a"), walk.report?.rule]).toEqual(["met", "advised"]);
  else if (code === "doodlopend") expect([walk.next?.id, walk.scope.entries("l")?.length ?? 0]).toEqual(["m", 0]);
  else {
    expect(code).toBe("niet-zonder-asked");
    const negated = conditionAt(edition, at.slice(0, -1));
    const q = quoted.find((word) => word !== "not") ?? "";
    // Inside some: an entry of the list has it.
    const some = at.indexOf("some");
    const list = some < 0 ? undefined : String(at[some - 1]);
    const silent: Condition = { op: "all", of: [negated, { op: "not", of: { op: "asked", q } }] };
    expect(holds(list === undefined ? silent : { op: "some", q: list, of: silent }, walk.scope)).toBe(true);
  }
}

const conditionAt = (edition: Edition, at: At): Condition =>
  normalise(at.reduce<unknown>((part, key) => (part as Readonly<Record<string, unknown>>)[key], edition) as ConditionSource, ALWAYS);
