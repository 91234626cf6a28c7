/** The plans for the professionals who carry them out: safety first, then help, then recovery; the newest of each. */
import type { Case } from "../../core/case.ts";
import { words } from "../../core/nl-documents.ts";
import { section, text, type Block } from "../block.ts";
import { read } from "../reading.ts";
import { byStep } from "./answers.ts";

/** The flows that make a plan, in the order in which they are read. */
export const PLANS: readonly string[] = ["veiligheidsplan", "hulpverleningsplan", "herstelplan"];

/** What only says how the professional stands to the plan. */
const LEAVE_OUT: ReadonlySet<string> = new Set(["plan-rol", "plan-patroon-betekenis"]);

export function plan(state: Case): readonly Block[] {
  const chapters = PLANS.flatMap((id) => state.chapters.findLast(({ flow }) => flow.id === id) ?? []);
  return [
    text(words.plan.about),
    ...chapters.map((chapter) => section(chapter.flow.title, ...byStep(read(chapter), LEAVE_OUT, words.plan.steps))),
  ];
}
