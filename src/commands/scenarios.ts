import { EXIT, FlowDefect, UsageDefect } from "../core/defect.ts";
import { build, type Flow } from "../core/flow.ts";
import { nl } from "../core/nl.ts";
import type { Bench, Scenarios, World } from "../ports.ts";

export interface TestOptions {
  /** Writes the scenarios that are missing. */
  readonly generate: boolean;
  /** Tries whether the scenarios notice changes in the definition. */
  readonly mutate: boolean;
}

/** Tries scenarios, and says what differs and what they do not reach. @returns found when something differs or a change goes unnoticed */
export async function flowTest(world: World, bench: Bench, files: readonly string[], options: TestOptions): Promise<number> {
  const sets = (files.length > 0 ? files : bench.files()).map(bench.scenarios);
  let exit: number = EXIT.fine;
  for (const id of new Set(sets.map(({ flow }) => flow))) {
    const found = await testOne(
      world,
      bench,
      sets.filter(({ flow }) => flow === id),
      options,
    );
    if (found) exit = EXIT.found;
  }
  return exit;
}

async function testOne(world: World, bench: Bench, sets: readonly Scenarios[], { generate, mutate }: TestOptions): Promise<boolean> {
  // Only needed here: nothing else may have to load it.
  const { coverageLines, covered, mutation, mutationLines, said, scenarioFile, strange, tried, written } = await import("../core/trial.ts");
  // What is generated must stand alone on stdout.
  const say = (lines: readonly string[]): void => (generate ? world.tell(...lines) : world.out(lines.map((line) => `${line}\n`).join("")));
  const flow = await flowOf(world, sets);
  const scenarios = sets.flatMap((set) => set.scenarios);
  const unknown = strange(flow, scenarios);
  if (unknown.length > 0) throw new FlowDefect([nl.scenario.wrong, ...unknown].join("\n"));

  for (const { file, scenarios: own } of sets) say([nl.scenario.file(file, flow.id), ...said(tried(flow, own))]);
  const all = tried(flow, scenarios);
  const wrong = all.filter(({ differences }) => differences.length > 0).length;
  const coverage = covered(flow, all);
  say([nl.scenario.total(all.length, wrong), "", ...coverageLines(flow, coverage)]);

  const authored = mutate && wrong === 0 ? bench.authored(flow.id) : undefined;
  const place = ({ at }: { readonly at: readonly (string | number)[] }): string => authored?.spot(at) ?? "";
  const told = authored === undefined ? undefined : mutation(authored.edition, scenarios);
  if (told !== undefined) say(["", ...mutationLines(told, place)]);
  else if (mutate) say(["", nl.scenario.mutation.first]);

  if (generate) {
    const more = written(flow, coverage, told?.unnoticed ?? [], place);
    if (more.length === 0) world.tell(nl.scenario.nothingMissing);
    else world.out(scenarioFile(flow.id, more, bench.schema));
  }
  return wrong > 0 || (told?.unnoticed.length ?? 0) + (told?.unproven.length ?? 0) > 0;
}

async function flowOf(world: World, [set]: readonly Scenarios[]): Promise<Flow> {
  try {
    return build((await world.definition(set?.flow ?? "")).edition);
  } catch (error) {
    // The name stands in a file: its author must act.
    throw error instanceof UsageDefect && set !== undefined ? new FlowDefect(nl.scenario.noFlow(set.spot(["flow"]), error.message)) : error;
  }
}
