/** A prompt on a terminal that has become narrower: it has broken the rows anew, and all of them go, with nothing above them. */
import xterm from "@xterm/headless";
import fc from "fast-check";
import { expect, test } from "vitest";
import { arrange, type Layout } from "../../src/adapters/prompts/arrange.ts";
import { choice } from "../../src/adapters/prompts/choice.ts";
import { paint } from "../../src/adapters/prompts/paint.ts";
import { madeRoom } from "../../src/adapters/prompts/redraw.ts";
import type { Sheet } from "../../src/adapters/prompts/sheet.ts";
import { text } from "../../src/adapters/prompts/text.ts";
import { asking } from "./questions.ts";

const ROWS = 60;
const words = fc
  .array(fc.constantFrom("wie", "zag", "Müller", "gisteren", "hulpverleningsplan"), { minLength: 1, maxLength: 12 })
  .map((all) => all.join(" "));

const drawn = <S, T>(sheet: Sheet<S, T>, columns: number): Layout =>
  arrange(
    sheet,
    { own: sheet.start, message: undefined, help: undefined, leaving: false, ended: undefined },
    { columns, rows: ROWS, paint: paint(true) },
  );

/** The rows of a terminal of so many columns to which this was written, and where its cursor stands. */
const screen = (columns: number, written: string): Promise<{ readonly rows: readonly string[]; readonly at: readonly [number, number] }> =>
  new Promise((done) => {
    const terminal = new xterm.Terminal({ cols: columns, rows: ROWS, allowProposedApi: true, convertEol: true });
    terminal.write(written, () => {
      const { active } = terminal.buffer;
      const rows = Array.from({ length: ROWS }, (_, i) => active.getLine(i)?.translateToString(true) ?? "");
      done({ rows: rows.slice(0, rows.findLastIndex((row) => row !== "") + 1), at: [active.cursorY, active.cursorX] });
    });
  });

test("what was drawn at another width is taken away, and the cursor stands where the drawing then has it", () =>
  fc.assert(
    fc.asyncProperty(words, words, fc.integer({ min: 20, max: 120 }), fc.integer({ min: 20, max: 120 }), fc.boolean(), async (asked, said, before, now, typed) => {
      const question = asking(typed ? "text" : "choice", { text: asked, label: "Vraag" }, { place: said });
      const layout = typed ? drawn(text(question, said), before) : drawn(choice(question), before);
      const above = "Wat er al stond.\n";
      // A terminal breaks a row that is too long where it ends, as this one does by itself; the cursor goes along with its text.
      const [top, bottom] = [layout.top, layout.bottom === "" ? "" : `\x1b7\n${layout.bottom}\x1b8`];
      const room = await screen(now, above + top + bottom + madeRoom(layout, now));
      expect(room).toEqual({ rows: ["Wat er al stond."], at: [layout.top.split("\n").length, 0] });
    }),
    { numRuns: 200 },
  )); // prettier-ignore
