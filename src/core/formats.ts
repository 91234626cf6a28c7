// Generated from schemas/ by scripts/types.mjs. Change the schema, then run `npm run generate`.

/**
 * What is asked of the answer: a list of options (choice: one of these), or a mapping with one of: includes, lt, lte, gt, gte, is, count, some, every.
 */
export type TestSource =
  | readonly string[]
  | {
      readonly includes?: string;
      readonly lt?: ConstantSource;
      readonly lte?: ConstantSource;
      readonly gt?: ConstantSource;
      readonly gte?: ConstantSource;
      readonly is?: ConstantSource;
      /**
       * list: how many entries it has, once it is closed.
       */
      readonly count?: {
        /**
         * Fewer entries than this.
         */
        readonly lt?: number;
        /**
         * At most this many entries.
         */
        readonly lte?: number;
        /**
         * More entries than this.
         */
        readonly gt?: number;
        /**
         * At least this many entries.
         */
        readonly gte?: number;
        /**
         * Exactly this many entries.
         */
        readonly is?: number;
      };
      readonly some?: ConditionSource;
      readonly every?: ConditionSource;
    };
/**
 * A number, or a date as yyyy-mm-dd.
 */
export type ConstantSource = number | string;
export type KindSource = "choice" | "choices" | "text" | "line" | "date" | "number" | "list" | "notice";
/**
 * What of a person this answer holds, so that documents that must be without it can be checked.
 */
export type IdentifiesSource = "name" | "birth" | "address" | "reference";
/**
 * Who of the family may read an answer. ieder: everybody who gets a copy. plan: who has the whole plan. eigen: only the person whose entry it is. nooit: nobody, and its words may stand in no copy.
 */
export type GezinSource = "ieder" | "plan" | "eigen" | "nooit";
/**
 * number: the smallest or largest value; choices and list: how many.
 */
export type BoundSource = number;
/**
 * signalen: what was seen and heard. afspraken: what was agreed. geen: advice, a question, a weighing or somebody's own words; nothing is looked for.
 */
export type TaalSource = "signalen" | "afspraken" | "geen";
/**
 * What is due on a day, in a word that tells nothing about a case to who reads along.
 */
export type DueSource = "afspraak" | "actie" | "gesprek" | "navragen" | "terugkijken";
export type EndersSource = readonly string[];
/**
 * ernstig: what disciplinary courts and complaint boards judge; while it is open, `check` ends with 1. aandacht: look at it once more. tip: it can be better.
 */
export type SeveritySource = "ernstig" | "aandacht" | "tip";
export type Scalar = string | number | boolean | readonly string[];
/**
 * The groups of professions that have a framework of their own; anders follows the general one.
 */
export type SectorSource =
  | "artsen"
  | "tandartsen"
  | "onderwijs"
  | "kinderopvang"
  | "psychologen"
  | "sociaal-werk"
  | "paramedici"
  | "verpleegkundigen"
  | "verloskundigen"
  | "jeugdgezondheidszorg"
  | "ggz"
  | "justitie"
  | "anders";
/**
 * One line.
 */
export type RoleSource = string;
/**
 * A question, or a field of a list as list.field.
 */
export type NameSource = string;
export type NamesSource = readonly NameSource[];
/**
 * A word, or words that stand behind each other.
 */
export type FormSource = string;
/**
 * Forms, in any order.
 */
export type FormsSource = readonly FormSource[];
/**
 * Contexts, by id.
 */
export type ContextIdsSource = readonly string[];
/**
 * What kind of text: what was seen and heard, or what was agreed.
 */
export type TextKindSource = "signalen" | "afspraken";

/**
 * Exactly one key. Operators: all, any (lists of conditions; an empty all is always true, an empty any never), not, asked (a question id), norm, fact. Any other key is the id of an earlier question.
 */
