/** `meldcode export FILE` and no option: the command that other programs run often, without the command line and what only writing needs. */
import { readFrom } from "./adapters/cases.ts";
import { say, sayLines, told } from "./adapters/output.ts";
import { fold } from "./core/case.ts";
import { Defect, EXIT } from "./core/defect.ts";
import { nl } from "./core/nl.ts";
import { markdown } from "./export/markdown.ts";

/**
 * The same as main(["export", name]); a test holds them equal.
 * @returns the exit code; undefined for an encrypted case, which is not read in one go, and for one that cannot be shown
 */
export function exportOnly(name: string): number | undefined {
  try {
    const read = readFrom(name, process.env);
    if (read === undefined) return undefined;
    const { path, events, torn } = read;
    if (torn > 0) sayLines(nl.journal.torn(path));
    say(markdown(fold(events)));
    return EXIT.fine;
  } catch (error) {
    // Whose fault it is, the other way finds out.
    return error instanceof Defect ? told(error) : undefined;
  }
}
