/** Working on a case: making it, going on with it, and what is made of it. */
import { Argument, Option, type Command } from "commander";
import { dir, flows, make, named, number, organisation, recipient, sector, theCase, withGlobals, words } from "./parts.ts";
import { DOCUMENTS, type Verbs } from "./verbs.ts";

const answers = (): Option => new Option(`--answers <${words.file}>`, words.answers);
const whichFlow = (what: string): Option => new Option(`--flow <${words.flowName}>`, what);
const noTips = (): Option => new Option("--geen-tips", words.noTips);

export const start = (verbs: Verbs): Command =>
  make("start")
    .usage(words.options)
    .description(words.start)
    .addOption(answers())
    .addOption(dir())
    .addOption(new Option(`--oefenen [${words.practiceCase}]`, words.practice))
    .addOption(recipient())
    .addOption(sector())
    .addOption(organisation())
    .addOption(flows())
    .addOption(whichFlow(words.startFlow))
    .addOption(noTips())
    .action(withGlobals(verbs.start));

export const resume = (verbs: Verbs): Command =>
  make("resume")
    .usage(words.fileOptions)
    .description(words.resume)
    .addArgument(theCase())
    .addOption(answers())
    .addOption(dir())
    .addOption(new Option("--oefenen", words.oefenen))
    .option(`--reason <${words.text}>`, words.reason)
    .addOption(flows())
    .addOption(whichFlow(words.resumeFlow))
    .addOption(new Option(`--chapter <${words.number}>`, words.chapter).argParser(number))
    .addOption(noTips())
    .action(named(verbs.resume));

export const exportCase = (verbs: Verbs): Command =>
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
    .action(named(verbs.exportCase));

export const list = (verbs: Verbs): Command =>
  make("list").usage(words.options).description(words.list).addOption(dir()).action(withGlobals(verbs.list));

export const agenda = (verbs: Verbs): Command =>
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
    .action(withGlobals(verbs.agenda));

export const check = (verbs: Verbs): Command =>
  make("check")
    .usage(words.fileOptions)
    .summary(words.check)
    .description(words.aboutCheck)
    .addArgument(theCase())
    .option("--json", words.json)
    .addOption(dir())
    .action(named(verbs.check));

export const lint = (verbs: Verbs): Command =>
  make("lint")
    .usage(words.fileOptions)
    .summary(words.lint)
    .description(words.aboutLint)
    .addArgument(new Argument(`<${words.file}>`, words.aText))
    .addOption(new Option(`--soort <${words.kind}>`, words.textKind).choices(["signalen", "afspraken"]).default("signalen", "signalen"))
    .option("--json", words.json)
    .addOption(dir())
    .action(named(verbs.lint));
