import { chapterOf } from "../core/answers.ts";
import { evolve, fold, type Case } from "../core/case.ts";
import { EXIT } from "../core/defect.ts";
import type { NewEvent } from "../core/event.ts";
import type { Question } from "../core/flow.ts";
import { nl } from "../core/nl.ts";
import { previous } from "../core/position.ts";
import { same } from "../core/value.ts";
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
export async function interview(
  world: World,
  journal: Journal,
  chapter: number,
  first: readonly NewEvent[],
  replaced: boolean,
): Promise<number> {
  let state = fold(journal.events);
  const say = (...events: readonly NewEvent[]): void => {
    if (events.length === 0) return;
    // Tried before it is written: what the case refuses must never stand in its file.
    events.reduce((tried, event) => evolve(tried, { ...event, n: tried.events.length + 1, at: state.at, hash: "" }), state);
    state = journal.append(events).reduce(evolve, state);
  };
  try {
    say(...first);
    if (replaced) world.tell(nl.answers.replaced);
    announce(world, journal, state, chapter, first);
    const prompt = walkOf(state, chapter).next === undefined ? undefined : await world.prompt?.();
    const interrupted = prompt !== undefined && (await converse({ prompt, state: () => state, chapter, say })) === "stop";
    if (walkOf(state, chapter).status === "finished") say(...finishing(state, chapter));
    return ending(world, journal, walkOf(state, chapter), interrupted);
  } finally {
    journal.close();
    world.out(`${journal.path}\n`);
  }
}

/** What the user should know before she goes on. */
function announce(world: World, { path, events }: Journal, state: Case, chapter: number, first: readonly NewEvent[]): void {
  const opening = events.at(-1 - first.length);
  if (opening?.type === "recovered" && opening.body !== null) world.tell(nl.interview.recovered(opening.body.bytes));
  if (opening?.type === "taken-over" && opening.body !== null) world.tell(nl.interview.tookOver(opening.body.host, opening.body.pid));
  const said = new Set(first.flatMap(({ body }) => ("q" in body ? [body.q] : [])));
  const parked = walkOf(state, chapter).parked.filter((q) => said.has(q));
  if (parked.length > 0) world.tell(nl.interview.parked(parked.map(nl.quoted)));
  if (state.exercise) world.tell(nl.interview.exercise);
  if (world.cases.isOpenToOthers(path)) world.tell(nl.interview.openFolder);
}

const walkOf = (state: Case, n: number): Walk => {
  const { flow, answers, given } = chapterOf(state, n);
  return walk(flow, answers, given);
};

/** Asks until nothing is open (on), the user chooses to stop here (later), or she presses Ctrl-C (stop). */
async function converse(session: Session): Promise<"on" | "later" | "stop"> {
  const { prompt } = session;
  let back: Question | undefined;
  let mayWait = true;
  try {
    for (;;) {
      const now = walkOf(session.state(), session.chapter);
      const question: Question | undefined = back ?? now.next;
      if (question === undefined) return "on";
      if (back === undefined && now.open.length === 0 && mayWait) {
        mayWait = false;
        const reply = await prompt.choose(nl.interview.deferred(now.outcome?.title ?? "", now.deferred.length));
        if (reply.kind === "stop") return "stop";
        if (reply.kind === "answer" && reply.value === "later") return "later";
        if (reply.kind === "back") {
          back = previous(now, question);
          mayWait = true;
          continue;
        }
      }
      const reply = question.kind === "list" ? await askList(session, question, now) : await askOne(session, question, now);
      if (reply === "stop") return "stop";
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
  const { value } = reply;
  const before = chapter.answers.get(question.id);
  if (before?.kind === "value" && same(before.value, value)) return "on";
  const reason = before === undefined ? NO_REASON : await askReason(session);
  if (typeof reason === "string") return reason;
  try {
    session.say({ type: "answered", ch: chapter.n, body: { q: question.id, value, ...reason } });
  } catch (error) {
    // What was typed is not on the disk, and on the screen it was shortened: it must not be lost.
    session.prompt.tell(nl.interview.notSaved(question.label), String(value));
    throw error;
  }
  return "on";
}

const NO_REASON: { readonly reason?: string } = {};

/** Why something changes that stood already; only asked of a chapter that was finished before. */
export async function askReason(
  { prompt, state, chapter }: Session,
  always = false,
): Promise<{ readonly reason?: string } | "back" | "stop"> {
  if (!always && !chapterOf(state(), chapter).everFinished) return NO_REASON;
  const reply = await prompt.ask({
    askable: nl.interview.reason,
    options: [],
    place: "",
    current: undefined,
    note: undefined,
    urgent: false,
    part: false,
    sources: [],
  });
  return reply.kind === "answer" ? { reason: String(reply.value) } : reply.kind;
}

function finishing(state: Case, n: number): readonly NewEvent[] {
  const { outcome, norms } = walkOf(state, n);
  if (outcome === undefined || chapterOf(state, n).finished !== undefined) return [];
  return [{ type: "finished", ch: n, body: { outcome: outcome.id, norms: Object.fromEntries(norms) } }];
}

function ending(world: World, { path }: Journal, { status, outcome, next }: Walk, interrupted: boolean): number {
  if (status === "finished") {
    world.tell(nl.interview.finished(outcome?.title ?? "", outcome?.text ?? "", nl.interview.command(world.program, "export", path)));
    return EXIT.fine;
  }
  if (next !== undefined) world.tell(nl.interview.stillOpen(next.id, next.text.trim(), status === "decided"));
  world.tell(nl.interview.saved(nl.interview.command(world.program, "resume", path)));
  return interrupted ? EXIT.interrupt : EXIT.unfinished;
}
