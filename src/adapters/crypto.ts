/** What we use of node:crypto, which is loaded when it is first needed: the first question does not wait for it. */
let known: typeof import("node:crypto") | undefined;
const crypto = (): typeof import("node:crypto") => (known ??= process.getBuiltinModule("node:crypto"));

/** @returns 64 hex digits */
export const sha256 = (content: string | Uint8Array): string => crypto().hash("sha256", content);

/** So many bytes that nobody can guess. */
export const random = (bytes: number): Buffer => crypto().randomBytes(bytes);
