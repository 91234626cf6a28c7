/** The report for Veilig Thuis: who reports, about whom, what was seen and said, what somebody thinks of it, and what is asked. */
import type { Case } from "../../core/case.ts";
import { words } from "../../core/nl-documents.ts";
import { entry, fixed, lines, strong, text, type Block, type Line } from "../block.ts";
import { itemsOf, read, textOf, type Reading } from "../reading.ts";
import { mainChapter } from "../record.ts";
import { entryTitle, shown } from "../shown.ts";
import { entriesOf, fieldLines, part, told, type Choice } from "./answers.ts";
import { apart } from "./facts.ts";
import { PERSONS } from "./reader.ts";

export function melding(state: Case, reading: Reading): readonly Block[] {
  const { parts } = words.melding;
  const signals = (): Choice => chosen(reading);
  return [
    ...(isHidden(reading) ? [strong(words.melding.hidden)] : []),
    text(words.melding.apart),
    ...part(
      parts.reporter,
      ...told(reading, [
        "melding-soort",
        "vorige-melding",
        "opnieuw-waarom",
        "melder-naam",
        "melder-werk",
        "melder-bereikbaar",
        "melder-relatie",
        "naam-nu",
        "naam-nu-grond",
        "melding-naam",
        "anoniem-grond",
      ]),
    ),
    ...part(parts.persons, ...persons(reading), ...told(reading, ["betrokken-professionals"])),
    ...part(parts.safety, ...told(reading, ["direct-gevaar", "acuut", "structureel", "veiligheid-nu", "veiligheid-medewerkers"])),
    ...part(
      parts.facts,
      ...told(reading, ["medisch", "patroon", "disclosure"]),
      ...apart(reading, ["nieuwe-feiten", "signalen"], true, signals),
    ),
    ...part(parts.against, ...told(reading, ["tegen-signalen", "beschermend", "netwerk", "niet-bekend"])),
    ...part(
      parts.judgements,
      ...told(reading, ["aard-ernst", "vormen", "oordeel"]),
      ...apart(reading, ["nieuwe-feiten", "signalen"], false, signals),
    ),
    ...part(parts.views, ...told(reading, ["kijk-betrokkenen", "wens-volwassene", "gesprekken"], viewsOnly)),
    ...part(
      parts.steps,
      ...weighed(state),
      ...told(reading, ["consulten", "gesprek-status", "gesprek-reden", "gesprek-reden-tekst", "letselduiding"], stepsOnly),
    ),
    ...part(parts.informed, ...told(reading, ["geinformeerd", "opnieuw-verteld", "melding-toestemming", "melding-grond-uitleg"])),
    ...part(
      parts.help,
      ...told(reading, ["hulp-mogelijk", "hulp-mogelijk-tekst", "hulp-aanvaard", "hulp-tot-nu", "contact-doelen-taken", "tussentijd"]),
    ),
    ...part(parts.asked, ...told(reading, ["vraag-aan-vt"])),
  ];
}

/** Whether those involved may not know who reports: the newest answer counts. */
export const isHidden = (reading: Reading): boolean => {
  const now = textOf(reading, "naam-nu");
  return now === undefined ? textOf(reading, "melding-naam") === "anoniem" : now === "nee";
};

/** Each person once: the data for this report, and what was already known of her. */
function persons(reading: Reading): readonly Block[] {
  const { questions } = reading.chapter.flow;
  const [list, known] = [questions.get("personen"), questions.get(PERSONS)];
  if (list === undefined || known === undefined) return [];
  const named = itemsOf(reading, list.id).map((item, i) => {
    const ref = list.fields.find(({ id }) => id === "wie");
    const person = itemsOf(reading, PERSONS).find(({ id }) => id === item.value["wie"]);
    const about = person === undefined ? [] : fieldLines(reading, known, person, ({ id }) => id !== "rol");
    const who = ref === undefined || person === undefined ? undefined : shown(reading, ref, person.id);
    return entry(who?.kind === "said" ? who.text : entryTitle(list, i + 1), [
      ...fieldLines(reading, list, item, ({ id }) => id !== "wie"),
      ...about,
    ]);
  });
  const ids = new Set(itemsOf(reading, list.id).map(({ value }) => value["wie"]));
  return [...named, ...entriesOf(reading, known, { item: ({ id }) => !ids.has(id) })];
}

/** The signals that she chose to tell. */
function chosen(reading: Reading): Choice {
  const which = textOf(reading, "signalen-keuze");
  if (which === "deel") {
    const ids = itemsOf(reading, "signalen-mee").map(({ value }) => value["signaal"]);
    return { item: ({ id }) => !id.startsWith("signalen-") || ids.includes(id) };
  }
  return which === "geen" ? { item: ({ id }) => !id.startsWith("signalen-") } : {};
}

/** Of a talk here only what was said to her; that it was held stands with the steps. */
const viewsOnly = ({ id }: { readonly id: string }): Choice =>
  id === "gesprekken" ? { field: (field) => ["met", "datum", "visie", "reactie", "kind-visie"].includes(field.id) } : {};

const stepsOnly = ({ id }: { readonly id: string }): Choice =>
  id === "consulten" ? { field: (field) => ["met-wie", "functie", "datum", "advies"].includes(field.id) } : {};

/** What the framework led to in the meldcode itself, and which norms ask to report. */
function weighed(state: Case): readonly Block[] {
  const chapter = mainChapter(state);
  if (chapter?.flow.decision === undefined) return [];
  const { walk } = read(chapter);
  const met = [...chapter.flow.norms.values()].filter(({ id, class: kind }) => kind === "meldnorm" && walk.norms.get(id) === "met");
  const all: readonly Line[] = [
    ...(walk.outcome === undefined ? [] : [{ label: words.melding.outcome, shown: fixed(walk.outcome.title) }]),
    ...met.map(({ title, text: norm }) => ({ label: title, shown: fixed(norm) })),
  ];
  return lines(all);
}
