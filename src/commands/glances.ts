/** All cases in the folder, each at a glance. */
import { fold } from "../core/case.ts";
import { Defect, Stopped } from "../core/defect.ts";
import { glance, type Glance } from "../core/glance.ts";
import { words } from "../core/nl-agenda.ts";
import type { World } from "../ports.ts";

/** A case, or why it could not be read. */
export type Seen =
  | { readonly path: string; readonly glance: Glance; readonly why?: never }
  | { readonly path: string; readonly glance?: never; readonly why: string };

/** How many that must be read are felt. */
const MANY = 500;

/** In the order of the folder. What cannot be read is named and hides nothing else. @throws Stopped when she stops at the passphrase */
export async function glances({ cases, version, tell }: World): Promise<readonly Seen[]> {
  const paths = cases.list();
  const catalogue = await cases.catalogue(paths, version);
  const known = new Map(paths.map((path) => [path, catalogue.known(path)]));
  const fresh = paths.filter((path) => known.get(path) === undefined);
  if (fresh.length >= MANY) tell(words.reading);
  const surveyed = await cases.survey(fresh);
  const seen: Seen[] = [];
  let read = 0;
  for (const path of paths) {
    const glance = known.get(path);
    seen.push(glance === undefined ? await look(path) : { path, glance });
    // So that a long first time need not begin again when it is cut off.
    if (glance === undefined && !surveyed.has(path) && ++read % MANY === 0) await catalogue.save(false);
  }
  await catalogue.save(true);
  return seen;

  async function look(path: string): Promise<Seen> {
    try {
      const now = surveyed.get(path) ?? glance(fold(await cases.skim(path)));
      catalogue.keep(path, now);
      return { path, glance: now };
    } catch (error) {
      const why = await cases.blamed(error);
      // She stopped at the passphrase: she is not asked it again for the next case.
      if (!(why instanceof Defect) || why instanceof Stopped) throw why;
      return { path, why: why.message };
    }
  }
}
