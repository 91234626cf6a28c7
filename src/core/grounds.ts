/** Why a condition holds or does not: the answers and norms that decide it. */
import { holds, type Atom, type Condition, type Scope } from "./condition.ts";
import type { Flow, Question } from "./flow.ts";
import { isAnswered, type Answers, type Walk } from "./walk.ts";

/** What was looked at: an answer as a whole, what stands in the entries of a list, or a norm. */
export type Ground = { readonly q: string; readonly of: "answer" } | EntryGround | { readonly norm: string };
export interface EntryGround {
  readonly q: string;
  readonly of: "entry";
  /** What was asked of the entries. */
  readonly test: Extract<Atom, { readonly op: "some" | "every" }>;
}

/**
 * The grounds of a condition as it stands now, in its own order, each once. Of an `all` that fails the first failing part is
 * enough; of an `any` that holds only the parts that hold count.
 */
export function grounds(condition: Condition, scope: Scope): readonly Ground[] {
  return distinct(
    decisive(
      condition,
      scope,
      (parts) => parts.slice(0, 1),
      (ground) => [ground],
    ),
  );
}

/**
 * @param pick which of the parts of an `all` that fail are looked into
 * @param each what a ground stands for
 */
export function decisive(
  condition: Condition,
  scope: Scope,
  pick: (failing: readonly Condition[]) => readonly Condition[],
  each: (ground: Ground) => readonly Ground[],
): readonly Ground[] {
  const inside = (part: Condition): readonly Ground[] => decisive(part, scope, pick, each);
  switch (condition.op) {
    case "all":
    case "any": {
      const truth = holds(condition, scope);
      const alike = condition.of.filter((part) => holds(part, scope) === truth);
      return (condition.op === "all" && !truth ? pick(alike) : alike).flatMap(inside);
    }
    case "not":
      return inside(condition.of);
    case "norm":
      return each({ norm: condition.id });
    case "fact":
      return [];
    case "some":
    case "every":
      return each({ q: condition.q, of: "entry", test: condition });
    default:
      return each({ q: condition.q, of: "answer" });
  }
}

const key = (ground: Ground): string =>
  "norm" in ground ? `norm ${ground.norm}` : `q ${ground.q} ${ground.of === "entry" ? JSON.stringify(ground.test) : ""}`;

export function distinct(all: readonly Ground[]): readonly Ground[] {
  return [...new Map(all.map((ground) => [key(ground), ground])).values()];
}

/**
 * The answers that what a condition says rests on, in flow order: while these stay as they are, every other answer may change
 * and the condition, and every norm in it, keeps its value.
 */
export function support(flow: Flow, answers: Answers, { path, scope }: Walk, condition: Condition): readonly Question[] {
  const onPath = new Set(path.map(({ id }) => id));
  const found = new Set<string>();
  const looked = new Set<string>();
  const once = (what: string, look: () => void): void => {
    if (looked.has(what)) return;
    looked.add(what);
    look();
  };
  // An answer counts because its question is on the path, and an absent one because it is not: both rest on something too.
  const question = (id: string): void => {
    once(`q ${id}`, () => {
      const asked = flow.questions.get(id);
      if (asked === undefined) return;
      if (onPath.has(id)) found.add(id);
      into(asked.when);
    });
  };
  const norm = (id: string): void => {
    once(`norm ${id}`, () => {
      const rule = flow.norms.get(id);
      if (rule === undefined) return;
      const open = [...rule.names].find((q) => onPath.has(q) && !isAnswered(answers.get(q)));
      if (open !== undefined) {
        question(open);
        return;
      }
      const applies = holds(rule.when, scope);
      into(rule.when);
      if (!applies) return;
      into(rule.met);
      // Any question it names that came on the path unanswered would leave the norm unreached.
      for (const q of rule.names) if (!onPath.has(q) && !isAnswered(answers.get(q))) question(q);
    });
  };
  const into = (part: Condition): void => {
    decisive(
      part,
      scope,
      (failing) => failing.slice(0, 1),
      (ground) => {
        if ("norm" in ground) norm(ground.norm);
        else question(ground.q);
        return [];
      },
    );
  };
  into(condition);
  return [...flow.questions.values()].filter(({ id }) => found.has(id));
}
