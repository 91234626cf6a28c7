/** Which of the numbered choices a line means: by their numbers, or by the beginning of their own words. */
import { nl } from "../../core/nl.ts";
import { fit } from "../prompts/wrap.ts";

/** Indices of choices, or why it is not clear. */
export type Picked = { readonly at: number } | { readonly why: string };

/** How much of a line is repeated when it is no choice. */
const ECHO = 60;

/** The one choice that is meant. */
export function pick(line: string, choices: readonly string[]): Picked {
  const at = Number(/^\s*(\d{1,4})\.?\s*$/.exec(line)?.[1]) - 1;
  if (choices[at] !== undefined) return { at };
  const typed = bare(line);
  const [only, ...others] = beginning(typed, choices);
  if (typed === "" || only === undefined) return { why: nl.linear.unclear(fit(line, ECHO)) };
  if (others.length === 0) return { at: only };
  const whole = choices.findIndex((choice) => bare(choice) === typed);
  return whole < 0
    ? {
        why: nl.linear.ambiguous(
          fit(line, ECHO),
          [only, ...others].map((i) => i + 1),
        ),
      }
    : { at: whole };
}

/** All choices that are meant, in the order of the choices: "1 3", "1, 3 en 4", or words with commas between them. */
export function pickSeveral(line: string, choices: readonly string[]): { readonly all: readonly number[] } | { readonly why: string } {
  const parts = line.split(/[\s,;.]+/).filter((part) => part !== "" && part !== "en");
  const whole = pick(line, choices);
  if ("at" in whole) return { all: [whole.at] };
  const picked = (parts.every((part) => /^\d+$/.test(part)) ? parts : line.split(",")).map((part) => pick(part, choices));
  const all = picked.flatMap((one) => ("at" in one ? [one.at] : []));
  const unclear = picked.find((one) => "why" in one);
  return unclear === undefined && all.length > 0 ? { all: [...new Set(all)].sort((a, b) => a - b) } : (unclear ?? whole);
}

const beginning = (typed: string, choices: readonly string[]): readonly number[] =>
  choices.flatMap((choice, i) => (bare(choice).startsWith(typed) ? [i] : []));

/** Letters and digits only, without accents and capitals: what a person remembers of words. */
const bare = (text: string): string =>
  text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
