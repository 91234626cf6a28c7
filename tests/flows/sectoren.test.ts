/** What differs per sector: proven with the flow, shown by scenarios that notice every change, and walked through the program to a record. */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { readFrom } from "../../src/adapters/cases.ts";
import { gather } from "../../src/adapters/authored.ts";
import { authored } from "../../src/adapters/own.ts";
import { readScenarios } from "../../src/adapters/scenarios.ts";
import { fold } from "../../src/core/case.ts";
import { filled } from "../../src/core/fill.ts";
import { build } from "../../src/core/flow.ts";
import type { Edition, OverlaySource, ScenariosSource } from "../../src/core/formats.ts";
import type { Authored } from "../../src/ports.ts";
import { mutants } from "../../src/core/mutate.ts";
import { mutation } from "../../src/core/mutation.ts";
import { words } from "../../src/core/nl-organisation.ts";
import { origin } from "../../src/core/origin.ts";
import { assembled } from "../../src/core/overlay.ts";
import type { At } from "../../src/core/parts.ts";
import { tried } from "../../src/core/trial.ts";
import { paper } from "../../src/core/paper.ts";
import type { Document } from "../../src/core/answers.ts";
import { json } from "../../src/export/json.ts";
import { everything } from "../everything.ts";
import { inFolder, lastLine, ROOT, runInTurn as run } from "../program.ts";
import { flow as base } from "../shipped.ts";

const FOLDER = join(ROOT, "flows", "sectoren");
const SCENARIOS = join(import.meta.dirname, "sectoren");
const nameOf = (file: string): string => basename(file).split(".")[0] ?? "";
/** Sectors, and the layer that some of them share. */
const overlays = readdirSync(FOLDER).map(nameOf);
const sectors = Object.keys(words.sectors);
const overlay = (id: string): OverlaySource => parse(readFileSync(join(FOLDER, `${id}.yaml`), "utf8")) as OverlaySource;
type Sector = Pick<Authored, "edition" | "isChanged">;
/** As `authored` makes it, which reads the meldcode once more for each. */
const read = new Map(
  everything.bundles.flatMap(({ bundle }): [string, Sector][] => {
    const last = bundle.overlays.at(-1);
    if (bundle.flow.id !== "meldcode" || last === undefined) return [];
    const { edition } = assembled(bundle.flow, bundle.norms, bundle.overlays);
    const isChanged = (at: At): boolean => origin(bundle, edition, at).file === bundle.overlays.length - 1;
    return [[last.id, { edition: filled(edition), isChanged }]];
  }),
);
const inSector = (id: string): Sector => {
  const found = read.get(id);
  if (found === undefined) throw new Error(`no sector ${id}`);
  return found;
};
const editionOf = (id: string): Edition => inSector(id).edition;

describe("the sectors", () => {
  test("are those of the profile, each with its file, its name in the menu, a framework and a date", () => {
    const schema = JSON.parse(readFileSync(join(ROOT, "schemas", "organisation.schema.json"), "utf8")) as {
      $defs: { sector: { enum: string[] } };
    };
    expect(sectors).toEqual(schema.$defs.sector.enum);
    expect(overlays.toSorted()).toEqual([...sectors, "verwijsindex"].toSorted());
    expect(Object.fromEntries(sectors.map((id) => [id, overlay(id).title]))).toEqual(words.sectors);
    for (const id of sectors) {
      const { framework } = editionOf(id).flow;
      expect(framework?.name, id).toBeTruthy();
      expect(framework?.date, id).toBeTruthy();
      expect(framework, id).not.toEqual(base.framework);
    }
  });

  test("say so where the text of the profession was not found, and where it is to be read", () => {
    const general = sectors.filter((id) => overlay(id).framework?.general === true);
    expect(general).toEqual(
      expect.arrayContaining(["paramedici", "verpleegkundigen", "verloskundigen", "jeugdgezondheidszorg", "ggz", "justitie"]),
    );
    for (const id of sectors) {
      expect(overlay(id).framework?.missing?.length ?? 0, id).toBeGreaterThan(0);
      expect(overlay(id).framework?.place, id).toBeTruthy();
    }
  });

  test.each(overlays)("%s: every scenario holds, and every change of what it changes is noticed", (id) => {
    const { scenarios } = readScenarios(join(SCENARIOS, `${id}.scenarios.yaml`));
    const { edition, isChanged } = inSector(id);
    expect(tried(build(edition), scenarios).flatMap(({ scenario, differences }) => differences.map((one) => [scenario.name, one]))).toEqual(
      [],
    );
    const { unnoticed, unproven } = mutation(edition, scenarios, ({ at }) => isChanged(at));
    expect([...unnoticed.map(({ mutant }) => mutant), ...unproven].map(({ at, key, change }) => [at.join("."), key, change])).toEqual([]);
  });
});

