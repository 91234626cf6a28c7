/** A day; what is typed is read back in full before Enter. */
import { longDate } from "../../core/date.ts";
import { day, weekdayDate } from "../../core/day.ts";
import type { Draft } from "../../core/edit.ts";
import { nl } from "../../core/nl.ts";
import type { Value } from "../../core/value.ts";
import type { Asking } from "../../ports.ts";
import { field } from "./field.ts";
import type { Sheet } from "./sheet.ts";

/** @param today yyyy-mm-dd */
export function date(asking: Asking, draft: string | undefined, today: string): Sheet<Draft, Value | null> {
  const hint = (typed: string): string => {
    const meant = day(typed, today);
    return meant === undefined ? nl.prompt.dateHint : nl.prompt.meant(weekdayDate(meant));
  };
  return field(
    asking,
    { single: true, read: (typed) => day(typed, today) ?? typed.trim(), write: String, hint, words: (value) => longDate(String(value)) },
    draft,
  );
}
