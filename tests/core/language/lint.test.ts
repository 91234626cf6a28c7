/** Which words are asked about, and where the same words are fine. The larger sample, with its figures, is in tests/taal. */
import { describe, expect, test } from "vitest";
import { found } from "./words.ts";

describe("in what was seen and heard", () => {
  test.each<[string, readonly string[]]>([
    ["Hij is vaak te laat.", ["frequentie: vaak"]],
    ["VAAK te laat", ["frequentie: VAAK"]],
    ["Er is een fikse blauwe plek en zij is erg moe.", ["mate: erg"]],
    ["Vader is agressief, een agressieve man.", ["oordeel: agressief", "oordeel: agressieve"]],
    ["De jongen is verwaarloosd.", ["verzamelwoord: verwaarloosd"]],
    ["Moeder schijnt te drinken.", ["aanname: schijnt"]],
    ["Men zegt dat hij steelt.", ["horen-zeggen: Men zegt"]],
    ["Er wordt in de straat verteld dat hij steelt.", ["horen-zeggen: Er wordt in de straat verteld"]],
    ["Het is alom bekend dat hij steelt.", ["horen-zeggen: Het is alom bekend dat"]],
    ["Zij heeft slaapproblemen.", ["verzamelwoord: slaapproblemen"]],
    ["De school kreeg diverse klachten.", ["frequentie: diverse klachten"]],
    ["Hij was vervelend in de les.", ["oordeel: vervelend"]],
    ["Zij werd hard geslagen.", ["lijdend: werd hard geslagen"]],
    ["Laatst viel zij.", ["tijd: Laatst"]],
    ["De ouders schreeuwen.", ["groep: De ouders"]],
    ["Vader zal proberen op tijd te komen.", []],
    ["Vader moet om 6 uur werken.", []],
  ])("%s", (text, expected) => {
    expect(found(text)).toEqual(expected);
  });
});

describe("in agreements only what makes an agreement soft, one-sided or nobody's", () => {
  test.each<[string, readonly string[]]>([
    ["Vader zal proberen rustig te blijven.", ["zacht: proberen"]],
    ["Wij bellen z.s.m. de huisarts.", ["zacht: z.s.m."]],
    ["Moeder moet stoppen.", ["eenzijdig: Moeder moet"]],
    ["Er wordt hulp ingeschakeld.", ["lijdend: wordt hulp ingeschakeld"]],
    ["De agressieve vader is erg boos.", []],
  ])("%s", (text, expected) => {
    expect(found(text, "afspraken")).toEqual(expected);
  });
});

test.each<[string, string]>([
  ["acuut and structureel as the words of step 4", "In stap 4 is acute of structurele onveiligheid gewogen."],
  ["structureel as a norm", "Wij zien dit als structurele onveiligheid."],
  ["chosen forms of violence", "De vormen zijn lichamelijk geweld, psychisch geweld en verwaarlozing."],
  ["a light intellectual disability", "Zoon heeft een licht verstandelijke beperking."],
  ["zware mishandeling", "Hij is veroordeeld voor zware mishandeling."],
  ["'s avonds with a date", "Op 3 mei liep hij ’s avonds over straat."],
  ["parents who are divorced", "De ouders zijn gescheiden."],
  ["a passive with its actor", "Zij werd op 3 mei door haar vader geslagen."],
  ["a passive with its actor before it", "Vader pakte een riem, daarmee werd zij geslagen."],
  ["signalen and zorgen", "De signalen en zorgen zijn op 3 mei door mij met moeder besproken."],
  ["what is marked as a feeling", "Mijn gevoel is dat de sfeer thuis vaak heel gespannen is."],
  ["what is marked as a judgement", "Ik vind vader erg gespannen."],
  ["a word in a quotation", "Moeder zei: 'Hij is vaak agressief'."],
  ["a word in a Dutch quotation", "Moeder zei: „Hij is altijd agressief”."],
  ["a frequency with number and period", "Hij was vaak te laat: 3 keer in april."],
  ["a diagnosis with its source", "Moeder is depressief, schrijft de psychiater in de brief van 3 mei."],
  ["a diagnosis that somebody made", "De psychiater stelde op 2 mei vast dat moeder depressief is."],
  ["who lives where", "De kinderen wonen om de week bij vader."],
  ["a label as the word of somebody who is named", "Moeder noemt vader agressief."],
  ["a degree with a measure", "Een forse blauwe plek van 4 cm."],
  ["a resemblance", "Hij lijkt op zijn opa."],
])("fine: %s", (_, text) => {
  expect(found(text)).toEqual([]);
});
