import { chapterOf } from "../core/answers.ts";
import { evolve, fold, type Case } from "../core/case.ts";
import { EXIT } from "../core/defect.ts";
import type { NewEvent } from "../core/event.ts";
import type { Question } from "../core/flow.ts";
import { nl } from "../core/nl.ts";
import { previous } from "../core/position.ts";
import { same } from "../core/value.ts";
import { walk, type Walk } from "../core/walk.ts";
import type { Drafted, Journal, Prompt, World } from "../ports.ts";
import { askingOf } from "./asking.ts";
import { draftsOf, type Drafts } from "./draft.ts";
import { askList } from "./entries.ts";
import { isUndecided, offer } from "./offer.ts";

/** What the questions need: the case as it stands, and a way to write down what was said. */
export interface Session {
  readonly prompt: Prompt;
  readonly state: () => Case;
  readonly chapter: number;
  readonly say: (...events: readonly NewEvent[]) => Promise<void>;
  readonly drafts: Drafts;
  /** Asks whether the case is to be encrypted. */
  readonly offer: () => Promise<"on" | "stop">;
}

/**
 * The loop: ask what comes next, write it down, go round. Without a terminal it stops at the first open question.
 * The last line on stdout is the path of the case file, however it ends; nothing after she left in a hurry.
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
  let prompt: Prompt | undefined;
  const say = async (...events: readonly NewEvent[]): Promise<void> => {
    if (events.length === 0) return;
    // Tried before it is written: what the case refuses must never stand in its file.
    events.reduce((tried, event) => evolve(tried, { ...event, n: tried.events.length + 1, at: state.at, hash: "" }), state);
    state = (await journal.append(events)).reduce(evolve, state);
  };
  try {
    const draft = await journal.draft();
    announce(world, journal, state, draft);
    await say(...first);
    if (replaced) world.tell(nl.answers.replaced);
    sayParked(world, state, chapter, first);
    prompt = walkOf(state, chapter).next === undefined ? undefined : await world.prompt?.();
    const drafts = draftsOf(journal, chapter, draft);
    const keepAs = async (encrypted: boolean, recipients: readonly string[]): Promise<void> => {
      state = (await journal.keepAs(encrypted, recipients)).reduce(evolve, state);
    };
    const sessionOf = (at: Prompt): Session => ({
      prompt: at,
      state: () => state,
      chapter,
      say,
      drafts,
      offer: () => offer(world, at, keepAs),
    });
    prompt?.tell(nl.interview.screen);
    const interrupted = prompt !== undefined && (await converse(sessionOf(prompt), draft?.q)) === "stop";
    if (prompt?.left() === true) return EXIT.unfinished;
    if (walkOf(state, chapter).status === "finished") await say(...finishing(state, chapter));
    return ending(world, journal, walkOf(state, chapter), interrupted);
  } finally {
    journal.close();
    if (prompt?.left() !== true) world.out(`${journal.path}\n`);
  }
}

/** What the user should know before she goes on. */
function announce(world: World, { path, events }: Journal, state: Case, draft: Drafted | undefined): void {
  // What opening it wrote down, last: a torn line, another session's lock.
  const calm = events.findLastIndex(({ type }) => type !== "recovered" && type !== "taken-over");
  for (const event of events.slice(calm + 1)) {
    if (event.type === "recovered" && event.body?.draft === false) world.tell(nl.interview.recovered(event.body.bytes));
    if (event.type === "taken-over" && event.body !== null) world.tell(nl.interview.tookOver(event.body.host, event.body.pid));
  }
  if (draft !== undefined) world.tell(nl.interview.foundBack(draft.at));
  if (state.exercise) world.tell(nl.interview.exercise);
  for (const exposure of world.cases.exposures(path)) world.tell(nl.interview.exposed[exposure]);
}

function sayParked(world: World, state: Case, chapter: number, first: readonly NewEvent[]): void {
  const said = new Set(first.flatMap(({ body }) => ("q" in body ? [body.q] : [])));
  const parked = walkOf(state, chapter).parked.filter((q) => said.has(q));
  if (parked.length > 0) world.tell(nl.interview.parked(parked.map(nl.quoted)));
}

const walkOf = (state: Case, n: number): Walk => {
  const { flow, answers, given } = chapterOf(state, n);
  return walk(flow, answers, given);
};

/** Asks until nothing is open (on), the user chooses to stop here (later), or she presses Ctrl-C (stop). */
async function converse(session: Session, first: string | undefined): Promise<"on" | "later" | "stop"> {
  const { prompt } = session;
  let back = walkOf(session.state(), session.chapter).path.find(({ id }) => id === first);
  let mayWait = true;
  let offered = false;
  try {
    for (;;) {
      if (!offered && isUndecided(session.state())) {
        offered = true;
        if ((await session.offer()) === "stop") return "stop";
      }
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
  const reply = await session.prompt.ask({
    ...askingOf(session.state(), chapter, question, now),
    draft: session.drafts.take(question.id)?.text,
    keep: (text) => session.drafts.type({ q: question.id, text }),
  });
  if (reply.kind !== "answer") return reply.kind;
  const { value } = reply;
  const before = chapter.answers.get(question.id);
  if (before?.kind === "value" && same(before.value, value)) {
    await session.drafts.done(question.id);
    return "on";
  }
  const reason = before === undefined ? NO_REASON : await askReason(session);
  if (typeof reason === "string") return reason;
  try {
    await session.say({ type: "answered", ch: chapter.n, body: { q: question.id, value, ...reason } });
  } catch (error) {
    // What was typed is not on the disk, and on the screen it was shortened: it must not be lost.
    session.prompt.tell(nl.interview.notSaved(question.label), String(value));
    throw error;
  }
  await session.drafts.done(question.id);
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
    sources: [],
    draft: undefined,
    keep: undefined,
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
