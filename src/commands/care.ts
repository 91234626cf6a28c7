import { fold, type Case } from "../core/case.ts";
import { walkOf, type Chapter } from "../core/chapter.ts";
import { EXIT } from "../core/defect.ts";
import { nl } from "../core/nl.ts";
import { words } from "../core/nl-care.ts";
import { omissions, type Omission, type Omissions } from "../core/omission.ts";
import { visible } from "../core/visible.ts";
import type { Walk } from "../core/walk.ts";
import type { World } from "../ports.ts";

interface Looked extends Omissions {
  readonly chapter: Chapter;
  readonly now: Walk;
}

/**
 * Says what was left out with care in mind, chapter by chapter, also in a case in progress. Reads only.
 * @returns the exit code: found while something serious stands open, with or without a reason
 */
export async function checkCase(world: World, name: string, { json }: { readonly json: boolean }): Promise<number> {
  const { path, events, torn } = await world.cases.read(name);
  if (torn > 0) world.tell(nl.journal.torn(path));
  const state = fold(events);
  const all = state.chapters.map((chapter) => look(state, chapter));
  const serious = all.flatMap(({ raised }) => raised).filter(({ severity }) => severity === "ernstig").length;
  world.out(json ? `${JSON.stringify({ format: 1, chapters: all.map(asData) }, null, 2)}\n` : inText(all, serious));
  return serious > 0 ? EXIT.found : EXIT.fine;
}

function look(state: Case, chapter: Chapter): Looked {
  const now = walkOf(chapter);
  return { chapter, now, ...omissions(state, chapter, now) };
}

function inText(all: readonly Looked[], serious: number): string {
  const raised = all.reduce((count, one) => count + one.raised.length, 0);
  const lines = [...all.flatMap(chapterLines), words.check.end(serious, raised)];
  return lines.map((line) => `${visible(line)}\n`).join("");
}

function chapterLines({ chapter: { n, flow }, now, raised, pending }: Looked): readonly string[] {
  const groups = [...new Set(raised.map(({ severity }) => severity))];
  const about = ({ check, reason }: Omission): readonly string[] => [
    `- ${check.text.trim()}`,
    `  ${words.check.why(check.why.trim())}`,
    `  ${words.check.mend(flow.questions.get(check.question)?.label ?? check.question, check.question)}`,
    `  ${words.check.sources(check.sources.map((id) => flow.sources.get(id)?.title ?? id))}`,
    ...(reason === undefined ? [] : [`  ${words.check.reason(reason.text, nl.date(reason.at), reason.by).replaceAll("\n", "\n  ")}`]),
  ];
  const waiting = now.open.length + now.deferred.length;
  return [
    words.check.title(n, flow.title),
    "",
    ...(flow.checks.length === 0 ? [words.check.noRules, ""] : raised.length === 0 ? [words.check.none, ""] : []),
    ...groups.flatMap((group) => [words.group(group), ...raised.filter(({ severity }) => severity === group).flatMap(about), ""]),
    ...(pending.length === 0
      ? []
      : [
          words.check.pending(
            pending.map(({ id }) => id),
            waiting,
          ),
          "",
        ]),
  ];
}

const asData = ({ chapter: { n, flow }, raised, pending }: Looked): object => ({
  chapter: n,
  flow: flow.id,
  findings: raised.map(({ check, severity, reason }) => ({
    rule: check.id,
    severity,
    text: check.text.trim(),
    why: check.why.trim(),
    question: check.question,
    sources: check.sources.map((id) => ({ id, title: flow.sources.get(id)?.title ?? id })),
    reason: reason === undefined ? null : { at: reason.at, by: reason.by, text: reason.text },
  })),
  pending: pending.map(({ id }) => id),
});
