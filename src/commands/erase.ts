import { erasing, fold, type Case } from "../core/case.ts";
import { EXIT, JournalDefect, UsageDefect } from "../core/defect.ts";
import type { Blank, Event } from "../core/event.ts";
import type { Askable } from "../core/flow.ts";
import { nl } from "../core/nl.ts";
import { accepts } from "../core/value.ts";
import { ERASABLE, standingOf } from "../core/verify.ts";
import type { Asking, Journal, Prompt, Reply, World } from "../ports.ts";
import { aside } from "./asking.ts";

export interface EraseOptions {
  /** The ground: it stands in the record. */
  readonly reason: string | undefined;
}

type Line = Event | Blank;

/**
 * Takes the content of one line of a case away, and writes down why. Asks first in a terminal.
 * @param number as it was typed; undefined: which lines there are, is said
 * @returns the exit code
 * @throws UsageDefect when that line cannot go; nothing is changed then
 */
export async function erase(world: World, name: string, number: string | undefined, { reason }: EraseOptions): Promise<number> {
  const { events } = await world.cases.read(name);
  const state = fold(events);
  const line = wanted(events, state, number);
  if (reason !== undefined) assertGround(reason);
  const change = changes(events, state, line, reason ?? "");
  const ground = await confirmed(world, line, [describe(line, state), ...change], reason);
  if (typeof ground === "number") return ground;
  const journal = await opened(world, name, events.length);
  try {
    const now = journal.events[line.n - 1];
    if (now?.hash !== line.hash || now.body === null) throw new JournalDefect(nl.journal.changedMeanwhile(journal.path));
    await journal.erase(line.n, ground);
    const others = sameAs(journal.events, line);
    const words = nl.trust.erase;
    world.tell(
      words.done(line.n, journal.events.length),
      words.honest,
      others.length === 0 ? words.noOthers : words.others(others),
      ...((await journal.draft())?.q === questionOf(line) ? [words.draft] : []),
    );
    return EXIT.fine;
  } finally {
    journal.close();
  }
}

/** The line that was meant. @throws UsageDefect when it cannot go */
function wanted(events: readonly Line[], state: Case, number: string | undefined): Event {
  const words = nl.trust.erase;
  if (number === undefined) {
    const erasable = events.filter((event) => event.body !== null && ERASABLE.has(event.type));
    if (erasable.length === 0) throw new UsageDefect(words.nothing);
    throw new UsageDefect([words.which, ...erasable.map((event) => describe(event, state))].join("\n"));
  }
  if (!/^[0-9]{1,9}$/.test(number)) throw new UsageDefect(words.noNumber(number));
  const n = Number(number);
  const event = events[n - 1];
  if (event === undefined) throw new UsageDefect(words.noLine(n, events.length));
  if (event.type === "closed") throw new UsageDefect(words.empty(n));
  if (!ERASABLE.has(event.type)) throw new UsageDefect(words.structure(n, nl.trust.kinds[event.type] ?? event.type));
  if (event.body === null) throw new UsageDefect(words.already(n));
  return event;
}

/** The kind of a line, what it is about and when it was written; never what it says. */
function describe(line: Line, { chapters }: Case): string {
  const { flow } = chapters[line.ch - 1] ?? {};
  const about = questionOf(line);
  const question = about === undefined ? undefined : (flow?.questions.get(about) ?? flow?.questions.get(about.replace(/-\d+$/, "")));
  return nl.trust.erase.line(line.n, nl.trust.kinds[line.type] ?? line.type, question?.label, itemOf(line), line.at);
}

function questionOf({ type, body }: Line): string | undefined {
  if (body === null) return undefined;
  return type === "noted" ? body.about : "q" in body ? body.q : undefined;
}

const itemOf = ({ body }: Line): string | undefined => (body !== null && "item" in body ? body.item : undefined);

const groundAskable = (): Asking["askable"] => ({ ...nl.interview.reason, ...nl.trust.erase.ground });

/** @throws UsageDefect */
function assertGround(reason: string): void {
  if (reason.trim() === "") throw new UsageDefect(nl.trust.erase.needsGround);
  const refusal = accepts(groundAskable(), reason);
  if (refusal !== null) throw new UsageDefect(nl.trust.erase.badGround(nl.refusal(refusal)));
}

