/** When what is typed is kept: at once with a new line or a paste, else as soon as the typing rests. */
import type { Key } from "../../core/edit.ts";

/** How long the typing rests before it is kept, in ms. */
const REST = 300;

export interface Keeper {
  readonly watch: (text: string, key: Key) => void;
  /** Nothing more is kept. @param text what is left to be kept, now */
  readonly end: (text: string | undefined) => Promise<void>;
}

export function keeper(keep: ((text: string) => Promise<void>) | undefined): Keeper {
  let timer: NodeJS.Timeout | undefined;
  return {
    watch: (text, key) => {
      clearTimeout(timer);
      if (keep === undefined) return;
      const now = key.name === "enter" || key.name === "newline" || key.name === "paste";
      timer = setTimeout(() => void keep(text), now ? 0 : REST);
    },
    end: async (text) => {
      clearTimeout(timer);
      if (text !== undefined) await keep?.(text);
    },
  };
}
