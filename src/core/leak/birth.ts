/** A date of birth, found back in a text however it was written. */
import { words } from "../nl-leak.ts";

/**
 * The pattern of a day in all its notations, over folded text: in words, in figures, either way round, and also the day and the month
 * alone, the month and the year, or the year behind "geboren".
 * @param date yyyy-mm-dd; anything else gives no pattern
 */
export function birthPattern(date: string): RegExp | undefined {
  const [, year = "", mm = "", dd = ""] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date) ?? [];
  if (year === "") return undefined;
  const [m, d] = [String(Number(mm)), String(Number(dd))];
  const month = `(?:${words.months[Number(mm) - 1] ?? ""})`;
  const day = `(?:0?${d}(?:e|ste|de)?|${words.ordinals[Number(dd) - 1] ?? ""})`;
  const short = `(?:${year}|'?${year.slice(2)})`;
  const apart = String.raw`\s*[-./\s]\s*`;
  const all = [
    // Another year behind it makes it another day.
    String.raw`${day}[\s./-]*(?:van\s+)?${month}\.?(?:[\s,./-]*${short}(?!\d)|(?![\s,./-]*'?\d{2}))`,
    String.raw`${month}\.?[\s,./-]*${d}(?:e|ste|de)?,?\s+${year}`,
    String.raw`${month}\.?[\s,./-]*'?${year}`,
    `0?${d}${apart}0?${m}${apart}${short}`,
    `${year}${apart}0?${m}${apart}0?${d}`,
    `${year}${mm}${dd}`,
    `${dd}${mm}${year}`,
    String.raw`(?:geboren|geb\.?|geboortejaar|bouwjaar)[^.!?]{0,20}${year}`,
    String.raw`(?:is|was)\s+(?:van|uit)\s+${year}`,
    String.raw`(?:geboren|geb\.?|jarig|verjaardag|verjaart)[^.!?\d]{0,20}0?${d}\s*[-./]\s*0?${m}`,
  ];
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${all.join("|")})(?![\\p{L}\\p{N}])`, "gu");
}
