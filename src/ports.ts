/** What the program needs from the world, each a small type of functions. */
import type { Chapter } from "./core/chapter.ts";
import type { Document } from "./core/answers.ts";
import type { Defect } from "./core/defect.ts";
import type { Blank, Event, NewEvent } from "./core/event.ts";
import type { Placed, Spot } from "./core/finding.ts";
import type { Askable, Option } from "./core/flow.ts";
import type { Glance } from "./core/glance.ts";
import type { Edition, PracticeSource, ReferenceSource, RetentionSource, TakenOver } from "./core/formats.ts";
import type { TextKind } from "./core/language/language.ts";
import type { Remark } from "./core/language/lint.ts";
import type { Profile } from "./core/organisation.ts";
import type { Scenario } from "./core/scenario.ts";
import type { Bundle, Origin } from "./core/origin.ts";
import type { Entry, Refusal, Value } from "./core/value.ts";
import type { Judge } from "./core/verify.ts";

/** One question as it is put to the user. Whoever answers it, gives a value that `accepts` takes. */
export interface Asking {
  readonly askable: Askable;
  /** What can be chosen: the options of the question, or for a ref the entries of the other list. */
  readonly options: readonly Option[];
  /** Where she is: "Stap 2 van 5: Overleggen. Nog 4 vragen in deze stap." */
  readonly place: string;
  /** What was answered before; undefined when nothing was, null when it was skipped. */
  readonly current: Value | null | undefined;
  /** What she should know before she answers, for example what the norms say. */
  readonly note: string | undefined;
  readonly urgent: boolean;
  /** Why it is asked now: the answers that led here. */
  readonly why?: string | undefined;
  /** Whether there is an overview to go to. */
  readonly overview?: boolean;
  readonly sources: readonly ReferenceSource[];
  /** Asked outside the walk: stopping leaves everything as it was, and there is nothing to keep. */
  readonly outside?: boolean;
  /** What was typed here before and not answered. */
  readonly draft: string | undefined;
  /** Called with what is typed, whenever it is worth keeping. */
  readonly keep: ((text: string) => Promise<void>) | undefined;
}

/** A choice that is about the walk and is no answer: add an entry, go on, begin. */
export interface Menu {
  readonly title: string;
  /** Its short name in the line that is left behind. */
  readonly label: string;
  readonly place: string;
  /** What stands above the options, a line each: the entries of a list. */
  readonly lines: readonly string[];
  /** As of a question. */
  readonly note?: string | undefined;
  readonly help: string | undefined;
  /** What more a list says of itself, as a question does. */
  readonly about?: Pick<Askable, "weak" | "strong"> & Pick<Asking, "why" | "sources">;
  readonly overview?: boolean;
  /** As of a question. */
  readonly outside?: boolean;
  readonly options: readonly { readonly id: string; readonly text: string }[];
  /** No row is ready: what is chosen here is not undone by going back. */
  readonly unready?: true;
}

/** `overview`: not to the question before, but to the whole, and from there elsewhere. */
export type Reply<T> =
  { readonly kind: "answer"; readonly value: T } | { readonly kind: "back"; readonly overview?: true } | { readonly kind: "stop" };

export interface Prompt {
  /** null: skipped, which only an optional question allows. */
  readonly ask: (asking: Asking) => Promise<Reply<Value | null>>;
  /** The id of the chosen option. */
  readonly choose: (menu: Menu) => Promise<Reply<string>>;
  /** A passphrase: never shown, never kept. */
  readonly secret: (title: string) => Promise<Reply<string>>;
  /** Lines for the user to read, cleaned of control characters by whoever shows them. */
  readonly tell: (...lines: readonly string[]) => void;
  /** Asks whether somebody can read along, and says how to stop in a hurry. */
  readonly greet: () => void;
  /** Whether she stopped in a hurry: the screen is wiped, and nothing more is shown. */
  readonly left: () => boolean;
  /** Ends the question that waits with the reply stop. */
  readonly stop: () => void;
  readonly close: () => void;
}

/** The clock: now as RFC 3339 with offset, in seconds. */
export type Clock = () => string;

