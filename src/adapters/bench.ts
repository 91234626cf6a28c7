/** What the verbs about scenarios need, from YAML. */
import { existsSync, statSync } from "node:fs";
import { join } from "node:path";
import { UsageDefect } from "../core/defect.ts";
import { nl } from "../core/nl.ts";
import type { Bench } from "../ports.ts";
import { authored, type Own } from "./own.ts";
import { readScenarios, scenarioFiles, shortest } from "./scenarios.ts";

/** @param root the folder of the package. @throws UsageDefect when the folder with own definitions is not there */
export function bench(root: string, own: Own | undefined): Bench {
  if (own !== undefined && !(existsSync(own.folder) && statSync(own.folder).isDirectory()))
    throw new UsageDefect(nl.flow.noFolder(own.folder));
  return {
    files: () => scenarioFiles(root, own?.folder),
    scenarios: readScenarios,
    authored: (id) => authored(root, own, id),
    schema: shortest(join(root, "schemas", "scenarios.schema.json")),
  };
}
