import { EXIT } from "../core/defect.ts";
import type { TextKind } from "../core/language/language.ts";
import { spots } from "../core/language/spot.ts";
import { words } from "../core/nl-language.ts";
import { visible } from "../core/visible.ts";
import type { Reading } from "../ports.ts";

export interface LintOptions {
  readonly json: boolean;
  readonly kind: TextKind;
}

/**
 * Asks after words that say too little, in a text from elsewhere.
 * @param name a path, or - for stdin
 * @returns the exit code: found when there are any
 * @throws UsageDefect when it is no text
 */
export async function lint(world: Reading, name: string, { json, kind }: LintOptions): Promise<number> {
  const text = world.text(name);
  const spot = spots(text);
  const file = name === "-" ? words.lint.stdin : name;
  const remarks = (await world.wording()).lint(kind, text);
  if (json) {
    const findings = remarks.map(({ of, start, end, words: found, ask, sentence }) => ({
      ...spot(start),
      end: spot(end),
      class: of.id,
      title: of.title,
      words: found,
      ask,
      sentence: { ...spot(sentence.start), end: spot(sentence.end) },
    }));
    world.out(`${JSON.stringify({ file, kind, findings }, null, 2)}\n`);
  } else {
    const lines = remarks.map(({ of, start, ask }) => {
      const { line, column } = spot(start);
      return words.lint.line(file, line, column, ask.replace(/\s+/g, " "), of.id);
    });
    const end = remarks.length === 0 ? words.lint.none(file) : words.lint.some(remarks.length);
    world.out([...lines, end].map((line) => `${visible(line)}\n`).join(""));
  }
  return remarks.length === 0 ? EXIT.fine : EXIT.found;
}
