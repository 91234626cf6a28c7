/** A case as plain data for other programs. Keys stand in a fixed order: those written here, and else flow order. */
import type { Case } from "../core/case.ts";
import type { Blank, Event } from "../core/event.ts";
import type { Norm, Question } from "../core/flow.ts";
import { fieldPath, type Item } from "../core/value.ts";
import { answered, parkedOf, read, type Reading } from "./reading.ts";
import { mainChapter } from "./record.ts";
import { RENDERER } from "./sections/origin.ts";

/** The top level mirrors the latest chapter of the meldcode; with no chapter at all it says that nothing was answered. */
export function json(state: Case): unknown {
  const readings = state.chapters.map(read);
  const main = readings.find(({ chapter }) => chapter === mainChapter(state));
  return {
    case: { id: state.id, app: state.app, exercise: state.exercise, ...practised(state), opened: state.at, format: state.format },
    ...(main === undefined ? NOTHING : stand(main)),
    chapters: readings.map((reading) => ({ ...edition(reading), ...stand(reading) })),
    notes: state.notes.map(({ at, ch, about, rule, by, text }) => ({ at, ch, about: about ?? null, rule: rule ?? null, by, text })),
    events: state.events.map(told),
    record: { renderer: RENDERER, lines: state.events.length, fingerprint: state.events.at(-1)?.hash ?? null },
  };
}

/** Only of an exercise with a story. */
const practised = ({ practice }: Case): object => (practice === undefined ? {} : { practice });

const UNKNOWN = { rule: null, decided: null };
const NOTHING = {
  status: "open",
  outcome: { id: null, report: UNKNOWN, help: UNKNOWN },
  norms: {},
  precautions: {},
  answers: {},
  parked: {},
  deferred: [],
  open: [],
  departs: false,
};

function edition({ chapter: { n, at, flow, sector, organisation, editionHash, given, finished } }: Reading): object {
  const { framework } = flow;
  return {
    n,
    flow: flow.id,
    version: flow.version,
    sector,
    ...(framework === undefined ? {} : { framework: { name: framework.name, date: framework.date } }),
    ...(organisation === undefined ? {} : { organisation }),
    editionHash,
    begun: at,
    finished: finished?.at ?? null,
    given,
  };
}

/** How a chapter stands: only answers on the path count. */
function stand(reading: Reading): object {
  const { status, outcome, report, help, path, open, deferred, departs } = reading.walk;
  return {
    status,
    outcome: {
      id: outcome?.id ?? null,
      report: { rule: report?.rule ?? null, decided: outcome?.report ?? null },
      help: { rule: help?.rule ?? null, decided: outcome?.help ?? null },
    },
    norms: states(reading, "meldnorm"),
    precautions: states(reading, "voorzorg"),
    answers: Object.fromEntries(
      path.filter(({ id }) => answered(reading, id)).map((question) => [question.id, valueOf(reading, question)]),
    ),
    parked: Object.fromEntries(parkedOf(reading).map((question) => [question.id, valueOf(reading, question)])),
    deferred: deferred.map(({ id }) => id),
    open: open.map(({ id }) => id),
    departs,
  };
}

function states({ chapter, walk }: Reading, of: Norm["class"]): object {
  const norms = [...chapter.flow.norms.values()].filter((norm) => norm.class === of);
  return Object.fromEntries(norms.map(({ id }) => [id, walk.norms.get(id) ?? "not-reached"]));
}

function valueOf({ chapter }: Reading, question: Question): unknown {
  const answer = chapter.answers.get(question.id);
  if (answer === undefined) return null;
  return answer.kind === "value" ? answer.value : answer.items.map((item) => entryOf(question, item));
}

/** The fields that apply, in the order of the list. */
function entryOf(list: Question, { id, value }: Item): object {
  const fields = fieldPath(list, value).filter((field) => value[field.id] !== undefined);
  return { id, ...Object.fromEntries(fields.map((field) => [field.id, value[field.id]])) };
}

/** An event without the edition: that is long, and its hash stands with the chapter. */
function told({ n, at, type, ch, body }: Event | Blank): object {
  if (type !== "begun" || body === null || !("edition" in body)) return { n, at, type, ch, body };
  const { flow, version, sector, editionHash, given } = body;
  return { n, at, type, ch, body: { flow, version, sector, editionHash, given } };
}
