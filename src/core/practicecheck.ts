/** What practice cases must hold to beside their schema: every name in them exists in the flow that they practise. */
import { check, type Problem } from "./check.ts";
import type { Edition, PointSource, PracticeSource } from "./formats.ts";
import { nearest } from "./near.ts";
import { nl } from "./nl.ts";
import { NONE } from "./practice.ts";

/** @returns problems with their place in the source; an empty list when nothing is wrong */
export function checkPractice({ flow: id, cases }: PracticeSource, edition: Edition): readonly Problem[] {
  const { flow } = edition;
  const places = flow.steps.flatMap((step) => [step.id, ...step.questions.map((question) => question.id)]);
  const sources = flow.sources.map((source) => source.id);
  const known = (name: string, names: readonly string[], at: Problem["at"]): readonly Problem[] =>
    names.includes(name) ? [] : [{ at, what: nl.flow.unknown(name, nearest(name, names)) }];
  const once = (all: readonly { readonly id: string }[], at: Problem["at"]): readonly Problem[] =>
    all.flatMap(({ id: own }, i) =>
      all.findIndex((other) => other.id === own) === i && own !== NONE ? [] : [{ at: [...at, i, "id"], what: nl.flow.twice(own) }],
    );
  return [
    ...known(id, [flow.id], ["flow"]),
    ...once(cases, ["cases"]),
    ...cases.flatMap(({ more, debrief }, c) => {
      const home = ["cases", c];
      return [
        ...more.flatMap(({ at }, i) => known(at, places, [...home, "more", i, "at"])),
        ...once(debrief, [...home, "debrief"]),
        ...debrief.flatMap(({ sources: cited = [] }, i) =>
          cited.flatMap((name) => known(name, sources, [...home, "debrief", i, "sources"])),
        ),
        ...conditions(more, edition).map(({ at, what }) => ({ at: [...home, "more", ...at], what })),
        ...conditions(debrief, edition).map(({ at, what }) => ({ at: [...home, "debrief", ...at], what })),
      ];
    }),
  ];
}

/** Like the condition of an outcome these may look at every question and norm, and so they are checked as one. */
function conditions(all: readonly Pick<PointSource, "text" | "when">[], edition: Edition): readonly Problem[] {
  const outcomes = all.map(({ text, when = { all: [] } }, i) => ({ id: `rij-${String(i)}`, title: text, text, when }));
  const place = ["flow", "outcomes"];
  return check({ ...edition, flow: { ...edition.flow, outcomes } }).flatMap(({ at, what }) =>
    place.every((key, i) => at[i] === key) ? [{ at: at.slice(place.length), what }] : [],
  );
}
