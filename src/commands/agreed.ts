/** What a correction does is shown before it is done. */
import { chapterOf } from "../core/answers.ts";
import { consequence, isWorthSaying } from "../core/consequence.ts";
import { walkOf } from "../core/chapter.ts";
import type { NewEvent } from "../core/event.ts";
import { nl } from "../core/nl.ts";
import { elsewhere, walkIn, type Onward, type Session } from "./converse.ts";

/** Asks whether a correction that reaches further than itself is meant. @returns yes: go ahead; on: it stays as it was; back: to what was just said */
export async function agreed(session: Session, event: NewEvent): Promise<"yes" | Onward> {
  const then = chapterOf(session.imagine({ ...event, ...reasoned(event) }), session.chapter);
  const what = consequence(then.flow, walkIn(session), walkOf(then));
  if (!isWorthSaying(what)) return "yes";
  const reply = await session.prompt.choose(nl.consequence.menu(what));
  if (reply.kind !== "answer") return elsewhere(reply);
  return reply.value === "ja" ? "yes" : "on";
}

/** After finishing a change is refused without a reason; that is asked afterwards. */
const reasoned = (event: NewEvent): object => ("body" in event ? { body: { ...event.body, reason: "?" } } : {});
