/** What of an edition conditions can tell apart: ids, kinds, bounds and conditions, and no texts. Editions with one skeleton have one proof. */
import type { Edition, FieldSource, QuestionSource } from "./formats.ts";

export function skeleton({ flow, norms }: Edition): string {
  const { id, uses, steps, decision, outcomes, afwegingen, facts, checks } = flow;
  return JSON.stringify({
    id,
    uses,
    steps: steps.map((step) => [step.id, step.when, step.questions.map(bare)]),
    decision: decision && {
      ...decision,
      report: { ...decision.report, rules: decision.report.rules.map(({ rule, when }) => [rule, when]) },
      help: { ...decision.help, rules: decision.help.rules.map(({ rule, when }) => [rule, when]) },
    },
    outcomes: outcomes.map((outcome) => [outcome.id, outcome.when, outcome.report, outcome.help]),
    afwegingen: afwegingen?.map(({ questions }) => questions),
    facts,
    checks: checks?.map((check) => [check.id, check.when]),
    norms: norms.map((norm) => [norm.id, norm.class, norm.requires, norm.when, norm.met]),
  });
}

const TEXTS: ReadonlySet<string> = new Set(["text", "label", "help", "weak", "strong", "sources", "agenda", "reminder", "unit", "item"]);

function bare(askable: QuestionSource | FieldSource): object {
  const rest = Object.entries(askable).filter(([key]) => !TEXTS.has(key));
  const options = askable.options?.map(({ id, exclusive }) => [id, exclusive]);
  const fields = "fields" in askable ? askable.fields.map(bare) : undefined;
  return { ...Object.fromEntries(rest), options, fields };
}
