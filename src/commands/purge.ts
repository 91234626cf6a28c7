import { fold, type Case } from "../core/case.ts";
import { isPrivate } from "../core/chapters.ts";
import { Defect, EXIT, JournalDefect, Stopped, UsageDefect } from "../core/defect.ts";
import { nl } from "../core/nl.ts";
import { advice, dueOn, WEEKS } from "../core/retention.ts";
import type { Prompt, World } from "../ports.ts";

export interface PurgeOptions {
  /** Only say which cases are past their term. */
  readonly dryRun: boolean;
}

export interface Past {
  readonly path: string;
  readonly state: Case;
  readonly since: string;
}

/**
 * Cases on this machine that are past their term: named, and without `dryRun` asked about one by one and taken away where the user
 * says that the record is in the organisation's own file (an exercise has none). Nothing is ever taken away without that answer.
 * @returns the exit code
 * @throws UsageDefect without a terminal, unless `dryRun`
 */
export async function purge(world: World, { dryRun }: PurgeOptions): Promise<number> {
  const open = world.prompt;
  if (!dryRun && open === undefined) throw new UsageDefect(nl.purge.needsTerminal);
  const weeks = (await world.organisation())?.weeks ?? WEEKS;
  const past = await pastTerm(world, weeks);
  if (past.length === 0) {
    world.tell(nl.purge.none(world.cases.folder, weeks));
    if (dryRun) await advise(world);
    return EXIT.fine;
  }
  if (!dryRun && open !== undefined) return askEach(world, await open(), past);
  world.out(past.map(({ state, since }) => `${nl.purge.line(state.id, since, whatIs(state))}\n`).join(""));
  await advise(world);
  world.tell(nl.purge.how(nl.interview.command(world.program, "purge --dir", world.cases.folder)));
  return EXIT.fine;
}

/** Tells where the record belongs, and how long it is kept there in the sector of this organisation. */
export async function advise(world: Pick<World, "tell" | "organisation" | "retention">): Promise<void> {
  const organisation = await world.organisation();
  world.tell(...advice(await world.retention(), organisation?.sector));
}

/** A case that cannot be read is named and left alone. @throws Stopped when she stops at the passphrase */
async function pastTerm(world: World, weeks: number): Promise<readonly Past[]> {
  const today = world.now().slice(0, 10);
  const past: Past[] = [];
  for (const path of world.cases.list()) {
    try {
      const state = fold((await world.cases.read(path)).events);
      const since = dueOn(state, weeks);
      if (since !== undefined && since <= today) past.push({ path, state, since });
    } catch (error) {
      const why = await world.cases.blamed(error);
      if (!(why instanceof Defect) || why instanceof Stopped) throw why;
      world.tell(nl.list.unreadable(path, why.message));
    }
  }
  return past;
}

/** Asks about each, and takes away what she says. @returns the exit code */
export async function askEach(world: World, prompt: Prompt, past: readonly Past[]): Promise<number> {
  try {
    prompt.tell(nl.purge.honest);
    for (const one of past) {
      const reply = await prompt.choose({ ...nl.purge.menu(one.state.id, one.since, whatIs(one.state)), outside: true });
      if (reply.kind !== "answer") {
        prompt.tell(nl.purge.stopped);
        return reply.kind === "stop" ? EXIT.interrupt : EXIT.fine;
      }
      if (reply.value === "verwijderen") prompt.tell(await takeAway(world, one));
    }
    return EXIT.fine;
  } finally {
    prompt.close();
  }
}

const whatIs = (state: Case): "zaak" | "oefening" | "eigen" => (isPrivate(state) ? "eigen" : state.exercise ? "oefening" : "zaak");

/** @returns what to say: taken away, or why not */
async function takeAway({ cases, now }: World, { path, state }: Past): Promise<string> {
  const { id, events } = state;
  try {
    await cases.remove(path, nl.purge.certificate(now().slice(0, 10), id, whatIs(state), events.at(-1)?.hash ?? ""));
    return nl.purge.removed(id);
  } catch (error) {
    // In use, damaged or changed since it was read: that case stays, and the others go on.
    if (!(error instanceof JournalDefect)) throw error;
    return nl.purge.skipped(id, error.message);
  }
}
