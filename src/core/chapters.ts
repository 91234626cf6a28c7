/** Chapters: what a flow takes over from earlier ones, and which can be begun now. */
import type { Case } from "./case.ts";
import { walkOf, type Chapter } from "./chapter.ts";
import { holds, normalise, ALWAYS, type Scope } from "./condition.ts";
import type { NewEvent } from "./event.ts";
import { build, type Flow } from "./flow.ts";
import type { Edition, FlowSource, QuestionSource } from "./formats.ts";
import { entryScope, own, type Item, type Value } from "./value.ts";
import type { Answer, Status } from "./walk.ts";

/**
 * A flow with the questions that it uses, to be carried along.
 * @param find a question of another flow by its id; what is not found is left out, and told by `check`
 */
export function resolved(flow: FlowSource, find: (q: string) => QuestionSource | undefined): FlowSource {
  const uses = questionsOf(flow);
  return uses.length === 0 ? flow : { ...flow, given: uses.flatMap((q) => find(q) ?? []).map(bare) };
}

/** What a flow can use that the profile of the organisation says, beside questions. */
export const PROFILE: ReadonlySet<string> = new Set(["verwijsindex-in-gebruik"]);

/** The questions that a flow uses. */
export const questionsOf = ({ uses = [] }: FlowSource): readonly string[] => uses.filter((q) => !PROFILE.has(q));

/** As it is taken over: there whatever the path, with or without an answer. What else it leads to is for its own chapter. */
function bare({
  id,
  kind,
  text,
  label = text,
  options,
  min,
  max,
  maxLength,
  unit,
  item,
  groupBy,
  happened,
  fields,
  identifies,
  gezin,
  whose,
}: QuestionSource): QuestionSource {
  const bounds = kind === "list" ? {} : { min, max };
  const rest = {
    options,
    ...bounds,
    maxLength,
    unit,
    item,
    groupBy,
    happened,
    fields: fields?.map(({ agenda: _, reminder: __, ...field }) => field),
    identifies,
    gezin,
    whose,
  };
  const said = Object.entries(rest).filter(([, value]) => value !== undefined);
  return { id, kind, text: label, required: false, ...(Object.fromEntries(said) as object) };
}

/** What a chapter begins with. */
export interface Beginning {
  readonly edition: Edition;
  /** For each question that is taken over, the chapter it comes from. */
  readonly given: Readonly<Record<string, number>>;
  /** Its answers, as lines of the new chapter: each can be corrected and erased there like any other. */
  readonly events: readonly NewEvent[];
}

/** What the next chapter of a case begins with: the questions that it uses as they were asked, and the answers that count now. */
export function beginning(state: Case, edition: Edition): Beginning {
  const { flow } = edition;
  const uses = questionsOf(flow);
  if (uses.length === 0) return { edition, given: {}, events: [] };
  const from = new Map<string, Chapter>();
  for (const q of uses) {
    const chapter = state.chapters.findLast((one) => asked(one, q) !== undefined);
    if (chapter !== undefined) from.set(q, chapter);
  }
  const shipped = new Map((flow.given ?? []).map((question) => [question.id, question]));
  const whole = resolved(flow, (q) => {
    const chapter = from.get(q);
    return chapter === undefined ? shipped.get(q) : asked(chapter, q);
  });
  const ch = state.chapters.length + 1;
  return {
    edition: { ...edition, flow: whole },
    given: Object.fromEntries([...from].map(([q, { n }]) => [q, n])),
    events: (whole.given ?? []).flatMap(({ id, kind }) => {
      const chapter = from.get(id);
      return kind === "list" ? listed(ch, id, chapter) : [said(ch, id, chapter)];
    }),
  };
}

/** A question that a chapter asks itself. */
const asked = ({ edition }: Chapter, q: string): QuestionSource | undefined =>
  edition.flow.steps.flatMap(({ questions }) => questions).find(({ id }) => id === q);

const said = (ch: number, q: string, chapter: Chapter | undefined): NewEvent => {
  const answer = counting(chapter, q);
  return { type: "answered", ch, body: { q, value: answer?.kind === "value" ? answer.value : null } };
};

