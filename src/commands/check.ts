import { isDate } from "../core/date.ts";
import { EXIT, UsageDefect } from "../core/defect.ts";
import type { Submitted, World } from "../ports.ts";

interface Options {
  readonly json?: boolean;
  readonly sarif?: boolean;
  readonly today?: string;
}

/**
 * Checks definitions and says what it found.
 * @param submitted reads them. @throws FlowDefect when one cannot be read at all
 * @returns the exit code: found when there are errors
 */
export async function flowCheck(world: World, submitted: () => Submitted, { json, sarif, today }: Options): Promise<number> {
  // Large, and only needed here.
  const { findingsIn, report } = await import("../core/report.ts");
  if (today !== undefined && !isDate(today)) throw new UsageDefect(report.wrongToday(today));
  const checked = findingsIn(submitted(), today ?? world.now().slice(0, 10));
  world.out(sarif === true ? report.sarif(checked, world.version) : json === true ? report.json(checked) : report.text(checked));
  return checked.findings.some(({ severity }) => severity === "error") ? EXIT.found : EXIT.fine;
}
