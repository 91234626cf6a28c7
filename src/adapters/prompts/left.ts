/** What was typed and left unanswered. It comes back where the same question has the same answer, so never in another entry. */
import type { Asking } from "../../ports.ts";

export interface Left {
  /** What was left here, if anything. */
  readonly of: (asking: Asking) => string | undefined;
  /** @param text undefined: nothing was */
  readonly keep: (asking: Asking, text: string | undefined) => void;
}

export function nothingLeft(): Left {
  const texts = new Map<string, { readonly text: string; readonly current: Asking["current"] }>();
  return {
    of: (asking) => {
      const left = texts.get(nameOf(asking));
      return left?.current === asking.current ? left?.text : undefined;
    },
    keep: (asking, text) => {
      if (text === undefined) texts.delete(nameOf(asking));
      else texts.set(nameOf(asking), { text, current: asking.current });
    },
  };
}

/** Fields of different lists can have the same id; what they ask differs. */
const nameOf = ({ askable: { id, text } }: Asking): string => `${id}\n${text}`;
