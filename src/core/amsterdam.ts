/** Which day it is in the Netherlands: near midnight that is another day than elsewhere, and in summer from another hour on. */
let calendar: Intl.DateTimeFormat | undefined;

/** The day (yyyy-mm-dd) of an RFC 3339 moment; of what is no moment, the first ten characters. */
export function dutchDay(at: string): string {
  // Made when it is needed: loading a time zone is felt.
  calendar ??= new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Amsterdam", year: "numeric", month: "2-digit", day: "2-digit" });
  const moment = Date.parse(at);
  return Number.isNaN(moment) ? at.slice(0, 10) : calendar.format(moment);
}
