/** One question that is no list: asked, agreed to where it changes more than itself, and written down. */
import { isUnsure } from "../core/defect.ts";
import type { Question } from "../core/flow.ts";
import { nl } from "../core/nl.ts";
import { same } from "../core/value.ts";
import type { Walk } from "../core/walk.ts";
import { agreed } from "./agreed.ts";
import { askingOf } from "./asking.ts";
import { chapterIn, elsewhere, type Onward, type Session } from "./converse.ts";
import { isTyped } from "./draft.ts";
import { askReason, NO_REASON } from "./reason.ts";
import { askWithTips } from "./tips.ts";

/** @param draft what is to stand there; what was found for it when left out */
export async function askOne(
  session: Session,
  question: Question,
  now: Walk,
  draft = session.drafts.take(question.id)?.text,
): Promise<Onward> {
  const chapter = chapterIn(session);
  const asking = {
    ...askingOf(session.state(), chapter, question, now),
    draft,
    keep: (text: string) => session.drafts.type({ q: question.id, text }),
  };
  const reply = await askWithTips(session, asking, now);
  if (reply.kind !== "answer") return elsewhere(reply);
  const { value } = reply;
  const before = chapter.answers.get(question.id);
  if (before?.kind === "value" && same(before.value, value)) {
    await session.drafts.done(question.id);
    return "on";
  }
  const event = { type: "answered" as const, ch: chapter.n, body: { q: question.id, value } };
  const typed = isTyped(question) ? String(value ?? "") : undefined;
  // Until she has agreed and given a reason it is not written down, and must not be lost.
  if (before !== undefined && typed !== undefined) await asking.keep(typed);
  if (before !== undefined) {
    const agreement = await agreed(session, event);
    if (agreement === "on") await session.drafts.done(question.id);
    if (agreement === "back") return askOne(session, question, now, typed);
    if (agreement !== "yes") return agreement;
  }
  const reason = before === undefined ? NO_REASON : await askReason(session);
  if (reason === "back") return askOne(session, question, now, typed);
  if (typeof reason === "string") return reason;
  try {
    await session.say({ ...event, body: { ...event.body, ...reason } });
  } catch (error) {
    // What was typed is not on the disk, and on the screen it was shortened: it must not be lost.
    session.prompt.tell(nl.interview.notSaved(question.label, isUnsure(error)), String(value));
    throw error;
  }
  await session.drafts.done(question.id);
  return "on";
}