describe("where the considerations stand, and in which words", () => {
  const stepOf = (id: string, q: string): number | undefined => build(editionOf(id)).questions.get(q)?.step.number;
  test.each<[string, (number | undefined)[]]>([
    ["anders", [4, 4, 4, 5]],
    ["psychologen", [4, 4, 4, 5]],
    ["sociaal-werk", [4, 4, 4, 5]],
    ["onderwijs", [4, 5, 5, 5]],
    ["artsen", [5, 5, 5, 5]],
    ["tandartsen", [5, 5, 5, 5]],
  ])("%s: vermoeden, acuut, structureel and help in step %j", (id, expected) => {
    expect(["vermoeden", "acuut", "structureel", "hulp-mogelijk"].map((q) => stepOf(id, q))).toEqual(expected);
  });

  test("vermoeden rests on steps 1 to 3 in step 4, and on steps 1 to 4 in step 5", () => {
    const text = (id: string): string => build(editionOf(id)).questions.get("vermoeden")?.text ?? "";
    expect(text("onderwijs")).toContain("stap 1 tot en met 3");
    expect(text("artsen")).toContain("stap 1 tot en met 4");
  });

  test("artsen: their own five steps and the labels of the five considerations", () => {
    const { steps, afwegingen } = editionOf("artsen").flow;
    expect(afwegingen?.map(({ title }) => title)).toEqual(["Vermoeden", "Veiligheid", "Hulp", "Acceptatie", "Resultaat"]);
    const fourth = steps.find(({ number }) => number === 4);
    expect(fourth?.title).toBe("Zo nodig overleggen met andere betrokken professionals");
    expect(fourth?.questions.map(({ id }) => id)).toEqual([
      "overleg-betrokkenen",
      "overleg-betrokkenen-verslag",
      "verwijsindex",
      "verwijsindex-verteld",
    ]);
  });

  test("onderwijs: doubt is no advice any more", () => {
    const flow = build(editionOf("onderwijs"));
    expect([flow.questions.has("advies-na-twijfel"), flow.norms.has("voorzorg-twijfel")]).toEqual([false, false]);
    expect([base.questions.has("advies-na-twijfel"), base.norms.has("voorzorg-twijfel")]).toEqual([true, true]);
  });

  test("tandartsen: as artsen, without the verwijsindex", () => {
    const [dentists, doctors] = ["tandartsen", "artsen"].map((id) => [...build(editionOf(id)).questions.keys()]);
    expect(doctors?.filter((q) => dentists?.includes(q) === false)).toEqual(["verwijsindex", "verwijsindex-verteld"]);
  });

  test.each<[string, string]>([
    ["anders", "Wie is uw cliënt, patiënt of leerling?"],
    ["onderwijs", "Wie is uw leerling?"],
    ["artsen", "Wie is uw patiënt?"],
    ["psychologen", "Wie is uw cliënt, patiënt of leerling?"],
    ["kinderopvang", "Om welk kind gaat het?"],
  ])("%s asks: %s", (id, text) => {
    expect(build(editionOf(id)).questions.get("client-is")?.text).toBe(text);
  });

  test("no name of a word or role is left in a text", () => {
    for (const id of sectors) expect(JSON.stringify(editionOf(id)).match(/\{(?!stappen\})[A-Za-z][a-z-]*\}/g), id).toBeNull();
  });
});

