import { fold } from "../core/case.ts";
import { DiskDefect, EXIT, JournalDefect, UsageDefect } from "../core/defect.ts";
import { nl } from "../core/nl.ts";
import { firstDifference, verify as check, type Finding, type Verified } from "../core/verify.ts";
import { visible } from "../core/visible.ts";
import { inline } from "../export/escape.ts";
import { markdown } from "../export/markdown.ts";
import { RENDERER } from "../export/sections/origin.ts";
import type { Checking, Examined, World } from "../ports.ts";

export interface VerifyOptions {
  /** A record as Markdown that should follow from the case. */
  readonly record: string | undefined;
  /** The hash of a line that was kept elsewhere. */
  readonly fingerprint: string | undefined;
}

/** What is said, and whether it is something that was found. */
interface Said {
  readonly found: boolean;
  readonly lines: readonly string[];
}

const MOST = 20;

/**
 * Checks cases, one after the other: their chain, and all that follows from what was written down. Reads only.
 * @returns the exit code, of several cases the worst
 * @throws UsageDefect
 */
export async function verify(world: World & Checking, names: readonly string[], options: VerifyOptions): Promise<number> {
  const fingerprint = options.fingerprint?.trim().toLowerCase();
  if (fingerprint !== undefined && !/^[0-9a-f]{64}$/.test(fingerprint)) throw new UsageDefect(nl.trust.verify.hexShape);
  if (names.length > 1 && (fingerprint ?? options.record) !== undefined) throw new UsageDefect(nl.trust.verify.oneCase);
  let worst: number = EXIT.fine;
  for (const name of names) {
    try {
      if (await isWrong(world, name, { record: options.record, fingerprint })) worst = Math.max(worst, EXIT.found);
    } catch (error) {
      // The others are checked all the same.
      if (!(error instanceof JournalDefect || error instanceof DiskDefect)) throw error;
      world.tell(error.message);
      worst = Math.max(worst, error.exit);
    }
  }
  say(world, nl.trust.verify.proves, nl.trust.verify.provesNot);
  return worst;
}

/** Says how one case is. @returns whether anything is wrong with it */
async function isWrong(world: World & Checking, name: string, { record, fingerprint }: VerifyOptions): Promise<boolean> {
  const given = record === undefined ? undefined : world.bytes(record);
  const examined = await world.cases.examine(name);
  const verified = check(examined.events, await world.judge(examined.events));
  const all = [...verified.findings, ...broken(examined)];
  const result = [
    findings(examined, all),
    about(examined, verified),
    ...(fingerprint === undefined ? [] : [comparedHash(examined, fingerprint)]),
    ...(record === undefined || given === undefined ? [] : [comparedRecord(examined, all, record, given)]),
  ];
  say(world, examined.path, ...result.flatMap(({ lines }) => lines).map((line) => `  ${line}`), "");
  return result.some(({ found }) => found);
}

const say = ({ out }: World, ...lines: readonly string[]): void => {
  out(lines.map((line) => `${visible(line)}\n`).join(""));
};

const broken = ({ events, wrong }: Examined): readonly Finding[] => (wrong === undefined ? [] : [{ line: events.length + 1, what: wrong }]);

function findings({ events, torn, unended }: Examined, all: readonly Finding[]): Said {
  const words = nl.trust.verify;
  const tail = [...(torn > 0 ? [words.torn(torn)] : []), ...(unended ? [words.unended] : [])];
  if (all.length + tail.length === 0) return { found: false, lines: [words.fine(events.length)] };
  const [first] = all;
  return {
    found: true,
    lines: [
      words.wrong,
      ...[...all.slice(0, MOST).map(({ what }) => what), ...tail].map(words.finding),
      ...(all.length > MOST ? [words.more(all.length - MOST)] : []),
      ...(first === undefined ? [] : [words.firstWrong(first.line)]),
    ],
  };
}

