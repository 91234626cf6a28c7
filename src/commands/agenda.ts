import { dutchDay } from "../core/amsterdam.ts";
import { fold } from "../core/case.ts";
import { EXIT, UsageDefect } from "../core/defect.ts";
import { agendaOf, type Row } from "../core/due.ts";
import type { Glance } from "../core/glance.ts";
import { words } from "../core/nl-agenda.ts";
import { nl } from "../core/nl.ts";
import { WEEKS } from "../core/retention.ts";
import { visible } from "../core/visible.ts";
import { ics } from "../export/ics.ts";
import type { World } from "../ports.ts";
import { glances } from "./glances.ts";

export interface AgendaOptions {
  /** Nothing that is due more days from now; all when left out. */
  readonly days: string | undefined;
  /** A file for a calendar program. */
  readonly ics: string | undefined;
  /** What its appointments are called. */
  readonly onderwerp: string | undefined;
  readonly force: boolean;
}

/**
 * What waits in all cases, a line each, overdue first: the day, the case and a neutral word; last what a decision did not wait for. A case that cannot be read is named.
 * @returns the exit code: journal when a case could not be read, as its dates are then not here
 * @throws UsageDefect
 */
export async function agenda(world: World, options: AgendaOptions): Promise<number> {
  const days = daysOf(options.days);
  if (options.ics === undefined && (options.onderwerp !== undefined || options.force)) throw new UsageDefect(words.onlyIcs);
  const subject = subjectOf(options.onderwerp ?? words.subject);
  const seen = await glances(world);
  const weeks = (await world.organisation())?.weeks ?? WEEKS;
  const cases = seen.flatMap((one) => one.glance ?? []);
  const now = cases.length > 0 && cases.every(({ exercise }) => exercise) ? world.exerciseNow : world.now;
  const all = agendaOf(cases, dutchDay(now()), weeks);
  const rows = all.filter(({ late }) => -late <= days);
  const unread = seen.flatMap((one) => (one.why === undefined ? [] : [nl.list.unreadable(one.path, one.why)]));
  const putOff = cases.filter(({ deferred }) => deferred > 0);
  if (all.length === 0 && putOff.length === 0 && unread.length === 0) world.tell(words.none(world.cases.folder));
  world.out(linesOf(rows, putOff));
  world.tell(...remarks(rows), ...(rows.length < all.length ? [words.later(all.length - rows.length)] : []), ...unread);
  if (unread.length > 0) world.tell(words.unread(unread.length));
  if (options.ics !== undefined) {
    const real = rows.filter(({ exercise }) => !exercise);
    world.write(options.ics, calendar(world, real, subject), options.force);
    world.tell(words.written(real.length, options.ics));
  }
  return unread.length > 0 ? EXIT.journal : EXIT.fine;
}

/** A text to paste in an appointment about a case. @returns the exit code. @throws JournalDefect when there is no such case */
export async function reminder(world: World, name: string): Promise<number> {
  const { id } = fold((await world.cases.read(name)).events);
  world.out(`${words.reminder(id)}\n`);
  world.tell(words.aboutReminder);
  return EXIT.fine;
}

/** The rows as lines, and behind them what waits without a day. What is the same on the screen, stands there once. */
function linesOf(rows: readonly Row[], putOff: readonly Glance[]): string {
  const width = rows.reduce((most, { late }) => Math.max(most, words.when(late).length), 0);
  const times = new Map<string, number>();
  for (const { date, late, id, kind, term, exercise } of rows) {
    const line = [words.date(date), words.when(late).padEnd(width), id, words.what(kind, term, exercise)].join("  ");
    times.set(line, (times.get(line) ?? 0) + 1);
  }
  for (const { id, deferred, exercise } of putOff)
    times.set([words.undated, "".padEnd(width), id, words.deferred(deferred, exercise)].join("  "), 1);
  return [...times].map(([line, count]) => `${words.times(line, count)}\n`).join("");
}

const remarks = (rows: readonly Row[]): readonly string[] => [
  ...(rows.some(({ late }) => late > 0) ? [words.stays] : []),
  ...(rows.some(({ term }) => term !== undefined) ? [words.terms] : []),
];

/** The name of a date in a case may tell something (`vt-besluit`): only its hash leaves. */
const calendar = ({ fingerprint, now }: World, rows: readonly Row[], subject: string): string =>
  ics(
    rows.map(({ id, key, date, revision }) => ({ uid: fingerprint(`${id} ${key}`).slice(0, 32), date, revision, note: id })),
    subject,
    now(),
  );

function daysOf(days: string | undefined): number {
  if (days === undefined) return Infinity;
  if (!/^\d{1,4}$/.test(days) || Number(days) > 3650) throw new UsageDefect(words.noDays);
  return Number(days);
}

function subjectOf(given: string): string {
  const subject = visible(given).replace(/\s+/g, " ").trim();
  if (subject === "" || subject.length > 100) throw new UsageDefect(words.noSubject);
  const plain = given.normalize("NFKD").toLowerCase();
  const letters = plain.replace(/[^a-z]/g, "");
  const telling =
    words.tells.find((word) => letters.includes(word)) ?? words.tellsAlone.find((word) => plain.split(/[^a-z]+/).includes(word));
  if (telling !== undefined) throw new UsageDefect(words.telling(telling));
  return subject;
}
