/** A day; what is typed is read back in full before Enter. */
import { dayFrom, longDate } from "../../core/date.ts";
import { day, isAbout, weekdayDate } from "../../core/day.ts";
import type { Draft } from "../../core/edit.ts";
import { nl } from "../../core/nl.ts";
import type { Value } from "../../core/value.ts";
import type { Asking } from "../../ports.ts";
import { field } from "./field.ts";
import type { Sheet } from "./sheet.ts";

/** @param today yyyy-mm-dd */
export function date(asking: Asking, draft: string | undefined, today: string): Sheet<Draft, Value | null> {
  // A day for the agenda is still to come; any other day is one on which something happened.
  const ahead = asking.askable.agenda !== undefined;
  const hint = (typed: string): string => {
    const meant = day(typed, today, ahead);
    if (meant !== undefined) return nl.prompt.meant(weekdayDate(meant));
    return isAbout(typed) ? nl.prompt.notOneDay(asking.askable.required) : nl.prompt.dateHint(ahead);
  };
  // Without a year a day just ahead is read as that of a year ago.
  const doubt = (value: Value, typed: string): string | undefined => {
    if (ahead) return undefined;
    if (String(value) > today) return nl.prompt.stillToCome;
    return !/\d{4}/.test(typed) && String(value) < dayFrom(today, -300) ? nl.prompt.longAgo(weekdayDate(String(value))) : undefined;
  };
  return field(
    asking,
    {
      single: true,
      read: (typed) => day(typed, today, ahead) ?? typed.trim(),
      write: String,
      unread: (typed) => (isAbout(typed) ? nl.prompt.oneDay : /\d/.test(typed) ? nl.prompt.noDay : nl.prompt.noSuchDay),
      hint,
      doubt,
      words: (value) => longDate(String(value)),
    },
    draft,
  );
}