export interface ConditionSource {
  /**
   * Every one of these conditions holds.
   */
  readonly all?: readonly ConditionSource[];
  /**
   * At least one of these conditions holds.
   */
  readonly any?: readonly ConditionSource[];
  readonly not?: ConditionSource;
  readonly asked?: string;
  readonly norm?: NamedSource;
  readonly fact?: NamedSource;
  readonly [k: string]: TestSource | readonly ConditionSource[] | ConditionSource | string | NamedSource | undefined;
}
export interface NamedSource {
  readonly [k: string]: string;
}
export interface ReferenceSource {
  /**
   * Short name by which questions and norms cite this source.
   */
  readonly id: string;
  readonly title: string;
  readonly place?: string;
  readonly read: string;
  /**
   * True when the source itself could not be read; the user is told so.
   */
  readonly unverified?: boolean;
}
export interface AfwegingSource {
  readonly title: string;
  /**
   * The questions that ask it, by id.
   */
  readonly questions: readonly string[];
}
export interface WordsSource {
  readonly [k: string]: string;
}
export interface FrameworkSource {
  readonly name: string;
  readonly date: string;
  /**
   * True when the text of the profession itself was not found, and the general framework stands here.
   */
  readonly general?: boolean;
  /**
   * What was not found or not verified, a sentence each; said to the user.
   */
  readonly missing?: readonly string[];
  readonly place?: string;
  readonly sources: readonly string[];
}
export interface StepSource {
  readonly id: string;
  /**
   * The number of a step that counts; left out for what comes before step 1.
   */
  readonly number?: number;
  readonly title: string;
  readonly when?: ConditionSource;
  /**
   * The questions, in the order in which they are asked.
   */
  readonly questions: readonly QuestionSource[];
}
export interface QuestionSource {
  readonly id: string;
  readonly kind: KindSource;
  readonly text: string;
  readonly label?: string;
  readonly help?: string;
  readonly weak?: string;
  readonly strong?: string;
  readonly identifies?: IdentifiesSource;
  readonly gezin?: GezinSource;
  /**
   * True: this goes into the file of any one client, as it says nothing of another. False: never, also not in an entry of her own.
   */
  readonly dossier?: boolean;
  readonly whose?: string;
  readonly sources?: readonly string[];
  /**
   * False: the user may skip it.
   */
  readonly required?: boolean;
  /**
   * A notice that may save a life: shown so that it stands out.
   */
  readonly urgent?: boolean;
  readonly when?: ConditionSource;
  readonly defer?: ConditionSource;
  /**
   * choice, choices: what can be chosen, in this order.
   */
  readonly options?: readonly OptionSource[];
  readonly min?: BoundSource;
  readonly max?: BoundSource;
  /**
   * text, line: the most characters. text 20000 and line 500 when left out.
   */
  readonly maxLength?: number;
  readonly unit?: string;
  readonly taal?: TaalSource;
  readonly agenda?: string;
  readonly reminder?: ReminderSource;
  readonly item?: string;
  readonly groupBy?: string;
  readonly happened?: string;
  /**
   * Answers to show while this is asked: questions that are used, or questions of this flow as they were answered in an earlier chapter of the case.
   */
  readonly recalls?: readonly string[];
  /**
   * list: what is asked of each entry, in this order.
   */
  readonly fields?: readonly FieldSource[];
}
export interface OptionSource {
  readonly id: string;
  readonly text: string;
  readonly help?: string;
  /**
   * For choices: this option cannot stand beside another one.
   */
  readonly exclusive?: boolean;
}
export interface ReminderSource {
  readonly kind: DueSource;
  readonly done?: EndersSource;
  readonly checked?: EndersSource;
}
export interface FieldSource {
  readonly id: string;
  /**
   * What kind of answer; ref names an entry of another list.
   */
  readonly kind: "choice" | "choices" | "text" | "line" | "date" | "number" | "ref";
  readonly text: string;
  readonly label?: string;
  readonly help?: string;
  readonly weak?: string;
  readonly strong?: string;
  readonly identifies?: IdentifiesSource;
  readonly gezin?: GezinSource;
  /**
   * True: this goes into the file of any one client, as it says nothing of another. False: never, also not in an entry of her own.
   */
  readonly dossier?: boolean;
  /**
   * False: the user may skip it.
   */
  readonly required?: boolean;
  readonly when?: ConditionSource;
  /**
   * choice, choices: what can be chosen, in this order.
   */
  readonly options?: readonly OptionSource[];
  readonly min?: BoundSource;
  readonly max?: BoundSource;
  /**
   * text, line: the most characters. text 20000 and line 500 when left out.
   */
  readonly maxLength?: number;
  readonly unit?: string;
  readonly taal?: TaalSource;
  readonly agenda?: string;
  readonly reminder?: ReminderSource;
  readonly to?: string;
  readonly except?: ConditionSource;
}
export interface DeadlineSource {
  readonly id: string;
  readonly when?: ConditionSource;
  readonly from: string;
  /**
   * So many working days later: no Saturday, Sunday or day that the Algemene termijnenwet calls a holiday.
   */
  readonly workdays?: number;
  /**
   * So many weeks later, and when that is no working day the first one after it.
   */
  readonly weeks?: number;
  readonly kind: DueSource;
  readonly done?: EndersSource;
  readonly checked?: EndersSource;
  readonly sources: readonly string[];
}
export interface FactSource {
  readonly id: string;
  /**
   * covered: every entry of a list (or those of which a condition holds), or every option that was chosen, is named in a field of another list. one-sided: a list has two entries or more (or so many of which a condition holds) and all have the same in a field. within: from one date to another are at most so many days. before: one date lies before another. said: a text has three words or more; in a list, that text of every entry that has it. linked: some entry names an entry of another list of which a condition holds, or one that its field does not offer. first: the earliest entry of one list lies on or before the earliest of another. steady: between dates that follow each other are never more than so many days. timely: each was first written down at most so many days after it happened; onbekend while no day is known, or not when it was written.
   */
  readonly is: "covered" | "one-sided" | "within" | "before" | "said" | "linked" | "first" | "steady" | "timely";
  readonly list?: string;
  readonly where?: ConditionSource;
  readonly by?: string;
  readonly field?: string;
  readonly whom?: ConditionSource;
  readonly of?: string;
  readonly from?: string;
  readonly to?: string;
  /**
   * steady, timely: questions with a date, and lists of which each entry has a day.
   */
  readonly dates?: readonly string[];
  /**
   * within, steady, timely: how many days at most.
   */
  readonly days?: number;
}
export interface CheckSource {
  readonly id: string;
  readonly severity?: SeveritySource;
  readonly when: ConditionSource;
  readonly text: string;
  readonly why: string;
  readonly question: string;
  readonly sources: readonly string[];
}
/**
 * The first row that holds is the rule. None: it is not known yet.
 */
