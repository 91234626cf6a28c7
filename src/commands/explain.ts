import { EXIT, UsageDefect } from "../core/defect.ts";
import { nearest } from "../core/near.ts";
import type { World } from "../ports.ts";

/** Says what a code of `flow check` means; without one, which there are. @returns the exit code */
export async function flowExplain(world: World, code: string | undefined): Promise<number> {
  // Large, and only needed here.
  const { words } = await import("../core/nl-check.ts");
  const { codes, explained, explanations, isCode } = await import("../core/nl-explain.ts");
  if (code !== undefined && !isCode(code)) throw new UsageDefect(words.unknownCode(code, nearest(code, Object.keys(explanations))));
  world.out(code === undefined ? codes() : explained(code));
  return EXIT.fine;
}
