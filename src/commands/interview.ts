import { chapterOf } from "../core/answers.ts";
import { evolve, fold, type Case } from "../core/case.ts";
import { EXIT } from "../core/defect.ts";
import type { NewEvent } from "../core/event.ts";
import type { Question } from "../core/flow.ts";
import { nl } from "../core/nl.ts";
import { previous } from "../core/position.ts";
import { walk, type Walk } from "../core/walk.ts";
import type { Journal, Prompt, World } from "../ports.ts";
import { askingOf } from "./asking.ts";
import { askList } from "./entries.ts";

/** What the questions need: the case as it stands, and a way to write down what was said. */
export interface Session {
  readonly prompt: Prompt;
  readonly state: () => Case;
  readonly chapter: number;
  readonly say: (...events: readonly NewEvent[]) => void;
}

/**
 * The loop: ask what comes next, write it down, go round. Without a terminal it stops at the first open question.
 * The last line on stdout is the path of the case file, however it ends.
 * @param first what an answers file says, written down before anything is asked
 * @returns the exit code
 */
export async function interview(world: World, journal: Journal, chapter: number, first: readonly NewEvent[], replaced: boolean): Promise<number> {
  let state = fold(journal.events);
  const say = (...events: readonly NewEvent[]): void => {
    if (events.length > 0) state = journal.append(events).reduce(evolve, state);
  };
  try {
    say(...first);
    if (replaced) world.tell(nl.answers.replaced);
    if (state.exercise) world.tell(nl.interview.exercise);
    if (world.cases.isOpenToOthers(journal.path)) world.tell(nl.interview.openFolder);
    const prompt = walkOf(state, chapter).next === undefined ? undefined : await world.prompt?.();
    const stopped = prompt !== undefined && (await converse({ prompt, state: () => state, chapter, say }));
    if (walkOf(state, chapter).status === "finished") say(...finishing(state, chapter));
    return ending(world, journal, walkOf(state, chapter), stopped);
  } finally {
    journal.close();
    world.out(`${journal.path}\n`);
  }
}

const walkOf = (state: Case, n: number): Walk => {
  const { flow, answers, given } = chapterOf(state, n);
  return walk(flow, answers, given);
};

/** Asks until nothing is open or the user stops. @returns whether she stopped */
async function converse(session: Session): Promise<boolean> {
  const { prompt } = session;
  let back: Question | undefined;
  let mayWait = true;
  try {
    for (;;) {
      const now = walkOf(session.state(), session.chapter);
      const question: Question | undefined = back ?? now.next;
      if (question === undefined) return false;
      if (back === undefined && now.open.length === 0 && mayWait) {
        mayWait = false;
        const go = await prompt.choose({ title: nl.interview.decided(now.outcome?.title ?? ""), place: "", lines: [], help: undefined, options: nl.interview.deferredOptions(now.deferred.length) });
        if (go.kind !== "answer" || go.value === "later") return true;
      }
      const reply = question.kind === "list" ? await askList(session, question, now) : await askOne(session, question, now);
      if (reply === "stop") return true;
      back = reply === "back" ? (previous(now, question) ?? question) : undefined;
    }
  } finally {
    prompt.close();
  }
}

async function askOne(session: Session, question: Question, now: Walk): Promise<"on" | "back" | "stop"> {
  const chapter = chapterOf(session.state(), session.chapter);
  const reply = await session.prompt.ask(askingOf(session.state(), chapter, question, now));
  if (reply.kind !== "answer") return reply.kind;
  const before = chapter.answers.get(question.id);
  const reason = before !== undefined && chapter.everFinished ? await askReason(session) : undefined;
  if (reason === "stop") return "stop";
  session.say({ type: "answered", ch: chapter.n, body: { q: question.id, value: reply.value, ...(reason === undefined ? {} : { reason }) } });
  return "on";
}

/** Why something changes that stood already. */
export async function askReason({ prompt }: Session): Promise<string> {
  const reply = await prompt.ask({ askable: nl.interview.reason, options: [], place: "", current: undefined, note: undefined, urgent: false, sources: [] });
  return reply.kind === "answer" && typeof reply.value === "string" ? reply.value : "stop";
}

function finishing(state: Case, n: number): readonly NewEvent[] {
  const { outcome, norms } = walkOf(state, n);
  if (outcome === undefined || chapterOf(state, n).finished !== undefined) return [];
  return [{ type: "finished", ch: n, body: { outcome: outcome.id, norms: Object.fromEntries(norms) } }];
}

function ending(world: World, { path }: Journal, { status, outcome, next }: Walk, stopped: boolean): number {
  if (status === "finished") {
    world.tell(nl.interview.finished(outcome?.title ?? "", outcome?.text ?? "", path));
    return EXIT.fine;
  }
  if (next !== undefined) world.tell(nl.interview.stillOpen(next.id, next.text.trim(), status === "decided"));
  world.tell(nl.interview.saved(path));
  return stopped ? EXIT.interrupt : EXIT.unfinished;
}