export interface RulesSource {
  readonly question: string;
  readonly record?: RecordWordsSource;
  /**
   * The rules, in order: the first that holds counts.
   */
  readonly rules: readonly RuleSource[];
}
export interface RecordWordsSource {
  readonly title: string;
  readonly yes: string;
  readonly no: string;
  readonly required?: string;
  readonly advised?: string;
  readonly allowed?: string;
  readonly "not-required"?: string;
}
export interface RuleSource {
  /**
   * What is asked of the decision.
   */
  readonly rule: "required" | "advised" | "allowed" | "not-required";
  readonly when: ConditionSource;
  readonly text: string;
}
export interface DecisionSource {
  /**
   * The chapter is decided once nothing is open up to the last of these that is on the path.
   */
  readonly questions: readonly string[];
  readonly by: string;
  readonly on: string;
  /**
   * The questions that are asked only when the decision departs from a norm.
   */
  readonly departure: readonly string[];
  readonly report: RulesSource;
  readonly help: RulesSource;
}
export interface OutcomeSource {
  readonly id: string;
  readonly when: ConditionSource;
  readonly title: string;
  readonly text: string;
  /**
   * Whether this outcome reports to Veilig Thuis; null when the code does not decide that.
   */
  readonly report?: boolean | null;
  /**
   * Whether this outcome gives or arranges help; null when the code does not decide that.
   */
  readonly help?: boolean | null;
}
/**
 * A flow: what is asked, in which order and when; how it ends; where it comes from. Texts are Dutch.
 */
