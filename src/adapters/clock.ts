import { UsageDefect } from "../core/defect.ts";
import { isDate } from "../core/date.ts";
import { nl } from "../core/nl.ts";
import type { Clock } from "../ports.ts";

/** Now, in the time zone of the machine, as RFC 3339 with offset. */
export const systemClock: Clock = () => {
  const now = new Date();
  const offset = -now.getTimezoneOffset();
  const local = new Date(now.getTime() + offset * 60_000).toISOString().slice(0, 19);
  return offset === 0 ? `${local}Z` : `${local}${offset < 0 ? "-" : "+"}${two(Math.abs(offset) / 60)}:${two(Math.abs(offset) % 60)}`;
};

/** Today as yyyy-mm-dd, in the time zone of the machine. */
export const localDay = (): string => systemClock().slice(0, 10);

const two = (n: number): string => String(Math.floor(n)).padStart(2, "0");

/** The moment in MELDCODE_NOW, for exercises only; the system's clock when it is not set. @throws UsageDefect when it is no moment */
export function fixedClock(moment: string | undefined): Clock {
  if (moment === undefined || moment === "") return systemClock;
  if (!/^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(Z|[+-]\d{2}:\d{2})$/.test(moment) || !isDate(moment.slice(0, 10)))
    throw new UsageDefect(nl.cli.wrongNow(moment));
  return () => moment;
}
