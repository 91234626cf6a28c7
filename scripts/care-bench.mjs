// npm run bench:care: how many rules of care there are, of how many it is proven that each can be raised and each can be satisfied, and how many
// changes in the flow and its rules the scenarios notice. What the commands print, in the words of the README.
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";

const root = join(import.meta.dirname, "..");
const ran = (...words) => {
  const { stdout, stderr } = spawnSync(process.execPath, [join(root, "bin", "meldcode.js"), ...words], { encoding: "utf8", cwd: root });
  if (stdout === "") throw new Error(stderr);
  return stdout;
};
const { checks } = JSON.parse(readFileSync(join(root, "dist", "flows", "meldcode.json"), "utf8")).made.edition.flow;
const of = (wanted) => checks.filter(({ severity }) => severity === wanted).length;
console.log(`${checks.length} rules of care, ${of("ernstig")} of them serious (${of("aandacht")} aandacht, ${of("tip")} tips)`);

const { findings } = JSON.parse(ran("flow", "check", "flows/meldcode.yaml", "--json"));
// An error of a rule stands on its own line.
const unproven = new Set(findings.filter(({ severity }) => severity === "error").map(({ file, line }) => `${file}:${line}`));
console.log(`each can be raised and each can be satisfied: proven, ${checks.length - unproven.size} of ${checks.length}`);

const files = ["meldcode", "zorgvuldigheid"].map((name) => `tests/flows/${name}.scenarios.yaml`);
const told = ran("flow", "test", "--mutate", ...files);
const [, noticed, made] = /(\d+) van de (\d+) worden gemerkt/.exec(told) ?? [];
const [, equivalent = "0"] = /^(\d+) andere verandering/m.exec(told) ?? [];
console.log(`${noticed} of ${made} changes in the flow and its rules are noticed; ${equivalent} more make no difference, proven`);
