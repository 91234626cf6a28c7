/** The validators of the answers to shipped flows are made by the build: for their own edition only, and the same as ajv makes now. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { compiler } from "../../src/adapters/answersfile.ts";
import { caseJudge, judgeFor } from "../../src/adapters/judge.ts";
import { build } from "../../src/core/flow.ts";
import { imagined } from "../../src/core/case.ts";
import { anyWalk, asDocument, dice, edition, flow, opening } from "../shipped.ts";
import { begun, choice, tiny } from "../tiny.ts";

const hash = caseJudge().hash(edition);
const ready = caseJudge().answers(flow, hash);

/** An answer with one part of it replaced: of a list one field of one entry. */
function spoilt(value: unknown, other: unknown, place: number): unknown {
  if (!Array.isArray(value) || value.length === 0) return [value, other];
  const at = place % value.length;
  const entry: unknown = value[at];
  if (typeof entry !== "object" || entry === null) return value.with(at, other) as unknown;
  return value.with(at, { ...entry, [Object.keys(entry)[place % Object.keys(entry).length] ?? "x"]: other }) as unknown;
}

test("for the shipped edition: the same as what is compiled now, of answers and of what was made of them", () => {
  const compiled = caseJudge(compiler()).answers(flow, "another hash");
  const junk = fc.oneof(fc.jsonValue({ maxDepth: 2 }), fc.constantFrom("2026-02-29", "2026-11-21", "ja", " ", 0, 17, null, [], {}));
  let [taken, refused] = [0, 0];
  fc.assert(
    fc.property(fc.nat(), junk, fc.nat(), (seed, other, place) => {
      for (const [q, value] of Object.entries(asDocument(anyWalk(flow, dice(seed))))) {
        for (const given of [value, other, spoilt(value, other, place)]) {
          const says = ready(q, given);
          expect(says, `${q}: ${JSON.stringify(given)}`).toBe(compiled(q, given));
          if (says) taken++;
          else refused++;
        }
      }
    }),
    { numRuns: 60 },
  );
  expect(Math.min(taken, refused)).toBeGreaterThan(500);
  for (const q of flow.questions.keys()) expect(ready(q, Symbol.iterator), q).toBe(compiled(q, Symbol.iterator));
  expect([ready("constructor", "x"), compiled("constructor", "x")]).toEqual([false, false]);
});

test("a letter of the edition changed: it is another one, for which nothing is ready", async () => {
  const other = { ...edition, flow: { ...edition.flow, title: `${edition.flow.title}.` } };
  const { hash: hashOf, answers } = caseJudge();
  expect(() => answers(build(other), hashOf(other))("acuut", "ja")).toThrow("not shipped");
  const judge = await judgeFor(imagined(begun(other)).events);
  expect(judge.answers(build(other), hashOf(other))("acuut", "misschien niet")).toBe(false);
});

test("a case with an edition that is not shipped is judged by that edition", async () => {
  const own = tiny([choice("acuut", { options: [{ id: "eigen", text: "Eigen" }] })]);
  const judge = await judgeFor(imagined([...opening, { ...begun(own)[1], ch: 2 } as (typeof opening)[number]]).events);
  const takes = judge.answers(build(own), judge.hash(own));
  expect([takes("acuut", "eigen"), takes("acuut", "ja")]).toEqual([true, false]);
  expect(ready("acuut", "eigen")).toBe(false);
});
