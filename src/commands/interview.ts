import { chapterOf } from "../core/answers.ts";
import { movedOn } from "../core/chapters.ts";
import { evolve, further, type Case } from "../core/case.ts";
import { walkOf, type Chapter } from "../core/chapter.ts";
import { Defect, EXIT } from "../core/defect.ts";
import type { NewEvent } from "../core/event.ts";
import { nl } from "../core/nl.ts";
import { closes, type Walk } from "../core/walk.ts";
import type { Drafted, Journal, Prompt, World } from "../ports.ts";
import { converse, type Session } from "./converse.ts";
import { draftsOf } from "./draft.ts";
import { offer } from "./offer.ts";
import { tipsOf } from "./tips.ts";

/** A case to talk about. */
export interface Opening {
  readonly state: Case;
  /** Where its file is; undefined while it is not made. */
  readonly path: string | undefined;
  readonly draft: Drafted | undefined;
  /** Its file, made and proven by now, and the case as it stands there. Called once. */
  readonly file: () => Promise<{ readonly journal: Journal; readonly state: Case }>;
}

/** A case whose file is there. */
export const found = async (journal: Journal, state: Case): Promise<Opening> => ({
  state,
  path: journal.path,
  draft: await journal.draft(),
  file: async () => {
    journal.prove();
    return Promise.resolve({ journal, state });
  },
});

/** How long after the first question is put, in ms: by then it is on the screen. */
const READING = 20;

/** What an answers file said. */
export interface Filed {
  readonly events: readonly NewEvent[];
  /** Bytes in it were no text. */
  readonly replaced: boolean;
  /** The rules it has a reason for, where nothing is left to give one for. */
  readonly unused: readonly string[];
}

/**
 * The loop: ask what comes next, write it down, go round. Without a terminal it stops at the first open question.
 * A new case is made, and the hashes of another are looked at, while the first question is read: it does not wait for that.
 * The last line on stdout is the path of the case file, however it ends; nothing after she left in a hurry.
 * A finished case is opened to be corrected, unless an answers file finished it.
 * @param filed what an answers file says, written down before anything is asked
 * @returns the exit code
 */
export async function interview(world: World, opening: Opening, chapter: number, filed: Filed | undefined): Promise<number> {
  let { state } = opening;
  let made: Promise<Journal> | undefined;
  let prompt: Prompt | undefined;
  let reading: NodeJS.Timeout | undefined;
  const file = (): Promise<Journal> =>
    (made ??= opening.file().then((there) => {
      state = there.state;
      return there.journal;
    }));
  const say = async (...events: readonly NewEvent[]): Promise<void> => {
    if (events.length === 0) return;
    const journal = await file();
    // Tried before it is written: what the case refuses must never stand in its file.
    further(state, events);
    state = (await journal.append(events)).reduce(evolve, state);
  };
  // The days of an exercise are those of its clock.
  const today = (): string => (state.exercise ? world.exerciseNow : world.now)().slice(0, 10);
  try {
    announce(world, opening, chapter);
    const draft = opening.draft?.ch === chapter ? opening.draft : undefined;
    sayMoved(world, state, chapter);
    const practice =
      state.practice === undefined
        ? undefined
        : await (await import("./practice.ts")).practised(world, state.practice, chapterOf(state, chapter));
    await say(...(filed?.events ?? []));
    if (filed?.replaced === true) world.tell(nl.answers.replaced);
    if (filed !== undefined && filed.unused.length > 0) world.tell((await import("../core/nl-care.ts")).words.unused(filed.unused));
    if (filed !== undefined) sayParked(world, state, chapter, filed.events);
    prompt = filed !== undefined && walkIn(state, chapter).next === undefined ? undefined : await world.prompt?.(today);
    const drafts = draftsOf(async (part) => (await file()).keep(part), chapter, draft);
    const keepAs = async (encrypted: boolean, recipients: readonly string[]): Promise<void> => {
      state = (await (await file()).keepAs(encrypted, recipients)).reduce(evolve, state);
    };
    const tips = tipsOf(world);
    const sessionOf = (at: Prompt): Session => ({
      prompt: at,
      state: () => state,
      chapter,
      say,
      imagine: (...events) => further(state, events),
      drafts,
      tips,
      frame: async () => (await import("./sector.ts")).frame(world, at, say),
      offer: () => offer(world, at, state, keepAs),
      story: practice?.story(at),
    });
    prompt?.greet();
    // What is wrong with it is said below, where it is asked for again.
    if (prompt !== undefined) reading = setTimeout(() => void file().catch(prompt?.stop), READING);
    const interrupted = prompt !== undefined && (await converse(sessionOf(prompt), draft?.q)) === "stop";
    if (prompt?.left() === true) return EXIT.unfinished;
    const { path } = await file();
    const finishes = walkIn(state, chapter).status === "finished" ? finishing(state, chapter) : [];
    await say(...finishes);
    if (prompt === undefined && walkIn(state, chapter).status === "finished") await sayRemarks(world, state, chapterOf(state, chapter));
    let exit = ending(world, path, state, walkIn(state, chapter), interrupted);
    await sayNext(world, path, state, chapterOf(state, chapter));
    if (finishes.length > 0 && closes(walkIn(state, chapter))) {
      const { closing } = await import("./closing.ts");
      const left = await closing(world, path, state, prompt === undefined || interrupted ? undefined : world.prompt);
      exit ||= left;
    }
    if (practice !== undefined && walkIn(state, chapter).status === "finished") world.tell(...practice.debrief(chapterOf(state, chapter)));
    return exit;
  } finally {
    clearTimeout(reading);
    const journal = await made?.catch(() => undefined);
    journal?.close();
    if (journal !== undefined && prompt?.left() !== true) world.out(`${journal.path}\n`);
  }
}

