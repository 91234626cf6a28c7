/**
 * The questions of a session, line by line: for screen readers, braille and terminals that can do nothing else. Nothing is drawn, moved or
 * taken back; whatever the other face does with a key is done here by typing.
 */
import { nl } from "../core/nl.ts";
import type { Value } from "../core/value.ts";
import type { Asking, Prompt, Reply } from "../ports.ts";
import { systemClock } from "./clock.ts";
import { askMenu, askNotice, askOne, askSeveral } from "./linear/choose.ts";
import { openLines, type Lines } from "./linear/lines.ts";
import { unseen } from "./linear/secret.ts";
import { say, talk, type Talk } from "./linear/talk.ts";
import { writeLine, writeText, type Writing } from "./linear/write.ts";
import { keeper } from "./prompts/keeper.ts";
import { nothingLeft } from "./prompts/left.ts";
import { machine } from "./station.ts";
import type { Manner } from "./terminal.ts";

export interface Settings {
  /** Today as yyyy-mm-dd. */
  readonly today: () => string;
  /** The terminal obeys no escape sequences: it cannot be wiped, and no editor works on it. */
  readonly dumb: boolean;
}

/** How long after the start, in ms: when the first question is being read. */
const READING = 100;

/** @param output where it is shown: stderr when a document goes to stdout */
export function openLinear(output: NodeJS.WriteStream | undefined, environment: NodeJS.ProcessEnv): Prompt {
  const dumb = environment["TERM"] === "dumb";
  if (!dumb) setTimeout(() => void import("./editor.ts").then(({ sweepEdited }) => sweepEdited()), READING).unref();
  return linearPrompt(openLines(output === undefined ? machine() : { ...machine(), output }, dumb), { dumb });
}

export function linearPrompt(lines: Lines, { today = () => systemClock().slice(0, 10), dumb = false }: Partial<Settings> = {}): Prompt {
  const unanswered = nothingLeft();
  let left = false;
  let introduced = false;
  let place = "";

  const put = async <T>(question: Talk<T>, manner: Manner): Promise<Reply<T>> => {
    const early = await lines.clear(manner);
    if (early !== "") say(lines, nl.prompt.early(early));
    if (!introduced) say(lines, nl.linear.signs(true, question.head.outside));
    introduced = true;
    const ended = await talk(lines, question, place);
    place = question.head.place;
    if (ended.left) lines.wipe();
    left ||= ended.left;
    return ended.reply;
  };
  const write = async (asking: Asking, open: typeof writeText): Promise<Reply<Value | null>> => {
    const kept = keeper(asking.keep);
    const question: Writing = open(asking, {
      draft: unanswered.of(asking) ?? asking.draft,
      today: today(),
      watch: (text) => {
        kept.watch(text, { name: "enter" });
      },
      more: lines.more,
      edit: dumb ? undefined : async (text) => (await import("./editor.ts")).edit(text, process.env),
    });
    const reply = await put(question, "text");
    const unsaid = reply.kind === "answer" ? undefined : question.unsaid();
    await kept.end(unsaid);
    unanswered.keep(asking, reply.kind === "back" ? unsaid : undefined);
    if (reply.kind === "stop" && unsaid !== undefined && unsaid !== "" && !left)
      say(lines, ...(asking.keep === undefined ? [nl.prompt.lost, unsaid] : [nl.linear.ready]));
    return reply;
  };
  const ask = (asking: Asking): Promise<Reply<Value | null>> => {
    switch (asking.askable.kind) {
      case "choice":
      case "ref":
        return put(askOne(asking), "choice");
      case "choices":
        return put(askSeveral(asking), "choice");
      case "notice":
        return put(askNotice(asking), "choice");
      case "text":
        return write(asking, writeText);
      case "line":
      case "number":
      case "date":
        return write(asking, writeLine);
      case "list":
        throw new TypeError(`a list is asked entry by entry: ${asking.askable.id}`);
    }
  };
  return {
    greet: () => say(lines, nl.linear.screen(!dumb)),
    ask,
    choose: (asked) => put(askMenu(asked), "choice"),
    secret: async (title) => {
      await lines.clear("choice");
      const ended = await unseen(lines, title);
      if (ended.left) lines.wipe();
      left ||= ended.left;
      return ended.reply;
    },
    tell: (...rows) => say(lines, ...rows),
    left: () => left,
    stop: lines.stop,
    close: lines.close,
  };
}
