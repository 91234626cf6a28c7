/** In which sector she works, asked once: the case goes on with the framework of that sector. */
import type { NewEvent } from "../core/event.ts";
import { nl } from "../core/nl.ts";
import { words } from "../core/nl-organisation.ts";
import type { Prompt, World } from "../ports.ts";
import { begun, tailoring } from "./framed.ts";

/**
 * Asks it, unless there is a profile that says it.
 * @param say writes down that the chapter goes on in that sector
 */
export async function frame(world: World, prompt: Prompt, say: (event: NewEvent) => Promise<void>): Promise<"on" | "back" | "stop"> {
  if ((await world.organisation()) !== undefined) return "on";
  const reply = await prompt.choose(words.sectorMenu);
  if (reply.kind !== "answer") return reply.kind;
  const sector = reply.value;
  const definition = await world.definition("meldcode", tailoring(sector, undefined));
  await say(begun(1, definition, sector, undefined));
  world.write(world.profile, words.remember(sector), false);
  prompt.tell(...nl.framework.follows(definition.edition.flow.framework), words.remembered(world.profile));
  return "on";
}
