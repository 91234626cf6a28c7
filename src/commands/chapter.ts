/** Chapters of a case: which one to go on with, and how a new one begins. */
import { beginning, isApart, isOffered } from "../core/chapters.ts";
import type { Case } from "../core/case.ts";
import { walkOf, type Chapter } from "../core/chapter.ts";
import { UsageDefect } from "../core/defect.ts";
import type { NewEvent } from "../core/event.ts";
import { nl } from "../core/nl.ts";
import { begun as framed, tailoring } from "./framed.ts";
import type { Definition, Menu, Reply, World } from "../ports.ts";

/** The chapter to go on with: one that is there, or a flow to begin the next one with. */
export type Goal = { readonly chapter: Chapter } | { readonly flow: string };

export interface Wanted {
  /** The flow of the chapter, by id: the open one of that flow, else a new one. */
  readonly flow: string | undefined;
  /** The number of a chapter that is there. */
  readonly chapter: number | undefined;
}

/** @throws UsageDefect when there is no such chapter */
export function asked({ chapters }: Case, { flow, chapter }: Wanted): Goal | undefined {
  if (chapter !== undefined) {
    const found = chapters[chapter - 1];
    if (found === undefined) throw new UsageDefect(nl.chapter.unknown(chapter, chapters.length));
    if (flow !== undefined && flow !== found.flow.id) throw new UsageDefect(nl.chapter.otherFlow(chapter, found.flow.id));
    return { chapter: found };
  }
  if (flow === undefined) return undefined;
  const last = chapters.findLast((one) => one.flow.id === flow);
  return last !== undefined && walkOf(last).status !== "finished" ? { chapter: last } : { flow };
}

/** The flows that can be begun now as the next chapter, in the order in which they mostly come. */
export async function offered(world: World, state: Case): Promise<readonly Definition[]> {
  const all = await Promise.all((await world.flows()).map((id) => world.definition(id)));
  return all
    .filter(({ edition }) => isOffered(state, edition))
    .toSorted((a, b) => (a.edition.flow.place ?? Infinity) - (b.edition.flow.place ?? Infinity));
}

/** Whether nothing keeps her from another chapter: what is open here may wait. */
export function isFree(chapter: Chapter): boolean {
  const { status, open } = walkOf(chapter);
  return status !== "open" || open.length === 0;
}

/**
 * What to go on with, asked when the last chapter leaves a choice.
 * @param prove called before it is asked: who leaves here comes to no question of the case
 */
export async function choose(world: World, state: Case, prove: () => void): Promise<Reply<Goal> | undefined> {
  const last = state.chapters.at(-1);
  if (last === undefined || world.prompt === undefined || !isFree(last)) return undefined;
  const fresh = await offered(world, state);
  if (fresh.length === 0) return undefined;
  prove();
  const goals = new Map<string, Goal>();
  const options: Menu["options"][number][] = [];
  const add = (goal: Goal, text: string): void => {
    const id = String(goals.size + 1);
    goals.set(id, goal);
    options.push({ id, text });
  };
  const there = state.chapters.map((chapter) => ({ chapter, left: left(chapter) })).toReversed();
  for (const { chapter, left: n } of there) if (n > 0) add({ chapter }, nl.chapter.on(chapter.n, chapter.flow.title, n));
  for (const { edition } of fresh) {
    const { id, title } = edition.flow;
    const before = there.filter(({ chapter }) => chapter.flow.id === id);
    add({ flow: id }, nl.chapter.begin(title, before.length, before.find(({ left: n }) => n > 0)?.chapter.n));
  }
  for (const { chapter, left: n } of there) if (n === 0) add({ chapter }, nl.chapter.look(chapter.n, chapter.flow.title));
  const prompt = await world.prompt();
  const reply = await prompt.choose({
    title: nl.chapter.title,
    label: nl.chapter.title,
    place: "",
    lines: [],
    help: nl.chapter.help,
    options,
  });
  prompt.close();
  if (reply.kind !== "answer") return reply;
  const goal = goals.get(reply.value);
  return goal === undefined ? { kind: "back" } : { kind: "answer", value: goal };
}

const left = (chapter: Chapter): number => {
  const { open, deferred } = walkOf(chapter);
  return open.length + deferred.length;
};

/** What differs per sector, differs in the five steps. */
const STEPS = "meldcode";

/** The events that begin the next chapter. @throws UsageDefect when the flow is not there, or is never a chapter here */
export async function begun(world: World, state: Case, id: string, sector: string | undefined): Promise<readonly NewEvent[]> {
  const organisation = await world.organisation();
  const { edition: definition, editionHash } = await world.definition(id, tailoring(id === STEPS ? sector : undefined, organisation));
  if (definition.flow.apart === true && state.chapters.length > 0) throw new UsageDefect(nl.chapter.apart(definition.flow.title));
  if (isApart(state)) throw new UsageDefect(nl.chapter.alone(definition.flow.title));
  const { edition, given, events } = beginning(state, definition);
  const whole = { edition, editionHash: edition === definition ? editionHash : world.hash(edition) };
  return [framed(state.chapters.length + 1, whole, sector, organisation, given), ...events];
}
