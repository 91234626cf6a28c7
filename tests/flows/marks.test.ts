/** What was seen and heard may stand in no copy of a safety plan, from whatever chapter it comes; what needs no such mark is named, with why. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { parse } from "yaml";
import type { FlowSource } from "../../src/core/formats.ts";
import { ROOT } from "../program.ts";

const UNMARKED: Readonly<Record<string, string>> = {
  "meldcode andere-route-verslag": "with another route there is no plan",
  "meldcode signalen.hoe-vaak": "a number and a period",
  "meldcode tegen-signalen": "what speaks against it; plans are built on it",
  "meldcode gesprekken.gedeeld": "it was told to them",
  "informatieverzoek gegevens.wat": "what was shared with Veilig Thuis, as one line each: much of it is in no way secret",
  "veiligheidsplan plan-risicos": "asked of the plan of another: then no copy is made here",
  "zicht-op-veiligheid zicht-stand": "a summary that is made for all",
};

/** Every text about what was seen and heard in the flows of a case, with its mark. */
function observed(): ReadonlyMap<string, string | undefined> {
  const files = readdirSync(join(ROOT, "flows")).filter((file) => file.endsWith(".yaml"));
  const flows = files
    .map((file) => parse(readFileSync(join(ROOT, "flows", file), "utf8")) as Partial<FlowSource>)
    .filter(({ apart }) => apart !== true);
  return new Map(
    flows.flatMap(({ id = "", steps = [] }) =>
      steps
        .flatMap(({ questions }) =>
          questions.flatMap((q) => [[q.id, q] as const, ...(q.fields ?? []).map((f) => [`${q.id}.${f.id}`, f] as const)]),
        )
        .flatMap(([name, { taal, gezin }]) => (taal === "signalen" ? [[`${id} ${name}`, gezin] as const] : [])),
    ),
  );
}

test("each is marked, or named here", () => {
  const all = observed();
  const open = [...all].filter(([, gezin]) => gezin !== "nooit" && gezin !== "eigen").map(([name]) => name);
  expect(open.toSorted()).toEqual(Object.keys(UNMARKED).toSorted());
  expect(all.size - open.length).toBeGreaterThan(10);
});
