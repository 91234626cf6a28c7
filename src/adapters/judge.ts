/** Holds a case against the schemas of files in full, and answers against that of their flow. */
import { fold } from "../core/case.ts";
import { check } from "../core/check.ts";
import { JournalDefect } from "../core/defect.ts";
import type { Blank, Event } from "../core/event.ts";
import type { Edition } from "../core/formats.ts";
import { nl } from "../core/nl.ts";
import { bareSchemas, type JsonSchema } from "../core/schema.ts";
import { standingOf, type Judge } from "../core/verify.ts";
import { shipped } from "./answers.js";
import { sha256 } from "./crypto.ts";
import { shapeFault, type ShapeFault } from "./shape.ts";
import * as validators from "./validators.js";

type Takes = (value: unknown) => boolean;
type Compile = (schema: JsonSchema) => Takes;

/** A judge for a case with these lines. ajv is large, and comes only for an edition that is not shipped. */
export async function judgeFor(events: readonly (Event | Blank)[]): Promise<Judge> {
  const isShipped = events.every(({ type, body }) => type !== "begun" || body === null || shipped.has(hashOf(body.edition)));
  return caseJudge(isShipped ? undefined : (await import("./answersfile.ts")).compiler());
}

/**
 * Why nobody can go on with these lines because of the edition of a chapter: it is no definition, or gives no one outcome.
 * @returns a sentence that names the line; undefined when the editions are sound, or shipped
 */
export function unusable(events: readonly (Event | Blank)[]): string | undefined {
  const words = nl.trust.verify;
  const begun = events.filter((event) => event.type === "begun" && event.body !== null);
  for (const { n, body } of begun.filter(({ body }) => !shipped.has(hashOf(body.edition)))) {
    const why = wrongWith(body.edition);
    if (why !== undefined) return nl.journal.atLine(n, words.noFlow(why));
    if (cannotRun(events)) return nl.journal.atLine(n, words.cannotRun);
  }
  return undefined;
}

/** Whatever an edition makes of the code that reads it, is said of the edition. */
function wrongWith(edition: Edition): string | undefined {
  try {
    return caseJudge().edition(edition);
  } catch {
    return nl.schema.other;
  }
}

function cannotRun(events: readonly (Event | Blank)[]): boolean {
  try {
    return standingOf(fold(events)) === "cannot";
  } catch (error) {
    return !(error instanceof JournalDefect);
  }
}

const hashOf = (edition: Edition): string => sha256(JSON.stringify(edition));

/**
 * The validators of an edition that is shipped were made by the build; they count for a case whose own edition has that hash.
 * @param compile makes those of any other edition
 */
export function caseJudge(compile?: Compile): Judge {
  const said = (part: string, { path, what }: ShapeFault): string => `${nl.spot([part, ...path])}: ${what}`;
  const made = new Map<string, Takes>();
  /** A case has no answer to most questions, and many have the same schema: each is compiled once, and when it is met. */
  const compiled = (schema: string): Takes => {
    const judge = made.get(schema) ?? compile?.(JSON.parse(schema) as JsonSchema);
    if (judge === undefined) throw new Error("an edition that is not shipped, and nothing to compile it with");
    made.set(schema, judge);
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
    hash: hashOf,
    answers: (flow, hash) => {
      const ready = shipped.get(hash);
      if (ready !== undefined) return (q, value) => ready.get(q)?.(value) ?? false;
      const schemas = bareSchemas(flow);
      return (q, value) => {
        const schema = schemas.get(q);
        return schema !== undefined && compiled(schema)(value);
      };
    },
  };
}

const isId = (value: unknown): boolean => typeof value === "string" && /^[a-z][a-z0-9-]*$/.test(value);
