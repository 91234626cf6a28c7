/** The fourteen points as a list for the board of an organisation, in Markdown. */
import { longDate } from "../core/date.ts";
import type { OrganisationSource } from "../core/formats.ts";
import { words } from "../core/nl-organisation.ts";
import { lacking, points } from "../core/points.ts";
import { inline } from "./escape.ts";

/** @param today yyyy-mm-dd */
export function board(source: OrganisationSource, today: string): string {
  const all = points(source, today);
  const count = (stand: string): number => all.filter((one) => one.stand === stand).length;
  const rows = all.map(({ n, stand, date, owner, notes, isLate }) => [
    String(n),
    words.points[n - 1] ?? "",
    stand,
    date === undefined ? "" : `${longDate(date)}${isLate ? ` ${words.late}` : ""}`,
    owner === undefined ? "" : inline(owner),
    notes.map(inline).join(" "),
  ]);
  const missing = lacking(source);
  return [
    `# ${words.boardTitle(inline(source.naam ?? words.noName))}`,
    "",
    words.boardMade(longDate(today), words.sectors[source.sector]),
    "",
    words.boardCount(count("ja"), count("deels"), count("nee")),
    "",
    row(words.columns),
    row(words.columns.map(() => "---")),
    ...rows.map(row),
    ...(missing.length === 0 ? [] : ["", `## ${words.lackingTitle}`, "", ...missing.map((one) => `- ${one}`)]),
    "",
    words.boardSource,
    "",
  ].join("\n");
}

const row = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