export interface FlowSource {
  /**
   * The version of this format.
   */
  readonly format: 1;
  readonly id: string;
  readonly version: string;
  readonly title: string;
  readonly checked: string;
  readonly review: string;
  readonly framework?: FrameworkSource;
  readonly words?: WordsSource;
  readonly roles?: WordsSource;
  readonly norms?: string;
  readonly care?: string;
  /**
   * Questions of earlier chapters whose answers are given to this one. Conditions and fields of kind ref can name them.
   */
  readonly uses?: readonly string[];
  /**
   * The questions that it uses, as they were asked there. Not written by hand: the program puts them here.
   */
  readonly given?: readonly QuestionSource[];
  readonly offered?: ConditionSource;
  /**
   * For a chapter: its place among those that are offered.
   */
  readonly place?: number;
  /**
   * True: never a chapter of a case, but a file of its own.
   */
  readonly apart?: boolean;
  /**
   * True, beside apart: for the user alone. Nobody else can ever open its file, and it may be taken away as soon as it is finished.
   */
  readonly private?: boolean;
  /**
   * The five considerations (afwegingsvragen) and the questions that ask them. Where they stand decides how they are worded.
   */
  readonly afwegingen?: readonly AfwegingSource[];
  /**
   * Derived facts: what checks need and a condition cannot say. Each is ja, nee, or onbekend while it cannot be known.
   */
  readonly facts?: readonly FactSource[];
  /**
   * Terms that somebody else has, counted from a date that was answered: the day on which to ask, for the agenda.
   */
  readonly deadlines?: readonly DeadlineSource[];
  /**
   * What to look at once more when the chapter is done. Never blocks.
   */
  readonly checks?: readonly CheckSource[];
  /**
   * The steps, in the order in which they are walked.
   */
  readonly steps: readonly StepSource[];
  readonly decision?: DecisionSource;
  /**
   * The ways this flow can end; exactly one holds on every complete path.
   */
  readonly outcomes: readonly OutcomeSource[];
  /**
   * Where the flow comes from; questions name these by id.
   */
  readonly sources: readonly ReferenceSource[];
}
export interface NormSource {
  readonly id: string;
  /**
   * meldnorm: one of the official norms. voorzorg: a caution of our own, never printed as a meldnorm.
   */
  readonly class: "meldnorm" | "voorzorg";
  readonly title: string;
  readonly text: string;
  /**
   * What this norm asks for when it is met: the first rule of decision.report (or help) that holds must then be required; of a voorzorg it may be advised.
   */
  readonly requires: "report" | "help";
  readonly when: ConditionSource;
  readonly met: ConditionSource;
  readonly why: string;
  readonly sources: readonly string[];
  readonly checked: string;
  readonly review: string;
}
/**
 * The norms of a flow: when they apply, when they are met, what they require, why, and where that is written.
 */
export interface NormsSource {
  /**
   * The version of this format.
   */
  readonly format: 1;
  readonly id: string;
  readonly version: string;
  /**
   * The norms, in the order in which the record lists them.
   */
  readonly norms: readonly NormSource[];
  /**
   * Where the norms come from; norms name these by id.
   */
  readonly sources: readonly ReferenceSource[];
}
export interface OptionTextSource {
  readonly id: string;
  readonly text?: string;
  readonly help?: string;
}
export interface FieldTextSource {
  readonly id: string;
  readonly text?: string;
  readonly label?: string;
  readonly help?: string;
  readonly weak?: string;
  readonly strong?: string;
  /**
   * Whether it must be answered.
   */
  readonly required?: boolean;
}
/**
 * What a sector or organisation changes in a flow. It is merged before the walk; the merged flow must pass the same check.
 */
