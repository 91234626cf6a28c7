import { fold, type Chapter } from "../core/case.ts";
import { keyOf, reached } from "../core/coverage.ts";
import { EXIT, UsageDefect } from "../core/defect.ts";
import { build, type Flow } from "../core/flow.ts";
import { graph, type Overlay } from "../core/graph.ts";
import { nl } from "../core/nl.ts";
import { picture, type Form } from "../core/picture.ts";
import { tried } from "../core/trial.ts";
import { isAnswered, walk } from "../core/walk.ts";
import type { Bench, World } from "../ports.ts";

export interface GraphOptions {
  readonly format: Form;
  /** A case whose path is marked: the picture is of the flow as it stands in that case. */
  readonly case: string | undefined;
  /** Marks what the scenarios reach. */
  readonly coverage: boolean;
}

/** Draws a flow. @returns the exit code */
export async function flowGraph(world: World, bench: Bench, id: string, options: GraphOptions): Promise<number> {
  if (options.case !== undefined && options.coverage) throw new UsageDefect(nl.graph.oneOverlay);
  const chapter = options.case === undefined ? undefined : await chapterOf(world, options.case, id);
  const flow = chapter?.flow ?? build((await world.definition(id)).edition);
  const overlay = chapter !== undefined ? ofCase(chapter) : options.coverage ? ofScenarios(flow, bench) : undefined;
  world.out(picture(graph(flow, overlay), options.format));
  return EXIT.fine;
}

async function chapterOf(world: World, name: string, id: string): Promise<Chapter> {
  const { events } = await world.cases.read(name);
  const chapter = fold(events).chapters.findLast(({ flow }) => flow.id === id);
  if (chapter === undefined) throw new UsageDefect(nl.graph.notInCase(id));
  return chapter;
}

function ofCase({ flow, answers, given }: Chapter): Overlay {
  const { path, parked, norms, outcome } = walk(flow, answers, given);
  const on = new Set(path.map((question) => question.id));
  return {
    kind: "case",
    question: (q) => (on.has(q) ? (isAnswered(answers.get(q)) ? "answered" : "open") : parked.includes(q) ? "parked" : "off"),
    outcome: (id) => (outcome?.id === id ? "answered" : "off"),
    norm: (id) => nl.graph.value(norms.get(id) ?? "not-reached"),
  };
}

function ofScenarios(flow: Flow, bench: Bench): Overlay {
  const scenarios = bench.files().flatMap((file) => {
    const set = bench.scenarios(file);
    return set.flow === flow.id ? set.scenarios : [];
  });
  const there = reached(tried(flow, scenarios).map(({ result }) => result));
  const has = (kind: "question" | "norm" | "outcome", id: string, of = ""): boolean => there.has(keyOf({ kind, id, of }));
  return {
    kind: "coverage",
    question: (id) => (has("question", id) ? "reached" : "unreached"),
    outcome: (id) => (has("outcome", id) ? "reached" : "unreached"),
    norm: (id) => nl.graph.values((["met", "not-met", "not-reached"] as const).map((of) => [of, has("norm", id, of)])),
  };
}
