/** Choosing in lines: one, several, or that something was read. */
import { nl } from "../../core/nl.ts";
import { accepts, type Value } from "../../core/value.ts";
import type { Asking, Menu } from "../../ports.ts";
import { choice } from "../prompts/choice.ts";
import { choices } from "../prompts/choices.ts";
import { menu } from "../prompts/menu.ts";
import { notice } from "../prompts/notice.ts";
import { cursorAt, type Cursor } from "../prompts/rows.ts";
import type { Sheet } from "../prompts/sheet.ts";
import { pick, pickSeveral } from "./pick.ts";
import { pressed } from "./sheet.ts";
import type { Talk, Turn } from "./talk.ts";

const ENTER = { name: "enter" } as const;
const NONE = "0";

/** A question: what was answered is kept with Enter, and an optional one skipped. */
export function askOne(asking: Asking): Talk<Value | null> {
  const { askable, options, current } = asking;
  const sheet = choice(asking);
  const texts = [...options.map(({ text }) => text), ...(askable.required ? [] : [nl.prompt.skip])];
  // As in the other face, an Enter chooses nothing that was not chosen before.
  const at = current === undefined && !askable.required ? options.length : sheet.start.at;
  const enter = at < 0 ? undefined : current === undefined ? nl.linear.skip : nl.linear.keep;
  return { ...one(sheet, texts, enter, at), help: helpOf(asking), rows: [...numbered(texts), ...standing(asking, sheet.words)] };
}

/** A choice about the walk: Enter is the first, where one is ready. */
export function askMenu(asked: Menu): Talk<string> {
  const texts = asked.options.map(({ text }) => text);
  const sheet = menu(asked);
  const talk = one(sheet, texts, texts.length > 1 && sheet.start.at >= 0 ? nl.linear.first : undefined, sheet.start.at);
  // Entries have numbers of their own.
  return asked.lines.length === 0 ? talk : { ...talk, rows: [nl.linear.choices, ...talk.rows] };
}

function one<T>(sheet: Sheet<Cursor, T>, texts: readonly string[], enter: string | undefined, start: number): Talk<T> {
  const take = (at: number): Turn<T> =>
    pressed(sheet, cursorAt(at), ENTER, (value) => (value === null ? nl.linear.skipped : nl.linear.chosen(sheet.words(value))));
  return {
    head: sheet.head,
    rows: numbered(texts),
    help: [],
    how: () => [nl.linear.one(texts.length), ...(enter === undefined ? [] : [enter])].join(" "),
    hear: ({ text }) => {
      if (text.trim() === "") return start < 0 ? { said: [nl.linear.chooseFirst] } : take(start);
      const picked = pick(text, texts);
      return "at" in picked ? take(picked.at) : { said: [picked.why] };
    },
  };
}

export function askSeveral(asking: Asking): Talk<Value | null> {
  const { askable, options, current } = asking;
  const sheet = choices(asking);
  const texts = [...options.map(({ text }) => text), ...(askable.required ? [] : [nl.prompt.skip])];
  const canBeNone = askable.required && accepts(askable, []) === null;
  const enter = current !== undefined ? nl.linear.keep : askable.required ? undefined : nl.linear.skip;
  const skips = (all: readonly number[]): boolean => all.includes(options.length);
  const take = (all: readonly number[]): Turn<Value | null> => {
    const alone = all.map((i) => options[i]).find((option) => option?.exclusive === true);
    if (alone !== undefined && all.length > 1) return { said: [nl.linear.alone(alone.text)] };
    if (skips(all) && all.length > 1) return { said: [nl.linear.alone(nl.prompt.skip)] };
    const ids = new Set(all.flatMap((i) => options[i]?.id ?? []));
    return pressed(sheet, { ...cursorAt(skips(all) ? options.length : 0), ids, sure: true }, ENTER, (value) =>
      value === null ? nl.linear.skipped : nl.linear.chosen(sheet.words(value)),
    );
  };
  return {
    head: sheet.head,
    rows: [...numbered(texts), ...standing(asking, sheet.words)],
    help: helpOf(asking),
    how: () => [nl.linear.several, ...(canBeNone ? [nl.linear.noneOf] : []), ...(enter === undefined ? [] : [enter])].join(" "),
    hear: ({ text }) => {
      if (text.trim() === "" && Array.isArray(current)) return take(options.flatMap(({ id }, i) => (current.includes(id) ? [i] : [])));
      if (text.trim() === "") return askable.required ? { said: [nl.linear.chooseFirst] } : take([options.length]);
      if (canBeNone && text.trim() === NONE) return take([]);
      const picked = pickSeveral(text, texts);
      return "all" in picked ? take(picked.all) : { said: [picked.why] };
    },
  };
}

export function askNotice(asking: Asking): Talk<Value | null> {
  const sheet = notice(asking);
  return {
    head: sheet.head,
    rows: [],
    help: [],
    how: () => nl.linear.notice,
    hear: ({ text }) => (text.trim() === "" ? pressed(sheet, null, ENTER, () => "") : { said: [] }),
  };
}

const numbered = (texts: readonly string[]): readonly string[] => texts.map((text, i) => nl.linear.numbered(i + 1, text));

/** What was answered before. */
const standing = ({ current }: Asking, words: (value: Value | null) => string): readonly string[] =>
  current === undefined ? [] : [`${nl.linear.current} ${words(current)}`];

const helpOf = ({ options }: Asking): readonly string[] =>
  options.flatMap(({ text, help }) => (help === undefined ? [] : [`${nl.prompt.colon(text)}${help.trim()}`]));
