/** What ajv made of event.schema.json at build time; see scripts/validators.mjs. */
type Body = (data: unknown) => boolean;
export const opened: Body;
export const begun: Body;
export const answered: Body;
export const added: Body;
export const changed: Body;
export const removed: Body;
export const closed: Body;
export const finished: Body;
export const noted: Body;
export const erased: Body;
export const recovered: Body;
export const taken_over: Body;
export const kept: Body;
