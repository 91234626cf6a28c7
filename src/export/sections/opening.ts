/** What stands above the decision: which case this is, how it stands, who decided and when. */
import type { Case } from "../../core/case.ts";
import type { Chapter } from "../../core/chapter.ts";
import { daysLate, longDate, longMoment } from "../../core/date.ts";
import { nl } from "../../core/nl.ts";
import { fixed, marked, said, type Line } from "../block.ts";
import { textOf, type Reading } from "../reading.ts";
import { answerLine } from "../shown.ts";

/** The question that holds the organisation's own reference of a case. */
export const REFERENCE = "zaak-referentie";

/** "Meldcode …: besluit van 21 november 2026, zaak K-14" */
export function title(reading: Reading): string {
  const { flow, at } = reading.chapter;
  const on = flow.decision && textOf(reading, flow.decision.on);
  const { begun, ended, decided } = nl.record.title;
  const what = reading.walk.status === "open" ? begun(longDate(at)) : on === undefined ? ended(longDate(at)) : decided(longDate(on));
  return nl.record.title.whole(flow.title, what, textOf(reading, REFERENCE));
}

export function opening(state: Case, reading: Reading): readonly Line[] {
  const words = nl.record.opening;
  const { chapter, walk } = reading;
  const { decision } = chapter.flow;
  const waiting = walk.open.length + walk.deferred.length;
  return [
    ...asked(reading, REFERENCE, words.reference),
    {
      label: words.status,
      shown: fixed(decision === undefined && waiting > 0 ? words.waiting(waiting) : words.statuses[walk.status](waiting)),
    },
    ...(decision === undefined || walk.status === "open"
      ? []
      : [
          ...asked(reading, decision.by, words.by),
          ...asked(reading, decision.on, words.on, late(textOf(reading, decision.on), chapter.written.get(decision.on))),
        ]),
    { label: words.begun, shown: fixed(longMoment(chapter.n === 1 ? state.at : chapter.at)) },
    ...framed(chapter),
  ];
}

/** The framework that was followed, of which date, and the organisation with who has which role in it. */
function framed({ flow, organisation }: Chapter): readonly Line[] {
  const words = nl.record.opening;
  const { framework } = flow;
  const roles = Object.entries(organisation?.roles ?? {}).map(([role, who]) => ({ label: words.roles[role] ?? role, shown: said(who) }));
  return [
    ...(framework === undefined ? [] : [{ label: words.framework, shown: fixed(words.dated(framework.name, framework.date)) }]),
    ...(organisation?.name === undefined ? [] : [{ label: words.organisation, shown: said(organisation.name) }]),
    ...roles,
  ];
}

/** An answer under another label; nothing when it is not asked. */
function asked(reading: Reading, q: string, label: string, mark?: string): readonly Line[] {
  const question = reading.chapter.flow.questions.get(q);
  if (question === undefined || !reading.onPath.has(q)) return [];
  return [{ label, shown: answerLine(reading, question)?.shown ?? marked(nl.record.notYet), mark }];
}

/** Said when something was written down on a later day than it happened. */
export function late(happened: string | undefined, written: string | undefined): string | undefined {
  return happened !== undefined && written !== undefined && daysLate(happened, written) > 0
    ? nl.record.writtenOn(longDate(written))
    : undefined;
}
