/** At the end of a chapter: what there is to look at once more. She mends it, or leaves it as it is and can say why. */
import type { Case } from "../core/case.ts";
import type { Chapter } from "../core/chapter.ts";
import { leaving, omissions, REASONS, type Omission } from "../core/omission.ts";
import type { Question } from "../core/flow.ts";
import { nl } from "../core/nl.ts";
import { words } from "../core/nl-care.ts";
import { aside } from "./asking.ts";
import { chapterIn, walkIn, type Session } from "./converse.ts";

const ON = "verder";
const REASON = "reden:";

/** Shows it once, and asks until she goes on. @returns the question she goes to, or done when all may stay as it is */
export async function remarks(session: Session): Promise<Question | "done" | "stop"> {
  const { flow } = chapterIn(session);
  const label = (q: string): string => flow.questions.get(q)?.label ?? q;
  const read = (): readonly Omission[] => omissions(session.state(), chapterIn(session), walkIn(session)).raised;
  const found = read();
  if (found.length === 0) return "done";
  session.prompt.tell(nl.chapter.remarks, ...lines(found, label));
  for (;;) {
    const now = read();
    const reply = await session.prompt.choose({
      title: nl.chapter.onward,
      label: nl.chapter.remarked,
      place: "",
      lines: [],
      help: undefined,
      options: [
        { id: ON, text: nl.chapter.asIs },
        ...[...new Set(now.map(({ check }) => check.question))].map((q) => ({ id: q, text: nl.chapter.mend(label(q)) })),
        ...now.filter(isUnsaid).map(({ check }) => ({ id: `${REASON}${check.id}`, text: words.leave(check.text) })),
      ],
    });
    if (reply.kind === "stop") return "stop";
    if (reply.kind === "back") return walkIn(session).path.at(-1) ?? "done";
    if (reply.value === ON) return "done";
    const left = now.find(({ check }) => `${REASON}${check.id}` === reply.value);
    if (left === undefined) return flow.questions.get(reply.value) ?? "done";
    if ((await leave(session, left)) === "stop") return "stop";
  }
}

/** The same for who has no terminal, with how a reason comes into the case. */
export function told(state: Case, chapter: Chapter): readonly string[] {
  const found = omissions(state, chapter).raised;
  if (found.length === 0) return [];
  const unsaid = found.find(isUnsaid);
  return [
    nl.chapter.remarks,
    ...lines(found, (q) => chapter.flow.questions.get(q)?.label ?? q),
    ...(unsaid === undefined ? [] : [words.inFile(REASONS, unsaid.check.id)]),
  ];
}

/** A reason is asked for what is more than a tip, once. */
const isUnsaid = ({ severity, reason }: Omission): boolean => severity !== "tip" && reason === undefined;

async function leave(session: Session, { check }: Omission): Promise<"on" | "stop"> {
  const reply = await session.prompt.ask({ ...aside(words.reason), note: check.text });
  if (reply.kind === "answer") await session.say(leaving(chapterIn(session), check, String(reply.value)));
  return reply.kind === "stop" ? "stop" : "on";
}

/** What was found, a line each, under how much it weighs where that is said. */
export function lines(found: readonly Omission[], label: (q: string) => string): readonly string[] {
  return found.map(({ check, severity, reason }) => {
    const said = nl.chapter.remark(check.text, check.why, label(check.question));
    const weight = `- ${check.severity === undefined ? "" : `${words.group(severity)}. `}${said}`;
    return reason === undefined ? weight : `${weight} ${words.check.reason(reason.text, nl.date(reason.at), reason.by)}`;
  });
}
