// Builds dist/: CommonJS chunks, one for each command (start-up is decided here), the definitions as JSON, the texts of
// --version and --help, and V8's code cache of what a first run compiles. Run by `npm ci` (prepare) and before the tests.
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";

const require = createRequire(import.meta.url);
const { version } = JSON.parse(readFileSync("package.json", "utf8"));
const target = "node20.19";

const { answers } = await import("./validators.mjs");
const { example } = await import("./example.mjs");
const { asFunction, baseOf, tablesOf } = await import("./chunks.mjs");

// Commander asks for child_process, which costs as much as the rest of it, and uses it only for commands in files of their own.
const noChildProcess = {
  name: "no-child-process",
  setup: (builder) => {
    builder.onResolve({ filter: /^node:child_process$/ }, ({ importer }) =>
      importer.includes("commander") ? { path: "none", namespace: "none" } : undefined,
    );
    builder.onLoad({ filter: /.*/, namespace: "none" }, () => ({ contents: "module.exports = {};" }));
  },
};
// @inquirer/core breaks every row to the width of the terminal, with patterns that are felt when they are made. Our rows have that
// width already, so what breaks them comes only for a row that does not fit, or with characters whose width is not sure.
const rowsThatFit = {
  name: "rows-that-fit",
  setup: (builder) => {
    builder.onResolve({ filter: /^fast-wrap-ansi$/ }, ({ namespace, resolveDir }) =>
      namespace === "fit" ? undefined : { path: "fit", namespace: "fit", pluginData: resolveDir },
    );
    builder.onLoad({ filter: /.*/, namespace: "fit" }, ({ pluginData }) => ({
      resolveDir: pluginData,
      contents: String.raw`
        const NARROW = /^[\x20-\x7E\u00A0-\u00AC\u00AE-\u02FF\u2010-\u2027\u2190-\u21FF\u2500-\u25FC]*$/;
        export function wrapAnsi(row, columns, options) {
          const words = row.replace(/\x1b\[\d+m/g, "");
          return words.length < columns && NARROW.test(words) ? row : require("fast-wrap-ansi").wrapAnsi(row, columns, options);
        }`,
    }));
  },
};
const bundle = (entry, options = {}) =>
  build({
    bundle: true,
    platform: "node",
    format: "esm",
    target,
    entryPoints: [entry],
    outdir: "dist",
    write: false,
    define: { MELDCODE_VERSION: JSON.stringify(version) },
    plugins: [noChildProcess, rowsThatFit],
    ...options,
  });

// The definitions, by the same code that reads them when a YAML file was changed, and validators of the answers to them.
const tools = await bundle("scripts/definitions.ts", { format: "cjs" });
const scratch = mkdtempSync(join(tmpdir(), "meldcode-build-"));
writeFileSync(join(scratch, "definitions.cjs"), tools.outputFiles[0].text);
const definitions = require(join(scratch, "definitions.cjs")).built("flows");
await answers(definitions.flatMap((one) => one.answers ?? []));

// Every file costs, and so does every function in it: main.cjs holds the command line, talk.cjs the commands that ask questions, session
// what the first question in a terminal needs, commands.cjs what the other commands share; other prompts, YAML and ajv come when they are
// asked for. quick.cjs has `export FILE`, whole, and glimpse.cjs what a thread does.
const split = await bundle("src/main.ts", { splitting: true, chunkNames: "[name]-[hash]", metafile: true });
const { outputs } = split.metafile;
const home = new Map();
const gather = (path, table) => {
  if (home.has(baseOf(path))) return;
  home.set(baseOf(path), table);
  for (const { path: next, kind } of outputs[path].imports) if (kind === "import-statement" && next in outputs) gather(next, table);
};
const entry = (source) => Object.keys(outputs).find((path) => outputs[path].entryPoint === source);
gather(entry("src/main.ts"), "main");
for (const name of ["start", "resume"]) gather(entry(`src/commands/${name}.ts`), "talk");
for (const { entryPoint } of Object.values(outputs)) if (entryPoint?.startsWith("src/commands/")) gather(entry(entryPoint), "commands");
gather(entry("src/adapters/session.ts"), "session");

const tables = await tablesOf(split, home, new Set(["main", "talk", "session"]), target);
for (const [name, source] of [
  ["quick", "src/quick.ts"],
  ["glimpse", "src/adapters/glimpse.ts"],
]) {
  const { outputFiles } = await bundle(source, { format: "cjs", minify: true, supported: { "dynamic-import": false } });
  tables.set(name, [asFunction(name, outputFiles[0].text)]);
}

rmSync("dist", { recursive: true, force: true });
mkdirSync("dist/flows/open", { recursive: true });
for (const [name, makers] of tables) writeFileSync(join("dist", `${name}.cjs`), `({${makers.join(",\n")}})`);

for (const { name, json } of definitions) writeFileSync(join("dist/flows", name), json);
const { load } = require("../bin/meldcode.js");
const { help } = load("main.cjs").main;
writeFileSync("dist/version.txt", `${version}\n`);
writeFileSync("dist/help.txt", await help());

// First runs; what they compile is cached beside each bundle. Another version of Node ignores it.
const env = { ...process.env, MELDCODE_NOW: "2026-11-21T10:00:00+01:00" };
const run = (exit, script, ...argv) => {
  const { status, stderr, stdout } = spawnSync(process.execPath, [script, ...argv], { env, encoding: "utf8" });
  if (status !== exit) throw new Error(`a first run of ${argv.join(" ")} ended with ${status}, not ${exit}: ${stderr}`);
  return stdout.trim();
};
const prepared = (exit, answers) =>
  run(exit, "bin/meldcode.js", "start", "--oefenen", "--dir", scratch, "--answers", `tests/cases/${answers}.yaml`);
const [finished, halfway] = [prepared(0, "acuut"), prepared(3, "onvolledig/gestopt-in-stap-3")];
run(0, "scripts/rehearse.cjs", "export", finished);
run(130, "scripts/rehearse.cjs", "terminal", scratch, halfway);
run(0, "scripts/rehearse.cjs", "start", "--oefenen", "--dir", scratch, "--answers", "tests/cases/acuut.yaml");
run(0, "scripts/rehearse.cjs", "verify", finished);
run(0, "scripts/rehearse.cjs", "key", scratch, finished);
rmSync(scratch, { recursive: true, force: true });
example("voorbeeld");
