import { fold, type Case } from "../core/case.ts";
import { isPrivate } from "../core/chapters.ts";
import { EXIT, UsageDefect } from "../core/defect.ts";
import { nl } from "../core/nl.ts";
import type { World } from "../ports.ts";

/**
 * Keeps a case encrypted from now on; one that is already so, is encrypted anew, to who may open it now.
 * @param extra recipients besides the user and those of the organisation
 * @returns the exit code
 */
export async function encrypt(world: World, name: string, extra: readonly string[]): Promise<number> {
  if (world.keys.recipient() === undefined) throw new UsageDefect(nl.key.makeFirst(`${world.program} key new`));
  return keep(world, name, true, (state) => recipientsOf(world, state, extra));
}

/** Keeps a case readable from now on. Whoever can open the folder can then read it. @returns the exit code */
export const decrypt = (world: World, name: string): Promise<number> => keep(world, name, false, () => Promise.resolve([]));

async function keep(world: World, name: string, encrypted: boolean, whoOf: (state: Case) => Promise<readonly string[]>): Promise<number> {
  const journal = await world.cases.open(name);
  try {
    const state = fold(journal.events);
    const recipients = await whoOf(state);
    if (!encrypted && !world.cases.isEncrypted(journal.path)) {
      world.tell(nl.key.alreadyReadable);
      return EXIT.fine;
    }
    await journal.keepAs(encrypted, recipients);
    world.tell(encrypted ? nl.key.encrypted(recipients.length) : nl.key.readable(state.exercise));
    return EXIT.fine;
  } finally {
    journal.close();
    world.out(`${journal.path}\n`);
  }
}

/**
 * Who can open a case besides the user: those of the organisation, and those named now. Of what is for the user alone: nobody.
 * @throws UsageDefect for a wrong key, or for any key when it is for the user alone
 */
export async function recipientsOf(world: World, state: Case, extra: readonly string[]): Promise<readonly string[]> {
  if (isPrivate(state)) {
    if (extra.length > 0) throw new UsageDefect(nl.key.alone);
    return [];
  }
  const ours = (await world.organisation())?.recipients ?? [];
  for (const [i, one] of extra.entries()) if (!(await world.keys.isRecipient(one))) throw new UsageDefect(nl.key.wrongRecipient(i + 1));
  for (const { role, key } of ours) if (!(await world.keys.isRecipient(key))) throw new UsageDefect(nl.key.wrongOrganisation(role));
  return [...new Set([...ours.map(({ key }) => key), ...extra])];
}
