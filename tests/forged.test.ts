/** A case whose chain holds and whose edition is no definition: every command says so in words, and none breaks. */
import { execFile } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { encode } from "../src/adapters/chain.ts";
import { sha256 } from "../src/adapters/crypto.ts";
import { EXIT } from "../src/core/defect.ts";
import type { NewEvent } from "../src/core/event.ts";
import type { Edition } from "../src/core/formats.ts";
import { inFolder, NOW, ROOT } from "./program.ts";
import { edition, opening } from "./shipped.ts";

/** Every key of the edition, of its flow, of a question and an outcome, taken out or replaced. */
function forged(): readonly (readonly [string, unknown])[] {
  const homes: readonly (readonly string[])[] = [[], ["flow"], ["flow", "steps", "1", "questions", "0"], ["flow", "outcomes", "0"]];
  return homes.flatMap((home) =>
    Object.keys(at(edition, home)).flatMap((key) =>
      [undefined, null, [], ""].map((value): [string, unknown] => {
        const copy = structuredClone(edition);
        Object.assign(at(copy, home), { [key]: value });
        return [`${[...home, key].join(".")} = ${JSON.stringify(value)}`, JSON.parse(JSON.stringify(copy))];
      }),
    ),
  );
}
const at = (whole: object, path: readonly string[]): object =>
  path.reduce((part, key) => (part as Record<string, object>)[key] ?? {}, whole);

function fileOf(other: unknown): Buffer {
  let previous = "";
  const begun = opening[1]?.body as object;
  const events = [
    opening[0],
    { type: "begun", ch: 1, body: { ...begun, edition: other as Edition, editionHash: sha256(JSON.stringify(other)) } },
    { type: "answered", ch: 1, body: { q: "direct-gevaar", value: "nee" } },
  ] as NewEvent[];
  return Buffer.concat(
    events.map((event, i) => {
      const { bytes, event: line } = encode(event, i + 1, NOW, previous, String(i).padStart(32, "0"));
      previous = line.hash;
      return bytes;
    }),
  );
}

/** In one process, as starting one for each takes most of the time. */
const ALL = `
const { load } = require(process.argv[1]);
const { readdirSync, writeFileSync } = require("node:fs");
const [, , folder, out] = process.argv;
(async () => {
  const { main } = load("main.cjs").main;
  const codes = [["list", "", await main(["list", "--dir", folder], ${JSON.stringify(ROOT)})]];
  for (const name of readdirSync(folder)) {
    const file = folder + "/" + name;
    for (const argv of [["export", file], ["verify", file], ["resume", file]])
      codes.push([argv.join(" ").replace(file, "FILE"), name, (argv.length === 2 && argv[0] === "export" && load("quick.cjs").exportOnly(file)) || await main(argv, ${JSON.stringify(ROOT)})]);
  }
  writeFileSync(out, JSON.stringify(codes));
})();`;

test("no forged edition is a bug of the program, through any command", async () => {
  await inFolder(async (folder) => {
    const home = join(folder, "zaken");
    mkdirSync(home);
    const all = forged();
    for (const [i, [, other]] of all.entries()) writeFileSync(join(home, `2026-11-21-vals${String(i)}.jsonl`), fileOf(other));
    const out = join(folder, "uit.json");
    const env = { ...process.env, MELDCODE_NOW: NOW, MELDCODE_HOME: home };
    const { stderr } = await promisify(execFile)(process.execPath, ["-e", ALL, join(ROOT, "bin", "meldcode.js"), home, out], {
      env,
      maxBuffer: 2 ** 28,
    });
    const codes = JSON.parse(readFileSync(out, "utf8")) as [string, string, number][];
    const named = codes.map(([command, file, code]) => [command, all[Number(/vals(\d+)/.exec(file)?.[1])]?.[0] ?? "", code] as const);
    expect(named.filter(([, , code]) => ![EXIT.fine, EXIT.found, EXIT.unfinished, EXIT.journal].some((fine) => fine === code))).toEqual([]);
    expect(named.filter(([command, , code]) => command === "export FILE" && code === EXIT.journal).length).toBeGreaterThan(20);
    expect(named.filter(([, what, code]) => what.startsWith("flow.steps = ") && code === EXIT.fine)).toEqual([]);
    expect(stderr).not.toMatch(/^\s+at |TypeError|Cannot read/m);
    expect(stderr).toMatch(/Regel 2 van de zaak klopt niet: de vragenlijst/);
  });
}, 120_000);
