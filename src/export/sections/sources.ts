/** The edition of this chapter, the sources of its norms and framework in full, and those behind the questions that were asked by title. */
import { longDate } from "../../core/date.ts";
import type { ReferenceSource } from "../../core/formats.ts";
import { nl } from "../../core/nl.ts";
import { fixed, lines, section, type Line, type Section } from "../block.ts";
import { groupBy } from "../group.ts";
import type { Reading } from "../reading.ts";
import { stepTitle } from "./steps.ts";

const words = nl.record.sources;

export function sources(reading: Reading): Section {
  const { flow, edition, sector } = reading.chapter;
  const ofNorms = new Set([...flow.norms.values()].flatMap((norm) => norm.sources));
  const ofFramework = [...flow.sources.values()].filter(({ id }) => flow.framework?.sources.includes(id) === true);
  const cited = [...flow.sources.values()].filter(({ id }) => ofNorms.has(id));
  const bySteps = [...groupBy(reading.walk.path, ({ step }) => step)].flatMap(([step, questions]): readonly Line[] => {
    const used = new Set(questions.flatMap((question) => question.sources));
    const titles = [...flow.sources.values()]
      .filter(({ id }) => used.has(id))
      .map(({ title, unverified }) => (unverified === true ? words.doubtful(title) : title));
    return titles.length === 0 ? [] : [{ label: stepTitle(step), shown: fixed(titles.join("; ")) }];
  });
  return section(
    words.title,
    ...lines([
      { label: words.edition, shown: fixed(words.version(flow.id, flow.version)) },
      { label: words.sector, shown: fixed(sector) },
      ...(edition.overlays.length === 0 ? [] : [{ label: words.overlays, shown: fixed(edition.overlays.join(", ")) }]),
      { label: words.checked, shown: fixed(longDate(flow.checked)) },
      ...(flow.framework?.missing ?? []).map((what) => ({ label: words.missing, shown: fixed(what) })),
      ...(flow.framework?.place === undefined ? [] : [{ label: words.own, shown: fixed(flow.framework.place) }]),
    ]),
    ...(cited.length === 0 ? [] : [section(words.ofNorms, ...lines(cited.map(cite)))]),
    ...(ofFramework.length === 0 ? [] : [section(words.ofFramework, ...lines(ofFramework.map(cite)))]),
    ...(bySteps.length === 0 ? [] : [section(words.ofQuestions, ...lines(bySteps))]),
  );
}

function cite({ title, place, read, unverified }: ReferenceSource): Line {
  return { label: title, shown: fixed(words.place(place, longDate(read))), mark: unverified === true ? words.unverified : undefined };
}