/** What was typed and not answered yet: a text, or the fields of an entry that is not whole. */
export interface Drafted {
  readonly at: string;
  readonly ch: number;
  readonly q: string;
  /** The entry that is being changed; left out for a new one. */
  readonly item?: string;
  /** The fields that were answered. */
  readonly entry?: Entry;
  /** The field that is being asked. */
  readonly field?: string;
  readonly text?: string;
}

/** A case file that is open for writing. */
export interface Journal {
  /** Where it is; changes with how it is kept. */
  readonly path: string;
  readonly events: readonly (Event | Blank)[];
  /** Looks at the hashes of what was read, once, where that was put off. Done before anything is written. @throws JournalDefect naming the first line that is wrong */
  readonly prove: () => void;
  /**
   * Puts events on the disk, in one write and one sync, and only then returns them as they stand there.
   * @throws DiskDefect when the disk refuses; the file is then as it was
   * @throws JournalDefect when somebody else changed the file
   */
  readonly append: (events: readonly NewEvent[]) => Promise<readonly Event[]>;
  /** Takes the body of a line away and writes down why, in one replacement of the file. @throws as append */
  readonly erase: (line: number, ground: string) => Promise<void>;
  /** Keeps the case encrypted, or readable, from now on, and writes that down. @param recipients who can open it besides the user */
  readonly keepAs: (encrypted: boolean, recipients: readonly string[]) => Promise<readonly Event[]>;
  /** What was being typed when the case was last open. */
  readonly draft: () => Promise<Drafted | undefined>;
  /** Keeps what is being typed beside the case. @param draft undefined: it was answered. @throws DiskDefect */
  readonly keep: (draft: Omit<Drafted, "at"> | undefined) => Promise<void>;
  readonly close: () => void;
}

/** A flow as it is now, ready to be carried in a case. */
export interface Definition {
  readonly edition: Edition;
  /** SHA-256 of the edition as JSON. */
  readonly editionHash: string;
}

/** For whom a flow is. */
export interface Tailoring {
  /** The flow itself when left out. */
  readonly sector?: string | undefined;
  /** Who has which role, in texts; what is usual when left out. */
  readonly roles?: Readonly<Record<string, string>> | undefined;
  /** A file with an overlay of the organisation's own, which builds on that of its sector. */
  readonly additions?: string | undefined;
}

/** Definitions that are handed in to be checked. */
export interface Submitted {
  /** How many files were read. */
  readonly files: number;
  /** What is wrong with the files by themselves. */
  readonly faults: readonly Placed[];
  /** Before which day files that belong to no flow must be looked at again. */
  readonly reviews: readonly (Spot & { readonly review: string })[];
  /** Each flow with its norms, by itself and with each overlay. */
  readonly bundles: readonly { readonly bundle: Bundle; readonly spot: (origin: Origin) => Spot }[];
}

export interface AnswersFile {
  readonly document: Document;
  /** Why findings are left as they are, by rule. */
  readonly reasons: Readonly<Record<string, string>>;
  /** Whether unreadable characters were replaced by U+FFFD. */
  readonly replaced: boolean;
  /** Puts a refusal that only shows against the case in words, with file and line. */
  readonly refuse: (refusal: Refusal) => Defect;
}

/** A flow as it was written, with the place of everything in it. */
export interface Authored {
  readonly edition: Edition;
  /** file:line:column of what stands there. @param at keys from the top of the edition */
  readonly spot: (at: readonly (string | number)[]) => string;
  /** Whether the last overlay says what stands there. */
  readonly isChanged: (at: readonly (string | number)[]) => boolean;
}

/** The scenarios of a flow, from one file. */
export interface Scenarios {
  readonly file: string;
  /** The flow they are about, by id. */
  readonly flow: string;
  /** undefined: the flow itself. */
  readonly sector: string | undefined;
  readonly scenarios: readonly Scenario[];
  /** file:line:column of what a path leads to. */
  readonly spot: (path: readonly (string | number)[]) => string;
}

/** Where the verbs about scenarios find what they need. */
export interface Bench {
  /** The scenario files when none is named: all, or those of a sector. @throws UsageDefect when there are none */
  readonly files: (sector?: string) => readonly string[];
  /** @throws FlowDefect with `file:line:column` */
  readonly scenarios: (file: string) => Scenarios;
  /** A flow from its YAML. @throws FlowDefect, UsageDefect */
  readonly authored: (id: string, sector: string | undefined) => Authored;
  /** Where the schema of scenario files is. */
  readonly schema: string;
}

