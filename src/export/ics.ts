/** Appointments for a calendar program (RFC 5545). Others may read that calendar: nothing here tells what they are about. */

export interface Appointment {
  /** The same for the same appointment, always: so that reading it in again moves it. */
  readonly uid: string;
  /** yyyy-mm-dd; it takes that whole day. */
  readonly date: string;
  /** How often it was changed. */
  readonly revision: number;
  /** What stands in its description. */
  readonly note: string;
}

/**
 * @param subject what each is called
 * @param now RFC 3339
 */
export function ics(appointments: readonly Appointment[], subject: string, now: string): string {
  const stamp = `${new Date(now).toISOString().slice(0, 19).replace(/[-:]/g, "")}Z`;
  return [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Afspraken//NL",
    "CALSCALE:GREGORIAN",
    "METHOD:PUBLISH",
    ...appointments.flatMap(({ uid, date, revision, note }) => [
      "BEGIN:VEVENT",
      `UID:${uid}`,
      `DTSTAMP:${stamp}`,
      `SEQUENCE:${String(revision)}`,
      `DTSTART;VALUE=DATE:${date.replaceAll("-", "")}`,
      `SUMMARY:${escaped(subject)}`,
      `DESCRIPTION:${escaped(note)}`,
      "CLASS:PRIVATE",
      "TRANSP:TRANSPARENT",
      "END:VEVENT",
    ]),
    "END:VCALENDAR",
  ]
    .map((line) => `${folded(line)}\r\n`)
    .join("");
}

/** A text as it stands in a value: a line end in it is \n, and nothing else ends the line. */
const escaped = (text: string): string =>
  text
    .replace(/[\\;,]/g, "\\$&")
    .replace(/\r\n|[\r\n\u2028\u2029]/g, "\\n")
    .replace(CONTROLS, "");
// eslint-disable-next-line no-control-regex -- they may not stand in a value
const CONTROLS = /[\x00-\x08\x0B\x0C\x0E-\x1F\x7F]/g;

/** No line is longer than this, in octets, its end not counted. */
const MOST = 75;

/** A line in parts that each fit; a part after the first begins with a space. No character is cut. */
function folded(line: string): string {
  const parts: string[] = [];
  let part = "";
  let size = 0;
  for (const character of line) {
    const octets = new TextEncoder().encode(character).length;
    if (size + octets > MOST) {
      parts.push(part);
      [part, size] = [" ", 1];
    }
    part += character;
    size += octets;
  }
  return [...parts, part].join("\r\n");
}
