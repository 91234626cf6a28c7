import { EXIT, UsageDefect } from "../core/defect.ts";
import type { World } from "../ports.ts";
import { stopped } from "./erase.ts";

/**
 * Asks whether somebody can keep a paper safely.
 * @returns undefined when she can; else the exit code
 * @throws UsageDefect when there is nobody to ask
 */
export async function isKept(world: World, role: string): Promise<number | undefined> {
  const { keeping } = (await import("../core/nl-documents.ts")).words;
  if (world.prompt === undefined) throw new UsageDefect(keeping.needed(role));
  const prompt = await world.prompt();
  try {
    const reply = await prompt.choose({
      title: keeping.title(role),
      label: keeping.label,
      place: "",
      lines: [],
      help: keeping.help,
      outside: true,
      options: [
        { id: "nee", text: keeping.no },
        { id: "ja", text: keeping.yes },
      ],
    });
    if (reply.kind !== "answer") return stopped(world, prompt, reply);
    if (reply.value === "ja") return undefined;
    prompt.tell(keeping.notMade);
    return EXIT.unfinished;
  } finally {
    prompt.close();
  }
}
