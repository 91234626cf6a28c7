/** What an author owes besides conditions that work: help, sources, review dates, ids that are there once; and answers that nothing uses. */
import { atoms, normalise, ALWAYS } from "./condition.ts";
import { isDate } from "./date.ts";
import type { Finding } from "./finding.ts";
import type { ConditionSource, Edition, QuestionSource } from "./formats.ts";
import { nl } from "./nl.ts";
import { words } from "./nl-check.ts";
import type { Bundle } from "./origin.ts";
import type { At } from "./parts.ts";

/** @param today yyyy-mm-dd */
export function* upkeep(bundle: Bundle, { flow, norms }: Edition, today: string): Generator<Finding> {
  yield* twice(flow.steps, ["flow", "steps"]);
  yield* twice(flow.outcomes, ["flow", "outcomes"]);
  // Merging takes the second one of two sources with one id.
  yield* twice(bundle.flow.sources, ["flow", "sources"]);
  yield* twice(bundle.norms?.sources ?? [], ["norms-file", "sources"]);
  yield* twice(bundle.care?.sources ?? [], ["care-file", "sources"]);
  const used = usedIn({ flow, norms });
  for (const [s, step] of flow.steps.entries())
    for (const [i, question] of step.questions.entries()) {
      const at = ["flow", "steps", s, "questions", i];
      if (question.help === undefined && question.kind !== "notice")
        yield { code: "geen-uitleg", severity: "warning", at, text: words.noHelp(question.id) };
      if ((question.sources ?? []).length === 0)
        yield { code: "geen-bron", severity: "warning", at: [...at, "sources"], text: words.noSource(words.question(question.id)) };
      if (isClosed(question) && !used.has(question.id)) yield { code: "ongebruikt", severity: "note", at, text: words.unused(question.id) };
    }
  for (const [i, norm] of norms.entries()) {
    if (norm.sources.length === 0)
      yield { code: "geen-bron", severity: "warning", at: ["norms", i, "sources"], text: words.noSource(words.norm(norm.id)) };
    yield* reviewed(norm.review, today, ["norms", i, "review"]);
  }
  yield* reviewed(flow.review, today, ["flow", "review"]);
  for (const [i, { id, sources }] of (flow.checks ?? []).entries())
    if (sources.length === 0)
      yield { code: "geen-bron", severity: "warning", at: ["flow", "checks", i, "sources"], text: words.noSource(words.check(id)) };
  if (bundle.care === undefined) return;
  yield* reviewed(bundle.care.review, today, ["care-file", "review"]);
  for (const key of ["checked", "review"] as const)
    if (!isDate(bundle.care[key]))
      yield { code: "geen-datum", severity: "error", at: ["care-file", key], text: nl.flow.noDate(bundle.care[key]) };
}

function* twice(list: readonly { readonly id: string }[], at: At): Generator<Finding> {
  const seen = new Set<string>();
  for (const [i, { id }] of list.entries()) {
    if (seen.has(id)) yield { code: "dubbel", severity: "error", at: [...at, i, "id"], text: nl.flow.twice(id) };
    seen.add(id);
  }
}

/** Whether what must be compared with its sources again is late. */
export function* reviewed(review: string, today: string, at: At): Generator<Finding> {
  if (isDate(review) && review < today) yield { code: "herziening-voorbij", severity: "warning", at, text: words.reviewPassed(review) };
}

/** A question that conditions could look at: a text is there to be read. */
const isClosed = ({ kind }: QuestionSource): boolean => kind === "choice" || kind === "choices" || kind === "number";

/** The questions whose answers something looks at. */
function usedIn({ flow, norms }: Pick<Edition, "flow" | "norms">): ReadonlySet<string> {
  const { decision } = flow;
  const questions = flow.steps.flatMap((step) => step.questions);
  const conditions: readonly (ConditionSource | undefined)[] = [
    ...flow.steps.map(({ when }) => when),
    ...questions.flatMap(({ when, defer }) => [when, defer]),
    ...norms.flatMap(({ when, met }) => [when, met]),
    ...flow.outcomes.map(({ when }) => when),
    ...(flow.checks ?? []).map(({ when }) => when),
    ...(flow.deadlines ?? []).map(({ when }) => when),
    flow.offered,
    ...(decision === undefined ? [] : [...decision.report.rules, ...decision.help.rules].map(({ when }) => when)),
  ];
  const named = conditions.flatMap((source) => [...atoms(normalise(source, ALWAYS))].flatMap((atom) => ("q" in atom ? [atom.q] : [])));
  const weighed = (flow.facts ?? []).flatMap(({ list, by, of, from, to, dates = [] }) =>
    [list, by, of, from, to, ...dates].filter((q) => q !== undefined),
  );
  const decisive =
    decision === undefined ? [] : [...decision.questions, decision.by, decision.on, decision.report.question, decision.help.question];
  return new Set([...named, ...weighed, ...decisive, ...(flow.afwegingen ?? []).flatMap((one) => one.questions)]);
}
