/** Types the answers of a case file at a terminal, one question after the other, as the walk says they come. */
import type { Field, Option, Question } from "../../src/core/flow.ts";
import { nl } from "../../src/core/nl.ts";
import { fieldPath, type Value } from "../../src/core/value.ts";
import { raised, walk, type Answer } from "../../src/core/walk.ts";
import { asking } from "../adapters/questions.ts";
import { keys, lines, type Hand } from "../faces/hands.ts";
import { NOW } from "../program.ts";
import { flow, offersOf } from "../shipped.ts";
import type { Person } from "./terminal.ts";

/** One entry of a list as a case file has it. */
type Filled = Readonly<Record<string, Value>>;
const UP_TO = 60;
const firstWords = (text: string): string => (text.trim().split("\n")[0] ?? "").slice(0, UP_TO);

/** How one types at a face, and what it shows last when it is ready for that. */
interface Manner {
  readonly hand: Hand;
  readonly ready: string;
}
const TERMINAL: Manner = { hand: keys, ready: "Ctrl-C" };
/** A question comes in one piece. */
export const LINEAR: Manner = { hand: lines, ready: "" };

/** Answers until `stop` says so, or until nothing is open. @param known what was answered in an earlier session */
export async function typeAnswers(
  person: Person,
  document: Readonly<Record<string, Value | null | readonly Filled[]>>,
  known: Map<string, Answer>,
  stop: (question: Question) => boolean,
  face = TERMINAL,
): Promise<void> {
  let reviewed = false;
  let goesOn = false;
  for (;;) {
    const now = walk(flow, known, {}, () => NOW);
    const { next, open, deferred } = now;
    if (next === undefined && raised(flow, now).length > 0) {
      await person.sees(nl.chapter.onward);
      await person.sees(face.ready);
      person.types("\r");
    }
    if (next === undefined || stop(next)) return;
    if (!goesOn && open.length === 0) {
      goesOn = true;
      await person.sees("Een paar vragen mochten wachten.");
      await person.sees(face.ready);
      person.types("\r");
    }
    if (!reviewed && deferred.length === 0 && flow.decision?.questions.includes(next.id) === true) {
      reviewed = true;
      await person.sees(nl.overview.review(0).title);
      await person.sees(face.ready);
      person.types("\r");
    }
    await person.sees(firstWords(next.text));
    await person.sees(face.ready);
    const value = next.kind === "notice" ? true : document[next.id];
    if (next.kind === "list") {
      const entries = (value ?? []) as readonly Filled[];
      for (const [i, entry] of entries.entries()) {
        person.types("1\r");
        await typeEntry(person, next, entry, known, face);
        await person.sees(nl.interview.listOptions(next.item, i + 1, 0, Infinity)[0]?.text ?? "");
        await person.sees(face.ready);
      }
      const options = nl.interview.listOptions(next.item, entries.length, next.min ?? 0, next.max ?? Infinity);
      person.types(`${String(options.findIndex(({ id }) => id === "klaar") + 1)}\r`);
      known.set(next.id, {
        kind: "list",
        closed: true,
        items: entries.map((entry, i) => ({ id: `${next.id}-${String(i + 1)}`, value: withoutId(entry) })),
      });
    } else {
      person.types(typed(face.hand, next, value as Value | null | undefined, next.options));
      known.set(next.id, { kind: "value", value: (value ?? null) as Value | null });
    }
  }
}

export async function typeEntry(
  person: Person,
  list: Question,
  entry: Filled,
  known: ReadonlyMap<string, Answer>,
  face = TERMINAL,
): Promise<void> {
  const offers = offersOf(flow, (q) => {
    const answer = known.get(q);
    return answer?.kind === "list" ? answer.items : [];
  });
  for (const field of fieldPath(list, withoutId(entry))) {
    const options = field.to === undefined ? field.options : offers(field).map(({ id }) => ({ id, text: "" }));
    // With nobody to choose, and nobody needed, it is not asked.
    if (field.to !== undefined && !field.required && options.length === 0) continue;
    await person.sees(firstWords(field.text));
    await person.sees(face.ready);
    person.types(typed(face.hand, field, entry[field.id], options));
  }
}

const withoutId = ({ id: _, ...rest }: Filled): Filled => rest;

function typed(hand: Hand, asked: Question | Field, value: Value | null | undefined, options: readonly Option[]): string {
  const keys = hand.answer(asking(asked.kind, asked, { options }), value ?? null);
  // A day that is still to come is asked about once more.
  const isDoubted = asked.kind === "date" && asked.agenda === undefined && String(value ?? "") > NOW.slice(0, 10);
  return isDoubted ? `${keys}\r` : keys;
}
