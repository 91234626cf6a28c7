/** The words to look for, ready to be looked for. */
import type { ClassSource, ContextSource, LanguageSource, TextKindSource } from "../formats.ts";
import { finder, type Finder } from "./finder.ts";
import { BOUNDS, patterns, type Lists } from "./pattern.ts";

export type TextKind = TextKindSource;

export interface LanguageClass {
  readonly id: string;
  readonly title: string;
  /** With {woord} in it. */
  readonly ask: string;
  /** An example with such a word, and the same without; none for the words of an organisation. */
  readonly weak?: string;
  readonly strong?: string;
  readonly unless: readonly string[];
  /** Its place among the classes: the most useful first. */
  readonly rank: number;
}

export interface Language {
  readonly shortened: ReadonlySet<string>;
  readonly classes: readonly LanguageClass[];
  readonly forms: Readonly<Record<TextKind, Finder<LanguageClass>>>;
  readonly fine: Finder<LanguageClass>;
  readonly contexts: Finder<ContextSource>;
}

/** A word that an organisation does not want to read by itself, and what to ask. */
export interface OwnWord {
  readonly woord: string;
  readonly vraag: string;
}

type Words = Omit<ClassSource, "weak" | "strong"> & Partial<ClassSource>;

const OWN = "eigen";

/** @throws RangeError with the form that is wrong: a list that is not there, or no word to begin with */
export function language(source: LanguageSource, own: readonly OwnWord[] = [], ownTitle = ""): Language {
  const lists: Lists = new Map(Object.entries(source.lists));
  const bounds = new Set(lists.get(BOUNDS));
  const theirs: readonly Words[] = own.map(({ woord, vraag }) => ({
    id: OWN,
    title: ownTitle,
    texts: ["signalen", "afspraken"],
    ask: vraag,
    forms: [woord],
  }));
  const all: readonly Words[] = [...theirs, ...source.classes];
  const classes = all.map((one, rank) => ({
    source: one,
    made: { ...one, unless: [...source.unless, ...(one.unless ?? [])], rank },
  }));
  const rules = <T>(of: T, forms: readonly string[]): { of: T; pattern: ReturnType<typeof patterns>[number] }[] =>
    forms.flatMap((form) => patterns(form, lists).map((pattern) => ({ of, pattern })));
  const formsFor = (kind: TextKind): Finder<LanguageClass> =>
    finder(
      classes.flatMap(({ source: { forms, texts }, made }) => (texts.includes(kind) ? rules(made, forms) : [])),
      bounds,
    );
  return {
    shortened: new Set(lists.get("afkorting")),
    classes: classes.map(({ made }) => made),
    forms: { signalen: formsFor("signalen"), afspraken: formsFor("afspraken") },
    fine: finder(
      classes.flatMap(({ source: { fine }, made }) => rules(made, fine ?? [])),
      bounds,
    ),
    contexts: finder(
      source.contexts.flatMap((context) => rules(context, context.any)),
      bounds,
    ),
  };
}
