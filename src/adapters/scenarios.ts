/** Scenario files: YAML that fits its schema, with the place of every scenario and of every fault in its answers. */
import { existsSync, readdirSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { cleaned, type Document } from "../core/answers.ts";
import { AnswerDefect, FlowDefect, UsageDefect } from "../core/defect.ts";
import type { ScenarioSource, ScenariosSource } from "../core/formats.ts";
import { nl } from "../core/nl.ts";
import type { Given, Scenario } from "../core/scenario.ts";
import { isMapping } from "../core/value.ts";
import type { Scenarios } from "../ports.ts";
import { line, readSource } from "./authored.ts";
import { SECTORS } from "./definitions.ts";
import { readText } from "./files.ts";
import { scenarios as isScenarios } from "./validators.js";
import { parseYaml } from "./yaml.ts";

const END = ".scenarios.yaml";

/**
 * The scenario files of a folder with own definitions, or that of a sector in it; where it has none, those of the package.
 * @param root the folder of the package; its scenarios are not shipped, they stand beside its source
 * @throws UsageDefect when there are none
 */
export function scenarioFiles(root: string, own: string | undefined, sector?: string): readonly string[] {
  const folders = [...(own === undefined ? [] : [own]), join(root, "tests", "flows")].map((folder) =>
    sector === undefined ? folder : join(folder, SECTORS),
  );
  const isWanted = (name: string): boolean => (sector === undefined ? name.endsWith(END) : name === `${sector}${END}`);
  for (const folder of folders) {
    const names = existsSync(folder) ? readdirSync(folder).filter(isWanted) : [];
    if (names.length > 0) return names.sort().map((name) => shortest(join(folder, name)));
  }
  throw new UsageDefect(nl.scenario.noFiles(folders[0] ?? ""));
}

export function shortest(path: string): string {
  const short = relative(process.cwd(), path);
  return short.startsWith("..") ? path : short;
}

/** @throws FlowDefect with `file:line:column` when the file is wrong, AnswerDefect when an answers file it names is */
export function readScenarios(file: string): Scenarios {
  const { source, place } = readSource<ScenariosSource>(file, isScenarios);
  const named = new Set<string>();
  const scenarios = source.scenarios.map((row, i): Scenario => {
    const at = (path: readonly (string | number)[]): string => {
      const spot = place(["scenarios", i, ...path]);
      return `${file}:${String(spot.line)}:${String(spot.column)}`;
    };
    if (named.has(row.name)) throw new FlowDefect(line(file, place(["scenarios", i, "name"]), nl.yaml.twice(row.name)));
    named.add(row.name);
    return {
      name: row.name,
      place: at([]),
      document: answersOf(file, row),
      given: (row.given ?? {}) as Given,
      written: row.written,
      expect: row.expect,
    };
  });
  return { file, flow: source.flow, sector: source.sector, scenarios, spot: (path) => line(file, place(path), "").replace(/: $/, "") };
}

function answersOf(file: string, { answers, change, without }: ScenarioSource): Document {
  const base = typeof answers === "string" ? readAnswers(join(dirname(file), answers)) : answers;
  const kept = Object.entries(base).filter(([q]) => without?.includes(q) !== true);
  return cleaned(Object.fromEntries([...kept, ...Object.entries(change ?? {})])).document;
}

function readAnswers(path: string): Document {
  const parsed = parseYaml(readText(path, (what) => new AnswerDefect(what)));
  if ("what" in parsed) throw new AnswerDefect(`${path}:${String(parsed.line)}: ${parsed.what}`);
  if (!isMapping(parsed.data)) throw new AnswerDefect(`${path}:1: ${nl.yaml.notMapping}`);
  return parsed.data;
}
