/** A flow as the program walks it: built from an edition, its conditions normalised, its questions in one order. */
import { ALWAYS, NEVER, names, normalise, type Condition } from "./condition.ts";
import type {
  CheckSource,
  ConditionSource,
  DeadlineSource,
  Edition,
  FactSource,
  FieldSource,
  IdentifiesSource,
  FrameworkSource,
  KindSource,
  NormSource,
  OptionSource,
  OutcomeSource,
  QuestionSource,
  RecordWordsSource,
  ReferenceSource,
  ReminderSource,
  RulesSource,
  StepSource,
  TaalSource,
} from "./formats.ts";
import { nl } from "./nl.ts";

export type Kind = KindSource | "ref";
export type Option = OptionSource;

/** What questions and fields of a list have in common. */
export interface Askable {
  readonly id: string;
  readonly kind: Kind;
  readonly text: string;
  /** The short name of the answer in the record. */
  readonly label: string;
  readonly help: string | undefined;
  readonly weak: string | undefined;
  readonly strong: string | undefined;
  readonly required: boolean;
  readonly when: Condition;
  readonly options: readonly Option[];
  readonly min: number | undefined;
  readonly max: number | undefined;
  /** The most characters (code points). */
  readonly maxLength: number;
  readonly unit: string | undefined;
  readonly agenda: string | undefined;
  readonly reminder?: ReminderSource | undefined;
  /** What kind of text the answer is, for who looks at its words. */
  readonly taal?: TaalSource | undefined;
  /** How the answer says who somebody is. */
  readonly identifies?: IdentifiesSource | undefined;
}

export interface Field extends Askable {
  /** ref: the list whose entries can be named. */
  readonly to: string | undefined;
  /** ref: which of its entries are not offered, as written: it is made a condition where somebody chooses. */
  readonly except: ConditionSource | undefined;
}

export interface Question extends Askable {
  readonly kind: KindSource;
  readonly step: Step;
  /** Its place in the flow, from 0. */
  readonly order: number;
  readonly defer: Condition;
  readonly sources: readonly string[];
  readonly urgent: boolean;
  readonly fields: readonly Field[];
  /** list: what one entry is called. */
  readonly item: string;
  readonly groupBy: string | undefined;
  readonly happened: string | undefined;
  /** Questions of which an earlier answer is shown while this one is asked. */
  readonly recalls: readonly string[];
  /** Taken over from an earlier chapter: never asked here. */
  readonly given: boolean;
}

export interface Step {
  readonly id: string;
  readonly number: number | undefined;
  readonly title: string;
  readonly when: Condition;
}

export interface Norm extends Omit<NormSource, "when" | "met"> {
  readonly when: Condition;
  readonly met: Condition;
  /** The questions it rests on, by id. */
  readonly names: ReadonlySet<string>;
}

export interface Outcome extends Omit<OutcomeSource, "when"> {
  readonly when: Condition;
}

/** Something to look at once more. */
export interface Check extends Omit<CheckSource, "when"> {
  readonly when: Condition;
}

/** A term that somebody else has, counted from a date that was answered. */
export interface Deadline extends Omit<DeadlineSource, "when"> {
  readonly when: Condition;
}

export interface Rule {
  readonly rule: "required" | "advised" | "allowed" | "not-required";
  readonly when: Condition;
  readonly text: string;
}

export interface Ruling {
  readonly question: string;
  /** Where it is about something else than reporting or help. */
  readonly record: RecordWordsSource | undefined;
  readonly rules: readonly Rule[];
}

export interface Decision {
  readonly questions: readonly string[];
  readonly by: string;
  readonly on: string;
  readonly departure: readonly string[];
  readonly report: Ruling;
  readonly help: Ruling;
}

export interface Flow {
  readonly id: string;
  readonly version: string;
  readonly title: string;
  readonly checked: string;
  readonly review: string;
  readonly framework: FrameworkSource | undefined;
  readonly uses: readonly string[];
  readonly steps: readonly Step[];
  /** In flow order. */
  readonly questions: ReadonlyMap<string, Question>;
  readonly norms: ReadonlyMap<string, Norm>;
  readonly outcomes: readonly Outcome[];
  readonly facts: ReadonlyMap<string, FactSource>;
  readonly checks: readonly Check[];
  readonly deadlines: readonly Deadline[];
  readonly decision: Decision | undefined;
  readonly afwegingen: readonly { readonly title: string; readonly questions: readonly string[] }[];
  readonly sources: ReadonlyMap<string, ReferenceSource>;
}

/** Where what was taken over stands: before all steps. */
const EARLIER: Step = { id: "", number: undefined, title: nl.earlier, when: ALWAYS };

const LENGTH = { text: 20_000, line: 500 };

