/** What was entered in a case and may not stand in every document: also what was parked, removed, changed since, or taken over. */
import type { Case } from "../case.ts";
import type { FieldSource, FlowSource, QuestionSource } from "../formats.ts";
import { own, type Entry } from "../value.ts";
import { words } from "../nl-leak.ts";
import type { Secret } from "./leak.ts";

/** One text or date as it was entered once, with the question or field it answers. */
interface Entered {
  readonly source: QuestionSource | FieldSource;
  readonly value: string;
  /** The list, and the entry in which it stands. */
  readonly list?: QuestionSource;
  readonly entry?: Entry;
  readonly item?: string;
}

/** Whether an entry is about one person, or was said by that person. */
export type IsOwn = (list: QuestionSource, item: string, entry: Entry) => boolean;

/** Every answer that shows who somebody is, and the name of the organisation. */
export const identifying = (state: Case): readonly Secret[] => shownBy(state, () => true);

/** The same for the file of one client: what is hers or may stand in it, and what is of others. */
export function divided(state: Case, isOwn: IsOwn): { readonly hers: readonly Secret[]; readonly others: readonly Secret[] } {
  const mayStand = ({ source, list, entry, item = "" }: Entered): boolean =>
    list === undefined || entry === undefined ? source.dossier === true : isOwn(list, item, entry);
  return { hers: shownBy(state, mayStand), others: shownBy(state, (one) => !mayStand(one)) };
}

function shownBy(state: Case, isWanted: (one: Entered) => boolean): readonly Secret[] {
  const answers = entered(state).flatMap((one): readonly Secret[] => {
    const { source, value } = one;
    return source.identifies === undefined || !isWanted(one) ? [] : [{ kind: source.identifies, value, label: labelOf(source) }];
  });
  const organisations = state.chapters.flatMap(({ organisation }): readonly Secret[] =>
    organisation?.name === undefined ? [] : [{ kind: "organisation", value: organisation.name, label: words.organisation }],
  );
  return [...answers, ...organisations];
}

/**
 * Every text that is marked and not for this reader.
 * @param hasPlan whether she has the whole plan @param isOwn whether an entry is hers
 */
export function withheld(state: Case, hasPlan: boolean, isOwn: IsOwn): readonly Secret[] {
  return entered(state).flatMap(({ source, value, list, entry, item }): readonly Secret[] => {
    const isHers = list !== undefined && entry !== undefined && isOwn(list, item ?? "", entry);
    const isHidden = source.gezin === "nooit" || (source.gezin === "eigen" && !isHers) || (source.gezin === "plan" && !hasPlan && !isHers);
    return isHidden ? [{ kind: "words", value, label: labelOf(source) }] : [];
  });
}

const labelOf = ({ label, text }: QuestionSource | FieldSource): string => label ?? text;

/** Everything that was ever entered as text or date, in the order of the case file. */
function entered(state: Case): readonly Entered[] {
  const known = new Map<number, ReadonlyMap<string, QuestionSource>>();
  return state.events.flatMap((event) => {
    if (event.body === null) return [];
    const questions = known.get(event.ch);
    switch (event.type) {
      case "begun":
        known.set(event.ch, new Map([...(questions ?? []), ...questionsOf(event.body.edition.flow)]));
        return [];
      case "answered": {
        const source = questions?.get(event.body.q);
        return source !== undefined && typeof event.body.value === "string" ? [{ source, value: event.body.value }] : [];
      }
      case "added":
      case "changed": {
        const list = questions?.get(event.body.q);
        return list === undefined ? [] : fieldsOf(list, event.body.item, event.body.value);
      }
      default:
        return [];
    }
  });
}

const questionsOf = ({ given = [], steps }: FlowSource): readonly (readonly [string, QuestionSource])[] =>
  [...given, ...steps.flatMap(({ questions }) => questions)].map((question) => [question.id, question]);

const fieldsOf = (list: QuestionSource, item: string, entry: Entry): readonly Entered[] =>
  (list.fields ?? []).flatMap((source) => {
    const value = own(entry, source.id);
    return typeof value === "string" ? [{ source, value, list, entry, item }] : [];
  });
