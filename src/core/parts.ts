/** Where the parts of a condition stand in its source. */
import type { Condition } from "./condition.ts";
import type { FieldSource, QuestionSource } from "./formats.ts";

/** Keys and positions, from the top of a document. */
export type At = readonly (string | number)[];

export interface Part {
  readonly condition: Condition;
  readonly at: At;
}

/** The fields of a list as they are written, by id: what a condition on its entries speaks of. Of anything else there are none. */
export const fieldsOf = (list: QuestionSource | FieldSource | undefined): ReadonlyMap<string, FieldSource> =>
  new Map((list !== undefined && "fields" in list ? (list.fields ?? []) : []).map((field) => [field.id, field] as const));

/** The parts directly inside a condition that was written at a place; of an atom, the condition on its entries. */
export function inside({ condition, at }: Part): readonly Part[] {
  switch (condition.op) {
    case "all":
    case "any": {
      const { op, of } = condition;
      return of.map((part, i) => ({ condition: part, at: [...at, op, i] }));
    }
    case "not":
      return [{ condition: condition.of, at: [...at, "not"] }];
    case "some":
    case "every":
      return [{ condition: condition.of, at: [...at, condition.q, condition.op] }];
    default:
      return [];
  }
}

/** The spot of an atom: the name in it. */
export function spot({ condition, at }: Part): At {
  if ("q" in condition) return condition.op === "asked" ? [...at, "asked"] : [...at, condition.q];
  return condition.op === "norm" || condition.op === "fact" ? [...at, condition.op, condition.id] : at;
}

/** A condition and all parts of it, outermost first. Those that speak of the fields of entries only when `entered`. */
export function* parts(whole: Part, entered = false): Generator<Part> {
  yield whole;
  const { op } = whole.condition;
  if (!entered && (op === "some" || op === "every")) return;
  for (const part of inside(whole)) yield* parts(part, entered);
}
