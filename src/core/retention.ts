/** How long things are kept: the case on this machine (a working file), and the record in the organisation's own file. */
import { dutchDay } from "./amsterdam.ts";
import type { Case } from "./case.ts";
import { walkOf, type Chapter } from "./chapter.ts";
import { isPrivate } from "./chapters.ts";
import { dayFrom, isDate } from "./date.ts";
import type { Blank, Event } from "./event.ts";
import type { ReferenceSource, RetentionSource, TermSource } from "./formats.ts";
import { nl } from "./nl.ts";

/** Weeks after which a finished case is past its term here, unless the organisation says otherwise. */
export const WEEKS = 8;

/** The first day (yyyy-mm-dd) on which the case file on this machine is past its term; undefined while a chapter is not finished. */
export const dueOn = (state: Case, weeks: number): string | undefined => dueFrom(settledOn(state), isPrivate(state) ? 0 : weeks);

/**
 * The day from which that term counts: the newest moment at which something was said in the case, the last `finished` or what came
 * after it (a correction, a note, an erased line). What only concerns the file (a cut line, a lock, encryption) does not count. A
 * chapter whose `finished` stands stays finished when one of its lines is erased.
 */
export function settledOn(state: Case): string | undefined {
  if (state.chapters.length === 0 || !state.chapters.every(isFinished)) return undefined;
  const moments = new Set(state.events.filter(isSaid).map(({ at }) => at));
  const last = dutchDay([...moments].toSorted((a, b) => Date.parse(a) - Date.parse(b)).at(-1) ?? "");
  return isDate(last) ? last : undefined;
}

/** @param weeks none for what is for the user alone: that is past its term as soon as it is finished */
export function dueFrom(settled: string | undefined, weeks: number): string | undefined {
  if (settled === undefined) return undefined;
  const due = dayFrom(settled, 7 * weeks);
  return isDate(due) ? due : undefined;
}

/** A correction that opened nothing takes the `finished` away until it is written again; the chapter was finished all the same. */
const isFinished = (chapter: Chapter): boolean =>
  chapter.finished !== undefined || (chapter.everFinished && walkOf(chapter).status === "finished");

const isSaid = ({ ch, type }: Event | Blank): boolean => ch > 0 || type === "noted" || type === "erased";

/**
 * Advice to print: that the record belongs in the organisation's own file, and how long that file is kept in this sector.
 * What was not verified is said to be so.
 * @param sector undefined when it is not known
 */
export function advice({ terms, sources }: RetentionSource, sector: string | undefined): readonly string[] {
  const own = terms.filter(({ sectors }) => sectors?.some((one) => one === sector));
  const general = terms.filter(({ sectors }) => sectors === undefined);
  return [
    nl.retention.belongs,
    ...(sector === undefined ? [nl.retention.noSector] : own.length === 0 ? [nl.retention.noTerm(sector)] : []),
    ...[...own, ...general].flatMap((term) => said(term, sources)),
  ];
}

function said(term: TermSource, sources: readonly ReferenceSource[]): readonly string[] {
  const from = term.sources.flatMap((id) => sources.filter((source) => source.id === id));
  return [
    nl.retention.term(term),
    ...(term.unverified === true ? [nl.retention.unverified] : []),
    nl.retention.sources(from.map((source) => nl.retention.source(source))),
  ];
}
