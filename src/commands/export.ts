import { fold } from "../core/case.ts";
import { EXIT } from "../core/defect.ts";
import { nl } from "../core/nl.ts";
import { json } from "../export/json.ts";
import { markdown } from "../export/markdown.ts";
import type { World } from "../ports.ts";

export interface ExportOptions {
  readonly format: "md" | "json";
  readonly output: string | undefined;
  readonly force: boolean;
}

/** The same data with what a terminal would obey as escapes. */
const plain = (text: string): string => text.replace(UNSEEN, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`);
const UNSEEN = /[\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/g;

/** Writes the record of a case to stdout or a file. Reads the case only. @returns the exit code */
export async function exportCase(world: World, name: string, { format, output, force }: ExportOptions): Promise<number> {
  const { path, events, torn } = await world.cases.read(name);
  if (torn > 0) world.tell(nl.journal.torn(path));
  const state = fold(events);
  const text = format === "json" ? `${plain(JSON.stringify(json(state), null, 2))}\n` : markdown(state);
  if (output === undefined) world.out(text);
  else world.write(output, text, force, path);
  return EXIT.fine;
}
