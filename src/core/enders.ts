/** The questions that end the waiting of a date: they may be asked in another flow, so only who knows all flows can tell whether they are there. */
import type { FlowSource } from "./formats.ts";
import type { At } from "./parts.ts";

/** @returns each with its place, from the top of the edition */
export function enders(flow: FlowSource): readonly { readonly id: string; readonly at: At }[] {
  const named = (one: { readonly done?: readonly string[]; readonly checked?: readonly string[] } | undefined, at: At) =>
    (["done", "checked"] as const).flatMap((key) => (one?.[key] ?? []).map((id, i) => ({ id, at: [...at, key, i] })));
  return [
    ...flow.steps.flatMap(({ questions }, s) =>
      questions.flatMap(({ reminder, fields = [] }, i) => {
        const at = ["flow", "steps", s, "questions", i];
        return [
          ...named(reminder, [...at, "reminder"]),
          ...fields.flatMap((field, j) => named(field.reminder, [...at, "fields", j, "reminder"])),
        ];
      }),
    ),
    ...(flow.deadlines ?? []).flatMap((deadline, i) => named(deadline, ["flow", "deadlines", i])),
  ];
}
