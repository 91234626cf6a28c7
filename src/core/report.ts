/** The findings of `flow check`, together and in a form: text for people, JSON and SARIF for programs. */
import type { Finding, Placed, Severity, Spot } from "./finding.ts";
import type { Edition } from "./formats.ts";
import { inspect } from "./inspect.ts";
import { nl } from "./nl.ts";
import { words } from "./nl-check.ts";
import { origin, type Bundle, type Origin } from "./origin.ts";
import { paper } from "./paper.ts";
import { prove } from "./proof/prove.ts";
import { sarif } from "./sarif.ts";
import { skeleton } from "./skeleton.ts";
import { reviewed } from "./upkeep.ts";
import { visible } from "./visible.ts";

export interface Checked {
  readonly files: number;
  /** In the order of files and lines. */
  readonly findings: readonly Placed[];
  readonly isUnproven: boolean;
}

interface Read {
  readonly files: number;
  readonly faults: readonly Placed[];
  readonly reviews: readonly (Spot & { readonly review: string })[];
  readonly bundles: readonly { readonly bundle: Bundle; readonly spot: (origin: Origin) => Spot }[];
}

/** @param today yyyy-mm-dd */
export function findingsIn({ files, faults, reviews, bundles }: Read, today: string): Checked {
  let isUnproven = false;
  const proofs = new Map<string, readonly Finding[]>();
  const proven = (edition: Edition): readonly Finding[] => {
    const key = skeleton(edition);
    const found = proofs.get(key) ?? [...prove(edition)];
    proofs.set(key, found);
    return found;
  };
  const placed = new Map<Bundle["flow"], readonly Placed[]>();
  const found = bundles.flatMap(({ bundle, spot }): readonly Placed[] => {
    const { flow, overlays } = bundle;
    const all = (of: Bundle): readonly Placed[] => {
      const inspected = inspect(of, today, proven);
      isUnproven ||= inspected.isUnproven;
      return inspected.findings.map((finding) => inPlace(finding, of, inspected.edition, spot));
    };
    const base = placed.get(flow) ?? all({ ...bundle, overlays: [] });
    placed.set(flow, base);
    if (overlays.length === 0) return base;
    // What is wrong with the flow itself is no fault of the overlay.
    const known = new Set(base.map(keyOf));
    return all(bundle).filter((one) => !known.has(keyOf(one)));
  });
  const passed = reviews.flatMap(({ review, ...spot }): readonly Placed[] =>
    [...reviewed(review, today, [])].map(({ code, severity, text }) => ({ code, severity, text, ...spot })),
  );
  const once = new Map([...faults, ...passed, ...found].map((one) => [keyOf(one), one]));
  const sorted = [...once.values()].sort((a, b) => (a.file === b.file ? a.line - b.line || a.column - b.column : a.file < b.file ? -1 : 1));
  return { files, findings: sorted, isUnproven };
}

function inPlace({ at, base, ...finding }: Finding, bundle: Bundle, edition: Edition, spot: (origin: Origin) => Spot): Placed {
  const from = origin(bundle, edition, at);
  const overlay = bundle.overlays.at(-1);
  const where = (other: Spot): string => `${other.file}:${String(other.line)}:${String(other.column)}`;
  const text = [
    finding.text,
    ...(base === undefined ? [] : [nl.flow.against(where(spot(origin(bundle, edition, base))))]),
    ...(overlay === undefined || typeof from.file === "number" ? [] : [words.withOverlay(overlay.id)]),
  ].join(" ");
  return { ...finding, text, ...spot(from) };
}

/** Without what an overlay adds to the text. */
const keyOf = ({ file, line, column, code, text }: Placed): string =>
  JSON.stringify([file, line, column, code, text.split(` ${words.with}`)[0]]);

export const report = {
  wrongToday: words.wrongToday,

  text({ files, findings, isUnproven }: Checked): string {
    const count = (wanted: Severity): number => findings.filter(({ severity }) => severity === wanted).length;
    const lines = findings.flatMap((one) => [
      words.line(`${one.file}:${String(one.line)}:${String(one.column)}`, one.severity, one.text, one.code),
      ...(one.example === undefined ? [] : [`  ${words.example}`, ...answers(one).map((line) => `    ${line}`)]),
    ]);
    const end =
      findings.length === 0
        ? [words.clean(files)]
        : [
            "",
            words.summary(files, count("error"), count("warning"), count("note")),
            ...(isUnproven ? [words.unproven] : []),
            words.explainHint,
          ];
    return [...lines, ...end].map((line) => `${visible(line)}\n`).join("");
  },

  json({ files, findings, isUnproven }: Checked): string {
    const shown = findings.map(({ example, ...one }) => ({ ...one, ...(example === undefined ? {} : { answers: paper(example) }) }));
    return `${JSON.stringify({ format: 1, files, isUnproven, findings: shown }, null, 2)}\n`;
  },

  sarif: ({ findings }: Checked, version: string): string => `${JSON.stringify(sarif(findings, version), null, 2)}\n`,
};

const answers = ({ example = {} }: Placed): readonly string[] => [words.exampleHead, ...paper(example).trimEnd().split("\n")];
