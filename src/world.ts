/** The world that a command works in: the disk, the clock, the terminal and the definitions of this machine. */
import { cases, folderOf } from "./adapters/cases.ts";
import { fixedClock, localDay, systemClock } from "./adapters/clock.ts";
import { sha256 } from "./adapters/crypto.ts";
import { definition, flowIds } from "./adapters/definitions.ts";
import { disk } from "./adapters/disk.ts";
import { isLinear, openFace, type Face } from "./adapters/face.ts";
import { say, sayLines, sayWhole } from "./adapters/output.ts";
import type { Own } from "./adapters/own.ts";
import { madeFor, profile, profileIn, profileSource } from "./adapters/profile.ts";
import { bytesOf } from "./adapters/read.ts";
import { vault } from "./adapters/vault.ts";
import type { Office } from "./commands/organisation.ts";
import { nl } from "./core/nl.ts";
import type { Checking, Examined, Organisation, World } from "./ports.ts";

declare const MELDCODE_VERSION: string;

export const isTerminal = (): boolean => process.stdin.isTTY && process.stdout.isTTY;

/** Own definitions, in the folder that was named. */
export const ownIn = (folder: string | undefined, exercise = false): Own => ({
  folder,
  exercise,
  today: localDay,
  tell: sayLines,
});

/**
 * @param root the folder of the package
 * @param dir of the cases, where one was named
 * @param named the file of the profile, where one was named
 * @param quiet without tips
 */
export function worldOf(root: string, dir: string | undefined, face: Face, own: Own, named: string | undefined, quiet: boolean): World {
  const secret = async (title: string): Promise<string> => (await import("./adapters/passphrase.ts")).passphrase(process.env, face, title);
  let tries = 0;
  const unlocking = async (wrong?: string): Promise<string | undefined> => {
    if (tries++ === 3 || (wrong !== undefined && process.env["MELDCODE_PASSPHRASE_FILE"])) return undefined;
    return secret(wrong === undefined ? nl.key.passphrase : `${wrong} ${nl.key.passphrase}`);
  };
  const keys = vault(disk, folderOf(undefined, process.env), unlocking);
  const kept = cases(dir, process.env, keys, undefined, root);
  const profileAt = named ?? profileIn(kept.folder);
  const organisation = (): Promise<Organisation | undefined> => profile(profileAt, named !== undefined);
  // A folder that was named goes before that of the profile.
  const owned = async (): Promise<Own> => ({ ...own, folder: own.folder ?? (await organisation())?.definitions });
  return {
    version: MELDCODE_VERSION,
    // How the user can type the next command: after `npm start` there is no meldcode on the path.
    program: process.env["npm_lifecycle_event"] === "start" ? "npm start --" : "meldcode",
    cases: kept,
    keys,
    secret,
    now: systemClock,
    exerciseNow: () => fixedClock(process.env["MELDCODE_NOW"])(),
    profile: profileAt,
    organisation,
    wording: quiet ? undefined : async () => (await import("./adapters/wording.ts")).wording(root, await organisation()),
    practice: async () => (await import("./adapters/practice.ts")).practice(root),
    retention: async () => (await import("./adapters/retention.ts")).retention(root),
    definition: async (id, tailoring) => definition(root, id, await owned(), tailoring),
    flows: async () => flowIds(root, await owned()),
    hash: (edition) => sha256(JSON.stringify(edition)),
    fingerprint: sha256,
    answers: async (file, { flow, editionHash }) => (await import("./adapters/answersfile.ts")).readAnswers(file, flow, editionHash),
    // Only looked at when something is to be asked: the streams of process are slow to make.
    get prompt() {
      return isTerminal() ? (today?: () => string) => openFace(face, process.env, { today }) : undefined;
    },
    out: say,
    tell: isLinear(face, process.env) ? sayWhole : sayLines,
    write: kept.write,
  };
}

/** The world of who looks at a case file itself. */
export const checking = (world: World): World & Checking =>
  Object.assign(world, {
    judge: async (events: Examined["events"]) => (await import("./adapters/judge.ts")).judgeFor(events),
    bytes: (path: string) => bytesOf(disk, path),
  });

export const officeOf = ({ profile: path, write }: World): Office => ({
  path,
  source: () => profileSource(path),
  keep: (text, force) => {
    madeFor(path);
    write(path, text, force);
  },
});
