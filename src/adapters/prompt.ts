/** The questions of a session, on a terminal. */
import type { Draft } from "../core/edit.ts";
import { nl } from "../core/nl.ts";
import type { Value } from "../core/value.ts";
import type { Asking, Prompt, Reply } from "../ports.ts";
import { choice } from "./prompts/choice.ts";
import { menu } from "./prompts/menu.ts";
import { keeper, type Keeper } from "./prompts/keeper.ts";
import { nothingLeft } from "./prompts/left.ts";
import { noColour, paint } from "./prompts/paint.ts";
import { play, type Ended } from "./prompts/play.ts";
import { width, type Room, type Sheet } from "./prompts/sheet.ts";
import { wrap } from "./prompts/wrap.ts";
import type { Manner, Terminal } from "./terminal.ts";

export interface Settings {
  /** Today as yyyy-mm-dd, for "vandaag" and for days without a year. */
  readonly today: () => string;
  /** No escape sequences for colour and weight. */
  readonly plain: boolean;
}

type Written = Sheet<Draft, Value | null>;

export function terminalPrompt(terminal: Terminal, { today = localDay, plain = noColour(process.env) }: Partial<Settings> = {}): Prompt {
  const unanswered = nothingLeft();
  let left = false;
  const colours = paint(plain);
  const room = (): Room => ({ columns: terminal.columns(), rows: terminal.rows(), paint: colours });

  const show = async <S, T>(sheet: Sheet<S, T>, manner: Manner, watch?: Keeper["watch"]): Promise<Ended<T>> => {
    const ended = await play(sheet, await terminal.open(manner), room, watch);
    if (ended.left) terminal.wipe();
    left ||= ended.left;
    return ended;
  };
  const choose = async <S, T>(sheet: Sheet<S, T>): Promise<Reply<T>> => (await show(sheet, "choice")).reply;
  const write = async (
    asking: Asking,
    open: (asking: Asking, draft: string | undefined, today: string) => Written,
  ): Promise<Reply<Value | null>> => {
    const { current } = asking;
    const kept = keeper(asking.keep);
    let text = unanswered.of(asking) ?? asking.draft;
    let ended = await show(open(asking, text, today()), "text", kept.watch);
    while (ended.edit) {
      const typed = ended.draft ?? text ?? (typeof current === "string" ? current : "");
      const { edit } = await import("./editor.ts");
      const edited = terminal.lend(() => edit(typed, process.env));
      if ("why" in edited) terminal.write(`${wrap(edited.why, width(room())).join("\n")}\n`);
      text = "text" in edited ? edited.text : typed;
      await asking.keep?.(text);
      ended = await show(open(asking, text, today()), "text", kept.watch);
    }
    const { reply, draft } = ended;
    await kept.end(reply.kind === "answer" ? undefined : draft);
    unanswered.keep(asking, reply.kind === "back" ? draft : undefined);
    return reply;
  };
  const ask = async (asking: Asking): Promise<Reply<Value | null>> => {
    switch (asking.askable.kind) {
      case "choice":
      case "ref":
        return choose(choice(asking));
      case "choices":
        return choose((await import("./prompts/choices.ts")).choices(asking));
      case "notice":
        return choose((await import("./prompts/notice.ts")).notice(asking));
      case "text":
        return write(asking, (await import("./prompts/text.ts")).text);
      case "line":
        return write(asking, (await import("./prompts/line.ts")).line);
      case "number":
        return write(asking, (await import("./prompts/number.ts")).number);
      case "date":
        return write(asking, (await import("./prompts/date.ts")).date);
      case "list":
        throw new TypeError(`a list is asked entry by entry: ${asking.askable.id}`);
    }
  };
  const tell = (...lines: readonly string[]): void => {
    for (const line of lines) {
      const indent = /^ */.exec(line)?.[0] ?? "";
      terminal.write(`${wrap(line.trimStart(), width(room()), indent, indent === "" ? "" : `${indent}  `).join("\n")}\n`);
    }
  };
  return {
    ask,
    choose: (asked) => choose(menu(asked)),
    secret: async (title) => (await show((await import("./prompts/secret.ts")).secret(title), "text")).reply,
    tell,
    greet: () => tell(nl.interview.screen),
    left: () => left,
    stop: terminal.stop,
    close: terminal.close,
  };
}

/** Loads the kinds of prompt that the first question did not need, so that no later one waits for its file. */
export const loadAll = (): Promise<unknown> =>
  Promise.all([
    import("./prompts/choices.ts"),
    import("./prompts/notice.ts"),
    import("./prompts/text.ts"),
    import("./prompts/line.ts"),
    import("./prompts/number.ts"),
    import("./prompts/date.ts"),
  ]);

function localDay(): string {
  const now = new Date();
  return [
    String(now.getFullYear()).padStart(4, "0"),
    String(now.getMonth() + 1).padStart(2, "0"),
    String(now.getDate()).padStart(2, "0"),
  ].join("-");
}
