/**
 * The file of one client: what the case says of her, and what was decided. Which questions say nothing of another is marked in the
 * definitions; what is not marked stays out, as do words that somebody else said.
 */
import type { Case } from "../../core/case.ts";
import type { Chapter } from "../../core/chapter.ts";
import { longMoment } from "../../core/date.ts";
import type { Field, Question } from "../../core/flow.ts";
import type { QuestionSource } from "../../core/formats.ts";
import { words } from "../../core/nl-documents.ts";
import type { Item } from "../../core/value.ts";
import { entry, said, section, text, type Block } from "../block.ts";
import { itemsOf, read, type Reading } from "../reading.ts";
import { part, told, type Choice } from "./answers.ts";
import { isOf, PERSONS, plain, type Reader } from "./reader.ts";

/** The field that says who said something. */
const SPEAKER = "van-wie";

export function dossier(state: Case, reader: Reader): readonly Block[] {
  const chapters = state.chapters.map((chapter) => ({ chapter, reading: read(chapter) }));
  const parts = chapters.flatMap(({ chapter, reading }) => part(chapter.flow.title, ...chapterOf(chapter, reading, reader)));
  return [text(words.dossier.about(reader.role)), ...parts, ...statements(state, reader)];
}

function chapterOf({ edition, flow }: Chapter, reading: Reading, reader: Reader): readonly Block[] {
  const marked = new Map(
    edition.flow.steps.flatMap(({ questions }) => questions.flatMap((one) => (one.dossier === true ? [[one.id, one] as const] : []))),
  );
  let left = 0;
  const choose = (question: Question): Choice | undefined => {
    const source = marked.get(question.id);
    if (source === undefined) return undefined;
    const choice = choiceOf(source, question, reader);
    left += itemsOf(reading, question.id).filter((item) => choice.item?.(item) === false).length;
    return choice;
  };
  const ids = [...flow.questions.values()].filter((question) => !question.given && marked.has(question.id)).map(({ id }) => id);
  const blocks = told(reading, ids, choose);
  return blocks.length === 0 || left === 0 ? blocks : [...blocks, text(words.dossier.left(left))];
}

/** Her own entries whole; of a list that is nobody's, the fields that are marked. */
function choiceOf(source: QuestionSource, { id }: Question, reader: Reader): Choice {
  const marks = new Map((source.fields ?? []).map((field) => [field.id, field.dossier]));
  if (source.whose === undefined && id !== PERSONS) return { field: (field: Field) => marks.get(field.id) === true };
  const isOwn = isOf(reader);
  return {
    item: (item) => isOwn(source, item.id, item.value) && !isSaidByOther(item, reader),
    field: (field) => marks.get(field.id) !== false && field.id !== source.whose,
  };
}

const isSaidByOther = ({ value }: Item, { role }: Reader): boolean => {
  const speaker = value[SPEAKER];
  return typeof speaker === "string" && !startsWith(speaker, role);
};

/** Whether a text begins with a role: "Moeder, aan mij". */
function startsWith(whole: string, role: string): boolean {
  const [text, start] = [plain(whole), plain(role)];
  return text.startsWith(start) && !/^[\p{L}\p{N}]/u.test(text.slice(start.length));
}

/** What she herself wanted to have added. */
function statements(state: Case, { role }: Reader): readonly Block[] {
  const hers = state.notes.filter(({ by, rule }) => rule === undefined && startsWith(by, role));
  if (hers.length === 0) return [];
  return [
    section(
      words.dossier.statements,
      ...hers.map(({ at, by, text: what }) =>
        entry(longMoment(at), [
          { label: words.dossier.by, shown: said(by) },
          { label: words.dossier.statement, shown: said(what) },
        ]),
      ),
    ),
  ];
}