export interface OverlaySource {
  /**
   * The version of this format.
   */
  readonly format: 1;
  readonly id: string;
  readonly title: string;
  readonly base: string;
  readonly baseVersion: string;
  readonly baseNorms?: string;
  readonly extends?: string;
  readonly framework?: FrameworkSource;
  readonly words?: WordsSource;
  readonly roles?: WordsSource;
  /**
   * What the profile of the organisation or an earlier chapter gives, and conditions may look at.
   */
  readonly uses?: readonly string[];
  /**
   * Other considerations; all of them.
   */
  readonly afwegingen?: readonly AfwegingSource[];
  /**
   * Questions whose texts, options or other properties change; what is left out stays as it is.
   */
  readonly replace?: {
    readonly id: string;
    readonly text?: string;
    readonly label?: string;
    readonly help?: string;
    readonly weak?: string;
    readonly strong?: string;
    readonly sources?: readonly string[];
    /**
     * Whether it must be answered.
     */
    readonly required?: boolean;
    readonly agenda?: string;
    /**
     * Other options; all of them.
     */
    readonly options?: readonly OptionSource[];
    /**
     * Options that are there, with another text.
     */
    readonly optionTexts?: readonly OptionTextSource[];
    /**
     * list: fields that are there, with other texts.
     */
    readonly fields?: readonly FieldTextSource[];
    readonly when?: ConditionSource;
    readonly defer?: ConditionSource;
  }[];
  /**
   * Questions that are added.
   */
  readonly add?: {
    readonly after: string;
    readonly question: QuestionSource;
  }[];
  /**
   * Questions that are taken out, by id.
   */
  readonly remove?: readonly string[];
  /**
   * Steps that get another title or order.
   */
  readonly steps?: {
    readonly id: string;
    readonly title?: string;
    /**
     * All questions of this step, in this order; a question of another step moves here.
     */
    readonly order?: readonly string[];
  }[];
  /**
   * Other rules of the decision; all of them.
   */
  readonly rules?: {
    /**
     * What the norms say of reporting to Veilig Thuis.
     */
    readonly report?: readonly RuleSource[];
    /**
     * What the norms say of help.
     */
    readonly help?: readonly RuleSource[];
  };
  /**
   * Outcomes that are there, with another text or condition.
   */
  readonly outcomes?: {
    readonly id: string;
    readonly title?: string;
    readonly text?: string;
    readonly when?: ConditionSource;
  }[];
  /**
   * Norms that are there, of which something changes; what is left out stays as it is.
   */
  readonly replaceNorms?: {
    readonly id: string;
    readonly text?: string;
    readonly met?: ConditionSource;
    readonly why?: string;
    readonly sources?: readonly string[];
    readonly checked?: string;
  }[];
  /**
   * Norms that are taken out, by id.
   */
  readonly removeNorms?: readonly string[];
  /**
   * Norms that replace the one with the same id, or are added.
   */
  readonly norms?: readonly NormSource[];
  /**
   * Derived facts that are added, or replace the one with the same id.
   */
  readonly facts?: readonly FactSource[];
  /**
   * Checks and rules of care that are added, or replace the one with the same id.
   */
  readonly checks?: readonly CheckSource[];
  /**
   * Checks and rules of care that are there, of which something changes; what is left out stays as it is.
   */
  readonly replaceChecks?: {
    readonly id: string;
    readonly severity?: SeveritySource;
    readonly when?: ConditionSource;
    readonly text?: string;
    readonly why?: string;
    readonly question?: string;
    readonly sources?: readonly string[];
  }[];
  /**
   * Checks and rules of care that are taken out, by id.
   */
  readonly removeChecks?: readonly string[];
  /**
   * Sources that are added, or replace the one with the same id.
   */
  readonly sources?: readonly ReferenceSource[];
}
export interface Entry {
  readonly [k: string]: Scalar;
}
export interface Opened {
  /**
   * The version of this format.
   */
  readonly format: 1;
  /**
   * The program that opened the case, with its version.
   */
  readonly app: string;
  /**
   * The id of the case: a day and a random word, never a name.
   */
  readonly id: string;
  /**
   * True for an exercise.
   */
  readonly exercise: boolean;
  readonly practice?: string;
}
export interface Begun {
  readonly flow: string;
  /**
   * The version of that flow.
   */
  readonly version: string;
  readonly sector: string;
  readonly editionHash: string;
  /**
   * For each question that was taken over: the chapter it came from. The answers follow as lines of this chapter.
   */
  readonly given: {
    readonly [k: string]: number;
  };
  readonly organisation?: Organisation;
  readonly edition: Edition;
}
/**
 * The organisation, as its profile said when the chapter began. Roles, never names of persons.
 */
export interface Organisation {
  /**
   * The name of the organisation.
   */
  readonly name?: string;
  /**
   * Who has which role.
   */
  readonly roles: {
    readonly [k: string]: string;
  };
  /**
   * What is given to the flow beside answers of earlier chapters.
   */
  readonly facts: {
    readonly [k: string]: string;
  };
}
/**
 * The flow with its overlays merged in, its norms and its outcomes as they stood when the chapter began.
 */