/**
 * Tries it on an imagined case.
 * @returns what changes in a case that was finished before
 * @throws UsageDefect when the rest of the case no longer holds together
 */
function changes(events: readonly Line[], state: Case, line: Event, ground: string): readonly string[] {
  const words = nl.trust.erase;
  const { n, at, hash, ch, type } = line;
  const said: Event = { ...erasing(line, n, ground), n: events.length + 1, at: "", hash: "" };
  let after: Case;
  try {
    after = fold([...events.with(n - 1, { n, at, hash, ch, type, body: null }), said]);
  } catch (error) {
    if (error instanceof JournalDefect) throw new UsageDefect(words.cannot(error.message));
    throw error;
  }
  const [was, becomes] = [standingOf(state), standingOf(after)];
  if (was === "cannot" || becomes === "cannot") throw new UsageDefect(words.cannot(""));
  if (was === undefined || becomes === undefined || state.chapters[ch - 1]?.everFinished !== true) return [];
  const unsure = events.flatMap((event) => (event.type === "finished" && event.ch === ch && event.n > n ? [event.n] : []));
  return [
    words.wasFinished(nl.list.status(was.status, was.waiting), nl.list.status(becomes.status, becomes.waiting)),
    ...(becomes.parked > was.parked ? [words.parks(becomes.parked - was.parked)] : []),
    ...(unsure.length === 0 ? [] : [words.unsure(unsure)]),
  ];
}

/** Asks whether, and on what ground. Without a terminal the ground on the command line is enough. @returns the ground, or the exit code */
async function confirmed(world: World, line: Event, lines: readonly string[], reason: string | undefined): Promise<string | number> {
  const words = nl.trust.erase;
  if (world.prompt === undefined) {
    if (reason === undefined) throw new UsageDefect(words.needsGround);
    world.tell(...lines);
    return reason;
  }
  const prompt = await world.prompt();
  try {
    // The menu shows it as well; who is asked why, must know of what.
    if (reason === undefined) prompt.tell(...lines);
    const ground: Reply<unknown> = reason === undefined ? await prompt.ask(asked(groundAskable())) : { kind: "answer", value: reason };
    if (ground.kind !== "answer") return stopped(world, prompt, ground);
    const said = String(ground.value);
    const reply = await prompt.choose({ ...words.menu(line.n, [...lines, words.groundIs(said)]), outside: true });
    if (reply.kind !== "answer") return stopped(world, prompt, reply);
    if (reply.value === "wissen") return said;
    prompt.tell(words.left);
    return EXIT.fine;
  } finally {
    prompt.close();
  }
}

/** The other lines about the same question, or about the same entry of a list; also where a later chapter took it over. */
function sameAs(events: readonly Line[], line: Event): readonly number[] {
  const [q, item] = [questionOf(line), itemOf(line)];
  if (q === undefined || line.type === "noted") return [];
  const about = events.filter(({ n, type }) => n !== line.n && ERASABLE.has(type) && type !== "noted");
  return about.filter((other) => questionOf(other) === q && itemOf(other) === item).map(({ n }) => n);
}

/** Opens a case for one change, and says what opening it repaired. @param known how many lines it had when it was read */
export async function opened(world: World, name: string, known: number): Promise<Journal> {
  const journal = await world.cases.open(name);
  for (const event of journal.events.slice(known)) {
    if (event.type === "recovered" && event.body?.draft === false) world.tell(nl.interview.recovered(event.body.bytes));
    if (event.type === "taken-over" && event.body !== null) world.tell(nl.interview.tookOver(event.body.host, event.body.pid));
  }
  return journal;
}

/** A question outside every walk. */
export const asked = (askable: Askable): Asking => ({ ...aside(askable), outside: true });

export type Unanswered = Exclude<Reply<unknown>, { readonly kind: "answer" }>;

/** She stopped before anything was changed. @returns the exit code */
export function stopped({ tell }: World, prompt: Prompt, { kind }: Unanswered): number {
  if (prompt.left()) return EXIT.unfinished;
  tell(nl.key.stopped);
  return kind === "stop" ? EXIT.interrupt : EXIT.fine;
}
