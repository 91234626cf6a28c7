/** Which lines are read: those that fit the schema of a line, in the one form in which we write them. */
import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import fc from "fast-check";
import { expect, test } from "vitest";
import { decode, encode } from "../../src/adapters/chain.ts";
import { sha256 } from "../../src/adapters/crypto.ts";
import { JournalDefect } from "../../src/core/defect.ts";
import { nl } from "../../src/core/nl.ts";

const [event = {}, ...others] = ["event", "flow", "norms", "condition"].map(
  (name) => JSON.parse(readFileSync(`schemas/${name}.schema.json`, "utf8")) as object,
);
const fitsSchema = new Ajv2020({ strict: false, schemas: others }).compile(event);

const plain = encode({ type: "noted", ch: 0, body: { by: "cliënt", text: "gezegd" } }, 1, "2026-11-21T10:00:00+01:00", "", "0".repeat(32));
type Parts = Record<string, unknown>;
const { hash: _, ...PARTS } = JSON.parse(Buffer.from(plain.bytes).toString("utf8")) as Parts;

/** A first line of these parts, in their order, whose hashes fit. */
function lineOf(parts: Parts): string {
  const { salt, body, ...head } = parts;
  const sum =
    "sum" in head && head["sum"] === PARTS["sum"] && body !== undefined ? sha256(String(salt) + JSON.stringify(body)) : head["sum"];
  const span = JSON.stringify({ ...head, ...("sum" in head ? { sum } : {}) }).slice(1, -1);
  const rest = JSON.stringify({ salt, body }).slice(1, -1);
  return `{"hash":"${sha256(span)}",${span}${rest === "" ? "" : `,${rest}`}}`;
}

/** What is wrong with it; undefined when it is read. */
function wrong(line: string): string | undefined {
  try {
    decode(Buffer.from(`${line}\n`));
    return undefined;
  } catch (error) {
    if (error instanceof JournalDefect) return error.message;
    throw error;
  }
}
/** An erased line of four hundred signs, with something behind it. */
const farBehind = ((): string => {
  const { salt: _salt, body: _body, ...head } = PARTS;
  const short = lineOf({ ...head, ch: 1 });
  const span = short.slice(short.indexOf('"n":'), -1).replace('"ch":1', `"ch":1${"0".repeat(400 - short.length)}`);
  return `{"hash":"${sha256(span)}",${span}}  `;
})();
const said = (why: string): string => nl.journal.atLine(1, why) + nl.journal.soundUpTo(0);

test("a line with hashes that fit is read exactly when it fits the schema", () => {
  expect(wrong(lineOf(PARTS))).toBeUndefined();
  const odd: Readonly<Record<string, readonly unknown[]>> = {
    n: [0, -1, 1.5, "1", null],
    at: ["2026-11-21", "2026-11-21T10:00:00", "2026-11-21T10:00:00+0100", "2026-11-21T10:00:00Z", "", 1, "2026-11-21T10:00:00+01:00 "],
    type: ["answered", "kept", "closed", "envelope", "constructor", "", null],
    ch: [0, 1, -1, 0.5, "0", 12],
    sum: ["", "0".repeat(63), "0".repeat(64), "A".repeat(64), 7],
    salt: ["", "0".repeat(31), "g".repeat(32), "F".repeat(32), "f".repeat(32), undefined, 7],
    body: [{}, { by: "x", text: "y" }, { by: "x" }, { by: "x", text: "y", more: 1 }, [], null, "x", undefined, { q: "a", value: "b" }],
    more: [1, undefined],
  };
  const change = fc
    .constantFrom(...Object.keys(odd))
    .chain((key) => fc.constantFrom(...(odd[key] ?? [])).map((value): Parts => ({ [key]: value })));
  const seen = { read: 0, refused: 0 };
  fc.assert(
    fc.property(change, fc.option(change, { nil: {} }), (one, other) => {
      const { salt, body, ...head } = { ...PARTS, ...one, ...other };
      const line = lineOf({ ...head, ...(salt === undefined ? {} : { salt }), ...(body === undefined ? {} : { body }) });
      const fits = fitsSchema(JSON.parse(line));
      // A body that fits a sum of zeros is not to be had; the rest of a chain is the business of other tests.
      fc.pre(!fits || wrong(line) !== said(nl.journal.bodyChanged));
      expect([line, wrong(line) === undefined]).toEqual([line, fits]);
      seen[fits ? "read" : "refused"]++;
    }),
    { numRuns: 2000 },
  );
  expect(Math.min(seen.read, seen.refused)).toBeGreaterThan(100);
});

test.each<[string, string, string]>([
  ["no JSON", "{", said(nl.journal.noJson)],
  ["a space in it", lineOf(PARTS).replace(',"body":', ', "body":'), said(nl.journal.shape)],
  ["its keys in another order", `{"n":1,${lineOf(PARTS).slice(1)}`, said(nl.journal.shape)],
  ["a key twice", lineOf(PARTS).replace(/\}$/, ',"body":{}}'), said(nl.journal.shape)],
  ["another sign at its end", lineOf(PARTS).replace(/\}$/, "]"), said(nl.journal.noJson)],
  ["something behind it", `${lineOf(PARTS)} `, said(nl.journal.shape)],
  ["something far behind a line that was erased", farBehind, said(nl.journal.shape)],
  ["a newer format", lineOf({ ...PARTS, type: "opened", body: { format: 2, more: 1 } }), nl.journal.newer],
  ["a newer format, told in another way", '{"type":"opened","body":{"format":2}}', nl.journal.newer],
])("%s: that is said", (_what, line, why) => {
  expect(wrong(line)).toBe(why);
});
