/** Whether scenarios notice when a definition is changed. */
import { apart, type Verdict } from "./apart.ts";
import { build, type Flow } from "./flow.ts";
import type { Edition, ExpectationSource } from "./formats.ts";
import { mutants, type Mutant, type Target } from "./mutate.ts";
import { differences, follow, followed, type Scenario } from "./scenario.ts";
import { searchIn } from "./search.ts";
import type { Answers } from "./walk.ts";

export interface Survivor {
  readonly mutant: Mutant;
  /** Answers that show the change, and what the definition says of them. */
  readonly shows: { readonly document: Scenario["document"]; readonly expect: ExpectationSource };
}

export interface Mutation {
  readonly made: number;
  /** Noticed by at least one scenario. */
  readonly noticed: number;
  /** No answers show the change. */
  readonly equivalent: readonly Mutant[];
  /** Answers show the change, and no scenario has them. */
  readonly unnoticed: readonly Survivor[];
  /** No scenario notices, and it could not be settled whether answers would. */
  readonly unproven: readonly Mutant[];
}

/** A scenario with what its answers are: a change in a condition leaves them as they are. */
interface Ready {
  readonly scenario: Scenario;
  readonly refused: readonly string[];
  readonly answers: Answers;
  /** What it expects something of. */
  readonly about: ReadonlySet<string>;
}

/**
 * @param scenarios which all hold for the edition itself
 * @param takes which of the mutants to try; all when left out
 */
export function mutation(
  edition: Edition,
  scenarios: readonly Scenario[],
  takes: (mutant: Mutant, n: number) => boolean = () => true,
): Mutation {
  const flow = build(edition);
  const search = searchIn(flow);
  const ready = scenarios.map((scenario): Ready => {
    const { refused, answers } = follow(flow, scenario.document, scenario.given);
    return { scenario, refused, answers, about: aboutOf(scenario) };
  });
  const told: { noticed: number; made: number; equivalent: Mutant[]; unnoticed: Survivor[]; unproven: Mutant[] } = {
    made: 0,
    noticed: 0,
    equivalent: [],
    unnoticed: [],
    unproven: [],
  };
  let n = 0;
  for (const mutant of mutants(edition)) {
    if (!takes(mutant, n++)) continue;
    told.made++;
    const other = build(mutant.edition());
    const names = namesOf(flow, mutant.target);
    // Those that speak of it first, and of these the one that noticed last.
    const isNear = ({ about }: Ready): boolean => names.some((name) => about.has(name));
    const by =
      ready.find((one) => isNear(one) && notices(other, one, mutant.target)) ??
      ready.find((one) => !isNear(one) && notices(other, one, mutant.target));
    if (by !== undefined) {
      ready.splice(ready.indexOf(by), 1);
      ready.unshift(by);
      told.noticed++;
      continue;
    }
    const verdict: Verdict = apart(flow, other, mutant.target, search);
    if (verdict === "same") told.equivalent.push(mutant);
    else if (verdict === "unknown") told.unproven.push(mutant);
    else told.unnoticed.push({ mutant, shows: verdict });
  }
  return told;
}

function notices(other: Flow, { scenario, refused, answers }: Ready, target: Target): boolean {
  const { document, given, written, expect } = scenario;
  const limits = target.kind === "answer" || target.kind === "entry" || target.kind === "field";
  if (limits && !(target.q in document)) return false;
  const result = limits ? follow(other, document, given, written) : { refused, ...followed(other, answers, given, written) };
  return differences(other, result, expect).length > 0;
}

function aboutOf({ expect, document }: Scenario): ReadonlySet<string> {
  const { asked = [], "not-asked": not = [], open = [], deferred = [], refused = [], norms = {}, precautions = {} } = expect;
  const named = [...asked, ...not, ...open, ...deferred, ...refused, ...Object.keys(norms), ...Object.keys(precautions)];
  const keys = Object.keys(expect);
  return new Set([...named, ...keys, ...(keys.includes("refused") ? Object.keys(document) : [])]);
}

/** The names by which scenarios speak of what was changed. */
function namesOf(flow: Flow, target: Target): readonly string[] {
  switch (target.kind) {
    case "step":
      return [...flow.questions.values()].flatMap(({ id, step }) => (step.id === target.step ? [id] : []));
    case "when":
    case "defer":
    case "answer":
      return [target.q];
    case "field":
    case "entry":
      return [target.q, `${target.q}.${target.field}`];
    case "norm":
    case "class":
      return [target.id];
    case "outcome":
    case "says":
      return ["outcome"];
    case "check":
    case "fact":
      return ["raised", "not-raised"];
    case "rules":
      return [target.of];
    case "deciding":
    case "departure":
      return ["status", "departs"];
  }
}

/**
 * As few of what shows as are needed to notice all: each only where none before it does.
 * @param others scenarios that there will be anyway
 */
export function needed(survivors: readonly Survivor[], others: readonly Survivor["shows"][] = []): readonly Survivor[] {
  const chosen: Survivor[] = [];
  for (const survivor of survivors) {
    const other = build(survivor.mutant.edition());
    const isNoticed = [...others, ...chosen.map(({ shows }) => shows)].some(
      ({ document, expect }) => differences(other, follow(other, document), expect).length > 0,
    );
    if (!isNoticed) chosen.push(survivor);
  }
  return chosen;
}
