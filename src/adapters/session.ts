/** The prompt of a real terminal. */
import type { Prompt } from "../ports.ts";
import { terminalPrompt } from "./prompt.ts";
import { openTerminal } from "./terminal.ts";

export const openPrompt = (): Prompt => terminalPrompt(openTerminal());
