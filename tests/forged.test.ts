/** A case whose chain holds and whose edition is no definition: every command says so in words, and none breaks. */
import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { encode } from "../src/adapters/chain.ts";
import { sha256 } from "../src/adapters/crypto.ts";
import { EXIT } from "../src/core/defect.ts";
import type { NewEvent } from "../src/core/event.ts";
import type { Edition } from "../src/core/formats.ts";
import { inFolder, NOW, runInTurn } from "./program.ts";
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

test("no forged edition is a bug of the program, through any command", async () => {
  await inFolder(async (folder) => {
    const home = join(folder, "zaken");
    mkdirSync(home);
    const all = forged();
    for (const [i, [, other]] of all.entries()) writeFileSync(join(home, `2026-11-21-vals${String(i)}.jsonl`), fileOf(other));
    const env = { MELDCODE_HOME: home };
    const ran = await Promise.all([
      runInTurn(["list"], { env }).then((one) => ["list", "", one] as const),
      ...readdirSync(home).flatMap((file) =>
        ["export", "verify", "resume"].map(
          async (verb) =>
            [verb, all[Number(/vals(\d+)/.exec(file)?.[1])]?.[0] ?? "", await runInTurn([verb, join(home, file)], { env })] as const,
        ),
      ),
    ]);
    const named = ran.map(([verb, what, { status }]) => [verb, what, status] as const);
    const stderr = ran.map(([, , one]) => one.stderr).join("");
    expect(named.filter(([, , code]) => ![EXIT.fine, EXIT.found, EXIT.unfinished, EXIT.journal].some((fine) => fine === code))).toEqual([]);
    expect(named.filter(([command, , code]) => command === "export" && code === EXIT.journal).length).toBeGreaterThan(20);
    expect(named.filter(([, what, code]) => what.startsWith("flow.steps = ") && code === EXIT.fine)).toEqual([]);
    expect(stderr).not.toMatch(/^\s+at |TypeError|Cannot read/m);
    expect(stderr).toMatch(/Regel 2 van de zaak klopt niet: de vragenlijst/);
  });
}, 120_000);
