/** What is being typed: kept beside the case while it is, found back when the case is opened again. */
import { Defect } from "../core/defect.ts";
import { fieldPath, accepts, type Entry } from "../core/value.ts";
import type { Question } from "../core/flow.ts";
import type { Drafted, Journal } from "../ports.ts";

export type Part = Omit<Drafted, "at" | "ch">;

export interface Drafts {
  /** What was found for a question, once. */
  readonly take: (q: string) => Drafted | undefined;
  /** What waits for a question; it goes on waiting. */
  readonly held: (q: string) => Drafted | undefined;
  /** Keeps the fields of an entry. @throws DiskDefect: she must know that they are not safe */
  readonly keep: (part: Part) => Promise<void>;
  /** Keeps what is typed. That a disk refuses is said when the answer itself is written, and that the case is damaged when the question ends. */
  readonly type: (part: Part) => Promise<void>;
  /** Left half done, for another question or for the list itself: it is there when she comes back. */
  readonly hold: (part: Part) => void;
  /** A question was answered: what was kept for it goes, and what is held takes its place beside the case. */
  readonly done: (q: string) => Promise<void>;
}

/**
 * @param keeping puts a draft beside the case
 * @param found what was found there
 */
export function draftsOf(keeping: Journal["keep"], ch: number, found: Drafted | undefined): Drafts {
  let waiting = found;
  let kept = found?.q;
  const keep = async (part: Part): Promise<void> => {
    kept = part.q;
    await keeping({ ...part, ch });
  };
  const held = (q: string): Drafted | undefined => (waiting?.q === q && waiting.ch === ch ? waiting : undefined);
  return {
    take: (q) => {
      const draft = held(q);
      if (draft !== undefined) waiting = undefined;
      return draft;
    },
    held,
    keep,
    type: async (part) => {
      try {
        await keep(part);
      } catch (error) {
        if (!(error instanceof Defect)) throw error;
      }
    },
    hold: (part) => {
      waiting = { ...part, at: "", ch };
    },
    done: async (q) => {
      if (kept !== q) return;
      kept = waiting?.q;
      await keeping(waiting && onPaper(waiting));
    },
  };
}

/** The moment is that of writing. */
const onPaper = ({ at: _at, ...draft }: Drafted): Omit<Drafted, "at"> => draft;

/** Whether the answer is typed: then there is something to lose until it is written down. */
export const isTyped = ({ kind }: Question): boolean => kind === "text" || kind === "line" || kind === "date" || kind === "number";

/** The fields of a draft that still fit the list; the flow of a case never changes, but a draft is not guarded as a case is. */
export function entryIn(list: Question, draft: Drafted | undefined): Entry {
  const given = draft?.entry ?? {};
  return Object.fromEntries(
    list.fields.flatMap((field) => {
      const value = given[field.id];
      return value !== undefined && accepts(field, value) === null ? [[field.id, value]] : [];
    }),
  );
}

/** Which field of the entry comes next: the one that was being asked. */
export function fieldIn(list: Question, entry: Entry, draft: Drafted | undefined): number {
  return Math.max(
    0,
    fieldPath(list, entry).findIndex(({ id }) => id === draft?.field),
  );
}
