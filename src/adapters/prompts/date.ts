/** A day; what is typed is read back in full before Enter. */
import { dayFrom, longDate, shortDate } from "../../core/date.ts";
import { day, dayKind, isAbout, weekdayDate, withoutWeekday } from "../../core/day.ts";
import type { Draft } from "../../core/edit.ts";
import { nl } from "../../core/nl.ts";
import type { Value } from "../../core/value.ts";
import type { Asking } from "../../ports.ts";
import { field } from "./field.ts";
import type { Sheet } from "./sheet.ts";

/** @param today yyyy-mm-dd */
export function date(asking: Asking, draft: string | undefined, today: string): Sheet<Draft, Value | null> {
  const kind = dayKind(asking.askable);
  const ahead = kind === "ahead";
  const hint = (typed: string): string => {
    const meant = day(typed, today, ahead);
    if (meant !== undefined) return nl.prompt.meant(weekdayDate(meant));
    return isAbout(typed) ? nl.prompt.notOneDay(asking.askable.required) : nl.prompt.dateHint(kind);
  };
  const unread = (typed: string): string => {
    const other = withoutWeekday(typed, today, ahead);
    if (other !== undefined) return nl.prompt.otherWeekday(weekdayDate(other));
    return isAbout(typed) ? nl.prompt.oneDay : /\d/.test(typed) ? nl.prompt.noDay : nl.prompt.noSuchDay;
  };
  // Without a year a day just ahead is read as that of a year ago, and a birth as one of this year.
  const doubt = (value: Value, typed: string): string | undefined => {
    if (ahead) return undefined;
    if (String(value) > today) return nl.prompt.stillToCome;
    if (/\d{4}/.test(typed)) return undefined;
    if (kind === "birth") return nl.prompt.noYear(weekdayDate(String(value)));
    return String(value) < dayFrom(today, -300) ? nl.prompt.longAgo(weekdayDate(String(value))) : undefined;
  };
  return field(
    asking,
    {
      single: true,
      read: (typed) => day(typed, today, ahead) ?? typed.trim(),
      write: (value) => shortDate(String(value)),
      unread,
      hint,
      doubt,
      words: (value) => longDate(String(value)),
    },
    draft,
  );
}
