import { EXIT } from "../core/defect.ts";
import { nl } from "../core/nl.ts";
import type { World } from "../ports.ts";
import { glances, type Seen } from "./glances.ts";

/**
 * All cases in the folder, a line each: reference and status, never content.
 * @returns the exit code: journal when a case could not be read, as with `agenda`
 */
export async function list(world: World): Promise<number> {
  const seen = await glances(world);
  if (seen.length === 0) world.tell(nl.list.none(world.cases.folder));
  world.out(seen.map((one) => `${line(one)}\n`).join(""));
  return seen.every(({ why }) => why === undefined) ? EXIT.fine : EXIT.journal;
}

function line({ path, glance, why }: Seen): string {
  if (glance === undefined) return nl.list.unreadable(path, why);
  const { id, exercise, status, waiting } = glance;
  return nl.list.line(id, status === undefined ? nl.list.empty : nl.list.status(status, waiting), exercise, path);
}
