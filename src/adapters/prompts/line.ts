/** One line. */
import type { Draft } from "../../core/edit.ts";
import type { Value } from "../../core/value.ts";
import type { Asking } from "../../ports.ts";
import { field } from "./field.ts";
import type { Sheet } from "./sheet.ts";

export const line = (asking: Asking, draft: string | undefined): Sheet<Draft, Value | null> =>
  field(asking, { single: true, read: (typed) => typed, write: String, hint: () => undefined, words: String }, draft);
