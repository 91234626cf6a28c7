/** The words a user can type, and nothing else. */
import type { Command } from "commander";
import { agenda, check, exportCase, lint, list, resume, start } from "./cli/case.ts";
import { flow } from "./cli/flow.ts";
import { decrypt, encrypt, erase, key, note, purge, unlock, verify } from "./cli/keep.ts";
import { organisation } from "./cli/organisation.ts";
import { above, dir, make, words } from "./cli/parts.ts";
import type { Verbs } from "./cli/verbs.ts";

/** In the order of the help. */
const COMMANDS: Readonly<Record<string, (verbs: Verbs) => Command>> = {
  start,
  resume,
  export: exportCase,
  list,
  agenda,
  check,
  verify,
  note,
  erase,
  unlock,
  key,
  encrypt,
  decrypt,
  purge,
  organisation,
  lint,
  flow,
};

/**
 * The program as commander sees it. It never exits by itself: what is wrong is thrown as a CommanderError.
 * @param first the first word that was typed: of the commands only that one is made, as making them all is felt at the start
 */
export function cli(version: string, verbs: Verbs, first = ""): Command {
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
  const wanted = Object.hasOwn(COMMANDS, first) ? [first] : Object.keys(COMMANDS);
  for (const name of wanted) {
    const command = COMMANDS[name]?.(verbs);
    if (command !== undefined) program.addCommand(command);
  }
  return program;
}
