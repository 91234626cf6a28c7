/** A whole number. */
import type { Draft } from "../../core/edit.ts";
import type { Value } from "../../core/value.ts";
import type { Asking } from "../../ports.ts";
import { field } from "./field.ts";
import type { Sheet } from "./sheet.ts";

export function number(asking: Asking, draft: string | undefined): Sheet<Draft, Value | null> {
  const { unit } = asking.askable;
  return field(
    asking,
    {
      single: true,
      read: (typed) => read(typed) ?? typed,
      write: String,
      hint: () => unit,
      words: (value) => (unit === undefined ? String(value) : `${String(value)} ${unit}`),
    },
    draft,
  );
}

function read(typed: string): number | undefined {
  const value = /^[+-]?\d+$/.test(typed.trim()) ? Number(typed) : NaN;
  return Number.isSafeInteger(value) ? value : undefined;
}
