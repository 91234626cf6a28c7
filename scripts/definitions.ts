/** For the build: every shipped flow, the terms for keeping files and the practice cases, as the JSON that dist/flows/ holds. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { author, authorPractice, readSource } from "../src/adapters/authored.ts";
import { build } from "../src/adapters/definitions.ts";
import { buildPractice, PRACTICE, practiceFile } from "../src/adapters/practice.ts";
import { buildTerms, TERMS, termsFile } from "../src/adapters/retention.ts";
import { retention as isRetention } from "../src/adapters/validators.js";
import { build as flow } from "../src/core/flow.ts";
import type { Edition } from "../src/core/formats.ts";
import { bareSchemas } from "../src/core/schema.ts";

interface Built {
  readonly id: string;
  readonly json: string;
  /** Of a flow: the hash of its edition, and the schema of each question as JSON. */
  readonly answers?: { readonly hash: string; readonly schemas: ReadonlyMap<string, string> };
}

/** @param folder flows/; a file without steps is no flow (norms) and is left out */
export function built(folder: string): readonly Built[] {
  const files = readdirSync(folder).filter((name) => name.endsWith(".yaml") && /^steps:/m.test(readFileSync(join(folder, name), "utf8")));
  const editionOf = (name: string): Edition => author(join(folder, name), (norms) => join(folder, `${norms}.yaml`));
  const flows = files.map((name) => {
    const edition = editionOf(name);
    const made = build(edition, folder);
    return { id: edition.flow.id, json: JSON.stringify(made), answers: { hash: made.editionHash, schemas: bareSchemas(flow(edition)) } };
  });
  const terms = buildTerms(readSource(termsFile(folder), isRetention).source, folder);
  const practice = buildPractice(
    authorPractice(practiceFile(folder), (flow) => editionOf(`${flow}.yaml`)),
    folder,
  );
  return [...flows, { id: TERMS, json: JSON.stringify(terms) }, { id: PRACTICE, json: JSON.stringify(practice) }];
}
