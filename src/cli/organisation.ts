/** The profile of the organisation. */
import type { Command } from "commander";
import { dir, group, make, organisation as profile, sector, withGlobals, words } from "./parts.ts";
import type { Verbs } from "./verbs.ts";

export const organisation = (verbs: Verbs): Command =>
  group("organisation", words.organisationCommands).addCommand(init(verbs)).addCommand(check(verbs));

const init = (verbs: Verbs): Command =>
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
    .addOption(profile())
    .addOption(dir())
    .action(withGlobals(verbs.organisationInit));

const check = (verbs: Verbs): Command =>
  make("check")
    .usage(words.options)
    .description(words.organisationCheck)
    .addOption(profile())
    .addOption(dir())
    .action(withGlobals(verbs.organisationCheck));
