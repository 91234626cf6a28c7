/** Something to have read. */
import { nl } from "../../core/nl.ts";
import type { Value } from "../../core/value.ts";
import type { Asking } from "../../ports.ts";
import { headOf, stopKey } from "./head.ts";
import type { Sheet } from "./sheet.ts";

const { keys: k } = nl.prompt;

export function notice(asking: Asking): Sheet<null, Value | null> {
  const head = headOf(asking);
  return {
    head,
    start: null,
    press: (state, key) => (key.name === "enter" ? { reply: { kind: "answer", value: true } } : { state }),
    draw: (_, room) => ({
      body: [room.paint.mark(`> ${k.read}`)],
      focus: 0,
      hint: undefined,
      keys: [...(head.help.length > 0 ? [k.help] : []), k.back, stopKey(head)],
    }),
    words: () => nl.prompt.read,
    typed: undefined,
  };
}
