/** Why a norm applies and why a question was not asked, in the words of the shipped flow: who or what it is, never only how many. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { intake, type Document } from "../../src/core/answers.ts";
import { fold, imagined } from "../../src/core/case.ts";
import { markdown } from "../../src/export/markdown.ts";
import { ROOT } from "../program.ts";
import { opening } from "../shipped.ts";

/** The record of a case in tests/cases. */
function recordOf(name: string): string {
  const document = parse(readFileSync(join(ROOT, "tests", "cases", `${name}.yaml`), "utf8")) as Document;
  const taken = intake(imagined(opening), 1, document, undefined);
  if (taken === "reason" || "code" in taken) throw new Error(JSON.stringify(taken));
  const at = "2026-11-21T10:00:00+01:00";
  return markdown(fold([...opening, ...taken.events].map((event, i) => ({ ...event, n: i + 1, at, hash: String(i) }))));
}

test.each<[string, string, string]>([
  [
    "who refuses the help that safety needs",
    "hulp-geweigerd",
    "- **Hulp aanvaard, per persoon:** Vader, 40 jaar (betrokkene 4): ‘Aanvaardt de hulp’ is ‘Nee’ en ‘Nodig voor de veiligheid’ is ‘Ja’\n",
  ],
  [
    "that nobody does",
    "hulp-aanvaard",
    "- **Hulp aanvaard, per persoon:** *er is geen persoon waarvoor geldt: ‘Aanvaardt de hulp’ is ‘Nee’ en ‘Nodig voor de veiligheid’ is ‘Ja’*\n",
  ],
  ["what is not in a list", "hulp-aanvaard", "- **Er is geen signaal waarvoor geldt: ‘Letsel’ is ‘Ja’:** Letselduiding\n"],
  [
    "beside what was answered",
    "partnergeweld-zonder-kinderen",
    "- **‘Cliënt’ is ‘Een volwassene’, ‘Kindcheck’ is ‘Nee’ en er is geen betrokkene waarvoor geldt: ‘Leeftijd’ is minder dan 18:** Kind gehoord; Waarom kind niet gehoord\n",
  ],
  [
    "the answers of four questions",
    "structureel",
    "- **‘Verder na stap 1’ is ‘Ja, ik ga verder’, ‘Verder na stap 2’ is ‘Ja, ik ga verder’, ‘Vermoeden’ is ‘Ja’ en ‘Besluit over melden’ is ‘Ja, ik meld’:** Andere steun\n",
  ],
  [
    "no departure from a norm",
    "structureel",
    "- **Het besluit wijkt niet af van een norm:** Reden van de afwijking; Afwijking besproken met\n",
  ],
  [
    "another route, on which nothing is decided and so nothing departs",
    "collega-verdacht",
    "- **‘Van wie het komt’ is ‘Een beroepskracht of vrijwilliger’:**\n  - Eerst dit: Betrokken professionals\n  - Stap 1: alles\n  - Stap 2: alles\n  - Stap 3: alles\n  - Stap 4: alles\n  - Stap 5: alles\n",
  ],
])("%s", (_, name, words) => {
  expect(recordOf(name)).toContain(words);
});

test("on another route it is not said that a decision does not depart", () => {
  expect(recordOf("kinderen-onderling")).not.toContain("wijkt niet af");
});
