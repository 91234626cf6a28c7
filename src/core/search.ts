/**
 * Looks for answers on which two formulas differ, in all answers there are. It is exact: conditions compare with constants only, so
 * the answers to a question fall into a few classes. One question at a time is filled in, in flow order; what is left of the
 * formulas is all that counts from there, so ways through the flow that come to the same are looked at once.
 */
import { holds, type Atom, type Condition } from "./condition.ts";
import { around, classesOf, MOST_COMBINED, NOTHING, subsets, type Class, type Sample } from "./classes.ts";
import type { Flow, Question } from "./flow.ts";
import { formulas, type Formula, type Formulas } from "./formula.ts";
import type { Value } from "./value.ts";

/** Question id -> answer, for the questions on the path that matter; undefined: open. */
export type Found = ReadonlyMap<string, Sample | undefined>;

export type Pair = readonly [Formula, Formula];

export interface Search {
  readonly make: Formulas;
  /** A condition of this flow, as a formula. */
  readonly of: (condition: Condition) => Formula;
  /**
   * @param decided only states in which the decision stands: nothing is open before it that may not wait
   * @returns answers on which a pair differs; "same" when there are none; "unknown" when that could not be settled
   */
  readonly differ: (pairs: readonly Pair[], decided?: boolean) => Found | "same" | "unknown";
}

const MOST_STATES = 200_000;

/** @param flow the questions whose conditions decide what is on the path */
export function searchIn(flow: Flow): Search {
  const make = formulas();
  const of = (condition: Condition): Formula => make.of(condition, flow.norms);
  const deciding = flow.decision?.questions.flatMap((q) => flow.questions.get(q)?.order ?? []) ?? [];
  const lastDeciding = Math.max(-1, ...deciding);
  const classes = new Map<string, ReturnType<typeof classesOf>>();
  const order = (q: string): number => flow.questions.get(q)?.order ?? -1;

  function differ(pairs: readonly Pair[], decided = false): Found | "same" | "unknown" {
    const upstream = (q: string): readonly Formula[] => {
      const question = flow.questions.get(q);
      if (question === undefined) return [];
      return decided && question.order <= lastDeciding ? [of(question.when), of(question.defer)] : [of(question.when)];
    };
    const asked = atomsOf(pairs.flat(), upstream);
    const seen = new Set<string>();
    const told = { whole: true };
    let states = 0;

    /** @param rest what is left of the conditions of questions that still matter: question -> [when, defer] */
    const visit = (left: readonly Pair[], rest: ReadonlyMap<string, readonly Formula[]>, found: Found): Found | undefined => {
      const live = left.filter(([a, b]) => a !== b);
      if (live.some(([a, b]) => isConstant(a) && isConstant(b))) return found;
      if (live.length === 0) return undefined;
      const matter = cone(live.flat(), rest);
      const [q] = [...matter].toSorted((a, b) => order(a) - order(b));
      if (q === undefined) return undefined;
      const key = [...live.flat(), ...[...matter].flatMap((one) => rest.get(one) ?? [])].map(({ id }) => id).join(",");
      if (seen.has(key)) return undefined;
      seen.add(key);
      if (++states > MOST_STATES) {
        told.whole = false;
        return undefined;
      }
      const go = (truth: (part: Formula) => boolean, next: Found): Found | undefined => {
        const fill = (part: Formula): Formula => make.known(part, q, truth);
        const later = new Map([...matter].flatMap((one) => (one === q ? [] : [[one, (rest.get(one) ?? []).map(fill)] as const])));
        return visit(
          live.map(([a, b]) => [fill(a), fill(b)]),
          later,
          next,
        );
      };
      const [when = make.yes, defer = make.no] = rest.get(q) ?? [];
      if (when === make.no) return go(() => false, found);
      const keys = new Set([...live.flat(), ...[...matter].flatMap((one) => rest.get(one) ?? [])].flatMap((part) => keysOf(part, q)));
      for (const { sample, holds: held } of apart(q, keys)) {
        const hit = go((part) => part.op === "atom" && held.has(part.key), new Map(found).set(q, sample));
        if (hit !== undefined) return hit;
      }
      const mayBeOpen = !decided || defer === make.yes || order(q) > lastDeciding;
      return mayBeOpen ? go((part) => part.op === "open", new Map(found).set(q, undefined)) : undefined;
    };

    /** The classes of a question that these atoms tell apart. */
    const apart = (q: string, keys: ReadonlySet<string>): readonly Class[] => {
      const question: Question | undefined = flow.questions.get(q);
      const about = asked.get(q) ?? new Map<string, Atom>();
      const memo = `${q}:${[...about.keys()].join("|")}`;
      const all = classes.get(memo) ?? (question === undefined ? earlier(about) : classesOf(question, about));
      classes.set(memo, all);
      told.whole &&= all.whole;
      const different = new Map<string, Class>();
      for (const one of all.classes) {
        const said = [...keys].filter((key) => one.holds.has(key)).join("|");
        if (!different.has(said)) different.set(said, one);
      }
      return [...different.values()];
    };

    const start = new Map([...asked.keys()].map((q) => [q, upstream(q)] as const));
    return visit(pairs, start, new Map()) ?? (told.whole ? "same" : "unknown");
  }
  return { make, of, differ };
}

