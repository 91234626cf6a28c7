/** Notes: what a client said in her own words. Why something was left as it is, stands with the decision. */
import type { Case } from "../../core/case.ts";
import { longMoment } from "../../core/date.ts";
import { nl } from "../../core/nl.ts";
import { entry, fixed, said, section, type Line, type Section } from "../block.ts";
import type { Reading } from "../reading.ts";

const words = nl.record.notes;

/** Nothing when nothing was noted. `ch` 0 holds the notes about the case as a whole. */
export function notes(state: Case, reading: Reading): readonly Section[] {
  const rules = new Set(reading.chapter.flow.checks.map(({ id }) => id));
  const isElsewhere = (rule: string | undefined): boolean => rule !== undefined && rules.has(rule);
  const here = state.notes.filter(
    ({ ch, rule }) => (ch === reading.chapter.n && !isElsewhere(rule)) || (ch === 0 && reading.chapter.n === 1),
  );
  if (here.length === 0) return [];
  return [
    section(
      words.title,
      ...here.map((note, i) =>
        entry(words.numbered(i + 1), [
          ...about(note.about, reading),
          { label: words.by, shown: said(note.by) },
          { label: words.at, shown: fixed(longMoment(note.at)) },
          { label: words.text, shown: said(note.text) },
          ...rule(note.rule),
        ]),
      ),
    ),
  ];
}

/** A note about an entry is shown with the list it stands in. */
function about(id: string | undefined, { chapter }: Reading): readonly Line[] {
  if (id === undefined) return [];
  const question = chapter.flow.questions.get(id) ?? chapter.flow.questions.get(id.replace(/-\d+$/, ""));
  return question === undefined ? [] : [{ label: words.about, shown: fixed(question.label) }];
}

const rule = (id: string | undefined): readonly Line[] => (id === undefined ? [] : [{ label: words.rule, shown: fixed(id) }]);
