/** What ajv made at build time of the answers to each shipped flow: hash of its edition -> question -> validator; see scripts/validators.mjs. */
export const shipped: ReadonlyMap<string, ReadonlyMap<string, (value: unknown) => boolean>>;
