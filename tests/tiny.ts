/** One tiny definition for each feature: a flow written as its questions. */
import { fold, type Case } from "../src/core/case.ts";
import type { NewEvent } from "../src/core/event.ts";
import { build, type Flow } from "../src/core/flow.ts";
import type { Edition, FlowSource, NormSource, QuestionSource } from "../src/core/formats.ts";
import type { Value } from "../src/core/value.ts";
import type { Answer } from "../src/core/walk.ts";

export const yesNo = [
  { id: "ja", text: "Ja" },
  { id: "nee", text: "Nee" },
];
/** A choice between ja and nee. */
export const choice = (id: string, more: Partial<QuestionSource> = {}): QuestionSource => ({
  id,
  kind: "choice",
  text: id,
  options: yesNo,
  ...more,
});

export const norm = (id: string, when: NormSource["when"], met: NormSource["met"]): NormSource => ({
  id,
  class: "meldnorm",
  title: id,
  text: id,
  requires: "report",
  when,
  met,
  why: id,
  sources: [],
  checked: "2026-11-21",
  review: "2027-11-21",
});

export function tiny(questions: readonly QuestionSource[], more: Partial<FlowSource> = {}, norms: NormSource[] = []): Edition {
  const flow: FlowSource = {
    format: 1,
    id: "klein",
    version: "1",
    title: "Klein",
    checked: "2026-11-21",
    review: "2027-11-21",
    steps: [{ id: "een", number: 1, title: "Een", questions: [...questions] }],
    outcomes: [{ id: "klaar", when: { all: [] }, title: "Klaar", text: "Klaar." }],
    sources: [],
    ...more,
  };
  return { flow, norms, overlays: [] };
}

export const flowOf = (...args: Parameters<typeof tiny>): Flow => build(tiny(...args));

/** Answers, the short way: question -> value; an array of mappings is a closed list. */
export function answers(
  given: Readonly<Record<string, Value | null | readonly Readonly<Record<string, Value>>[]>>,
): ReadonlyMap<string, Answer> {
  return new Map(
    Object.entries(given).map(([q, value]): [string, Answer] => {
      const isList = Array.isArray(value) && value.every((part) => typeof part === "object");
      if (!isList) return [q, { kind: "value", value: value as Value | null }];
      return [
        q,
        {
          kind: "list",
          closed: true,
          items: (value as Record<string, Value>[]).map((entry, i) => ({ id: `${q}-${String(i + 1)}`, value: entry })),
        },
      ];
    }),
  );
}

export const begun = (edition: Edition): readonly NewEvent[] => [
  { type: "opened", ch: 0, body: { format: 1, app: "meldcode test", id: "2026-11-21-test1", exercise: true } },
  {
    type: "begun",
    ch: 1,
    body: { flow: edition.flow.id, version: edition.flow.version, sector: "algemeen", editionHash: "0".repeat(64), given: {}, edition },
  },
];

/** A case after these events; `at` is the moment all of them were written. */
export const caseOf = (events: readonly NewEvent[], at = "2026-11-21T10:00:00+01:00"): Case =>
  fold(events.map((event, i) => ({ ...event, n: i + 1, at, hash: String(i) })));
