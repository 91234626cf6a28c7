/** The talk: one question after the other, back, elsewhere, and corrections with what they do. */
import { chapterOf } from "../core/answers.ts";
import type { Case } from "../core/case.ts";
import { walkOf, type Chapter } from "../core/chapter.ts";
import type { NewEvent } from "../core/event.ts";
import type { Question } from "../core/flow.ts";
import { nl } from "../core/nl.ts";
import { nextIn, previous } from "../core/position.ts";
import type { Walk } from "../core/walk.ts";
import type { Prompt, Reply } from "../ports.ts";
import type { Drafts } from "./draft.ts";
import { askList } from "./entries.ts";
import { isUndecided } from "./offer.ts";
import { isUnframed } from "./framed.ts";
import { askOne } from "./one.ts";
import type { Tips } from "./tips.ts";

/** What the questions need: the case as it stands, and a way to write down what was said. */
export interface Session {
  readonly prompt: Prompt;
  readonly state: () => Case;
  readonly chapter: number;
  readonly say: (...events: readonly NewEvent[]) => Promise<void>;
  /** The case as it would be after these, with nothing written. */
  readonly imagine: (...events: readonly NewEvent[]) => Case;
  readonly drafts: Drafts;
  /** Asks in which sector she works. */
  readonly frame: () => Promise<"on" | "back" | "stop">;
  readonly tips: Tips;
  /** Asks whether the case is to be encrypted. */
  readonly offer: () => Promise<"on" | "back" | "stop">;
  /** What goes with a practice case. */
  readonly story: Story | undefined;
}

/** A story that goes on while she answers. */
export interface Story {
  /** Tells what is new to her when this question is asked, and lets her read it. */
  readonly goOn: (now: Walk, question: Question) => Promise<"on" | "back" | "stop">;
  /** Tells all of it that she knows once more. */
  readonly again: () => void;
}

/** How a question ended: answered, or where she wants to be. */
export type Onward = "on" | "back" | "overview" | "stop";

/** Where she wants to be after a prompt that she did not answer. */
export const elsewhere = (reply: Exclude<Reply<unknown>, { readonly kind: "answer" }>): "back" | "overview" | "stop" =>
  reply.kind === "back" && reply.overview === true ? "overview" : reply.kind;

/** The chapter of the talk. */
export const chapterIn = (session: Session): Chapter => chapterOf(session.state(), session.chapter);

/** Where the talk is in its flow. */
export const walkIn = (session: Session): Walk => walkOf(chapterIn(session));

/** What is asked next, and what was asked once in this talk. */
interface Course {
  /** The question she chose, or went back to; undefined: what comes next by itself. */
  chosen: Question | undefined;
  /** The question she jumped from: the step it stands in is finished first. */
  from: Question | undefined;
  framed: boolean;
  offered: boolean;
  reviewed: boolean;
  /** Whether she heard what there is to look at once more. */
  remarked: boolean;
  /** Where she chose to go on with what may wait: with a decision once, else in each step, as that waits for somebody else. */
  waited: string | undefined;
}

/** Asks until nothing is open (on), the user chooses to stop here (later), or she presses Ctrl-C (stop). */
export async function converse(session: Session, first: string | undefined): Promise<"on" | "later" | "stop"> {
  const begun = walkIn(session);
  const course: Course = {
    chosen: begun.path.find(({ id }) => id === first),
    from: undefined,
    framed: false,
    offered: false,
    reviewed: false,
    remarked: false,
    waited: undefined,
  };
  try {
    if (begun.next === undefined && course.chosen === undefined) {
      const to = await (await import("./overview.ts")).overview(session);
      if (to === "stop" || to === "on") return to;
      course.chosen = to;
    }
    for (;;) {
      const turn = await between(session, course);
      if (turn !== "on") return turn === "done" ? "on" : turn;
    }
  } finally {
    session.prompt.close();
  }
}

/** One question with what comes before it. */
async function between(session: Session, course: Course): Promise<"on" | "done" | "later" | "stop"> {
  const aside = course.chosen === undefined ? await asides(session, course) : "on";
  if (aside === "stop") return "stop";
  const now = walkIn(session);
  const question = course.chosen ?? nextIn(now, course.from) ?? now.next;
  if (aside === "back" && question !== undefined) return moved(course, now, question, "back");
  if (question === undefined) return course.remarked ? "done" : remark(session, course);
  if (course.chosen === undefined && now.open.length === 0 && course.waited !== waitsIn(session, question))
    return maybeLater(session, course, now, question);
  const told = (await session.story?.goOn(now, question)) ?? "on";
  if (told !== "on") return moved(course, now, question, told);
  if (!course.reviewed && isDecision(session, question) && now.deferred.length === 0) {
    const to = await (await import("./overview.ts")).review(session);
    course.reviewed = true;
    if (to !== "back") return go(course, question, to);
    // Shown again when she comes by, unless the question before is part of the decision itself.
    course.reviewed = isDecision(session, previous(now, question) ?? question);
    return moved(course, now, question, "back");
  }
  const asked = question.kind === "list" ? await askList(session, question, now) : await askOne(session, question, now);
  if (asked === "back" && previous(now, question) === undefined) session.prompt.tell(nl.interview.first);
  return asked === "overview"
    ? go(course, question, await (await import("./overview.ts")).overview(session))
    : moved(course, now, question, asked);
}

/** What is asked once beside the questions: the sector, and a key. Back: to the question before, and then it is asked again. */
async function asides(session: Session, course: Course): Promise<"on" | "back" | "stop"> {
  if (!course.framed && isUnframed(session.state())) {
    const framed = await session.frame();
    if (framed !== "on") return framed;
    course.framed = true;
  }
  if (!course.offered && isUndecided(session.state())) {
    const offered = await session.offer();
    if (offered !== "on") return offered;
    course.offered = true;
  }
  return "on";
}

/** All is answered: what there is to look at once more, once. She mends it or leaves it. */
async function remark(session: Session, course: Course): Promise<"on" | "done" | "stop"> {
  const to = await (await import("./remarks.ts")).remarks(session);
  if (to === "stop") return "stop";
  course.remarked = to === "done";
  course.chosen = to === "done" ? undefined : to;
  return to === "done" ? "done" : "on";
}

function moved(course: Course, now: Walk, question: Question, asked: "on" | "back" | "stop"): "on" | "stop" {
  if (asked === "stop") return "stop";
  course.chosen = asked === "back" ? (previous(now, question) ?? question) : undefined;
  return "on";
}

/** From the overview: to what was chosen there, or on with the question itself. */
function go(course: Course, question: Question, to: Question | "on" | "stop"): "on" | "stop" {
  if (to === "stop") return "stop";
  course.chosen = to === "on" ? question : to;
  course.from = to === "on" ? course.from : to;
  return "on";
}

const isDecision = (session: Session, { id }: Question): boolean => chapterIn(session).flow.decision?.questions.includes(id) ?? false;

const waitsIn = (session: Session, { step }: Question): string => (chapterIn(session).flow.decision === undefined ? step.id : "");

/** The decision stands, or all is said that can be said now, and the rest may wait: now or later? */
async function maybeLater(session: Session, course: Course, now: Walk, question: Question): Promise<"on" | "later" | "stop"> {
  const reply = await session.prompt.choose(nl.interview.deferred(now.outcome?.title, now.deferred.length));
  if (reply.kind === "stop") return "stop";
  if (reply.kind === "answer" && reply.value === "later") return "later";
  if (reply.kind === "back") course.chosen = previous(now);
  else course.waited = waitsIn(session, question);
  return "on";
}
