/** The name of a file stands in lists that others see: it should say nothing of what is in it. */
import { fold, wordsOf } from "../../core/leak/fold.ts";
import { words } from "../../core/nl-documents.ts";

/** Whether the name of a file, without its folder, tells what it is or for whom. @param voor the role of whom it is for */
export function isTelling(path: string, voor: string | undefined): boolean {
  const name = fold(path.split(/[\\/]/).at(-1) ?? "");
  const roles = wordsOf(fold(voor ?? "")).map(({ text }) => text);
  return [...words.tellingWords, ...roles.filter((role) => role.length > 2)].some((word) => name.includes(word));
}
