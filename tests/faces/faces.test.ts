/**
 * Three faces, one engine: whichever face asks, the same answers leave the same case, and the same questions are put. FACES is how many walks
 * of the shipped flow are tried, first those that together show all of it: 30, and 500 with `npm run test:faces`.
 */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { readAnswers } from "../../src/adapters/answersfile.ts";
import { holds } from "../../src/core/condition.ts";
import { build, type Flow } from "../../src/core/flow.ts";
import type { Edition } from "../../src/core/formats.ts";
import { walk, type Answer } from "../../src/core/walk.ts";
import type { AnswersFile } from "../../src/ports.ts";
import { anyWalk, dice, edition, flow } from "../shipped.ts";
import { chosen } from "./chosen.ts";
import { person, type Regret, type Stage } from "./person.ts";
import { file, sit, type Said } from "./sitting.ts";
import { everyWay, SMALL } from "./small.ts";

const WALKS = Number(process.env["FACES"] ?? 30);
/** How many walks are tried in one test. */
const BATCH = 15;
/** One in so many walks goes through a real answers file, as reading YAML is slow. */
const REAL = 10;

const folder = mkdtempSync(join(tmpdir(), "meldcode-faces-"));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

interface Way {
  readonly edition: Edition;
  readonly flow: Flow;
  readonly wanted: ReadonlyMap<string, Answer>;
  readonly seed: number;
  readonly regrets?: readonly Regret[];
  /** How often she comes back after finishing. */
  readonly again?: number;
  readonly read?: (document: object) => AnswersFile;
}

interface Second {
  /** How often something was thought better of. */
  readonly thoughts: number;
  /** How often after finishing. */
  readonly late: number;
  /** How often something was left with a reason. */
  readonly left: number;
}

/** Takes one way through all three faces. */
async function sameCase({ edition, flow, wanted, seed, regrets = [], again = 0, read }: Way): Promise<Second> {
  const [one, other] = [1, 2].map(() => person(flow, wanted, dice(seed), regrets));
  if (one === undefined || other === undefined) throw new Error("two people");
  const terminal = await sit("terminal", edition, one, again);
  const linear = await sit("linear", edition, other, again);
  expect(linear.asked).toEqual(terminal.asked);
  expect(linear.events).toEqual(terminal.events);
  expect(terminal.events.at(-1)?.type).toBe("finished");
  const filed = await file(edition, one.stages(), terminal.stages, one.reasons, read);
  const inOrder = hasWaiting(flow, one.stages()) ? ordered : (_: Flow, events: readonly Said[]) => events;
  const [typed, written] = [terminal.events, filed].map((events) =>
    inOrder(
      flow,
      events.filter((event) => !isNotice(flow, event)),
    ),
  );
  expect(written).toEqual(typed);
  const [seen, acknowledged] = [terminal.events, filed].map((events) =>
    events.filter((event) => isNotice(flow, event)).map(({ body }) => body),
  );
  expect(acknowledged).toEqual(expect.arrayContaining(seen ?? []));
  const left = terminal.events.filter(({ type }) => type === "noted").length;
  return { thoughts: one.stages().length - 1, left, late: terminal.events.filter(({ body }) => "reason" in body).length };
}

const questionOf = (flow: Flow, { body }: Said): ReturnType<Flow["questions"]["get"]> =>
  "q" in body ? flow.questions.get(body.q) : undefined;

/** A file need not say that something was read: it is written down wherever it stands in the way, also where she went back instead. */
const isNotice = (flow: Flow, event: Said): boolean => questionOf(flow, event)?.kind === "notice";

/** A file is taken in from the first question to the last; in a talk what may wait is asked later. */
const ordered = (flow: Flow, events: readonly Said[]): readonly Said[] =>
  events.toSorted((a, b) => (questionOf(flow, a)?.order ?? Infinity) - (questionOf(flow, b)?.order ?? Infinity) || 0);

function hasWaiting(flow: Flow, stages: readonly Stage[]): boolean {
  const known = new Map<string, Answer>();
  return stages.some((stage) =>
    [...stage].some(([q, answer]) => {
      known.set(q, answer);
      const now = walk(flow, known);
      return now.path.some(({ defer }) => holds(defer, now.scope));
    }),
  );
}

test.each(SMALL)("every way through a small flow: %s", async (_, edition) => {
  const flow = build(edition);
  const ways = everyWay(flow);
  expect(ways.length).toBeGreaterThan(2);
  const corrections = { thoughts: 0, late: 0 };
  for (const [seed, wanted] of ways.entries()) {
    const last = wanted.size - 1;
    const regrets: readonly Regret[] = [
      ...(seed % 3 === 2 ? [{ at: 1, how: "overview" as const }] : []),
      ...(seed % 3 === 0 ? [] : [{ at: last, how: "back" as const }]),
    ];
    const { thoughts, late } = await sameCase({ edition, flow, wanted, seed, regrets, again: seed % 2 });
    corrections.thoughts += thoughts;
    corrections.late += late;
  }
  expect(corrections.thoughts).toBeGreaterThan(1);
  expect(corrections.late).toBeGreaterThan(0);
});

function real(document: object): AnswersFile {
  const path = join(folder, "antwoorden.yaml");
  writeFileSync(path, JSON.stringify(document));
  return readAnswers(path, flow, "");
}

/** A third has no second thoughts; the others go back, or elsewhere by the overview, once or twice, and some come back after finishing. */
function regretsOf(seed: number): readonly Regret[] {
  const at = 2 + ((seed * 7) % 37);
  const how = seed % 2 === 0 ? "back" : "overview";
  const first: Regret = { at, how: "overview" };
  return seed % 3 === 0 ? [] : [...(seed % 3 === 1 ? [] : [first]), { at: at + 5, how }];
}

const all = chosen();
test("the walks show all there is of the meldcode", () => {
  expect(all.length).toBeGreaterThan(5);
  expect(all.length).toBeLessThanOrEqual(WALKS);
});

const batches = Array.from({ length: Math.ceil(WALKS / BATCH) }, (_, i) => i * BATCH);
test.each(batches)("walks of the meldcode at random, from %d on", { timeout: 120_000 }, async (first) => {
  let corrections = 0;
  let reasons = 0;
  const last = Math.min(WALKS, first + BATCH);
  for (let seed = first; seed < last; seed++) {
    const { thoughts, left } = await sameCase({
      edition,
      flow,
      wanted: all[seed] ?? anyWalk(flow, dice(seed)),
      seed,
      regrets: regretsOf(seed),
      again: seed % 5 === 0 ? 1 : 0,
      ...(seed % REAL === 0 ? { read: real } : {}),
    });
    corrections += thoughts;
    reasons += left;
  }
  expect(corrections).toBeGreaterThan((last - first) / 4);
  expect(reasons).toBeGreaterThan((last - first) / 4);
});