/** The scenario of each sector that is a whole case. */
const whole = sectors.map((id): [string, string, ScenariosSource["scenarios"][number]] => {
  const file = join(SCENARIOS, `${id}.scenarios.yaml`);
  const row = (parse(readFileSync(file, "utf8")) as ScenariosSource).scenarios.find(({ name }) => name.startsWith("Van begin tot eind"));
  if (row === undefined) throw new Error(`no whole case in ${file}`);
  return [id, file, row];
});

const PROFILE = `naam: Stichting Voorbeeld
aandachtsfunctionaris: de zorgcoördinator
leidinggevende: de teamleider
eindverantwoordelijke: de bestuurder van de stichting
veilig-thuis: { naam: Veilig Thuis Voorbeeldregio, telefoon: 088-000 0000 }
`;

describe("one case of each sector, through the program to its record", () => {
  test.concurrent.each(whole)("%s", async (id, file, { answers, change, without, expect: wanted }) => {
    await inFolder(async (folder) => {
      const document = {
        ...(parse(readFileSync(join(dirname(file), answers as string), "utf8")) as Document),
        ...change,
      };
      const kept = Object.fromEntries(Object.entries(document).filter(([q]) => without?.includes(q) !== true));
      writeFileSync(join(folder, "antwoorden.yaml"), paper(kept));
      writeFileSync(join(folder, "profiel.yaml"), `${PROFILE}sector: ${id}\n`);
      const profile = ["--organisation", join(folder, "profiel.yaml")];
      const begun = await run(["start", "--oefenen", "--dir", folder, ...profile, "--answers", join(folder, "antwoorden.yaml")]);
      const { framework } = editionOf(id).flow;
      const followed = `${String(framework?.name)} (${String(framework?.date)})`;
      expect(begun, begun.stderr).toMatchObject({ status: 0, stderr: expect.stringContaining(`U volgt: ${followed}.`) as string });

      const path = lastLine(begun.stdout);
      const record = await run(["export", path]);
      expect(record.stdout).toContain(`- **Afwegingskader:** ${followed}`);
      for (const role of ["de zorgcoördinator", "de teamleider", "de bestuurder van de stichting", "Veilig Thuis Voorbeeldregio"])
        expect(record.stdout).toContain(role);
      expect(record.stdout).toContain("- **Organisatie:** Stichting Voorbeeld");
      expect(record.stdout.split("Niet geverifieerd").length - 1).toBe(framework?.missing?.length);
      expect(json(fold(readFrom(path, {})?.events ?? []))).toMatchObject({
        status: "finished",
        parked: {},
        outcome: { id: wanted.outcome, report: wanted.report },
        chapters: [
          { sector: id, framework: { name: framework?.name, date: framework?.date }, organisation: { name: "Stichting Voorbeeld" } },
        ],
      });
    });
  });
});

test("the sectors above are those that the program has", () => {
  const { edition, isChanged } = authored(ROOT, undefined, "meldcode", "artsen");
  const here = inSector("artsen");
  expect(here.edition).toEqual(edition);
  const places = [...mutants(edition)].map(({ at }) => at);
  expect(places.map(here.isChanged)).toEqual(places.map(isChanged));
  expect(new Set(places.map(isChanged)).size).toBe(2);
});

test("an overlay reads from its file with the place of everything that it changes", () => {
  const norms = (name: string): string => join(ROOT, "flows", `${name}.yaml`);
  const { bundle } = gather(join(ROOT, "flows", "meldcode.yaml"), norms, join(FOLDER, "tandartsen.yaml"));
  expect(bundle.overlays.map(({ id }) => id)).toEqual(["verwijsindex", "artsen", "tandartsen"]);
});
