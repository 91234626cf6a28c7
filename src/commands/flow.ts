import { EXIT } from "../core/defect.ts";
import { build } from "../core/flow.ts";
import { template } from "../core/template.ts";
import type { World } from "../ports.ts";

/** Prints an answers file with every question of a flow. @returns the exit code */
export async function flowTemplate(world: World, id: string, sector?: string): Promise<number> {
  const { edition } = await world.definition(id, { sector });
  world.out(template(build(edition)));
  return EXIT.fine;
}
