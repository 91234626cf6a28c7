/** Typing in lines: one line that is the answer, or a text of many. */
import type { Draft } from "../../core/edit.ts";
import { dayKind, weekdayDate } from "../../core/day.ts";
import { nl } from "../../core/nl.ts";
import { clean, type Value } from "../../core/value.ts";
import type { Asking } from "../../ports.ts";
import type { Edited } from "../editor.ts";
import { date } from "../prompts/date.ts";
import { line } from "../prompts/line.ts";
import { number } from "../prompts/number.ts";
import type { Move, Sheet } from "../prompts/sheet.ts";
import { text } from "../prompts/text.ts";
import type { Words } from "./heard.ts";
import { LONGEST } from "./lines.ts";
import { NOWHERE } from "./sheet.ts";
import type { Talk, Turn } from "./talk.ts";

/** Where a text comes from and goes to. */
export interface Desk {
  /** What was typed here before and not answered. */
  readonly draft: string | undefined;
  /** yyyy-mm-dd */
  readonly today: string;
  /** Told of what was typed and is no answer yet. */
  readonly watch: (text: string) => void;
  /** Whether more lines come in the same breath. */
  readonly more: () => Promise<boolean>;
  /** The user's own editor; undefined where there can be none. */
  readonly edit: ((text: string) => Promise<Edited>) | undefined;
}

/** A talk with something typed in it. */
export interface Writing extends Talk<Value | null> {
  /** What was typed and is no answer; undefined when that is nothing new. */
  readonly unsaid: () => string | undefined;
}

type Written = Sheet<Draft, Value | null>;

const STOP = ".";
const ANEW = "-";
const EDITOR = "*";

/** A line, a date or a number. */
export function writeLine(asking: Asking, { draft, today, watch }: Desk): Writing {
  const { askable } = asking;
  const sheet = sheetOf(asking, today);
  const start = draft ?? sheet.typed?.saved ?? "";
  let typed = "";
  let doubted: Draft | undefined;

  const take = (state: Draft, how: (value: Value | null) => string | undefined): Turn<Value | null> => {
    const move = submitted(sheet, state);
    if ("reply" in move) return answered(move, how);
    typed = state.text.trimEnd();
    if (typed !== "") watch(typed);
    doubted = move.state.sure === undefined ? undefined : move.state;
    // What the other face shows below the text: the day that is meant, or that it is not one day.
    const hint = sheet.draw(state, NOWHERE).hint;
    const more = hint === undefined || hint === sheet.draw(asDraft(""), NOWHERE).hint ? [] : [hint];
    return { said: doubted === undefined && more.length > 0 ? more : [...more, ...(move.message === undefined ? [] : [move.message])] };
  };
  const said = (value: Value | null): string | undefined => {
    if (value === null) return nl.linear.skipped;
    if (askable.kind === "line") return undefined;
    return nl.linear.written(askable.kind === "date" ? weekdayDate(String(value)) : sheet.words(value));
  };
  return {
    head: sheet.head,
    rows: standing(draft ?? (start === "" ? "" : sheet.words(asking.current ?? null)), draft),
    help: askable.kind === "date" ? [nl.prompt.dateHint(dayKind(askable))] : [],
    how: () =>
      [
        ...(askable.kind === "date" ? [nl.linear.date(dayKind(askable))] : []),
        ...(askable.kind === "number" ? [nl.linear.number(askable.unit)] : []),
        ...(askable.kind === "line" ? [nl.linear.line] : []),
        ...(start === "" ? [] : [nl.linear.keep]),
        ...(askable.required ? [] : [start === "" ? nl.linear.skip : nl.linear.empty]),
      ].join(" "),
    hear: ({ text: words, literal }) => {
      if (words.trim() === "" && doubted !== undefined) return take(doubted, said);
      if (words.trim() === "") return take(asDraft(start), start === "" ? said : () => nl.linear.kept);
      if (words.trim() === ANEW && !literal && !askable.required) return take(asDraft(""), said);
      return take(asDraft(clean(words)), said);
    },
    unsaid: () => (typed === "" ? draft : typed),
  };
}

