/**
 * The safety plan in plain words, for one person. What may stand in it is marked in the definition of the plan that the case carries;
 * what is not marked stays out. A plan in the wrong hands can endanger somebody.
 */
import type { Case } from "../../core/case.ts";
import type { FieldSource, GezinSource, QuestionSource } from "../../core/formats.ts";
import type { Field, Question } from "../../core/flow.ts";
import type { Secret } from "../../core/leak/leak.ts";
import { identifying, withheld } from "../../core/leak/secrets.ts";
import { words } from "../../core/nl-documents.ts";
import type { Item } from "../../core/value.ts";
import { entry, fixed, lines, said, space, strong, text, type Block, type Line } from "../block.ts";
import { itemsOf, read, type Reading } from "../reading.ts";
import { fieldLines, line, part } from "./answers.ts";
import { isOf, plain, roleOf, type Reader } from "./reader.ts";

const AGREEMENTS = "plan-afspraken";
const NETWORK = "plan-netwerk";

/** What a person may read of a plan. */
interface View {
  readonly reading: Reading;
  readonly reader: Reader;
  /** Whether she has the whole plan, as the professional wrote down. */
  readonly hasPlan: boolean;
  readonly isOwn: (list: QuestionSource, item: string, entry: Item["value"]) => boolean;
  /** Whether an agreement may not be shared with her. */
  readonly isKept: (agreement: string) => boolean;
  readonly sources: ReadonlyMap<string, QuestionSource>;
}

export function gezin(reading: Reading, reader: Reader): readonly Block[] {
  const view = viewOf(reading, reader);
  const { parts } = words.gezin;
  const say = (...ids: readonly string[]): readonly Line[] => ids.flatMap((id) => scalar(view, id));
  return [
    strong(words.gezin.danger),
    text(words.gezin.keep),
    ...part(parts.why, ...lines(say("plan-reden-samen"))),
    ...part(parts.conditions, ...conditions(view)),
    ...part(parts.own(reader.role), ...agreements(view, true)),
    ...part(parts.others, ...agreements(view, false)),
    ...part(parts.wishes(reader.role), ...lines([...ownLines(view, "plan-wensen"), ...scale(view)])),
    ...part(parts.network, ...network(view)),
    ...part(parts.next, ...lines(say("plan-volgende-stap"))),
    ...part(parts.when, ...lines(say("plan-datum", "plan-termijn", "plan-evaluatie-op"))),
    ...part(
      parts.call,
      ...lines([
        { label: words.gezin.alarm, shown: fixed("112") },
        { label: words.gezin.veiligThuis, shown: fixed("0800-2000") },
        ...say("plan-casusregisseur"),
      ]),
    ),
    ...part(parts.draw, space(words.gezin.drawHome), space(words.gezin.drawHelp)),
  ];
}

/** Roles beside those of the list of persons: who knows the plan. */
export const knownBy = (reading: Reading): readonly string[] =>
  itemsOf(reading, "plan-bekend").flatMap(({ value }) => (typeof value["rol"] === "string" ? [value["rol"]] : []));

/** Whether the professional wrote down that it is not safe that this person has the plan. */
export const isUnsafe = (reading: Reading, reader: Reader): boolean => hasIt(reading, reader) === "niet-veilig";

/** What stands in this case and may not stand in her copy. */
export function hiddenFrom(state: Case, reading: Reading, reader: Reader): readonly Secret[] {
  const view = viewOf(reading, reader);
  return [...identifying(state), ...withheld(state, view.hasPlan, view.isOwn), ...wordings(state, view)];
}

/**
 * The words of agreements that she may not know: of this plan and of those before it, in whatever chapter they were taken over, as they are
 * now and as they ever were. What this plan tells her in the same words is kept from her no longer.
 */
function wordings({ events, chapters }: Case, view: View): readonly Secret[] {
  const { chapter } = view.reading;
  const homes = new Map(chapters.map(({ n, given }) => [n, given[AGREEMENTS] ?? n]));
  const kept = new Map(chapters.map((one) => [one.n, keptFrom(read(one), view.reader)]));
  const told = new Set(entries(view, AGREEMENTS).flatMap(({ item }) => (view.isKept(item.id) ? [] : Object.values(item.value))));
  const label = chapter.flow.questions.get(AGREEMENTS)?.label ?? "";
  return events.flatMap((event) => {
    if (event.body === null || (event.type !== "added" && event.type !== "changed") || event.body.q !== AGREEMENTS) return [];
    const home = homes.get(event.ch) ?? event.ch;
    if (kept.get(home)?.(event.body.item) !== true) return [];
    return Object.entries(event.body.value).flatMap(([id, said]): readonly Secret[] =>
      typeof said !== "string" || (home !== chapter.n && told.has(said))
        ? []
        : [{ kind: "words", value: said, label, ...(id === "wat" ? { short: true } : {}) }],
    );
  });
}

