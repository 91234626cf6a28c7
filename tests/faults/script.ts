/** One whole session with a case, as a script that can be taken up again wherever it broke off. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "vitest";
import { cases } from "../../src/adapters/cases.ts";
import type { Disk } from "../../src/adapters/disk.ts";
import type { Vault } from "../../src/adapters/vault.ts";
import { DiskDefect } from "../../src/core/defect.ts";
import type { Blank, Event, NewEvent } from "../../src/core/event.ts";
import type { Drafted, Journal } from "../../src/ports.ts";
import { NOW } from "../program.ts";
import { begun, choice, tiny } from "../tiny.ts";

/** A case of its own, in a folder of its own. */
export interface Room {
  readonly folder: string;
  readonly vault: Vault;
  /** How the case is kept from its first line on; the script turns it round, and back. */
  readonly encrypted: boolean;
}

export type Draft = Omit<Drafted, "at">;

/** What the user knows, and may count on. */
export interface Known {
  /** How many events of the script were acknowledged. */
  acked: number;
  /** How many more were on their way. */
  trying: number;
  /** The draft that was acknowledged last, and behind it one that was on its way; with the number of events there were. */
  drafts: readonly { readonly draft: Draft | undefined; readonly after: number }[];
  /** The same of the document. */
  documents: readonly (string | undefined)[];
}
export const nothing = (): Known => ({ acked: 0, trying: 0, drafts: [{ draft: undefined, after: 0 }], documents: [undefined] });

type Step =
  | { readonly say: readonly NewEvent[] }
  | { readonly draft: Draft | undefined }
  | { readonly erase: string }
  /** Keeps the case in the other way, in the way it began, or in the same way for other readers. */
  | { readonly turn: "over" | "back" | "anew" }
  | { readonly write: string; readonly force: boolean };

const GROUND = "Verzoek van de ouder";
const said = (q: string, value: string, reason?: string): NewEvent => ({
  type: "answered",
  ch: 1,
  body: { q, value, ...(reason === undefined ? {} : { reason }) },
});
const finished: NewEvent = { type: "finished", ch: 1, body: { outcome: "klaar", norms: {} } };
const entry = (item: string, naam: string): { q: string; item: string; value: { naam: string } } => ({ q: "namen", item, value: { naam } });

const edition = tiny([
  choice("soort"),
  { id: "verhaal", kind: "text", text: "verhaal" },
  { id: "namen", kind: "list", text: "namen", item: "naam", fields: [{ id: "naam", kind: "line", text: "naam" }] },
  { id: "gewist", kind: "text", text: "gewist" },
  choice("besluit"),
]);

const SCRIPT: readonly Step[] = [
  { say: [said("soort", "ja")] },
  { draft: { ch: 1, q: "verhaal", text: "Een half verhaal" } },
  { draft: { ch: 1, q: "verhaal", text: "Een half verhaal, en een regel\nmeer" } },
  { say: [said("verhaal", "Een heel verhaal.")] },
  { draft: undefined },
  { say: [{ type: "added", ch: 1, body: entry("namen-1", "Fout verhaal") }] },
  { draft: { ch: 1, q: "namen", entry: { naam: "Twee verhaal" }, field: "naam" } },
  {
    say: [
      { type: "added", ch: 1, body: entry("namen-2", "Twee") },
      { type: "changed", ch: 1, body: entry("namen-1", "Goed") },
      { type: "removed", ch: 1, body: { q: "namen", item: "namen-2", reason: "Dubbel" } },
      { type: "closed", ch: 1, body: { q: "namen" } },
    ],
  },
  { say: [said("gewist", "Dit verhaal had hier niet mogen staan."), said("besluit", "ja"), finished] },
  { erase: "gewist" },
  { draft: { ch: 1, q: "verhaal", text: "Een beter verhaal" } },
  { turn: "over" },
  { say: [said("verhaal", "Een beter verhaal.", "Vollediger"), finished] },
  { turn: "back" },
  { say: [{ type: "noted", ch: 1, body: { by: "Moeder", text: "Haar eigen verhaal." } }] },
  { turn: "anew" },
  { write: "Een verslag.\n", force: false },
  { write: "Een nieuwer verslag.\n", force: true },
];

/** The events that a step adds. Which line is erased depends on what happened to the file. */
const makes = (step: Step): readonly NewEvent[] =>
  "say" in step ? step.say : "erase" in step ? [{ type: "erased", ch: 0, body: { line: 0, ground: GROUND } }] : [];
const PLAN: readonly NewEvent[] = SCRIPT.flatMap(makes);

/** What stands in the file after so many events of the script. */
export function planned(count: number): readonly unknown[] {
  const events = PLAN.slice(0, count);
  const erased = events.some(({ type }) => type === "erased");
  return events.map((event) => (erased && event.type === "answered" && event.body.q === "gewist" ? { ...event, body: null } : event));
}
/** Whether one of the events between answers the question of a draft. */
export const answers = ({ q }: Draft, from: number, to: number): boolean =>
  PLAN.slice(from, to).some(({ body }) => "q" in body && body.q === q);

