/** What the language check finds of the labelled corpus may not get worse. The part kept apart is for `npm run bench:taal`. */
import { expect, test } from "vitest";
import { lint } from "../../src/core/language/lint.ts";
import { shipped, source } from "../core/language/words.ts";
import { corpus, precision, recall, score } from "./corpus.ts";

const all = corpus(import.meta.dirname);
const tuned = all.filter(({ apart }) => !apart);

test("there are at least 300 sentences, a third of them kept apart, of every class and in every sector", () => {
  expect(all.length).toBeGreaterThanOrEqual(300);
  expect(all.length - tuned.length).toBeGreaterThan(all.length / 4);
  for (const part of [tuned, all.filter(({ apart }) => apart)])
    for (const { id } of source.classes)
      expect(part.flatMap(({ labels }) => labels).filter((label) => label.class === id).length).toBeGreaterThan(2);
  const ids = new Set(source.classes.map(({ id }) => id));
  expect(all.flatMap(({ labels }) => labels).filter((label) => !ids.has(label.class))).toEqual([]);
});

test("on the part that was tuned", () => {
  const { scores } = score(tuned, (kind, text) => lint(shipped, kind, text).map(({ of, start, end }) => ({ class: of.id, start, end })));
  const figures = Object.fromEntries([...scores].map(([id, one]) => [id, [precision(one), recall(one)]]));
  for (const [id, [p, r]] of Object.entries(FLOOR)) {
    expect.soft(figures[id]?.[0], `${id}: precision`).toBeGreaterThanOrEqual(p);
    expect.soft(figures[id]?.[1], `${id}: recall`).toBeGreaterThanOrEqual(r);
  }
});

/** Precision and recall as they were measured. */
const FLOOR: Readonly<Record<string, readonly [number, number]>> = {
  verzamelwoord: [0.909, 1],
  oordeel: [0.891, 1],
  "horen-zeggen": [0.928, 1],
  lijdend: [0.708, 0.944],
  zacht: [0.962, 1],
  eenzijdig: [1, 1],
  frequentie: [1, 1],
  tijd: [1, 1],
  aanname: [1, 1],
  groep: [0.944, 1],
  mate: [0.971, 0.972],
  totaal: [0.933, 0.993],
};
