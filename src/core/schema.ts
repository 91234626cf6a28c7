/** The JSON Schema (2020-12) of an answers file for a flow. A property test holds it equal to `accepts`. */
import type { Condition } from "./condition.ts";
import type { Askable, Field, Flow, Question } from "./flow.ts";
import { itemPattern, NOT_BLANK, ONE_LINE } from "./value.ts";

export type JsonSchema = Readonly<Record<string, unknown>>;

/** Keys are question ids; an absent key is open, null skips an optional question, lists are arrays of mappings. */
export function answersSchema(flow: Flow): JsonSchema {
  const properties = Object.fromEntries(
    [...flow.questions.values()].map((question) => [question.id, question.kind === "list" ? list(question) : scalar(question)]),
  );
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    $id: `https://meldcode.invalid/answers/${flow.id}/${flow.version}`,
    title: flow.title,
    type: "object",
    additionalProperties: false,
    properties,
  };
}

function scalar(askable: Askable | Field): JsonSchema {
  const schema = { description: askable.text, ...value(askable) };
  return askable.required ? schema : orNull(schema);
}

function value(askable: Askable | Field): JsonSchema {
  const { kind, min, max, options, maxLength } = askable;
  switch (kind) {
    case "notice":
      return { const: true };
    case "number":
      return { type: "integer", ...bounds("minimum", "maximum", min, max) };
    case "date":
      return { type: "string", format: "date" };
    case "choice":
      return { enum: options.map(({ id }) => id) };
    case "choices": {
      const alone = options.filter(({ exclusive }) => exclusive).map(({ id }) => id);
      const schema = {
        type: "array",
        uniqueItems: true,
        items: { enum: options.map(({ id }) => id) },
        ...bounds("minItems", "maxItems", min, max),
      };
      return alone.length === 0 ? schema : { ...schema, if: { contains: { enum: alone } }, then: { maxItems: 1 } };
    }
    case "ref":
      return { type: "string", pattern: itemPattern("to" in askable ? (askable.to ?? "") : "") };
    case "line":
      return { type: "string", maxLength, allOf: [{ pattern: NOT_BLANK }, { pattern: ONE_LINE }] };
    case "text":
      return { type: "string", maxLength, pattern: NOT_BLANK };
    case "list":
      return {};
  }
}

function list(question: Question): JsonSchema {
  const properties = Object.fromEntries(question.fields.map((field) => [field.id, orNull({ description: field.text, ...value(field) })]));
  const visible = new Map<string, JsonSchema>();
  const needed: JsonSchema[] = [];
  for (const field of question.fields) {
    const on = conditionSchema(field.when, visible);
    visible.set(field.id, on);
    if (field.required) needed.push({ if: on, then: filled(field.id) });
  }
  const entry = {
    type: "object",
    additionalProperties: false,
    properties: { id: { type: "string", pattern: itemPattern(question.id) }, ...properties },
    allOf: needed,
  };
  const schema = { description: question.text, type: "array", items: entry, ...bounds("minItems", "maxItems", question.min, question.max) };
  return question.required ? schema : orNull(schema);
}

const orNull = (schema: JsonSchema): JsonSchema => ({ anyOf: [schema, { type: "null" }] });
const filled = (field: string): JsonSchema => ({ required: [field], properties: { [field]: { not: { type: "null" } } } });

function bounds(low: string, high: string, min: number | undefined, max: number | undefined): JsonSchema {
  return { ...(min === undefined ? {} : { [low]: min }), ...(max === undefined ? {} : { [high]: max }) };
}

/** A condition over the fields of one entry; a field that is itself off counts as absent. */
function conditionSchema(condition: Condition, visible: ReadonlyMap<string, JsonSchema>): JsonSchema {
  const test = (q: string, schema: JsonSchema): JsonSchema => ({
    allOf: [visible.get(q) ?? false, filled(q), { properties: { [q]: schema } }],
  });
  switch (condition.op) {
    case "all":
      return condition.of.length === 0 ? {} : { allOf: condition.of.map((part) => conditionSchema(part, visible)) };
    case "any":
      return condition.of.length === 0 ? { not: {} } : { anyOf: condition.of.map((part) => conditionSchema(part, visible)) };
    case "not":
      return { not: conditionSchema(condition.of, visible) };
    case "asked":
      return test(condition.q, {});
    case "in":
      return test(condition.q, { enum: condition.values });
    case "has":
      return test(condition.q, { type: "array", contains: { const: condition.option } });
    case "cmp":
      return test(condition.q, {
        type: "number",
        ...{
          lt: { exclusiveMaximum: condition.value },
          lte: { maximum: condition.value },
          gt: { exclusiveMinimum: condition.value },
          gte: { minimum: condition.value },
          is: { const: condition.value },
        }[condition.rel],
      });
    default:
      return { not: {} };
  }
}
