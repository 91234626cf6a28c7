/** For the benchmark of the language check: how well it finds what was labelled, and how fast it is. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { corpus, precision, recall, score, type Labelled, type Score } from "../tests/taal/corpus.ts";
import type { LanguageSource } from "../src/core/formats.ts";
import { language } from "../src/core/language/language.ts";
import { lint } from "../src/core/language/lint.ts";

const WORDS = 10_000;
const RUNS = 21;

/** @param root the folder of the package. @param shown `mistakes`: also what went wrong on the tuned part */
export function report(root: string, shown: { readonly apart: boolean; readonly mistakes: boolean }): string {
  const { made: source } = JSON.parse(readFileSync(join(root, "dist", "flows", "taal.json"), "utf8")) as { made: LanguageSource };
  const made = language(source);
  const all = corpus(join(root, "tests", "taal"));
  const order = [...source.classes.map(({ id }) => id), "totaal"];
  const part = (name: string, sentences: readonly Labelled[]): readonly string[] => {
    const { scores, wrong } = score(sentences, (kind, text) =>
      lint(made, kind, text).map(({ of, start, end }) => ({ class: of.id, start, end })),
    );
    const concrete = sentences.filter(({ labels }) => labels.length === 0);
    const clean = concrete.filter((one) => !wrong.some(({ sentence }) => sentence === one));
    const mistakes = wrong.flatMap(({ sentence, missed, extra }) => [
      `${sentence.file}: ${sentence.text}`,
      ...missed.map((one) => `    - ${one.class}: ${sentence.text.slice(one.start, one.end)}`),
      ...extra.map((one) => `    + ${one.class}: ${sentence.text.slice(one.start, one.end)}`),
    ]);
    return [
      `${name}: ${String(sentences.length)} sentences, ${String(concrete.length)} of them concrete (${String(clean.length)} without a remark)`,
      `${"class".padEnd(16)}${["precision", "recall", "labels", "remarks"].map((word) => word.padStart(11)).join("")}`,
      ...order.flatMap((id) => row(id, scores.get(id))),
      ...(shown.mistakes ? mistakes : []),
      "",
    ];
  };
  const text = wordsOf(all);
  const { first, median } = timed(() => lint(made, "signalen", text));
  return [
    ...part(
      "tuned",
      all.filter(({ apart }) => !apart),
    ),
    ...(shown.apart
      ? part(
          "kept apart",
          all.filter(({ apart }) => apart),
        )
      : []),
    `${String(WORDS)} words: ${median.toFixed(1)} ms (median of ${String(RUNS)}), at most 50: ${median <= 50 ? "ok" : "TOO SLOW"}; the first time, not yet compiled, ${first.toFixed(1)} ms`,
  ].join("\n");
}

const row = (id: string, one: Score | undefined): readonly string[] =>
  one === undefined
    ? []
    : [
        `${id.padEnd(16)}${[precision(one).toFixed(3), recall(one).toFixed(3), String(one.labels), String(one.remarks)]
          .map((word) => word.padStart(11))
          .join("")}`,
      ];

function wordsOf(all: readonly Labelled[]): string {
  const words: string[] = [];
  while (words.length < WORDS) for (const { text } of all) words.push(...text.split(" "));
  return words.slice(0, WORDS).join(" ");
}

function timed(action: () => unknown): { readonly first: number; readonly median: number } {
  const times = Array.from({ length: RUNS }, () => {
    const before = performance.now();
    action();
    return performance.now() - before;
  });
  return { first: times[0] ?? 0, median: times.toSorted((a, b) => a - b)[Math.floor(RUNS / 2)] ?? 0 };
}
