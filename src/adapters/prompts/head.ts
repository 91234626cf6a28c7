/** What stands above every prompt, and the help behind "?". */
import { nl } from "../../core/nl.ts";
import type { Asking, Menu } from "../../ports.ts";
import { width, type Room } from "./sheet.ts";
import { wrap } from "./wrap.ts";

export interface Head {
  readonly place: string;
  readonly urgent: boolean;
  readonly text: string;
  /** The short name in the line left behind. */
  readonly label: string;
  readonly lines: readonly string[];
  readonly note: string | undefined;
  readonly help: readonly Passage[];
  /** What is typed is kept while it is being typed. */
  readonly keeps: boolean;
  readonly overview: boolean;
  /** Stopping here changes nothing, and keeps nothing. */
  readonly outside: boolean;
}

/** A paragraph of the help; `word` says what it is: "Zwak:". */
export interface Passage {
  readonly word: string;
  readonly text: string;
}

type About = NonNullable<Menu["about"]>;

function passages(help: string | undefined, { weak, strong, why, sources }: About): readonly Passage[] {
  const said: readonly (readonly [string, string | undefined])[] = [
    ["", help],
    [nl.prompt.weak, weak],
    [nl.prompt.strong, strong],
    [nl.prompt.why, why],
    ...sources.map(
      ({ title, place: where, unverified }) =>
        [
          nl.prompt.source,
          [title, where].filter((part) => part !== undefined).join(", ") + (unverified === true ? ` ${nl.prompt.unverified}` : ""),
        ] as const,
    ),
  ];
  return said.flatMap(([word, text]) => (text === undefined || text === "" ? [] : [{ word, text }]));
}

export function headOf({ askable, place, note, urgent, why, sources, overview, outside, keep }: Asking): Head {
  return {
    place,
    urgent,
    text: askable.text,
    label: askable.label,
    lines: [],
    note,
    help: passages(askable.help, { weak: askable.weak, strong: askable.strong, why, sources }),
    keeps: keep !== undefined,
    overview: overview ?? false,
    outside: outside ?? false,
  };
}

const NOTHING: About = { weak: undefined, strong: undefined, why: undefined, sources: [] };

export const menuHead = ({ title, label, place, lines, note, help, about = NOTHING, overview, outside }: Menu): Head => ({
  place,
  urgent: false,
  text: title,
  label,
  lines,
  note,
  help: passages(help, about),
  keeps: false,
  overview: overview ?? false,
  outside: outside ?? false,
});

/** What Ctrl-C does here. */
export const stopKey = ({ outside }: Head): string => (outside ? nl.prompt.keys.stopOutside : nl.prompt.keys.stop);

export function heading(head: Head, room: Room): readonly string[] {
  const { paint } = room;
  return [
    ...(head.place === "" ? [] : wrap(head.place, width(room)).map(paint.dim)),
    ...(head.urgent ? [paint.warn(`!! ${nl.prompt.urgent} !!`)] : []),
    ...wrap(head.text, width(room)).map(paint.bold),
    ...head.lines.flatMap((line) =>
      wrap(line, width(room), ...(/^\d+\. /.test(line) ? (["    ", "       "] as const) : (["  - ", "    "] as const))),
    ),
    ...(head.note === undefined ? [] : wrap(head.note, width(room), "│ ")),
  ];
}

export const helpRows = (head: Head, room: Room): readonly string[] =>
  head.help.flatMap(({ word, text }) =>
    wrap(word === "" ? text : `${word} ${text}`, width(room), "  ", word === "" ? "  " : "    ").map((row, i) =>
      i === 0 ? row.replace(word, room.paint.bold(word)) : row,
    ),
  );
