/** A day as a person writes it. */
import { isDate, longDate, MONTHS } from "./date.ts";
import type { Askable } from "./flow.ts";

const WEEKDAYS = ["zondag", "maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag"];
const NEAR: Readonly<Record<string, number>> = { vandaag: 0, gisteren: -1, eergisteren: -2, morgen: 1, overmorgen: 2 };
const COUNTS = ["nul", "een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien"];
const ISO = /^\d{4}-\d{2}-\d{2}$/;
const DUTCH = /^(\d{1,2})[-/.](\d{1,2})(?:[-/.](\d{4}))?$/;
const NAMED = /^(\d{1,2}) ([a-z]{3,9})\.?(?: (\d{4}))?$/;
const APART = /^(?:(over) )?(\d{1,3}|[a-zé]+) (dag|dagen|week|weken)(?: (geleden))?$/;
const WEEKDAY = /^(?:(vorige week|volgende week|afgelopen|komende) )?([a-z]+)$/;
/** A date with its weekday, as the program itself writes it: "zondag 15 november 2026", "ma 23-11-2026". */
const DATED = new RegExp(`^(${WEEKDAYS.flatMap((name) => [name, name.slice(0, 2)]).join("|")})[.,]? (?=\\d)`);
const PART = `${MONTHS.join("|")}|lente|voorjaar|zomer|herfst|najaar|winter`;
/** A month, a season, a week or a year as a whole. */
const SPAN = new RegExp(
  `^(?:(?:de|het|dit|deze|vorige|vorig|afgelopen|volgende|komende) )?(?:${PART}|week|maand|jaar)(?: \\d{4})?$|^\\d{4}$`,
);
/** What says that no single day is meant, or not exactly. */
const ABOUT = /\b(ongeveer|rond|omstreeks|circa|ca|begin|half|eind|in|tussen|sinds|vanaf|tot|t\/m)\b|\d ?[-–] ?\d{1,2} [a-z]/;

/**
 * The day meant by a text: 2026-11-21, 21-11-2026, 21-11, zaterdag 21 november, vandaag, dinsdag, vorige week dinsdag, 3 dagen geleden, over
 * 2 weken. Without a year it is the nearest such day to today, before or after it; a bare weekday is the last one.
 * A weekday before a date must be that of the date.
 * @param today yyyy-mm-dd
 * @param ahead whether the day is still to come: then it is the next one
 * @returns yyyy-mm-dd, or undefined when no day is meant
 */
export function day(text: string, today: string, ahead = false): string | undefined {
  const [before, word] = apartFromWeekday(text);
  if (before === undefined) return plainDay(word, today, ahead);
  const date = plainDay(word, today, ahead);
  return date !== undefined && weekdayDate(date).startsWith(before) ? date : undefined;
}

/** The day that a date means, whatever weekday is written before it; undefined when there is none before it. */
export function withoutWeekday(text: string, today: string, ahead = false): string | undefined {
  const [before, word] = apartFromWeekday(text);
  return before === undefined ? undefined : plainDay(word, today, ahead);
}

function apartFromWeekday(text: string): readonly [string | undefined, string] {
  const word = text.trim().toLowerCase().replace(/\s+/g, " ");
  const match = DATED.exec(word);
  return match === null ? [undefined, word] : [match[1], word.slice(match[0].length)];
}

function plainDay(word: string, today: string, ahead: boolean): string | undefined {
  const near = Object.hasOwn(NEAR, word) ? NEAR[word] : undefined;
  if (near !== undefined) return from(today, near);
  if (ISO.test(word)) return isDate(word) ? word : undefined;
  const numbers = DUTCH.exec(word);
  if (numbers !== null) return inCalendar(Number(numbers[1]), Number(numbers[2]), numbers[3], today, ahead);
  const named = NAMED.exec(word);
  if (named !== null) return inCalendar(Number(named[1]), monthOf(named[2] ?? ""), named[3], today, ahead);
  return apart(word, today) ?? weekday(word, today, ahead);
}

/** Which day is asked for: one still to come, one on which something happened, or a day of birth. */
export type DayKind = "ahead" | "past" | "birth";

/** A day for the agenda is still to come; any other is one on which something happened. */
export const dayKind = ({ agenda, identifies }: Pick<Askable, "agenda" | "identifies">): DayKind =>
  identifies === "birth" ? "birth" : agenda === undefined ? "past" : "ahead";

/** Whether a text says when, but not on which day: about, a month, a period. */
export function isAbout(text: string): boolean {
  const word = text.trim().toLowerCase().replace(/\s+/g, " ");
  return ABOUT.test(word) || SPAN.test(word);
}

function inCalendar(d: number, m: number, year: string | undefined, today: string, ahead: boolean): string | undefined {
  const inYear = (y: number): string => [String(y).padStart(4, "0"), String(m).padStart(2, "0"), String(d).padStart(2, "0")].join("-");
  if (year !== undefined) return isDate(inYear(Number(year))) ? inYear(Number(year)) : undefined;
  const now = Number(today.slice(0, 4));
  const days = [-4, -3, -2, -1, 0, 1, 2, 3, 4].map((years) => inYear(now + years)).filter(isDate);
  return ahead ? days.find((date) => date >= today) : days.findLast((date) => date <= today);
}

/** From 1; 0 when it is no month. Three letters are enough: mrt too. */
const monthOf = (name: string): number => (name === "mrt" ? 3 : MONTHS.findIndex((month) => month.startsWith(name)) + 1);

/** "3 dagen geleden", "over twee weken". */
function apart(word: string, today: string): string | undefined {
  const [, over, count = "", unit = "", ago] = APART.exec(word) ?? [];
  if ((over === undefined) === (ago === undefined)) return undefined;
  const n = /^\d/.test(count) ? Number(count) : COUNTS.indexOf(count.replaceAll("é", "e"));
  if (n < 0) return undefined;
  return from(today, (ago === undefined ? n : -n) * (unit.startsWith("week") || unit.startsWith("weken") ? 7 : 1));
}

/** "dinsdag", "vorige week dinsdag", "komende dinsdag". A week begins on Monday. */
function weekday(word: string, today: string, ahead: boolean): string | undefined {
  const [, which, name = ""] = WEEKDAY.exec(word) ?? [];
  const wanted = WEEKDAYS.indexOf(name);
  if (wanted < 0) return undefined;
  const now = new Date(moment(today)).getUTCDay();
  const fromMonday = (at: number): number => (at + 6) % 7;
  if (which === "vorige week" || which === "volgende week")
    return from(today, fromMonday(wanted) - fromMonday(now) + (which === "vorige week" ? -7 : 7));
  const back = (now - wanted + 7) % 7 || 7;
  return from(today, which === "komende" || (which === undefined && ahead) ? 7 - (back % 7) : -back);
}

/** 2026-11-21 -> "zaterdag 21 november 2026". */
export const weekdayDate = (date: string): string => `${WEEKDAYS[new Date(moment(date)).getUTCDay()] ?? ""} ${longDate(date)}`;

const DAY = 86_400_000;
const moment = (date: string): number => Date.parse(`${date}T00:00:00Z`);
const from = (date: string, days: number): string => new Date(moment(date) + days * DAY).toISOString().slice(0, 10);
