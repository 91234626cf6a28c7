/** For the build: every shipped flow, the terms for keeping files, the words of the language check and the practice cases, as the JSON that dist/flows/ holds. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { author, authorLanguage, authorPractice, readSource } from "../src/adapters/authored.ts";
import { build } from "../src/adapters/definitions.ts";
import { buildLanguage, LANGUAGE, languageFile } from "../src/adapters/language.ts";
import { buildPractice, PRACTICE, practiceFile } from "../src/adapters/practice.ts";
import { buildTerms, TERMS, termsFile } from "../src/adapters/retention.ts";
import { retention as isRetention } from "../src/adapters/validators.js";
import type { Edition } from "../src/core/formats.ts";

/** @param folder flows/; a file without steps is no flow (norms) and is left out */
export function built(folder: string): { id: string; json: string }[] {
  const files = readdirSync(folder).filter((name) => name.endsWith(".yaml") && /^steps:/m.test(readFileSync(join(folder, name), "utf8")));
  const editionOf = (name: string): Edition => author(join(folder, name), (norms) => join(folder, `${norms}.yaml`));
  const flows = files.map((name) => {
    const edition = editionOf(name);
    return { id: edition.flow.id, json: JSON.stringify(build(edition, folder)) };
  });
  const terms = buildTerms(readSource(termsFile(folder), isRetention).source, folder);
  const language = buildLanguage(authorLanguage(languageFile(folder)), folder);
  const practice = buildPractice(
    authorPractice(practiceFile(folder), (flow) => editionOf(`${flow}.yaml`)),
    folder,
  );
  return [
    ...flows,
    { id: TERMS, json: JSON.stringify(terms) },
    { id: LANGUAGE, json: JSON.stringify(language) },
    { id: PRACTICE, json: JSON.stringify(practice) },
  ];
}
