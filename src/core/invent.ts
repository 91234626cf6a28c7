/** Invented answers: the plainest that will do. */
import type { Document } from "./answers.ts";
import { classesOf, type Sample } from "./classes.ts";
import type { Flow, Question } from "./flow.ts";
import { follow } from "./scenario.ts";
import type { Found } from "./search.ts";
import { isMapping, type Item } from "./value.ts";
import type { Walk } from "./walk.ts";

/** What was found as an answers file holds it; notices are read anyway. */
export function documentOf(flow: Flow, found: Found): Document {
  return Object.fromEntries(
    [...found].flatMap(([q, sample]) => {
      const question = flow.questions.get(q);
      return question === undefined || question.kind === "notice" || sample === undefined ? [] : [[q, written(question, sample)] as const];
    }),
  );
}

/** Entries without their ids. */
function written(question: Question, sample: Sample): unknown {
  return question.kind === "list" && Array.isArray(sample) ? (sample as readonly Item[]).map(({ value }) => value) : sample;
}

/**
 * Answers every question that `next` still wants.
 * @param rather the answer to give; undefined for the plainest
 */
export function complete(
  flow: Flow,
  document: Document,
  next: (walk: Walk) => Question | undefined,
  rather: (question: Question) => unknown = () => undefined,
): Document {
  let whole = document;
  for (;;) {
    const { walk } = follow(flow, whole);
    const question = walk === undefined ? undefined : next(walk);
    if (question === undefined || question.id in whole) return whole;
    whole = { ...whole, [question.id]: rather(question) ?? plainest(flow, question) };
  }
}

function plainest(flow: Flow, question: Question): unknown {
  const { classes } = classesOf(question, new Map());
  // Where others must be able to point to an entry, there is one.
  const pointedTo = [...flow.questions.values()].some(({ fields }) => fields.some(({ to, required }) => to === question.id && required));
  const fits = classes.find(({ sample }) => !pointedTo || (Array.isArray(sample) && sample.length > 0)) ?? classes[0];
  return fits === undefined ? null : written(question, fits.sample);
}

/** The same document with as few answers, entries and options as will do. */
export function without(document: Document, willDo: (fewer: Document) => boolean): Document {
  let small = document;
  for (const q of Object.keys(document).reverse()) {
    const { [q]: value, ...rest } = small;
    if (willDo(rest)) {
      small = rest;
      continue;
    }
    if (!Array.isArray(value)) continue;
    let parts: readonly unknown[] = value;
    for (let i = parts.length - 1; i >= 0; i--) {
      const fewer = { ...small, [q]: parts.toSpliced(i, 1) };
      if (!willDo(fewer)) continue;
      parts = parts.toSpliced(i, 1);
      small = fewer;
    }
    for (const [i, entry] of parts.entries()) {
      if (!isMapping(entry)) continue;
      let left = entry;
      for (const field of Object.keys(entry)) {
        const { [field]: _, ...others } = left;
        const fewer = { ...small, [q]: parts.with(i, others) };
        if (!willDo(fewer)) continue;
        left = others;
        parts = parts.with(i, others);
        small = fewer;
      }
    }
  }
  return small;
}
