/** What was left as it is, with the reason of who decided so. What was left without a word is not in the record. */
import type { Case } from "../../core/case.ts";
import { longMoment } from "../../core/date.ts";
import { words } from "../../core/nl-care.ts";
import { judged } from "../../core/care.ts";
import { reasonFor } from "../../core/omission.ts";
import { entry, fixed, said, section, type Section } from "../block.ts";
import type { Reading } from "../reading.ts";

const { record } = words;

/** Nothing when no reason was given. */
export function left(state: Case, { chapter, walk }: Reading): readonly Section[] {
  const given = chapter.flow.checks.flatMap((check) => {
    const reason = reasonFor(state, chapter, check.id);
    return reason === undefined ? [] : [{ check, reason }];
  });
  if (given.length === 0) return [];
  const open = new Set(judged(chapter.flow, walk).raised.map(({ id }) => id));
  return [
    section(
      record.title,
      ...given.map(({ check, reason }) =>
        entry(open.has(check.id) ? check.text.trim() : record.mended(check.text.trim()), [
          { label: record.reason, shown: said(reason.text) },
          { label: record.by, shown: said(reason.by) },
          { label: record.at, shown: fixed(longMoment(reason.at)) },
        ]),
      ),
    ),
  ];
}
