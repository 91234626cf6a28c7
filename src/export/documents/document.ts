/** A document made of a case for one reader, and what was found in it that may not be there. */
import type { Case } from "../../core/case.ts";
import type { Chapter } from "../../core/chapter.ts";
import { longDate } from "../../core/date.ts";
import { UsageDefect } from "../../core/defect.ts";
import { leaks, type Leak, type Secret } from "../../core/leak/leak.ts";
import { divided, identifying } from "../../core/leak/secrets.ts";
import { words } from "../../core/nl-documents.ts";
import { isPrivate } from "../../core/chapters.ts";
import { mark, type Block, type Paper } from "../block.ts";
import { read, textOf, type Reading } from "../reading.ts";
import { warning } from "../record.ts";
import { advies } from "./advies.ts";
import { dossier } from "./dossier.ts";
import { gezin, hiddenFrom, isUnsafe, knownBy } from "./gezin.ts";
import { isHidden, melding } from "./melding.ts";
import { overdracht } from "./overdracht.ts";
import { pieces } from "./pieces.ts";
import { plan, PLANS } from "./plan.ts";
import { isOf, readerOf } from "./reader.ts";

export type DocumentKind = "dossier" | "melding" | "advies" | "overdracht" | "plan" | "gezin";

export interface Made {
  readonly paper: Paper;
  /** Why it may not leave: a sentence each. Empty when it may. */
  readonly refused: readonly string[];
  /** What the user should know about it: what is still open, what no program can see. */
  readonly notes: readonly string[];
  /** Who it is for, when that person must be able to keep it safely. */
  readonly keeper: string | undefined;
}

/**
 * Makes a document. The same case gives the same document; the case is only read.
 * @param voor the role of whom it is for; only for dossier and gezin, and needed there
 * @throws UsageDefect when this case has no chapter for it, or the words do not fit each other
 * @throws AnswerDefect when nobody has that role
 */
export function document(state: Case, kind: DocumentKind, voor: string | undefined): Made {
  if (isPrivate(state)) throw new UsageDefect(words.isPrivate);
  const isPersonal = kind === "dossier" || kind === "gezin";
  if (isPersonal && voor === undefined) throw new UsageDefect(words.voor.needed(kind));
  if (!isPersonal && voor !== undefined) throw new UsageDefect(words.voor.notHere(kind));
  // A paper that must lead to nobody does not name the case either.
  const isNamed = kind !== "gezin" && kind !== "advies";
  const made = (title: string, blocks: readonly Block[], more: Partial<Omit<Made, "paper">> = {}): Made => ({
    paper: { warning: warning(state), title, blocks: isNamed ? [...blocks, asOf(state)] : blocks },
    refused: [],
    notes: [],
    keeper: undefined,
    ...more,
  });
  switch (kind) {
    case "melding": {
      const reading = readingOf(state, "melding");
      return made(words.melding.title, melding(state, reading), { notes: [...open(reading), words.readFirst] });
    }
    case "overdracht": {
      const reading = readingOf(state, "overdracht");
      return made(words.overdracht.title, overdracht(reading), { notes: [...open(reading), words.readFirst] });
    }
    case "plan": {
      const chapters = PLANS.flatMap((id) => state.chapters.findLast(({ flow }) => flow.id === id) ?? []);
      if (chapters.length === 0) throw new UsageDefect(words.noChapter("veiligheidsplan"));
      return made(words.plan.title, plan(state), { notes: [...chapters.flatMap((chapter) => open(read(chapter))), words.readFirst] });
    }
    case "advies": {
      const reading = readingOf(state, "adviesvraag");
      const blocks = advies(reading);
      const paper = made(words.advies.title, blocks).paper;
      const refused = [
        ...(textOf(reading, "herkenbaar") === "staat-er-nog" ? [words.advies.stillThere] : []),
        ...found(paper, identifying(state)),
      ];
      return made(words.advies.title, blocks, { refused, notes: [...open(reading), words.freeText] });
    }
    case "gezin": {
      const reading = readingOf(state, "veiligheidsplan");
      if (textOf(reading, "plan-rol") !== "ik-maak") throw new UsageDefect(words.gezin.noPlan);
      const reader = readerOf(state, voor ?? "", knownBy(reading));
      const [title, blocks] = [words.gezin.title(reader.role), gezin(reading, reader)];
      const refused = isUnsafe(reading, reader)
        ? [words.gezin.unsafe(reader.role)]
        : found(made(title, blocks).paper, hiddenFrom(state, reading, reader));
      return made(title, blocks, { refused, notes: [words.gezin.check(reader.role), words.freeText], keeper: reader.role });
    }
    case "dossier": {
      const reader = readerOf(state, voor ?? "");
      const [title, blocks] = [words.dossier.title(reader.role), dossier(state, reader)];
      const { hers, others } = divided(state, isOf(reader));
      const hidden = state.chapters.map(read).some(isHidden) ? [words.dossier.hidden] : [];
      const refused = [...hidden, ...found(made(title, blocks).paper, others, hers)];
      return made(title, blocks, { refused, notes: [words.dossier.check, words.freeText] });
    }
  }
}

const asOf = ({ id, events, at }: Case): Block => mark(words.asOf(id, longDate(events.at(-1)?.at ?? at)));

/** The newest chapter of a flow. @throws UsageDefect */
function readingOf(state: Case, flow: string): Reading {
  const chapter: Chapter | undefined = state.chapters.findLast((one) => one.flow.id === flow);
  if (chapter === undefined) throw new UsageDefect(words.noChapter(flow));
  return read(chapter);
}

/** What is still to be asked in a chapter. What may wait belongs to later. */
function open({ chapter, walk }: Reading): readonly string[] {
  return walk.open.length === 0
    ? []
    : [
        words.open(
          chapter.flow.title,
          walk.open.map(({ label }) => label),
        ),
      ];
}

/** What may not be in a document and is: a sentence for each spot. @param allowed what may be there, also as a part of the other */
function found(paper: Paper, secrets: readonly Secret[], allowed: readonly Secret[] = []): readonly string[] {
  const { said, fixed } = pieces(paper);
  const look = (all: readonly Secret[]): readonly Leak[] => [
    ...leaks(all, said),
    ...leaks(
      all.filter(({ kind }) => kind === "birth"),
      fixed,
    ),
  ];
  const spot = (leak: Leak): string => `${leak.place} ${leak.found}`;
  const known = new Set(look(allowed).map(spot));
  const all = look(secrets).filter((leak) => !known.has(spot(leak)));
  const first = new Map(all.toReversed().map((leak) => [`${leak.place} ${leak.secret.kind} ${leak.secret.label}`, leak]));
  const lines = [...first.values()].toReversed().map((leak) => words.leak(leak.place, leak.found, leak.secret.label, leak.secret.kind));
  return lines.length === 0 ? [] : [words.leaked, ...lines, words.mend];
}
