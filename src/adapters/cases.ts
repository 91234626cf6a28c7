/** Where cases are kept, and how their files are named. */
import { existsSync, readFileSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { Defect, FlowDefect, JournalDefect, UsageDefect } from "../core/defect.ts";
import { nl } from "../core/nl.ts";
import type { Cases, Examined } from "../ports.ts";
import { fixedClock, systemClock } from "./clock.ts";
import { decode, editions } from "./chain.ts";
import { random } from "./crypto.ts";
import { disk as machine, type Disk } from "./disk.ts";
import { exposures } from "./exposure.ts";
import { isLeftover, onDisk, privateFolder, remove, replace, unfit, writeNew } from "./files.ts";
import { forget } from "./forget.ts";
import { createCase, openCase, type Salt, type Tools } from "./journal.ts";
import { isSealed } from "./key.ts";
import { giveUp, holdingOf } from "./lock.ts";
import { ENDING, isCaseName, SEALED } from "./place.ts";
import { bytesOf, isEncrypted, named, readCase } from "./read.ts";
import { promised, sweepFolder } from "./sweep.ts";
import type { Vault } from "./vault.ts";

const LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

/**
 * The cases in a folder.
 * @param dir the folder the user named; else MELDCODE_HOME, else the XDG data folder
 * @param root of the built package; only with it are threads used
 */
export function cases(
  dir: string | undefined,
  environment: NodeJS.ProcessEnv,
  vault: Vault,
  disk: Disk = machine,
  root?: string,
): Cases & { readonly write: (path: string, text: string, force: boolean, of?: string) => void } {
  const folder = folderOf(dir, environment);
  /** What was read last: whatever goes wrong then, may be the fault of what stands in it. */
  let last: (Pick<Examined, "path" | "events"> & { readonly prove?: () => void }) | undefined;
  const shared = editions();
  const find = (name: string): string => findIn(() => folder, name);
  const toolsFor = (exercise: boolean): Tools => ({
    disk,
    vault,
    clock: exercise ? fixedClock(environment["MELDCODE_NOW"]) : systemClock,
    salt: saltFor(exercise),
  });
  return {
    folder,
    create: async (exercise, events) => {
      privateFolder(disk, folder);
      sweepFolder(disk, folder);
      const tools = toolsFor(exercise);
      for (let attempt = 1; attempt < 10_000; attempt++) {
        const id = `${tools.clock().slice(0, 10)}-${exercise ? `oefening${String(attempt)}` : randomId()}`;
        const first = events(id);
        const encrypted = first.some(({ type, body }) => type === "kept" && body.encrypted);
        const journal = await createCase(join(folder, id + ENDING + (encrypted ? SEALED : "")), first, tools);
        if (journal !== null) return journal;
      }
      throw new JournalDefect(nl.journal.noName(folder));
    },
    open: async (name, later) => {
      const path = find(name);
      const before = await readCase(path, { disk, vault }, undefined, later);
      last = { path, events: before.events };
      const [first] = before.events;
      // A file without one whole line is somebody's own: as a case with a torn line it would be emptied.
      if (first?.type !== "opened") throw new JournalDefect(`${path}: ${nl.journal.notACase}`);
      const journal = await openCase(path, toolsFor(first.body?.exercise === true), before);
      last = { path, events: journal.events, prove: journal.prove };
      return journal;
    },
    read: async (name) => {
      const path = find(name);
      const { events, torn } = await readCase(path, { disk, vault });
      last = { path, events };
      return { path, events, torn: torn.length };
    },
    skim: async (path) => {
      const { events } = await readCase(path, { disk, vault, shared });
      last = { path, events };
      return events;
    },
    survey: async (paths) =>
      root === undefined
        ? new Map()
        : (await import("./survey.ts")).survey(
            paths.filter((path) => !path.endsWith(SEALED)),
            root,
          ),
    blamed: async (error) => {
      try {
        last?.prove?.();
      } catch (damage) {
        return damage;
      }
      // That no outcome fits, or more than one, is a fault of the edition as well.
      if ((error instanceof Defect && !(error instanceof FlowDefect)) || last === undefined) return error;
      const why = (await import("./judge.ts")).unusable(last.events);
      return why === undefined ? error : new JournalDefect(`${last.path}: ${why}`);
    },
    examine: async (name) => (await import("./examined.ts")).examined(find(name), disk, vault),
    holding: (name) => holdingOf(disk, find(name)),
    giveUp: (name, holding) => {
      giveUp(disk, find(name), holding);
    },
    list: (from = folder) =>
      existsSync(from)
        ? onDisk(from, () => disk.readdirSync(from))
            .filter(isCaseName)
            .toSorted()
            .map((name) => join(from, name))
        : [],
    folderOf: dirname,
    catalogue: async (paths, version, now) => {
      const { catalogue } = await import("./catalogue.ts");
      const secret = (): Promise<Uint8Array> => vault.secret("overzicht");
      return catalogue(paths, {
        folder,
        home: folderOf(undefined, environment),
        version,
        secret,
        disk,
        ...(now === undefined ? {} : { now }),
      });
    },
    isEncrypted: (path) => path.endsWith(SEALED),
    exposures: (path) => exposures(path === undefined ? folder : dirname(path)),
    remove: async (name, certificate) => {
      const { removeCase } = await import("./removal.ts");
      forget(disk, dirname(find(name)));
      sweepFolder(disk, dirname(find(name)));
      await removeCase(disk, find(name), certificate, (path) => readCase(path, { disk, vault }));
    },
    write: (path, text, force, of) => {
      if (existsSync(path)) assertOurs(path, force);
      sweepDocument(disk, path);
      if (of !== undefined) sweepFolder(disk, dirname(of));
      const put = force ? replace : writeNew;
      if (of === undefined) put(disk, path, text);
      else
        promised(disk, resolve(path), of, (own) => {
          put(disk, path, text, own);
        });
    },
  };
}

/** Takes away what is left of this document when a program was cut off while it wrote it. */
function sweepDocument(disk: Disk, path: string): void {
  const name = basename(path);
  onDisk(dirname(path), () => {
    for (const left of disk.readdirSync(dirname(path)))
      if (left.startsWith(`${name}.`) && isLeftover(left.slice(name.length))) remove(disk, join(dirname(path), left));
  });
}

/** A document may take the place of a document, never of a case or a key. @throws UsageDefect */
function assertOurs(path: string, force: boolean): void {
  if (unfit(path, Infinity) !== undefined) throw new UsageDefect(nl.disk.noFile(path));
  const bytes = onDisk(path, () => readFileSync(path));
  if (isCaseName(path) || isSealed(bytes) || bytes.toString("latin1", 0, 9) === '{"hash":"') throw new UsageDefect(nl.disk.isCase(path));
  if (!force) throw new UsageDefect(nl.disk.exists(path));
}

/** Reads one case that is not encrypted at once, as `Cases.read`. @returns undefined for an encrypted one */
export function readFrom(name: string, environment: NodeJS.ProcessEnv): Awaited<ReturnType<Cases["read"]>> | undefined {
  const path = findIn(() => folderOf(undefined, environment), name);
  const bytes = bytesOf(machine, path);
  if (isEncrypted(path, bytes)) return undefined;
  try {
    const { events, torn } = decode(bytes);
    return { path, events, torn: torn.length };
  } catch (error) {
    throw named(path, error);
  }
}

/** Where cases are when no other folder is named, and the user's key. */
export const folderOf = (dir: string | undefined, environment: NodeJS.ProcessEnv): string => {
  // node:os is loaded only here: it is felt at the start, and most cases are named by their path.
  const home = (): string => process.getBuiltinModule("node:os").homedir();
  return resolve(dir || environment["MELDCODE_HOME"] || join(environment["XDG_DATA_HOME"] || join(home(), ".local", "share"), "meldcode"));
};

/** The path a user means: a file that is there, else the reference of a case in the folder; in the way it is kept now. */
function findIn(folder: () => string, name: string): string {
  const kept = (path: string): string => (path.endsWith(ENDING) && !existsSync(path) && existsSync(path + SEALED) ? path + SEALED : path);
  if (existsSync(name)) return resolve(name);
  const inFolder = kept(join(folder(), isCaseName(name) ? name : name + ENDING));
  return name.includes("/") && !existsSync(inFolder) ? kept(resolve(name)) : inFolder;
}

/** Six letters and digits that cannot be mistaken for each other. */
const randomId = (): string => Array.from(random(6), (byte) => LETTERS[byte % LETTERS.length]).join("");

/** An exercise counts, so that it can be repeated byte for byte. */
const saltFor = (exercise: boolean): Salt => (exercise ? (n) => n.toString(16).padStart(32, "0") : () => random(16).toString("hex"));