/** The events of a file that the script put there, not the recovery. */
export const ofScript = (journal: Journal): readonly (Event | Blank)[] =>
  journal.events.filter(({ type }) => !["opened", "begun", "kept", "recovered", "taken-over"].includes(type));
const done = (journal: Journal): number => ofScript(journal).length;

export const casesOn = (room: Room, disk: Disk): ReturnType<typeof cases> => cases(room.folder, { MELDCODE_NOW: NOW }, room.vault, disk);
export const documentOf = (room: Room): { readonly path: string; readonly last: string } => ({
  path: join(room.folder, "verslag.md"),
  last: "Een nieuwer verslag.\n",
});
const ONE = "age1yvwas2xj5xyg09ymzd053g8zatqzkn9u0j2q930g96zex8ypzcuqnwxgu3";
const OTHER = "age1duepnxw8r4jv8vdp2gemgu52z6cl9akl070zg2cmpm5pxk5klyfqtn5jj3";
const READERS = { first: [ONE], later: [ONE, OTHER] };

export interface Visit {
  /** The file to open, when there are two. */
  readonly at?: string | undefined;
  /** Sees the case as it is found. */
  readonly found?: (journal: Journal) => Promise<void>;
}

/**
 * Goes through the script from where the case stands, and notes what was acknowledged.
 * @throws what the disk threw; a refusal only when it is repeated
 */
export async function play(room: Room, disk: Disk, known: Known, { at, found }: Visit = {}): Promise<void> {
  const here = casesOn(room, disk);
  const journal = await insist(async () => {
    const [there] = here.list();
    if (there !== undefined) return here.open(at ?? there);
    return here.create(true, (id) => [
      ...begun(edition).map((event) => (event.type === "opened" ? { ...event, body: { ...event.body, id } } : event)),
      ...(room.encrypted ? [{ type: "kept", ch: 0, body: { encrypted: true, recipients: READERS.first } } as const] : []),
    ]);
  });
  try {
    await found?.(journal);
    let place = 0;
    for (const step of SCRIPT) {
      const from = place;
      place += makes(step).length;
      const now = done(journal);
      if (now < place) await tell(journal, step, from, known);
      else if (place === from && now === from) await act(room, journal, here.write, step, known);
    }
  } finally {
    journal.close();
  }
}

/** Says the events of a step that do not stand yet. */
async function tell(journal: Journal, step: Step, from: number, known: Known): Promise<void> {
  known.acked = done(journal);
  await insist<unknown>(() => {
    const events = makes(step).slice(done(journal) - from);
    known.trying = events.length;
    if (!("erase" in step)) return journal.append(events);
    const line = journal.events.findLast((event) => event.type === "answered" && event.body?.q === step.erase)?.n ?? 0;
    return journal.erase(line, GROUND);
  });
  known.acked = done(journal);
  known.trying = 0;
}

/** What adds no event of the script. */
async function act(room: Room, journal: Journal, write: ReturnType<typeof cases>["write"], step: Step, known: Known): Promise<void> {
  if ("draft" in step) {
    const fresh = { draft: step.draft, after: done(journal) };
    known.drafts = [...known.drafts.slice(0, 1), fresh];
    await insist(() => journal.keep(step.draft));
    known.drafts = [fresh];
  }
  if ("turn" in step) {
    const encrypted = (step.turn === "over") !== room.encrypted;
    const readers = encrypted ? READERS[step.turn === "anew" ? "later" : "first"] : [];
    await insist(async () => {
      const kept = journal.events.findLast((event) => event.type === "kept" && event.body !== null);
      const isSo = journal.path.endsWith(".age") === encrypted && (kept?.body.recipients.length ?? 0) === readers.length;
      if (!isSo || (step.turn === "anew" && !encrypted)) await journal.keepAs(encrypted, readers);
    });
  }
  if ("write" in step) {
    const { path } = documentOf(room);
    const there = existsSync(path) ? readFileSync(path, "utf8") : undefined;
    known.documents = [there, step.write];
    await insist(() => {
      // A disk that breaks down in the middle may leave it, whole.
      if (step.force || !existsSync(path)) write(path, step.write, step.force, journal.path);
    });
    known.documents = [step.write];
  }
}

/** Tries once more after a refusal of the disk. What then refuses again, goes on refusing. */
async function insist<T>(action: () => T | Promise<T>): Promise<T> {
  const attempt = async (): Promise<T> => action();
  try {
    return await attempt();
  } catch (refusal) {
    if (!(refusal instanceof DiskDefect)) throw refusal;
  }
  try {
    return await attempt();
  } catch (refusal) {
    expect(refusal).toBeInstanceOf(DiskDefect);
    await expect(attempt()).rejects.toBeInstanceOf(DiskDefect);
    throw refusal;
  }
}
