/** Several of several: space puts a row on or off. */
import type { Key } from "../../core/edit.ts";
import { nl } from "../../core/nl.ts";
import { accepts, type Value } from "../../core/value.ts";
import type { Asking } from "../../ports.ts";
import { headOf, stopKey } from "./head.ts";
import { cursorAt, drawRows, step, type Cursor, type Row } from "./rows.ts";
import type { Move, Sheet } from "./sheet.ts";

interface Chosen extends Cursor {
  readonly ids: ReadonlySet<string>;
  /** Enter was pressed with nothing chosen: once more means it. */
  readonly sure: boolean;
}

const { keys: k } = nl.prompt;

export function choices(asking: Asking): Sheet<Chosen, Value | null> {
  const { askable, options, current } = asking;
  const count = options.length + (askable.required ? 0 : 1);
  const head = headOf(asking);

  const toggled = ({ at, ids }: Chosen): Chosen => {
    const option = options[at];
    const here = { ...cursorAt(at), sure: false };
    if (option === undefined) return { ...here, ids };
    if (ids.has(option.id)) return { ...here, ids: new Set([...ids].filter((id) => id !== option.id)) };
    const others = option.exclusive === true ? [] : [...ids].filter((id) => options.find((other) => other.id === id)?.exclusive !== true);
    return { ...here, ids: new Set([...others, option.id]) };
  };
  const confirmed = (state: Chosen): Move<Chosen, Value | null> => {
    const value = options.map(({ id }) => id).filter((id) => state.ids.has(id));
    if (!askable.required && state.at === options.length)
      return value.length > 0 ? { state, message: nl.prompt.skipOrChoose } : { reply: { kind: "answer", value: null } };
    const refusal = accepts(askable, value);
    if (refusal !== null) return { state, message: nl.refusal(refusal) + (value.length === 0 ? ` ${nl.prompt.withSpace}` : "") };
    if (value.length > 0 || state.sure) return { reply: { kind: "answer", value } };
    return askable.required ? { state: { ...state, sure: true }, message: nl.prompt.none } : { state, message: nl.prompt.choosePlain };
  };
  return {
    head,
    start: {
      typed: "",
      at: current === null ? count - 1 : 0,
      ids: new Set(Array.isArray(current) ? current.map(String) : []),
      sure: false,
    },
    press: (state, key: Key) => {
      if (key.name === "enter") return confirmed(state);
      if (key.name === "text" && key.text === " ") return { state: toggled(state) };
      return { state: { ...state, ...step(state, key, count), sure: false } };
    },
    draw: ({ at, ids }, room) => {
      const rows: readonly Row[] = [
        ...options.map(({ id, text, help }) => ({ text, help, box: ids.has(id) ? "[x]" : "[ ]" })),
        ...(askable.required ? [] : [{ text: nl.prompt.skip, help: undefined }]),
      ];
      return {
        ...drawRows(rows, at, room),
        hint: undefined,
        keys: [k.move, k.space, k.confirm, ...(head.help.length > 0 ? [k.help] : []), k.back, stopKey(head)],
      };
    },
    words: (value) =>
      Array.isArray(value)
        ? nl.listed(
            options.filter(({ id }) => value.includes(id)).map(({ text }) => text),
            "en",
          ) || nl.prompt.nothing
        : nl.prompt.skipped,
    typed: undefined,
  };
}
