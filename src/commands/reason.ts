/** Why something changes that stood already. */
import { nl } from "../core/nl.ts";
import { aside } from "./asking.ts";
import { chapterIn, elsewhere, type Onward, type Session } from "./converse.ts";

export const NO_REASON: { readonly reason?: string } = {};

/** @param always else it is asked only of a chapter that was finished before */
export async function askReason(session: Session, always = false): Promise<{ readonly reason?: string } | Exclude<Onward, "on">> {
  if (!always && !chapterIn(session).everFinished) return NO_REASON;
  const reply = await session.prompt.ask(aside(nl.interview.reason));
  return reply.kind === "answer" ? { reason: String(reply.value) } : elsewhere(reply);
}
