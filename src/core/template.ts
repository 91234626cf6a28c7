/** An answers file with every question, all of it commented out: as it stands it is valid and answers nothing. */
import type { Askable, Check, Field, Flow, Question } from "./flow.ts";
import { nl } from "./nl.ts";
import { words } from "./nl-care.ts";
import { REASONS } from "./omission.ts";
import { inWords, notFor } from "./words.ts";

export function template(flow: Flow): string {
  const lines = nl.template.head(flow.title, flow.version).map(comment);
  let step = "";
  for (const question of flow.questions.values()) {
    if (question.given) continue;
    if (question.step.id !== step) {
      step = question.step.id;
      lines.push("", comment(`===== ${question.step.title} =====`));
    }
    if (question.kind !== "notice") lines.push("", ...described(question, ""), ...example(question));
  }
  if (flow.checks.length > 0 && !flow.questions.has(REASONS))
    lines.push("", comment(words.template.title), ...words.template.about.map(comment), `#${REASONS}:`, ...flow.checks.flatMap(reason));
  return lines.join("\n") + "\n";
}

const reason = ({ id, text }: Check): readonly string[] => [comment(`    ${text}`), `#  ${id}: …`];

/** Two marks for an explanation; the lines to fill in have one. */
const comment = (text: string): string => `## ${text}`.trimEnd();

function described(askable: Askable | Question, indent: string): string[] {
  const always = inWords(askable.when);
  const waits = "defer" in askable ? inWords(askable.defer) : nl.condition.never;
  return [
    ...askable.text.trim().split("\n"),
    nl.template.kind(askable.kind, askable.required),
    ...(always === nl.condition.always ? [] : [nl.template.when(always)]),
    ...(waits === nl.condition.never ? [] : [nl.template.defer(waits)]),
    ...notFor(askable),
    ...askable.options.map((option) => `  ${option.id}: ${option.text}`),
  ].map((line) => comment(indent + line));
}

function example(question: Question): string[] {
  if (question.kind !== "list") return [`#${question.id}: ${sample(question, "")}`];
  const [first, ...rest] = question.fields;
  const field = (one: Field, lead: string): string[] => [...described(one, "    "), `#${lead}${one.id}: ${sample(one, "    ")}`];
  return [`#${question.id}:`, ...(first === undefined ? [] : field(first, "  - ")), ...rest.flatMap((one) => field(one, "    "))];
}

/** A value of the right kind, to write over. */
function sample(askable: Askable | Field, indent: string): string {
  const option = askable.options[0]?.id ?? "";
  switch (askable.kind) {
    case "choice":
      return option;
    case "choices":
      return `[${option}]`;
    case "date":
      return "2026-11-21";
    case "number":
      return String(askable.min ?? 1);
    case "ref":
      return `${"to" in askable ? (askable.to ?? "") : ""}-1`;
    case "text":
      return `|\n#${indent}  …`;
    case "line":
      return "…";
    case "list":
    case "notice":
      return "true";
  }
}
