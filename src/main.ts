/** Puts the parts together; the only catch: errors become words and exit codes. */
import { CommanderError } from "commander";
import { cases } from "./adapters/cases.ts";
import { definition } from "./adapters/definitions.ts";
import { say, sayLines, told } from "./adapters/output.ts";
import { cli, type CaseOptions, type Verbs } from "./cli.ts";
import { EXIT, UsageDefect } from "./core/defect.ts";
import { nearest } from "./core/near.ts";
import { nl } from "./core/nl.ts";
import type { World } from "./ports.ts";

declare const MELDCODE_VERSION: string;

/**
 * Runs one command line.
 * @param argv what the user typed behind the program's name
 * @param root the folder of the package
 * @returns the exit code
 */
export async function main(argv: readonly string[], root: string): Promise<number> {
  let exit: number = EXIT.fine;
  const run = async (command: () => number | Promise<number>): Promise<void> => {
    exit = await command();
  };
  const world = (dir: string | undefined): World => worldOf(root, dir);
  const verbs: Verbs = {
    home: ({ dir }) =>
      run(async () => {
        if (!isTerminal()) throw new UsageDefect(`${nl.cli.needsCommand}\n\n${cli(MELDCODE_VERSION, verbs).helpInformation()}`);
        return (await import("./commands/home.ts")).home(world(dir));
      }),
    start: (options) => run(async () => (await import("./commands/start.ts")).start(world(options.dir), asked(options))),
    resume: (file, options) => run(async () => (await import("./commands/resume.ts")).resume(world(options.dir), file, asked(options))),
    exportCase: (file, { dir, format, output, force }) =>
      run(async () => (await import("./commands/export.ts")).exportCase(world(dir), file, { format, output, force: force ?? false })),
    list: ({ dir }) => run(async () => (await import("./commands/list.ts")).list(world(dir))),
    flowTemplate: (id) => run(async () => (await import("./commands/flow.ts")).flowTemplate(world(undefined), id)),
  };
  const program = cli(MELDCODE_VERSION, verbs, argv[0]);
  try {
    await program.parseAsync(argv, { from: "user" });
    return exit;
  } catch (error) {
    return error instanceof CommanderError ? usage(error, argv, cli(MELDCODE_VERSION, verbs)) : told(error);
  }
}

/** The help texts, for the build: what --help prints is generated, so that it costs nothing. */
export function help(): string {
  return helpOf(cli(MELDCODE_VERSION, {} as Verbs));
}

const helpOf = (program: { helpInformation: () => string }): string => program.helpInformation() + nl.cli.after;

/** An empty reason is none. */
const asked = ({
  answers,
  oefenen,
  reason,
}: CaseOptions): { answers: string | undefined; exercise: boolean; reason: string | undefined } => ({
  answers,
  exercise: oefenen ?? false,
  reason: reason?.trim() || undefined,
});

const isTerminal = (): boolean => process.stdin.isTTY && process.stdout.isTTY;

function worldOf(root: string, dir: string | undefined): World {
  return {
    version: MELDCODE_VERSION,
    // How the user can type the next command: after `npm start` there is no meldcode on the path.
    program: process.env["npm_lifecycle_event"] === "start" ? "npm start --" : "meldcode",
    cases: cases(dir, process.env),
    definition: (id) => definition(root, id),
    answers: async (file, flow) => (await import("./adapters/answersfile.ts")).readAnswers(file, flow),
    // Only looked at when something is to be asked: the streams of process are slow to make.
    get prompt() {
      return isTerminal() ? async () => (await import("./adapters/session.ts")).openPrompt() : undefined;
    },
    out: say,
    tell: sayLines,
    write: (path, text, force) => {
      cases(dir, process.env).write(path, text, force);
    },
  };
}

/** commander's own texts are English; its code and the word in quotes are enough to say it in Dutch. */
function usage(error: CommanderError, argv: readonly string[], program: ReturnType<typeof cli>): number {
  if (error.code === "commander.version") {
    say(`${MELDCODE_VERSION}\n`);
    return EXIT.fine;
  }
  const words = argv.filter((one) => !one.startsWith("-"));
  const command = program.commands.find((one) => one.name() === words[0]) ?? program;
  if (error.code === "commander.helpDisplayed" || error.code === "commander.help") {
    const inner = command.commands.find((one) => one.name() === words[1]) ?? command;
    const text = inner === program ? helpOf(program) : inner.helpInformation();
    if (error.exitCode === 0) say(text);
    else sayLines(text);
    return error.exitCode === 0 ? EXIT.fine : EXIT.usage;
  }
  // The program itself takes no words: one that is no command arrives as one too many.
  const code = error.code === "commander.excessArguments" && command === program ? "commander.unknownCommand" : error.code;
  const word =
    code === "commander.unknownCommand"
      ? ((command === program ? words[0] : words[1]) ?? "")
      : (/'([^']*)'/.exec(error.message)?.[1] ?? "");
  const known =
    code === "commander.unknownOption"
      ? command.options.map(({ long }) => long ?? "")
      : code === "commander.unknownCommand"
        ? command.commands.map((one) => one.name())
        : [];
  sayLines((nl.cli.wrong[code] ?? nl.cli.wrongOther)(word) + nl.nearest(nearest(word, known)), nl.cli.seeHelp);
  return EXIT.usage;
}
