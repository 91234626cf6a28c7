/** Calendar files, read by a parser that is not ours. */
import fc from "fast-check";
import ICAL from "ical.js";
import { describe, expect, test } from "vitest";
import { ics, type Appointment } from "../../src/export/ics.ts";

const events = (text: string): readonly ICAL.Component[] => new ICAL.Component(ICAL.parse(text) as unknown[]).getAllSubcomponents("vevent");

const NOW = "2026-11-21T10:00:00+01:00";
const one = (more: Partial<Appointment> = {}): Appointment => ({
  uid: "u1",
  date: "2026-11-25",
  revision: 0,
  note: "2026-11-02-k7q2f9",
  ...more,
});
const NAMES = ["uid", "dtstamp", "sequence", "dtstart", "summary", "description", "class", "transp"];

test("byte for byte", () => {
  expect(ics([one({ revision: 2 })], "a,b;c\\d", NOW)).toBe(
    [
      "BEGIN:VCALENDAR",
      "VERSION:2.0",
      "PRODID:-//Afspraken//NL",
      "CALSCALE:GREGORIAN",
      "METHOD:PUBLISH",
      "BEGIN:VEVENT",
      "UID:u1",
      "DTSTAMP:20261121T090000Z",
      "SEQUENCE:2",
      "DTSTART;VALUE=DATE:20261125",
      "SUMMARY:a\\,b\\;c\\\\d",
      "DESCRIPTION:2026-11-02-k7q2f9",
      "CLASS:PRIVATE",
      "TRANSP:TRANSPARENT",
      "END:VEVENT",
      "END:VCALENDAR",
      "",
    ].join("\r\n"),
  );
});

test("an appointment takes the whole day, also where the clock changes", () => {
  const read = events(ics([one({ date: "2026-03-29" }), one({ uid: "u2", date: "2026-10-25" })], "afspraak", NOW));
  expect(read.map((event) => [event.getFirstPropertyValue("uid"), String(event.getFirstPropertyValue("dtstart"))])).toEqual([
    ["u1", "2026-03-29"],
    ["u2", "2026-10-25"],
  ]);
  expect(read[0]?.getFirstPropertyValue("dtstart")).toMatchObject({ isDate: true });
});

test("none gives a calendar without appointments", () => {
  expect(events(ics([], "afspraak", NOW))).toEqual([]);
});

describe("a hostile subject", () => {
  test.each([
    "a,b;c\\d",
    "a\r\nATTENDEE:mailto:x@example.nl",
    "a\nEND:VEVENT\nBEGIN:VEVENT\nSUMMARY:b",
    "a\u2028b\u2029c",
    "\\n\\,\\;",
    "a\u0000\u0007b",
    "ATTACH:file:///etc/passwd",
    '"; VALUE=URI:x',
    "👩‍👩‍👧‍👦".repeat(40),
    "é".repeat(200),
    "x".repeat(1000),
  ])("%j is a subject and nothing else", (subject) => {
    const read = events(ics([one()], subject, NOW));
    expect(read).toHaveLength(1);
    expect(read[0]?.getAllProperties().map(({ name }) => name)).toEqual(NAMES);
    // eslint-disable-next-line no-control-regex -- they may not stand in a value
    const said = subject.replace(/\r\n|[\r\n\u2028\u2029]/g, "\n").replace(/[\0\x07]/g, "");
    expect(read[0]?.getFirstPropertyValue("summary")).toBe(said);
  });
});

test("whatever is said, lines fit in 75 octets, end as they should, and come back as they were", () => {
  const texts = fc
    .string({ unit: "grapheme", maxLength: 300, size: "max" })
    .filter((text) => text === text.normalize() && !/[\p{Cc}\p{Cs}\u2028\u2029]/u.test(text));
  fc.assert(
    fc.property(texts, texts, (subject, note) => {
      const text = ics([one({ note })], subject, NOW);
      expect(text.endsWith("\r\n")).toBe(true);
      for (const line of text.slice(0, -2).split("\r\n")) {
        expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
        expect(line).not.toMatch(/[\r\n]/);
      }
      const [event] = events(text);
      expect(event?.getFirstPropertyValue("summary")).toBe(subject);
      expect(event?.getFirstPropertyValue("description")).toBe(note);
    }),
  );
});
