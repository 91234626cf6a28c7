/** Everything that depends on how the record came to be, and not only on what it says. No other section may. */
import type { Case } from "../../core/case.ts";
import type { Chapter } from "../../core/chapter.ts";
import { longMoment } from "../../core/date.ts";
import type { Event } from "../../core/event.ts";
import { nl } from "../../core/nl.ts";
import { fixed, lines, said, section, text, type Block, type Line, type Section } from "../block.ts";
import type { Reading } from "../reading.ts";
import { corrections } from "./corrections.ts";
import { parked } from "./parked.ts";

/** The version of what makes the record. It changes when the same case gives other bytes. */
export const RENDERER = "3";

const words = nl.record.origin;

export function origin(state: Case, readings: readonly Reading[]): Section {
  return section(
    words.title,
    parked(readings),
    corrections(readings),
    ...happened(state),
    section(words.about, ...lines(about(state)), ...replaced(state), text(words.proof)),
  );
}

/** Finishing, erased lines, torn lines, locks that were taken over. */
function happened(state: Case): readonly Section[] {
  const finishes = state.events.flatMap((event) =>
    event.type === "finished" && event.body !== null
      ? [{ label: words.finished(state.chapters.length > 1 ? event.ch : undefined), shown: fixed(ending(state, event)) }]
      : [],
  );
  const erased = state.erased.map((line) => ({ label: words.erased(line.line), shown: said(line.ground), mark: longMoment(line.at) }));
  const incidents = state.incidents.flatMap((event): readonly Line[] => {
    switch (event.type) {
      case "recovered":
        return [
          {
            label: event.body.draft ? words.recoveredDraft : words.recovered,
            shown: fixed(words.bytes(event.body.bytes)),
            mark: longMoment(event.at),
          },
        ];
      case "taken-over":
        return [{ label: words.takenOver, shown: said(event.body.host), mark: longMoment(event.at) }];
      case "kept":
        return [
          {
            label: words.kept,
            shown: fixed(words.keptAs(event.body.encrypted, event.body.recipients.length)),
            mark: longMoment(event.at),
          },
        ];
      default:
        return [];
    }
  });
  const all = [...finishes, ...erased, ...incidents];
  return all.length === 0 ? [] : [section(words.happened, ...lines(all))];
}

/** What stood when a chapter was finished: a later correction may have changed it. */
function ending(state: Case, { at, ch, body }: Event & { readonly type: "finished" }): string {
  const flow = state.chapters[ch - 1]?.flow;
  const outcome = flow?.outcomes.find(({ id }) => id === body.outcome)?.title ?? body.outcome;
  const met = Object.entries(body.norms).flatMap(([id, is]) => (is === "met" ? [flow?.norms.get(id)?.title ?? id] : []));
  return words.ended(longMoment(at), outcome, met);
}

function about(state: Case): readonly Line[] {
  return [
    { label: words.id, shown: said(state.id) },
    { label: words.app, shown: said(state.app) },
    { label: words.renderer, shown: fixed(RENDERER) },
    ...state.chapters.map((chapter) => ({ label: words.editionHash(chapter.n), shown: fixed(chapter.editionHash) })),
    { label: words.lines, shown: fixed(String(state.events.length)) },
    { label: words.fingerprint, shown: fixed(state.events.at(-1)?.hash ?? "") },
  ];
}

/** Says so when characters that could not be read were replaced at intake. */
function replaced(state: Case): readonly Block[] {
  return holdsReplacement([state.chapters.map(wordsOf), state.notes]) ? [text(words.replaced)] : [];
}

const wordsOf = ({ answers, corrections: changed }: Chapter): unknown => [[...answers.values()], changed];

function holdsReplacement(value: unknown): boolean {
  if (typeof value === "string") return value.includes("\uFFFD");
  return typeof value === "object" && value !== null && Object.values(value).some(holdsReplacement);
}