/** The entries of a list, closed there or not: here nothing more is asked of them. */
function listed(ch: number, q: string, chapter: Chapter | undefined): readonly NewEvent[] {
  const answer = counting(chapter, q);
  const items = answer?.kind === "list" ? answer.items : [];
  return [
    ...items.map(({ id, value }): NewEvent => ({ type: "added", ch, body: { q, item: id, value } })),
    { type: "closed", ch, body: { q } },
  ];
}

/** The answer to a question, when that is on the path. */
export function counting(chapter: Chapter | undefined, q: string): Answer | undefined {
  if (chapter === undefined) return undefined;
  return walkOf(chapter).path.some(({ id }) => id === q) ? chapter.answers.get(q) : undefined;
}

/** Whether this is no case but a file of its own: nothing comes after its one chapter. */
export const isApart = ({ chapters }: Case): boolean => chapters.some(({ edition }) => edition.flow.apart === true);

/** Whether this file is for the user alone: nobody else may ever be able to open it. */
export const isPrivate = ({ chapters }: Case): boolean => chapters.some(({ edition }) => edition.flow.private === true);

/**
 * Whether a flow can be begun as the next chapter of a case now. Not while one of it can still be filled in: that one goes on. One that
 * only waits for somebody else is no hindrance, as a second report cannot wait for what is said of the first.
 */
export function isOffered(state: Case, edition: Edition): boolean {
  const { apart, offered, id } = edition.flow;
  if (apart === true || state.chapters.length === 0 || isApart(state)) return false;
  if (state.chapters.some((chapter) => chapter.flow.id === id && walkOf(chapter).open.length > 0)) return false;
  const { events, edition: whole } = beginning(state, edition);
  return holds(normalise(offered, ALWAYS), scopeOf(build({ ...whole, flow: { ...whole.flow, steps: [] } }), events));
}

/** What a condition sees of what is taken over, and of nothing else. */
function scopeOf({ questions }: Flow, events: readonly NewEvent[]): Scope {
  const values = new Map(events.flatMap(({ type, body }) => (type === "answered" ? [[body.q, body.value] as const] : [])));
  const entries = (q: string): readonly Item[] =>
    events.flatMap(({ type, body }) => (type === "added" && body.q === q ? [{ id: body.item, value: body.value }] : []));
  return {
    value: (q): Value | undefined => values.get(q) ?? undefined,
    entries: (q) => {
      const list = questions.get(q);
      return list?.kind === "list" ? entries(q).map(({ value }) => entryScope(list, value)) : undefined;
    },
    norm: () => "not-reached",
    fact: () => "",
  };
}

/** The questions of which the answer was changed in an earlier chapter since this one took it over. */
export function movedOn(state: Case, chapter: Chapter): readonly string[] {
  const now = beginning({ ...state, chapters: state.chapters.slice(0, chapter.n - 1) }, chapter.edition).events;
  const then = state.events.filter(({ ch, n }) => ch === chapter.n && n > 0);
  const linesOf = (events: readonly { readonly body: unknown }[], q: string): string =>
    JSON.stringify(events.flatMap(({ body }) => (isAbout(body, q) ? [body] : [])));
  return questionsOf(chapter.edition.flow).filter((q) => {
    const taken = now.filter(({ body }) => isAbout(body, q));
    return linesOf(taken, q) !== linesOf(then.filter(({ body }) => isAbout(body, q)).slice(0, taken.length), q);
  });
}

const isAbout = (body: unknown, q: string): boolean =>
  typeof body === "object" && body !== null && own(body as Readonly<Record<string, unknown>>, "q") === q;

/** How a case stands: open or decided as long as any chapter is. */
export function statusOf({ chapters }: Case): Status {
  const all = chapters.map((chapter) => walkOf(chapter).status);
  return all.find((status) => status === "open") ?? all.find((status) => status === "decided") ?? "finished";
}

/** How many questions of a case wait, over all its chapters. */
export const waiting = (state: Case): number =>
  deferred(state) + state.chapters.reduce((sum, chapter) => sum + walkOf(chapter).open.length, 0);

/** How many of those were put off. */
export const deferred = ({ chapters }: Case): number => chapters.reduce((sum, chapter) => sum + walkOf(chapter).deferred.length, 0);
