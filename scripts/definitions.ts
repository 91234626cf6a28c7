/** For the build: every shipped flow as the JSON that dist/flows/ holds. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { author } from "../src/adapters/authored.ts";
import { build } from "../src/adapters/definitions.ts";

/** @param folder flows/; a file without steps is no flow (norms) and is left out */
export function built(folder: string): { id: string; json: string }[] {
  const files = readdirSync(folder).filter((name) => name.endsWith(".yaml") && /^steps:/m.test(readFileSync(join(folder, name), "utf8")));
  return files.map((name) => {
    const edition = author(join(folder, name), (norms) => join(folder, `${norms}.yaml`));
    return { id: edition.flow.id, json: JSON.stringify(build(edition, folder)) };
  });
}
