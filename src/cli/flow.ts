/** Definitions: proving, explaining and trying them. */
import { Argument, Option, type Command } from "commander";
import { dir, flows, group, make, named, sector, words } from "./parts.ts";
import type { Verbs } from "./verbs.ts";

export const flow = (verbs: Verbs): Command => {
  const all = [check, explain, graph, test, schema, template];
  return all.reduce((whole, part) => whole.addCommand(part(verbs)), group("flow", words.flow));
};

const flowId = (): Argument => new Argument("[id]", words.flowId).default("meldcode");

const check = (verbs: Verbs): Command =>
  make("check")
    .usage(words.filesOptions)
    .description(words.flowCheck)
    .addArgument(new Argument(`[${words.files}...]`, words.checkFiles))
    .addOption(new Option("--json", words.json).conflicts("sarif"))
    .option("--sarif", words.sarif)
    .addOption(sector())
    .option(`--today <${words.date}>`, words.today)
    .action(named(verbs.flowCheck));

const explain = (verbs: Verbs): Command =>
  make("explain").usage("[code]").description(words.explain).addArgument(new Argument("[code]", words.code)).action(verbs.flowExplain);

const graph = (verbs: Verbs): Command =>
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
    .action(named(verbs.flowGraph));

const test = (verbs: Verbs): Command =>
  make("test")
    .usage(words.filesOptions)
    .description(words.flowTest)
    .addArgument(new Argument(`[${words.files}...]`, words.scenarioFiles))
    .option("--generate", words.generate)
    .option("--mutate", words.mutate)
    .addOption(sector())
    .addOption(flows())
    .action(named(verbs.flowTest));

const schema = (verbs: Verbs): Command =>
  make("schema")
    .usage(`[id] ${words.options}`)
    .description(words.answersSchema)
    .addArgument(flowId())
    .addOption(sector())
    .addOption(flows())
    .action(named(verbs.flowSchema));

const template = (verbs: Verbs): Command =>
  make("template")
    .usage(`[id] ${words.options}`)
    .description(words.template)
    .addArgument(flowId())
    .addOption(sector())
    .addOption(flows())
    .action(named(verbs.flowTemplate));
