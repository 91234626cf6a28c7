/** The JSON Schema (2020-12) of an answers file for a flow. A property test holds it equal to `accepts`. */
import type { Condition, Relation } from "./condition.ts";
import type { Askable, Field, Flow, Question } from "./flow.ts";
import { words as care } from "./nl-care.ts";
import { REASONS } from "./omission.ts";
import { itemPattern, NOT_BLANK, ONE_LINE } from "./value.ts";
import { notFor } from "./words.ts";

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

/** The same for a whole file: beside answers, why something that the rules name is left as it is. */
export function fileSchema(flow: Flow): JsonSchema {
  const schema = answersSchema(flow);
  if (flow.checks.length === 0 || flow.questions.has(REASONS)) return schema;
  const reasons = Object.fromEntries(
    flow.checks.map(({ id, text }) => [id, { title: care.reason.label, description: text, ...value(care.reason) }]),
  );
  const all = { description: care.reason.text, type: "object", additionalProperties: false, properties: reasons };
  return { ...schema, properties: { ...(schema["properties"] as JsonSchema), [REASONS]: all } };
}

/** The schema of each question as JSON, without what only a reader needs: many questions then have the same. */
export function bareSchemas(flow: Flow): ReadonlyMap<string, string> {
  const schemas = Object.entries(answersSchema(flow)["properties"] as Readonly<Record<string, JsonSchema>>);
  const bare = (key: string, value: unknown): unknown =>
    typeof value === "string" && (key === "title" || key === "description") ? undefined : value;
  return new Map(schemas.map(([q, schema]) => [q, JSON.stringify(schema, bare)]));
}

function scalar(askable: Askable | Field): JsonSchema {
  const schema = value(askable);
  return { ...words(askable), ...(askable.required ? schema : orNull(schema)) };
}

/** What a reader of the schema must know: the short name; the question, its help and what each option says. */
function words(askable: Askable | Field): JsonSchema {
  const { label, text, help, options } = askable;
  const said = [text.trim(), ...(help === undefined ? [] : [help.trim()]), ...notFor(askable)];
  const chosen = options.map((option) => `${option.id}: ${option.text}`);
  return { title: label, description: [...said, ...(chosen.length === 0 ? [] : [chosen.join("\n")])].join("\n\n") };
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
  const properties = Object.fromEntries(question.fields.map((field) => [field.id, { ...words(field), ...orNull(value(field)) }]));
  const visible = new Map<string, JsonSchema>();
  const needed: JsonSchema[] = [];
  for (const field of question.fields) {
    const on = conditionSchema(field.when, visible);
    visible.set(field.id, on);
    if (field.required) needed.push({ if: on, then: filled(field.id) });
  }
  const entry = {
    title: question.item,
    type: "object",
    additionalProperties: false,
    properties: { id: { type: "string", pattern: itemPattern(question.id) }, ...properties },
    allOf: needed,
  };
  const schema = { type: "array", items: entry, ...bounds("minItems", "maxItems", question.min, question.max) };
  return { ...words(question), ...(question.required ? schema : orNull(schema)) };
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
      return test(
        condition.q,
        typeof condition.value === "number" ? within(condition.rel, condition.value) : dated(condition.rel, condition.value),
      );
    default:
      return { not: {} };
  }
}

const within = (rel: Relation, value: number): JsonSchema => ({
  type: "number",
  ...{
    lt: { exclusiveMaximum: value },
    lte: { maximum: value },
    gt: { exclusiveMinimum: value },
    gte: { minimum: value },
    is: { const: value },
  }[rel],
});

/** JSON Schema compares no dates; one shape of text does: alike up to some digit, and that one lower or higher. */
function dated(rel: Relation, date: string): JsonSchema {
  const beside = (isLower: boolean): readonly string[] =>
    Array.from(date).flatMap((digit, i) => {
      const range = isLower ? ["0", String(Number(digit) - 1)] : [String(Number(digit) + 1), "9"];
      return digit === "-" || digit === (isLower ? "0" : "9") ? [] : [`${date.slice(0, i)}[${range.join("-")}]`];
    });
  const ways = {
    lt: beside(true),
    lte: [date, ...beside(true)],
    gt: beside(false),
    gte: [date, ...beside(false)],
    is: [date],
  }[rel];
  return ways.length === 0 ? { not: {} } : { type: "string", pattern: `^(?:${ways.join("|")})` };
}
