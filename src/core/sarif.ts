/** Findings as SARIF 2.1.0, which editors and CI read. */
import { explanations } from "./nl-explain.ts";
import type { Code, Placed } from "./finding.ts";
import { paper } from "./paper.ts";

const SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

export function sarif(findings: readonly Placed[], version: string): object {
  const codes = [...new Set(findings.map(({ code }) => code))].sort();
  return {
    $schema: SCHEMA,
    version: "2.1.0",
    runs: [
      {
        tool: { driver: { name: "meldcode", version, language: "nl", rules: codes.map(rule) } },
        columnKind: "utf16CodeUnits",
        results: findings.map((finding) => result(finding, codes)),
      },
    ],
  };
}

function rule(code: Code): object {
  const { what, cure } = explanations[code];
  return { id: code, shortDescription: { text: what }, help: { text: cure } };
}

function result({ code, severity, text, file, line, column, example }: Placed, codes: readonly Code[]): object {
  return {
    ruleId: code,
    ruleIndex: codes.indexOf(code),
    level: severity,
    message: { text },
    locations: [{ physicalLocation: { artifactLocation: { uri: uri(file) }, region: { startLine: line, startColumn: column } } }],
    ...(example === undefined ? {} : { properties: { answers: paper(example) } }),
  };
}

/** A path as a URI: relative to where the check was run, or of a file. */
function uri(file: string): string {
  const path = file.replaceAll("\\", "/").split("/").map(encodeURIComponent).join("/");
  if (path.startsWith("/")) return `file://${path}`;
  return /^[A-Za-z]%3A\//.test(path) ? `file:///${path.replace("%3A", ":")}` : path;
}