export interface Edition {
  readonly flow: FlowSource;
  /**
   * Its norms.
   */
  readonly norms: readonly NormSource[];
  /**
   * The ids of the overlays that were merged in.
   */
  readonly overlays: readonly string[];
}
export interface Answered {
  readonly q: string;
  /**
   * null: skipped.
   */
  readonly value: Scalar | null;
  /**
   * Why it was changed; needed after finished.
   */
  readonly reason?: string;
}
export interface Added {
  readonly q: string;
  readonly item: string;
  readonly value: Entry;
  /**
   * Why it was added to a list that had been closed; asked for after finished.
   */
  readonly reason?: string;
}
export interface Changed {
  readonly q: string;
  readonly item: string;
  readonly value: Entry;
  /**
   * Why it was changed; needed after finished.
   */
  readonly reason?: string;
}
export interface Removed {
  readonly q: string;
  readonly item: string;
  /**
   * Why it was taken out.
   */
  readonly reason: string;
}
export interface Closed {
  readonly q: string;
}
export interface Finished {
  readonly outcome: string;
  /**
   * The value of every norm.
   */
  readonly norms: {
    readonly [k: string]: "met" | "not-met" | "not-reached";
  };
}
export interface Noted {
  /**
   * What the note is about: a question or entry.
   */
  readonly about?: string;
  /**
   * The finding that is left open.
   */
  readonly rule?: string;
  /**
   * Who said it, as a role.
   */
  readonly by: string;
  /**
   * What was said.
   */
  readonly text: string;
}
export interface Erased {
  /**
   * The line that was erased.
   */
  readonly line: number;
  /**
   * Why it was erased.
   */
  readonly ground: string;
  readonly entry?: string;
}
export interface Recovered {
  /**
   * How many bytes of a last line were never acknowledged, and were cut off.
   */
  readonly bytes: number;
  /**
   * Whether what was being typed was found back.
   */
  readonly draft: boolean;
}
export interface TakenOver {
  /**
   * The machine of the session that was broken off.
   */
  readonly host: string;
  /**
   * Its process.
   */
  readonly pid: number;
  /**
   * When that session began.
   */
  readonly since: string;
}
/**
 * How the file is kept from here on: encrypted to the user's own key and these others, or readable by whoever has the file, and then who chose that.
 */
export interface Kept {
  /**
   * Whether the file is encrypted from here on.
   */
  readonly encrypted: boolean;
  /**
   * The public keys of who else can open it.
   */
  readonly recipients: readonly string[];
}
/**
 * One line of a case file. The keys stand in this order; parsing a line and writing it again gives the same bytes. An erased line keeps hash to sum only.
 */
export interface EventLine {
  readonly hash: string;
  /**
   * The number of the line, from 1.
   */
  readonly n: number;
  /**
   * RFC 3339 with offset.
   */
  readonly at: string;
  /**
   * What happened.
   */
  readonly type:
    | "opened"
    | "begun"
    | "answered"
    | "added"
    | "changed"
    | "removed"
    | "closed"
    | "finished"
    | "noted"
    | "erased"
    | "recovered"
    | "taken-over"
    | "kept";
  /**
   * The chapter; 0 is the case itself.
   */
  readonly ch: number;
  readonly sum: string;
  /**
   * Random, so that a body that was erased cannot be guessed from its sum.
   */
  readonly salt?: string;
  /**
   * What happened, by type; gone once the line is erased.
   */
  readonly body?: {};
}
export interface StandingSource {
  /**
   * Its number in the list.
   */
  readonly punt: number;
  /**
   * How it stands.
   */
  readonly stand: "ja" | "deels" | "nee";
  readonly datum?: string;
  readonly eigenaar?: RoleSource;
  readonly toelichting?: RoleSource;
}
export interface WordingSource {
  /**
   * False: no tips while somebody answers. meldcode lint goes on as it is.
   */
  readonly tips?: boolean;
  /**
   * Words of the organisation itself that say too little.
   */
  readonly woorden?: readonly WordSource[];
}
export interface WordSource {
  /**
   * A word, or words behind each other. With * at the end: all words that begin so.
   */
  readonly woord: string;
  readonly vraag: string;
}
export interface RecipientSource {
  readonly wie: string;
  readonly sleutel: string;
}
/**
 * The organisation that works here: organisatie.yaml in the folder with cases. Keys are Dutch, because people of the organisation write them. Roles, never names of persons.
 */