/** Whether an agreement of a plan may not be shared with her. */
function keptFrom(reading: Reading, { id }: Reader): (agreement: string) => boolean {
  const shared = itemsOf(reading, "niet-delen-met");
  return (agreement) => shared.some(({ value }) => value["afspraak"] === agreement && (value["met"] === undefined || value["met"] === id));
}

function viewOf(reading: Reading, reader: Reader): View {
  const { flow } = reading.chapter.edition;
  const questions = [...(flow.given ?? []), ...flow.steps.flatMap((step) => step.questions)];
  return {
    reading,
    reader,
    hasPlan: hasIt(reading, reader) === "ja",
    isOwn: isOf(reader),
    isKept: keptFrom(reading, reader),
    sources: new Map(questions.map((question) => [question.id, question])),
  };
}

const hasIt = (reading: Reading, { id, role }: Reader): unknown =>
  itemsOf(reading, "plan-bekend").findLast(
    ({ value }) => (id !== undefined && value["wie"] === id) || (typeof value["rol"] === "string" && plain(value["rol"]) === plain(role)),
  )?.value["plan"];

const mayRead = (mark: GezinSource | undefined, hasPlan: boolean, isHers: boolean): boolean =>
  mark === "ieder" || (mark === "plan" && (hasPlan || isHers)) || (mark === "eigen" && isHers);

function scalar({ reading, hasPlan, sources }: View, id: string): readonly Line[] {
  const question = reading.chapter.flow.questions.get(id);
  return question !== undefined && mayRead(sources.get(id)?.gezin, hasPlan, false) ? line(reading, plainly(question)) : [];
}

/** A question or field under the name that it has here. */
const plainly = <T extends Question | Field>(one: T): T => ({ ...one, label: words.gezin.labels[one.id] ?? one.label });

/** The entries of a list that she may read, each with a look at whether a field may be read. */
function entries(
  view: View,
  id: string,
): readonly { readonly list: Question; readonly item: Item; readonly isHers: boolean; readonly field: (field: Field) => boolean }[] {
  const { reading, hasPlan, isOwn, sources } = view;
  const list = reading.chapter.flow.questions.get(id);
  const source = sources.get(id);
  if (list === undefined || source === undefined || !reading.onPath.has(id)) return [];
  const plain = { ...list, fields: list.fields.map(plainly) };
  const marks = new Map((source.fields ?? []).map((field: FieldSource) => [field.id, field.gezin]));
  return itemsOf(reading, id).flatMap((item) => {
    const isHers = isOwn(source, item.id, item.value);
    if (!mayRead(source.gezin, hasPlan, isHers)) return [];
    return [{ list: plain, item, isHers, field: (field: Field) => mayRead(marks.get(field.id), hasPlan, isHers) }];
  });
}

/** Each condition by itself: there is nothing to say about it beside. */
function conditions(view: View): readonly Block[] {
  return entries(view, "plan-voorwaarden").flatMap(({ list, item, field }) =>
    fieldLines(view.reading, list, item, field).flatMap(({ shown }) => (shown.kind === "said" ? [entry(shown.text, [])] : [])),
  );
}

function ownLines(view: View, id: string): readonly Line[] {
  return entries(view, id).flatMap(({ list, item, field }) => fieldLines(view.reading, list, item, field));
}

/** Her own mark, with what the highest one means. */
function scale(view: View): readonly Line[] {
  const own = ownLines(view, "plan-schaal");
  return own.length === 0 ? [] : [...scalar(view, "plan-schaal-tien"), ...own];
}

/** Agreements: hers under what she does, those of others under who does it. */
function agreements(view: View, hers: boolean): readonly Block[] {
  const { reading } = view;
  return entries(view, AGREEMENTS).flatMap(({ list, item, isHers, field }) => {
    if (isHers !== hers || view.isKept(item.id)) return [];
    const who = roleOf(reading, item.value["wie"]) ?? String(item.value["wie-anders"] ?? "");
    const above = hers ? ["wie", "wie-anders", "netwerk", "wat"] : ["wie", "wie-anders", "netwerk"];
    const all = fieldLines(reading, list, item, (one) => field(one) && !above.includes(one.id));
    const helper = list.fields.find((one) => one.id === "netwerk" && field(one));
    return [entry(hers ? String(item.value["wat"] ?? "") : who, [...all, ...(helper === undefined ? [] : helped(reading, helper, item))])];
  });
}

/** Who of the network helps: the role, not what else is written about that person. */
function helped(reading: Reading, field: Field, { value }: Item): readonly Line[] {
  const helper = itemsOf(reading, NETWORK).find(({ id }) => id === value[field.id]);
  return helper === undefined ? [] : [{ label: field.label, shown: said(String(helper.value["wie"] ?? "")) }];
}

function network(view: View): readonly Block[] {
  return entries(view, NETWORK).flatMap(({ list, item, field }) => {
    const does = fieldLines(view.reading, list, item, (one) => one.id === "doet" && field(one));
    return does.length === 0 ? [] : [entry(String(item.value["wie"] ?? ""), does)];
  });
}
