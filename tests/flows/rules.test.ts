/** The decision rules, written down a second time by hand, against the walk through the shipped flow. */
import { describe, expect, test } from "vitest";
import { holds } from "../../src/core/condition.ts";
import { walk, type Walk } from "../../src/core/walk.ts";
import { anyWalk, dice, flow } from "../shipped.ts";

const WALKS = 4000;
const REPORTING = ["blijft-twijfelachtig", "reeel", "vermoeden-of-vastgesteld"];

/** What must follow from the answers that count. */
function expected({ scope }: Walk): { norms: Record<string, string>; report: string | undefined; help: string | undefined } {
  const is = (q: string, ...values: string[]): boolean => values.includes(String(scope.value(q)));
  if (is("bron", "beroepskracht", "kinderen-onderling")) {
    const none = "not-reached";
    return {
      norms: { "meldnorm-1": none, "meldnorm-2": none, "meldnorm-3": none, "voorzorg-twijfel": none },
      report: undefined,
      help: undefined,
    };
  }
  const suspicion = is("vermoeden", "ja", "twijfel");
  const told = is("disclosure", "ja") || is("vgv-risico", ...REPORTING);
  const unsafe =
    is("acuut", "ja") || is("structureel", "ja") || is("advies-na-twijfel", "melden") || (is("direct-gevaar", "ja") && suspicion);
  const first = told || (suspicion && unsafe);
  const refused =
    scope.entries("hulp-aanvaard-wie")?.some((one) => one.value("aanvaardt") === "nee" && one.value("nodig") === "ja") ?? false;
  const second = suspicion && !first && (is("hulp-mogelijk", "nee") || is("hulp-aanvaard", "nee") || refused);
  const doubt = suspicion && !first && (is("acuut", "twijfel") || is("structureel", "twijfel"));
  const unasked = doubt && is("advies-na-twijfel", "nog-niet-gevraagd");
  const state = (reached: boolean, met: boolean): string => (reached ? (met ? "met" : "not-met") : "not-reached");
  return {
    norms: {
      "meldnorm-1": state(suspicion || told, first),
      "meldnorm-2": state(suspicion && !first, second),
      "meldnorm-3": "not-reached",
      "voorzorg-twijfel": state(doubt, unasked),
    },
    report: first || second ? "required" : unasked ? "advised" : suspicion ? "allowed" : "not-required",
    help: !suspicion ? "not-required" : first || second ? "allowed" : "required",
  };
}

describe(`the rules, on ${String(WALKS)} ways through`, () => {
  const walks = Array.from({ length: WALKS }, (_, seed) => walk(flow, anyWalk(flow, dice(seed))));

  test("norms, report and help are what the rules say", () => {
    for (const now of walks) {
      const { norms, report, help } = expected(now);
      expect({ norms: Object.fromEntries(now.norms), report: now.report?.rule, help: now.help?.rule }).toEqual({ norms, report, help });
    }
  });

  test("and every rule, norm and outcome was come by often enough to mean something", () => {
    const counts = new Map<string, number>();
    for (const now of walks) {
      const met = [...now.norms].map(([id, state]) => `${id} ${state}`);
      for (const key of [
        `report ${String(now.report?.rule)}`,
        `help ${String(now.help?.rule)}`,
        `outcome ${String(now.outcome?.id)}`,
        ...met,
      ])
        counts.set(key, (counts.get(key) ?? 0) + 1);
    }
    const wanted = [
      ...["required", "advised", "allowed", "not-required"].map((rule) => `report ${rule}`),
      ...["required", "allowed", "not-required"].map((rule) => `help ${rule}`),
      ...flow.outcomes.map(({ id }) => `outcome ${id}`),
      ...["met", "not-met", "not-reached"].flatMap((state) =>
        ["meldnorm-1", "meldnorm-2", "voorzorg-twijfel"].map((id) => `${id} ${state}`),
      ),
    ];
    expect(wanted.filter((key) => (counts.get(key) ?? 0) < 20)).toEqual([]);
  });

  test("with direct danger at most 15 questions stand before the decision, entries and notices aside", () => {
    const counts = walks
      .filter(({ scope }) => scope.value("direct-gevaar") === "ja")
      .map(({ path, scope }) => {
        const last = path.findLast(({ id }) => flow.decision?.questions.includes(id))?.order ?? -1;
        return path.filter((question) => question.order <= last && question.kind !== "notice" && !waits(question.id, scope)).length;
      });
    expect(Math.max(...counts)).toBeLessThanOrEqual(15);
    expect(counts.length).toBeGreaterThan(200);
  });
});

const waits = (q: string, scope: Walk["scope"]): boolean => {
  const question = flow.questions.get(q);
  return question !== undefined && holds(question.defer, scope);
};
