/** The Dutch words around the language check: a part of the messages of nl.ts, apart because little else loads it. Level B1. */
import { nl } from "./nl.ts";

const { quoted } = nl;

export const words = {
  badForm: (form: string): string => `Deze vorm klopt niet: ${quoted(form)}. Een lijst bestaat niet, of hij begint niet met een woord.`,
  twice: (form: string, other: string, of: string): string =>
    `Deze vorm zoekt dezelfde woorden als een andere: ${quoted(form)}, en ${quoted(other)} bij ${quoted(of)}. Haal er één weg.`,
  noContext: (id: string): string => `De context ${quoted(id)} bestaat niet.`,
  /** The class of the words that an organisation adds. */
  own: "eigen woord",
  tips: {
    title: "Kan dit preciezer? U beslist.",
    label: "Tip",
    help: "Een tip komt niet in de zaak en niet in het verslag. Zet alle tips uit met --geen-tips, of in organisatie.yaml.",
    options: [
      { id: "aanpassen", text: "Aanpassen" },
      { id: "zo-laten", text: "Zo laten" },
      { id: "uit", text: "Zo laten, en nu geen tips meer" },
    ],
  },
  lint: {
    line: (file: string, line: number, column: number, ask: string, id: string): string =>
      `${file}:${String(line)}:${String(column)}: ${ask} [${id}]`,
    none: (file: string): string => `${file}: niets gevonden.`,
    some: (count: number): string =>
      `${count === 1 ? "1 vraag" : `${String(count)} vragen`} bij deze tekst. Het zijn geen fouten: u beslist of het preciezer kan.`,
    stdin: "invoer",
    noText: (name: string): string => `${name} is geen tekst.`,
    notRead: (why: string): string => `${why} Geef een bestand met platte tekst (UTF-8), of - voor wat u zelf aanlevert.`,
  },
};
