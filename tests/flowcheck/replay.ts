/** Answers taken in as `meldcode start --answers` takes them in. */
import { chapterOf, faults, intake, type Document } from "../../src/core/answers.ts";
import { imagined } from "../../src/core/case.ts";
import { FlowDefect } from "../../src/core/defect.ts";
import { build } from "../../src/core/flow.ts";
import type { Edition } from "../../src/core/formats.ts";
import { walk, type Walk } from "../../src/core/walk.ts";
import { begun } from "../tiny.ts";

export interface Replayed {
  /** undefined when the walk threw, as it does when not exactly one outcome holds. */
  readonly walk: Walk | undefined;
  readonly message: string;
}

export function replayed(edition: Edition, document: Document): Replayed {
  const wrong = faults(build(edition), document);
  if (wrong.length > 0) throw new Error(`no answers file: ${JSON.stringify(wrong.map(({ code, path }) => [code, path]))}`);
  try {
    const taken = intake(imagined(begun(edition)), 1, document, undefined);
    if (taken === "reason" || "code" in taken) throw new Error(`refused: ${JSON.stringify(taken)}`);
    const { flow, answers, given } = chapterOf(taken.state, 1);
    return { walk: walk(flow, answers, given), message: "" };
  } catch (error) {
    if (error instanceof FlowDefect) return { walk: undefined, message: error.message };
    throw error;
  }
}
