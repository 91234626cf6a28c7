/** Forms that look for the same words: of two only one is ever heard, and who changes the other waits for nothing. */
import type { LanguageSource } from "../formats.ts";
import { patterns, type Lists, type One, type Pattern } from "./pattern.ts";

type At = readonly (string | number)[];

interface Form {
  readonly source: string;
  readonly at: At;
  /** Whose form it is, as the file calls it. */
  readonly of: string;
}

export interface Twice {
  readonly at: At;
  readonly source: string;
  /** What looks for the same. */
  readonly other: Form;
}

/** Both places of every pair, in the order of the file. @param source of which every form can be read */
export function twice({ lists: given, contexts, classes }: LanguageSource): readonly Twice[] {
  const lists: Lists = new Map(Object.entries(given));
  const formsOf = (of: string, sources: readonly string[], at: At): readonly Form[] =>
    sources.map((source, i) => ({ source, at: [...at, i], of }));
  const kinds = new Set(classes.flatMap(({ texts }) => texts));
  const groups = [
    ...contexts.map(({ id, any }, i) => formsOf(id, any, ["contexts", i, "any"])),
    ...classes.map(({ id, fine = [] }, i) => formsOf(id, fine, ["classes", i, "fine"])),
    // Classes that are looked for in the same texts compete.
    ...[...kinds].map((kind) =>
      classes.flatMap(({ id, texts, forms }, i) => (texts.includes(kind) ? formsOf(id, forms, ["classes", i, "forms"]) : [])),
    ),
  ];
  const found = new Map<string, Twice>();
  for (const [one, other] of groups.flatMap((forms) => pairs(forms, lists)))
    for (const [a, b] of [
      [one, other],
      [other, one],
    ] as const)
      found.set([...a.at, "", ...b.at].join(), { at: a.at, source: a.source, other: b });
  return [...found.values()];
}

function pairs(forms: readonly Form[], lists: Lists): readonly (readonly [Form, Form])[] {
  const all = forms.map((form) => ({ form, ways: patterns(form.source, lists).map(solid) }));
  return all.flatMap(({ form, ways }, i) =>
    all.slice(i + 1).flatMap((other) => (ways.some((a) => other.ways.some((b) => meet(a, b))) ? [[form, other.form] as const] : [])),
  );
}

/** The words of a form and the gaps between them; what may not come next takes nothing away. */
const solid = ({ first, rest }: Pattern): readonly (One | undefined)[] => [
  first,
  ...rest.flatMap((part) => (part.kind === "not" ? [] : [part.kind === "gap" ? undefined : part])),
];

/** Whether some words are both. */
function meet(a: readonly (One | undefined)[], b: readonly (One | undefined)[]): boolean {
  return (
    a.length === b.length &&
    a.every((part, i) => {
      const other = b[i];
      return part === undefined || other === undefined ? part === other : share(part, other) || share(other, part);
    })
  );
}

function share(one: One, other: One): boolean {
  for (const word of one.words) {
    if (other.words.has(word)) return true;
    if (other.begins.some((begin) => word.startsWith(begin)) || other.ends.some((end) => word.endsWith(end))) return true;
    if (other.holds.some((part) => word.includes(part))) return true;
  }
  return (
    one.begins.some((begin) => other.begins.some((longer) => longer.startsWith(begin))) ||
    one.ends.some((end) => other.ends.some((longer) => longer.endsWith(end))) ||
    one.holds.some((part) => [...other.holds, ...other.begins, ...other.ends].some((longer) => longer.includes(part))) ||
    one.numbers.some((number) => other.numbers.includes(number))
  );
}
