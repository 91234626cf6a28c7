/** `flow check`: all there is to find in definitions that fit their schemas. */
import { check } from "./check.ts";
import type { Finding } from "./finding.ts";
import type { Edition } from "./formats.ts";
import { words } from "./nl-check.ts";
import type { Bundle } from "./origin.ts";
import { edition, misfits } from "./overlay.ts";
import { prove } from "./proof/prove.ts";
import { upkeep } from "./upkeep.ts";

export interface Inspection {
  /** undefined when the overlays cannot be merged. */
  readonly edition: Edition | undefined;
  readonly findings: readonly Finding[];
  /** Whether faults kept the conditions from being proven. */
  readonly isUnproven: boolean;
}

/** @param today yyyy-mm-dd */
export function inspect(bundle: Bundle, today: string): Inspection {
  try {
    return all(bundle, today);
  } catch (error) {
    // Nested deeper than the stack.
    if (!(error instanceof RangeError)) throw error;
    const finding: Finding = { code: "niet-bewezen", severity: "error", at: ["flow", "steps"], text: words.tooDeep };
    return { edition: edition(bundle.flow, bundle.norms), findings: [finding], isUnproven: true };
  }
}

function all(bundle: Bundle, today: string): Inspection {
  const { flow, norms, overlays } = bundle;
  let merged = edition(flow, norms);
  for (const [i, overlay] of overlays.entries()) {
    const wrong = misfits(merged.flow, overlay);
    if (wrong.length > 0) {
      const findings = wrong.map(({ at, what }): Finding => ({
        code: "aanpassing-past-niet",
        severity: "error",
        at: ["overlay", i, ...at],
        text: what,
      }));
      return { edition: undefined, findings, isUnproven: true };
    }
    merged = edition(flow, norms, overlays.slice(0, i + 1));
  }
  const faults = check(merged).map(({ code, at, what }): Finding => ({ code, severity: "error", at, text: what }));
  // While names are wrong, it is not known what is used.
  const owed = [...upkeep(bundle, merged, today)].filter(({ code }) => code !== "ongebruikt" || faults.length === 0);
  const isUnproven = [...faults, ...owed].some(({ severity }) => severity === "error");
  return { edition: merged, findings: [...faults, ...owed, ...(isUnproven ? [] : prove(merged))], isUnproven };
}
