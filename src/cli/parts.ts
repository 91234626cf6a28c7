/** What commands share: how one is made, and the options that several have. */
import { Argument, Command, InvalidArgumentError, Option } from "commander";
import { nl } from "../core/nl.ts";

export const words = nl.cli;

/** Their help names how one wants to be asked; all others take it too, as they may ask a passphrase. */
const ASKING = ["meldcode", "start", "resume"];

/** A command that never exits by itself: what is wrong is thrown as a CommanderError. */
export const make = (name: string): Command =>
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

/** A command that only has commands of its own. */
export const group = (name: string, about: string, usage: string = words.usage): Command =>
  make(name).usage(usage).description(about).helpCommand(false);

export const dir = (): Option => new Option(`--dir <${words.folder}>`, words.dir);
export const flows = (): Option => new Option(`--flows <${words.folder}>`, words.flows);
export const sector = (): Option => new Option(`--sector <${words.sectorName}>`, words.sector);
export const organisation = (): Option => new Option(`--organisation <${words.file}>`, words.organisation);
export const theCase = (): Argument => new Argument(`<${words.file}>`, words.theCase);
export const recipient = (): Option =>
  new Option(`--recipient <${words.publicKey}>`, words.recipient).argParser((one: string, all: readonly string[] | undefined) => [
    ...(all ?? []),
    one,
  ]);
export const number = (text: string): number => {
  if (!/^[1-9]\d{0,3}$/.test(text)) throw new InvalidArgumentError(words.wholeNumber);
  return Number(text);
};

/** The command and those it belongs to. */
export const above = (command: Command | null): readonly Command[] => (command === null ? [] : [command, ...above(command.parent)]);

/** Options may also stand before the command. */
const all = <O extends object>(options: O, command: Command): O => ({ ...above(command).at(-1)?.opts(), ...options });

/** Does what takes options only. */
export const withGlobals =
  <O extends object>(verb: (options: O) => Promise<void>) =>
  (options: O, command: Command): Promise<void> =>
    verb(all(options, command));
/** Does what takes one thing by its name, or several. */
export const named =
  <N, O extends object>(verb: (name: N, options: O) => Promise<void>) =>
  (name: N, options: O, command: Command): Promise<void> =>
    verb(name, all(options, command));
/** Does what takes a thing by its name and a part of it. */
export const namedPart =
  <N, P, O extends object>(verb: (name: N, part: P, options: O) => Promise<void>) =>
  (name: N, part: P, options: O, command: Command): Promise<void> =>
    verb(name, part, all(options, command));
