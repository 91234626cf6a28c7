/** The prompt of a real terminal. */
import type { Prompt } from "../ports.ts";
import type { Showing } from "./face.ts";
import { loadAll, terminalPrompt } from "./prompt.ts";
import { machine } from "./station.ts";
import { openTerminal } from "./terminal.ts";

/** How long after the start, in ms: when the first question stands on the screen and is being read. */
const READING = 100;

/** @param plain without colour, whatever the environment says */
export function openPrompt({ output, today }: Showing, plain: boolean): Prompt {
  setTimeout(() => {
    void loadAll();
    void import("./editor.ts").then(({ sweepEdited }) => {
      sweepEdited();
    });
  }, READING).unref();
  const terminal = openTerminal(output === undefined ? machine() : { ...machine(), output });
  return terminalPrompt(terminal, { today, plain: plain || undefined });
}
