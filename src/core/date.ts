/** Calendar days as yyyy-mm-dd. No clock and no time zone here: "today" is always an argument. */

const SHAPE = /^(\d{4})-(\d{2})-(\d{2})$/;
export const MONTHS = [
  "januari",
  "februari",
  "maart",
  "april",
  "mei",
  "juni",
  "juli",
  "augustus",
  "september",
  "oktober",
  "november",
  "december",
];

/** Whether a text is a day that exists: 2026-02-29 is not. */
export function isDate(text: string): boolean {
  const match = SHAPE.exec(text);
  if (match === null) return false;
  const [year, month, day] = match.slice(1).map(Number) as [number, number, number];
  return year > 0 && month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);
}

function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** 2026-11-21 -> "21 november 2026"; what is no date comes back as it is. */
export function longDate(date: string): string {
  const match = SHAPE.exec(date.slice(0, 10));
  if (match === null) return date;
  return `${String(Number(match[3]))} ${MONTHS[Number(match[2]) - 1] ?? ""} ${String(match[1])}`;
}

/** 2026-11-05 -> "5-11-2026", as a person types it. */
export function shortDate(date: string): string {
  const match = SHAPE.exec(date);
  return match === null ? date : `${String(Number(match[3]))}-${String(Number(match[2]))}-${String(match[1])}`;
}

/** An RFC 3339 moment as "21 november 2026, 14.05 uur", in the offset it was written with. */
export function longMoment(at: string): string {
  return `${longDate(at)}, ${at.slice(11, 13)}.${at.slice(14, 16)} uur`;
}

/** How many days the second date comes after the first; negative when it lies before. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);

/** How many days after it happened something was written down, by the calendar of who wrote it. @param at an RFC 3339 moment, or a day */
export const daysLate = (happened: string, at: string): number => daysBetween(happened, at.slice(0, 10));

/** The day so many days later; earlier when negative. */
export const dayFrom = (date: string, days: number): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
