/** What texts for aandachtsfunctionarissen give as generalities is asked about; what they give as concrete is not. In own words. */
import { describe, expect, test } from "vitest";
import { flow } from "../shipped.ts";
import { found } from "../core/language/words.ts";

describe("given as a generality", () => {
  test.each([
    "Ouders gebruiken drugs of maken ruzie.",
    "De ouders gebruiken drugs.",
    "Ouders maken ruzie.",
    "Er is thuis ruzie.",
    "Er is thuis sprake van een onveilige situatie.",
    "De situatie thuis is onveilig.",
    "Vader is agressief.",
    "Het kind is verwaarloosd.",
    "De zorg is onvoldoende.",
    "De gezinsleden schreeuwen vaak naar elkaar.",
    "Jullie hebben schulden, dat geeft vaak stress.",
    "Moeder heeft veel stress.",
    "Er wordt thuis gevochten.",
    "De zorg is onvoldoende, de kinderen krijgen niet de aandacht en verzorging die zij nodig hebben.",
    "Er is sprake van onveiligheid.",
    "Er is onveiligheid.",
    "In dit gezin is sprake van huiselijk geweld.",
    "Een kind wordt mishandeld.",
    "Er wordt geslagen.",
    "De onveiligheid in het gezin herstelt niet.",
    "De gezinsleden houden zich niet aan de afspraken.",
    "De ouders doen iets wat niet oké is.",
  ])("%s", (text) => {
    expect(found(text)).not.toEqual([]);
  });

  test.each([
    "Vader mag niet meer schreeuwen.",
    "Moeder moet stoppen met blowen.",
    "De ouders proberen het anders te doen.",
    "We informeren elkaar tijdig.",
  ])("as an agreement: %s", (text) => {
    expect(found(text, "afspraken")).not.toEqual([]);
  });
});

describe("given as concrete", () => {
  test.each([
    "Op 3 mei om 16.10 uur zag ik op de keukentafel een zakje met wit poeder; moeder zei: ‘Dat is van mij.’",
    "Vader sloeg met vlakke hand op de tafel en riep tegen zoon van 7: ‘Jij verpest altijd alles.’",
    "Zoon had in april vier keer geen ontbijt bij zich en droeg van 6 tot en met 8 april dezelfde trui.",
    "Vader schreeuwde op 3 mei drie keer ‘hou je kop’ tegen dochter van 9; zij ging onder de tafel zitten.",
    "Moeder zegt dat vader haar op 3 mei met een riem op haar rug sloeg.",
    "Mijn onderbuikgevoel: het is daar niet veilig.",
    "Er zijn nieuwe signalen, zie stap 1; de signalen van onveiligheid van 3 mei staan er ook.",
  ])("%s", (text) => {
    expect(found(text)).toEqual([]);
  });

  test.each([
    "Kan moeder even niet meer, dan belt zij oma; oma haalt de kinderen binnen een uur op en brengt hen om 19 uur terug.",
    "Zoon blijft op maandag en donderdag na schooltijd tot 17 uur bij de conciërge.",
  ])("as an agreement: %s", (text) => {
    expect(found(text, "afspraken")).toEqual([]);
  });
});

describe("in the questions of the meldcode", () => {
  const asked = [...flow.questions.values()].flatMap((question) =>
    [question, ...question.fields].map((one) => [one === question ? one.id : `${question.id}.${one.id}`, one] as const),
  );
  test("every question for a text says what kind of text it asks", () => {
    expect(asked.filter(([, { kind, taal }]) => kind === "text" && taal === undefined).map(([id]) => id)).toEqual([]);
  });

  test("signals, agreements, and nothing in advice, in a question, in somebody's own words or in the weighing of a norm", () => {
    const of = (taal: string): readonly string[] => asked.filter(([, one]) => one.taal === taal).map(([id]) => id);
    expect(of("signalen")).toEqual([
      "andere-route-verslag",
      "signalen.wat",
      "signalen.hoe-vaak",
      "signalen.gevolg",
      "signalen.letsel-tekst",
      "tegen-signalen",
      "kindcheck-kinderen.toelichting",
      "oudersignalen",
      "gesprekken.gedeeld",
      "gesprekken.reactie",
    ]);
    expect(of("afspraken")).toEqual(["gesprekken.afspraken", "tussentijd.wat", "hulp-taken.wat", "hulp-taken.controle"]);
    for (const id of [
      "consulten.vraag",
      "consulten.advies",
      "gesprekken.visie",
      "acuut-feiten.waarom",
      "structureel-feiten.waarom",
      "aard-ernst",
    ])
      expect(of("geen")).toContain(id);
  });

  test.each(
    asked.flatMap(([id, { taal, strong }]) =>
      taal === undefined || taal === "geen" || strong === undefined ? [] : [[id, taal, strong] as const],
    ),
  )("%s: the strong example has nothing to ask about", (_, taal, strong) => {
    expect(found(strong, taal)).toEqual([]);
  });
});
