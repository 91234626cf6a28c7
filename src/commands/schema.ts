import { EXIT } from "../core/defect.ts";
import { build } from "../core/flow.ts";
import type { World } from "../ports.ts";

/** Prints the JSON Schema of the answers to a flow. @returns the exit code */
export async function flowSchema(world: World, id: string, sector?: string): Promise<number> {
  // Only needed here: nothing else may have to load it.
  const { fileSchema } = await import("../core/schema.ts");
  const { edition } = await world.definition(id, { sector });
  world.out(`${JSON.stringify(fileSchema(build(edition)), null, 2)}\n`);
  return EXIT.fine;
}
