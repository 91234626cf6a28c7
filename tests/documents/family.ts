/** The story of the family, played once through the program, and documents of it. */
import { join } from "node:path";
import { readFrom } from "../../src/adapters/cases.ts";
import { fold, type Case } from "../../src/core/case.ts";
import { document, type DocumentKind, type Made } from "../../src/export/documents/document.ts";
import { inFolder, lastLine, NOW, ROOT, run } from "../program.ts";

const ANSWERS = join(ROOT, "tests", "cases", "gezin");
const CHAPTERS = ["adviesvraag", "melding", "veiligheidsplan", "hulpverleningsplan", "overdracht", "herstelplan"];
/** The id of a case differs each time; a document that names it must not. */
const ID = "2026-11-21-gezin1";

let known: Promise<Case> | undefined;

/** The case with a chapter for every document. */
export const family = (): Promise<Case> => (known ??= inFolder(play));

async function play(dir: string): Promise<Case> {
  const env = { MELDCODE_HOME: dir, MELDCODE_NOW: NOW };
  const started = await run(["start", "--oefenen", "--dir", dir, "--answers", join(ANSWERS, "1-meldcode.yaml")], { env });
  const path = lastLine(started.stdout);
  for (const chapter of CHAPTERS) {
    const { status, stderr } = await run(["resume", path, "--flow", chapter, "--answers", join(ANSWERS, `${chapter}.yaml`)], { env });
    if (status !== 0) throw new Error(`${chapter}: ${stderr}`);
  }
  const read = readFrom(path, {});
  if (read === undefined) throw new Error(`${path} cannot be read`);
  return { ...fold(read.events), id: ID };
}

/** Every document that the story gives, with whom it is for. */
export const DOCUMENTS: readonly (readonly [name: string, kind: DocumentKind, voor: string | undefined])[] = [
  ["melding", "melding", undefined],
  ["advies", "advies", undefined],
  ["overdracht", "overdracht", undefined],
  ["plan", "plan", undefined],
  ["gezin-moeder", "gezin", "moeder"],
  ["gezin-vader", "gezin", "vader"],
  ["gezin-zoon", "gezin", "zoon"],
  ["gezin-oma", "gezin", "Oma"],
  ["dossier-moeder", "dossier", "moeder"],
  ["dossier-vader", "dossier", "Vader"],
  ["dossier-zoon", "dossier", "zoon"],
];

export const made = async (kind: DocumentKind, voor?: string): Promise<Made> => document(await family(), kind, voor);
