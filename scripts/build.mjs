// Builds dist/: CommonJS chunks, one for each command (start-up is decided here), the definitions as JSON, the texts of
// --version and --help, and V8's code cache of what a first run compiles. Run by `npm ci` (prepare) and before the tests.
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build, transform } from "esbuild";

const require = createRequire(import.meta.url);
const { version } = JSON.parse(readFileSync("package.json", "utf8"));
const target = "node20.19";

await import("./validators.mjs");

// Commander asks for child_process, which costs as much as the rest of it, and uses it only for commands in files of their own.
const noChildProcess = {
  name: "no-child-process",
  setup: (builder) => {
    builder.onResolve({ filter: /^node:child_process$/ }, ({ importer }) => (importer.includes("commander") ? { path: "none", namespace: "none" } : undefined));
    builder.onLoad({ filter: /.*/, namespace: "none" }, () => ({ contents: "module.exports = {};" }));
  },
};
const bundle = (entry, options = {}) =>
  build({ bundle: true, platform: "node", format: "esm", target, entryPoints: [entry], outdir: "dist", write: false, define: { MELDCODE_VERSION: JSON.stringify(version) }, plugins: [noChildProcess], ...options });

// esbuild splits ES modules only, and Node loads CommonJS faster: split first, then turn each chunk into CommonJS.
const chunks = await bundle("src/main.ts", { splitting: true, chunkNames: "[name]-[hash]" });
const files = await Promise.all(
  chunks.outputFiles.map(async ({ path, text }) => {
    const { code } = await transform(text, { format: "cjs", platform: "node", target, supported: { "dynamic-import": false } });
    return [path.split(/[\\/]/).at(-1).replace(/\.js$/, ".cjs"), code.replaceAll(/(["'])(\.\/[\w-]+)\.js\1/g, "$1$2.cjs$1")];
  }),
);

rmSync("dist", { recursive: true, force: true });
mkdirSync("dist/flows", { recursive: true });
for (const [name, code] of files) writeFileSync(join("dist", name), code);

const { load, warm } = require("../bin/load.js");
const { help } = load(join(process.cwd(), "dist", "main.cjs"));
writeFileSync("dist/version.txt", `${version}\n`);
writeFileSync("dist/help.txt", help());

// The definitions, by the same code that reads them when a YAML file was changed.
const tools = await bundle("scripts/definitions.ts", { format: "cjs" });
const scratch = mkdtempSync(join(tmpdir(), "meldcode-build-"));
writeFileSync(join(scratch, "definitions.cjs"), tools.outputFiles[0].text);
for (const { id, json } of require(join(scratch, "definitions.cjs")).built("flows")) writeFileSync(`dist/flows/${id}.json`, json);

// A first run through start and export; what it compiled is cached beside each chunk. Another version of Node ignores it.
const run = (exit, ...argv) => {
  const { status, stderr } = spawnSync(process.execPath, ["-e", warm, "--", ...argv], { env: { ...process.env, MELDCODE_NOW: "2026-11-21T10:00:00+01:00" }, encoding: "utf8" });
  if (status !== exit) throw new Error(`a first run of ${argv[0]} ended with ${status}, not ${exit}: ${stderr}`);
};
run(3, "start", "--oefenen", "--dir", scratch, "--answers", "scripts/warm.yaml");
run(0, "export", join(scratch, "2026-11-21-oefening1.jsonl"));
rmSync(scratch, { recursive: true, force: true });
