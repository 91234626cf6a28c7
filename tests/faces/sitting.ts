/** A case that is filled in through one face, in process: what was asked, and what came to stand in its file. */
import { linearPrompt } from "../../src/adapters/linear.ts";
import { openLines } from "../../src/adapters/linear/lines.ts";
import { terminalPrompt } from "../../src/adapters/prompt.ts";
import { openTerminal } from "../../src/adapters/terminal.ts";
import { found, interview } from "../../src/commands/interview.ts";
import { taken } from "../../src/commands/taken.ts";
import { cleaned } from "../../src/core/answers.ts";
import { fold } from "../../src/core/case.ts";
import type { Event, NewEvent } from "../../src/core/event.ts";
import { build, type Flow } from "../../src/core/flow.ts";
import type { Edition } from "../../src/core/formats.ts";
import { canonical, canonicalEntry } from "../../src/core/value.ts";
import type { AnswersFile, Asking, Journal, Menu, Prompt, Reply, World } from "../../src/ports.ts";
import { wired, type Wired } from "../adapters/station.ts";
import { asDocument } from "../shipped.ts";
import { begun } from "../tiny.ts";
import { keys, lines, type Hand } from "./hands.ts";
import { REASON, type Person, type Stage } from "./person.ts";

/** An event without what belongs to one file alone: time, hash, salt and ids. */
export type Said = Pick<NewEvent, "type" | "ch" | "body">;

export interface Sitting {
  readonly events: readonly Said[];
  /** Every question and choice that was put, in order. */
  readonly asked: readonly string[];
  /** How many stages had been said when she finished for the first time. */
  readonly stages: number;
}

/** The two faces that ask. */
export type Face = "terminal" | "linear";
const TODAY = "2026-12-31";

function open(face: Face, { station }: Wired): Prompt {
  return face === "terminal"
    ? terminalPrompt(openTerminal(station), { today: () => TODAY, plain: true })
    : linearPrompt(
        openLines(station, false, () => true),
        { today: () => TODAY },
      );
}

/**
 * Somebody at a face: each question is put by the real prompt, and answered by what is typed at its input.
 * @param again she comes back after finishing, so many times, to correct something
 */
export async function sit(face: Face, edition: Edition, she: Person, again = 0): Promise<Sitting> {
  const journal = paper(edition);
  const asked: string[] = [];
  let stages = 0;
  for (let time = 0; time <= again; time++) {
    if (time > 0) she.regrets();
    const machine = wired();
    await interview(
      worldOf(typing(open(face, machine), machine, face === "terminal" ? keys : lines, she, asked)),
      await found(journal, fold(journal.events)),
      1,
      undefined,
    );
    if (time === 0) stages = she.stages().length;
  }
  return { events: saidIn(journal, build(edition)), asked, stages };
}

/** The same from answers files, one after the other. @param finished how many of them come before finishing */
export async function file(
  edition: Edition,
  stages: readonly Stage[],
  finished: number,
  reasons: (stage: Stage) => Readonly<Record<string, string>>,
  read: (document: object) => AnswersFile = inMemory,
): Promise<readonly Said[]> {
  const journal = paper(edition);
  for (const [i, stage] of stages.entries()) {
    const reason = i < finished ? undefined : REASON;
    const filed = taken(fold(journal.events), 1, { ...read(asDocument(stage)), reasons: reasons(stage) }, reason);
    await interview(worldOf(undefined), await found(journal, fold(journal.events)), 1, filed);
  }
  return saidIn(journal, build(edition));
}

const inMemory = (document: object): AnswersFile => ({
  ...cleaned(JSON.parse(JSON.stringify(document)) as Record<string, unknown>),
  reasons: {},
  refuse: ({ code }) => {
    throw new Error(code);
  },
});

function typing(prompt: Prompt, { input, written }: Wired, hand: Hand, she: Person, asked: string[]): Prompt {
  /** Types once something is shown, as everything that was typed before is dropped. */
  const put = async <T>(ask: () => Promise<Reply<T>>, typed: string): Promise<Reply<T>> => {
    const before = written.length;
    const reply = ask();
    while (written.length === before) await new Promise(setImmediate);
    input.write(typed);
    return reply;
  };
  return {
    ...prompt,
    ask: (asking: Asking) => {
      asked.push(`${asking.askable.id}: ${asking.place}`);
      const intent = she.ask(asking);
      return put(
        () => prompt.ask(asking),
        intent.says === "answer" ? hand.answer(asking, intent.value) : elsewhere(hand, intent.says, asking),
      );
    },
    choose: (menu: Menu) => {
      asked.push(`${menu.label}: ${menu.options.map(({ id }) => id).join()}`);
      const choice = she.choose(menu);
      return put(() => prompt.choose(menu), choice.says === "pick" ? hand.pick(menu, choice.id) : elsewhere(hand, choice.says, menu));
    },
  };
}

const elsewhere = (hand: Hand, says: "back" | "overview", asked: Asking | Menu): string =>
  says === "back" ? hand.back(asked) : hand.overview;

/** A journal in memory: what the disk does is tested elsewhere. */
function paper(edition: Edition): Journal {
  const events: Event[] = [];
  const append = (more: readonly NewEvent[]): Promise<readonly Event[]> => {
    const written = more.map((event, i): Event => ({ ...event, n: events.length + i + 1, at: "2026-11-21T10:00:00+01:00", hash: "" }));
    events.push(...written);
    return Promise.resolve(written);
  };
  void append(begun(edition));
  return {
    path: "",
    events,
    append,
    prove: () => undefined,
    erase: () => Promise.reject(new Error("nothing to erase")),
    keepAs: () => Promise.reject(new Error("an exercise is not encrypted")),
    draft: () => Promise.resolve(undefined),
    keep: () => Promise.resolve(),
    close: () => undefined,
  };
}

function worldOf(prompt: Prompt | undefined): World {
  const cases: Partial<World["cases"]> = { folder: "", exposures: () => [], list: () => [] };
  const world: Partial<World> = {
    version: "test",
    program: "meldcode",
    cases: cases as World["cases"],
    flows: () => Promise.resolve([]),
    prompt: prompt && (() => Promise.resolve(prompt)),
    out: () => undefined,
    tell: () => undefined,
  };
  return world as World;
}

/** Options in the order of the question, fields in that of the list: a file may have them in any. */
function saidIn({ events }: Journal, flow: Flow): readonly Said[] {
  return events.slice(2).map(({ type, ch, body }): Said => {
    const question = body !== null && "q" in body ? flow.questions.get(body.q) : undefined;
    if (question === undefined || body === null || !("value" in body)) return { type, ch, body } as Said;
    const value = "item" in body ? canonicalEntry(question, body.value) : canonical(question, body.value);
    return { type, ch, body: { ...body, value } };
  });
}
