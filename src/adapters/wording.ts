/** What looks at the words of a text: the shipped words with those of the organisation; and the texts that are looked at. */
import { UsageDefect } from "../core/defect.ts";
import { language } from "../core/language/language.ts";
import { lint } from "../core/language/lint.ts";
import { words } from "../core/nl-language.ts";
import type { Organisation, Wording } from "../ports.ts";
import { readText } from "./files.ts";
import { languageSource } from "./language.ts";

/** @param root the folder of the package. @throws FlowDefect when flows/taal.yaml is wrong */
export async function wording(root: string, organisation: Organisation | undefined): Promise<Wording> {
  const made = language(await languageSource(root), organisation?.wording.words, words.own);
  return { lint: (kind, text) => lint(made, kind, text), tips: organisation?.wording.tips ?? true };
}

const STDIN = 0;

/** @param name a path, or - for stdin. @throws UsageDefect when it is no text */
export function textOf(name: string): string {
  const refuse = (why: string): UsageDefect => new UsageDefect(words.lint.notRead(why));
  const text = readText(name, refuse, name === "-" ? STDIN : name);
  if (text.includes("\0")) throw refuse(words.lint.noText(name));
  return text;
}
