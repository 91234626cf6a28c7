/** An answers file: YAML, judged by ajv with the schema of its flow, every fault in words with file, line and key. */
import { Ajv2020 } from "ajv/dist/2020.js";
import { cleaned, faults, type Document, type UnknownKey } from "../core/answers.ts";
import { check } from "../core/check.ts";
import { isDate } from "../core/date.ts";
import { AnswerDefect } from "../core/defect.ts";
import type { Flow } from "../core/flow.ts";
import { nearest } from "../core/near.ts";
import { nl } from "../core/nl.ts";
import { answersSchema, type JsonSchema } from "../core/schema.ts";
import { isMapping, type Refusal } from "../core/value.ts";
import type { Judge } from "../core/verify.ts";
import type { AnswersFile } from "../ports.ts";
import { sha256 } from "./chain.ts";
import { readText } from "./files.ts";
import { shapeFault, type ShapeFault } from "./shape.ts";
import { parseYaml, type Path } from "./yaml.ts";

/** @throws AnswerDefect when the file cannot be read or does not fit the flow; nothing was written then */
export function readAnswers(file: string, flow: Flow): AnswersFile {
  const parsed = parseYaml(readText(file, (what) => new AnswerDefect(what)));
  const refuse = (lines: readonly string[]): AnswerDefect => new AnswerDefect([nl.answers.faulty, ...lines].join("\n"));
  if ("what" in parsed) throw refuse([`${file}:${String(parsed.line)}: ${parsed.what}`]);
  const say = (path: Path, what: string): string =>
    `${file}:${String(parsed.place(path).line)}: ${nl.spot(path)}${path.length === 0 ? "" : ": "}${what}`;
  if (!isMapping(parsed.data)) throw refuse([say([], nl.yaml.notMapping)]);
  const { document, replaced } = cleaned(parsed.data);
  const found = faults(flow, document);
  if (found.length > 0) throw refuse(found.map((fault) => say(fault.path, inWords(fault, flow))));
  const judge = judgeOf(flow);
  if (!judge(document)) {
    const fault = shapeFault(judge.errors);
    throw refuse([say(fault.path, fault.what)]);
  }
  return { document, replaced, refuse: (refusal) => refuse([say(refusal.path, inWords(refusal, flow))]) };
}

/** ajv's validator for a flow: the judge of whatever comes in as a file. */
export const judgeOf = (flow: Flow): ReturnType<Ajv2020["compile"]> => ajv().compile<Document>(answersSchema(flow));

function ajv(): Ajv2020 {
  const made = new Ajv2020({
    code: { optimize: false },
    strict: true,
    strictTypes: false,
    strictRequired: false,
    allowUnionTypes: true,
    // A question may be named constructor, and every object inherits one.
    ownProperties: true,
    // Compiling the schema of schemas takes longer than that of a flow; a test holds ours against it.
    meta: false,
    validateSchema: false,
    messages: false,
  });
  made.addFormat("date", isDate);
  return made;
}

/** Holds a case against the schemas of files in full, and answers against that of their flow. */
export async function caseJudge(): Promise<Judge> {
  // Large, and no answers file needs it.
  const validators = await import("./validators.js");
  const said = (part: string, { path, what }: ShapeFault): string => `${nl.spot([part, ...path])}: ${what}`;
  const judges = new Map<string, ReturnType<typeof judgeOf>>();
  const compiler = ajv();
  /** Many questions have the same schema but for its texts, and a case has no answer to most: each is compiled once, and when it is met. */
  const judgeFor = (schema: JsonSchema): ReturnType<typeof judgeOf> => {
    const bare = JSON.stringify(schema, (key, value: unknown) =>
      typeof value === "string" && (key === "title" || key === "description") ? undefined : value,
    );
    const judge = judges.get(bare) ?? compiler.compile(JSON.parse(bare) as JsonSchema);
    judges.set(bare, judge);
    return judge;
  };
  return {
    edition: (edition) => {
      const { overlays, norms }: { readonly overlays: unknown; readonly norms: readonly unknown[] } = edition;
      const flow: unknown = edition.flow;
      if (!validators.flow(flow)) return said("flow", shapeFault(validators.flow.errors));
      // The schema of norms is that of their file; in an edition their sources stand with those of the flow.
      const file: unknown = { format: 1, id: flow.id, version: flow.version, norms, sources: [] };
      if (norms.length > 0 && !validators.norms(file)) return said("norms", shapeFault(validators.norms.errors));
      if (!Array.isArray(overlays) || !overlays.every(isId)) return said("overlays", { path: [], what: nl.schema.other });
      const [problem] = check(edition);
      return problem === undefined ? undefined : `${nl.spot(problem.at)}: ${problem.what}`;
    },
    hash: (edition) => sha256(JSON.stringify(edition)),
    answers: (flow) => {
      const schemas = new Map(Object.entries(answersSchema(flow)["properties"] as Readonly<Record<string, JsonSchema>>));
      const known = new Map<string, ReturnType<typeof judgeOf>>();
      return (q, value) => {
        const schema = schemas.get(q);
        const judge = known.get(q) ?? (schema && judgeFor(schema));
        if (judge === undefined) return false;
        known.set(q, judge);
        return judge(value);
      };
    },
  };
}

const isId = (value: unknown): boolean => typeof value === "string" && /^[a-z][a-z0-9-]*$/.test(value);

function inWords(fault: Refusal | UnknownKey, flow: Flow): string {
  if (fault.code === "unknown-key") return nl.answers.unknownKey(fault.given, nearest(fault.given, flow.questions.keys()));
  if (fault.code === "option")
    return nl.refusal(
      fault,
      nearest(
        fault.given,
        fault.askable.options.map(({ id }) => id),
      ),
    );
  if (fault.code === "unknown-field") return nl.refusal(fault, nearest(fault.given, fault.fields));
  return nl.refusal(fault);
}
