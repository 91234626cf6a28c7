/** What the verbs about scenarios need, from YAML. */
import { join } from "node:path";
import type { Bench } from "../ports.ts";
import { assertFolder, authored, type Own } from "./own.ts";
import { readScenarios, scenarioFiles, shortest } from "./scenarios.ts";

/** @param root the folder of the package. @throws UsageDefect when the folder with own definitions is not there */
export function bench(root: string, own: Own | undefined): Bench {
  assertFolder(own?.folder);
  return {
    files: (sector) => scenarioFiles(root, own?.folder, sector),
    scenarios: readScenarios,
    authored: (id, sector) => authored(root, own, id, sector),
    schema: shortest(join(root, "schemas", "scenarios.schema.json")),
  };
}
