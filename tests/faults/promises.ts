/** What must hold after a fault, for the next session that opens the case. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { expect } from "vitest";
import { isSealed } from "../../src/adapters/key.ts";
import { fold } from "../../src/core/case.ts";
import type { Blank, Event } from "../../src/core/event.ts";
import { markdown } from "../../src/export/markdown.ts";
import type { Drafted, Journal } from "../../src/ports.ts";
import { calm } from "./disk.ts";
import { answers, casesOn, documentOf, nothing, ofScript, planned, play, type Draft, type Known, type Room } from "./script.ts";
import { isVeiledTo, veil } from "./vaults.ts";

/** Higher than the number of any process. */
const NOBODY = 2 ** 22 + 1;
/** Of what was said; not one file beside an encrypted case may have it. */
const WORD = "verhaal";

/** The names of the files that hold the case: two when a change of how it is kept was cut off. */
export const filesOf = ({ folder }: Room): readonly string[] =>
  existsSync(folder) ? readdirSync(folder).filter((name) => /\.jsonl(\.age)?$/.test(name)) : [];

/** The process that had the case is gone: its lock says so from now on. */
export function bury({ folder }: Room): void {
  for (const name of existsSync(folder) ? readdirSync(folder) : []) {
    if (!/\.lock|\.uitvoer$/.test(name)) continue;
    const path = join(folder, name);
    const text = readFileSync(path, "utf8");
    if (text.endsWith("}")) writeFileSync(path, JSON.stringify({ ...(JSON.parse(text) as object), pid: NOBODY }));
  }
}

/**
 * Opens the case as the next session does, holds it against what the user knows, and does the rest of the script.
 * @returns the record, without what tells how it came to be
 */
export async function takenUp(room: Room, known: Known, at?: string): Promise<string> {
  const { path } = documentOf(room);
  expect(known.documents).toContain(existsSync(path) ? readFileSync(path, "utf8") : undefined);
  const isThere = filesOf(room).length > 0;
  if (!isThere) expect(known.acked).toBe(0);
  await play(room, calm, { ...known }, isThere ? { at, found: (journal) => inspect(room, known, journal) } : {});
  // What was left behind before there was a case, goes when it is opened.
  if (!isThere) await play(room, calm, nothing());
  return record(room);
}

async function inspect(room: Room, { acked, trying, drafts }: Known, journal: Journal): Promise<void> {
  const events = ofScript(journal);
  expect(events.length).toBeGreaterThanOrEqual(acked);
  expect(events.length).toBeLessThanOrEqual(acked + trying);
  expect(events.map(asPlanned)).toEqual(planned(events.length));
  // A draft for which an answer came is none, whether it was taken away yet or not.
  const due = drafts.map(({ draft, after }) => (draft !== undefined && answers(draft, after, events.length) ? undefined : draft));
  const draft = await journal.draft();
  expect(due).toContainEqual(draft === undefined ? undefined : without(draft));
  beside(room, journal);
}

/** The folder of an open case: no leftover, and not a word that is readable where it should not be. */
function beside(room: Room, { path, events }: Journal): void {
  const encrypted = path.endsWith(".age");
  const kept = events.findLast((event) => event.type === "kept" && event.body !== null)?.body;
  expect(kept?.encrypted ?? false, "what the case says of how it is kept").toBe(encrypted);
  expect(filesOf(room)).toEqual([basename(path)]);
  if (encrypted && room.vault === veil) expect(isVeiledTo(readFileSync(path), kept?.recipients ?? []), "who can open it").toBe(true);
  const document = basename(documentOf(room).path);
  for (const name of readdirSync(room.folder).filter((one) => one !== document)) {
    expect(name).not.toMatch(/\.tmp$|\.lock\.|\.uitvoer$/);
    const bytes = readFileSync(join(room.folder, name));
    expect(isSealed(bytes), name).toBe(name.endsWith(".age"));
    if (encrypted) expect(bytes.includes(WORD), name).toBe(false);
  }
}

/** Of a case that went through the whole script. */
async function record(room: Room): Promise<string> {
  const here = casesOn(room, calm);
  const { path, last } = documentOf(room);
  const [file = ""] = here.list();
  const { events, torn } = await here.read(file);
  expect(torn).toBe(0);
  expect(readFileSync(path, "utf8")).toBe(last);
  const names = readdirSync(room.folder).filter((name) => !/\.torn-\d+(\.age)?$/.test(name));
  expect(names).toEqual([basename(file), basename(path)]);
  const text = markdown(fold(events));
  return text.slice(0, text.lastIndexOf("\n## "));
}

/** The record of a session in which nothing goes wrong. */
export async function undisturbed(room: Room, disk = calm): Promise<string> {
  await play(room, disk, nothing());
  return record(room);
}

const asPlanned = ({ type, ch, body }: Event | Blank): unknown => ({
  type,
  ch,
  body: type === "erased" && body !== null ? { ...body, line: 0 } : body,
});
const without = ({ at: _, ...draft }: Drafted): Draft => draft;
