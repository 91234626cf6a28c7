/** A choice about the walk. The first row is ready, as what it does can be undone; where it cannot, none is. */
import type { Menu } from "../../ports.ts";
import { oneOf } from "./choice.ts";
import { menuHead } from "./head.ts";
import { NONE, type Cursor } from "./rows.ts";
import type { Sheet } from "./sheet.ts";

export const menu = (asked: Menu): Sheet<Cursor, string> =>
  oneOf(
    menuHead(asked),
    asked.options.map(({ id, text }) => ({ value: id, text, help: undefined })),
    asked.unready === true ? NONE : 0,
    () => undefined,
  );
