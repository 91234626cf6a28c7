/** Nothing that was written for a reader is lost, and every question that a document names is there. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import type { Chapter } from "../../src/core/chapter.ts";
import type { DocumentKind } from "../../src/export/documents/document.ts";
import { written } from "../../src/export/markdown.ts";
import { answered, read } from "../../src/export/reading.ts";
import { ROOT } from "../program.ts";
import { family, made } from "./family.ts";

beforeAll(family, 60_000);

const chapter = async (flow: string): Promise<Chapter> => {
  const found = (await family()).chapters.find((one) => one.flow.id === flow);
  if (found === undefined) throw new Error(flow);
  return found;
};

/** What is not for the reader: how the document was chosen, and what came after it. */
const NOT_FOR: Readonly<Record<string, readonly string[]>> = {
  melding: [
    "signalen-keuze",
    "gemeld-op",
    "gemeld-hoe",
    "gemeld-bij",
    "navraag-op",
    "vt-besluit",
    "vt-besluit-op",
    "vt-besluit-tekst",
    "vt-voorwaarden",
    "vt-momenten",
    "vt-eigen-rol",
  ],
  overdracht: ["bevestiging-navraag"],
  adviesvraag: [
    "advies-aan",
    "herkenbaar",
    "advies-plan",
    "advies-op",
    "advies-van",
    "advies-antwoord",
    "advies-volgen",
    "advies-afwijken",
    "advies-doen",
    "advies-terug",
  ],
};

describe("what the story answered in its own questions stands in the document", () => {
  test.each<[string, DocumentKind]>([
    ["melding", "melding"],
    ["overdracht", "overdracht"],
    ["adviesvraag", "advies"],
  ])("%s", async (flow, kind) => {
    const reading = read(await chapter(flow));
    const text = written((await made(kind)).paper);
    const { answers } = reading.chapter;
    const lost = reading.walk.path.filter(({ id, kind: of, given, label }) => {
      const answer = answers.get(id);
      const isFilled = answered(reading, id) && (answer?.kind === "list" ? answer.items.length > 0 : answer?.value !== null);
      // These entries stand there under who it is, and under the kind of fact.
      return !given && of !== "notice" && isFilled && !["personen", "nieuwe-feiten"].includes(id) && !text.includes(label);
    });
    expect(lost.map(({ id }) => id)).toEqual(NOT_FOR[flow]);
  });
});

test.each([
  ["melding", "melding"],
  ["overdracht", "overdracht"],
  ["advies", "adviesvraag"],
])("every question that %s names is one of its chapter", async (file, flow) => {
  const { questions } = (await chapter(flow)).flow;
  const source = readFileSync(join(ROOT, "src", "export", "documents", `${file}.ts`), "utf8");
  const lists = [...source.matchAll(/(?:told|apart)\(reading, \[([^\]]*)\]/g)].map(([, ids = ""]) => ids);
  const ids = lists.flatMap((list) => [...list.matchAll(/"([^"]+)"/g)].map(([, id = ""]) => id));
  expect(ids.length).toBeGreaterThan(5);
  expect(ids.filter((id) => !questions.has(id))).toEqual([]);
});
