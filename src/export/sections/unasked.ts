/** What was not asked, grouped by the answer or norm that made it so; undefined when all was asked. */
import type { Question, Step } from "../../core/flow.ts";
import { nl } from "../../core/nl.ts";
import { fixed, lines, section, text, type Line, type Section, type Shown } from "../block.ts";
import type { Ground } from "../../core/grounds.ts";
import { inWords, isOpen, rooter } from "../grounds.ts";
import { groupBy } from "../group.ts";
import type { Reading } from "../reading.ts";
import { stepTitle } from "./steps.ts";

const words = nl.record.unasked;
/** With more grounds than this the why is no longer short; the step's title then says enough. */
const FEW = 4;

export function unasked(reading: Reading): Section | undefined {
  const groups = groupBy(
    offPath(reading).filter(({ waits }) => waits.length === 0),
    ({ question, roots }) => why(question, roots, reading),
  );
  const sizes = bySteps(reading);
  const grouped = [...groups].map(([because, all]): Line => ({
    label: because,
    shown: named(
      all.map(({ question }) => question),
      sizes,
    ),
  }));
  return grouped.length === 0 ? undefined : section(words.title, text(words.intro), ...lines(grouped));
}

/** What may still be asked, by the open questions on which that depends. */
export function depending(reading: Reading): readonly Line[] {
  const groups = groupBy(
    offPath(reading).filter(({ waits }) => waits.length > 0),
    ({ waits }) =>
      nl.listed(
        waits.map((ground) => inWords(ground, reading)),
        words.and,
      ),
  );
  const sizes = bySteps(reading);
  return [...groups].map(([because, all]) => ({
    label: because,
    shown: named(
      all.map(({ question }) => question),
      sizes,
    ),
  }));
}

interface OffPath {
  readonly question: Question;
  readonly roots: readonly Ground[];
  /** Those of its roots that are still open. */
  readonly waits: readonly Ground[];
}

function offPath(reading: Reading): readonly OffPath[] {
  const find = rooter(reading);
  return [...reading.chapter.flow.questions.values()]
    .filter((question) => !reading.onPath.has(question.id) && asks(question))
    .map((question) => {
      const roots = find(question.when);
      return { question, roots, waits: roots.filter((ground) => isOpen(ground, reading)) };
    });
}

function why(question: Question, roots: readonly Ground[], reading: Reading): string {
  const departure = reading.chapter.flow.decision?.departure.includes(question.id) ?? false;
  const { departs, status, report } = reading.walk;
  // Where no rule says anything, as on another route, there is nothing to depart from.
  if (departure && status !== "open" && report !== undefined && !departs) return words.noDeparture;
  // What stands in a list comes last: it ends in a sentence of its own.
  const last = (ground: Ground): number => ("q" in ground && ground.of === "entry" ? 1 : 0);
  const because = roots
    .toSorted((a, b) => last(a) - last(b))
    .map((ground) => inWords(ground, reading))
    .filter((said) => said !== "");
  return because.length === 0 || because.length > FEW
    ? words.otherwise(stepTitle(question.step))
    : nl.capital(nl.listed(because, words.and));
}

/** All that a step can ask, on the path or not. */
const bySteps = ({ chapter }: Reading): ReadonlyMap<Step, readonly Question[]> =>
  groupBy([...chapter.flow.questions.values()].filter(asks), ({ step }) => step);

/** Notices are left out: they say something and ask nothing. */
const asks = ({ kind }: Question): boolean => kind !== "notice";

const shortTitle = ({ number, title }: Step): string => (number === undefined ? title : nl.record.steps.short(number));

/** A step of which every question is in the group is named as a whole. */
function named(questions: readonly Question[], sizes: ReadonlyMap<Step, readonly Question[]>): Shown {
  const steps = [...groupBy(questions, ({ step }) => step)];
  const texts = steps.map(([step, some]) => {
    const whole = sizes.get(step)?.length ?? 0;
    if (some.length === whole && whole > 1) return words.whole(shortTitle(step));
    const labels = some.map(({ label }) => label).join("; ");
    return steps.length === 1 ? labels : words.part(shortTitle(step), labels);
  });
  return fixed(...texts);
}
