/** Practice: an invented case to learn with. How much of its story she knows, and what is said of it afterwards. */
import { ALWAYS, holds, normalise } from "./condition.ts";
import type { Flow, Question } from "./flow.ts";
import type { PartSource, PracticeCaseSource } from "./formats.ts";
import { nl } from "./nl.ts";
import type { Walk } from "./walk.ts";

/** What is typed in the place of a practice case, to practise without a story. */
export const NONE = "zonder";

/**
 * The parts of the story behind its beginning that she knows when this question is asked, in the order in which they are told: those
 * of steps and questions on the path that have begun, also when she jumped over them.
 */
export function toldAt({ more }: PracticeCaseSource, { path, scope }: Walk, asked: Question): readonly PartSource[] {
  const begun = new Set(path.filter(({ order }) => order <= asked.order).flatMap(({ id, step }) => [id, step.id]));
  return more.filter(({ at, when }) => begun.has(at) && holds(normalise(when, ALWAYS), scope));
}

/** What an experienced aandachtsfunctionaris would have asked about these answers, with the sources of the flow, as lines. */
export function debrief({ title, debrief: points, closing }: PracticeCaseSource, { sources }: Flow, { scope }: Walk): readonly string[] {
  const words = nl.practice;
  const shown = points.filter(({ when }) => holds(normalise(when, ALWAYS), scope));
  return [
    "",
    words.debrief(title),
    words.about,
    ...shown.flatMap(({ text, sources: ids = [] }, i) => {
      const cited = ids.flatMap((id) => sources.get(id) ?? []);
      return ["", ...lines(words.point(i + 1, text.trim())), ...(cited.length === 0 ? [] : [words.sources(cited)])];
    }),
    "",
    ...lines(closing),
  ];
}

/** A text as it is told, paragraph by paragraph. */
export const lines = (text: string): readonly string[] => text.trim().split("\n");
