/** Which face asks: lines for who cannot use a screen, and for terminals that have none. */
import type { Prompt } from "../ports.ts";

/** What the command line says about it; the environment may say so too. */
export interface Face {
  readonly linear: boolean;
  /** Without colour. */
  readonly plain: boolean;
}

/** Where and when it is shown. */
export interface Showing {
  /** stderr when a document goes to stdout. */
  readonly output?: NodeJS.WriteStream | undefined;
  /** Today as yyyy-mm-dd; the clock of the machine when left out. */
  readonly today?: (() => string) | undefined;
}

export async function openFace(face: Face, environment: NodeJS.ProcessEnv, showing: Showing = {}): Promise<Prompt> {
  if (isLinear(face, environment)) return (await import("./linear.ts")).openLinear(showing, environment);
  return (await import("./session.ts")).openPrompt(showing, face.plain);
}

export function isLinear({ linear }: Face, { TERM, ACCESSIBLE = "" }: NodeJS.ProcessEnv): boolean {
  return linear || TERM === "dumb" || (ACCESSIBLE !== "" && ACCESSIBLE !== "0");
}
