/** Keeping a case so that it can be trusted: proving, adding, erasing, encrypting. */
import { Argument, type Command } from "commander";
import { nl } from "../core/nl.ts";
import { dir, group, make, named, namedPart, recipient, theCase, withGlobals, words } from "./parts.ts";
import type { Verbs } from "./verbs.ts";

const trust = nl.trust.cli;

export const verify = (verbs: Verbs): Command =>
  make("verify")
    .usage(trust.filesOptions)
    .description(trust.verify)
    .addArgument(new Argument(`<${trust.files}>`, words.theCase))
    .option(`--record <${words.file}>`, trust.record)
    .option(`--fingerprint <${trust.hex}>`, trust.fingerprint)
    .addOption(dir())
    .action(named(verbs.verify));

export const note = (verbs: Verbs): Command =>
  make("note")
    .usage(words.fileOptions)
    .summary(trust.note)
    .description(trust.aboutNote)
    .addArgument(theCase())
    .option(`--by <${trust.role}>`, trust.by)
    .option(`--text <${words.text}>`, trust.statement)
    .option(`--about <${trust.question}>`, trust.about)
    .addOption(dir())
    .action(named(verbs.note));

export const erase = (verbs: Verbs): Command =>
  make("erase")
    .usage(trust.lineOptions)
    .summary(trust.erase)
    .description(trust.aboutErase)
    .addArgument(theCase())
    .addArgument(new Argument(`[${trust.line}]`, trust.theLine))
    .option(`--reason <${words.text}>`, trust.ground)
    .addOption(dir())
    .action(namedPart(verbs.erase));

export const unlock = (verbs: Verbs): Command =>
  make("unlock").usage(words.fileOptions).description(trust.unlock).addArgument(theCase()).addOption(dir()).action(named(verbs.unlock));

export const key = (verbs: Verbs): Command =>
  group("key", words.key, "new").addCommand(make("new").usage("").description(words.keyNew).action(withGlobals(verbs.keyNew)));

export const encrypt = (verbs: Verbs): Command =>
  make("encrypt")
    .usage(words.fileOptions)
    .description(words.encrypt)
    .addArgument(theCase())
    .addOption(recipient())
    .addOption(dir())
    .action(named(verbs.encrypt));

export const decrypt = (verbs: Verbs): Command =>
  make("decrypt").usage(words.fileOptions).description(words.decrypt).addArgument(theCase()).addOption(dir()).action(named(verbs.decrypt));

export const purge = (verbs: Verbs): Command =>
  make("purge")
    .usage(words.options)
    .description(words.purge)
    .option("--dry-run", words.dryRun)
    .addOption(dir())
    .action(withGlobals(verbs.purge));
