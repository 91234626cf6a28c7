/** Working days, as terms count them: no Saturday, no Sunday, and no day that article 3 of the Algemene termijnenwet calls a holiday. */
import { dayFrom } from "./date.ts";
import { HOLIDAYS } from "./holidays.ts";

/** In years that the table does not hold, only Saturdays and Sundays are known. */
export function isWorkday(date: string): boolean {
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay();
  return weekday !== 0 && weekday !== 6 && HOLIDAYS[date.slice(0, 4)]?.includes(date.slice(5)) !== true;
}

/** The n-th working day behind a date; the date itself does not count. @param count at least 1 */
export function workdaysAfter(date: string, count: number): string {
  let day = date;
  for (let left = count; left > 0;) {
    day = dayFrom(day, 1);
    if (isWorkday(day)) left--;
  }
  return day;
}

/** The day so many weeks later, or when that is no working day the first one behind it (Algemene termijnenwet, article 1). */
export function weeksAfter(date: string, weeks: number): string {
  const last = dayFrom(date, 7 * weeks);
  return isWorkday(last) ? last : workdaysAfter(last, 1);
}
