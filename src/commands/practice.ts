/** Practice with an invented case: which one, its story while she answers, and the debrief. */
import type { Chapter } from "../core/chapter.ts";
import { UsageDefect } from "../core/defect.ts";
import type { PartSource, PracticeCaseSource } from "../core/formats.ts";
import { nearest } from "../core/near.ts";
import { nl } from "../core/nl.ts";
import { debrief, lines, NONE, toldAt } from "../core/practice.ts";
import { walk } from "../core/walk.ts";
import type { Prompt, Reply, World } from "../ports.ts";
import { aside } from "./asking.ts";
import type { Story } from "./converse.ts";

/**
 * The practice case she wants, by its id; undefined to practise without a story. Only in a terminal she is asked.
 * @param wanted what she typed, if anything
 * @throws UsageDefect when there is no such case
 */
export async function choose(world: World, wanted: string | undefined): Promise<Reply<string | undefined>> {
  const answer = (id: string | undefined): Reply<string | undefined> => ({ kind: "answer", value: id === NONE ? undefined : id });
  if (wanted === NONE) return answer(NONE);
  const { cases } = await world.practice();
  const ids = [...cases.map(({ id }) => id), NONE];
  if (wanted !== undefined) {
    if (!ids.includes(wanted)) throw new UsageDefect(nl.practice.unknown(wanted, nearest(wanted, ids), ids));
    return answer(wanted);
  }
  const prompt = await world.prompt?.();
  if (prompt === undefined) return answer(NONE);
  try {
    const reply = await prompt.choose({ ...nl.practice.menu(cases, NONE), outside: true });
    return reply.kind === "answer" ? answer(reply.value) : reply;
  } finally {
    prompt.close();
  }
}

/** A practice case that is being worked on. */
export interface Practice {
  readonly story: (prompt: Prompt) => Story;
  /** What is said of it afterwards, as lines. */
  readonly debrief: (chapter: Chapter) => readonly string[];
}

/** Says which practice case an exercise is about. @returns undefined when it is no longer there, or was not made for this flow */
export async function practised(world: World, id: string, { flow }: Chapter): Promise<Practice | undefined> {
  const source = await world.practice();
  if (source.flow !== flow.id) return undefined;
  const practice = source.cases.find((one) => one.id === id);
  world.tell(practice === undefined ? nl.practice.gone(id) : nl.practice.opened(practice.title));
  return (
    practice && {
      story: (prompt) => storyOf(practice, prompt),
      debrief: ({ flow: walked, answers }) => debrief(practice, walked, walk(walked, answers)),
    }
  );
}

function storyOf(practice: PracticeCaseSource, prompt: Prompt): Story {
  const words = nl.practice;
  let told: readonly PartSource[] | undefined;
  const beginning = [words.story, "", ...lines(practice.story)];
  const parts = (some: readonly PartSource[]): readonly string[] => some.flatMap(({ text }) => ["", ...lines(text)]);
  return {
    goOn: async (now, question) => {
      const known = toldAt(practice, now, question);
      const fresh = known.filter((part) => told?.includes(part) !== true);
      if (told !== undefined && fresh.length === 0) return "on";
      const head = told === undefined ? beginning : [words.goesOn];
      prompt.tell("", ...head, ...parts(fresh), ...(told === undefined ? ["", words.fill] : []));
      told = practice.more.filter((part) => told?.includes(part) === true || known.includes(part));
      const reply = await prompt.ask({ ...aside(words.read), place: nl.interview.exerciseMark + practice.title });
      return reply.kind === "answer" ? "on" : reply.kind;
    },
    again: () => {
      prompt.tell("", ...beginning, ...parts(told ?? []), "");
    },
  };
}
