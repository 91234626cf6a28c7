/** What ajv found, in Dutch: where, and what was expected. */
import type { ErrorObject } from "ajv";
import { nearest } from "../core/near.ts";
import { nl } from "../core/nl.ts";
import type { Path } from "./yaml.ts";

export interface ShapeFault {
  readonly path: Path;
  readonly what: string;
}

/** What follows from another error: a branch that was chosen by a wrong value, an alternative that was not meant. */
const FOLLOWS: ReadonlySet<string> = new Set(["if", "anyOf", "oneOf", "false schema", "propertyNames"]);

/** The most telling of ajv's errors: one that follows from no other, and lies deepest. */
export function shapeFault(errors: readonly ErrorObject[] | null | undefined): ShapeFault {
  const causes = (errors ?? []).filter(({ keyword }) => !FOLLOWS.has(keyword));
  const deepest = (causes.length > 0 ? causes : (errors ?? [])).toSorted((a, b) => pathOf(b).length - pathOf(a).length)[0];
  return deepest === undefined ? { path: [], what: nl.schema.other } : { path: pathOf(deepest), what: words(deepest) };
}

/** Keywords that speak of one key of a mapping, whatever is wrong deeper in it. */
const OF_A_KEY: ReadonlySet<string> = new Set(["required", "additionalProperties", "dependentRequired"]);
const MOST = 20;

/** All of ajv's errors that stand by themselves: of those at one spot the first, and none that a deeper one explains. At most so many. */
export function shapeFaults(errors: readonly ErrorObject[] | null | undefined, most = MOST): readonly ShapeFault[] {
  const causes = (errors ?? []).filter(
    (error) => (!FOLLOWS.has(error.keyword) || error.keyword === "false schema") && !restsOnKind(error, errors ?? []),
  );
  const paths = causes.map(pathOf);
  const isWithin = (path: Path, above: Path): boolean => path.length > above.length && above.every((key, i) => path[i] === key);
  const found = new Map<string, ShapeFault>();
  for (const [i, error] of causes.entries()) {
    const path = paths[i] ?? [];
    const isOfKey = OF_A_KEY.has(error.keyword);
    if (!isOfKey && paths.some((other) => isWithin(other, path))) continue;
    const what = words(error);
    const spot = JSON.stringify(isOfKey ? [path, what] : path);
    if (!found.has(spot)) found.set(spot, { path, what });
  }
  const all = [...found.values()];
  return all.length === 0 ? [shapeFault(errors)] : all.slice(0, most);
}

/** What is wanted of one kind only, where the kind itself is wrong or missing. */
function restsOnKind({ instancePath, schemaPath }: ErrorObject, errors: readonly ErrorObject[]): boolean {
  if (!/\/(?:then|else)\//.test(schemaPath)) return false;
  return errors.some((other) => {
    const isMissing = other.keyword === "required" && (other.params as { readonly missingProperty?: string }).missingProperty === "kind";
    const home = isMissing ? other.instancePath : other.instancePath.endsWith("/kind") ? other.instancePath.slice(0, -5) : undefined;
    return home !== undefined && instancePath.startsWith(home);
  });
}

function pathOf(error: ErrorObject): Path {
  const path = error.instancePath
    .split("/")
    .slice(1)
    .map((part) => (/^\d+$/.test(part) ? Number(part) : part.replaceAll("~1", "/").replaceAll("~0", "~")));
  const params = error.params as Readonly<Record<string, unknown>>;
  const key = params["additionalProperty"] ?? params["propertyName"];
  return typeof key === "string" ? [...path, key] : path;
}

function words(error: ErrorObject): string {
  const params = error.params as Readonly<Record<string, unknown>>;
  switch (error.keyword) {
    case "required":
      return nl.schema.required(String(params["missingProperty"]));
    case "additionalProperties":
      return (
        nl.schema.unknown(String(params["additionalProperty"])) +
        nl.nearest(
          nearest(
            String(params["additionalProperty"]),
            Object.keys((error.parentSchema as { properties?: object } | undefined)?.properties ?? {}),
          ),
        )
      );
    case "false schema":
      return nl.schema.unknown(error.instancePath.split("/").at(-1) ?? "");
    case "type": {
      const types = Array.isArray(params["type"]) ? (params["type"] as string[]) : [String(params["type"])];
      return nl.schema.type(nl.listed(types.map((type) => nl.schema.types[type] ?? type)));
    }
    case "enum":
      return (
        nl.schema.oneOf(params["allowedValues"] as readonly unknown[]) +
        nl.nearest(
          typeof error.data === "string" ? nearest(error.data, (params["allowedValues"] as readonly unknown[]).map(String)) : undefined,
        )
      );
    case "const":
      return nl.schema.exactly(params["allowedValue"]);
    case "minimum":
    case "maximum": {
      const { minimum, maximum } = (error.parentSchema ?? {}) as { readonly minimum?: number; readonly maximum?: number };
      return nl.schema.bounds(nl.between(minimum, maximum));
    }
    case "pattern":
      return nl.schema.shape(String(params["pattern"]));
    case "minLength":
      return nl.schema.empty;
    case "minItems":
      return nl.schema.atLeast(Number(params["limit"]));
    case "uniqueItems":
      return nl.schema.repeated;
    case "maxProperties":
      return nl.schema.oneKey;
    case "minProperties":
      return (error.parentSchema as { readonly maxProperties?: number } | undefined)?.maxProperties === 1
        ? nl.schema.oneKey
        : nl.schema.noKeys;
    default:
      return nl.schema.other;
  }
}
