/** A condition in Dutch words: with the ids of the questions for authors and templates, with what people read for the why of a question. */
import { NEVER, normalise, type Condition } from "./condition.ts";
import type { Askable, Field } from "./flow.ts";
import { nl } from "./nl.ts";

/** What questions and their options are called. */
export interface Naming {
  readonly question: (id: string) => string;
  readonly option: (q: string, id: string) => string;
}
const IDS: Naming = { question: (id) => id, option: (_, id) => id };

export function inWords(condition: Condition, naming: Naming = IDS): string {
  const words = nl.condition;
  const called = naming.question;
  switch (condition.op) {
    case "all":
      return joined(condition.of, words.and, words.always, naming);
    case "any":
      return joined(condition.of, words.or, words.never, naming);
    case "not":
      return words.not(inWords(condition.of, naming));
    case "asked":
      return words.asked(called(condition.q));
    case "in":
      return words.in(
        called(condition.q),
        condition.values.map((id) => naming.option(condition.q, id)),
      );
    case "has":
      return words.has(called(condition.q), naming.option(condition.q, condition.option));
    case "cmp":
      return words.cmp(called(condition.q), condition.rel, condition.value);
    case "count":
      return words.count(called(condition.q), condition.rel, condition.value);
    case "some":
      return words.some(called(condition.q), inWords(condition.of, naming));
    case "every":
      return words.every(called(condition.q), inWords(condition.of, naming));
    case "norm":
    case "fact":
      return words.norm(condition.id, condition.is);
  }
}

function joined(parts: readonly Condition[], between: string, none: string, naming: Naming): string {
  const said = parts.filter((part) => !(part.op === "all" && part.of.length === 0));
  if (said.length === 0) return none;
  const [only, second] = said;
  if (only !== undefined && second === undefined) return inWords(only, naming);
  const nested = (part: Condition): string =>
    part.op === "all" || part.op === "any" ? `(${inWords(part, naming)})` : inWords(part, naming);
  return said.map(nested).join(` ${between} `);
}

/** What a reference does not offer, for who writes answers without being asked. */
export const notFor = (askable: Askable | Field): readonly string[] =>
  "to" in askable && askable.to !== undefined && askable.except !== undefined
    ? [nl.template.except(askable.to, inWords(normalise(askable.except, NEVER)))]
    : [];
