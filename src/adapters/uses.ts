/** What flows use of each other: the questions of all flows in some folders, by id. */
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { questionsOf, resolved } from "../core/chapters.ts";
import { FlowDefect } from "../core/defect.ts";
import { filled } from "../core/fill.ts";
import type { FlowSource, QuestionSource } from "../core/formats.ts";
import { isMapping } from "../core/value.ts";
import { ids } from "./definitions.ts";
import { readText } from "./files.ts";
import { flow as isFlow } from "./validators.js";
import { parseYaml } from "./yaml.ts";

/**
 * A flow with the questions that it uses, from the flows beside it and in other folders; the first that has one counts.
 * @param file where the flow stands
 * @param handed flows that were read already, which go before those on the disk
 */
export function withUsed(flow: FlowSource, file: string, folders: readonly string[] = [], handed: readonly FlowSource[] = []): FlowSource {
  if (questionsOf(flow).length === 0) return flow;
  const others = handed.filter(({ id }) => id !== flow.id);
  // With the words of its own flow: those of the flow that uses it may be others, or none.
  const asked = (source: FlowSource, q: string): QuestionSource | undefined => {
    const step = source.steps.find(({ questions }) => questions.some(({ id }) => id === q));
    if (step === undefined) return undefined;
    const one = { ...step, questions: step.questions.filter(({ id }) => id === q) };
    return filled({ flow: { ...source, steps: [one], sources: [], outcomes: [], checks: [] }, norms: [], overlays: [] }).flow.steps[0]
      ?.questions[0];
  };
  const beside = [dirname(file), ...folders].flatMap((folder) => ids(folder).map((id) => join(folder, `${id}.yaml`)));
  return resolved(flow, (q) => {
    const source = others.find((one) => asks(one, q));
    if (source !== undefined) return asked(source, q);
    for (const path of beside) {
      const found = path === file ? undefined : flowIn(path);
      if (found !== undefined && found.id !== flow.id && asks(found, q)) return asked(found, q);
    }
    return undefined;
  });
}

/** Whether some flow asks this question: one that was handed in, or one in a folder. */
export const isAsked = (q: string, folders: readonly string[], handed: readonly FlowSource[]): boolean =>
  handed.some((flow) => asks(flow, q)) ||
  folders.some((folder) =>
    ids(folder).some((id) => {
      const flow = flowIn(join(folder, `${id}.yaml`));
      return flow !== undefined && asks(flow, q);
    }),
  );

const asks = ({ steps }: FlowSource, q: string): boolean => steps.some(({ questions }) => questions.some(({ id }) => id === q));

const read = new Map<string, FlowSource | undefined>();

/** The flow in a file; undefined when it holds none that is sound. What is wrong with it, is told where it is checked. */
function flowIn(path: string): FlowSource | undefined {
  if (!read.has(path)) read.set(path, existsSync(path) ? parsedFlow(path) : undefined);
  return read.get(path);
}

function parsedFlow(path: string): FlowSource | undefined {
  const text = readText(path, (what) => new FlowDefect(what));
  if (!/^steps:/m.test(text)) return undefined;
  const parsed = parseYaml(text);
  return "data" in parsed && isMapping(parsed.data) && isFlow(parsed.data) ? parsed.data : undefined;
}
