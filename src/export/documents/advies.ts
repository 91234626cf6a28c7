/** A question for advice: roles and ages, what was seen and heard, what is asked. Nothing by which somebody can be found. */
import { words } from "../../core/nl-documents.ts";
import type { Question } from "../../core/flow.ts";
import { text, type Block } from "../block.ts";
import type { Reading } from "../reading.ts";
import { part, told, type Choice } from "./answers.ts";
import { apart } from "./facts.ts";

/** No days, times and places: those point at somebody soonest. */
const FIELDS: Readonly<Record<string, readonly string[]>> = {
  betrokkenen: ["rol", "leeftijd", "in-huis", "gezag", "zwanger", "plaats"],
  signalen: ["soort", "van-wie", "wat", "hoe-vaak", "gevolg", "letsel", "letsel-tekst"],
};

export function advies(reading: Reading): readonly Block[] {
  const { parts } = words.advies;
  const choose = ({ id }: Question): Choice => {
    const fields = FIELDS[id];
    return fields === undefined ? {} : { field: (field) => fields.includes(field.id) };
  };
  return [
    text(words.advies.about),
    ...part(parts.question, ...told(reading, ["zaak-kort", "advies-vraag", "al-gedaan"])),
    ...part(parts.now, ...told(reading, ["acuut", "structureel", "zelf-veilig", "zelf-stabiel", "zou-melden"])),
    ...part(parts.persons, ...told(reading, ["betrokkenen"], choose)),
    ...part(parts.facts, ...told(reading, ["tegen-signalen"]), ...apart(reading, ["signalen"], true, choose)),
    ...part(parts.judgements, ...told(reading, ["vormen"]), ...apart(reading, ["signalen"], false, choose)),
  ];
}
