/**
 * Walks of the shipped flow at random, typed in a real terminal: together they ask each question, choose each option, and take both sides of
 * each `when`. Each leaves these answers, and finishes with the outcome that they have.
 */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { decode } from "../../src/adapters/chain.ts";
import { fold } from "../../src/core/case.ts";
import { canonical, canonicalEntry } from "../../src/core/value.ts";
import { walk, type Answer, type Answers } from "../../src/core/walk.ts";
import { chosen } from "../faces/chosen.ts";
import { asDocument, flow } from "../shipped.ts";
import { sitsDown } from "./terminal.ts";
import { typeAnswers } from "./typist.ts";

const folder = mkdtempSync(join(tmpdir(), "meldcode-walks-"));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});
const env = { MELDCODE_NOW: "2026-11-21T10:00:00+01:00", MELDCODE_HOME: folder };

/** Answers as a case keeps them. */
const kept = (answers: Answers): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    [...answers].map(([q, answer]) => {
      const question = flow.questions.get(q);
      if (question === undefined) throw new Error(`not of this flow: ${q}`);
      return [
        q,
        answer.kind === "value" ? canonical(question, answer.value) : answer.items.map(({ value }) => canonicalEntry(question, value)),
      ];
    }),
  );

test.each(chosen().map((answers, i) => [i, i % 2 === 0 ? 40 : 120, answers] as const))(
  "walk %i, at %i columns",
  async (i, columns, answers) => {
    const person = sitsDown(["start", "--oefenen=zonder", "--dir", join(folder, String(i))], env, columns);
    await typeAnswers(person, asDocument(answers) as Parameters<typeof typeAnswers>[1], new Map<string, Answer>(), () => false);
    const { exitCode, shown } = await person.ends();
    expect(exitCode, shown).toBe(0);
    const [chapter] = fold(decode(readFileSync(join(folder, String(i), "2026-11-21-oefening1.jsonl"))).events).chapters;
    expect(kept(chapter?.answers ?? new Map())).toEqual(kept(answers));
    expect(chapter?.finished?.outcome).toBe(walk(flow, answers).outcome?.id);
  },
);
