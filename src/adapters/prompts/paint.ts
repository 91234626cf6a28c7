/** Colour and weight. Everything they say is also said in words or signs: NO_COLOR and a colour-blind reader lose nothing. */
import { Chalk } from "chalk";

export interface Paint {
  readonly dim: (text: string) => string;
  readonly bold: (text: string) => string;
  readonly warn: (text: string) => string;
  readonly good: (text: string) => string;
  readonly mark: (text: string) => string;
}

/** @param plain true: no escape sequences at all */
export function paint(plain: boolean): Paint {
  const chalk = new Chalk(plain ? { level: 0 } : {});
  // One argument each: chalk would paint the index that `map` passes as well.
  return {
    dim: (text) => chalk.dim(text),
    bold: (text) => chalk.bold(text),
    warn: (text) => chalk.bold.yellow(text),
    good: (text) => chalk.green(text),
    mark: (text) => chalk.bold.cyan(text),
  };
}

export const noColour = (env: Readonly<Record<string, string | undefined>>): boolean => (env["NO_COLOR"] ?? "") !== "";
