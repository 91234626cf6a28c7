/** Whether a case is kept encrypted, asked once: going on without is a choice, and is written down. */
import type { Case } from "../core/case.ts";
import { walkOf } from "../core/chapter.ts";
import { Stopped, UsageDefect } from "../core/defect.ts";
import { nl } from "../core/nl.ts";
import type { Prompt, World } from "../ports.ts";
import { recipientsOf } from "./encrypt.ts";
import { makeKey } from "./key.ts";

/** A real case about which it was never said. Not while there is direct danger: then what can wait, waits. */
export function isUndecided({ exercise, incidents, chapters }: Case): boolean {
  const last = chapters.at(-1);
  if (exercise || last === undefined || last.answers.size === 0 || incidents.some(({ type }) => type === "kept")) return false;
  return walkOf(last).deferred.length === 0;
}

/**
 * Asks it, and makes a key when there is none.
 * @param keepAs writes down what she chose, and does it
 */
export async function offer(
  world: World,
  prompt: Prompt,
  state: Case,
  keepAs: (encrypted: boolean, recipients: readonly string[]) => Promise<void>,
): Promise<"on" | "back" | "stop"> {
  const hasKey = world.keys.recipient() !== undefined;
  const reply = await prompt.choose(nl.key.offer(hasKey));
  if (reply.kind !== "answer") return reply.kind;
  if (reply.value === "zonder") {
    await keepAs(false, []);
    return "on";
  }
  try {
    if (!hasKey) await makeKey({ keys: world.keys, tell: prompt.tell }, (title) => secretOf(prompt, title));
    await keepAs(true, await recipientsOf(world, state, []));
    prompt.tell(nl.key.encrypted(0));
    return "on";
  } catch (error) {
    // She stopped, or there is half a key: her answers come first, and the case can be encrypted later.
    if (!(error instanceof Stopped || error instanceof UsageDefect)) throw error;
    if (error instanceof UsageDefect) prompt.tell(error.message);
    prompt.tell(nl.key.notNow);
    return "on";
  }
}

async function secretOf(prompt: Prompt, title: string): Promise<string> {
  const reply = await prompt.secret(title);
  if (reply.kind === "answer") return reply.value;
  throw new Stopped(nl.key.stopped, 0);
}
