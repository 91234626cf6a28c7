// Writes src/core/formats.ts: the TypeScript types of every file format, from schemas/.
// `node scripts/types.mjs --check` only compares, and exits 1 when the file is stale.
import { readFileSync, writeFileSync } from "node:fs";
import { compile } from "json-schema-to-typescript";

const TARGET = "src/core/formats.ts";
const PLAIN = new Set(["id", "text", "date", "sha256", "item", "sourceIds"]);
const files = Object.fromEntries(
  ["condition", "flow", "norms", "overlay", "event", "organisation", "practice", "retention", "scenarios", "language", "care"].map(
    (name) => [name, JSON.parse(readFileSync(`schemas/${name}.schema.json`, "utf8"))],
  ),
);
const typeName = (name, file) => name[0].toUpperCase() + name.slice(1) + (file === "event" ? "" : "Source");

/** The generator knows neither several files nor keywords beside $ref: one schema with one $defs, and what only ajv reads left out. */
function flat(node, file) {
  if (Array.isArray(node)) return node.map((part) => flat(part, file));
  if (typeof node !== "object" || node === null) return node;
  if (typeof node.$ref === "string") {
    const [target, pointer] = node.$ref.split("#");
    const home = target === "" ? file : target.replace(".schema.json", "");
    const def = pointer?.split("/").at(-1);
    if (def === undefined || def === "") return { $ref: `#/$defs/${files[home].title}` };
    if (!PLAIN.has(def)) return { $ref: `#/$defs/${typeName(def, home)}` };
    const { description: _, ...plain } = flat(files[home].$defs[def], home);
    return plain;
  }
  const skipped = ["allOf", "if", "$schema", "$id", "$defs", "propertyNames", "dependentRequired", "minItems"];
  return Object.fromEntries(
    Object.entries(node)
      .filter(([key, part]) => !skipped.includes(key) && !(key === "additionalProperties" && node.title === "Condition"))
      .map(([key, part]) => [key, flat(part, file)]),
  );
}

const defs = {};
for (const [file, schema] of Object.entries(files)) {
  for (const [name, def] of Object.entries(schema.$defs ?? {})) {
    if (!PLAIN.has(name) && !("$ref" in def)) defs[typeName(name, file)] = { title: typeName(name, file), ...flat(def, file) };
  }
  if (file !== "condition") defs[schema.title] = flat(schema, file);
}
const code = await compile({ title: "Formats", type: "object", additionalProperties: false, properties: {}, $defs: defs }, "Formats", {
  bannerComment: "// Generated from schemas/ by scripts/types.mjs. Change the schema, then run `npm run generate`.",
  style: { printWidth: 120 },
  additionalProperties: false,
  unreachableDefinitions: true,
});
const text = code
  .replace("export interface Formats {}\n", "")
  .replace(/\n \*\n \* This interface was referenced by `Formats`[^]*?\*\//g, "\n */")
  .replace(/\/\*\*\n \* This interface was referenced by `Formats`[^]*?\*\/\n/g, "")
  .replace(/^( +)((?:\w+|"[\w-]+")\??|\[k: string\]):(?=\s)/gm, "$1readonly $2:")
  .replace(/\b(\w+)\[\]/g, "readonly $1[]");
const old = readFileSync(TARGET, { encoding: "utf8", flag: "a+" });
if (old === text) process.exit(0);
if (process.argv.includes("--check")) {
  console.error(`${TARGET} is stale: run npm run generate`);
  process.exit(1);
}
writeFileSync(TARGET, text);
