/** The shipped words, ready to be looked for. */
import { join } from "node:path";
import { authorLanguage } from "../../../src/adapters/authored.ts";
import type { LanguageSource } from "../../../src/core/formats.ts";
import { language, type OwnWord, type TextKind } from "../../../src/core/language/language.ts";
import { lint } from "../../../src/core/language/lint.ts";

export const source: LanguageSource = authorLanguage(join(import.meta.dirname, "..", "..", "..", "flows", "taal.yaml"));
export const shipped = language(source);

/** class: words, in the order of the text. */
export const found = (text: string, kind: TextKind = "signalen", own: readonly OwnWord[] = []): readonly string[] =>
  lint(own.length === 0 ? shipped : language(source, own), kind, text).map(({ of, words }) => `${of.id}: ${words}`);
