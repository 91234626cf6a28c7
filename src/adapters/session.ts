/** The prompt of a real terminal. */
import type { Prompt } from "../ports.ts";
import { loadAll, terminalPrompt } from "./prompt.ts";
import { machine } from "./station.ts";
import { openTerminal } from "./terminal.ts";

/** How long after the start, in ms: when the first question stands on the screen and is being read. */
const READING = 100;

/**
 * @param output where it is shown: stderr when a document goes to stdout
 * @param plain without colour, whatever the environment says
 */
export function openPrompt(output: NodeJS.WriteStream | undefined, plain: boolean): Prompt {
  setTimeout(() => {
    void loadAll();
    void import("./editor.ts").then(({ sweepEdited }) => {
      sweepEdited();
    });
  }, READING).unref();
  return terminalPrompt(openTerminal(output === undefined ? machine() : { ...machine(), output }), plain ? { plain } : {});
}
