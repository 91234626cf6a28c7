/** From here to anywhere: the steps and how they stand, the answers in them, and all of it before the decision. */
import { answerIn, footings } from "../core/because.ts";
import type { Question, Step } from "../core/flow.ts";
import { omissions } from "../core/omission.ts";
import { nl } from "../core/nl.ts";
import { words as care } from "../core/nl-care.ts";
import { stateOf } from "../core/position.ts";
import { spoken, whole, type Known } from "../core/summary.ts";
import { chapterIn, walkIn, type Session } from "./converse.ts";
import { lines } from "./remarks.ts";

type Chosen = Question | "on" | "stop";
const ON = "verder";
const ALL = "alles";
/** How many answers that would change a norm are named: the ones nearest to the decision. */
const NEAREST = 4;
const STORY = "verhaal";

/** The steps, each with how it stands; from there to one of its questions. */
export async function overview(session: Session): Promise<Chosen> {
  for (;;) {
    const { flow, answers } = chapterIn(session);
    const now = walkIn(session);
    const steps = flow.steps.map((step) => ({ id: step.id, text: nl.overview.step(step, stateOf(flow, answers, now, step)) }));
    const reply = await session.prompt.choose({
      ...nl.overview.menu(now.status),
      options: [
        { id: ON, text: nl.overview.on(now.next === undefined) },
        ...steps,
        { id: ALL, text: nl.overview.all },
        ...(session.story === undefined ? [] : [{ id: STORY, text: nl.practice.again }]),
      ],
    });
    if (reply.kind === "stop") return "stop";
    if (reply.kind !== "answer" || reply.value === ON) return "on";
    if (reply.value === STORY) {
      session.story?.again();
      continue;
    }
    if (reply.value === ALL) {
      session.prompt.tell(...reading(session));
      continue;
    }
    const step = flow.steps.find(({ id }) => id === reply.value);
    const chosen = step === undefined ? "on" : await within(session, step);
    if (chosen !== "on") return chosen;
  }
}

/** All answers, what is open, and what the norms rest on; then on to the decision, or to what must be corrected. */
export async function review(session: Session): Promise<Chosen | "back"> {
  session.prompt.tell(...reading(session));
  const reply = await session.prompt.choose(nl.overview.review(walkIn(session).open.length));
  if (reply.kind !== "answer") return reply.kind;
  return reply.value === "verbeter" ? overview(session) : "on";
}

/** The questions of a step, each with its answer. */
async function within(session: Session, step: Step): Promise<Chosen> {
  const { answers } = chapterIn(session);
  const questions = walkIn(session).path.filter((question) => question.step.id === step.id && question.kind !== "notice");
  if (questions.length === 0) {
    session.prompt.tell(nl.overview.nothing);
    return "on";
  }
  const reply = await session.prompt.choose({
    ...nl.overview.within(step.title),
    options: questions.map((question) => ({ id: question.id, text: answerIn(question, answers) })),
  });
  if (reply.kind === "stop") return "stop";
  return (reply.kind === "answer" && questions.find(({ id }) => id === reply.value)) || "on";
}

/** The whole case as lines. */
function reading(session: Session): readonly string[] {
  const { flow, answers } = chapterIn(session);
  const now = walkIn(session);
  const words = nl.overview;
  const asks = ({ kind }: Question): boolean => kind !== "notice";
  const found = omissions(session.state(), chapterIn(session), now).raised;
  const steps = flow.steps.flatMap((step) => {
    const asked = now.path.filter((question) => question.step.id === step.id && asks(question) && answers.has(question.id));
    return asked.length === 0 ? [] : ["", words.heading(step), ...asked.flatMap((question) => inFull(question, { flow, answers }))];
  });
  const open = now.open.filter(asks);
  const parked = now.parked.flatMap((id) => flow.questions.get(id) ?? []).filter(asks);
  const reached = footings(flow, answers, now);
  return [
    ...steps,
    ...(open.length === 0 ? [] : ["", words.open, ...open.map(({ label }) => `  ${label}`)]),
    ...(parked.length === 0 ? [] : ["", words.parked, ...parked.flatMap((question) => inFull(question, { flow, answers }))]),
    "",
    words.norms,
    ...(reached.length === 0 ? [`  ${words.noNorm}`] : []),
    ...reached.flatMap((footing) => [
      `  ${words.norm(footing.title, footing.state, footing.rests.length)}`,
      ...footing.rests.map((question) => `    - ${answerIn(question, answers)}`),
      ...footing.pivots.slice(-NEAREST).map((pivot) => `    ${words.pivot(pivot)}`),
    ]),
    ...(found.length === 0 ? [] : ["", care.soFar, ...lines(found, (q) => flow.questions.get(q)?.label ?? q).map((line) => `  ${line}`)]),
    ...(now.report === undefined ? [] : ["", now.report.text.trim()]),
    ...(now.help === undefined ? [] : [now.help.text.trim()]),
  ];
}

/** An answer as it stands: a text whole, a list entry by entry. */
function inFull(question: Question, { flow, answers }: Known): readonly string[] {
  const answer = answers.get(question.id);
  const label = nl.prompt.colon(question.label);
  if (answer?.kind === "list" && answer.items.length > 0)
    return [
      `  ${label.trimEnd()}`,
      ...answer.items.map(({ value }, i) => `    ${String(i + 1)}. ${whole(question, value, { flow, answers }).map(onOneLine).join("; ")}`),
    ];
  if (answer?.kind !== "value") return [`  ${label}${nl.record.none}`];
  const empty = Array.isArray(answer.value) && answer.value.length === 0;
  const [first = "", ...more] = (answer.value === null ? nl.prompt.skipped : empty ? nl.record.none : spoken(question, answer.value)).split(
    "\n",
  );
  return [`  ${label}${first}`, ...more.map((line) => `    ${line}`)];
}

/** No full stop before a semicolon. */
const onOneLine = (text: string): string => text.replace(/\s*\n\s*/g, " ").replace(/[.,;:]+$/u, "");
