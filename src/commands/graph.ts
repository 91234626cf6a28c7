import { fold } from "../core/case.ts";
import type { Chapter } from "../core/chapter.ts";
import { EXIT, UsageDefect } from "../core/defect.ts";
import { build } from "../core/flow.ts";
import { nl } from "../core/nl.ts";
import type { Form } from "../core/picture.ts";
import type { Bench, World } from "../ports.ts";

export interface GraphOptions {
  readonly format: Form;
  /** A case whose path is marked: the picture is of the flow as it stands in that case. */
  readonly case: string | undefined;
  /** As it is in this sector. */
  readonly sector: string | undefined;
  /** Marks what the scenarios reach. */
  readonly coverage: boolean;
}

/** Draws a flow. @returns the exit code */
export async function flowGraph(
  world: World,
  bench: Bench,
  id: string,
  { format, case: name, sector, coverage }: GraphOptions,
): Promise<number> {
  // Only needed here: nothing else may have to load it.
  const { drawn, ofCase, ofScenarios } = await import("../core/drawing.ts");
  if (name !== undefined && coverage) throw new UsageDefect(nl.graph.oneOverlay);
  if (name !== undefined) {
    const chapter = await chapterOf(world, name, id);
    world.out(drawn(chapter.flow, format, ofCase(chapter)));
    return EXIT.fine;
  }
  const flow = build((await world.definition(id, { sector })).edition);
  const sets = coverage ? bench.files(sector).map(bench.scenarios) : [];
  const scenarios = sets.flatMap((set) => (set.flow === id && set.sector === sector ? set.scenarios : []));
  world.out(drawn(flow, format, coverage ? ofScenarios(flow, scenarios) : undefined));
  return EXIT.fine;
}

async function chapterOf(world: World, name: string, id: string): Promise<Chapter> {
  const { events } = await world.cases.read(name);
  const chapter = fold(events).chapters.findLast(({ flow }) => flow.id === id);
  if (chapter === undefined) throw new UsageDefect(nl.graph.notInCase(id));
  return chapter;
}