/** What the user should know before she goes on. */
function announce(world: World, { path, state, draft }: Opening, chapter: number): void {
  const { events } = state;
  // What opening it wrote down, last: a torn line, another session's lock.
  const calm = events.findLastIndex(({ type }) => type !== "recovered" && type !== "taken-over");
  for (const event of events.slice(calm + 1)) {
    if (event.type === "recovered" && event.body?.draft === false) world.tell(nl.interview.recovered(event.body.bytes));
    if (event.type === "taken-over" && event.body !== null) world.tell(nl.interview.tookOver(event.body.host, event.body.pid));
  }
  if (draft?.ch === chapter) world.tell(nl.interview.foundBack(draft.at));
  else if (draft !== undefined) world.tell(nl.interview.foundElsewhere(draft.at, draft.ch));
  if (state.exercise) world.tell(nl.interview.exercise);
  for (const exposure of world.cases.exposures(path)) world.tell(nl.interview.exposed[exposure]);
}

function sayMoved(world: World, state: Case, chapter: number): void {
  const { flow } = chapterOf(state, chapter);
  const moved = movedOn(state, chapterOf(state, chapter)).map((q) => flow.questions.get(q)?.label ?? q);
  if (moved.length > 0) world.tell(nl.chapter.moved(moved.map(nl.quoted)));
}

function sayParked(world: World, state: Case, chapter: number, first: readonly NewEvent[]): void {
  const said = new Set(first.flatMap(({ body }) => ("q" in body ? [body.q] : [])));
  const parked = walkIn(state, chapter).parked.filter((q) => said.has(q));
  if (parked.length > 0) world.tell(nl.interview.parked(parked.map(nl.quoted)));
}

const walkIn = (state: Case, n: number): Walk => walkOf(chapterOf(state, n));

function finishing(state: Case, n: number): readonly NewEvent[] {
  const { outcome, norms } = walkIn(state, n);
  if (outcome === undefined || chapterOf(state, n).finished !== undefined) return [];
  return [{ type: "finished", ch: n, body: { outcome: outcome.id, norms: Object.fromEntries(norms) } }];
}

/** Without a terminal: what there is to look at once more. */
async function sayRemarks(world: World, state: Case, chapter: Chapter): Promise<void> {
  const told = (await import("./remarks.ts")).told(state, chapter);
  if (told.length > 0) world.tell(...told);
}

/** What can come after this chapter, beside itself. All that she answered is on the disk by now: where a definition cannot be read, nothing is said. */
async function sayNext(world: World, path: string, state: Case, after: Chapter): Promise<void> {
  const { isFree, offered } = await import("./chapter.ts");
  if (!isFree(after)) return;
  const next = await offered(world, state).catch((error: unknown) => {
    if (error instanceof Defect) return [];
    throw error;
  });
  const titles = next.filter(({ edition }) => edition.flow.id !== after.flow.id).map(({ edition }) => nl.quoted(edition.flow.title));
  if (titles.length > 0) world.tell(nl.chapter.next(titles, nl.interview.command(world.program, "resume", path)));
}

function ending(world: World, path: string, { exercise }: Case, { status, outcome, next }: Walk, interrupted: boolean): number {
  if (status === "finished") {
    world.tell(nl.interview.finished(outcome?.title ?? "", outcome?.text ?? "", nl.interview.command(world.program, "export", path)));
    if (!exercise) world.tell(nl.interview.belongs(`${world.program} purge --dry-run`));
    return interrupted ? EXIT.interrupt : EXIT.fine;
  }
  if (next !== undefined) world.tell(nl.interview.stillOpen(next.id, next.text.trim(), status === "decided"));
  world.tell(nl.interview.saved(nl.interview.command(world.program, "resume", path)));
  return interrupted ? EXIT.interrupt : EXIT.unfinished;
}