export interface OrganisationSource {
  readonly naam?: string;
  readonly sector: SectorSource;
  readonly aandachtsfunctionaris?: RoleSource;
  readonly leidinggevende?: RoleSource;
  readonly eindverantwoordelijke?: RoleSource;
  /**
   * The regional Veilig Thuis.
   */
  readonly "veilig-thuis"?: {
    readonly naam: RoleSource;
    /**
     * Its own number; 0800-2000 always works.
     */
    readonly telefoon?: string;
  };
  /**
   * Whether this organisation uses the verwijsindex risicojongeren, and which. Left out: it does not.
   */
  readonly verwijsindex?: {
    readonly naam: RoleSource;
  };
  readonly "sociale-kaart"?: RoleSource;
  readonly bewaartermijn?: RoleSource;
  readonly vragenlijsten?: RoleSource;
  readonly aanvullingen?: RoleSource;
  /**
   * The fourteen points by which an organisation sees how its own meldcode stands.
   */
  readonly meldcode?: readonly StandingSource[];
  /**
   * Who else can open what is encrypted here, for example the aandachtsfunctionaris.
   */
  readonly ontvangers?: readonly RecipientSource[];
  /**
   * After how many weeks a finished case is past its term on this machine. The record then stands in the organisation's own file.
   */
  readonly "werkbestand-weken"?: number;
  readonly taal?: WordingSource;
}
export interface PracticeCaseSource {
  readonly id: string;
  readonly title: string;
  readonly story: string;
  /**
   * How the story goes on, in the order in which it is told.
   */
  readonly more: readonly PartSource[];
  /**
   * What is said afterwards.
   */
  readonly debrief: readonly PointSource[];
  readonly closing: string;
}
export interface PartSource {
  readonly at: string;
  readonly when?: ConditionSource;
  readonly text: string;
}
export interface PointSource {
  readonly id: string;
  readonly when?: ConditionSource;
  readonly text: string;
  readonly sources?: readonly string[];
}
/**
 * Invented cases to practise a flow with: a story that goes on while she answers, and a debrief afterwards. No real person, name or place stands in it.
 */
export interface PracticeSource {
  /**
   * The version of this format.
   */
  readonly format: 1;
  readonly id: string;
  readonly version: string;
  readonly flow: string;
  /**
   * The practice cases.
   */
  readonly cases: readonly PracticeCaseSource[];
}
export interface TermSource {
  readonly id: string;
  readonly file: string;
  /**
   * In which sectors such a file may be kept; in every sector when left out.
   */
  readonly sectors?: readonly SectorSource[];
  readonly keep?: KeepSource;
  readonly ground: string;
  readonly note?: string;
  /**
   * True when the term could not be verified; the reader is told so.
   */
  readonly unverified?: boolean;
  /**
   * Ids from the list of sources.
   */
  readonly sources: readonly string[];
}
export interface KeepSource {
  /**
   * How many years.
   */
  readonly number: number;
  /**
   * jaar: so many years from a moment. levensjaar: until that year of somebody's life.
   */
  readonly unit: "jaar" | "levensjaar";
  readonly from: string;
  /**
   * When the number is not exact.
   */
  readonly bound?: "least" | "most" | "about";
}
/**
 * How long an organisation keeps its own files, and where that is written. Printed as advice about the file that holds the record; the case on this machine has a term of its own.
 */
