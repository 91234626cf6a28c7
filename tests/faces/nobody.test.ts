/** A reference to a list in which nobody is to be chosen: it is not asked, forwards nor backwards. */
import { expect, test } from "vitest";
import type { Choice, Intent, Person } from "./person.ts";
import { sit, type Face } from "./sitting.ts";
import { SMALL } from "./small.ts";

const [, edition] = SMALL.find(([name]) => name === "references to some of them") ?? [];

/** Says these things one after the other. */
function script(...said: readonly (Intent | Choice)[]): Person {
  const left = [...said];
  const next = (): Intent | Choice => left.shift() ?? { says: "back" };
  return { ask: () => next() as Intent, choose: () => next() as Choice, regrets: () => undefined, stages: () => [], reasons: () => ({}) };
}
const pick = (id: string): Choice => ({ says: "pick", id });
const say = (value: string | number): Intent => ({ says: "answer", value });
const back: Intent = { says: "back" };

test.each<[Face, string, readonly (Intent | Choice)[], string]>([
  ...(["terminal", "linear"] as const).flatMap((face): readonly [Face, string, readonly (Intent | Choice)[], string][] => [
    [face, "no entry at all", [pick("klaar"), pick("erbij"), say("zus"), say("ja"), pick("klaar")], "rol zorg"],
    [face, "only one that is left out", [pick("erbij"), say(18), pick("klaar"), pick("erbij"), say("zus"), say("ja"), pick("klaar")], "jaren rol zorg"], // prettier-ignore
    [face, "back from the first that was asked", [pick("klaar"), pick("erbij"), back, pick("klaar")], "rol"],
    [face, "back from the second", [pick("klaar"), pick("erbij"), say("zus"), back, say("nicht"), say("ja"), pick("klaar")], "rol zorg rol zorg"], // prettier-ignore
  ]),
])("%s: %s", async (face, _, said, expected) => {
  if (edition === undefined) throw new Error("no such flow");
  const { asked } = await sit(face, edition, script(...said));
  const fields = asked.flatMap((one) => /^(jaren|wie|rol|zorg): /.exec(one)?.[1] ?? []);
  expect(fields.join(" ")).toBe(expected);
});
