/** What the user typed, read by commander; what is wrong with it in Dutch. */
import { CommanderError, type Command } from "commander";
import { say, sayLines } from "./adapters/output.ts";
import { cli } from "./cli.ts";
import type { Verbs } from "./cli/verbs.ts";
import { EXIT } from "./core/defect.ts";
import { nearest } from "./core/near.ts";
import { nl } from "./core/nl.ts";

/** Does what was typed. @returns the exit code when there was nothing to do but say something; undefined when a verb ran */
export async function typed(argv: readonly string[], version: string, verbs: Verbs): Promise<number | undefined> {
  try {
    await cli(version, verbs, argv[0]).parseAsync(argv, { from: "user" });
    return undefined;
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    return usage(error, argv, version, cli(version, verbs));
  }
}

/** The text of --help. */
export const help = (version: string): string => helpOf(cli(version, {} as Verbs));

const helpOf = (program: Command): string => program.helpInformation() + nl.cli.after;

/** commander's own texts are English; its code and the word in quotes are enough to say it in Dutch. */
function usage(error: CommanderError, argv: readonly string[], version: string, program: Command): number {
  if (error.code === "commander.version") {
    say(`${version}\n`);
    return EXIT.fine;
  }
  const words = argv.filter((one) => !one.startsWith("-"));
  const command = program.commands.find((one) => one.name() === words[0]) ?? program;
  const inner = command.commands.find((one) => one.name() === words[1]) ?? command;
  if (error.code === "commander.helpDisplayed" || error.code === "commander.help") {
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
      ? inner.options.map(({ long }) => long ?? "")
      : code === "commander.unknownCommand"
        ? command.commands.map((one) => one.name())
        : [];
  const choices = /Allowed choices are (.*)\.$/.exec(error.message)?.[1]?.split(", ");
  const instead = choices === undefined ? nl.nearest(nearest(word, known)) : nl.cli.choices(choices);
  sayLines((nl.cli.wrong[code] ?? nl.cli.wrongOther)(word) + instead, nl.cli.seeHelp);
  return EXIT.usage;
}
