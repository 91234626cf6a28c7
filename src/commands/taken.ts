import { chapterOf, intake } from "../core/answers.ts";
import type { Case } from "../core/case.ts";
import { UsageDefect } from "../core/defect.ts";
import { nl } from "../core/nl.ts";
import { reasoned } from "../core/omission.ts";
import type { AnswersFile } from "../ports.ts";
import type { Filed } from "./interview.ts";

/** What takes an answers file in. @throws AnswerDefect, or UsageDefect when a reason is needed; nothing is written then */
export function taken(state: Case, chapter: number, file: AnswersFile, reason: string | undefined): Filed {
  const planned = intake(state, chapter, file.document, reason);
  if (planned === "reason") throw new UsageDefect(nl.answers.needsReason);
  if ("code" in planned) throw file.refuse(planned);
  const left = reasoned(planned.state, chapterOf(planned.state, chapter), file.reasons);
  return { events: [...planned.events, ...left.events], unused: left.unused, replaced: file.replaced };
}
