/** What is being typed, beside the case and protected like it, so that a cut takes at most the line that is being typed. */
import type { Blank, Event } from "../core/event.ts";
import type { Drafted } from "../ports.ts";
import { codeOf, onDisk, remove, replace } from "./files.ts";
import type { Tools } from "./journal.ts";
import { nameOf, SEALED, twinOf } from "./place.ts";
import type { Seal } from "./store.ts";

export interface DraftFile {
  /** undefined when there is none. */
  readonly read: () => Promise<Drafted | undefined>;
  /** @param draft undefined: it was answered */
  readonly keep: (draft: Omit<Drafted, "at"> | undefined) => Promise<void>;
}

/** What stands in the file: the draft, and how many lines the case had then. */
type Written = Drafted & { readonly after?: number };

/**
 * @param path of the case
 * @param events of the case, as they come: a draft for which an answer came later was taken away, and a power cut brought it back
 * @param prove called before anything is written or taken away; what it throws keeps that from happening
 */
export function draftFile(
  { disk, vault, clock }: Tools,
  path: string,
  events: readonly (Event | Blank)[],
  seal: Seal,
  prove: () => void,
): DraftFile {
  const sealed = path.endsWith(SEALED);
  const place = `${nameOf(path)}.concept${sealed ? SEALED : ""}`;
  let last = Promise.resolve();
  let empty: boolean | undefined;

  const put = async (draft: Omit<Drafted, "at"> | undefined): Promise<void> => {
    if (draft === undefined && empty === true) return;
    prove();
    const content = draft === undefined ? undefined : Buffer.from(JSON.stringify({ at: clock(), ...draft, after: events.length }), "utf8");
    const bytes = content === undefined || !sealed ? content : await seal(content);
    onDisk(place, () => {
      if (bytes === undefined) remove(disk, place);
      else replace(disk, place, bytes);
      // What a change of how the case is kept left behind.
      remove(disk, twinOf(place));
    });
    empty = draft === undefined;
  };
  return {
    read: async () => {
      for (const from of [place, twinOf(place)]) {
        const bytes = onDisk(from, () => read(disk, from));
        if (bytes !== undefined) return draftIn(from.endsWith(SEALED) ? await vault.unseal(bytes) : bytes, events);
      }
      empty = true;
      return undefined;
    },
    // One after the other: a draft that is still being sealed must not come back after it was answered.
    keep: (draft) => {
      last = last.then(
        () => put(draft),
        () => put(draft),
      );
      return last;
    },
  };
}

function read(disk: Tools["disk"], path: string): Uint8Array | undefined {
  try {
    return disk.readFileSync(path);
  } catch (error) {
    if (codeOf(error) === "ENOENT") return undefined;
    throw error;
  }
}

/** A draft that cannot be read is none: it never counted. */
function draftIn(bytes: Uint8Array, events: readonly (Event | Blank)[]): Drafted | undefined {
  try {
    const written: unknown = JSON.parse(Buffer.from(bytes).toString("utf8"));
    if (typeof written !== "object" || written === null || !("q" in written && "at" in written)) return undefined;
    const { after = events.length, ...draft } = written as Written;
    // A later chapter can take over an answer to a question of the same name.
    const isAnswer = ({ ch, body }: Event | Blank): boolean => ch === draft.ch && body !== null && "q" in body && body.q === draft.q;
    return events.slice(after).some(isAnswer) ? undefined : draft;
  } catch {
    return undefined;
  }
}
