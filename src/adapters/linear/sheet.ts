/** The sheets of the other face without a screen: what a key does to their state is all that is wanted of them. */
import type { Key } from "../../core/edit.ts";
import type { Room, Sheet } from "../prompts/sheet.ts";
import type { Turn } from "./talk.ts";

const same = (text: string): string => text;
/** Where nothing is drawn. */
export const NOWHERE: Room = { columns: 80, rows: 24, paint: { dim: same, bold: same, warn: same, good: same, mark: same } };

/** What a key did. @param words what is said of a value that was taken; nothing when it is empty */
export function pressed<S, T>(sheet: Sheet<S, T>, state: S, key: Key, words: (value: T) => string): Turn<T> {
  const move = sheet.press(state, key, NOWHERE);
  if (!("reply" in move)) return { said: move.message === undefined ? [] : [move.message] };
  const said = move.reply.kind === "answer" ? words(move.reply.value) : "";
  return { reply: move.reply, said: said === "" ? [] : [said] };
}
