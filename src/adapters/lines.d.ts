/** What ajv made of event.schema.json at build time; see scripts/validators.mjs. */
import type { EventLine } from "../core/formats.ts";

export function event(data: unknown): data is EventLine;
