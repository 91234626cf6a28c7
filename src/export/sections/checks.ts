/** What the program asked to look at once more when the chapter was complete: worked out from the answers, never a judgement. */
import { nl } from "../../core/nl.ts";
import { raised } from "../../core/walk.ts";
import { fixed, lines, section, text, type Section } from "../block.ts";
import type { Reading } from "../reading.ts";

const words = nl.record.checks;

/** Nothing while questions are open, or when there is nothing to look at. */
export function checks({ chapter: { flow }, walk }: Reading): readonly Section[] {
  const found = walk.status === "finished" ? raised(flow, walk) : [];
  if (found.length === 0) return [];
  return [section(words.title, text(words.are), ...lines(found.map(({ text: what, why }) => ({ label: what, shown: fixed(why) }))))];
}
