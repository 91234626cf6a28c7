/** The Dutch words around the language check: a part of the messages of nl.ts, apart because little else loads it. Level B1. */
import { nl } from "./nl.ts";

const { quoted } = nl;

export const words = {
  badForm: (form: string): string => `Deze vorm klopt niet: ${quoted(form)}. Een lijst bestaat niet, of hij begint niet met een woord.`,
  noContext: (id: string): string => `De context ${quoted(id)} bestaat niet.`,
  /** The class of the words that an organisation adds. */
  own: "eigen woord",
};
