/** For whom a document is: one person of the case, named by her role. */
import type { Case } from "../../core/case.ts";
import { AnswerDefect } from "../../core/defect.ts";
import type { QuestionSource } from "../../core/formats.ts";
import { words } from "../../core/nl-documents.ts";
import { own, type Entry, type Item } from "../../core/value.ts";
import { itemsOf, read, type Reading } from "../reading.ts";

/** The list of persons of the case. Other lists name its entries. */
export const PERSONS = "betrokkenen";

export interface Reader {
  readonly role: string;
  /** Her entry in the list of persons; undefined for somebody of the network. */
  readonly id: string | undefined;
}

/**
 * The person with that role, and her age behind it when several have it.
 * @param more roles beside those of the list
 * @throws AnswerDefect naming the roles that there are
 */
export function readerOf(state: Case, wanted: string, more: readonly string[] = []): Reader {
  const all = readers(state, more);
  const found = all.filter(({ role, age }) => [role, `${role} ${age}`].some((name) => plain(name) === plain(wanted)));
  const [one, second] = found;
  const roles = all.map(({ role, age, id }) =>
    id !== undefined && all.some((other) => other.id !== id && plain(other.role) === plain(role)) ? `${role} ${age}` : role,
  );
  if (one === undefined) throw new AnswerDefect(words.voor.unknown(wanted, roles));
  if (second !== undefined) throw new AnswerDefect(words.voor.several(wanted, roles));
  return { role: one.role, id: one.id };
}

/** The newest list of persons, and others who have a role in a document. */
function readers(state: Case, more: readonly string[]): readonly (Reader & { readonly age: string })[] {
  const chapter = state.chapters.findLast(({ answers }) => answers.has(PERSONS));
  const persons = chapter === undefined ? [] : itemsOf(read(chapter), PERSONS);
  const known = persons.map(({ id, value }) => ({ role: String(value["rol"] ?? ""), age: String(value["leeftijd"] ?? ""), id }));
  const others = [...new Set(more)].filter((role) => !known.some((one) => plain(one.role) === plain(role)));
  return [...known, ...others.map((role) => ({ role, age: "", id: undefined }))];
}

/** A role as it is compared. */
export const plain = (role: string): string => role.trim().replace(/\s+/g, " ").toLowerCase();

/** Whether an entry is about this person: it is hers in the list of persons, or the list says whose it is. */
export function isOf({ id, role }: Reader): (list: Pick<QuestionSource, "id" | "whose">, item: string, entry: Entry) => boolean {
  return (list, item, entry) => {
    if (list.id === PERSONS) return item === id;
    const named = list.whose === undefined ? undefined : own(entry, list.whose);
    return named === undefined ? isNamed(entry, role) : named === id;
  };
}

/** Somebody who does not stand in the list of persons is named beside it, by role. */
const isNamed = (entry: Entry, role: string): boolean =>
  ["wie-anders", "rol"].some((field) => typeof entry[field] === "string" && plain(entry[field]) === plain(role));

/** The role of whom a reference names, and nothing else of that person. */
export function roleOf(reading: Reading, ref: unknown): string | undefined {
  const item: Item | undefined = itemsOf(reading, PERSONS).find(({ id }) => id === ref);
  return item === undefined ? undefined : String(item.value["rol"] ?? "");
}
