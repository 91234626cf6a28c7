/** An answers file: YAML, judged by ajv with the schema of its flow, every fault in words with file, line and key. */
import { Ajv2020 } from "ajv/dist/2020.js";
import { cleaned, faults, type Document, type UnknownKey } from "../core/answers.ts";
import { isDate } from "../core/date.ts";
import { AnswerDefect } from "../core/defect.ts";
import type { Flow } from "../core/flow.ts";
import { nearest } from "../core/near.ts";
import { nl } from "../core/nl.ts";
import { words } from "../core/nl-care.ts";
import { REASONS } from "../core/omission.ts";
import { answersSchema, type JsonSchema } from "../core/schema.ts";
import { accepts, isMapping, type Refusal } from "../core/value.ts";
import type { AnswersFile } from "../ports.ts";
import { shipped } from "./answers.js";
import { readText } from "./files.ts";
import { shapeFault } from "./shape.ts";
import { parseYaml, type Path } from "./yaml.ts";

/**
 * @param hash of the edition of the flow
 * @throws AnswerDefect when the file cannot be read or does not fit the flow; nothing was written then
 */
export function readAnswers(file: string, flow: Flow, hash: string): AnswersFile {
  const parsed = parseYaml(readText(file, (what) => new AnswerDefect(what)));
  const refuse = (lines: readonly string[]): AnswerDefect => new AnswerDefect([nl.answers.faulty, ...lines].join("\n"));
  if ("what" in parsed) throw refuse([`${file}:${String(parsed.line)}: ${parsed.what}`]);
  const say = (path: Path, what: string): string =>
    `${file}:${String(parsed.place(path).line)}: ${nl.spot(path)}${path.length === 0 ? "" : ": "}${what}`;
  if (!isMapping(parsed.data)) throw refuse([say([], nl.yaml.notMapping)]);
  const { document: whole, replaced } = cleaned(parsed.data);
  const { [REASONS]: given, ...document } = whole;
  const reasons = flow.questions.has(REASONS) ? undefined : given;
  const wrong = wrongReasons(flow, reasons);
  if (wrong.length > 0) throw refuse(wrong.map(({ path, what }) => say(path, what)));
  const found = faults(flow, document);
  if (found.length > 0) throw refuse(found.map((fault) => say(fault.path, inWords(fault, flow))));
  if (!isReadyFor(document, hash)) {
    const judge = judgeOf(flow);
    if (!judge(document)) {
      const fault = shapeFault(judge.errors);
      throw refuse([say(fault.path, fault.what)]);
    }
  }
  return {
    document,
    reasons: (reasons ?? {}) as AnswersFile["reasons"],
    replaced,
    refuse: (refusal) => refuse([say(refusal.path, inWords(refusal, flow))]),
  };
}

/** Whether ajv's validators of the answers to a shipped flow, which the build made, take a document whole: compiling them is what takes longest. */
function isReadyFor(document: Document, hash: string): boolean {
  const ready = shipped.get(hash);
  return ready !== undefined && Object.entries(document).every(([q, value]) => ready.get(q)?.(value) === true);
}

/** What is wrong with the reasons for what is left as it is. */
function wrongReasons({ checks }: Flow, given: unknown): readonly { readonly path: Path; readonly what: string }[] {
  if (given === undefined) return [];
  if (!isMapping(given)) return [{ path: [REASONS], what: words.noReasons }];
  const rules = checks.map(({ id }) => id);
  return Object.entries(given).flatMap(([id, text]) => {
    const what = !rules.includes(id)
      ? words.unknownRule(id, nearest(id, rules))
      : accepts(words.reason, text) === null
        ? undefined
        : words.noReason;
    return what === undefined ? [] : [{ path: [REASONS, id], what }];
  });
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

/** ajv's validator for a schema that belongs to no file. */
export function compiler(): (schema: JsonSchema) => (value: unknown) => boolean {
  const made = ajv();
  return (schema) => made.compile(schema);
}

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
