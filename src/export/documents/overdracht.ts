/** The handover: who goes on with what from which day, on which facts it rests, and what is expected of each other. */
import { words } from "../../core/nl-documents.ts";
import { text, type Block } from "../block.ts";
import type { Reading } from "../reading.ts";
import { part, told } from "./answers.ts";
import { apart } from "./facts.ts";

export function overdracht(reading: Reading): readonly Block[] {
  const { parts } = words.overdracht;
  return [
    text(words.melding.apart),
    ...part(
      parts.who,
      ...told(reading, [
        "richting",
        "overdracht-partij",
        "overdracht-contact-vt",
        "overdracht-mondeling",
        "overdracht-gesprek-op",
        "overdracht-geen-gesprek",
        "samen-bezoek",
        "samen-bezoek-op",
      ]),
    ),
    ...part(parts.sight, ...told(reading, ["zicht-bij", "zicht-vanaf", "overdracht-momenten", "overdracht-risico"])),
    ...part(parts.persons, ...told(reading, ["betrokkenen"])),
    ...part(parts.facts, ...told(reading, ["overdracht-aanleiding", "overdracht-gesproken"]), ...apart(reading, ["signalen"], true)),
    ...part(parts.judgements, ...apart(reading, ["signalen"], false)),
    ...part(parts.conditions, ...told(reading, ["overdracht-voorwaarden", "vt-voorwaarden", "overdracht-afspraken", "plan-samen"])),
    ...part(parts.expected, ...told(reading, ["verwachtingen", "zo-beginnen", "wat-ontbreekt"])),
    ...part(parts.wishes, ...told(reading, ["hulpvraag", "hulpvraag-tekst", "overdracht-verteld", "overdracht-verteld-tekst"])),
    ...part(parts.unknown, ...told(reading, ["overdracht-open"])),
    ...part(parts.confirmed, ...told(reading, ["bevestigd", "bevestigd-door", "niet-overgenomen"])),
  ];
}
