/** Where cases are kept, and how their files are named. */
import { randomBytes } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { JournalDefect, UsageDefect } from "../core/defect.ts";
import { nl } from "../core/nl.ts";
import type { Cases, Clock } from "../ports.ts";
import { fixedClock, systemClock } from "./clock.ts";
import { isOpenToOthers, onDisk, privateFolder, writeFile } from "./files.ts";
import { createCase, openCase, readCase, type Salt } from "./journal.ts";

const ENDING = ".jsonl";
const LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

/**
 * The cases in a folder.
 * @param dir the folder the user named; else MELDCODE_HOME, else the XDG data folder
 */
export function cases(dir: string | undefined, environment: NodeJS.ProcessEnv): Cases & { readonly write: typeof writeFile } {
  const folder = folderOf(dir, environment);
  const clockFor = (exercise: boolean): Clock => (exercise ? fixedClock(environment["MELDCODE_NOW"]) : systemClock);
  const find = (name: string): string => findIn(() => folder, name);
  return {
    folder,
    create: (exercise, events) => {
      privateFolder(folder);
      const clock = clockFor(exercise);
      for (let attempt = 1; attempt < 10_000; attempt++) {
        const id = `${clock().slice(0, 10)}-${exercise ? `oefening${String(attempt)}` : randomId()}`;
        const journal = createCase(join(folder, id + ENDING), events(id), clock, saltFor(exercise));
        if (journal !== null) return journal;
      }
      throw new JournalDefect(nl.journal.noName(folder));
    },
    open: (name) => {
      const path = find(name);
      const before = readCase(path);
      const [first] = before.events;
      const exercise = first?.type === "opened" && first.body?.exercise === true;
      return openCase(path, clockFor(exercise), saltFor(exercise), before);
    },
    read: (name) => readFrom(dir, environment, name),
    list: () =>
      existsSync(folder)
        ? onDisk(folder, () => readdirSync(folder))
            .filter((name) => name.endsWith(ENDING))
            .toSorted()
            .map((name) => join(folder, name))
        : [],
    isOpenToOthers: (path) => isOpenToOthers(dirname(path)),
    write: (path, text, force) => {
      if (existsSync(path)) assertOurs(path, force);
      writeFile(path, text, force);
    },
  };
}

/** A document may take the place of a document, never of a case. @throws UsageDefect */
function assertOurs(path: string, force: boolean): void {
  if (!statSync(path).isFile()) throw new UsageDefect(nl.disk.noFile(path));
  if (path.endsWith(ENDING) || onDisk(path, () => readFileSync(path, "latin1")).startsWith('{"hash":"'))
    throw new UsageDefect(nl.disk.isCase(path));
  if (!force) throw new UsageDefect(nl.disk.exists(path));
}

/** Reads one case without writing, as `Cases.read`. */
export function readFrom(dir: string | undefined, environment: NodeJS.ProcessEnv, name: string): ReturnType<Cases["read"]> {
  const path = findIn(() => folderOf(dir, environment), name);
  const { events, torn } = readCase(path);
  return { path, events, torn: torn.length };
}

function folderOf(dir: string | undefined, environment: NodeJS.ProcessEnv): string {
  // node:os is loaded only here: it is felt at the start, and most cases are named by their path.
  const home = (): string => process.getBuiltinModule("node:os").homedir();
  return resolve(dir || environment["MELDCODE_HOME"] || join(environment["XDG_DATA_HOME"] || join(home(), ".local", "share"), "meldcode"));
}

/** The path a user means: a file that is there, else the reference of a case in the folder. */
function findIn(folder: () => string, name: string): string {
  if (existsSync(name)) return resolve(name);
  const inFolder = join(folder(), name.endsWith(ENDING) ? name : name + ENDING);
  return name.includes("/") && !existsSync(inFolder) ? resolve(name) : inFolder;
}

/** Six letters and digits that cannot be mistaken for each other. */
const randomId = (): string => Array.from(randomBytes(6), (byte) => LETTERS[byte % LETTERS.length]).join("");

/** An exercise counts, so that it can be repeated byte for byte. */
const saltFor = (exercise: boolean): Salt => (exercise ? (n) => n.toString(16).padStart(32, "0") : () => randomBytes(16).toString("hex"));
