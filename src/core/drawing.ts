/** A flow as a picture, with what a case or scenarios make of it. */
import type { Chapter } from "./chapter.ts";
import { keyOf, reached } from "./coverage.ts";
import type { Flow } from "./flow.ts";
import { graph, type Overlay } from "./graph.ts";
import { nl } from "./nl.ts";
import { picture, type Form } from "./picture.ts";
import type { Scenario } from "./scenario.ts";
import { tried } from "./trial.ts";
import { isAnswered, walk } from "./walk.ts";

export const drawn = (flow: Flow, form: Form, overlay: Overlay | undefined): string => picture(graph(flow, overlay), form);

/** Marks the path of a case. */
export function ofCase({ flow, answers }: Chapter): Overlay {
  const { path, parked, norms, outcome } = walk(flow, answers);
  const on = new Set(path.map((question) => question.id));
  return {
    kind: "case",
    question: (q) => (on.has(q) ? (isAnswered(answers.get(q)) ? "answered" : "open") : parked.includes(q) ? "parked" : "off"),
    outcome: (id) => (outcome?.id === id ? "answered" : "off"),
    norm: (id) => nl.graph.value(norms.get(id) ?? "not-reached"),
  };
}

/** Marks what scenarios reach. */
export function ofScenarios(flow: Flow, scenarios: readonly Scenario[]): Overlay {
  const there = reached(tried(flow, scenarios).map(({ result }) => result));
  const has = (kind: "question" | "norm" | "outcome", id: string, of = ""): boolean => there.has(keyOf({ kind, id, of }));
  return {
    kind: "coverage",
    question: (id) => (has("question", id) ? "reached" : "unreached"),
    outcome: (id) => (has("outcome", id) ? "reached" : "unreached"),
    norm: (id) => nl.graph.values((["met", "not-met", "not-reached"] as const).map((of) => [of, has("norm", id, of)])),
  };
}
