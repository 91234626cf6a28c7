/** Agreements and dates: every date that must not be forgotten, the earliest first; undefined when there is none. */
import { longDate } from "../../core/date.ts";
import { nl } from "../../core/nl.ts";
import { fieldPath } from "../../core/value.ts";
import { fixed, lines, section, type Section } from "../block.ts";
import { itemsOf, textOf, type Reading } from "../reading.ts";
import { described, entryTitle } from "../shown.ts";

interface Due {
  readonly date: string;
  readonly what: string;
}

export function agenda(reading: Reading): Section | undefined {
  const all = dues(reading).toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
  if (all.length === 0) return undefined;
  return section(nl.record.agenda.title, ...lines(all.map(({ date, what }) => ({ label: longDate(date), shown: fixed(what) }))));
}

/** In flow order. */
function dues(reading: Reading): readonly Due[] {
  return reading.walk.path.flatMap((question): readonly Due[] => {
    const date = textOf(reading, question.id);
    if (question.kind === "date" && question.agenda !== undefined && date !== undefined) return [{ date, what: question.agenda }];
    return itemsOf(reading, question.id).flatMap((item, i) =>
      fieldPath(question, item.value).flatMap((field) => {
        const due = item.value[field.id];
        if (field.kind !== "date" || field.agenda === undefined || typeof due !== "string") return [];
        return [
          {
            date: due,
            what: nl.record.agenda.entry(field.agenda, entryTitle(question, i + 1), described(reading, question, item, field.id)),
          },
        ];
      }),
    );
  });
}
