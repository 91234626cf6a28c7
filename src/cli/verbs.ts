/** What each command is given, and the function that does it. */

/** The documents that can be made of a case. */
export const DOCUMENTS = ["dossier", "melding", "advies", "overdracht", "plan", "gezin"] as const;

export interface CaseOptions {
  readonly dir?: string;
  readonly answers?: string;
  /** The id of a practice case, or true: an exercise, and which is not said. */
  readonly oefenen?: boolean | string;
  readonly reason?: string;
  readonly recipient?: readonly string[];
  readonly flows?: string;
  readonly flow?: string;
  readonly chapter?: number;
  readonly sector?: string;
  readonly organisation?: string;
  /** No tips while she answers. */
  readonly geenTips?: boolean;
}

export interface LintOptions {
  readonly dir?: string;
  readonly json?: boolean;
  readonly soort: "signalen" | "afspraken";
}

export interface ExportOptions {
  readonly dir?: string;
  readonly format: "md" | "html" | "json";
  readonly as?: (typeof DOCUMENTS)[number];
  readonly voor?: string;
  readonly veiligTeBewaren?: boolean;
  readonly output?: string;
  readonly force?: boolean;
}

export interface AgendaOptions {
  readonly dir?: string;
  readonly days?: string;
  readonly ics?: string;
  readonly onderwerp?: string;
  readonly force?: boolean;
  /** Only a text to paste in an appointment about this case. */
  readonly tekst?: string;
}

export interface VerifyOptions {
  readonly dir?: string;
  readonly record?: string;
  readonly fingerprint?: string;
}

export interface NoteOptions {
  readonly dir?: string;
  readonly by?: string;
  readonly text?: string;
  readonly about?: string;
}

export interface CheckOptions {
  readonly json?: boolean;
  readonly sarif?: boolean;
  readonly today?: string;
  readonly sector?: string;
}

export interface OrganisationOptions {
  readonly dir?: string;
  readonly organisation?: string;
  readonly sector?: string;
  readonly name?: string;
  readonly eindverantwoordelijke?: string;
  readonly aandachtsfunctionaris?: string;
  readonly leidinggevende?: string;
  readonly veiligThuis?: string;
  readonly telefoon?: string;
  readonly force?: boolean;
}

/** Which definitions: where own ones are, and of which sector. */
export interface FlowOptions {
  readonly flows?: string;
  readonly sector?: string;
}

export interface GraphOptions extends FlowOptions {
  readonly dir?: string;
  readonly format: "text" | "mermaid" | "dot";
  readonly case?: string;
  readonly coverage?: boolean;
}

export interface TestOptions extends FlowOptions {
  readonly generate?: boolean;
  readonly mutate?: boolean;
}

/** One function for each verb; each loads what it needs and gives the exit code. */
export interface Verbs {
  /** Called before any of the others: how she wants to be asked. */
  readonly face: (face: { readonly linear: boolean; readonly plain: boolean }) => void;
  readonly home: (options: { readonly dir?: string }) => Promise<void>;
  readonly start: (options: CaseOptions) => Promise<void>;
  readonly resume: (file: string, options: CaseOptions) => Promise<void>;
  readonly exportCase: (file: string, options: ExportOptions) => Promise<void>;
  readonly check: (file: string, options: { readonly dir?: string; readonly json?: boolean }) => Promise<void>;
  readonly lint: (file: string, options: LintOptions) => Promise<void>;
  readonly list: (options: { readonly dir?: string }) => Promise<void>;
  readonly agenda: (options: AgendaOptions) => Promise<void>;
  readonly flowTemplate: (id: string, options: FlowOptions) => Promise<void>;
  readonly flowSchema: (id: string, options: FlowOptions) => Promise<void>;
  readonly flowGraph: (id: string, options: GraphOptions) => Promise<void>;
  readonly flowTest: (files: readonly string[], options: TestOptions) => Promise<void>;
  readonly flowCheck: (files: readonly string[], options: CheckOptions) => Promise<void>;
  readonly flowExplain: (code: string | undefined) => Promise<void>;
  readonly organisationInit: (options: OrganisationOptions) => Promise<void>;
  readonly organisationCheck: (options: OrganisationOptions) => Promise<void>;
  readonly keyNew: (options: { readonly dir?: string }) => Promise<void>;
  readonly encrypt: (file: string, options: { readonly dir?: string; readonly recipient?: readonly string[] }) => Promise<void>;
  readonly decrypt: (file: string, options: { readonly dir?: string }) => Promise<void>;
  readonly purge: (options: { readonly dir?: string; readonly dryRun?: boolean }) => Promise<void>;
  readonly verify: (files: readonly string[], options: VerifyOptions) => Promise<void>;
  readonly erase: (file: string, line: string | undefined, options: { readonly dir?: string; readonly reason?: string }) => Promise<void>;
  readonly note: (file: string, options: NoteOptions) => Promise<void>;
  readonly unlock: (file: string, options: { readonly dir?: string }) => Promise<void>;
}
