/** What answers say, to be found in a record. */

/** Every text in answers that has words of its own. */
export function spoken(value: unknown): readonly string[] {
  if (typeof value === "string") return value.includes(" ") ? [value] : [];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(spoken) : [];
}

/** Without what Markdown does to signs. */
export const plain = (text: string): string => text.replaceAll("\\", "").replace(/\s+/g, " ");
