import { EXIT, FlowDefect, UsageDefect } from "../core/defect.ts";
import { build, type Flow } from "../core/flow.ts";
import { nl } from "../core/nl.ts";
import type { Bench, Scenarios, World } from "../ports.ts";

export interface TestOptions {
  /** Only the scenarios of this sector. */
  readonly sector: string | undefined;
  /** Writes the scenarios that are missing. */
  readonly generate: boolean;
  /** Tries whether the scenarios notice changes in the definition. */
  readonly mutate: boolean;
}

/** Tries scenarios, and says what differs and what they do not reach. @returns found when something differs or a change goes unnoticed */
export async function flowTest(world: World, bench: Bench, files: readonly string[], options: TestOptions): Promise<number> {
  const sets = (files.length > 0 ? files : bench.files(options.sector)).map(bench.scenarios);
  let exit: number = EXIT.fine;
  const about = ({ flow, sector }: Scenarios): string => `${flow} ${sector ?? ""}`;
  for (const one of new Set(sets.map(about))) {
    const found = await testOne(
      world,
      bench,
      sets.filter((set) => about(set) === one),
      options,
    );
    if (found) exit = EXIT.found;
  }
  return exit;
}

async function testOne(world: World, bench: Bench, sets: readonly Scenarios[], { generate, mutate }: TestOptions): Promise<boolean> {
  // Only needed here: nothing else may have to load it.
  const { changedIn, coverageLines, covered, mutation, mutationLines, said, scenarioFile, strange, tried, written } =
    await import("../core/trial.ts");
  // What is generated must stand alone on stdout.
  const say = (lines: readonly string[]): void => (generate ? world.tell(...lines) : world.out(lines.map((line) => `${line}\n`).join("")));
  const flow = await flowOf(world, sets);
  const sector = sets[0]?.sector;
  const authored = mutate || sector !== undefined ? bench.authored(flow.id, sector) : undefined;
  // What a sector leaves as it is, the scenarios of the flow itself look after.
  const isOurs = sector === undefined ? undefined : authored?.isChanged;
  const scenarios = sets.flatMap((set) => set.scenarios);
  const unknown = strange(flow, scenarios);
  if (unknown.length > 0) throw new FlowDefect([nl.scenario.wrong, ...unknown].join("\n"));

  for (const { file, scenarios: own } of sets)
    say([nl.scenario.file(file, sector === undefined ? flow.id : `${flow.id}, ${sector}`), ...said(tried(flow, own))]);
  const all = tried(flow, scenarios);
  const wrong = all.filter(({ differences }) => differences.length > 0).length;
  const coverage = covered(flow, all, authored && isOurs && changedIn(authored.edition, isOurs));
  say([nl.scenario.total(all.length, wrong), "", ...coverageLines(flow, coverage)]);

  const place = ({ at }: { readonly at: readonly (string | number)[] }): string => authored?.spot(at) ?? "";
  const told =
    authored === undefined || !mutate || wrong > 0 ? undefined : mutation(authored.edition, scenarios, ({ at }) => isOurs?.(at) ?? true);
  if (told !== undefined) say(["", ...mutationLines(told, place)]);
  else if (mutate) say(["", nl.scenario.mutation.first]);

  if (generate) {
    const more = written(flow, coverage, told?.unnoticed ?? [], place);
    if (more.length === 0) world.tell(nl.scenario.nothingMissing);
    else world.out(scenarioFile(flow.id, more, bench.schema, sector));
  }
  return wrong > 0 || (told?.unnoticed.length ?? 0) + (told?.unproven.length ?? 0) > 0;
}

async function flowOf(world: World, [set]: readonly Scenarios[]): Promise<Flow> {
  try {
    return build((await world.definition(set?.flow ?? "", { sector: set?.sector })).edition);
  } catch (error) {
    // The name stands in a file: its author must act.
    throw error instanceof UsageDefect && set !== undefined ? new FlowDefect(nl.scenario.noFlow(set.spot(["flow"]), error.message)) : error;
  }
}
