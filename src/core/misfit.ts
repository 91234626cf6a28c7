/** What in an overlay does not fit what it is for: the two have drifted apart. */
import type { Edition, OverlaySource } from "./formats.ts";
import { nearest } from "./near.ts";
import { nl } from "./nl.ts";
import type { At } from "./parts.ts";

export interface Misfit {
  /** Keys from the top of the overlay. */
  readonly at: At;
  readonly what: string;
  /** Where the other side stands: keys from the top of the edition it should fit. */
  readonly base: At;
}

/** @param normsVersion of the norms file beside the flow. @returns an empty list when the overlay can be merged */
export function misfits({ flow, norms }: Edition, overlay: OverlaySource, normsVersion?: string): readonly Misfit[] {
  if (overlay.base !== flow.id || overlay.baseVersion !== flow.version) {
    const what = nl.flow.otherBase(overlay.id, `${overlay.base} ${overlay.baseVersion}`, `${flow.id} ${flow.version}`);
    const isOther = overlay.base !== flow.id;
    return [{ at: [isOther ? "base" : "baseVersion"], what, base: ["flow", isOther ? "id" : "version"] }];
  }
  if (overlay.baseNorms !== undefined && normsVersion !== undefined && overlay.baseNorms !== normsVersion)
    return [{ at: ["baseNorms"], what: nl.flow.otherNorms(overlay.id, overlay.baseNorms, normsVersion), base: ["norms-file", "version"] }];

  const { add = [], remove = [], replace = [], steps = [], replaceNorms = [], removeNorms = [], outcomes = [] } = overlay;
  const { checks = [], replaceChecks = [], removeChecks = [] } = overlay;
  const known = [...(flow.checks ?? []), ...checks];
  const places = new Map(
    flow.steps.flatMap((step, s) => step.questions.map((question, i) => [question.id, { question, at: at("steps", s, "questions", i) }])),
  );
  // What is added comes behind a question that is there, or behind one that was added so.
  const placed = new Set(places.keys());
  for (let before = 0; before !== placed.size;) {
    before = placed.size;
    for (const { after, question } of add) if (placed.has(after)) placed.add(question.id);
  }
  const left = [...placed].filter((id) => !remove.includes(id));
  /** @param home where they are, for who looks; near the one that may be meant */
  const missing = (
    id: string,
    where: At,
    names: Iterable<string>,
    home: At,
    near: (name: string) => At = () => home,
  ): readonly Misfit[] => {
    const all = [...names];
    if (all.includes(id)) return [];
    const meant = nearest(id, all);
    return [
      { at: where, what: nl.flow.overlayUnknown(overlay.id, id) + nl.nearest(meant), base: meant === undefined ? home : near(meant) },
    ];
  };
  const question = (id: string, where: At, names: Iterable<string> = placed): readonly Misfit[] =>
    missing(id, where, names, at("steps"), (name) => places.get(name)?.at ?? at("steps"));
  /** The parts of a question, its options or fields, that an overlay names. */
  const parts = (
    id: string,
    key: "options" | "fields",
    named: readonly { readonly id: string }[],
    own: readonly { readonly id: string }[] | undefined,
    where: At,
  ): readonly Misfit[] => {
    const there = own ?? places.get(id)?.question[key] ?? [];
    return named.flatMap((one, j) =>
      missing(
        one.id,
        [...where, j, "id"],
        there.map((part) => part.id),
        [...(places.get(id)?.at ?? at("steps")), key],
      ),
    );
  };
  const idsOf = (all: readonly { readonly id: string }[]): readonly string[] => all.map(({ id }) => id);
  return [
    ...replace.flatMap(({ id, options, optionTexts = [], fields = [] }, i) => {
      const unknown = question(id, ["replace", i, "id"]);
      if (unknown.length > 0 || !places.has(id)) return unknown;
      return [
        ...parts(id, "options", optionTexts, options, ["replace", i, "optionTexts"]),
        ...parts(id, "fields", fields, undefined, ["replace", i, "fields"]),
      ];
    }),
    ...remove.flatMap((id, i) => question(id, ["remove", i])),
    ...add.flatMap(({ after }, i) => question(after, ["add", i, "after"])),
    ...add.flatMap(({ question: { id } }, i) =>
      places.has(id) || add.findIndex((one) => one.question.id === id) < i
        ? [{ at: ["add", i, "question", "id"], what: nl.flow.overlayTwice(overlay.id, id), base: places.get(id)?.at ?? at("steps") }]
        : [],
    ),
    ...steps.flatMap(({ id, order = [] }, i) => [
      ...missing(id, ["steps", i, "id"], idsOf(flow.steps), at("steps")),
      ...order.flatMap((q, j) => question(q, ["steps", i, "order", j], left)),
    ]),
    ...outcomes.flatMap(({ id }, i) => missing(id, ["outcomes", i, "id"], idsOf(flow.outcomes), at("outcomes"))),
    ...replaceNorms.flatMap(({ id }, i) => missing(id, ["replaceNorms", i, "id"], idsOf(norms), ["norms", 0])),
    ...removeNorms.flatMap((id, i) => missing(id, ["removeNorms", i], idsOf(norms), ["norms", 0])),
    ...replaceChecks.flatMap(({ id }, i) => missing(id, ["replaceChecks", i, "id"], idsOf(known), at("checks"))),
    ...removeChecks.flatMap((id, i) => missing(id, ["removeChecks", i], idsOf(known), at("checks"))),
  ];
}

const at = (...keys: At): At => ["flow", ...keys];
