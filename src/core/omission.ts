/** What stands out in a chapter, how much it weighs, and the reason of who left it so. */
import type { Case } from "./case.ts";
import { walkOf, type Chapter } from "./chapter.ts";
import { judged, severityOf, SEVERITIES } from "./care.ts";
import type { NewEvent } from "./event.ts";
import type { Check } from "./flow.ts";
import type { SeveritySource } from "./formats.ts";
import { words } from "./nl-care.ts";
import type { Walk } from "./walk.ts";

/** The key of an answers file under which reasons stand, by rule. */
export const REASONS = "zorgvuldigheid";

export type Reason = Case["notes"][number];

export interface Omission {
  readonly check: Check;
  readonly severity: SeveritySource;
  /** The last reason that was given for leaving it. */
  readonly reason: Reason | undefined;
}

export interface Omissions {
  /** The heaviest first. */
  readonly raised: readonly Omission[];
  /** What rests on a question that is still open. */
  readonly pending: readonly Check[];
}

export function omissions(state: Case, chapter: Chapter, now: Walk = walkOf(chapter)): Omissions {
  const { raised, pending } = judged(chapter.flow, now);
  const all = raised.map((check) => ({ check, severity: severityOf(check), reason: reasonFor(state, chapter, check.id) }));
  return { raised: SEVERITIES.flatMap((wanted) => all.filter(({ severity }) => severity === wanted)), pending };
}

export const reasonFor = ({ notes }: Case, { n }: Chapter, rule: string): Reason | undefined =>
  notes.findLast((note) => note.ch === n && note.rule === rule);

/**
 * The reasons of an answers file as they come into the case: for what stands open, unless it has this reason already.
 * @returns also the rules of which nothing stands open
 */
export function reasoned(
  state: Case,
  chapter: Chapter,
  reasons: Readonly<Record<string, string>>,
): { readonly events: readonly NewEvent[]; readonly unused: readonly string[] } {
  const { raised } = omissions(state, chapter);
  const given = raised.filter(({ check }) => Object.hasOwn(reasons, check.id));
  const fresh = given.filter(({ check, reason }) => reason?.text !== reasons[check.id]);
  return {
    events: fresh.map(({ check }) => leaving(chapter, check, reasons[check.id] ?? "")),
    unused: Object.keys(reasons).filter((id) => !given.some(({ check }) => check.id === id)),
  };
}

/** An omission is left as it is: who decides says why. */
export function leaving({ n, flow, answers }: Chapter, { id, question }: Check, text: string): NewEvent {
  const by = answers.get(flow.decision?.by ?? "");
  const who = by?.kind === "value" && typeof by.value === "string" ? by.value : words.by;
  return { type: "noted", ch: n, body: { about: question, rule: id, by: who, text } };
}
