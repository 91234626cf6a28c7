/** Puts a sheet on the terminal with @inquirer/core. What all prompts share is here: stop, back, help. */
import { createPrompt, useEffect, useKeypress, useRef, useState } from "@inquirer/core";
import type { Key } from "../../core/edit.ts";
import { nl } from "../../core/nl.ts";
import type { Reply } from "../../ports.ts";
import { KEY, type Seat } from "../terminal.ts";
import { arrange } from "./arrange.ts";
import { madeRoom } from "./redraw.ts";
import type { Room, Sheet } from "./sheet.ts";

export interface Ended<T> {
  readonly reply: Reply<T>;
  /** Text that was typed and not confirmed. */
  readonly draft: string | undefined;
  /** Nothing is to stay on the screen. */
  readonly left: boolean;
  /** The text goes to the user's own editor, and comes back here. */
  readonly edit: boolean;
}

export interface State<S, T> {
  readonly own: S;
  readonly message: string | undefined;
  /** The first row of the help that is shown; undefined when it is hidden. */
  readonly help: number | undefined;
  /** "<" was pressed: Enter goes back. */
  readonly leaving: boolean;
  readonly ended: Ended<T> | undefined;
}

/**
 * Asks. Ctrl-C is the reply stop and never a value.
 * @param watch is told what is typed, and by which key
 */
export function play<S, T>(sheet: Sheet<S, T>, seat: Seat, room: () => Room, watch?: (text: string, key: Key) => void): Promise<Ended<T>> {
  const prompt = createPrompt<Ended<T>, object>((_, done) => {
    const [state, setState] = useState<State<S, T>>(() => ({
      own: sheet.start,
      message: seat.early === "" ? undefined : nl.prompt.early(seat.early),
      help: undefined,
      leaving: false,
      ended: undefined,
    }));
    const editor = useRef<object | undefined>(undefined);
    useEffect((readline) => {
      editor.current = readline;
    }, []);
    const layout = arrange(sheet, state, room());
    useKeypress((event) => {
      if (!carriesKey(event) || state.ended !== undefined) return;
      if (event.key.name === "resize") seat.output.write(madeRoom(layout, room().columns));
      const next = pressed(sheet, state, event.key, room(), layout.page);
      setState(next);
      const typed = sheet.typed?.of(next.own);
      if (typed !== undefined && typed !== sheet.typed?.of(state.own) && next.ended === undefined) watch?.(typed, event.key);
      if (next.ended !== undefined) done(next.ended);
    });
    // Readline edits nothing here; it only tells the screen where the cursor is. At first it stands at the end of the row.
    if (editor.current !== undefined) Object.assign(editor.current, { line: layout.typed?.text ?? "", cursor: layout.typed?.at ?? 0 });
    return [layout.top, layout.bottom];
  });
  const ended = prompt({}, { input: seat.input, output: seat.output });
  seat.start();
  return ended.finally(seat.leave);
}

const carriesKey = <E extends { readonly name: string }>(event: E): event is E & { readonly key: Key } =>
  event.name === KEY && "key" in event;

/** The state after a key. */
export function pressed<S, T>(sheet: Sheet<S, T>, state: State<S, T>, key: Key, room: Room, page: number | undefined): State<S, T> {
  const typed = sheet.typed?.of(state.own);
  if (typed === undefined && key.name === "text" && key.text.length > 1) {
    return Array.from(key.text).reduce((so, text) => pressed(sheet, so, { name: "text", text }, room, page), state);
  }
  const calm = { ...state, message: undefined, leaving: false };
  const end = (reply: Reply<T>, own = state.own, how: { readonly left?: true; readonly edit?: true } = {}): State<S, T> => {
    const draft = reply.kind === "answer" || sheet.typed?.hidden === true ? undefined : sheet.typed?.of(own);
    return {
      ...calm,
      ended: { reply, draft: draft === sheet.typed?.saved ? undefined : draft, left: how.left ?? false, edit: how.edit ?? false },
    };
  };
  if (key.name === "interrupt") return end({ kind: "stop" });
  if (key.name === "overview" && sheet.head.overview) return end({ kind: "back", overview: true });
  if (key.name === "editor" && sheet.typed?.long === true) return end({ kind: "back" }, state.own, { edit: true });
  if (key.name === "leave") return end({ kind: "stop" }, state.own, { left: true });
  if (key.name === "resize") return { ...state };
  if (key.name === "help" || (key.name === "text" && key.text === "?" && (typed ?? "") === "" && sheet.typed?.hidden !== true)) {
    return sheet.head.help.length === 0
      ? { ...calm, message: nl.prompt.noHelp }
      : { ...calm, help: state.help === undefined ? 0 : undefined };
  }
  if (state.help !== undefined) {
    if (key.name === "escape" || (page !== undefined && key.name === "enter")) return { ...calm, help: undefined };
    if (page !== undefined && (key.name === "up" || key.name === "down"))
      return { ...calm, help: Math.min(page, Math.max(0, state.help + (key.name === "up" ? -1 : 1))) };
  }
  if (key.name === "escape" || (state.leaving && key.name === "enter")) return end({ kind: "back" });
  if (typed === undefined && key.name === "text" && key.text === "<") return { ...calm, leaving: true, message: nl.prompt.enterIsBack };
  const move = sheet.press(state.own, key, room);
  if ("reply" in move) return end(move.reply, move.state);
  return { ...calm, help: page === undefined ? state.help : undefined, own: move.state, message: move.message };
}
