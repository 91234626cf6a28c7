/** Which face asks: lines for who cannot use a screen, and for terminals that have none. */
import type { Prompt } from "../ports.ts";

/** What the command line says about it; the environment may say so too. */
export interface Face {
  readonly linear: boolean;
  /** Without colour. */
  readonly plain: boolean;
}

/** @param output where it is shown: stderr when a document goes to stdout */
export async function openFace(face: Face, environment: NodeJS.ProcessEnv, output?: NodeJS.WriteStream): Promise<Prompt> {
  if (isLinear(face, environment)) return (await import("./linear.ts")).openLinear(output, environment);
  return (await import("./session.ts")).openPrompt(output, face.plain);
}

export function isLinear({ linear }: Face, { TERM, ACCESSIBLE = "" }: NodeJS.ProcessEnv): boolean {
  return linear || TERM === "dumb" || (ACCESSIBLE !== "" && ACCESSIBLE !== "0");
}
