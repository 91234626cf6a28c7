/** The only file that knows the yaml package: text -> data, with the place of everything in it. */
import { isMap, isScalar, isSeq, LineCounter, parseDocument, type Node } from "yaml";
import { nl } from "../core/nl.ts";

export type Path = readonly (string | number)[];

/** A spot in a text, both from 1. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

export interface Parsed {
  readonly data: unknown;
  /** Where the key (or list entry) at the end of a path stands; as much of the path as exists counts. */
  readonly place: (path: Path) => Place;
}

export interface SyntaxFault extends Place {
  readonly what: string;
}

const MOST = 4_000_000;
const WORDS: Readonly<Record<string, string>> = { TAB_AS_INDENT: nl.yaml.tab, MULTIPLE_DOCS: nl.yaml.several };

/** Parses one YAML 1.2 document (core schema; no merge keys; each key once). An empty text is an empty mapping. */
export function parseYaml(text: string): Parsed | SyntaxFault {
  if (text.length > MOST) return { line: 1, column: 1, what: nl.yaml.tooBig };
  const counter = new LineCounter();
  const at = (offset: number): Place => {
    const { line, col } = counter.linePos(offset);
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  try {
    const document = parseDocument(text, {
      lineCounter: counter,
      prettyErrors: false,
      uniqueKeys: true,
      stringKeys: true,
      version: "1.2",
      schema: "core",
      merge: false,
      // Not "silent": then a second document is left out without a fault.
      logLevel: "error",
    });
    const [fault] = document.errors;
    if (fault !== undefined)
      return {
        ...at(fault.pos[0]),
        what:
          fault.code === "DUPLICATE_KEY"
            ? nl.yaml.twice(/^[^:\s]*/.exec(text.slice(fault.pos[0]))?.[0] ?? "")
            : (WORDS[fault.code] ?? nl.yaml.syntax),
      };
    const root = document.contents;
    return { data: root === null ? {} : (document.toJS({ maxAliasCount: 100 }) as unknown), place: (path) => at(locate(root, path)) };
  } catch (error) {
    // Deep nesting overflows the stack; too many aliases, or one of nothing, throw as well. All are faults of the text.
    if (error instanceof RangeError) return { line: 1, column: 1, what: nl.yaml.tooBig };
    if (error instanceof ReferenceError)
      return { line: 1, column: 1, what: error.message.includes("count") ? nl.yaml.tooBig : nl.yaml.alias };
    throw error;
  }
}

function locate(root: Node | null, path: Path): number {
  let node: unknown = root;
  let offset = root?.range?.[0] ?? 0;
  for (const key of path) {
    if (isMap(node)) {
      const pair = node.items.find((item) => isScalar(item.key) && item.key.value === key);
      if (pair === undefined) return offset;
      if (isScalar(pair.key)) offset = pair.key.range?.[0] ?? offset;
      node = pair.value;
    } else if (isSeq(node) && typeof key === "number") {
      node = node.items[key];
      if (hasRange(node)) offset = node.range[0];
    } else return offset;
  }
  return offset;
}

const hasRange = (node: unknown): node is { readonly range: readonly [number, number, number] } =>
  typeof node === "object" && node !== null && "range" in node && Array.isArray(node.range);