/** Builds the flow of an edition that fits its schema. What is wrong with its meaning is for `check`. */
export function build(edition: Edition): Flow {
  const { flow, norms } = edition;
  const questions = new Map<string, Question>();
  const steps: Step[] = [];
  if (flow.given !== undefined) steps.push(EARLIER);
  for (const source of flow.given ?? []) questions.set(source.id, asQuestion(source, {}, EARLIER, questions.size, true));
  for (const source of flow.steps) {
    const step = { id: source.id, number: source.number, title: source.title, when: normalise(source.when, ALWAYS) };
    steps.push(step);
    for (const question of source.questions) questions.set(question.id, asQuestion(question, source, step, questions.size));
  }
  return {
    id: flow.id,
    version: flow.version,
    title: flow.title,
    checked: flow.checked,
    review: flow.review,
    framework: flow.framework,
    uses: flow.uses ?? [],
    steps,
    questions,
    norms: new Map(norms.map((norm) => [norm.id, asNorm(norm)])),
    outcomes: flow.outcomes.map((outcome) => ({ ...outcome, when: normalise(outcome.when, ALWAYS) })),
    facts: new Map((flow.facts ?? []).map((fact) => [fact.id, asFact(fact, questions)])),
    checks: (flow.checks ?? []).map(asCheck),
    deadlines: (flow.deadlines ?? []).map((deadline) => ({ ...deadline, when: normalise(deadline.when, ALWAYS) })),
    decision: flow.decision && { ...flow.decision, report: asRuling(flow.decision.report), help: asRuling(flow.decision.help) },
    afwegingen: flow.afwegingen ?? [],
    sources: new Map(flow.sources.map((source) => [source.id, source])),
  };
}

/** A link that says of nothing what it looks for, looks for what its field does not offer. */
function asFact(fact: FactSource, questions: Flow["questions"]): FactSource {
  if (fact.is !== "linked" || fact.whom !== undefined) return fact;
  const whom = questions.get(fact.list ?? "")?.fields.find(({ id }) => id === fact.field)?.except;
  return whom === undefined ? fact : { ...fact, whom };
}

/** There are many, and they are looked at only when a chapter ends: that is when its condition is made. */
function asCheck(source: CheckSource): Check {
  let when: Condition | undefined;
  return {
    ...source,
    get when() {
      return (when ??= normalise(source.when, ALWAYS));
    },
  };
}

// Written out twice, as copying objects of twenty keys is felt at the start of every command.
function asQuestion(source: QuestionSource, home: Partial<StepSource>, step: Step, order: number, given = false): Question {
  const text = source.text.includes("{stappen}") ? source.text.replaceAll("{stappen}", nl.stepsBefore(home.number ?? 1)) : source.text;
  return {
    id: source.id,
    kind: source.kind,
    text,
    label: source.label ?? text,
    help: source.help,
    weak: source.weak,
    strong: source.strong,
    required: source.required ?? true,
    when: source.when === undefined ? step.when : { op: "all", of: [step.when, normalise(source.when, ALWAYS)] },
    options: source.options ?? [],
    min: source.min,
    max: source.max,
    maxLength: source.maxLength ?? LENGTH[source.kind === "text" ? "text" : "line"],
    unit: source.unit,
    agenda: source.agenda,
    reminder: source.reminder,
    taal: source.taal,
    identifies: source.identifies,
    step,
    order,
    defer: normalise(source.defer, NEVER),
    sources: source.sources ?? [],
    urgent: source.urgent ?? false,
    fields: source.fields?.map(asField) ?? [],
    item: source.item ?? "",
    groupBy: source.groupBy,
    happened: source.happened,
    recalls: source.recalls ?? [],
    given,
  };
}

function asField(source: FieldSource): Field {
  return {
    id: source.id,
    kind: source.kind,
    text: source.text,
    label: source.label ?? source.text,
    help: source.help,
    weak: source.weak,
    strong: source.strong,
    required: source.required ?? true,
    when: normalise(source.when, ALWAYS),
    options: source.options ?? [],
    min: source.min,
    max: source.max,
    maxLength: source.maxLength ?? LENGTH[source.kind === "text" ? "text" : "line"],
    unit: source.unit,
    agenda: source.agenda,
    reminder: source.reminder,
    taal: source.taal,
    identifies: source.identifies,
    to: source.to,
    except: source.except,
  };
}

function asNorm(source: NormSource): Norm {
  const when = normalise(source.when, ALWAYS);
  const met = normalise(source.met, ALWAYS);
  return { ...source, when, met, names: new Set([...names(when), ...names(met)]) };
}

function asRuling(source: RulesSource): Ruling {
  return {
    question: source.question,
    record: source.record,
    rules: source.rules.map((rule) => ({ ...rule, when: normalise(rule.when, ALWAYS) })),
  };
}
