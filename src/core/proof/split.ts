/** The answers of one question, cut up by the constants that conditions compare them with: one answer of each kind. */
import type { Atom } from "../condition.ts";
import { dayFrom, daysBetween, isDate } from "../date.ts";
import type { Askable } from "../flow.ts";
import type { Value } from "../value.ts";

/** Whole numbers from low up to and including high; both may be infinite. */
export interface Range {
  readonly low: number;
  readonly high: number;
}

/** Cuts a range at constants: each of them by itself, and what lies between. Empty pieces are left out. */
export function ranges({ low, high }: Range, constants: readonly number[]): readonly Range[] {
  const pieces: Range[] = [];
  const add = (first: number, last: number): void => {
    if (first <= last) pieces.push({ low: first, high: last });
  };
  let from = low;
  for (const constant of [...new Set(constants)].sort((a, b) => a - b)) {
    add(from, Math.min(Math.ceil(constant) - 1, high));
    if (Number.isInteger(constant) && constant >= low && constant <= high) add(constant, constant);
    from = Math.max(from, Math.floor(constant) + 1);
  }
  add(from, high);
  return pieces;
}

/** The number in a range that is nearest to another one. */
export const nearestIn = ({ low, high }: Range, wanted: number): number => Math.min(Math.max(wanted, low), high);

/** Days as numbers. */
const FIRST = "1970-01-01";
const asDay = (date: string): number => daysBetween(FIRST, date);
const asDate = (day: number): string => dayFrom(FIRST, day);
const ALL_DAYS: Range = { low: asDay("0001-01-01"), high: asDay("9999-12-31") };

/** The text that stands for any text. */
const ANY_TEXT = "…";

/** What an example looks like where any answer will do. */
export interface Taste {
  readonly number: number;
  readonly date: string;
}

/**
 * Answers to a question that is no list, one of each kind that these atoms can tell apart; none when no answer is accepted.
 * Of `choices` there is one: its options are told apart one by one.
 */
export function samples(askable: Askable, atoms: readonly Atom[], taste: Taste): readonly Value[] {
  switch (askable.kind) {
    case "choice": {
      const named = new Set(atoms.flatMap((atom) => (atom.op === "in" ? atom.values : [])));
      const other = askable.options.find(({ id }) => !named.has(id))?.id;
      return askable.options.flatMap(({ id }) => (named.has(id) || id === other ? [id] : []));
    }
    case "number":
      return ranges({ low: askable.min ?? -Infinity, high: askable.max ?? Infinity }, numbers(atoms)).map((range) =>
        nearestIn(range, taste.number),
      );
    case "date":
      return ranges(ALL_DAYS, dates(atoms).map(asDay)).map((range) => asDate(nearestIn(range, asDay(taste.date))));
    case "notice":
      return [true];
    case "ref":
      return ["to" in askable ? `${String(askable.to)}-1` : ""];
    case "text":
    case "line":
      return [ANY_TEXT];
    case "choices":
    case "list":
      return [[]];
  }
}

/** What an earlier chapter may have answered, as far as these atoms can tell. */
export function given(atoms: readonly Atom[], taste: Taste): readonly Value[] {
  const named = atoms.flatMap((atom) => (atom.op === "in" ? atom.values : []));
  const days = dates(atoms);
  const constants = numbers(atoms);
  return [
    ...new Set([
      ...named,
      ...(constants.length === 0
        ? []
        : ranges({ low: -Infinity, high: Infinity }, constants).map((range) => nearestIn(range, taste.number))),
      ...(days.length === 0 ? [] : ranges(ALL_DAYS, days.map(asDay)).map((range) => asDate(nearestIn(range, asDay(taste.date))))),
      ANY_TEXT,
    ]),
  ];
}

const constantsOf = (atoms: readonly Atom[]): readonly (string | number)[] =>
  atoms.flatMap((atom) => (atom.op === "cmp" ? [atom.value] : []));
const numbers = (atoms: readonly Atom[]): readonly number[] => constantsOf(atoms).filter((constant) => typeof constant === "number");
const dates = (atoms: readonly Atom[]): readonly string[] =>
  constantsOf(atoms).filter((constant) => typeof constant === "string" && isDate(constant)) as string[];
