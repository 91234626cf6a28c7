/** Errors, by who must act. Every message is Dutch and holds no personal data. */

/** The exit codes that the manual documents. */
export const EXIT = {
  fine: 0,
  found: 1,
  usage: 2,
  unfinished: 3,
  answers: 4,
  flow: 5,
  journal: 6,
  bug: 70,
  disk: 74,
  hangup: 129,
  interrupt: 130,
  terminate: 143,
} as const;

export abstract class Defect extends Error {
  abstract readonly exit: number;
}

/** The user typed something that is no command; she can do it again now. */
export class UsageDefect extends Defect {
  override readonly name = "UsageDefect";
  readonly exit = EXIT.usage;
}

/** An answers file cannot be read or does not fit the flow. */
export class AnswerDefect extends Defect {
  override readonly name = "AnswerDefect";
  readonly exit = EXIT.answers;
}

/** A definition is wrong; its author must act. */
export class FlowDefect extends Defect {
  override readonly name = "FlowDefect";
  readonly exit = EXIT.flow;
}

/** The case file is missing, damaged, in use or of a newer format: nobody may go on. */
export class JournalDefect extends Defect {
  override readonly name = "JournalDefect";
  readonly exit = EXIT.journal;
}

/** The disk refused: full, no permission, I/O error. */
export class DiskDefect extends Defect {
  override readonly name = "DiskDefect";
  readonly exit = EXIT.disk;

  /** Of the system, such as ENOSPC. */
  readonly code: string;
  /** What was to be saved may be on the disk all the same. */
  readonly unsure: boolean;

  constructor(message: string, code = "", unsure = false) {
    super(message);
    this.code = code;
    this.unsure = unsure;
  }
}

/** Whether something that could not be saved may be on the disk all the same. */
export const isUnsure = (error: unknown): boolean => error instanceof DiskDefect && error.unsure;

/** The user stopped before anything happened. */
export class Stopped extends Defect {
  override readonly name = "Stopped";
  readonly exit: number;

  constructor(message: string, exit: number) {
    super(message);
    this.exit = exit;
  }
}
