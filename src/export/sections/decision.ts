/** The decision first: the outcome, a departure with its reason, what the norms say beside what was decided, and what it rests on. */
import type { Norm, Rule, Ruling } from "../../core/flow.ts";
import { nl } from "../../core/nl.ts";
import { entry, fixed, marked, section, strong, text, type Block, type Line, type Section, type Shown } from "../block.ts";
import { grounds } from "../../core/grounds.ts";
import { groundLine } from "../grounds.ts";
import { answered, type Reading } from "../reading.ts";
import { answerLine } from "../shown.ts";

const words = nl.record.decision;

export function decision(reading: Reading): Section {
  const { outcome } = reading.walk;
  const { everFinished, hasBlanks, flow } = reading.chapter;
  // A chapter in which nothing is decided only ends in some way.
  if (flow.decision === undefined)
    return section(words.ending, outcome === undefined ? text(words.endless) : strong(outcome.title), ...basis(reading));
  const result =
    outcome === undefined
      ? [strong(words.none), text(everFinished ? (hasBlanks ? words.erased : words.reopened) : words.noneYet)]
      : [strong(words.outcome(outcome.title))];
  return section(words.title, ...result, ...departure(reading), ...sides(reading), ...basis(reading));
}

function departure(reading: Reading): readonly Block[] {
  const { chapter, walk, onPath } = reading;
  if (!walk.departs || (walk.status === "open" && chapter.everFinished)) return [];
  const questions = (chapter.flow.decision?.departure ?? []).flatMap((id) =>
    onPath.has(id) ? (chapter.flow.questions.get(id) ?? []) : [],
  );
  return [
    entry(
      words.departs,
      questions.map((question) => answerLine(reading, question) ?? { label: question.label, shown: marked(nl.record.notYet) }),
    ),
  ];
}

function sides(reading: Reading): readonly Block[] {
  const { chapter, walk } = reading;
  const { decision: deciding } = chapter.flow;
  if (deciding === undefined) return [];
  // An outcome that leaves it open (null) belongs to another route; then no rule of this code will ever say more.
  const unknown = walk.outcome?.report === null ? words.elsewhere : nl.record.notKnown;
  const side = (ruling: Ruling, rule: Rule | undefined, decided: boolean | null | undefined, usual: Usual): Block => {
    const own = ruling.record;
    const said = own === undefined ? undefined : answerTo(reading, ruling.question);
    return entry(own?.title ?? usual.title, [
      { label: words.says, shown: rule === undefined ? marked(unknown) : fixed(own?.[rule.rule] ?? usual.rules[rule.rule]) },
      { label: words.decided, shown: chosen(decided, own ?? usual) ?? said ?? marked(words.elsewhere) },
    ]);
  };
  return [
    side(deciding.report, walk.report, walk.outcome?.report, { title: words.report, rules: words.reportRules, ...words.reported }),
    side(deciding.help, walk.help, walk.outcome?.help, { title: words.help, rules: words.helpRules, ...words.helped }),
  ];
}

/** How it is said of reporting and of help. */
interface Usual extends YesNo {
  readonly title: string;
  readonly rules: Readonly<Record<Rule["rule"], string>>;
}
interface YesNo {
  readonly yes: string;
  readonly no: string;
}

/** undefined when the outcome leaves it open. */
function chosen(decided: boolean | null | undefined, { yes, no }: YesNo): Shown | undefined {
  if (decided === undefined) return marked(words.notYet);
  return decided === null ? undefined : fixed(decided ? yes : no);
}

/** What was answered, where the outcome leaves it open. */
function answerTo(reading: Reading, id: string): Shown | undefined {
  const question = reading.chapter.flow.questions.get(id);
  return question !== undefined && answered(reading, id) ? answerLine(reading, question)?.shown : undefined;
}

/** The norms that apply, with the answers that carry them; when none does, the answers for that. Then the answers behind the outcome. */
function basis(reading: Reading): readonly Block[] {
  const norms = [...reading.chapter.flow.norms.values()];
  const { outcome, status } = reading.walk;
  const sure = status === "finished";
  const follows =
    outcome === undefined ? [] : distinct(grounds(outcome.when, reading.scope).flatMap((ground) => groundLine(ground, reading) ?? []));
  const outcomeBlock = follows.length === 0 ? [] : [entry(words.follows, follows)];
  const met = norms.filter(({ id }) => reading.walk.norms.get(id) === "met");
  const of = (norm: Norm): Block =>
    entry(norm.class === "meldnorm" ? words.applies(norm.title) : words.precaution(norm.title), [
      { label: words.normText, shown: fixed(norm.text) },
      ...resting(norm, reading),
    ]);
  const meldnormen = met.filter((norm) => norm.class === "meldnorm");
  const without = norms.filter((norm) => norm.class === "meldnorm" && reading.walk.norms.get(norm.id) === "not-met");
  const none: readonly Block[] =
    meldnormen.length > 0
      ? []
      : without.length === 0
        ? [text(sure ? words.notReached : words.notReachedYet)]
        : [
            entry(
              sure ? words.noNorm : words.noNormYet,
              distinct(
                without.flatMap((norm) => resting(norm, reading).filter(({ label }) => !norms.some(({ title }) => title === label))),
              ),
            ),
          ];
  const blocks = [
    ...meldnormen.map(of),
    ...(norms.length === 0 ? [] : none),
    ...met.filter((norm) => norm.class === "voorzorg").map(of),
    ...outcomeBlock,
  ];
  return blocks.length === 0 ? [] : [section(words.basis, ...blocks)];
}

function resting(norm: Norm, reading: Reading): readonly Line[] {
  return distinct(
    [...grounds(norm.when, reading.scope), ...grounds(norm.met, reading.scope)].flatMap((ground) => groundLine(ground, reading) ?? []),
  );
}

const distinct = (all: readonly Line[]): readonly Line[] =>
  all.filter(({ label }, i) => all.findIndex((other) => other.label === label) === i);
