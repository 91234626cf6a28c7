/**
 * A case as the program wrote it on 22 to 24 November 2026: corrected, with a statement of a client and an erased line. Later programs read it
 * too, and `verify --record` calls no record changed that only another version of the program made.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { decode } from "../../src/adapters/chain.ts";
import { judgeFor } from "../../src/adapters/judge.ts";
import { fold } from "../../src/core/case.ts";
import { verify } from "../../src/core/verify.ts";
import { markdown } from "../../src/export/markdown.ts";
import { RENDERER } from "../../src/export/sections/origin.ts";

const GOLDEN = join(import.meta.dirname, "..", "golden", "verslag");
const { events } = decode(readFileSync(join(GOLDEN, "zaak.jsonl")));

test("a case that an older program wrote, is read and in order", async () => {
  const { findings, erased, standing } = verify(events, await judgeFor(events));
  expect([findings, erased, standing?.ended]).toEqual([[], [24], true]);
});

test("its record is byte for byte that of this version of the record; what changes it, raises RENDERER", async () => {
  // After raising it: `npx vitest run tests/export/renderer.test.ts -u`, and take the file of the version before away.
  await expect(markdown(fold(events))).toMatchFileSnapshot(join(GOLDEN, `${RENDERER}.md`));
});
