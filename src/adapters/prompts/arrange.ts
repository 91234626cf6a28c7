/** A sheet and its state as rows on the screen, fitted to the height there is. */
import { nl } from "../../core/nl.ts";
import { heading, helpRows } from "./head.ts";
import { width, type Picture, type Room, type Sheet } from "./sheet.ts";
import type { Ended, State } from "./play.ts";
import { around, cells, fit, flow, wrap } from "./wrap.ts";

export interface Layout {
  /** Up to and including the row of the cursor. */
  readonly top: string;
  readonly bottom: string;
  readonly typed: Picture["typed"];
  /** The help takes the whole screen, as there is no room for the choices below it: the last row it can begin with. */
  readonly page: number | undefined;
}

const LEAST = 3;

export function arrange<S, T>(sheet: Sheet<S, T>, state: State<S, T>, room: Room): Layout {
  if (state.ended !== undefined) return { top: trace(sheet, state.ended, room).join("\n"), bottom: "", typed: undefined, page: undefined };
  const { paint } = room;
  const wide = width(room);
  const picture = sheet.draw(state.own, room);
  const airy = room.rows >= 20 ? [""] : [];
  const head = [...airy, ...heading(sheet.head, room)];
  const help = state.help === undefined ? [] : helpRows(sheet.head, room);
  const message = state.message === undefined ? [] : wrap(state.message, wide, "! ", "  ").map(paint.warn);
  const hint = picture.hint === undefined ? [] : wrap(picture.hint, wide, "  ");
  const foot = (keys: readonly string[]): readonly string[] => [
    ...hint,
    ...message,
    ...airy,
    ...flow([...keys, ...(sheet.head.overview ? [nl.prompt.keys.overview] : []), nl.prompt.keys.leave], wide).map(paint.dim),
  ];
  const normal = foot(picture.keys);
  const spare = room.rows - 1 - head.length - normal.length;
  if (state.help !== undefined && help.length > 0 && spare - help.length < Math.min(LEAST, picture.body.length)) {
    const keys = flow([nl.prompt.keys.scroll, nl.prompt.keys.shut], wide).map(paint.dim);
    const most = Math.max(LEAST, room.rows - 1 - head.length - keys.length - airy.length);
    const last = Math.max(0, help.length - most);
    const first = Math.min(state.help, last);
    const shown = help
      .slice(first, first + most)
      .map((row, i, all) => (i === all.length - 1 && first + most < help.length ? nl.prompt.below(help.length - first - most + 1) : row));
    return {
      top: [...head, ...shown].join("\n"),
      bottom: [...airy, ...(last > 0 ? keys : [paint.dim(nl.prompt.keys.shut)])].join("\n"),
      typed: undefined,
      page: last,
    };
  }
  const more = (n: number, where: "above" | "below"): string => paint.dim(`  ${nl.prompt[where](n)}`);
  const body = around(picture.body, picture.focus, Math.max(LEAST, Math.min(picture.most ?? Infinity, spare - help.length)), more);
  return {
    top: [...head, ...help, ...body.rows.slice(0, body.focus + 1)].join("\n"),
    bottom: [...body.rows.slice(body.focus + 1), ...normal].join("\n"),
    typed: picture.typed,
    page: undefined,
  };
}

/** The line an ended prompt leaves behind; what was typed and not confirmed is never just gone. */
function trace<S, T>({ head, words }: Sheet<S, T>, { reply, draft, left, edit }: Ended<T>, { columns, paint }: Room): readonly string[] {
  if (left || edit) return [];
  const sign = reply.kind === "answer" ? "✔" : reply.kind === "stop" ? "■" : reply.overview === true ? "⌂" : "↩";
  const value =
    reply.kind === "answer"
      ? words(reply.value)
      : reply.kind === "stop"
        ? nl.prompt.stopped
        : reply.overview === true
          ? nl.prompt.overview
          : nl.prompt.back;
  const room = Math.max(16, columns - 4);
  const label = nl.prompt.colon(fit(head.label, Math.max(Math.floor(room / 2), room - cells(fit(value, room)) - 2)));
  const line = `${reply.kind === "answer" ? paint.good(sign) : paint.dim(sign)} ${paint.dim(label)}${fit(value, room - cells(label))}`;
  return reply.kind === "stop" && draft !== undefined ? [line, head.keeps ? nl.prompt.kept : nl.prompt.lost, ...wrap(draft, room)] : [line];
}