export interface RetentionSource {
  /**
   * The version of this format.
   */
  readonly format: 1;
  readonly id: string;
  readonly version: string;
  readonly checked: string;
  readonly review: string;
  /**
   * The terms, in the order in which they are told.
   */
  readonly terms: readonly TermSource[];
  /**
   * Where the terms come from; terms name these by id.
   */
  readonly sources: readonly ReferenceSource[];
}
export interface StatesSource {
  readonly [k: string]: "met" | "not-met" | "not-reached";
}
export interface ScenarioSource {
  readonly name: string;
  /**
   * Question id -> answer, as in an answers file; or the path of an answers file, from the folder of this file.
   */
  readonly answers:
    | string
    | {
        readonly [k: string]: unknown;
      };
  /**
   * Answers that take the place of those in the answers file, or are added to them.
   */
  readonly change?: {
    readonly [k: string]: unknown;
  };
  /**
   * Answers of the answers file that are left out here: those questions are open.
   */
  readonly without?: readonly string[];
  /**
   * Answers of earlier chapters that this flow uses.
   */
  readonly given?: {
    readonly [k: string]: unknown;
  };
  readonly written?: string;
  readonly expect: ExpectationSource;
}
export interface ExpectationSource {
  /**
   * open, decided (the decision stands) or finished (nothing is open).
   */
  readonly status?: "open" | "decided" | "finished";
  readonly outcome?: string;
  readonly norms?: StatesSource;
  readonly precautions?: StatesSource;
  readonly report?: DecidedSource;
  readonly help?: DecidedSource;
  /**
   * Whether the decision departs from what a norm requires.
   */
  readonly departs?: boolean;
  readonly asked?: NamesSource;
  readonly "not-asked"?: NamesSource;
  readonly open?: NamesSource;
  readonly deferred?: NamesSource;
  readonly parked?: NamesSource;
  readonly raised?: NamesSource;
  readonly "not-raised"?: NamesSource;
  readonly refused?: NamesSource;
}
export interface DecidedSource {
  /**
   * The rule that holds; null when none does yet.
   */
  readonly rule?: "required" | "advised" | "allowed" | "not-required" | null;
  /**
   * What the outcome says; null when there is none, or when it does not decide this.
   */
  readonly decided?: boolean | null;
  readonly says?: string;
}
/**
 * Scenarios of a flow: these answers, and what must follow from them. `meldcode flow test` runs them. What is not named under `expect` is not looked at, and the order of keys and ids never matters.
 */
export interface ScenariosSource {
  /**
   * The version of this format.
   */
  readonly format: 1;
  readonly flow: string;
  readonly sector?: string;
  /**
   * One row for each scenario.
   */
  readonly scenarios: readonly ScenarioSource[];
}
export interface ContextSource {
  readonly id: string;
  readonly about: string;
  /**
   * Where it must stand: anywhere in the sentence, in front of the word, or behind it.
   */
  readonly where: "zin" | "ervoor" | "erna";
  readonly any: FormsSource;
}
export interface ClassSource {
  readonly id: string;
  readonly title: string;
  /**
   * In which kinds of text it is looked for.
   */
  readonly texts: readonly TextKindSource[];
  readonly ask: string;
  readonly weak: string;
  readonly strong: string;
  readonly forms: FormsSource;
  readonly fine?: FormsSource;
  readonly unless?: ContextIdsSource;
}
/**
 * Which words are too general in a text about people, what to ask instead, and where the same words are fine. Forms are written in the small language of src/core/language/pattern.ts.
 */
export interface LanguageSource {
  /**
   * The version of this format.
   */
  readonly format: 1;
  readonly id: string;
  readonly version: string;
  readonly checked: string;
  readonly review: string;
  /**
   * Words that forms name together, as <name>. grens: words that end the part of a sentence; afkorting: words whose full stop ends no sentence.
   */
  readonly lists: {
    readonly [k: string]: FormsSource;
  };
  /**
   * What makes a word fine when it stands in the same sentence.
   */
  readonly contexts: readonly ContextSource[];
  readonly unless: ContextIdsSource;
  /**
   * The classes, the most useful to ask about first. Of two that want the same word the first has it.
   */
  readonly classes: readonly ClassSource[];
}
export interface CareRuleSource {
  readonly id: string;
  readonly severity: SeveritySource;
  readonly when: ConditionSource;
  readonly text: string;
  readonly why: string;
  readonly question: string;
  readonly sources: readonly string[];
}
/**
 * Rules of care: what disciplinary courts and complaint boards ask of who follows the code, and what a critical friend asks. They are added to the checks of the flow that names this file. Never blocks.
 */
export interface CareSource {
  /**
   * The version of this format.
   */
  readonly format: 1;
  readonly id: string;
  readonly version: string;
  readonly checked: string;
  readonly review: string;
  /**
   * Derived facts: what rules need and a condition cannot say.
   */
  readonly facts?: readonly FactSource[];
  /**
   * The rules, in the order in which findings are shown.
   */
  readonly rules: readonly CareRuleSource[];
  /**
   * Where the rules come from, as far as the flow does not name it already; rules name these by id.
   */
  readonly sources: readonly ReferenceSource[];
}
