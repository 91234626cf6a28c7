/** Questions as prompts get them. */
import { ALWAYS } from "../../src/core/condition.ts";
import type { Askable, Kind } from "../../src/core/flow.ts";
import type { Asking } from "../../src/ports.ts";

export const OPTIONS = [
  { id: "ja", text: "Ja", help: "Uitleg bij ja." },
  { id: "nee", text: "Nee" },
  { id: "anders", text: "Anders", exclusive: true },
];

export function asking(kind: Kind, askable: Partial<Askable> = {}, more: Partial<Asking> = {}): Asking {
  const options = kind === "choice" || kind === "choices" ? OPTIONS : [];
  return {
    askable: {
      id: kind,
      kind,
      text: "Wat is de vraag?",
      label: "Vraag",
      help: undefined,
      weak: undefined,
      strong: undefined,
      required: true,
      when: ALWAYS,
      options,
      min: undefined,
      max: undefined,
      maxLength: 20_000,
      unit: undefined,
      agenda: undefined,
      ...askable,
    },
    options,
    place: "Stap 1 van 5",
    current: undefined,
    note: undefined,
    urgent: false,
    draft: undefined,
    keep: undefined,
    sources: [],
    ...more,
  };
}
