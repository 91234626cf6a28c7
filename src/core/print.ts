/** Scenarios as YAML, in the form of a scenario file. */
import type { Document } from "./answers.ts";
import type { ExpectationSource } from "./formats.ts";
import { nl } from "./nl.ts";
import { paper } from "./paper.ts";

export interface Written {
  readonly name: string;
  readonly document: Document;
  readonly expect: ExpectationSource;
}

/** @param schema where an editor finds the schema */
export function scenarioFile(flow: string, scenarios: readonly Written[], schema: string, sector?: string): string {
  const head = [
    `# yaml-language-server: $schema=${schema}`,
    `# ${nl.scenario.generated}`,
    "format: 1",
    `flow: ${flow}`,
    ...(sector === undefined ? [] : [`sector: ${sector}`]),
    "",
    "scenarios:",
  ];
  const rows = scenarios.flatMap(({ name, document, expect }) => [
    `  - name: ${JSON.stringify(name)}`,
    ...below("answers", document),
    ...below("expect", { ...expect }),
  ]);
  return [...head, ...rows].join("\n") + "\n";
}

function below(key: string, document: Document): readonly string[] {
  if (Object.keys(document).length === 0) return [`    ${key}: {}`];
  const lines = paper(document).trimEnd().split("\n");
  return [`    ${key}:`, ...lines.map((line) => `      ${line}`)];
}
