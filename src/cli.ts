/** The words a user can type, and nothing else. */
import { Argument, Command, InvalidArgumentError, Option } from "commander";
import { nl } from "./core/nl.ts";

/** The documents that can be made of a case. */
const DOCUMENTS = ["dossier", "melding", "advies", "overdracht", "plan", "gezin"] as const;

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

const COMMANDS = [
  "start",
  "resume",
  "export",
  "list",
  "agenda",
  "check",
  "verify",
  "note",
  "erase",
  "unlock",
  "key",
  "encrypt",
  "decrypt",
  "purge",
  "organisation",
  "lint",
  "flow",
];

/** Their help names how one wants to be asked; all others take it too, as they may ask a passphrase. */
const ASKING = ["meldcode", "start", "resume"];
const above = (command: Command | null): readonly Command[] => (command === null ? [] : [command, ...above(command.parent)]);

/**
 * The program as commander sees it. It never exits by itself: what is wrong is thrown as a CommanderError.
 * @param first the first word that was typed: of the commands only that one is made, as making them all is felt at the start
 */
export function cli(version: string, verbs: Verbs, first = ""): Command {
  const wanted = (name: string): boolean => name === first || !COMMANDS.includes(first);
  const words = nl.cli;
  const make = (name: string): Command =>
    new Command(name)
      .exitOverride()
      .helpOption("-h, --help", words.help)
      .configureHelp({
        styleTitle: (title) => words.titles[title] ?? title,
        subcommandTerm: (command) => `${command.name()} ${command.usage()}`.trim(),
        optionDescription: ({ description }) => description,
        argumentDescription: ({ description }) => description,
        helpWidth: 80,
      })
      .configureOutput({ writeErr: () => undefined, writeOut: () => undefined })
      .allowExcessArguments(false)
      .showSuggestionAfterError(false)
      .addOption(new Option("--linear", words.linear).hideHelp(!ASKING.includes(name)))
      .addOption(new Option("--no-color", words.noColor).hideHelp(!ASKING.includes(name)));
  const dir = (): Option => new Option(`--dir <${words.folder}>`, words.dir);
  const answers = (): Option => new Option(`--answers <${words.file}>`, words.answers);
  const theCase = (): Argument => new Argument(`<${words.file}>`, words.theCase);
  const recipient = (): Option =>
    new Option(`--recipient <${words.publicKey}>`, words.recipient).argParser((one: string, all: readonly string[] | undefined) => [
      ...(all ?? []),
      one,
    ]);
  const flows = (): Option => new Option(`--flows <${words.folder}>`, words.flows);
  const whichFlow = (what: string): Option => new Option(`--flow <${words.flowName}>`, what);
  const chapterNumber = (text: string): number => {
    if (!/^[1-9]\d{0,3}$/.test(text)) throw new InvalidArgumentError(words.wholeNumber);
    return Number(text);
  };
  const sector = (): Option => new Option(`--sector <${words.sectorName}>`, words.sector);
  const organisation = (): Option => new Option(`--organisation <${words.file}>`, words.organisation);
  const noTips = (): Option => new Option("--geen-tips", words.noTips);
  const exercise = (): Option => new Option("--oefenen", words.oefenen);
  const practice = (): Option => new Option(`--oefenen [${words.practiceCase}]`, words.practice);

  /** Options may also stand before the command. */
  const withGlobals =
    <O extends object>(verb: (options: O) => Promise<void>) =>
    (options: O, command: Command) =>
      verb({ ...command.parent?.opts(), ...options });
  const named =
    <O extends object>(verb: (file: string, options: O) => Promise<void>) =>
    (file: string, options: O, command: Command) =>
      verb(file, { ...command.parent?.opts(), ...options });

  const program = make("meldcode")
    .description(words.about)
    .version(version, "-V, --version", words.version)
    .usage(words.usage)
    .addOption(dir())
    .hook("preAction", (_, command) => {
      const options = above(command).map((one) => one.opts<{ readonly linear?: boolean; readonly color?: boolean }>());
      verbs.face({ linear: options.some(({ linear }) => linear), plain: options.some(({ color }) => color === false) });
    })
    .action(verbs.home)
    .helpCommand(words.helpCommand, words.help)
    .enablePositionalOptions();
  if (wanted("start"))
    program.addCommand(
      make("start")
        .usage(words.options)
        .description(words.start)
        .addOption(answers())
        .addOption(dir())
        .addOption(practice())
        .addOption(recipient())
        .addOption(sector())
        .addOption(organisation())
        .addOption(flows())
        .addOption(whichFlow(words.startFlow))
        .addOption(noTips())
        .action(withGlobals(verbs.start)),
    );
  if (wanted("resume"))
    program.addCommand(
      make("resume")
        .usage(words.fileOptions)
        .description(words.resume)
        .addArgument(theCase())
        .addOption(answers())
        .addOption(dir())
        .addOption(exercise())
        .option(`--reason <${words.text}>`, words.reason)
        .addOption(flows())
        .addOption(whichFlow(words.resumeFlow))
        .addOption(new Option(`--chapter <${words.number}>`, words.chapter).argParser(chapterNumber))
        .addOption(noTips())
        .action(named(verbs.resume)),
    );
  if (wanted("export"))
    program.addCommand(
      make("export")
        .usage(words.fileOptions)
        .description(words.export)
        .addArgument(theCase())
        .addOption(new Option(`--as <${words.document}>`, words.as).choices(DOCUMENTS))
        .option(`--voor <${words.role}>`, words.voor)
        .option("--veilig-te-bewaren", words.safe)
        .addOption(new Option(`--format <${words.form}>`, words.format).choices(["md", "html", "json"]).default("md", "md"))
        .option(`--output <${words.file}>`, words.output)
        .option("--force", words.force)
        .addOption(dir())
        .action(named(verbs.exportCase)),
    );
  if (wanted("list"))
    program.addCommand(make("list").usage(words.options).description(words.list).addOption(dir()).action(withGlobals(verbs.list)));
  if (wanted("agenda"))
    program.addCommand(
      make("agenda")
        .usage(words.options)
        .summary(words.agenda)
        .description(words.aboutAgenda)
        .option(`--days <${words.number}>`, words.days)
        .option(`--ics <${words.file}>`, words.ics)
        .option(`--onderwerp <${words.text}>`, words.subject)
        .option("--force", words.force)
        .option(`--tekst <${words.caseName}>`, words.reminder)
        .addOption(dir())
        .action(withGlobals(verbs.agenda)),
    );
  if (wanted("check"))
    program.addCommand(
      make("check")
        .usage(words.fileOptions)
        .summary(words.check)
        .description(words.aboutCheck)
        .addArgument(theCase())
        .option("--json", words.json)
        .addOption(dir())
        .action(named(verbs.check)),
    );
  if (wanted("verify"))
    program.addCommand(
      make("verify")
        .usage(nl.trust.cli.filesOptions)
        .description(nl.trust.cli.verify)
        .addArgument(new Argument(`<${nl.trust.cli.files}>`, words.theCase))
        .option(`--record <${words.file}>`, nl.trust.cli.record)
        .option(`--fingerprint <${nl.trust.cli.hex}>`, nl.trust.cli.fingerprint)
        .addOption(dir())
        .action((files: readonly string[], options: VerifyOptions, command: Command) =>
          verbs.verify(files, { ...command.parent?.opts(), ...options }),
        ),
    );
  if (wanted("note"))
    program.addCommand(
      make("note")
        .usage(words.fileOptions)
        .summary(nl.trust.cli.note)
        .description(nl.trust.cli.aboutNote)
        .addArgument(theCase())
        .option(`--by <${nl.trust.cli.role}>`, nl.trust.cli.by)
        .option(`--text <${words.text}>`, nl.trust.cli.statement)
        .option(`--about <${nl.trust.cli.question}>`, nl.trust.cli.about)
        .addOption(dir())
        .action(named(verbs.note)),
    );
  if (wanted("erase"))
    program.addCommand(
      make("erase")
        .usage(nl.trust.cli.lineOptions)
        .summary(nl.trust.cli.erase)
        .description(nl.trust.cli.aboutErase)
        .addArgument(theCase())
        .addArgument(new Argument(`[${nl.trust.cli.line}]`, nl.trust.cli.theLine))
        .option(`--reason <${words.text}>`, nl.trust.cli.ground)
        .addOption(dir())
        .action((file: string, line: string | undefined, options: { readonly dir?: string; readonly reason?: string }, command: Command) =>
          verbs.erase(file, line, { ...command.parent?.opts(), ...options }),
        ),
    );
  if (wanted("unlock"))
    program.addCommand(
      make("unlock")
        .usage(words.fileOptions)
        .description(nl.trust.cli.unlock)
        .addArgument(theCase())
        .addOption(dir())
        .action(named(verbs.unlock)),
    );
  if (wanted("key")) {
    const key = make("key").usage("new").description(words.key).helpCommand(false);
    key.addCommand(
      make("new")
        .usage("")
        .description(words.keyNew)
        .action((options: object, command: Command) => verbs.keyNew({ ...command.parent?.parent?.opts(), ...options })),
    );
    program.addCommand(key);
  }
  if (wanted("encrypt"))
    program.addCommand(
      make("encrypt")
        .usage(words.fileOptions)
        .description(words.encrypt)
        .addArgument(theCase())
        .addOption(recipient())
        .addOption(dir())
        .action(named(verbs.encrypt)),
    );
  if (wanted("decrypt"))
    program.addCommand(
      make("decrypt")
        .usage(words.fileOptions)
        .description(words.decrypt)
        .addArgument(theCase())
        .addOption(dir())
        .action(named(verbs.decrypt)),
    );
  if (wanted("purge"))
    program.addCommand(
      make("purge")
        .usage(words.options)
        .description(words.purge)
        .option("--dry-run", words.dryRun)
        .addOption(dir())
        .action(withGlobals(verbs.purge)),
    );
  if (wanted("organisation")) {
    const own = make("organisation").usage(words.usage).description(words.organisationCommands).helpCommand(false);
    const withAll =
      (verb: (options: OrganisationOptions) => Promise<void>) =>
      (options: OrganisationOptions, command: Command): Promise<void> =>
        verb({ ...command.parent?.parent?.opts(), ...options });
    own.addCommand(
      make("init")
        .usage(words.options)
        .description(words.organisationInit)
        .addOption(sector())
        .option(`--name <${words.text}>`, words.organisationName)
        .option(`--eindverantwoordelijke <${words.role}>`, words.eindverantwoordelijke)
        .option(`--aandachtsfunctionaris <${words.role}>`, words.aandachtsfunctionaris)
        .option(`--leidinggevende <${words.role}>`, words.leidinggevende)
        .option(`--veilig-thuis <${words.text}>`, words.veiligThuis)
        .option(`--telefoon <${words.phone}>`, words.telefoon)
        .option("--force", words.force)
        .addOption(organisation())
        .addOption(dir())
        .action(withAll(verbs.organisationInit)),
    );
    own.addCommand(
      make("check")
        .usage(words.options)
        .description(words.organisationCheck)
        .addOption(organisation())
        .addOption(dir())
        .action(withAll(verbs.organisationCheck)),
    );
    program.addCommand(own);
  }
  if (wanted("lint"))
    program.addCommand(
      make("lint")
        .usage(words.fileOptions)
        .summary(words.lint)
        .description(words.aboutLint)
        .addArgument(new Argument(`<${words.file}>`, words.aText))
        .addOption(new Option(`--soort <${words.kind}>`, words.textKind).choices(["signalen", "afspraken"]).default("signalen", "signalen"))
        .option("--json", words.json)
        .addOption(dir())
        .action(named(verbs.lint)),
    );
  if (!wanted("flow")) return program;
  const flow = make("flow").usage(words.usage).description(words.flow).helpCommand(false);
  flow.addCommand(
    make("check")
      .usage(words.filesOptions)
      .description(words.flowCheck)
      .addArgument(new Argument(`[${words.files}...]`, words.checkFiles))
      .addOption(new Option("--json", words.json).conflicts("sarif"))
      .option("--sarif", words.sarif)
      .addOption(sector())
      .option(`--today <${words.date}>`, words.today)
      .action(verbs.flowCheck),
  );
  flow.addCommand(
    make("explain").usage("[code]").description(words.explain).addArgument(new Argument("[code]", words.code)).action(verbs.flowExplain),
  );
  const flowId = (): Argument => new Argument("[id]", words.flowId).default("meldcode");
  flow.addCommand(
    make("graph")
      .usage(`[id] ${words.options}`)
      .description(words.graph)
      .addArgument(flowId())
      .addOption(new Option(`--format <${words.form}>`, words.graphFormat).choices(["text", "mermaid", "dot"]).default("text", "text"))
      .option(`--case <${words.file}>`, words.graphCase)
      .option("--coverage", words.graphCoverage)
      .addOption(sector())
      .addOption(flows())
      .addOption(dir())
      .action((id: string, options: GraphOptions, command: Command) =>
        verbs.flowGraph(id, { ...command.parent?.parent?.opts(), ...options }),
      ),
  );
  flow.addCommand(
    make("test")
      .usage(words.filesOptions)
      .description(words.flowTest)
      .addArgument(new Argument(`[${words.files}...]`, words.scenarioFiles))
      .option("--generate", words.generate)
      .option("--mutate", words.mutate)
      .addOption(sector())
      .addOption(flows())
      .action(verbs.flowTest),
  );
  flow.addCommand(
    make("schema")
      .usage(`[id] ${words.options}`)
      .description(words.answersSchema)
      .addArgument(flowId())
      .addOption(sector())
      .addOption(flows())
      .action(verbs.flowSchema),
  );
  flow.addCommand(
    make("template")
      .usage(`[id] ${words.options}`)
      .description(words.template)
      .addArgument(flowId())
      .addOption(sector())
      .addOption(flows())
      .action(verbs.flowTemplate),
  );
  program.addCommand(flow);
  return program;
}
