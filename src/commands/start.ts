import { chapterOf } from "../core/answers.ts";
import { fold, imagined, type Case } from "../core/case.ts";
import { EXIT, UsageDefect } from "../core/defect.ts";
import type { NewEvent } from "../core/event.ts";
import { nl } from "../core/nl.ts";
import type { Reply, World } from "../ports.ts";
import { begun } from "./chapter.ts";
import { recipientsOf } from "./encrypt.ts";
import { interview, type Filed, type Opening } from "./interview.ts";

export interface StartOptions {
  readonly answers: string | undefined;
  readonly exercise: boolean;
  /** The practice case she asked for by its id. */
  readonly practice: string | undefined;
  /** Who can open the case besides the user and those of the organisation. */
  readonly recipients: readonly string[];
  /** The flow to walk; the five steps when left out. */
  readonly flow?: string | undefined;
  /** The sector she named; that of the profile when left out. */
  readonly sector?: string | undefined;
}

const FLOW = "meldcode";

/** Begins a case: takes in the answers file, if any, and goes on with the interview. @returns the exit code */
export async function start(
  world: World,
  { answers, exercise, practice: wanted, recipients, flow = FLOW, sector: named }: StartOptions,
): Promise<number> {
  const practice = await storyFor(world, exercise && (wanted !== undefined || (answers === undefined && flow === FLOW)), wanted);
  if (practice.kind !== "answer") return practice.kind === "stop" ? EXIT.interrupt : EXIT.fine;
  const told = practice.value === undefined ? {} : { practice: practice.value };
  // The stories of practice cases are written for the general framework.
  const sector = practice.value === undefined ? (named ?? (await world.organisation())?.sector) : undefined;
  const opened = (id: string): NewEvent => ({
    type: "opened",
    ch: 0,
    body: { format: 1, app: `meldcode ${world.version}`, id, exercise, ...told },
  });
  const NAMELESS = "2000-01-01-0";
  const chapter = await begun(world, imagined([opened(NAMELESS)]), flow, sector);
  const kept = exercise ? [] : await keeping(world, () => imagined([opened(NAMELESS), ...chapter]), recipients);
  const first = (id: string): readonly NewEvent[] => [opened(id), ...kept, ...chapter];
  const state = imagined(first(NAMELESS));
  const filed = answers === undefined ? undefined : await filedIn(world, state, answers);
  const file: Opening["file"] = async () => {
    const journal = await world.cases.create(exercise, first);
    return { journal, state: fold(journal.events) };
  };
  const begins = chapter[0];
  if (sector !== undefined && flow === FLOW && begins?.type === "begun")
    world.tell(...nl.framework.follows(begins.body.edition.flow.framework));
  return interview(world, { state, path: undefined, draft: undefined, file }, 1, filed);
}

/** Tried on an imagined case first: a file that is refused leaves nothing on the disk. */
async function filedIn(world: World, state: Case, answers: string): Promise<Filed> {
  const file = await world.answers(answers, chapterOf(state, 1));
  return (await import("./taken.ts")).taken(state, 1, file, undefined);
}

/** The practice case whose story goes with an exercise, if any: a story of the five steps. Who gave answers has a case of her own already. */
async function storyFor(world: World, asked: boolean, wanted: string | undefined): Promise<Reply<string | undefined>> {
  if (!asked || (wanted === undefined && world.prompt === undefined)) return { kind: "answer", value: undefined };
  return (await import("./practice.ts")).choose(world, wanted);
}

/** A real case is encrypted from its first line when there is a key. @param state the case as it would be, slow to make. @throws UsageDefect when there are recipients and no key */
async function keeping(world: World, state: () => Case, recipients: readonly string[]): Promise<readonly NewEvent[]> {
  if (world.keys.recipient() !== undefined)
    return [{ type: "kept", ch: 0, body: { encrypted: true, recipients: [...(await recipientsOf(world, state(), recipients))] } }];
  if (recipients.length > 0) throw new UsageDefect(nl.key.makeFirst(`${world.program} key new`));
  return [];
}
