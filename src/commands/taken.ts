import { intake } from "../core/answers.ts";
import type { Case } from "../core/case.ts";
import { UsageDefect } from "../core/defect.ts";
import type { NewEvent } from "../core/event.ts";
import { nl } from "../core/nl.ts";
import type { AnswersFile } from "../ports.ts";

/** The events that take an answers file in. @throws AnswerDefect, or UsageDefect when a reason is needed; nothing is written then */
export function taken(state: Case, chapter: number, file: AnswersFile, reason: string | undefined): readonly NewEvent[] {
  const planned = intake(state, chapter, file.document, reason);
  if (planned === "reason") throw new UsageDefect(nl.answers.needsReason);
  if ("code" in planned) throw file.refuse(planned);
  return planned.events;
}
