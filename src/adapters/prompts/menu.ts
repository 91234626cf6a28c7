/** A choice about the walk. The first row is ready: what it does can always be undone. */
import type { Menu } from "../../ports.ts";
import { oneOf } from "./choice.ts";
import { menuHead } from "./head.ts";
import type { Cursor } from "./rows.ts";
import type { Sheet } from "./sheet.ts";

export const menu = (asked: Menu): Sheet<Cursor, string> =>
  oneOf(
    menuHead(asked),
    asked.options.map(({ id, text }) => ({ value: id, text, help: undefined })),
    0,
    () => undefined,
  );
