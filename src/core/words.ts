/** A condition in Dutch words, with the ids of the questions: for authors, templates and the why of a question. */
import { NEVER, normalise, type Condition } from "./condition.ts";
import type { Askable, Field } from "./flow.ts";
import { nl } from "./nl.ts";

export function inWords(condition: Condition): string {
  const words = nl.condition;
  switch (condition.op) {
    case "all":
      return joined(condition.of, words.and, words.always);
    case "any":
      return joined(condition.of, words.or, words.never);
    case "not":
      return words.not(inWords(condition.of));
    case "asked":
      return words.asked(condition.q);
    case "in":
      return words.in(condition.q, condition.values);
    case "has":
      return words.has(condition.q, condition.option);
    case "cmp":
      return words.cmp(condition.q, condition.rel, condition.value);
    case "count":
      return words.count(condition.q, condition.rel, condition.value);
    case "some":
      return words.some(condition.q, inWords(condition.of));
    case "every":
      return words.every(condition.q, inWords(condition.of));
    case "norm":
    case "fact":
      return words.norm(condition.id, condition.is);
  }
}

function joined(parts: readonly Condition[], between: string, none: string): string {
  const said = parts.filter((part) => !(part.op === "all" && part.of.length === 0));
  if (said.length === 0) return none;
  const [only, second] = said;
  if (only !== undefined && second === undefined) return inWords(only);
  return said.map((part) => (part.op === "all" || part.op === "any" ? `(${inWords(part)})` : inWords(part))).join(` ${between} `);
}

/** What a reference does not offer, for who writes answers without being asked. */
export const notFor = (askable: Askable | Field): readonly string[] =>
  "to" in askable && askable.to !== undefined && askable.except !== undefined
    ? [nl.template.except(askable.to, inWords(normalise(askable.except, NEVER)))]
    : [];
