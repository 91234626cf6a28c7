import { fold, type Case } from "../core/case.ts";
import type { Chapter } from "../core/chapter.ts";
import { EXIT, JournalDefect, UsageDefect } from "../core/defect.ts";
import type { Askable } from "../core/flow.ts";
import { nearest } from "../core/near.ts";
import { nl } from "../core/nl.ts";
import { accepts, clean } from "../core/value.ts";
import type { Prompt, World } from "../ports.ts";
import { asked, opened, stopped, type Unanswered } from "./erase.ts";

export interface NoteOptions {
  /** Whose statement it is: a role. */
  readonly by: string | undefined;
  readonly text: string | undefined;
  /** A question of the case, or an entry of a list. */
  readonly about: string | undefined;
}

/** What is asked, and behind which option it can stand. */
interface Part {
  readonly option: "--by" | "--text";
  readonly askable: Askable;
  readonly given: string | undefined;
}

/**
 * Puts a client's own statement in a case. Asks in a terminal what is missing.
 * @returns the exit code
 * @throws UsageDefect when something does not fit; nothing is changed then
 */
export async function note(world: World, name: string, { by, text, about }: NoteOptions): Promise<number> {
  const { events } = await world.cases.read(name);
  const ch = chapterOf(fold(events), about).n;
  const words = nl.trust.note;
  const parts: readonly [Part, Part] = [
    { option: "--by", askable: { ...nl.interview.reason, kind: "line", ...words.by }, given: by },
    { option: "--text", askable: { ...nl.interview.reason, kind: "text", maxLength: 20_000, ...words.text }, given: text },
  ];
  for (const part of parts) assertFits(part);
  const filled = await ask(world, parts);
  if (typeof filled === "number") return filled;
  const journal = await opened(world, name, events.length);
  try {
    const body = { ...(about === undefined ? {} : { about }), by: filled[0], text: filled[1] };
    const [said] = await journal.append([{ type: "noted", ch, body }]);
    world.tell(words.done(said?.n ?? 0));
    return EXIT.fine;
  } finally {
    journal.close();
  }
}

/** The chapter that a statement belongs to: the last one that has what it is about. @throws UsageDefect for what is in none */
function chapterOf({ chapters }: Case, about: string | undefined): Chapter {
  const chapter = about === undefined ? chapters.at(-1) : chapters.findLast((one) => names(one).includes(about));
  if (chapter !== undefined) return chapter;
  if (about === undefined || chapters.length === 0) throw new JournalDefect(nl.journal.noChapter);
  throw new UsageDefect(nl.trust.note.unknown(about, nearest(about, chapters.flatMap(names))));
}

/** The questions of a chapter, and the entries of its lists. */
const names = ({ flow, answers }: Chapter): readonly string[] => [
  ...flow.questions.keys(),
  ...[...answers.values()].flatMap((answer) => (answer.kind === "list" ? answer.items.map(({ id }) => id) : [])),
];

/** @throws UsageDefect */
function assertFits({ option, askable, given }: Part): void {
  if (given === undefined) return;
  const refusal = accepts(askable, clean(given));
  if (refusal !== null) throw new UsageDefect(nl.trust.note.bad(option, nl.refusal(refusal)));
}

/** What was given, and what is missing asked. @returns the exit code when she stops */
async function ask(world: World, parts: readonly [Part, Part]): Promise<readonly [string, string] | number> {
  const [by, text] = parts.map(({ given }) => given);
  if (by !== undefined && text !== undefined) return [clean(by), clean(text)];
  if (world.prompt === undefined)
    throw new UsageDefect(nl.trust.note.needs(parts.flatMap(({ option, given }) => (given === undefined ? [option] : []))));
  const prompt = await world.prompt();
  try {
    const first = await filled(prompt, parts[0]);
    if (typeof first !== "string") return stopped(world, prompt, first);
    const second = await filled(prompt, parts[1]);
    return typeof second === "string" ? [first, second] : stopped(world, prompt, second);
  } finally {
    prompt.close();
  }
}

async function filled(prompt: Prompt, { askable, given }: Part): Promise<string | Unanswered> {
  if (given !== undefined) return clean(given);
  const reply = await prompt.ask(asked(askable));
  return reply.kind === "answer" ? clean(String(reply.value)) : reply;
}
