/** What is wrong with the words of a language file, beyond its shape. */
import type { LanguageSource } from "../formats.ts";
import { nearest } from "../near.ts";
import { nl } from "../nl.ts";
import { words } from "../nl-language.ts";
import { patterns } from "./pattern.ts";
import { twice } from "./twice.ts";

export interface LanguageProblem {
  readonly at: readonly (string | number)[];
  readonly what: string;
}

export function checkLanguage(source: LanguageSource): readonly LanguageProblem[] {
  const lists = new Map(Object.entries(source.lists));
  const contexts = source.contexts.map(({ id }) => id);
  const forms = (of: readonly string[], at: LanguageProblem["at"]): readonly LanguageProblem[] =>
    of.flatMap((form, i) => {
      try {
        patterns(form, lists);
        return [];
      } catch (error) {
        if (!(error instanceof RangeError)) throw error;
        return [{ at: [...at, i], what: words.badForm(form) }];
      }
    });
  const known = (of: readonly string[], at: LanguageProblem["at"]): readonly LanguageProblem[] =>
    of.flatMap((id, i) =>
      contexts.includes(id) ? [] : [{ at: [...at, i], what: words.noContext(id) + nl.nearest(nearest(id, contexts)) }],
    );
  const wrong = [
    ...source.contexts.flatMap(({ any }, i) => forms(any, ["contexts", i, "any"])),
    ...known(source.unless, ["unless"]),
    ...source.classes.flatMap((one, i) => [
      ...forms(one.forms, ["classes", i, "forms"]),
      ...forms(one.fine ?? [], ["classes", i, "fine"]),
      ...known(one.unless ?? [], ["classes", i, "unless"]),
    ]),
  ];
  // What cannot be read cannot be compared.
  return wrong.length > 0
    ? wrong
    : twice(source).map(({ at, source: form, other }) => ({ at, what: words.twice(form, other.source, other.of) }));
}
