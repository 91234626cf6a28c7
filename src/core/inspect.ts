/** `flow check`: all there is to find in definitions that fit their schemas. */
import { check } from "./check.ts";
import { filled } from "./fill.ts";
import type { Finding } from "./finding.ts";
import type { Edition } from "./formats.ts";
import { words } from "./nl-check.ts";
import type { Bundle } from "./origin.ts";
import { assembled, edition } from "./overlay.ts";
import { prove } from "./proof/prove.ts";
import { upkeep } from "./upkeep.ts";

export interface Inspection {
  /** As far as the overlays can be merged. */
  readonly edition: Edition;
  readonly findings: readonly Finding[];
  /** Whether faults kept the conditions from being proven. */
  readonly isUnproven: boolean;
}

/**
 * @param today yyyy-mm-dd
 * @param proven gives the findings of a proof that was done before, or does it
 */
export function inspect(bundle: Bundle, today: string, proven: typeof prove = prove): Inspection {
  try {
    return all(bundle, today, proven);
  } catch (error) {
    // Nested deeper than the stack.
    if (!(error instanceof RangeError)) throw error;
    const finding: Finding = { code: "niet-bewezen", severity: "error", at: ["flow", "steps"], text: words.tooDeep };
    return { edition: edition(bundle.flow, bundle.norms), findings: [finding], isUnproven: true };
  }
}

function all(bundle: Bundle, today: string, proven: typeof prove): Inspection {
  const { flow, norms, overlays } = bundle;
  const { edition: open, merged: reached, misfits } = assembled(flow, norms, overlays);
  if (misfits.length > 0) {
    const findings = misfits.map(({ at, what, base }): Finding => ({
      code: "aanpassing-past-niet",
      severity: "error",
      at: ["overlay", reached, ...at],
      base,
      text: what,
    }));
    return { edition: open, findings, isUnproven: true };
  }
  const merged = filled(open);
  const faults = check(merged).map(({ code, at, what }): Finding => ({ code, severity: "error", at, text: what }));
  // While names are wrong, it is not known what is used.
  const owed = [...upkeep(bundle, merged, today)].filter(({ code }) => code !== "ongebruikt" || faults.length === 0);
  const isUnproven = [...faults, ...owed].some(({ severity }) => severity === "error");
  return { edition: merged, findings: [...faults, ...owed, ...(isUnproven ? [] : proven(merged))], isUnproven };
}