/** others: users of this machine can look into the folder. cloud: it is copied to somebody else's machines. */
export type Exposure = "others" | "cloud";

/** The user's key. */
export interface Keys {
  /** Where it is. */
  readonly folder: string;
  /** Its public half; undefined when she has none. */
  readonly recipient: () => string | undefined;
  /** Makes one behind this passphrase. @returns its public half. @throws UsageDefect when there is one */
  readonly make: (passphrase: string) => Promise<string>;
  /** Makes the public half again where only that is missing; asks the passphrase. @returns it; undefined when nothing was missing, or all */
  readonly restore: () => Promise<string | undefined>;
  /** Whether a text is somebody's public key. */
  readonly isRecipient: (text: string) => Promise<boolean>;
}

/** A case as far as its chain holds: what is wrong behind that is said here, and not thrown. */
export interface Examined {
  readonly path: string;
  readonly events: readonly (Event | Blank)[];
  /** What is wrong with the line behind them, as a sentence that names it. */
  readonly wrong: string | undefined;
  /** How many bytes behind the last line are no whole line. */
  readonly torn: number;
  /** Whether the last line lacks its line end. */
  readonly unended: boolean;
}

/** Who has a case open, and whether that process still lives; on another machine nobody can tell. */
export interface Holding extends TakenOver {
  readonly nonce: string;
  readonly fate: "lives" | "dead" | "unknown";
}

/** What was seen of the cases in a folder when they were last looked at. Never wrong; at worst it knows nothing. */
export interface Catalogue {
  /** What was seen of a case, when its file is exactly the same now. Asked before it is read. */
  readonly known: (path: string) => Glance | undefined;
  /** Keeps what was seen of a case that was asked for, and was not known. */
  readonly keep: (path: string, glance: Glance) => void;
  /** Writes down what there is to keep. @param isWhole whether all cases were asked for: what is kept of others is then dropped */
  readonly save: (isWhole: boolean) => Promise<void>;
}

/** Where cases are kept. */
export interface Cases {
  /** The folder new cases go to; made, and private, when the first one comes. */
  readonly folder: string;
  /** @param events makes the first events for a case with this id */
  readonly create: (exercise: boolean, events: (id: string) => readonly NewEvent[]) => Promise<Journal>;
  /**
   * @param name a path, or the reference of a case in the folder
   * @param later the hashes may wait for `prove`: somebody is about to read a question
   * @throws JournalDefect
   */
  readonly open: (name: string, later?: boolean) => Promise<Journal>;
  /** Reads without writing. `torn` is how many bytes of a last line were never acknowledged. @throws JournalDefect */
  readonly read: (name: string) => Promise<{ readonly path: string; readonly events: readonly (Event | Blank)[]; readonly torn: number }>;
  /** The events of one of many cases, as `read` gives them: what they have in common is read once. @throws JournalDefect */
  readonly skim: (path: string) => Promise<readonly (Event | Blank)[]>;
  /** Looks at many cases at once. @returns by path; of what is not there, such as what cannot be read, nothing is said */
  readonly survey: (paths: readonly string[]) => Promise<ReadonlyMap<string, Glance>>;
  /** Reads as far as the chain holds. @throws JournalDefect when it is missing, no case, of a newer format, or cannot be opened with this key */
  readonly examine: (name: string) => Promise<Examined>;
  /** An error that is no defect, in words when the edition of the case that was read last is the cause; else as it is. */
  readonly blamed: (error: unknown) => Promise<unknown>;
  /** Who has the lock of a case; undefined when nobody has. */
  readonly holding: (name: string) => Holding | undefined;
  /**
   * Gives up the lock of somebody else: whoever opens the case next takes it over, and writes that down.
   * @throws JournalDefect when that process lives on this machine, or another one has the lock by now
   */
  readonly giveUp: (name: string, holding: Holding) => void;
  /** The paths of all case files in the folder, oldest first. @param folder another one than that of new cases */
  readonly list: (folder?: string) => readonly string[];
  /** The folder in which a file stands. */
  readonly folderOf: (path: string) => string;
  /** @param paths those of `list`. @param version of the program: another one may see something else in them. @param now in ms. @throws Stopped when she stops at the passphrase */
  readonly catalogue: (paths: readonly string[], version: string, now?: () => number) => Promise<Catalogue>;
  /** Whether a case is encrypted; told from its name, so without a passphrase. */
  readonly isEncrypted: (path: string) => boolean;
  /** Who else may see the folder of this path; that of new cases when left out. */
  readonly exposures: (path?: string) => readonly Exposure[];
  /**
   * Takes a case away with all that belongs to it, once a line about it is on the disk in verwijderd.txt beside it.
   * @param certificate that line; it names the fingerprint of the last line of the case
   * @throws JournalDefect when the case is in use, damaged or no longer the one that the line names; it is then still there
   */
  readonly remove: (name: string, certificate: string) => Promise<void>;
}

