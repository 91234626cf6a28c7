/** A case as a record: the decision first, then what it rests on, and last how the record came to be. */
import type { Case } from "../core/case.ts";
import type { Chapter } from "../core/chapter.ts";
import { longDate } from "../core/date.ts";
import { nl } from "../core/nl.ts";
import { lines, section, text, type Block, type Paper, type Section } from "./block.ts";
import { read, type Reading } from "./reading.ts";
import { agenda } from "./sections/agenda.ts";
import { checks } from "./sections/checks.ts";
import { decision } from "./sections/decision.ts";
import { given } from "./sections/given.ts";
import { left } from "./sections/left.ts";
import { norms } from "./sections/norms.ts";
import { notes } from "./sections/notes.ts";
import { opening, title } from "./sections/opening.ts";
import { origin } from "./sections/origin.ts";
import { pending } from "./sections/pending.ts";
import { sources } from "./sections/sources.ts";
import { steps } from "./sections/steps.ts";
import { unasked } from "./sections/unasked.ts";

/** Not `Record`: TypeScript owns that word. */
export interface CaseRecord {
  /** Said before everything else when this is no real case. */
  readonly warning: string | undefined;
  readonly title: string;
  readonly blocks: readonly Block[];
  /** Whatever depends on the history of the case stands here and nowhere else. */
  readonly origin: Section;
}

/** The chapter that the record is about: the latest of the meldcode itself, else the latest. */
export function mainChapter(state: Case): Chapter | undefined {
  return state.chapters.findLast(({ flow }) => flow.id === "meldcode") ?? state.chapters.at(-1);
}

/** The same case always gives the same record. Works on a case that is open, decided or finished. */
export function record(state: Case): CaseRecord {
  const readings = state.chapters.map(read);
  const main = readings.find(({ chapter }) => chapter === mainChapter(state));
  const others = readings.filter((reading) => reading !== main);
  return {
    warning: warning(state),
    title: main === undefined ? nl.record.nothingYet : title(main),
    blocks: main === undefined ? [] : [...chapterBlocks(state, main), ...others.map((reading) => otherChapter(state, reading))],
    origin: origin(state, readings),
  };
}

/** The same as one document. */
export const paperOf = ({ warning: said, title: name, blocks, origin: last }: CaseRecord): Paper => ({
  warning: said,
  title: name,
  blocks: [...blocks, last],
});

export function warning({ exercise, practice }: Case): string | undefined {
  if (!exercise) return undefined;
  return practice === undefined ? nl.record.exercise : nl.practice.record(practice);
}

function chapterBlocks(state: Case, reading: Reading): readonly Block[] {
  return [
    ...lines(opening(state, reading)),
    decision(reading),
    ...checks(state, reading),
    ...left(state, reading),
    ...given(state, reading),
    ...steps(reading),
    ...norms(reading),
    ...closing(reading, reading.chapter === mainChapter(state)),
    ...notes(state, reading),
    sources(reading),
  ];
}

/** What was not asked, what is open, what must not be forgotten. Of the chapter that the record is about, it is said when that is nothing. */
function closing(reading: Reading, isMain: boolean): readonly Section[] {
  const { unasked: first, pending: second, agenda: third } = nl.record;
  const found = [
    [unasked(reading), first],
    [pending(reading), second],
    [agenda(reading), third],
  ] as const;
  return found.flatMap(([one, { title: heading, nothing }]) => one ?? (isMain ? [section(heading, text(nothing))] : []));
}

function otherChapter(state: Case, reading: Reading): Block {
  const { n, flow, at } = reading.chapter;
  // Without a decision its title says no more than the heading.
  const said = flow.decision === undefined ? [] : [text(title(reading))];
  return section(nl.record.chapter(n, flow.title, longDate(at)), ...said, ...chapterBlocks(state, reading));
}