/** A text of several lines. It ends with a line that is only a full stop, or with two empty lines that nothing follows. */
export function writeText(asking: Asking, { draft, watch, more, edit }: Desk): Writing {
  const { askable } = asking;
  const sheet = text(asking, undefined);
  let base = draft ?? sheet.typed?.saved ?? "";
  let lines: readonly string[] = [];

  const whole = (): string => [...(base === "" ? [] : [base]), ...lines].join("\n").replace(/(?:\n[^\S\n]*)+$/u, "");
  const finish = (kept = false): Turn<Value | null> => {
    const all = whole();
    const move = submitted(sheet, asDraft(all));
    if ("reply" in move) return answered(move, (value) => (value === null ? nl.linear.skipped : kept ? nl.linear.kept : undefined));
    base = all.trim() === "" ? "" : all;
    lines = [];
    return { said: move.message === undefined ? [] : [move.message] };
  };
  const first = async ({ text: words, literal }: Words): Promise<{ readonly turn: Turn<Value | null> } | undefined> => {
    if (words.trim() === "") return { turn: finish(base !== "") };
    if (words.trim() === ANEW && !literal && base !== "") {
      base = "";
      watch("");
      return { turn: { said: [nl.linear.anew] } };
    }
    if (words.trim() !== EDITOR || literal || edit === undefined) return undefined;
    const edited = await edit(base);
    if ("why" in edited) return { turn: { said: [edited.why] } };
    base = edited.text;
    watch(base);
    return { turn: { said: [nl.linear.edited(base === "" ? 0 : base.split("\n").length)] } };
  };
  return {
    head: sheet.head,
    rows: standing(base, draft),
    many: true,
    help: [nl.linear.many, ...(edit === undefined ? [] : [nl.linear.editor])],
    how: () =>
      [nl.linear.text, ...(base === "" ? (askable.required ? [] : [nl.linear.skip]) : [nl.linear.keep, nl.linear.behind])].join(" "),
    hear: async (words) => {
      const begun = lines.length > 0 ? undefined : await first(words);
      if (begun !== undefined) return begun.turn;
      if (words.text.trimEnd() === STOP && !words.literal) return finish();
      const isSecondBlank = words.text.trim() === "" && lines.at(-1)?.trim() === "";
      if (isSecondBlank && !(await more())) return finish();
      const added = clean(words.text);
      lines = [...lines, added];
      watch(whole());
      return Buffer.byteLength(words.text) < LONGEST ? undefined : { said: [nl.linear.cut] };
    },
    unsaid: () => (whole() === (sheet.typed?.saved ?? "") ? undefined : whole()),
  };
}

/** The sheet of the other face: it knows what a text says, and what it can be. */
function sheetOf(asking: Asking, today: string): Written {
  switch (asking.askable.kind) {
    case "date":
      return date(asking, undefined, today);
    case "number":
      return number(asking, undefined);
    default:
      return line(asking, undefined);
  }
}

/** Ends in a line feed, which is no part of the answer: on its last line nothing is left that could mean "back". */
const submitted = (sheet: Written, draft: Draft): Move<Draft, Value | null> => sheet.press(draft, { name: "submit" }, NOWHERE);
const asDraft = (typed: string): Draft => ({ text: `${typed}\n`, cursor: typed.length + 1 });

function answered(
  { reply }: Extract<Move<Draft, Value | null>, { readonly reply: unknown }>,
  words: (value: Value | null) => string | undefined,
): Turn<Value | null> {
  const said = reply.kind === "answer" ? words(reply.value) : undefined;
  return { reply, said: said === undefined ? [] : [said] };
}

/** What is there already: what was typed before, or the answer. */
function standing(text: string, draft: string | undefined): readonly string[] {
  if (text === "") return [];
  return [draft === undefined ? nl.linear.current : nl.prompt.draft, text];
}