/** Looks at the words of a text about people. */
export interface Wording {
  readonly lint: (kind: TextKind, text: string) => readonly Remark[];
  /** Whether tips are wanted while somebody answers. */
  readonly tips: boolean;
}

/** The organisation that works here; its additions by their path. */
export type Organisation = Profile;

/** What is known of keeping: here, and in the organisation's own file. */
export interface Keeping {
  readonly now: Clock;
  /** undefined when there is no profile. @throws FlowDefect when it is wrong */
  readonly organisation: () => Promise<Organisation | undefined>;
  readonly retention: () => Promise<RetentionSource>;
}

/** What `verify` needs besides. */
export interface Checking {
  /** A judge for a case with these lines. */
  readonly judge: (events: Examined["events"]) => Promise<Judge>;
  /** The bytes of a record. @throws JournalDefect when it cannot be read */
  readonly bytes: (path: string) => Uint8Array;
}

/** What `lint` needs. */
export interface Reading {
  /** A text from a file, or with - from stdin. @throws UsageDefect when it is none */
  readonly text: (name: string) => string;
  /** @throws FlowDefect when the words or the profile are wrong */
  readonly wording: () => Promise<Wording>;
  readonly out: (text: string) => void;
}

/** All of it together, for the commands. */
export interface World extends Keeping {
  /** The clock of exercises, which can be held. */
  readonly exerciseNow: Clock;
  readonly version: string;
  /** What the user types to run the program. */
  readonly program: string;
  readonly cases: Cases;
  readonly definition: (id: string, tailoring?: Tailoring) => Promise<Definition>;
  /** The ids of the flows that there are. */
  readonly flows: () => Promise<readonly string[]>;
  /** SHA-256 of an edition as JSON. */
  readonly hash: (edition: Edition) => string;
  /** SHA-256 of a text. */
  readonly fingerprint: (text: string) => string;
  /** The path of the profile of the organisation, whether it is there or not. */
  readonly profile: string;
  /** The invented cases to practise with. @throws FlowDefect when they are wrong */
  readonly practice: () => Promise<PracticeSource>;
  /** An answers file for a chapter. @throws AnswerDefect */
  readonly answers: (file: string, chapter: Pick<Chapter, "flow" | "editionHash">) => Promise<AnswersFile>;
  readonly keys: Keys;
  /** Asks a passphrase. @throws UsageDefect when there is nobody to ask, Stopped when she stops */
  readonly secret: (title: string) => Promise<string>;
  /** What looks at words, slow to load; left out when nobody wants tips. @throws FlowDefect when the words or the profile are wrong */
  readonly wording?: (() => Promise<Wording>) | undefined;
  /** undefined without a terminal. @param today as yyyy-mm-dd, for days in words; the clock of the machine when left out */
  readonly prompt: ((today?: () => string) => Promise<Prompt>) | undefined;
  /** To stdout, whole. */
  readonly out: (text: string) => void;
  /** Lines for the user on stderr. */
  readonly tell: (...lines: readonly string[]) => void;
  /** Writes a whole new file; never over something else unless `force`. @param of the case it is made of @throws DiskDefect */
  readonly write: (path: string, text: string, force: boolean, of?: string) => void;
}
