/** For the build: every shipped flow, by itself and in each sector, the terms for keeping files, the words of the language check and the practice cases, as the JSON that dist/flows/ holds. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { author, authorLanguage, authorOpen, authorPractice, readSource } from "../src/adapters/authored.ts";
import { asBuilt } from "../src/adapters/built.ts";
import { asDefinition, builtName, filesOf, ids, SECTORS } from "../src/adapters/definitions.ts";
import { LANGUAGE, languageFile } from "../src/adapters/language.ts";
import { PRACTICE, practiceFile } from "../src/adapters/practice.ts";
import { TERMS, termsFile } from "../src/adapters/retention.ts";
import { overlay as isOverlay, retention as isRetention } from "../src/adapters/validators.js";
import { filled } from "../src/core/fill.ts";
import { build as flow } from "../src/core/flow.ts";
import type { Edition, OverlaySource } from "../src/core/formats.ts";
import { bareSchemas } from "../src/core/schema.ts";

interface Built {
  /** Of the file in dist/flows/. */
  readonly name: string;
  readonly json: string;
  /** Of a flow in no sector: the hash of its edition, and the schema of each question as JSON. */
  readonly answers?: { readonly hash: string; readonly schemas: ReadonlyMap<string, string> };
}

/** @param folder flows/; a file without steps is no flow (norms) and is left out */
export function built(folder: string): readonly Built[] {
  const files = readdirSync(folder).filter((name) => name.endsWith(".yaml") && /^steps:/m.test(readFileSync(join(folder, name), "utf8")));
  const norms = (name: string): string => join(folder, `${name}.yaml`);
  const overlays = ids(join(folder, SECTORS)).map((id) => join(folder, SECTORS, `${id}.yaml`));
  const bases = overlays.map((file) => ({ file, base: readSource<OverlaySource>(file, isOverlay).source.base }));
  const flows = files.flatMap((name) => {
    const file = join(folder, name);
    const own = bases.filter(({ base }) => `${base}.yaml` === name);
    return [undefined, ...own.map((one) => one.file)].flatMap((overlay) => both(authorOpen(file, norms, overlay), folder));
  });
  const one = (id: string, made: unknown, file: string): Built => ({ name: `${id}.json`, json: JSON.stringify(asBuilt(made, [file])) });
  const practice = authorPractice(practiceFile(folder), (flow) => author(join(folder, `${flow}.yaml`), norms));
  return [
    ...flows,
    one(TERMS, readSource(termsFile(folder), isRetention).source, termsFile(folder)),
    one(LANGUAGE, authorLanguage(languageFile(folder)), languageFile(folder)),
    one(PRACTICE, practice, practiceFile(folder)),
  ];
}

/** As it is used, and with the names of roles still in the texts: for who has a profile. */
function both(open: Edition, folder: string): readonly Built[] {
  const [id, sector] = [open.flow.id, open.overlays.at(-1)];
  const files = filesOf(folder, open);
  const made = asDefinition(filled(open));
  const answers = open.overlays.length > 0 ? {} : { answers: { hash: made.editionHash, schemas: bareSchemas(flow(made.edition)) } };
  return [
    { name: builtName(id, sector, false), json: JSON.stringify(asBuilt(made, files)), ...answers },
    { name: builtName(id, sector, true), json: JSON.stringify(asBuilt(asDefinition(open), files)) },
  ];
}