const isConstant = ({ op }: Formula): boolean => op === "true" || op === "false";

/** Every question that matters to these formulas, with what is asked of its answer anywhere. */
function atomsOf(start: readonly Formula[], upstream: (q: string) => readonly Formula[]): ReadonlyMap<string, ReadonlyMap<string, Atom>> {
  const asked = new Map<string, Map<string, Atom>>();
  const seen = new Set<Formula>();
  const enter = (part: Formula): void => {
    if (seen.has(part)) return;
    seen.add(part);
    part.of.forEach(enter);
    if (part.q === "") return;
    if (!asked.has(part.q)) {
      asked.set(part.q, new Map());
      upstream(part.q).forEach(enter);
    }
    if (part.atom !== undefined) asked.get(part.q)?.set(part.key, part.atom);
  };
  start.forEach(enter);
  return asked;
}

/** The questions that still matter: those the formulas name, and those that decide whether these are asked. */
function cone(live: readonly Formula[], rest: ReadonlyMap<string, readonly Formula[]>): ReadonlySet<string> {
  const all = new Set<string>();
  const enter = (part: Formula): void => {
    for (const q of part.names) {
      if (all.has(q)) continue;
      all.add(q);
      rest.get(q)?.forEach(enter);
    }
  };
  live.forEach(enter);
  return all;
}

function keysOf(part: Formula, q: string): readonly string[] {
  if (!part.names.has(q)) return [];
  return part.op === "atom" ? [part.key] : part.of.flatMap((inner) => keysOf(inner, q));
}

/** Answers of earlier chapters: of their questions nothing is known here but what conditions ask. Absent is null. */
function earlier(asked: ReadonlyMap<string, Atom>): ReturnType<typeof classesOf> {
  const options = [...asked.values()].flatMap((atom) => (atom.op === "has" ? [atom.option] : []));
  const values = [...asked.values()].flatMap((atom): readonly Value[] =>
    atom.op === "in" ? atom.values : atom.op === "cmp" ? around(atom.value) : atom.op === "asked" ? ["x"] : [],
  );
  const sets = options.length <= MOST_COMBINED ? subsets(options) : options.map((option) => [option]);
  const samples: readonly (Value | null)[] = [...values, ...sets, null];
  return {
    classes: samples.map((sample) => ({
      sample,
      holds: new Set([...asked].flatMap(([key, atom]) => (holds(atom, { ...NOTHING, value: () => sample ?? undefined }) ? [key] : []))),
    })),
    whole: options.length <= MOST_COMBINED,
  };
}
