/** A case of a tiny flow on the disk: it carries its flow, so the program goes on with it as with any other. */
import { cases } from "../../src/adapters/cases.ts";
import { disk } from "../../src/adapters/disk.ts";
import { vault } from "../../src/adapters/vault.ts";
import type { Edition } from "../../src/core/formats.ts";
import { begun } from "../tiny.ts";

/** @returns the path of an exercise in which nothing is answered */
export async function keptCase(folder: string, edition: Edition): Promise<string> {
  const keys = vault(disk, folder, () => Promise.resolve(undefined));
  const journal = await cases(folder, { MELDCODE_NOW: "2026-11-21T10:00:00+01:00" }, keys).create(true, (id) =>
    begun(edition).map((event) => (event.type === "opened" ? { ...event, body: { ...event.body, id } } : event)),
  );
  journal.close();
  return journal.path;
}
