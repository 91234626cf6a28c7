/** For the benchmark: a case of 2,000 events, kept readable and encrypted, and what one answer more costs in it. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { cases } from "../src/adapters/cases.ts";
import { disk } from "../src/adapters/disk.ts";
import { vault } from "../src/adapters/vault.ts";
import { fold } from "../src/core/case.ts";
import type { NewEvent } from "../src/core/event.ts";

const EVENTS = 2000;
const PASSPHRASE = "een wachtzin om mee te meten";

/**
 * @param source a readable finished case that it grows from: its list entries are changed, over and over
 * @returns the paths, and the milliseconds each save took
 */
export async function large(
  folder: string,
  source: string,
): Promise<{ plain: string; sealed: string; plainSaves: number[]; sealedSaves: number[] }> {
  const keys = vault(disk, folder, () => Promise.resolve(PASSPHRASE));
  if (!existsSync(join(folder, "sleutel.age"))) await keys.make(PASSPHRASE);
  const all = cases(folder, {}, keys);
  const { events } = await all.read(source);
  const state = fold(events);
  const signals = state.chapters[0]?.answers.get("signalen");
  const item = signals?.kind === "list" ? signals.items[0] : undefined;
  if (item === undefined) throw new Error(`${source} has no signals`);
  const change = (i: number): NewEvent => ({
    type: "changed",
    ch: 1,
    body: {
      q: "signalen",
      item: item.id,
      value: { ...item.value, wat: `Op 3 mei zag ik ${String(i)} blauwe plekken op zijn arm.` },
      reason: "Verteld.",
    },
  });
  const first = events.flatMap((event) => (event.body === null ? [] : [{ type: event.type, ch: event.ch, body: event.body } as NewEvent]));
  const grown = async (encrypted: boolean): Promise<{ path: string; saves: number[] }> => {
    const journal = await all.create(false, () => [...first.toSpliced(1, 0, { type: "kept", ch: 0, body: { encrypted, recipients: [] } })]);
    await journal.append(Array.from({ length: EVENTS - first.length - 20 }, (_, i) => change(i)));
    const saves: number[] = [];
    for (let i = 0; i < 20; i++) {
      const begun = performance.now();
      await journal.append([change(-1 - i)]);
      saves.push(performance.now() - begun);
    }
    journal.close();
    return { path: journal.path, saves };
  };
  const plain = await grown(false);
  const sealed = await grown(true);
  return { plain: plain.path, sealed: sealed.path, plainSaves: plain.saves, sealedSaves: sealed.saves };
}