/** Status, how many lines, the fingerprint; and what erased lines leave open. */
function about({ events, wrong }: Examined, { state, standing, erased, unsure }: Verified): Said {
  const words = nl.trust.verify;
  const last = events.at(-1);
  return {
    found: false,
    lines: [
      ...(state?.exercise === true ? [nl.interview.exercise] : []),
      ...(state === undefined
        ? []
        : [
            words.status(standing === undefined ? nl.list.empty : nl.list.status(standing.status, standing.waiting), state.chapters.length),
          ]),
      ...(standing === undefined || standing.status === "finished" ? [] : [words.notYet]),
      ...(standing?.status === "finished" && !standing.ended ? [words.allAnswered] : []),
      ...(standing === undefined ? [] : [words.counted(standing.counted, standing.parked)]),
      ...(erased.length === 0 ? [] : [words.erased(erased, unsure)]),
      wrong === undefined ? words.lines(events.length) : words.linesUpTo(events.length),
      ...(last === undefined
        ? [words.noFingerprint]
        : [wrong === undefined ? words.fingerprint(last.hash) : words.fingerprintUpTo(last.n, last.hash)]),
    ],
  };
}

function comparedHash({ events, wrong }: Examined, fingerprint: string): Said {
  const words = nl.trust.verify;
  const line = events.findIndex(({ hash }) => hash === fingerprint) + 1;
  if (line === 0) return { found: true, lines: [words.otherHash] };
  const erased = isErasedSince(events, line) ? [words.erasedAfter] : [];
  if (line < events.length) return { found: true, lines: [words.earlierHash(line, events.length - line), ...erased] };
  return wrong === undefined ? { found: false, lines: [words.sameHash] } : { found: true, lines: [words.lastSoundHash(line)] };
}

/** The record against what the case gave when the fingerprint in it was the last one. */
function comparedRecord({ events }: Examined, all: readonly Finding[], path: string, given: Uint8Array): Said {
  const words = nl.trust.verify;
  const text = new TextDecoder().decode(given);
  const [renderer, fingerprint] = [valueOf(text, nl.record.origin.renderer), valueOf(text, nl.record.origin.fingerprint)];
  if (renderer === undefined || fingerprint === undefined) return { found: true, lines: [words.noRecord(path)] };
  const line = events.findIndex(({ hash }) => hash === fingerprint) + 1;
  if (line === 0) return { found: true, lines: [words.recordOther(path)] };
  const since = events.length - line;
  const place = since === 0 ? words.hashInRecord(path) : words.recordEarlier(path, line, since);
  const only = (...lines: readonly string[]): Said => ({ found: since > 0, lines: [place, ...lines] });
  if (renderer !== RENDERER) return only(words.otherRenderer(renderer, RENDERER));
  if (all.some((finding) => finding.line <= line)) return { ...only(words.notRendered), found: true };
  if (isErasedSince(events, line)) return only(words.erasedSince);
  const wanted = new TextEncoder().encode(markdown(fold(events.slice(0, line))));
  const differs = firstDifference(given, wanted);
  if (differs === undefined) return since === 0 ? { found: false, lines: [words.recordSame(path)] } : only(words.recordSameEarlier(line));
  const onlyEnds = firstDifference(new TextEncoder().encode(text.replaceAll("\r\n", "\n")), wanted) === undefined;
  return { ...only(words.recordDiffers(path, differs), ...(onlyEnds ? [words.lineEnds] : [])), found: true };
}

/** What stands behind a label of the record, at its end: nobody can have typed the line, as what is typed is escaped. */
function valueOf(record: string, label: string): string | undefined {
  const lead = `- **${inline(`${label}:`)}** `;
  return record
    .split(/\r?\n/)
    .findLast((line) => line.startsWith(lead))
    ?.slice(lead.length)
    .trim();
}

/** Whether a line up to this one lost its content after this one. */
const isErasedSince = (events: Examined["events"], line: number): boolean =>
  events.some((event) => event.n > line && event.type === "erased" && event.body !== null && event.body.line <= line);
