/** A day as a person writes it. */
import { isDate, longDate } from "./date.ts";

const WEEKDAYS = ["zondag", "maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag"];
const ISO = /^\d{4}-\d{2}-\d{2}$/;
const DUTCH = /^(\d{1,2})[-/.](\d{1,2})(?:[-/.](\d{4}))?$/;

/**
 * The day meant by a text: 2026-11-21, 21-11-2026, 21-11, vandaag, gisteren. Without a year it is the nearest such day
 * to today, before or after it.
 * @param today yyyy-mm-dd
 * @returns yyyy-mm-dd, or undefined when no day is meant
 */
export function day(text: string, today: string): string | undefined {
  const word = text.trim().toLowerCase();
  if (word === "vandaag") return today;
  if (word === "gisteren") return iso(moment(today) - DAY);
  if (ISO.test(word)) return isDate(word) ? word : undefined;
  const match = DUTCH.exec(word);
  if (match === null) return undefined;
  const [, d = "", m = "", year] = match;
  const inYear = (y: number): string => `${String(y).padStart(4, "0")}-${m.padStart(2, "0")}-${d.padStart(2, "0")}`;
  if (year !== undefined) return isDate(inYear(Number(year))) ? inYear(Number(year)) : undefined;
  const now = Number(today.slice(0, 4));
  const away = (date: string): number => Math.abs(moment(date) - moment(today));
  return [now - 1, now, now + 1]
    .map(inYear)
    .filter(isDate)
    .sort((a, b) => away(a) - away(b))[0];
}

/** 2026-11-21 -> "zaterdag 21 november 2026". */
export const weekdayDate = (date: string): string => `${WEEKDAYS[new Date(moment(date)).getUTCDay()] ?? ""} ${longDate(date)}`;

const DAY = 86_400_000;
const moment = (date: string): number => Date.parse(`${date}T00:00:00Z`);
const iso = (at: number): string => new Date(at).toISOString().slice(0, 10);
