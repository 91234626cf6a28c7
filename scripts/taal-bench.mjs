// node scripts/taal-bench.mjs [--mistakes] [--tuned]: what the language check finds of the labelled corpus, per class, and how fast it is.
// --tuned leaves the part out that is kept apart; --mistakes shows what went wrong.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";

const scratch = mkdtempSync(join(tmpdir(), "meldcode-taal-"));
const { outputFiles } = await build({
  entryPoints: [join(import.meta.dirname, "taal.ts")],
  bundle: true,
  platform: "node",
  format: "cjs",
  write: false,
  outdir: scratch,
});
const bundle = join(scratch, "taal.cjs");
writeFileSync(bundle, outputFiles[0].text);
const { report } = createRequire(import.meta.url)(bundle);
const has = (option) => process.argv.includes(option);
console.log(report(join(import.meta.dirname, ".."), { apart: !has("--tuned"), mistakes: has("--mistakes") }));
rmSync(scratch, { recursive: true, force: true });
