/** The JSON Schema of answers: its words, dates it compares, and that the template of an answers file agrees with it. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { compiler, judgeOf } from "../../src/adapters/answersfile.ts";
import { dayFrom } from "../../src/core/date.ts";
import { build } from "../../src/core/flow.ts";
import { answersSchema, fileSchema } from "../../src/core/schema.ts";
import { template } from "../../src/core/template.ts";
import { acceptsList } from "../../src/core/value.ts";
import { flow } from "../shipped.ts";
import { tiny } from "../tiny.ts";

interface Described {
  readonly title: string;
  readonly description: string;
  readonly anyOf?: readonly { readonly type?: string; readonly items?: Items }[];
  readonly items?: Items;
}
interface Items {
  readonly properties: Readonly<Record<string, Described>>;
}

const properties = answersSchema(flow)["properties"] as Readonly<Record<string, Described>>;
const questions = [...flow.questions.values()];

test.each(questions.map((question) => [question.id, question] as const))(
  "%s has its label, its text, its help and its options",
  (id, question) => {
    const told = (
      schema: Described | undefined,
      of: { readonly label: string; readonly text: string; readonly help: string | undefined },
    ): void => {
      expect(schema?.title).toBe(of.label);
      expect(schema?.description).toContain(of.text.trim());
      expect(schema?.description).toContain((of.help ?? "").trim());
    };
    told(properties[id], question);
    for (const option of question.options) expect(properties[id]?.description).toContain(`${option.id}: ${option.text}`);
    const items = (properties[id]?.items ?? properties[id]?.anyOf?.[0]?.items)?.properties;
    for (const field of question.fields) told(items?.[field.id], field);
  },
);

describe("the template agrees with it", () => {
  const lines = template(flow).split("\n");
  // Take one mark away from the lines to fill in, as its head says.
  const { zorgvuldigheid: reasons, ...document } = parse(
    lines.map((line) => (line.startsWith("##") ? "" : line.replace(/^#/, ""))).join("\n"),
  ) as Record<string, unknown>;
  const judge = judgeOf(flow);

  test("it has every question that the schema has, but for what is only to be read", () => {
    expect(Object.keys(document)).toEqual(questions.filter(({ kind }) => kind !== "notice").map(({ id }) => id));
    expect(Object.keys(properties)).toEqual(questions.map(({ id }) => id));
  });

  test("it has a reason for every rule, as the schema of a whole file has", () => {
    const judgeFile = compiler()(fileSchema(flow));
    expect(Object.keys(reasons as object)).toEqual(flow.checks.map(({ id }) => id));
    expect(judgeFile({ zorgvuldigheid: reasons })).toBe(true);
    for (const wrong of [{ "geen-gesprek": "" }, { "geen-gesprek": null }, { onbekend: "Een reden." }, "Een reden."])
      expect(judgeFile({ zorgvuldigheid: wrong })).toBe(false);
  });

  test.each(Object.keys(document))("%s: what stands there fits, and may be null when it says so", (id) => {
    expect(judge({ [id]: document[id] }), JSON.stringify(judge.errors)).toBe(true);
    const at = lines.findIndex((line) => line.startsWith(`#${id}:`));
    const own = lines.slice(0, at).join("\n").split("\n\n").at(-1) ?? "";
    expect(judge({ [id]: null })).toBe(/mag null zijn/.test(own));
  });

  test.each(questions.filter(({ kind }) => kind === "list").map((list) => [list.id, list] as const))("%s: its fields", (id, list) => {
    const [entry] = document[id] as readonly Record<string, unknown>[];
    expect(Object.keys(entry ?? {})).toEqual(list.fields.map((field) => field.id));
  });
});

describe("dates in a condition of a field", () => {
  const days = fc
    .date({ min: new Date("1900-01-01"), max: new Date("2199-12-31"), noInvalidDate: true })
    .map((day) => day.toISOString().slice(0, 10));

  test.each(["lt", "lte", "gt", "gte", "is"] as const)("%s: the schema says what the core says", (rel) => {
    fc.assert(
      fc.property(days, fc.array(days, { minLength: 1, maxLength: 5 }), (constant, others) => {
        const made = build(
          tiny([
            {
              id: "l",
              kind: "list",
              text: "l",
              item: "l",
              fields: [
                { id: "dag", kind: "date", text: "dag" },
                { id: "uitleg", kind: "line", text: "uitleg", when: { dag: { [rel]: constant } } },
              ],
            },
          ]),
        );
        const judge = judgeOf(made);
        const list = made.questions.get("l");
        for (const dag of [constant, dayFrom(constant, -1), dayFrom(constant, 1), ...others]) {
          const core = list !== undefined && acceptsList(list, [{ dag }]) === null;
          expect(judge({ l: [{ dag }] }), `${dag} ${rel} ${constant}`).toBe(core);
        }
      }),
      { numRuns: 12 },
    );
  });
});
